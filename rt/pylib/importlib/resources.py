"""Files that lie beside the modules of packages: they are looked for where the package's source was when the program
was compiled, and among those that the program carries with it."""

import os

from importlib import import_module

try:
    from _program_data import FILES as _carried
except ImportError:
    _carried = {}

__all__ = ['Package', 'Resource', 'as_file', 'contents', 'files', 'is_resource', 'open_binary', 'open_text', 'path',
           'read_binary', 'read_text']

Package = object
Resource = str


def _module(package):
    return import_module(package) if isinstance(package, str) else package


def _folder(package):
    module = _module(package)
    file = getattr(module, '__file__', None)
    if file is None:
        raise FileNotFoundError(f'{module.__name__!r} has no files')
    return os.path.dirname(file)


class _Carried:
    """A file or folder that the program carries; it has what pathlib.Path has for reading."""

    def __init__(self, package, parts=()):
        self._package, self._parts = package, parts

    @property
    def name(self):
        return self._parts[-1] if self._parts else self._package.rpartition('.')[2]

    @property
    def suffix(self):
        return os.path.splitext(self.name)[1]

    @property
    def stem(self):
        return os.path.splitext(self.name)[0]

    def _files(self):
        return _carried.get(self._package, {})

    def joinpath(self, *names):
        parts = [part for name in names for part in str(name).split('/') if part not in ('', '.')]
        return _Carried(self._package, self._parts + tuple(parts))

    __truediv__ = joinpath

    def is_file(self):
        return '/'.join(self._parts) in self._files()

    def is_dir(self):
        start = ''.join(part + '/' for part in self._parts)
        return any(name.startswith(start) for name in self._files())

    exists = is_file

    def iterdir(self):
        start = ''.join(part + '/' for part in self._parts)
        seen = []
        for name in self._files():
            child = name[len(start):].partition('/')[0]
            if name.startswith(start) and child not in seen:
                seen.append(child)
                yield self / child

    def read_bytes(self):
        try:
            return self._files()['/'.join(self._parts)]
        except KeyError:
            raise FileNotFoundError(2, 'No such file or directory', str(self)) from None

    def read_text(self, encoding=None, errors=None):
        return self.open(encoding=encoding, errors=errors).read()

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        import io
        stream = io.BytesIO(self.read_bytes())
        return stream if 'b' in mode else io.TextIOWrapper(stream, encoding, errors, newline)

    def __str__(self):
        return '/'.join((self._package.replace('.', '/'),) + self._parts)

    def __repr__(self):
        return f'<file {str(self)!r} of the program>'


def files(anchor):
    """The package's folder."""
    module = _module(anchor)
    folder = _folder(module)
    if not os.path.isdir(folder) and module.__name__ in _carried:
        return _Carried(module.__name__)
    from pathlib import Path
    return Path(folder)


def _place(package, resource):
    if os.path.basename(resource) != resource or not resource:
        raise ValueError(f'{resource!r} must be only a file name')
    return files(package) / resource


def open_binary(package, resource):
    """A file of the package, opened for reading bytes."""
    return _place(package, resource).open('rb')


def open_text(package, resource, encoding='utf-8', errors='strict'):
    """A file of the package, opened for reading text."""
    return _place(package, resource).open('r', encoding=encoding, errors=errors)


def read_binary(package, resource):
    """The bytes of a file of the package."""
    return _place(package, resource).read_bytes()


def read_text(package, resource, encoding='utf-8', errors='strict'):
    """The text of a file of the package."""
    with open_text(package, resource, encoding, errors) as file:
        return file.read()


def is_resource(package, name):
    """Is there such a file?"""
    return _place(package, name).is_file()


def contents(package):
    """The names in the package's folder."""
    return [entry.name for entry in files(package).iterdir()]


class as_file:
    """A context manager for the place of a file in the file system."""

    def __init__(self, traversable):
        self._source = traversable
        self._made = None

    def __enter__(self):
        if not isinstance(self._source, _Carried):
            return self._source
        import tempfile
        from pathlib import Path
        handle, self._made = tempfile.mkstemp(self._source.suffix)
        with open(handle, 'wb') as file:
            file.write(self._source.read_bytes())
        return Path(self._made)

    def __exit__(self, *details):
        if self._made:
            os.remove(self._made)


def path(package, resource):
    """The same for a file of a package."""
    return as_file(_place(package, resource))
