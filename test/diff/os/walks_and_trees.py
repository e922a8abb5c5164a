"""walk, fwalk, scandir, makedirs, removedirs, renames: order, pruning, errors, and a report of sizes as a tool would make it."""
# difftest: no-wasi (links and descriptors of folders are not there)
import os


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


def make(path, size=0):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as file:
        file.write(b'x' * size)


for path, size in (('top/readme', 10), ('top/src/main.py', 120), ('top/src/util/a.py', 30), ('top/src/util/b.py', 45), ('top/docs/index.rst', 7), ('top/.git/config', 3), ('top/empty/deep/none', 0)):
    make(path, size)
os.symlink('src', 'top/link')
os.symlink('nowhere', 'top/broken')


def show(walk):
    for folder, folders, files, *rest in walk:
        folders.sort()
        print(' ', folder, folders, sorted(files))


show(os.walk('top'))
show(os.walk('top', topdown=False) if False else sorted(os.walk('top', topdown=False)))
show(os.walk('top/link'))
show(os.walk('top', followlinks=True))
for folder, folders, files in os.walk('top'):
    folders[:] = sorted(name for name in folders if not name.startswith('.') and name != 'docs')
    print(folder, folders, sorted(files))
print(list(os.walk('nowhere')))
failures = []
print(list(os.walk('nowhere', onerror=failures.append)), failures, failures[0].filename)
attempt('raise', lambda: list(os.walk('nowhere', onerror=lambda error: [].pop())))
for folder, folders, files, descriptor in os.fwalk('top'):
    folders.sort()
    print(folder, sum(os.stat(name, dir_fd=descriptor, follow_symlinks=False).st_size for name in files if name != 'broken'))
print([folder for folder, *_ in os.walk(b'top/src')])

with os.scandir('top') as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
        print(entry.name, entry.path, entry.is_dir(), entry.is_dir(follow_symlinks=False), entry.is_file(), entry.is_symlink(), entry.stat(follow_symlinks=False).st_size if not entry.is_dir() and not entry.is_symlink() else '', repr(entry), os.fspath(entry))
entry = next(os.scandir(b'top/docs'))
print(entry.name, entry.path, entry.inode() == os.stat('top/docs/index.rst').st_ino)
entries = os.scandir('top')
entries.close()
print(list(entries), list(os.scandir('top/empty/deep'))[0].name)
attempt('scandir', os.scandir, 'nowhere')
attempt('scandir', os.scandir, 'top/readme')
attempt('scandir', os.scandir, 2.5)
attempt('entry', os.DirEntry)
attempt('broken', lambda: [entry.stat() for entry in os.scandir('top') if entry.name == 'broken'])

attempt('makedirs', os.makedirs, 'top/src')
attempt('makedirs', os.makedirs, 'top/src', exist_ok=True)
attempt('makedirs', os.makedirs, 'top/readme', exist_ok=True)
attempt('makedirs', os.makedirs, 'top/readme/x')
attempt('makedirs', os.makedirs, 'a/b/../c/.')
attempt('rmdir', os.rmdir, 'top/src')
attempt('rmdir', os.rmdir, 'top/readme')
attempt('remove', os.remove, 'top/src')
attempt('removedirs', os.removedirs, 'a/c')
print(os.path.exists('a/c'), os.path.exists('a'))
attempt('renames', os.renames, 'top/empty/deep/none', 'new/place/here')
print(os.path.exists('top/empty'), os.path.exists('new/place/here'))
attempt('rename', os.rename, 'nowhere', 'x')
attempt('rename', os.rename, 'top', 'top/src/inside')
attempt('rename', os.rename, 'top/readme', 'top/src')
attempt('replace', os.replace, 'top/readme', 'new/readme')
attempt('link', os.link, 'new/readme', 'new/hard')
attempt('link', os.link, 'nowhere', 'new/hard2')
attempt('symlink', os.symlink, 'x', 'new/hard')
attempt('readlink', os.readlink, 'top/link')
attempt('readlink', os.readlink, b'top/link')
attempt('readlink', os.readlink, 'new/hard')
attempt('chmod', os.chmod, 'nowhere', 0o600)
attempt('chmod', os.chmod, 'new/hard', 'rw')
attempt('utime', os.utime, 'new/hard', (1, 2))
print(os.stat('new/hard').st_mtime, os.utime('new/hard', ns=(5_000_000_001, 6_000_000_002)), os.stat('new/hard').st_mtime_ns, os.stat('new/hard').st_nlink)
attempt('utime', os.utime, 'new/hard', (1, 2, 3))
attempt('utime', os.utime, 'new/hard', (1, 2), ns=(1, 2))
attempt('utime', os.utime, 'new/hard', 5)
attempt('utime', os.utime, 'new/hard', ns=(1.5, 2))
attempt('access', os.access, 'new/hard', os.F_OK)
attempt('chdir', os.chdir, 'new/hard')
attempt('listdir', os.listdir, 'new/hard')
print(sorted(os.listdir('new')), sorted(os.listdir(b'new')))
