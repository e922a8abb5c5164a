"""What a compiled program has of importlib: modules that are part of it can be had by name."""

import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

from builtins import __import__


def import_module(name, package=None):
    """The module with this name; with leading dots, relative to a package."""
    level = 0
    while level < len(name) and name[level] == '.':
        level += 1
    if level:
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for %r" % name)
        parts = package.split('.')
        if level > len(parts):
            raise ImportError('attempted relative import beyond top-level package')
        base = '.'.join(parts[:len(parts) - level + 1])
        name = base + '.' + name[level:] if name[level:] else base
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """There is nothing to forget: all modules are in the program."""


def reload(module):
    raise ImportError('a compiled program does not load its modules again', name=module.__name__)
