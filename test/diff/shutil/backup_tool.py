"""A backup tool: snapshots with copytree, unchanged files linked, old snapshots removed, verified, restored; hooks and errors."""
# difftest: no-wasi (links and times of files are not there)
import filecmp
import os
import shutil


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except shutil.Error as error:
        print(label, type(error).__name__, sorted(error.args[0]) if isinstance(error.args[0], list) else error)
    except Exception as error:
        print(label, type(error).__name__, error)


def write(path, text, time=1_000_000_000):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as file:
        file.write(text)
    os.utime(path, (time, time))


def tree(top):
    return sorted(os.path.relpath(os.path.join(folder, name), top) for folder, folders, names in os.walk(top) for name in names + folders)


class Backup:
    def __init__(self, store, keep):
        self.store, self.keep, self.number = store, keep, 0

    def snapshots(self):
        return sorted(os.listdir(self.store)) if os.path.isdir(self.store) else []

    def take(self, source):
        before = self.snapshots()[-1:]
        self.number += 1
        target = os.path.join(self.store, f'{self.number:03}')
        counts = {'linked': 0, 'copied': 0}

        def copy(name, to):
            old = os.path.join(self.store, before[0], os.path.relpath(name, source)) if before else ''
            if old and os.path.exists(old) and filecmp.cmp(old, name):
                os.link(old, to)
                counts['linked'] += 1
            else:
                shutil.copy2(name, to)
                counts['copied'] += 1
            return to

        shutil.copytree(source, target, copy_function=copy, ignore=shutil.ignore_patterns('*.tmp', 'cache'))
        for name in self.snapshots()[:-self.keep]:
            shutil.rmtree(os.path.join(self.store, name))
        return target, counts


write('work/notes.txt', 'one')
write('work/src/main.py', 'print()')
write('work/src/x.tmp', 'gone')
write('work/cache/big', 'x' * 100)
backup = Backup('store', keep=2)
print(backup.take('work'), tree('store/001'))
write('work/notes.txt', 'two', 1_000_000_500)
write('work/src/new.py', 'pass')
print(backup.take('work'), backup.snapshots(), os.stat('store/002/src/main.py').st_nlink)
os.remove('work/src/new.py')
print(backup.take('work'), backup.snapshots(), tree('store/003'))
compared = filecmp.dircmp('store/002', 'store/003')
print(compared.left_only, compared.right_only, compared.diff_files, compared.same_files, compared.subdirs['src'].left_only)
shutil.copytree('store/003', 'restored')
print(os.stat('restored/notes.txt').st_mtime, open('restored/notes.txt').read())

os.symlink('none', 'work/broken')
attempt('broken link', shutil.copytree, 'work', 'copy1')
attempt('ignored', shutil.copytree, 'work', 'copy2', ignore_dangling_symlinks=True)
attempt('kept', shutil.copytree, 'work', 'copy3', symlinks=True)
print(os.readlink('copy3/broken'), tree('copy2'))
attempt('exists', shutil.copytree, 'work', 'copy3')
attempt('exists ok', shutil.copytree, 'restored', 'copy3', dirs_exist_ok=True)
attempt('callable ignore', shutil.copytree, 'work', 'copy4', symlinks=True, ignore=lambda folder, names: [name for name in names if name != 'src'] if folder == 'work' else [])
print(tree('copy4'))
attempt('into itself', shutil.move, 'work', 'work/src/inside')
attempt('onto', shutil.move, 'work/notes.txt', 'copy4')
attempt('onto again', shutil.move, 'restored/notes.txt', 'copy4')
attempt('rename', shutil.move, 'copy4', 'copy5')
attempt('missing', shutil.move, 'missing', 'x')
attempt('link', shutil.move, 'work/broken', 'copy5/moved')
attempt('same', shutil.copyfile, 'copy5/notes.txt', 'copy5/../copy5/notes.txt')
attempt('folder', shutil.copyfile, 'work', 'x')
attempt('onto folder', shutil.copyfile, 'copy5/notes.txt', 'work')
attempt('no folder', shutil.copy, 'copy5/notes.txt', 'none/x')
attempt('link copy', shutil.copyfile, 'copy3/broken', 'copied_link', follow_symlinks=False)
print(os.readlink('copied_link'))
os.mkfifo('pipe')
attempt('fifo', shutil.copyfile, 'pipe', 'x')
attempt('int', shutil.copy, 5, 'x')
attempt('none', shutil.copy2, None, 'x')
attempt('rmtree link', shutil.rmtree, 'copied_link')
attempt('rmtree file', shutil.rmtree, 'copy5/notes.txt')
attempt('rmtree none', shutil.rmtree, 'missing')
attempt('rmtree int', shutil.rmtree, 5.5)
calls = []
shutil.rmtree('missing', onerror=lambda function, path, info: calls.append((function.__name__, path, info[0].__name__, str(info[1]))))
shutil.rmtree('copy5/notes.txt', onerror=lambda function, path, info: calls.append((function.__name__, path, info[0].__name__)))
print(calls, shutil.rmtree('missing', ignore_errors=True), shutil.rmtree('copy5'), os.path.exists('copy5'))
print(sorted(shutil.ignore_patterns('*.a', 'b*')('any', ['x.a', 'bc', 'c'])), shutil.which('sh', path='/none') is None, shutil.which('', path='.'), shutil.which('pipe', path='.'), shutil.which('work', mode=os.F_OK, path='.'))
attempt('register', shutil.register_archive_format, 'mine', lambda base, root, **kw: base, [('a', 1)], 'described')
print(('mine', 'described') in shutil.get_archive_formats(), os.path.basename(shutil.make_archive('arc', 'mine', 'work')), shutil.unregister_archive_format('mine'))
attempt('register', shutil.register_archive_format, 'mine', 'no')
attempt('register', shutil.register_archive_format, 'mine', print, 'no')
attempt('register', shutil.register_archive_format, 'mine', print, [5])
attempt('unpack', shutil.register_unpack_format, 'mine', ['.zip'], print)
attempt('unpack', shutil.register_unpack_format, 'mine', ['.mine'], 5)
attempt('unpack', shutil.register_unpack_format, 'mine', ['.mine'], lambda name, where: print('unpacking', name, os.path.basename(where)))
attempt('unpack', shutil.unpack_archive, 'x.mine', 'there')
attempt('unpack', shutil.unpack_archive, 'x.unknown')
attempt('unpack', shutil.unpack_archive, 'x', 'there', 'strange')
attempt('chown', shutil.chown, 'work', group='no-such-group')
attempt('usage', lambda: shutil.disk_usage('missing'))
