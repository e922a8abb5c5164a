"""The operating system: files, folders, the process and its environment."""
# CPython: file <frozen os>

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
        raise TypeError('expected str, bytes or os.PathLike object, not ' + type(path).__name__)  # CPython: -
    result = method(path)
    if isinstance(result, (str, bytes)):
        return result
    raise TypeError('expected %s.__fspath__() to return str or bytes, not %s'
                    % (type(path).__name__, type(result).__name__))


class PathLike(abc.ABC):
    """Objects that stand for a path."""

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError  # CPython: 1079

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return hasattr(subclass, '__fspath__') or NotImplemented
        return NotImplemented

    @classmethod
    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


def fsencode(filename):
    filename = fspath(filename)  # CPython: 812
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)  # CPython: 824
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


# -- the environment ----------------------------------------------------------------------------------

class _Environ(_MutableMapping):
    """Environment variables; changes reach the process."""

    def __init__(self, data):
        self._data = data

    @staticmethod
    def _check(value):
        if not isinstance(value, str):
            raise TypeError('str expected, not %s' % type(value).__name__)  # CPython: 758 encode
        return value

    def __getitem__(self, key):
        try:
            return self._data[self._check(key)]  # CPython: 676
        except KeyError:
            raise KeyError(key) from None  # CPython: 679

    def __setitem__(self, key, value):
        key = self._check(key)  # CPython: 683
        value = self._check(value)  # CPython: 684
        _posix.putenv(key, value)  # CPython: 685
        self._data[key] = value

    def __delitem__(self, key):
        key = self._check(key)  # CPython: 689
        _posix.unsetenv(key)  # CPython: 690
        try:
            del self._data[key]
        except KeyError:
            raise KeyError(key) from None  # CPython: 695

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


class _EnvironBytes(_MutableMapping):
    """The environment with names and values as bytes."""

    @staticmethod
    def _check(value):
        if not isinstance(value, bytes):
            raise TypeError('bytes expected, not %s' % type(value).__name__)
        return fsdecode(value)

    def __getitem__(self, key):
        try:
            return fsencode(environ[self._check(key)])
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        environ[self._check(key)] = self._check(value)

    def __delitem__(self, key):
        try:
            del environ[self._check(key)]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        return map(fsencode, environ)

    def __len__(self):
        return len(environ)

    def __repr__(self):
        return 'environ({%s})' % ', '.join(['%r: %r' % item for item in self.items()])

    def copy(self):
        return dict(self)


environb = _EnvironBytes()


def getenv(key, default=None):
    return environ.get(key, default)  # CPython: 777


def getenvb(key, default=None):
    return environb.get(key, default)  # CPython: 798


# -- folders ------------------------------------------------------------------------------------------

def makedirs(name, mode=0o777, exist_ok=False):
    """mkdir, with all folders on the way."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)  # CPython: 215
        except FileExistsError:
            pass
        if tail == curdir or tail == b'.':
            return
    try:
        mkdir(name, mode)  # CPython: 225
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
        makedirs(head)  # CPython: 271
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)  # CPython: 276
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


def fwalk(top='.', topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """As walk(), with an open folder as fourth item."""
    top = fspath(top)  # CPython: 465
    before = stat(top, follow_symlinks=False, dir_fd=dir_fd)
    opened = open(top, O_RDONLY | O_NONBLOCK, dir_fd=dir_fd)
    try:
        if follow_symlinks or path.samestat(before, stat(opened)):
            yield from _fwalk(opened, top, isinstance(top, bytes), topdown, onerror, follow_symlinks)
    finally:
        close(opened)


def _fwalk(opened, top, is_bytes, topdown, onerror, follow_symlinks):
    folders, files = [], []
    for entry in scandir(opened):
        name = fsencode(entry.name) if is_bytes else entry.name
        try:
            (folders if entry.is_dir() else files).append(name)
        except OSError:
            files.append(name)
    if topdown:
        yield top, folders, files, opened
    for name in folders:
        try:
            before = stat(name, dir_fd=opened, follow_symlinks=follow_symlinks)
            inner = open(name, O_RDONLY | O_NONBLOCK, dir_fd=opened)
        except OSError as problem:
            if onerror is not None:
                onerror(problem)
            continue
        try:
            if follow_symlinks or path.samestat(before, stat(inner)):
                yield from _fwalk(inner, path.join(top, name), is_bytes, topdown, onerror, follow_symlinks)
        finally:
            close(inner)
    if not topdown:
        yield top, folders, files, opened


# -- other programs ------------------------------------------------------------------------------------

def get_exec_path(env=None):
    """The folders in which programs are looked for."""
    env = environ if env is None else env
    try:
        found = env.get('PATH')
    except TypeError:  # the names may be bytes
        found = None
    try:
        as_bytes = env[b'PATH']
    except (KeyError, TypeError):
        as_bytes = None
    if as_bytes is not None:
        if found is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")  # CPython: 651
        found = as_bytes
    return (defpath if found is None else fsdecode(found)).split(pathsep)


def execl(file, *args):
    execv(file, args)


def execle(file, *args):
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    execvp(file, args)  # CPython: 557


def execlpe(file, *args):
    execvpe(file, args[:-1], args[-1])


def execvp(file, args):
    _exec_in_path(execv, get_exec_path(), file, args)


def execvpe(file, args, env):
    if env is None:
        execvp(file, args)
    _exec_in_path(execve, get_exec_path(env), file, args, env)


def _exec_in_path(execute, folders, file, *rest):
    if path.dirname(file):
        execute(file, *rest)
    problem = None
    file = fsencode(file)
    for folder in map(fsencode, folders):
        try:
            execute(path.join(folder, file), *rest)
        except (FileNotFoundError, NotADirectoryError) as error:
            missing = error
        except OSError as error:
            problem = problem or error
    raise problem or missing


P_WAIT = 0
P_NOWAIT = P_NOWAITO = 1


def _spawn(mode, file, args, env, execute):
    """A program as a child process: its exit status, or with P_NOWAIT its number."""
    if not isinstance(args, (tuple, list)):
        raise TypeError('argv must be a tuple or a list')
    if not args or not args[0]:
        raise ValueError('argv first element cannot be empty')
    child = fork()
    if not child:
        try:
            execute(file, args) if env is None else execute(file, args, env)
        finally:
            _exit(127)
    if mode == P_NOWAIT:
        return child
    while True:
        _, status = waitpid(child, 0)
        if not WIFSTOPPED(status):
            return waitstatus_to_exitcode(status)


def spawnv(mode, file, args):
    return _spawn(mode, file, args, None, execv)


def spawnve(mode, file, args, env):
    return _spawn(mode, file, args, env, execve)


def spawnvp(mode, file, args):
    return _spawn(mode, file, args, None, execvp)


def spawnvpe(mode, file, args, env):
    return _spawn(mode, file, args, env, execvpe)


def spawnl(mode, file, *args):
    return spawnv(mode, file, args)  # CPython: 930


def spawnle(mode, file, *args):
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    return spawnvp(mode, file, args)  # CPython: 958


def spawnlpe(mode, file, *args):
    return spawnvpe(mode, file, args[:-1], args[-1])


class _PipedCommand:
    """The output or the input of a command, a text file whose close() answers the command's status."""

    def __init__(self, stream, process):
        self._stream = stream
        self._process = process

    def close(self):
        self._stream.close()
        status = self._process.wait()
        return None if status == 0 else status << 8 if status > 0 else status

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def popen(cmd, mode='r', buffering=-1):
    """A shell command with a pipe to it or from it."""
    if not isinstance(cmd, str):
        raise TypeError('invalid cmd type (%s, expected string)' % type(cmd))  # CPython: 980
    if mode not in ('r', 'w'):
        raise ValueError('invalid mode %r' % mode)  # CPython: 982
    if buffering == 0 or buffering is None:
        raise ValueError('popen() does not support unbuffered streams')  # CPython: 984
    import subprocess
    if mode == 'r':
        process = subprocess.Popen(cmd, shell=True, text=True, stdout=subprocess.PIPE, bufsize=buffering)
        return _PipedCommand(process.stdout, process)
    process = subprocess.Popen(cmd, shell=True, text=True, stdin=subprocess.PIPE, bufsize=buffering)
    return _PipedCommand(process.stdin, process)


_fork_hooks = {'before': [], 'after_in_child': [], 'after_in_parent': []}


def register_at_fork(**functions):
    """Functions to be called when the process forks: before, after_in_child, after_in_parent."""
    if not functions:
        raise TypeError('At least one argument is required.')
    for name in functions:
        if name not in _fork_hooks:
            raise TypeError('%r is an invalid keyword argument for register_at_fork()' % name)
    for name, hooks in _fork_hooks.items():
        if name in functions and not callable(functions[name]):
            raise TypeError('%r must be callable, not %s' % (name, type(functions[name]).__name__))
    for name, function in functions.items():
        _fork_hooks[name].insert(0 if name == 'before' else len(_fork_hooks[name]), function)


def fork():
    """A second process that goes on from here; 0 in it, its number in this one."""
    return _with_hooks(_posix.fork)


def forkpty():
    return _with_hooks(_posix.forkpty)


def _with_hooks(call):
    for hook in _fork_hooks['before']:
        hook()
    result = call()
    child = result[0] if isinstance(result, tuple) else result
    for hook in _fork_hooks['after_in_parent' if child else 'after_in_child']:
        hook()
    return result


# -- the rest ------------------------------------------------------------------------------------------

def device_encoding(fd):
    """The encoding of a terminal, None of other files."""
    return 'UTF-8' if isatty(fd) else None


def get_terminal_size(fd=1):
    """The size of the terminal that a descriptor stands for."""
    if hasattr(_posix, '_winsize'):
        return terminal_size(_posix._winsize(fd))
    if not isatty(fd):
        raise OSError(25, strerror(25))
    return terminal_size((80, 24))


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    """A file object for a descriptor."""
    if not isinstance(fd, int):
        raise TypeError('invalid fd type (%s, expected integer)' % type(fd))  # CPython: 1027
    if 'b' in mode:
        return _open_file(fd, mode, buffering, *args, **kwargs)
    return _open_file(fd, mode, buffering, encoding, *args, **kwargs)


from builtins import open as _open_file


supports_bytes_environ = True
supports_follow_symlinks = {access, link, stat, utime}
supports_dir_fd = {access, chmod, link, mkdir, open, readlink, rename, rmdir, stat, symlink, unlink, utime}
supports_fd = {chdir, chmod, listdir, scandir, stat, truncate, utime}
supports_effective_ids = {access}
if hasattr(_posix, 'fork'):
    supports_follow_symlinks |= {chown, getxattr, listxattr, removexattr, setxattr}
    supports_dir_fd |= {chown, mkfifo, mknod}
    supports_fd |= {chown, execve, getxattr, listxattr, pathconf, removexattr, setxattr, statvfs}
else:
    del fork, forkpty, register_at_fork
    def sched_getaffinity(pid):
        return set(range(cpu_count() or 1))
