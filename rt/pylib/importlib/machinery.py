"""How modules are found and loaded. Those of the program were compiled into it; a file that is not among them can be
run as a module where the program has an evaluator (--dynamic)."""

import builtins
import os
import sys

import _program

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
DEBUG_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
EXTENSION_SUFFIXES = []


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


def _cache_name(path):
    head, tail = os.path.split(path)
    return os.path.join(head, '__pycache__', tail.rpartition('.')[0] + '.cpython-311.pyc')


class ModuleSpec:
    """What is known of a module before it is loaded."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    @property
    def parent(self):
        return self.name.rpartition('.')[0] if self.submodule_search_locations is None else self.name

    @property
    def cached(self):
        if self._cached is None and self.origin is not None and self._set_fileattr and self.origin.endswith('.py'):
            self._cached = _cache_name(self.origin)
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)

    def __eq__(self, other):
        names = ('name', 'loader', 'origin', 'submodule_search_locations', 'cached', 'has_location')
        try:
            return all(getattr(self, name) == getattr(other, name) for name in names)
        except AttributeError:
            return NotImplemented

    def __repr__(self):
        text = 'ModuleSpec(name=%r, loader=%r' % (self.name, self.loader)
        if self.origin is not None:
            text += ', origin=%r' % (self.origin,)
        if self.submodule_search_locations is not None:
            text += ', submodule_search_locations=%r' % (self.submodule_search_locations,)
        return text + ')'


def _compiled(name):
    """(is it a package, file) of a module that was compiled into the program, or None."""
    for known, is_package, file in _program.modules():
        if known == name:
            return is_package, file
    return None


def _program_spec(name):
    """The spec of a module of the program, or None."""
    found = _compiled(name)
    if found is None:
        return ModuleSpec(name, BuiltinImporter, origin='built-in') if name in sys.builtin_module_names else None
    is_package, file = found
    if file is None:
        return ModuleSpec(name, NamespaceLoader(name, [], None), is_package=True)
    spec = ModuleSpec(name, SourceFileLoader(name, file), origin=file, is_package=is_package)
    spec.has_location = True
    if is_package:
        spec.submodule_search_locations.append(os.path.dirname(file))
    return spec


class _LoaderBasics:
    """What loaders of code have in common."""

    def is_package(self, fullname):
        stem = os.path.basename(self.get_filename(fullname)).rsplit('.', 1)[0]
        return stem == '__init__' and fullname.rpartition('.')[2] != '__init__'

    def create_module(self, spec):
        """None: a new module does; one that is part of the program stays what it is."""
        found = _compiled(spec.name)
        if found is None or found[1] != spec.origin:
            return None
        __import__(spec.name)
        return sys.modules[spec.name]

    def exec_module(self, module):
        found = _compiled(module.__name__)
        if found is not None and sys.modules.get(module.__name__) is module and found[1] == self.path:
            return
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError('cannot load module %r when get_code() returns None' % module.__name__)
        builtins.exec(code, module.__dict__)

    def load_module(self, fullname=None):
        from importlib._bootstrap import _load
        from importlib.util import spec_from_file_location
        name = fullname or self.name
        return _load(spec_from_file_location(name, self.path, loader=self))


class FileLoader:
    """Loads from one file."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):
        with open(path, 'rb') as file:
            return file.read()


class SourceFileLoader(FileLoader, _LoaderBasics):
    """Loads modules from source files."""

    def path_mtime(self, path):
        return int(self.path_stats(path)['mtime'])

    def path_stats(self, path):
        found = os.stat(path)
        return {'mtime': found.st_mtime, 'size': found.st_size}

    def get_source(self, fullname):
        from importlib.util import decode_source
        path = self.get_filename(fullname)
        try:
            return decode_source(self.get_data(path))
        except OSError as error:
            raise ImportError('source not available through get_data()', name=fullname) from error

    def source_to_code(self, data, path, *, _optimize=-1):
        return builtins.compile(data, path, 'exec', dont_inherit=True, optimize=_optimize)

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)

    def set_data(self, path, data, *, _mode=0o666):
        with open(path, 'wb') as file:
            file.write(data)


class SourcelessFileLoader(FileLoader, _LoaderBasics):
    """Of modules with a bytecode file alone: a compiled program can do nothing with them."""

    def get_code(self, fullname):
        raise ImportError('a compiled program runs no bytecode', name=fullname, path=self.path)

    def get_source(self, fullname):
        return None


class ExtensionFileLoader(FileLoader, _LoaderBasics):
    """Of modules in a shared library: a compiled program can do nothing with them."""

    def create_module(self, spec):
        raise ImportError('a compiled program loads no extension modules', name=self.name, path=self.path)

    def get_code(self, fullname):
        return None

    get_source = get_code


class NamespaceLoader:
    """Of packages that are folders without a file of their own."""

    def __init__(self, name, path, path_finder):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass


class BuiltinImporter:
    """Of modules that are part of the runtime."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return _program_spec(fullname) if path is None and fullname in sys.builtin_module_names else None

    @staticmethod
    def create_module(spec):
        __import__(spec.name)
        return sys.modules[spec.name]

    @staticmethod
    def exec_module(module):
        pass

    @classmethod
    def is_package(cls, fullname):
        return False

    @classmethod
    def get_code(cls, fullname):
        return None

    get_source = get_code


class FrozenImporter:
    """Of modules that are frozen into the interpreter: there are none."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None


class FileFinder:
    """Finds modules in a folder."""

    def __init__(self, path, *loader_details):
        self.path = os.path.abspath(path or '.')

    @classmethod
    def path_hook(cls, *loader_details):
        def path_hook_for_FileFinder(path):
            if not os.path.isdir(path):
                raise ImportError('only directories are supported', path=path)
            return cls(path, *loader_details)
        return path_hook_for_FileFinder

    def invalidate_caches(self):
        pass

    def find_spec(self, fullname, target=None):
        from importlib.util import spec_from_file_location
        stem = os.path.join(self.path, fullname.rpartition('.')[2])
        for file, folder in ((os.path.join(stem, '__init__.py'), [stem]), (stem + '.py', None)):
            if os.path.isfile(file):
                return spec_from_file_location(fullname, file, submodule_search_locations=folder)
        return None

    def __repr__(self):
        return 'FileFinder(%r)' % (self.path,)


class PathFinder:
    """Finds modules of the program, then files on sys.path."""

    @staticmethod
    def invalidate_caches():
        pass

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        spec = _program_spec(fullname)
        if spec is not None and spec.has_location:
            folder = os.path.dirname(spec.origin)
            if path is None or (os.path.dirname(folder) if spec.submodule_search_locations else folder) in path:
                return spec
        for folder in sys.path if path is None else path:
            spec = FileFinder(folder).find_spec(fullname)
            if spec is not None:
                return spec
        return None


class WindowsRegistryFinder:
    """Of modules in the registry of Windows."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None
