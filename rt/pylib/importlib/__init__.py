"""What a compiled program has of importlib: modules that are part of it can be had by name."""

import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

from builtins import __import__

_Module = type(sys)


def import_module(name, package=None):
    """The module with this name; with leading dots, relative to a package."""
    level = 0
    if name.startswith('.'):
        while level < len(name) and name[level] == '.':
            level += 1
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
    """Runs a module's code again, in the same module."""
    if not isinstance(module, _Module):
        raise TypeError('reload() argument must be a module')  # CPython: 144
    spec = getattr(module, '__spec__', None)
    name = module.__name__ if spec is None else spec.name
    if sys.modules.get(name) is not module:
        raise ImportError('module {} not in sys.modules'.format(name), name=name)
    if spec is not None and spec.loader is not None:
        spec.loader.exec_module(module)
        return sys.modules[name]
    del sys.modules[name]
    try:
        __import__(name)
    finally:
        again = sys.modules.setdefault(name, module)
        if type(again) is type(module) and again.__name__ == name:    # the same variables, by another object
            sys.modules[name] = module
            parent, _, child = name.rpartition('.')
            if parent in sys.modules:
                setattr(sys.modules[parent], child, module)
    return sys.modules[name]
