"""The start method `spawn` begins a new interpreter, which a compiled program does not have."""

__all__ = ['Popen']

REFUSAL = ("the start method %r needs a Python interpreter, and a compiled program has none: "
           "use multiprocessing.get_context('fork')")


class Popen:
    method = 'spawn'

    def __init__(self, process_obj):
        raise NotImplementedError(REFUSAL % self.method)
