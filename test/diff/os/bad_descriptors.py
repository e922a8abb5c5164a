# Descriptors that are not open, as paths and as descriptors, and what is no descriptor at all.
# difftest: no-wasi (descriptors as paths are not there)
import os


class WithFileno:
    def __init__(self, fd):
        self.fd = fd

    def fileno(self):
        return self.fd


def show(name, call):
    try:
        print(name, call())
    except (OSError, ValueError, TypeError, OverflowError) as error:
        print(name, type(error).__name__, error)


CALLS = {
    'stat': os.stat,
    'chdir': os.chdir,
    'listdir': os.listdir,
    'statvfs': os.statvfs,
    'fstat': os.fstat,
    'fchdir': os.fchdir,
    'fsync': os.fsync,
    'fdatasync': os.fdatasync,
    'close': os.close,
    'utime': os.utime,
    'chmod': lambda fd: os.chmod(fd, 0o600),
    'truncate': lambda fd: os.truncate(fd, 0),
    'ftruncate': lambda fd: os.ftruncate(fd, 0),
    'fchmod': lambda fd: os.fchmod(fd, 0o600),
    'pathconf': lambda fd: os.pathconf(fd, 'PC_NAME_MAX'),
    'fpathconf': lambda fd: os.fpathconf(fd, 'PC_NAME_MAX'),
}
for name, call in CALLS.items():
    for fd in (-2, 9999, 2**40, -(2**70)):
        show(f'{name} {fd}', lambda: call(fd))
for name in ('fchdir', 'fsync', 'fdatasync', 'fpathconf'):
    for value in ('a', 1.5, None, WithFileno(-3), WithFileno(9999), WithFileno('b'), True):
        if value is not True or name == 'fchdir':
            show(f'{name} {type(value).__name__}', lambda: CALLS[name](value))
show('utime', lambda: os.utime('/nonexistent'))
show('listdir', lambda: os.listdir('/nonexistent'))
