"""A shop."""
from .cart import Cart
from . import prices

VERSION = "1.0"
__all__ = ["Cart", "VERSION"]
