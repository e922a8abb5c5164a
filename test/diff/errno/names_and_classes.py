"""errno's names, and the class of exception that each number makes; OSError's arguments, attributes and text."""
import errno
import os


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


CLASSES = {'EAGAIN': 'BlockingIOError', 'EALREADY': 'BlockingIOError', 'EINPROGRESS': 'BlockingIOError', 'EWOULDBLOCK': 'BlockingIOError', 'ECHILD': 'ChildProcessError', 'EPIPE': 'BrokenPipeError',
           'ESHUTDOWN': 'BrokenPipeError', 'ECONNABORTED': 'ConnectionAbortedError', 'ECONNREFUSED': 'ConnectionRefusedError', 'ECONNRESET': 'ConnectionResetError', 'EEXIST': 'FileExistsError',
           'ENOENT': 'FileNotFoundError', 'EINTR': 'InterruptedError', 'EISDIR': 'IsADirectoryError', 'ENOTDIR': 'NotADirectoryError', 'EACCES': 'PermissionError', 'EPERM': 'PermissionError',
           'ESRCH': 'ProcessLookupError', 'ETIMEDOUT': 'TimeoutError', 'EINVAL': 'OSError', 'ENOSPC': 'OSError', 'EBADF': 'OSError', 'ENOTEMPTY': 'OSError', 'EXDEV': 'OSError'}
for name, expected in sorted(CLASSES.items()):
    number = getattr(errno, name)
    error = OSError(number, 'why')
    print(name, type(error).__name__, type(error).__name__ == expected, errno.errorcode[number] in CLASSES, error.errno == number)
print(len(errno.errorcode) > 50, all(getattr(errno, name) == number for number, name in errno.errorcode.items()))

for arguments in ((), (1,), ('text',), (2, 'no file'), (2, 'no file', 'name'), (2, 'no file', 'name', None, 'other'), (2, 'no', 'name', None), ('2', 'text'), (None, 'x'), (2, 'a', 3, 4, 5), (99999, 'strange'), (2.5, 'x', 'f'), (2, 'x', None), (2, 'x', b'raw')):
    error = OSError(*arguments)
    print(type(error).__name__, repr(error), '|', error, '|', error.args, error.errno == 2, error.strerror, error.filename, error.filename2)
for count in (6, 7):
    attempt(count, lambda: OSError(2, *range(count)).args)
print(repr(FileNotFoundError(13, 'not changed')), repr(PermissionError('plain')), repr(TimeoutError()), TimeoutError().errno)
for alias in (IOError, EnvironmentError):
    print(alias is OSError, isinstance(alias(errno.EEXIST, ''), FileExistsError))
attempt('keyword', OSError, errno=2)


class Own(OSError):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = len(args)


class WithNew(OSError):
    def __new__(cls, number):
        return super().__new__(cls, number, os.strerror(0), 'made')


own = Own(errno.ENOENT, 'mine', 'file')
print(repr(own), own, own.extra, own.filename, type(own).__name__, isinstance(own, FileNotFoundError))
try:
    made = WithNew(2)
    print(repr(made), made.errno, made.args, made.filename)
except TypeError as error:
    print(error)
error = FileNotFoundError(2, 'gone', 'path')
error.filename, error.errno, error.strerror = 'other', 7, 'changed'
print(error, error.args, error.filename)
del error.filename
print(error, error.filename)
blocked = BlockingIOError(11, 'later', 5)
print(blocked, blocked.characters_written, blocked.filename, blocked.args)
attempt('absent', lambda: BlockingIOError(11, 'later').characters_written)
attempt('absent', lambda: OSError(1, 'x').characters_written)
attempt('set', lambda: setattr(blocked, 'characters_written', 'x'))
blocked.characters_written = 9
print(blocked.characters_written)

for label, call in {'open': lambda: open('nowhere'), 'list': lambda: os.listdir('nowhere'), 'rename': lambda: os.rename('nowhere', 'there'), 'descriptor': lambda: os.read(9999, 1), 'folder': lambda: open('.'), 'mkdir': lambda: os.mkdir('.')}.items():
    try:
        call()
    except OSError as error:
        print(label, type(error).__name__, errno.errorcode[error.errno], error.filename, error.filename2, isinstance(error.args, tuple), len(error.args))


def explain(error):
    """What a tool would tell its user."""
    match error:
        case FileNotFoundError(filename=name):
            return f'{name} is missing'
        case OSError(errno=errno.ENOSPC):
            return 'the disk is full'
        case ConnectionError():
            return f'the connection failed: {error.strerror}'
        case OSError(errno=number) if number in errno.errorcode:
            return errno.errorcode[number]
        case _:
            return 'unknown'


print([explain(error) for error in (OSError(2, '', 'x'), OSError(errno.ENOSPC, ''), OSError(errno.ECONNRESET, 'peer'), OSError(errno.EXDEV, ''), OSError(123456, ''))])
