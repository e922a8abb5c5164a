"""What CPython has natively of the module operator."""

from operator import *


def _compare_digest(a, b):
    """a == b in a time that does not depend on where they differ; for ASCII text or bytes."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError('comparing strings with non-ASCII characters is not supported')
        a, b = a.encode(), b.encode()
    try:
        a, b = memoryview(a), memoryview(b)
    except TypeError:
        raise TypeError("unsupported operand types(s) or combination of types: '%s' and '%s'"
                        % (type(a).__name__, type(b).__name__)) from None
    difference = len(a) ^ len(b)
    for x, y in zip(a, b):
        difference |= x ^ y
    return not difference
