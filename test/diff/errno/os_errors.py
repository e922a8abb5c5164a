"""errno and the classes of OSError: which number makes which class, strerror, files named, attributes, failing system calls."""
import errno
import os


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except OSError as error:
        print(label, type(error).__name__, error, errno.errorcode.get(error.errno), error.filename, error.filename2, error.args)
    except Exception as error:
        print(label, type(error).__name__, error)


kinds = {}
for number, name in sorted(errno.errorcode.items()):
    kinds.setdefault(type(OSError(number, os.strerror(number))).__name__, []).append(name)
for kind in sorted(kinds):
    print(kind, kinds[kind] if len(kinds[kind]) < 10 else len(kinds[kind]))
for number in (errno.ENOENT, errno.EACCES, errno.EEXIST, errno.EINVAL, errno.EPIPE, errno.EAGAIN, errno.ETIMEDOUT, errno.ENOSPC, 0, 9999, -1):
    print(number, os.strerror(number), errno.errorcode.get(number))
print(errno.EWOULDBLOCK == errno.EAGAIN, errno.EDEADLOCK == errno.EDEADLK, errno.ENOTSUP, errno.EOPNOTSUPP, isinstance(errno.errorcode, dict), len(errno.errorcode) > 100)

for args in ((), ('text',), (errno.ENOENT,), (errno.ENOENT, 'gone'), (errno.ENOENT, 'gone', 'file'), (errno.ENOENT, 'gone', 'file', None), (errno.ENOENT, 'gone', 'file', None, 'other'),
             (errno.ENOENT, 'gone', 'file', 5, 'other'), ('2', 'gone'), (None, None), (errno.EAGAIN, 'busy', 17), (1, 2, 3, 4, 5, 6)):
    error = OSError(*args)
    print(args, type(error).__name__, repr(error), str(error), error.errno, error.strerror, error.filename, error.filename2, error.args)
error = BlockingIOError(errno.EAGAIN, 'busy', 17)
print(error.characters_written)
error.characters_written = 3
print(error.characters_written)
del error.characters_written
attempt('deleted', lambda: error.characters_written)
attempt('absent', lambda: OSError(1, 'x').characters_written)
attempt('text', setattr, error, 'characters_written', 'many')
error = OSError(errno.EPERM, 'a')
print(type(error))
error.errno, error.strerror, error.filename, error.filename2 = errno.ENOENT, 'changed', 'one', 'two'
print(str(error), type(error), error.args)
del error.filename, error.filename2
print(str(error), error.filename)


class MyError(OSError):
    pass


class Named(OSError):
    def __init__(self, name):
        self.name = name


class Both(FileNotFoundError, KeyError):
    pass


print(repr(MyError(errno.ENOENT, 'stays mine')), MyError(errno.ENOENT, 'x', 'f').filename, repr(Named('n')), Named('n').args, Named('n').errno, str(Named('n')))
print(repr(Both(errno.ENOENT, 'x')), issubclass(Both, OSError), FileNotFoundError('x').errno, repr(FileNotFoundError(errno.EACCES, 'kept')), type(FileNotFoundError(errno.EACCES, 'kept')))
print(IOError is OSError, EnvironmentError is OSError, [k.__mro__[1].__name__ for k in (ConnectionResetError, BrokenPipeError, TimeoutError, InterruptedError, ChildProcessError)])

attempt('open', open, 'missing/file')
attempt('open folder', open, '.')
attempt('bytes', open, b'missing')
attempt('listdir', os.listdir, 'missing')
attempt('rename', os.rename, 'missing', 'other')
attempt('replace', os.replace, b'missing', b'other')
attempt('mkdir', os.mkdir, '.')
attempt('rmdir', os.rmdir, 'missing')
attempt('remove', os.remove, 'missing')
attempt('stat', os.stat, 'missing')
attempt('stat', os.stat, b'missing\xff')
attempt('readlink', os.readlink, 'missing')
attempt('scandir', os.scandir, 'missing')
attempt('close', os.close, 9999)
attempt('read', os.read, 9999, 1)
attempt('fstat', os.fstat, 9999)
attempt('chdir', os.chdir, 'missing')
attempt('null', open, 'a\0b')
attempt('strerror', os.strerror, 'x')
attempt('strerror', os.strerror, 2**40)
open('plain', 'w').close()
attempt('not a folder', os.listdir, 'plain')
attempt('below a file', open, 'plain/x')
attempt('exists', os.mkdir, 'plain')
attempt('exclusive', open, 'plain', 'x')
attempt('not empty', lambda: (os.mkdir('full'), open('full/x', 'w').close(), os.rmdir('full')))
for kind in (PermissionError, IsADirectoryError, FileExistsError):
    try:
        raise kind(errno.EIO, 'odd', 'name')
    except OSError as error:
        print(type(error).__name__, error.errno == errno.EIO, error)
