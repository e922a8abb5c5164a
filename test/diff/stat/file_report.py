"""stat's constants and functions as `ls -l` uses them: modes in letters, kinds, bits; os.stat_result as a sequence and an object."""
# difftest: no-wasi (modes, links and users are not there)
import os
import stat


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


KINDS = ('S_IFREG', 'S_IFDIR', 'S_IFLNK', 'S_IFIFO', 'S_IFSOCK', 'S_IFBLK', 'S_IFCHR', 'S_IFDOOR', 'S_IFPORT', 'S_IFWHT')
for kind in KINDS:
    mode = getattr(stat, kind)
    print(kind, oct(mode), stat.filemode(mode | 0o754), [name for name in ('S_ISREG', 'S_ISDIR', 'S_ISLNK', 'S_ISFIFO', 'S_ISSOCK', 'S_ISBLK', 'S_ISCHR', 'S_ISDOOR', 'S_ISPORT', 'S_ISWHT') if getattr(stat, name)(mode | 0o644)])
for mode in (0, 0o777, 0o4755, 0o4644, 0o2755, 0o2644, 0o1777, 0o1666, 0o7777, 0o7000, 0o100644, 0o170000):
    print(oct(mode), stat.filemode(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)))
print({name: oct(value) for name, value in sorted(vars(stat).items()) if name.startswith(('S_I', 'UF_', 'SF_')) and isinstance(value, int)})
print({name: value for name, value in sorted(vars(stat).items()) if name.startswith(('ST_', 'FILE_'))})
for label, call in {'filemode': lambda: stat.filemode('x'), 'none': lambda: stat.S_ISDIR(None), 'float': lambda: stat.S_IMODE(1.5), 'negative': lambda: stat.S_IFMT(-1), 'big': lambda: stat.S_ISREG(1 << 70)}.items():
    attempt(label, call)

os.makedirs('d/sub')
with open('d/file', 'w') as file:
    file.write('12345')
os.chmod('d/file', 0o4751)
os.chmod('d/sub', 0o1700)
os.symlink('file', 'd/link')
os.mkfifo('d/pipe', 0o600)
os.utime('d/file', ns=(1_500_000_000_123_456_789, 1_600_000_000_987_654_321))
for name in sorted(os.listdir('d')):
    status = os.lstat(os.path.join('d', name))
    arrow = ' -> ' + os.readlink('d/' + name) if stat.S_ISLNK(status.st_mode) else ''
    print(stat.filemode(status.st_mode) if name != 'link' else 'l', status.st_nlink if name != 'sub' else '', status.st_size if name in ('file', 'link') else '', name + arrow)
status = os.stat('d/file')
print(status.st_atime, status.st_mtime, status.st_atime_ns, status.st_mtime_ns, status[stat.ST_MTIME], status[7], len(status), status.n_fields, status.n_sequence_fields, status.n_unnamed_fields)
print(status.st_blksize > 0, status.st_blocks >= 0, status.st_rdev, status[stat.ST_SIZE], tuple(status)[6], status[:3] == (status.st_mode, status.st_ino, status.st_dev), status == os.stat('d/file'), repr(status).startswith('os.stat_result(st_mode=35305, st_ino='))
attempt('attribute', lambda: status.nothing)
attempt('assign', lambda: setattr(status, 'st_size', 5))
attempt('make', os.stat_result, (1, 2, 3))
made = os.stat_result(range(10))
print(made, made.st_atime, made.st_ctime, made.st_mtime_ns, os.stat_result(range(19)).st_atime, hash(made) == hash(os.stat_result(range(10))), made == tuple(range(10)))
attempt('make', os.stat_result, 5)
attempt('make', os.stat_result, range(30))
match status:
    case os.stat_result(st_size=size, st_mode=mode):
        print(size, oct(mode))
space = os.statvfs('.')
print(space.f_bsize > 0, len(space), space.f_namemax, type(space).__name__, space == os.statvfs('.') or True, os.fstatvfs(0).f_namemax >= 0)
attempt('statvfs', os.statvfs, 'missing')
for call in (lambda: os.stat('d/link', follow_symlinks=False).st_size, lambda: os.stat('d/missing'), lambda: os.lstat('d/file/x'), lambda: os.stat('d/file', dir_fd=999), lambda: os.stat(0, dir_fd=1), lambda: os.fstat(-1), lambda: os.fstat('x'),
             lambda: os.chmod('d/link', 0o600, follow_symlinks=False), lambda: os.chmod('d/file', 5.5), lambda: os.mkfifo('d/pipe'), lambda: os.chown('d/file', 'x', 1), lambda: os.chown('d/file', -1, -1), lambda: os.lchown('d/link', -1, -1), lambda: os.fchmod(999, 0o600)):
    attempt('call', call)
print(bool(os.stat('/dev/null').st_mode & stat.S_IFCHR), os.major(os.stat('/dev/null').st_rdev), os.minor(os.stat('/dev/null').st_rdev), os.makedev(1, 3) == os.stat('/dev/null').st_rdev)
