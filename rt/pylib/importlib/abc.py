"""Abstract classes of what loads modules."""

import abc


class Finder(metaclass=abc.ABCMeta):
    """Finds modules."""


class MetaPathFinder(Finder):
    """Finds modules for sys.meta_path."""


class PathEntryFinder(Finder):
    """Finds modules in one place."""


class Loader(metaclass=abc.ABCMeta):
    """Loads a module."""

    def create_module(self, spec):
        return None


class InspectLoader(Loader):
    """Knows the source of what it loads."""


class ExecutionLoader(InspectLoader):
    """Knows its file, too."""
