"""What CPython has natively of the module operator."""

from operator import *


def _view(value, other):
    try:
        return memoryview(value)
    except TypeError:
        text = "a bytes-like object is required, not '%s'" % type(value).__name__
        try:
            memoryview(other)
        except TypeError:
            text = ("unsupported operand types(s) or combination of types: '%s' and '%s'"
                    % (type(value).__name__, type(other).__name__))
        raise TypeError(text) from None


def _compare_digest(a, b):
    """a == b in a time that does not depend on where they differ; for ASCII text or bytes."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError('comparing strings with non-ASCII characters is not supported')
        a, b = a.encode(), b.encode()
    a, b = _view(a, b), _view(b, a)
    difference = len(a) ^ len(b)
    for x, y in zip(a, b):
        difference |= x ^ y
    return not difference
