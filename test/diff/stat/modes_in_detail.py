"""stat: filemode of every kind and bit, the predicates, constants, and their agreement with os.stat, os.chmod, os.scandir and special files."""
# difftest: no-wasi (modes, links and pipes)
import os
import socket
import stat


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


names = sorted(name for name in dir(stat) if name.isupper() and name[0] != '_' or name[:2] in ('S_', 'ST') or name.startswith(('UF_', 'SF_', 'FILE_', 'IO_')))
print(len(names), {name: getattr(stat, name) for name in names if isinstance(getattr(stat, name), int)})
kinds = {name: getattr(stat, name) for name in ('S_IFREG', 'S_IFDIR', 'S_IFLNK', 'S_IFBLK', 'S_IFCHR', 'S_IFIFO', 'S_IFSOCK', 'S_IFDOOR', 'S_IFPORT', 'S_IFWHT')}
tests = ('S_ISREG', 'S_ISDIR', 'S_ISLNK', 'S_ISBLK', 'S_ISCHR', 'S_ISFIFO', 'S_ISSOCK', 'S_ISDOOR', 'S_ISPORT', 'S_ISWHT')
for name, kind in kinds.items():
    print(name, oct(kind), stat.filemode(kind | 0o644), [test for test in tests if getattr(stat, test)(kind | 0o777)], oct(stat.S_IFMT(kind | 0o755)), oct(stat.S_IMODE(kind | 0o7755)))
for mode in (0, 0o777, 0o7777, 0o4000, 0o4100, 0o2000, 0o2010, 0o1000, 0o1001, 0o6711, 0o1755, 0o444, 0o222, 0o111, 0o100644, 0o170000, 0o200000):
    print(oct(mode), stat.filemode(mode))
for bit in range(12):
    print(oct(1 << bit), stat.filemode(1 << bit), [name for name in names if name.startswith('S_I') and not name.startswith('S_IF') and getattr(stat, name) == 1 << bit])
for wrong in (-1, 2**32, 2**70, 'x', None, 1.5, True):
    for name in ('filemode', 'S_ISDIR', 'S_IMODE', 'S_IFMT'):
        attempt(f'{name} {wrong}', getattr(stat, name), wrong)

os.umask(0o022)
with open('file', 'w') as file:
    file.write('12345')
os.mkdir('folder')
os.symlink('file', 'link')
os.mkfifo('pipe')
server = socket.socket(socket.AF_UNIX)
server.bind('sock')
for mode in (0o600, 0o755, 0o4755, 0o2755, 0o1777, 0o000):
    os.chmod('file', mode)
    print(stat.filemode(os.stat('file').st_mode), stat.filemode(os.lstat('link').st_mode)[0])
os.chmod('file', 0o640)
for name in ('file', 'folder', 'link', 'pipe', 'sock', '/dev/null'):
    result = os.lstat(name)
    print(name, stat.filemode(result.st_mode)[0], [test for test in tests if getattr(stat, test)(result.st_mode)], result[stat.ST_SIZE] == result.st_size, result[stat.ST_MODE] == result.st_mode, result[stat.ST_UID] == result.st_uid,
          result[stat.ST_MTIME] == int(result.st_mtime), result[stat.ST_NLINK] == result.st_nlink, result[stat.ST_INO] == result.st_ino)
with os.scandir() as entries:
    print(sorted((entry.name, entry.is_file(), entry.is_dir(), entry.is_symlink(), entry.is_file(follow_symlinks=False), stat.filemode(entry.stat(follow_symlinks=False).st_mode)) for entry in entries if entry.name != 'sock'))
server.close()
result = os.stat('file')
print(len(result), result.n_fields, result.n_sequence_fields, result.n_unnamed_fields, result.st_size, result.st_blksize > 0, result.st_blocks >= 0, result.st_mtime_ns // 10**9 == result[8], type(result.st_atime), type(result[7]))
attempt('index', lambda: result[10])
attempt('assign', lambda: setattr(result, 'st_size', 1))
attempt('make', os.stat_result, range(5))
attempt('make', os.stat_result, range(30))
made = os.stat_result(range(10))
print(made, made.st_mtime, made.st_mtime_ns, made == tuple(range(10)), made == os.stat_result(range(10)), hash(made) == hash(tuple(range(10))))
made = os.stat_result(range(19))
print(made.st_atime, made.st_mtime, made.st_ctime, made.st_atime_ns, made[7:], repr(made)[:40])
made = os.stat_result(range(10), {'st_blocks': 77, 'other': 1})
print(made.st_blocks, made.st_rdev, made.__reduce__()[1][0])


def walk_modes(top):
    """What the documentation's walktree does: descends by S_ISDIR."""
    for name in sorted(os.listdir(top)):
        path = os.path.join(top, name)
        mode = os.lstat(path).st_mode
        if stat.S_ISDIR(mode):
            yield from walk_modes(path)
        elif stat.S_ISREG(mode):
            yield path, 'file'
        else:
            yield path, 'skipped'


os.makedirs('folder/inner')
open('folder/inner/x', 'w').close()
print(list(walk_modes('.')))
