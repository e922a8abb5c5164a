"""Paths as POSIX systems write them."""
# CPython: file <frozen posixpath>

import os
import stat
from posix import _path_normpath

__name__ = 'posixpath'

__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'split', 'splitext', 'basename', 'dirname',
           'commonprefix', 'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists',
           'isdir', 'isfile', 'ismount', 'expanduser', 'expandvars', 'normpath', 'abspath', 'samefile',
           'sameopenfile', 'samestat', 'curdir', 'pardir', 'sep', 'pathsep', 'defpath', 'altsep',
           'extsep', 'devnull', 'realpath', 'supports_unicode_filenames', 'relpath', 'commonpath']

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'
supports_unicode_filenames = False


def _like(path, text):
    """`text` as str or bytes, as the path is."""
    return text.encode() if isinstance(path, bytes) else text


def _mixed(function, paths):
    """Raises what is wrong with paths that are not all of one kind."""
    for path in paths:
        if not isinstance(path, (str, bytes)):
            kind = type(path).__name__
            raise TypeError(  # CPython: <frozen genericpath>:152 _check_arg_types
                f'{function}() argument must be str, bytes, or os.PathLike object, not {kind!r}') from None
    raise TypeError("Can't mix strings and bytes in path components") from None  # CPython: <frozen genericpath>:155 _check_arg_types


def normcase(s):
    return os.fspath(s)  # CPython: 54


def isabs(s):
    s = os.fspath(s)  # CPython: 62
    return s.startswith(_like(s, '/'))


def join(a, *p):
    """Joins paths; an absolute one starts anew."""
    path = os.fspath(a)  # CPython: 76
    slash = _like(path, '/')
    for part in p:
        if type(part) is not str or type(path) is not str:
            try:
                part = os.fspath(part)
            except TypeError:
                _mixed('join', (path,) + p)  # CPython: 90
                raise
            if isinstance(part, bytes) != isinstance(path, bytes):
                _mixed('join', (path,) + p)  # CPython: 90
        if part.startswith(slash):
            path = part
        elif not path or path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    """(everything before the last slash, what follows)"""
    p = os.fspath(p)  # CPython: 103
    slash = _like(p, '/')
    cut = p.rfind(slash) + 1
    head, tail = p[:cut], p[cut:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    """(root, extension with its dot)"""
    p = os.fspath(p)  # CPython: 118
    dot = _like(p, '.')
    start = p.rfind(_like(p, '/')) + 1
    place = p.rfind(dot)
    if place > start and p[start:place].strip(dot):
        return p[:place], p[place:]
    return p, p[:0]


def splitdrive(p):
    p = os.fspath(p)  # CPython: 134
    return p[:0], p


def basename(p):
    p = os.fspath(p)  # CPython: 142
    return p[p.rfind(_like(p, '/')) + 1:]


def dirname(p):
    p = os.fspath(p)  # CPython: 152
    return split(p)[0]


def exists(path):
    try:
        os.stat(path)  # CPython: <frozen genericpath>:19
    except (OSError, ValueError):
        return False
    return True


def lexists(path):
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def _mode(path, get):
    try:
        return get(path).st_mode  # CPython: -
    except (OSError, ValueError):
        return 0


def isfile(path):
    return stat.S_ISREG(_mode(path, os.stat))  # CPython: <frozen genericpath>:30


def isdir(s):
    return stat.S_ISDIR(_mode(s, os.stat))  # CPython: <frozen genericpath>:42


def islink(path):
    return stat.S_ISLNK(_mode(path, os.lstat))  # CPython: 167


def ismount(path):
    try:
        own = os.lstat(path)
        if stat.S_ISLNK(own.st_mode):
            return False
        parent = os.lstat(realpath(join(os.fspath(path), _like(os.fspath(path), '..'))))
    except (OSError, ValueError):
        return False
    return own.st_dev != parent.st_dev or own.st_ino == parent.st_ino


def getsize(filename):
    return os.stat(filename).st_size  # CPython: <frozen genericpath>:50


def getmtime(filename):
    return os.stat(filename).st_mtime  # CPython: <frozen genericpath>:55


def getatime(filename):
    return os.stat(filename).st_atime  # CPython: <frozen genericpath>:60


def getctime(filename):
    return os.stat(filename).st_ctime  # CPython: <frozen genericpath>:65


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    return samestat(os.fstat(fp1), os.fstat(fp2))


def _home_of(user):
    """The home folder of a user, '' for the one whose process this is. KeyError: there is no such user."""
    import pwd
    if not user:
        return pwd.getpwuid(os.getuid()).pw_dir
    return pwd.getpwnam(user.decode('ascii') if isinstance(user, bytes) else user).pw_dir


def expanduser(path):
    """~ is the home folder."""
    path = os.fspath(path)  # CPython: 232
    tilde, slash = _like(path, '~'), _like(path, '/')
    if not path.startswith(tilde):
        return path
    end = path.find(slash)
    end = len(path) if end < 0 else end
    try:
        home = os.environ['HOME'] if end == 1 and 'HOME' in os.environ else _home_of(path[1:end])
    except (ImportError, KeyError):
        return path
    home = (os.fsencode(home) if isinstance(path, bytes) else home).rstrip(slash)
    return (home + path[end:]) or slash


def expandvars(path):
    """$NAME and ${NAME} are environment variables; unknown ones stay."""
    path = os.fspath(path)  # CPython: 296
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))
    result, place = [], 0
    while True:
        mark = path.find('$', place)
        if mark < 0:
            result.append(path[place:])
            return ''.join(result)
        result.append(path[place:mark])
        if path.startswith('{', mark + 1):
            end = path.find('}', mark)
            name, after = (path[mark + 2:end], end + 1) if end >= 0 else ('', mark + 1)
        else:
            after = mark + 1
            while after < len(path) and path[after].isascii() and (path[after].isalnum() or path[after] == '_'):
                after += 1
            name = path[mark + 1:after]
        result.append(os.environ.get(name, path[mark:after]) if name else path[mark:after])
        place = after


def normpath(path):
    """Without double slashes and dots."""
    path = os.fspath(path)  # CPython: 391
    if isinstance(path, bytes):
        return os.fsencode(_path_normpath(os.fsdecode(path))) or b'.'
    return _path_normpath(path) or '.'


def abspath(path):
    path = os.fspath(path)  # CPython: 399
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)  # CPython: 406


def realpath(filename, *, strict=False):
    """The absolute path with all symbolic links followed."""
    filename = os.fspath(filename)  # CPython: 415
    return abspath(_follow(filename[:0], filename, strict, {})[0])


def _above(path, up):
    """The folder around a path that may begin with any number of `up`."""
    if not path:
        return up
    folder, name = split(path)
    return join(folder, up, up) if name == up else folder


def _follow(path, rest, strict, seen):
    """Joins the parts of `rest` to `path`, links followed, and says whether it came to the end: a loop of links ends
    it. `seen`: links and where they lead, None while that is being found out."""
    slash, up = _like(rest, '/'), _like(rest, '..')
    if rest.startswith(slash):
        path = slash
    while rest:
        name, _, rest = rest.partition(slash)
        if not name or name == _like(rest, '.'):
            continue
        if name == up:
            path = _above(path, up)
            continue
        candidate = join(path, name)
        try:
            is_link = stat.S_ISLNK(os.lstat(candidate).st_mode)
        except OSError:
            if strict:
                raise
            is_link = False
        if not is_link:
            path = candidate
        elif candidate not in seen:
            seen[candidate] = None
            path, complete = _follow(path, os.readlink(candidate), strict, seen)
            if not complete:
                return join(path, rest), False
            seen[candidate] = path
        elif seen[candidate] is None:
            if strict:
                os.stat(candidate)  # raises what is wrong with it
            return join(candidate, rest), False
        else:
            path = seen[candidate]
    return path, True


def relpath(path, start=None):
    """The way from `start` to `path`."""
    path = os.fspath(path)  # CPython: 492
    if not path:
        raise ValueError('no path specified')  # CPython: 490
    slash, dots = _like(path, '/'), _like(path, '..')
    start = _like(path, '.') if start is None else os.fspath(start)
    if isinstance(path, bytes) != isinstance(start, bytes):
        _mixed('relpath', (path, start))
    from_parts = [part for part in abspath(start).split(slash) if part]
    to_parts = [part for part in abspath(path).split(slash) if part]
    common = len(commonprefix([from_parts, to_parts]))
    parts = [dots] * (len(from_parts) - common) + to_parts[common:]
    return join(*parts) if parts else _like(path, '.')


def commonprefix(m):
    """The longest common start of strings or lists."""
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    low, high = min(m), max(m)
    for i, item in enumerate(low):
        if item != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    """The longest common folder."""
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')  # CPython: 531
    paths = tuple(map(os.fspath, paths))  # CPython: 533
    slash, dot = _like(paths[0], '/'), _like(paths[0], '.')
    if len(set([isinstance(path, bytes) for path in paths])) != 1:
        _mixed('commonpath', paths)
    if len(set([path[:1] == slash for path in paths])) != 1:
        raise ValueError("Can't mix absolute and relative paths")  # CPython: 547
    parts = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    common = commonprefix([min(parts), max(parts)])
    return (slash if isabs(paths[0]) else slash[:0]) + slash.join(common)
