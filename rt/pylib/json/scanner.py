"""What finds the value at a position of a JSON text."""

from _json import make_scanner

__all__ = ['make_scanner']
c_make_scanner = make_scanner
