"""The operating system: files, folders, the process and its environment."""
import abc
import sys
from posix import *
import posix as _posix
from posix import _exit
from _collections_abc import MutableMapping as _MutableMapping

name = 'posix'
linesep = '\n'
error = OSError
stat_result = _posix.stat_result
DirEntry = _posix.DirEntry
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2

from . import path
from .path import curdir, pardir, sep, pathsep, defpath, altsep, extsep, devnull


# -- names ------------------------------------------------------------------------------------------

def fspath(path):
    """A path object as str or bytes."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError('expected str, bytes or os.PathLike object, not ' + type(path).__name__)
    result = method(path)
    if isinstance(result, (str, bytes)):
        return result
    raise TypeError('expected %s.__fspath__() to return str or bytes, not %s'
                    % (type(path).__name__, type(result).__name__))


class PathLike(abc.ABC):
    """Objects that stand for a path."""

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return hasattr(subclass, '__fspath__') or NotImplemented
        return NotImplemented

    @classmethod
    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


# -- the environment ----------------------------------------------------------------------------------

class _Environ(_MutableMapping):
    """Environment variables; changes reach the process."""

    def __init__(self, data):
        self._data = data

    @staticmethod
    def _check(value):
        if not isinstance(value, str):
            raise TypeError('str expected, not %s' % type(value).__name__)
        return value

    def __getitem__(self, key):
        try:
            return self._data[self._check(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key, value = self._check(key), self._check(value)
        _posix.putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        _posix.unsetenv(self._check(key))
        try:
            del self._data[key]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        shown = ', '.join(['%r: %r' % item for item in self._data.items()])
        return 'environ({%s})' % shown

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __or__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        result = dict(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        result = dict(other)
        result.update(self)
        return result

    def __ior__(self, other):
        self.update(other)
        return self


environ = _Environ(dict(_posix.environ))


def getenv(key, default=None):
    return environ.get(key, default)


# -- folders ------------------------------------------------------------------------------------------

def makedirs(name, mode=0o777, exist_ok=False):
    """mkdir, with all folders on the way."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir or tail == b'.':
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """rmdir, and then the folders above as far as they are empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """rename, with folders made and removed as needed."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def _read_folder(top, onerror, followlinks):
    """(folders, files, folders to walk into) of one folder; None if it cannot be read."""
    folders, files, inside = [], [], []
    try:
        entries = list(scandir(top))
    except OSError as problem:
        if onerror is not None:
            onerror(problem)
        return None
    for entry in entries:
        try:
            is_folder = entry.is_dir()
        except OSError:
            is_folder = False
        if not is_folder:
            files.append(entry.name)
            continue
        folders.append(entry.name)
        if followlinks or not entry.is_symlink():
            inside.append(entry.path)
    return folders, files, inside


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Yields (folder, folders in it, files in it) for a tree of folders."""
    top = fspath(top)
    found = _read_folder(top, onerror, followlinks)
    if found is None:
        return
    folders, files, inside = found
    if topdown:
        yield top, folders, files
        for folder in folders:
            below = path.join(top, folder)
            if followlinks or not path.islink(below):
                yield from walk(below, topdown, onerror, followlinks)
    else:
        for below in inside:
            yield from walk(below, topdown, onerror, followlinks)
        yield top, folders, files


# -- the rest ------------------------------------------------------------------------------------------

def get_exec_path(env=None):
    env = environ if env is None else env
    return env.get('PATH', defpath).split(pathsep)


class terminal_size(tuple):
    """Columns and lines of a terminal."""
    __slots__ = ()
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return 'os.terminal_size(columns=%d, lines=%d)' % self


def get_terminal_size(fd=1):
    """From COLUMNS and LINES; there is no portable way to ask a terminal."""
    if not isatty(fd):
        raise OSError(25, strerror(25))
    return terminal_size((int(environ.get('COLUMNS', 80)), int(environ.get('LINES', 24))))


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    """A file object for a descriptor."""
    if not isinstance(fd, int):
        raise TypeError('invalid fd type (%s, expected integer)' % type(fd))
    if 'b' in mode:
        return _open_file(fd, mode, buffering, *args, **kwargs)
    return _open_file(fd, mode, buffering, encoding, *args, **kwargs)


from builtins import open as _open_file


def sched_getaffinity(pid):
    return set(range(cpu_count() or 1))


supports_follow_symlinks = {stat}
supports_dir_fd = set()
supports_fd = {stat, listdir}
supports_effective_ids = set()
