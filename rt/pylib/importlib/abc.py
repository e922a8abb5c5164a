"""Abstract classes of what finds and loads modules."""

import abc
import builtins

from . import machinery


class Finder(metaclass=abc.ABCMeta):
    """Finds modules."""

    @abc.abstractmethod
    def find_module(self, fullname, path=None):
        """The loader of a module, or None."""


class MetaPathFinder(metaclass=abc.ABCMeta):
    """Finds modules for sys.meta_path."""

    def find_module(self, fullname, path):
        found = self.find_spec(fullname, path) if hasattr(self, 'find_spec') else None
        return None if found is None else found.loader

    def invalidate_caches(self):
        """Nothing is kept."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    """Finds modules in one place."""

    def find_loader(self, fullname):
        found = self.find_spec(fullname) if hasattr(self, 'find_spec') else None
        if found is None:
            return None, []
        return found.loader, found.submodule_search_locations or []

    def invalidate_caches(self):
        """Nothing is kept."""


class Loader(metaclass=abc.ABCMeta):
    """Loads a module."""

    def create_module(self, spec):
        return None

    def load_module(self, fullname):
        if not hasattr(self, 'exec_module'):
            raise ImportError
        from importlib._bootstrap import _load, spec_from_loader
        return _load(spec_from_loader(fullname, self))


class ResourceLoader(Loader):
    """Reads other files, too."""

    @abc.abstractmethod
    def get_data(self, path):
        raise OSError  # CPython: 174


class InspectLoader(Loader):
    """Knows the source of what it loads."""

    def is_package(self, fullname):
        raise ImportError  # CPython: 192

    def get_code(self, fullname):
        source = self.get_source(fullname)  # CPython: 202
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        raise ImportError  # CPython: 214

    @staticmethod
    def source_to_code(data, path='<string>'):
        return builtins.compile(data, path, 'exec', dont_inherit=True)

    exec_module = machinery._LoaderBasics.exec_module


class ExecutionLoader(InspectLoader):
    """Knows its file, too."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        raise ImportError  # CPython: 246

    def get_code(self, fullname):
        source = self.get_source(fullname)  # CPython: 254
        if source is None:
            return None
        try:
            return self.source_to_code(source, self.get_filename(fullname))
        except ImportError:
            return self.source_to_code(source)  # CPython: 260


class FileLoader(machinery.FileLoader, ResourceLoader, ExecutionLoader):
    """Loads from one file."""


class SourceLoader(ResourceLoader, ExecutionLoader):
    """Loads from source, wherever that is."""

    def path_mtime(self, path):
        if self.path_stats.__func__ is SourceLoader.path_stats:
            raise OSError  # CPython: 296
        return int(self.path_stats(path)['mtime'])  # CPython: 297

    def path_stats(self, path):
        if self.path_mtime.__func__ is SourceLoader.path_mtime:
            raise OSError  # CPython: 307
        return {'mtime': self.path_mtime(path)}  # CPython: 308

    def set_data(self, path, data):
        """Nothing is kept."""

    def get_source(self, fullname):
        from importlib.util import decode_source
        try:
            return decode_source(self.get_data(self.get_filename(fullname)))
        except OSError as error:
            raise ImportError('source not available through get_data()', name=fullname) from error


for _class in (machinery.SourceFileLoader, machinery.ExtensionFileLoader, machinery.SourcelessFileLoader):
    (SourceLoader if _class is machinery.SourceFileLoader else ExecutionLoader).register(_class)
    FileLoader.register(_class)
for _class in (machinery.BuiltinImporter, machinery.FrozenImporter):
    InspectLoader.register(_class)
for _class in (machinery.BuiltinImporter, machinery.FrozenImporter, machinery.PathFinder):
    MetaPathFinder.register(_class)
PathEntryFinder.register(machinery.FileFinder)


class ResourceReader(metaclass=abc.ABCMeta):
    """Reads the files beside a package."""

    @abc.abstractmethod
    def open_resource(self, resource):
        raise FileNotFoundError

    @abc.abstractmethod
    def resource_path(self, resource):
        raise FileNotFoundError

    @abc.abstractmethod
    def is_resource(self, path):
        raise FileNotFoundError

    @abc.abstractmethod
    def contents(self):
        raise FileNotFoundError


class Traversable(metaclass=abc.ABCMeta):
    """A file or folder, wherever it is: the part of pathlib.Path that reads."""

    @abc.abstractmethod
    def iterdir(self):
        """What is in the folder."""

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def read_text(self, encoding=None):
        with self.open(encoding=encoding) as file:
            return file.read()

    @abc.abstractmethod
    def is_dir(self):
        """Is it a folder?"""

    @abc.abstractmethod
    def is_file(self):
        """Is it a file?"""

    @abc.abstractmethod
    def joinpath(self, *descendants):
        """What is at that place in the folder."""

    def __truediv__(self, child):
        return self.joinpath(child)

    @abc.abstractmethod
    def open(self, mode='r', *args, **kwargs):
        """The file, opened."""

    @property
    @abc.abstractmethod
    def name(self):
        """The last part of its name."""


class TraversableResources(ResourceReader):
    """Reads them by a Traversable."""

    @abc.abstractmethod
    def files(self):
        """The folder of the package."""

    def open_resource(self, resource):
        return self.files().joinpath(resource).open('rb')

    def resource_path(self, resource):
        raise FileNotFoundError(resource)

    def is_resource(self, path):
        return self.files().joinpath(path).is_file()

    def contents(self):
        return (item.name for item in self.files().iterdir())
