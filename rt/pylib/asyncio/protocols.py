"""What transports call: the base classes of protocols."""


class BaseProtocol:
    __slots__ = ()

    def connection_made(self, transport):
        """The connection is there; `transport` is its other side."""

    def connection_lost(self, exc):
        """The connection is gone; `exc` is None if it was closed in order."""

    def pause_writing(self):
        """The transport's buffer is above its high-water mark."""

    def resume_writing(self):
        """The transport's buffer is below its low-water mark again."""


class Protocol(BaseProtocol):
    __slots__ = ()

    def data_received(self, data):
        """Some bytes came."""

    def eof_received(self):
        """The other end sends no more. A true answer keeps the transport open."""


class BufferedProtocol(BaseProtocol):
    __slots__ = ()

    def get_buffer(self, sizehint):
        """Answers the buffer that the next bytes go to."""

    def buffer_updated(self, nbytes):
        """So many bytes came to the buffer."""

    def eof_received(self):
        """As Protocol.eof_received."""


class DatagramProtocol(BaseProtocol):
    __slots__ = ()

    def datagram_received(self, data, addr):
        """A datagram came."""

    def error_received(self, exc):
        """Sending or receiving raised OSError."""


class SubprocessProtocol(BaseProtocol):
    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The child wrote to its pipe `fd`."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe to the child is closed."""

    def process_exited(self):
        """The child ended."""


def _feed_data_to_buffered_proto(proto, data):
    view = memoryview(data)
    while view:
        buffer = proto.get_buffer(len(view))
        if not len(buffer):
            raise RuntimeError('get_buffer() returned an empty buffer')  # CPython: 206
        size = min(len(buffer), len(view))
        buffer[:size] = view[:size]
        proto.buffer_updated(size)
        view = view[size:]
