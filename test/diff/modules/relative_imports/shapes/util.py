"""Helpers of the package."""

from ._constants import VERSION


def describe(thing):
    return f"{type(thing).__name__} v{VERSION}"
