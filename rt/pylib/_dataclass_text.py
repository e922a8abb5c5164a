"""The docstring of a dataclass whose parameters are not those of its fields: it has an __init__, a __new__ or a
metaclass of its own. Only programs that ask for docstrings have this module (parts.def): it needs inspect."""
import inspect


def parameters(cls):
    return str(inspect.signature(cls)).replace(' -> None', '')
