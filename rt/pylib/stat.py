"""The numbers in os.stat() results and what they mean."""

ST_MODE = 0
ST_INO = 1
ST_DEV = 2
ST_NLINK = 3
ST_UID = 4
ST_GID = 5
ST_SIZE = 6
ST_ATIME = 7
ST_MTIME = 8
ST_CTIME = 9

S_IFDIR = 0o040000
S_IFCHR = 0o020000
S_IFBLK = 0o060000
S_IFREG = 0o100000
S_IFIFO = 0o010000
S_IFLNK = 0o120000
S_IFSOCK = 0o140000

S_ISUID = 0o4000
S_ISGID = 0o2000
S_ISVTX = 0o1000
S_IREAD = S_IRUSR = 0o0400
S_IWRITE = S_IWUSR = 0o0200
S_IEXEC = S_IXUSR = 0o0100
S_IRWXU = 0o0700
S_IRWXG = 0o0070
S_IRGRP = 0o0040
S_IWGRP = 0o0020
S_IXGRP = 0o0010
S_IRWXO = 0o0007
S_IROTH = 0o0004
S_IWOTH = 0o0002
S_IXOTH = 0o0001
S_ENFMT = S_ISGID
S_IFDOOR = S_IFPORT = S_IFWHT = 0  # kinds of files that Linux has none of

UF_NODUMP = 0x1
UF_IMMUTABLE = 0x2
UF_APPEND = 0x4
UF_OPAQUE = 0x8
UF_NOUNLINK = 0x10
UF_COMPRESSED = 0x20
UF_HIDDEN = 0x8000
SF_ARCHIVED = 0x10000
SF_IMMUTABLE = 0x20000
SF_APPEND = 0x40000
SF_NOUNLINK = 0x100000
SF_SNAPSHOT = 0x200000


FILE_ATTRIBUTE_READONLY = 1
FILE_ATTRIBUTE_HIDDEN = 2
FILE_ATTRIBUTE_SYSTEM = 4
FILE_ATTRIBUTE_DIRECTORY = 16
FILE_ATTRIBUTE_ARCHIVE = 32
FILE_ATTRIBUTE_DEVICE = 64
FILE_ATTRIBUTE_NORMAL = 128
FILE_ATTRIBUTE_TEMPORARY = 256
FILE_ATTRIBUTE_SPARSE_FILE = 512
FILE_ATTRIBUTE_REPARSE_POINT = 1024
FILE_ATTRIBUTE_COMPRESSED = 2048
FILE_ATTRIBUTE_OFFLINE = 4096
FILE_ATTRIBUTE_NOT_CONTENT_INDEXED = 8192
FILE_ATTRIBUTE_ENCRYPTED = 16384
FILE_ATTRIBUTE_INTEGRITY_STREAM = 32768
FILE_ATTRIBUTE_VIRTUAL = 65536
FILE_ATTRIBUTE_NO_SCRUB_DATA = 131072

def _bits(mode):
    """The mode, if it is one."""
    if not isinstance(mode, int):
        raise TypeError('an integer is required')
    if 0 <= mode <= 0xffffffff:
        return mode
    if mode < 0:
        raise OverflowError("can't convert negative value to unsigned int")
    if mode > 0xffffffffffffffff:
        raise OverflowError('Python int too large to convert to C unsigned long')
    raise OverflowError('mode out of range')


def S_IMODE(mode):
    """The permission bits."""
    return _bits(mode) & 0o7777


def S_IFMT(mode):
    """The kind of file."""
    return _bits(mode) & 0o170000


def S_ISDIR(mode):
    return S_IFMT(mode) == S_IFDIR


def S_ISCHR(mode):
    return S_IFMT(mode) == S_IFCHR


def S_ISBLK(mode):
    return S_IFMT(mode) == S_IFBLK


def S_ISREG(mode):
    return S_IFMT(mode) == S_IFREG


def S_ISFIFO(mode):
    return S_IFMT(mode) == S_IFIFO


def S_ISLNK(mode):
    return S_IFMT(mode) == S_IFLNK


def S_ISDOOR(mode):
    _bits(mode)
    return False


def S_ISPORT(mode):
    _bits(mode)
    return False


def S_ISWHT(mode):
    _bits(mode)
    return False


def S_ISSOCK(mode):
    return S_IFMT(mode) == S_IFSOCK


_KINDS = {S_IFLNK: 'l', S_IFSOCK: 's', S_IFREG: '-', S_IFBLK: 'b', S_IFDIR: 'd', S_IFCHR: 'c',
          S_IFIFO: 'p'}


def _triplet(mode, shift, special, letter):
    """rwx for one of user, group and others."""
    bits = mode >> shift
    execute = 'x' if bits & 1 else '-'
    if mode & special:
        execute = letter if bits & 1 else letter.upper()
    return ('r' if bits & 4 else '-') + ('w' if bits & 2 else '-') + execute


def filemode(mode):
    """The form of `ls -l`: '-rwxr-xr-x'."""
    return (_KINDS.get(S_IFMT(mode), '?') + _triplet(mode, 6, S_ISUID, 's')
            + _triplet(mode, 3, S_ISGID, 's') + _triplet(mode, 0, S_ISVTX, 't'))
