"""Looking through the packages of a compiled program. It has the modules that were compiled into it: those that
its code imports, and all of a package whose __path__ it hands to iter_modules or walk_packages."""

import importlib
import os
import sys
from collections import namedtuple

import _program

__all__ = ['get_importer', 'iter_importers', 'get_loader', 'find_loader', 'walk_packages', 'iter_modules', 'get_data',
           'read_code', 'extend_path', 'ModuleInfo', 'resolve_name']

ModuleInfo = namedtuple('ModuleInfo', 'module_finder name ispkg')
ModuleInfo.__doc__ = 'A namedtuple with minimal info about a module.'


class _Loader:
    """Loads one module of the program."""

    def __init__(self, name):
        self.name = name

    def get_filename(self, name=None):
        return importlib.import_module(self.name).__file__

    def load_module(self, name=None):
        return importlib.import_module(self.name)

    def create_module(self, spec):
        return importlib.import_module(self.name)

    def exec_module(self, module):
        """It ran when it was made."""


class _Finder:
    """Finds the modules of one package."""

    def __init__(self, path, package):
        self.path = path
        self._package = package

    def find_spec(self, name, target=None):
        from importlib.util import find_spec
        plain = name.rpartition('.')[2]
        full = self._package + '.' + plain if self._package else plain
        spec = find_spec(full)
        if spec is not None:
            spec.loader = _Loader(full)
        return spec

    def find_module(self, name, path=None):
        spec = self.find_spec(name)
        return None if spec is None else spec.loader

    def __repr__(self):
        return 'FileFinder(%r)' % self.path


def _in_folder(folder):
    """(module, whether it is a package) of the modules whose files are in a folder."""
    folder = os.path.abspath(folder)
    for name, is_package, file in _program.modules():
        if file is None:
            continue
        place = os.path.dirname(os.path.abspath(file))
        if (os.path.dirname(place) if is_package else place) == folder and not name.startswith('_program_data'):
            yield name, is_package


def iter_modules(path=None, prefix=''):
    """The modules of the program in the folders of `path`; None: those that are in no package."""
    if isinstance(path, str):
        raise ValueError('path must be None or list of paths to look for modules in')  # CPython: 123
    if path is None:
        finder = _Finder('', '')
        found = [(finder, name, is_package) for name, is_package, file in _program.modules()
                 if '.' not in name and file is not None and name != '_program_data']
    else:
        found = []
        for folder in path:
            for name, is_package in _in_folder(folder):
                package, dot, plain = name.rpartition('.')
                found.append((_Finder(folder, package), plain, is_package))
    seen = set()
    for finder, name, is_package in sorted(found, key=lambda row: row[1]):
        if name not in seen:
            seen.add(name)
            yield ModuleInfo(finder, prefix + name, is_package)


def walk_packages(path=None, prefix='', onerror=None):
    """The same for the packages among them, too, which are imported for that."""
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            importlib.import_module(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            inner = getattr(sys.modules[info.name], '__path__', None) or []
            yield from walk_packages(inner, info.name + '.', onerror)


def get_importer(path_item):
    """What finds modules in a folder: modules of a compiled program are all in it."""
    return _Finder(path_item, '')


def iter_importers(fullname=''):
    for folder in sys.path:
        yield get_importer(folder)


def find_loader(fullname):
    if fullname.startswith('.'):
        raise ImportError('Relative module name {!r} not supported'.format(fullname))
    from importlib.util import find_spec
    try:
        spec = find_spec(fullname)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        raise ImportError('Error while finding loader for {!r} ({}: {})'.format(fullname, type(error), error)) from error
    return None if spec is None else _Loader(fullname)


def get_loader(module_or_name):
    """The loader of a module, given as such or by its name. Modules of the program have none as an attribute."""
    if module_or_name in sys.modules:
        module_or_name = sys.modules[module_or_name]
        if module_or_name is None:
            return None
    if isinstance(module_or_name, str):
        return find_loader(module_or_name)
    name = module_or_name.__name__
    loader = getattr(module_or_name, '__loader__', None)
    is_of_program = name in sys.builtin_module_names or getattr(module_or_name, '__file__', None) is not None
    return _Loader(name) if loader is None and is_of_program else loader


def read_code(stream):
    """There is no bytecode."""
    return None


def extend_path(path, name):
    """The folders of a package are known when the program is compiled."""
    return path[:] if isinstance(path, list) else path


def get_data(package, resource):
    """The contents of a file beside a package's modules."""
    module = sys.modules.get(package) or importlib.import_module(package)
    file = getattr(module, '__file__', None)
    if file is None:
        return None
    parts = resource.split('/')
    try:
        with open(os.path.join(os.path.dirname(file), *parts), 'rb') as stream:
            return stream.read()
    except FileNotFoundError:
        data = _carried(package).get('/'.join(parts))
        if data is None:
            raise
        return data


def _carried(package):
    """The files of a package that the program carries with it."""
    try:
        from _program_data import FILES
    except ImportError:
        return {}
    return FILES.get(package, {})


def resolve_name(name):
    """The object that 'package.module:attribute' or 'package.module.attribute' names."""
    module_name, colon, attributes = name.partition(':')
    dotted = module_name + ('.' + attributes if attributes else '')
    if not all(part.isidentifier() for part in dotted.split('.')):
        raise ValueError(f'invalid format: {name!r}')  # CPython: 688
    if colon:
        result = importlib.import_module(module_name)
        parts = attributes.split('.') if attributes else []
    else:
        parts = name.split('.')
        module_name = parts.pop(0)
        result = importlib.import_module(module_name)
        while parts:
            module_name = f'{module_name}.{parts[0]}'
            try:
                result = importlib.import_module(module_name)
            except ImportError:
                break
            parts.pop(0)
    for part in parts:
        result = getattr(result, part)
    return result
