# shutil: copies, trees with filters, moves, removal with handlers, archives, which, disk usage, errors.
# difftest: no-wasi (modes, links and archives need what WASI lacks)
import os
import shutil
import stat


def listing(top):
    return sorted(os.path.join(folder, name)[len(top) + 1:] for folder, folders, files in os.walk(top) for name in folders + files)


os.makedirs('src/sub/deep')
for name, text in (('src/a.txt', 'A'), ('src/b.py', 'B'), ('src/sub/c.txt', 'C' * 1000), ('src/sub/deep/d.pyc', 'D')):
    with open(name, 'w') as f:
        f.write(text)
os.chmod('src/a.txt', 0o640)
os.symlink('a.txt', 'src/link')
print(shutil.copyfile('src/a.txt', 'one'), shutil.copy('src/a.txt', 'two'), shutil.copy2('src/a.txt', 'src/sub'), oct(os.stat('two').st_mode & 0o777), oct(os.stat('one').st_mode & 0o777) != '0o640')
shutil.copymode('src/a.txt', 'one')
shutil.copystat('src/a.txt', 'one')
print(oct(os.stat('one').st_mode & 0o777), os.stat('one').st_mtime_ns == os.stat('src/a.txt').st_mtime_ns)
print(shutil.copytree('src', 'dst', symlinks=True, ignore=shutil.ignore_patterns('*.pyc', 'b*')), listing('dst'), os.path.islink('dst/link'))
print(shutil.copytree('src', 'dst2', copy_function=lambda a, b: shutil.copy(a, b) and None), listing('dst2'), os.path.islink('dst2/link'))
shutil.copytree('src', 'dst', dirs_exist_ok=True)
print(listing('dst'))
print(shutil.move('one', 'moved'), shutil.move('moved', 'src/sub'), os.path.exists('src/sub/moved'), shutil.move('dst2', 'dst/inner'), os.path.isdir('dst/inner'))
print(shutil.which('sh') is not None, shutil.which('no-such-command'), shutil.which('a.txt', path='src'), shutil.which('./src/a.txt'), shutil.disk_usage('.')._fields, type(shutil.get_terminal_size()).__name__, shutil.get_terminal_size((1, 2)) is not None)
print([name for name, _ in shutil.get_archive_formats()], [name for name, _, _ in shutil.get_unpack_formats()])
for kind in ('tar', 'zip', 'gztar'):
    made = shutil.make_archive('arc', kind, 'src')
    shutil.unpack_archive(made, 'out-' + kind)
    print(os.path.basename(made), listing('out-' + kind))
print(os.path.basename(shutil.make_archive('arc2', 'zip', base_dir='src/sub')))
for call in (lambda: shutil.copyfile('src/a.txt', 'src/a.txt'), lambda: shutil.copyfile('no', 'x'), lambda: shutil.copyfile('src', 'x'), lambda: shutil.copytree('src', 'dst'), lambda: shutil.copytree('no', 'q'), lambda: shutil.move('src', 'src/sub/x'), lambda: shutil.move('no', 'q'), lambda: shutil.rmtree('no'), lambda: shutil.rmtree('two'), lambda: shutil.make_archive('x', 'nope'), lambda: shutil.unpack_archive('two'),
             lambda: shutil.unpack_archive('x.zip'), lambda: shutil.move('src/a.txt', 'src/sub'), lambda: shutil.rmtree('src/link'), lambda: shutil.chown('two'), lambda: shutil.chown('two', user='no-such-user'), lambda: shutil.copy('src/a.txt', 'no/such/'), lambda: shutil.unpack_archive('two', format='nope'), lambda: shutil.register_archive_format('x', 5)):
    try:
        print(call())
    except shutil.Error as error:
        print(type(error).__name__, error)
    except Exception as error:
        print(type(error).__name__, error, getattr(error, 'filename', None))
seen = []
shutil.rmtree('no', onerror=lambda function, path, info: seen.append((function.__name__, path, info[0].__name__)))
shutil.rmtree('no2', ignore_errors=True)
print(seen, shutil.rmtree('dst'), os.path.exists('dst'))
shutil.rmtree('src')
print(os.path.exists('src'), shutil.rmtree.avoids_symlink_attacks, issubclass(shutil.SameFileError, shutil.Error), issubclass(shutil.Error, OSError))
with open('f1', 'wb') as a, open('two', 'rb') as b:
    shutil.copyfileobj(b, a, 1)
print(open('f1').read())
