"""Whether the program has a module."""

import sys

from . import import_module
from .machinery import ModuleSpec


def resolve_name(name, package):
    """An absolute name for one that may be relative."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError('no package specified for %r (required for relative module names)' % name)
    level = len(name) - len(name.lstrip('.'))
    parts = package.split('.')
    if level > len(parts):
        raise ImportError('attempted relative import beyond top-level package')
    base = '.'.join(parts[:len(parts) - level + 1])
    return base + '.' + name[level:] if name[level:] else base


def find_spec(name, package=None):
    """The spec of a module of the program, None if it has none of that name. The module is imported."""
    name = resolve_name(name, package)
    if name not in sys.modules:
        try:
            import_module(name)
        except ModuleNotFoundError:
            return None
    module = sys.modules[name]
    return ModuleSpec(name, None, origin=getattr(module, '__file__', None), is_package=hasattr(module, '__path__'))


def module_from_spec(spec):
    return import_module(spec.name)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """The spec of a module that `loader` makes."""
    if is_package is None and hasattr(loader, 'is_package'):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    """A compiled program loads no files: there is a spec only for modules that it has."""
    return find_spec(name)
