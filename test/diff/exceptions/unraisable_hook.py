"""Exceptions in __del__, weakref callbacks and generators being closed go to sys.unraisablehook."""

import sys
import weakref


def hook(unraisable):
    print("unraisable:", unraisable.exc_type.__name__, unraisable.exc_value, "|", unraisable.err_msg, "|", getattr(unraisable.object, "__qualname__", type(unraisable.object).__name__))


sys.unraisablehook = hook


class Broken:
    def __del__(self):
        raise ValueError("in del")


b = Broken()
del b
print("goes on")


def generator():
    try:
        yield 1
    finally:
        raise KeyError("in close")


g = generator()
next(g)
del g


def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


i = ignores()
next(i)
del i


class Target:
    pass


t = Target()
r = weakref.ref(t, lambda ref: 1 / 0)
del t
try:
    Broken()
    print("after temporary")
    raise RuntimeError("ordinary")
except RuntimeError as error:
    print(error)
sys.unraisablehook = sys.__unraisablehook__
print("end")
