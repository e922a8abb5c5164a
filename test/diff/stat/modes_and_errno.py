# stat, errno and os.strerror: modes as text, predicates, constants; OSError by numbers; platform's parsing functions.
# difftest: no-wasi (numbers and texts of errors differ there)
import errno
import os
import platform
import stat
import string

for mode in (0o100644, 0o040755, 0o120777, 0o104755, 0o102755, 0o101777, 0o104644, 0o060660, 0o020620, 0o010600, 0o140777, 0, 0o41777, 0o100000):
    print(oct(mode), stat.filemode(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)), [n for n in ('S_ISDIR', 'S_ISREG', 'S_ISLNK', 'S_ISBLK', 'S_ISCHR', 'S_ISFIFO', 'S_ISSOCK', 'S_ISDOOR', 'S_ISPORT', 'S_ISWHT') if getattr(stat, n)(mode)])
print([(n, getattr(stat, n)) for n in sorted(dir(stat)) if n.startswith(('ST_', 'S_I')) and isinstance(getattr(stat, n), int)])
for number in (1, 2, 4, 9, 10, 11, 12, 13, 17, 20, 21, 22, 28, 32, 36, 39, 40, 84, 98, 103, 104, 110, 111, 115, 9999):
    error = OSError(number, 'text', 'name')
    print(number, errno.errorcode.get(number), type(error).__name__, error, os.strerror(number))
for args in ((), ('one',), (2, 'two'), (2, 'two', 'file'), (2, 'two', 'file', None, 'other'), ('x', 'y'), (2, 'a', 'b', 0, 'c', 'd')):
    try:
        error = OSError(*args)
        print(args, type(error).__name__, repr(error), str(error), error.errno, error.strerror, error.filename, error.filename2, error.args)
    except TypeError as error:
        print(args, error)
print(errno.EINTR, errno.ENOENT == 2, len(errno.errorcode) > 100, 'EAGAIN' in dir(errno))
print(platform.python_implementation(), platform.uname()._fields, isinstance(platform.node(), str))
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable))
