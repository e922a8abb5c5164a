"""atexit functions run after SystemExit, in reverse order; their exceptions are reported, the status is kept."""

import atexit
import sys


@atexit.register
def first():
    print("registered first, runs last")


def failing():
    raise ValueError("in atexit")


def with_arguments(a, b=2):
    print("arguments", a, b)


atexit.register(with_arguments, 1, b=3)
atexit.register(failing)
atexit.register(print, "printed")
removed = atexit.register(lambda: print("never"))
atexit.unregister(removed)
try:
    sys.exit(7)
finally:
    print("finally before exit")
