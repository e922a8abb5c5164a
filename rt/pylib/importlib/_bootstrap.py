"""What code asks of CPython's import system by its inner name: the specs of modules, and loading by them."""

import sys

from importlib.machinery import BuiltinImporter, FrozenImporter, ModuleSpec
from importlib.util import _find, module_from_spec, spec_from_loader

_ERR_MSG = 'No module named {!r}'


def _find_spec(name, path, target=None):
    """The spec of a module that may not be imported yet."""
    return _find(name, path)


def _load(spec):
    """The module of a spec, which runs if it is not part of the program."""
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        if spec.loader is not None:
            spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(spec.name, None)
        raise
    return sys.modules[spec.name]


def _exec(spec, module):
    """Runs the module of a spec in `module`, which stands in for it."""
    sys.modules[spec.name] = module
    if spec.loader is not None:
        spec.loader.exec_module(module)
    return sys.modules[spec.name]


def _builtin_from_name(name):
    spec = BuiltinImporter.find_spec(name)
    if spec is None:
        raise ImportError('no built-in module named ' + name)  # CPython: 1313
    return _load(spec)


def _gcd_import(name, package=None, level=0):
    """importlib.import_module with the level apart."""
    from importlib import import_module
    return import_module('.' * level + name, package)


def _call_with_frames_removed(f, *args, **kwds):
    return f(*args, **kwds)


def _verbose_message(message, *args, verbosity=1):
    """Messages of python -v."""
