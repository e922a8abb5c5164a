"""A package that collects names from its submodules."""

from .flat.circle import Circle
from .flat import square
from . import solid, util

__all__ = ["Circle", "square"]
_private = "not exported"


def __getattr__(name):
    if name == "lazy_value":
        print("computing", name)
        return 42
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
