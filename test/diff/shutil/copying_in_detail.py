"""shutil: copy functions with links and modes, copytree's options, rmtree's handlers, move in every case, archives by own formats, which, terminal size, errors."""
# difftest: no-wasi (links and modes)
import io
import os
import shutil
import stat
import sys


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


def write(path, text='', mode=None):
    os.makedirs(os.path.dirname(path) or '.', exist_ok=True)
    with open(path, 'w') as file:
        file.write(text)
    os.utime(path, (10**9, 10**9))
    if mode is not None:
        os.chmod(path, mode)


def tree(top):
    lines = []
    for folder, folders, files in os.walk(top):
        folders.sort()
        for name in sorted(files + [f for f in folders if os.path.islink(os.path.join(folder, f))]):
            path = os.path.join(folder, name)
            lines.append(os.path.relpath(path, top) + ('->' + os.readlink(path) if os.path.islink(path) else ''))
    return lines


os.umask(0o022)
write('a', 'text of a', 0o640)
os.symlink('a', 'la')
os.symlink('nowhere', 'dangling')
os.mkdir('folder')
print(shutil.copyfile('a', 'b'), oct(os.stat('b').st_mode & 0o777), shutil.copy('a', 'c'), oct(os.stat('c').st_mode & 0o777), shutil.copy('a', 'folder'), shutil.copy2('a', 'd'), os.stat('d').st_mtime)
print(shutil.copyfile('la', 'l1', follow_symlinks=False), os.path.islink('l1'), shutil.copy('la', 'l2'), os.path.islink('l2'), shutil.copy2('la', 'l3', follow_symlinks=False), os.path.islink('l3'))
print(shutil.copymode('a', 'b'), oct(os.stat('b').st_mode & 0o777), shutil.copystat('a', 'b'), os.stat('b').st_mtime_ns == os.stat('a').st_mtime_ns)
attempt('same', shutil.copyfile, 'a', 'a')
attempt('same by link', shutil.copyfile, 'a', 'la')
attempt('same copy', shutil.copy, 'a', '.')
attempt('missing', shutil.copyfile, 'missing', 'x')
attempt('onto folder', shutil.copyfile, 'a', 'folder')
attempt('from folder', shutil.copyfile, 'folder', 'x')
attempt('no folder', shutil.copyfile, 'a', 'none/x')
attempt('dangling', shutil.copyfile, 'dangling', 'x')
os.mkfifo('pipe')
attempt('pipe', shutil.copyfile, 'pipe', 'x')
attempt('to pipe', shutil.copyfile, 'a', 'pipe')
source, target = io.BytesIO(b'0123456789' * 5), io.BytesIO()
source.seek(3)
print(shutil.copyfileobj(source, target, 4), target.getvalue()[:7], shutil.copyfileobj(io.StringIO('text'), sink := io.StringIO(), -1), sink.getvalue())
attempt('kinds', shutil.copyfileobj, io.StringIO('x'), io.BytesIO())

for name in ('t/one.py', 't/two.pyc', 't/sub/three.py', 't/sub/deep/four.txt', 't/.hidden'):
    write(name, name)
os.symlink('one.py', 't/link')
os.symlink('sub', 't/dirlink')
print(shutil.copytree('t', 't1'), tree('t1'), shutil.copytree('t', 't2', symlinks=True), tree('t2'))
print(shutil.copytree('t', 't3', ignore=shutil.ignore_patterns('*.pyc', 'deep', '.*')), tree('t3'))
print(shutil.copytree('t', 't3', dirs_exist_ok=True, ignore=lambda folder, names: {n for n in names if n.endswith('.py')}), tree('t3'))
log = []
shutil.copytree('t', 't4', copy_function=lambda s, d, **kw: (log.append(os.path.relpath(s)), shutil.copy(s, d))[1], symlinks=False)
print(sorted(log))
attempt('exists', shutil.copytree, 't', 't1')
os.symlink('gone', 't/broken')
try:
    shutil.copytree('t', 't5')
except shutil.Error as error:
    print(error.args[0])
print(shutil.copytree('t', 't6', ignore_dangling_symlinks=True), 'broken' in os.listdir('t6'))
attempt('not a folder', shutil.copytree, 'a', 't7')

calls = []
shutil.rmtree('missing', ignore_errors=True)
attempt('missing', shutil.rmtree, 'missing')
shutil.rmtree('missing', onerror=lambda function, path, info: calls.append((function.__name__, path, info[0].__name__)))
shutil.rmtree('a', onerror=lambda function, path, info: calls.append((function.__name__, path, info[0].__name__)))
os.symlink('t1', 'linked')
shutil.rmtree('linked', onerror=lambda function, path, info: calls.append((function.__name__, path, str(info[1]))))
print(calls, os.path.exists('t1'), shutil.rmtree('t1'), os.path.exists('t1'), shutil.rmtree.avoids_symlink_attacks)
attempt('link', shutil.rmtree, 'linked')
attempt('file', shutil.rmtree, 'a')

print(shutil.move('b', 'moved'), shutil.move('moved', 'folder'), os.listdir('folder') == ['a', 'moved'] or sorted(os.listdir('folder')), shutil.move('t2', 'folder/t2'), shutil.move('la', 'folder/'), os.path.islink('folder/la'))
write('x')
write('folder/x')
attempt('exists', shutil.move, 'x', 'folder')
attempt('into itself', shutil.move, 'folder', 'folder/inner')
attempt('missing', shutil.move, 'missing', 'folder')
print(shutil.move('x', 'folder/x'), shutil.move(os.path.join('folder', 'x'), 'x', copy_function=shutil.copyfile))

print([row[0] for row in shutil.get_archive_formats()], [(row[0], row[1]) for row in shutil.get_unpack_formats()])
shutil.register_archive_format('list', lambda base, root, **kw: (open(base + '.list', 'w').write('\n'.join(tree(root))), base + '.list')[1], [('x', 1)], 'a list')
print(os.path.relpath(shutil.make_archive('made', 'list', 't3')), open('made.list').read().split())
shutil.register_unpack_format('lists', ['.list'], lambda name, folder, **kw: log.append((os.path.basename(name), kw)), [('y', 2)], 'lists')
print(shutil.unpack_archive('made.list', 'out'), log[-1])
attempt('again', shutil.register_unpack_format, 'other', ['.list'], print)
attempt('function', shutil.register_archive_format, 'bad', 5)
attempt('extra', shutil.register_archive_format, 'bad', print, 5)
attempt('extra', shutil.register_archive_format, 'bad', print, [(1, 2, 3)])
attempt('extensions', shutil.register_unpack_format, 'bad', 5, 5)
shutil.unregister_archive_format('list')
shutil.unregister_unpack_format('lists')
attempt('unknown', shutil.make_archive, 'made', 'list')
attempt('unknown', shutil.unpack_archive, 'made.list')
attempt('unknown', shutil.unpack_archive, 'made.list', format='lists')
attempt('unregister', shutil.unregister_archive_format, 'list')
for kind in ('zip', 'tar', 'gztar'):
    name = shutil.make_archive('arch', kind, root_dir='.', base_dir='t3')
    shutil.unpack_archive(name, 'un' + kind)
    print(os.path.basename(name), tree('un' + kind))
print(os.path.basename(shutil.make_archive('dry', 'tar', 't3', dry_run=True)), os.path.exists('dry.tar'))

write('bin/tool', '#!', 0o755)
write('bin/data', '', 0o644)
print(shutil.which('tool', path='bin'), shutil.which('data', path='bin'), shutil.which('data', mode=os.F_OK, path='bin'), shutil.which('./bin/tool'), shutil.which('bin/none'), shutil.which('tool', path=''), shutil.which('tool', path='none' + os.pathsep + 'bin'), shutil.which(b'tool', path=b'bin'))
os.environ.update(COLUMNS='100', LINES='40')
print(shutil.get_terminal_size(), shutil.get_terminal_size((1, 2)).lines)
os.environ.update(COLUMNS='x', LINES='0')
print(shutil.get_terminal_size((33, 44)).columns >= 0, shutil.disk_usage('.')._fields, shutil.disk_usage('.').total > 0)
attempt('usage', shutil.disk_usage, 'missing')
attempt('chown', shutil.chown, 'a')
attempt('chown', shutil.chown, 'a', 'no such user')
attempt('chown', shutil.chown, 'a', group='no such group')
print(shutil.chown('a', os.getuid()), shutil.chown('a', group=os.getgid()), [cls.__mro__[1].__name__ for cls in (shutil.Error, shutil.SameFileError, shutil.SpecialFileError, shutil.ExecError, shutil.ReadError, shutil.RegistryError)])
