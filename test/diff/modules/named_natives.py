# Modules of the runtime that only a constant names, not an import statement; partial with a keyword "cls".
import functools
import importlib

print(__import__('cmath').__name__, importlib.import_module('_bisect').__name__)


def show(*args, **kwargs):
    return args, kwargs


print(functools.partial(show, 1, cls=2)(3, self=4), functools.partial(show, cls=int).keywords)
