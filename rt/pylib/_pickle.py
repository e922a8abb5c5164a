"""What pickle takes from its C part although it works without: buffers that are pickled out of band."""


class PickleBuffer:
    """A view of an object's memory."""

    def __init__(self, object):
        self._view = memoryview(object)

    def raw(self):
        """The memory as one row of bytes."""
        if self._view is None:
            raise ValueError('operation forbidden on released PickleBuffer object')
        return self._view.cast('B') if self._view.format != 'B' or self._view.ndim != 1 else self._view[:]

    def release(self):
        if self._view is not None:
            self._view.release()
            self._view = None
