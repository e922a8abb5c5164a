"""Finding modules, and making them of specs."""

import os
import sys
import types
from contextlib import contextmanager

from . import import_module
from .machinery import ModuleSpec, PathFinder, SourceFileLoader, SourcelessFileLoader, _cache_name, _program_spec

__all__ = ['LazyLoader', 'Loader', 'MAGIC_NUMBER', 'cache_from_source', 'decode_source', 'find_spec', 'module_from_spec',
           'resolve_name', 'source_from_cache', 'source_hash', 'spec_from_file_location', 'spec_from_loader']

MAGIC_NUMBER = (3495).to_bytes(2, 'little') + b'\r\n'


def resolve_name(name, package):
    """An absolute name for one that may be relative."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError('no package specified for %r (required for relative module names)' % name)  # CPython: 32
    level = len(name) - len(name.lstrip('.'))
    parts = package.split('.')
    if level > len(parts):
        raise ImportError('attempted relative import beyond top-level package')
    base = '.'.join(parts[:len(parts) - level + 1])
    return base + '.' + name[level:] if name[level:] else base


def find_spec(name, package=None):
    """The spec of a module, None if there is none of that name. The packages around it are imported."""
    name = resolve_name(name, package)
    if name in sys.modules:
        module = sys.modules[name]
        if module is None:
            return None
        spec = getattr(module, '__spec__', None) or _program_spec(name)
        if spec is None:
            raise ValueError('{}.__spec__ is not set'.format(name))  # CPython: 111
        return spec
    parent = name.rpartition('.')[0]
    if not parent:
        return _find(name, None)
    package = import_module(parent)
    if not hasattr(package, '__path__'):
        raise ModuleNotFoundError('__path__ attribute not found on %r while trying to find %r' % (parent, name), name=name)  # CPython: 98
    return _find(name, package.__path__)


def __getattr__(name):
    if name == 'Loader':
        from .abc import Loader
        return Loader
    raise AttributeError('module %r has no attribute %r' % (__name__, name))


def _find(name, path):
    """What the finders of sys.meta_path answer, then the program itself and the files on the path."""
    for finder in sys.meta_path:
        spec = finder.find_spec(name, path) if hasattr(finder, 'find_spec') else None
        if spec is not None:
            return spec
    return _program_spec(name) or PathFinder.find_spec(name, path)


def module_from_spec(spec):
    """A module that knows its spec and has not run yet; one that is part of the program is that module."""
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    if module is None:
        module = types.ModuleType(spec.name)
    if getattr(module, '__spec__', None) is None:
        module.__loader__, module.__package__, module.__spec__ = spec.loader, spec.parent, spec
        if spec.submodule_search_locations is not None:
            module.__path__ = spec.submodule_search_locations
        if spec.has_location:
            module.__file__ = spec.origin
            if spec.cached is not None:
                module.__cached__ = spec.cached
    return module


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """The spec of a module that `loader` makes."""
    if origin is None:
        origin = getattr(loader, '_ORIGIN', None)
    if origin is None and hasattr(loader, 'get_filename'):
        return spec_from_file_location(name, loader=loader) if is_package is None else spec_from_file_location(
            name, loader=loader, submodule_search_locations=[] if is_package else None)
    if is_package is None and hasattr(loader, 'is_package'):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


_UNSAID = object()


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_UNSAID):
    """The spec of a module in a file; None if no loader reads such files."""
    if location is None:
        location = '<unknown>'
        if hasattr(loader, 'get_filename'):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = os.path.abspath(os.fspath(location))
    if loader is None:
        for suffix, kind in (('.py', SourceFileLoader), ('.pyc', SourcelessFileLoader)):
            if location.endswith(suffix):
                loader = kind(name, location)
                break
        else:
            return None
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is _UNSAID:
        if hasattr(loader, 'is_package'):
            try:
                submodule_search_locations = [] if loader.is_package(name) else None
            except ImportError:
                submodule_search_locations = None
        else:
            submodule_search_locations = None
    spec.submodule_search_locations = submodule_search_locations
    if submodule_search_locations == [] and location:
        submodule_search_locations.append(os.path.split(location)[0])
    return spec


def decode_source(source_bytes):
    """The text of a source file: its encoding as it declares it, its ends of lines as \\n."""
    import io
    import tokenize
    encoding = tokenize.detect_encoding(io.BytesIO(source_bytes).readline)
    return io.IncrementalNewlineDecoder(None, True).decode(source_bytes.decode(encoding[0]))


def source_hash(source_bytes):
    """The mark of a source in bytecode."""
    import _imp
    return _imp.source_hash(int.from_bytes(MAGIC_NUMBER, 'little'), source_bytes)


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where CPython would keep the bytecode of a source file."""
    return _cache_name(os.fspath(path))


def source_from_cache(path):
    """The source file whose bytecode CPython would keep there."""
    head, name = os.path.split(os.fspath(path))
    head, cache = os.path.split(head)
    if cache != '__pycache__':
        raise ValueError('__pycache__ not bottom-level directory in %r' % (path,))
    if name.count('.') not in (2, 3):
        raise ValueError('expected only 2 or 3 dots in %r' % (name,))
    return os.path.join(head, name.partition('.')[0] + '.py')


class _LazyModule(types.ModuleType):
    """A module that runs when an attribute of it is asked for."""

    def __getattribute__(self, attr):
        own = object.__getattribute__(self, '__dict__')
        spec = own['__spec__']
        original = spec.loader_state['__dict__']
        self.__class__ = spec.loader_state['__class__']
        changed = {key: value for key, value in own.items() if key not in original or original[key] is not value}
        spec.loader.exec_module(self)
        self.__dict__.update(changed)
        return getattr(self, attr)

    def __delattr__(self, attr):
        self.__getattribute__(attr)  # CPython: 264
        delattr(self, attr)


class LazyLoader:
    """Puts off what another loader does until the module is used."""

    def __init__(self, loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)  # CPython: 288

    def exec_module(self, module):
        if sys.modules.get(module.__name__) is module and module.__spec__.loader is not self:
            return
        module.__spec__.loader = self.loader
        module.__loader__ = self.loader
        module.__spec__.loader_state = {'__dict__': module.__dict__.copy(), '__class__': module.__class__}
        module.__class__ = _LazyModule
