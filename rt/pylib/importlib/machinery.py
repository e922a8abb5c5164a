"""The classes by which code tells how a module came to be; no module of a compiled program was loaded by one."""

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
DEBUG_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
EXTENSION_SUFFIXES = []


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """What is known of a module before it is loaded."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.has_location = False
        self.cached = None

    @property
    def parent(self):
        return self.name.rpartition('.')[0] if self.submodule_search_locations is None else self.name

    def __repr__(self):
        text = 'ModuleSpec(name=%r, loader=%r' % (self.name, self.loader)
        if self.origin is not None:
            text += ', origin=%r' % (self.origin,)
        if self.submodule_search_locations is not None:
            text += ', submodule_search_locations=%r' % (self.submodule_search_locations,)
        return text + ')'


class BuiltinImporter:
    """Of modules that are part of the interpreter."""


class FrozenImporter:
    """Of modules that are frozen into it."""


class PathFinder:
    """Of modules found on sys.path."""


class FileFinder:
    """Of modules found in a folder."""


class SourceFileLoader:
    """Of modules with a source file."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path


class SourcelessFileLoader(SourceFileLoader):
    """Of modules with a bytecode file alone."""


class ExtensionFileLoader(SourceFileLoader):
    """Of modules in a shared library."""
