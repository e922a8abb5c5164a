"""Files that lie beside the modules of packages. A compiled program looks for them where the package's source
was when it was compiled."""

import os

from importlib import import_module

__all__ = ['Package', 'contents', 'files', 'is_resource', 'open_binary', 'open_text', 'path', 'read_binary',
           'read_text']

Package = object


def _folder(package):
    module = import_module(package) if isinstance(package, str) else package
    file = getattr(module, '__file__', None)
    if file is None:
        raise FileNotFoundError(f'{module.__name__!r} has no files')
    return os.path.dirname(file)


def _place(package, resource):
    if os.path.basename(resource) != resource or not resource:
        raise ValueError(f'{resource!r} must be only a file name')
    return os.path.join(_folder(package), resource)


def files(package):
    """The package's folder."""
    from pathlib import Path
    return Path(_folder(package))


def open_binary(package, resource):
    """A file of the package, opened for reading bytes."""
    return open(_place(package, resource), 'rb')


def open_text(package, resource, encoding='utf-8', errors='strict'):
    """A file of the package, opened for reading text."""
    return open(_place(package, resource), encoding=encoding, errors=errors)


def read_binary(package, resource):
    """The bytes of a file of the package."""
    with open_binary(package, resource) as file:
        return file.read()


def read_text(package, resource, encoding='utf-8', errors='strict'):
    """The text of a file of the package."""
    with open_text(package, resource, encoding, errors) as file:
        return file.read()


def is_resource(package, name):
    """Is there such a file?"""
    return os.path.isfile(_place(package, name))


def contents(package):
    """The names in the package's folder."""
    return os.listdir(_folder(package))


class path:
    """A context manager for the place of a file."""

    def __init__(self, package, resource):
        self._place = _place(package, resource)

    def __enter__(self):
        from pathlib import Path
        return Path(self._place)

    def __exit__(self, *details):
        return None
