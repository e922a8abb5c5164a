# tempfile: named, spooled and nameless files, folders, names with affixes, removal, errors.
# difftest: no-wasi (temporary files with names need what WASI lacks)
import os
import tempfile

with tempfile.TemporaryDirectory(prefix='p-', suffix='-s') as folder:
    name = os.path.basename(folder)
    print(name.startswith('p-'), name.endswith('-s'), len(name), os.path.isdir(folder), oct(os.stat(folder).st_mode & 0o777))
    fd, path = tempfile.mkstemp('.x', 'y', folder, text=True)
    os.write(fd, b'data')
    os.close(fd)
    print(os.path.basename(path)[0], path[-2:], open(path).read(), oct(os.stat(path).st_mode & 0o777), len(os.listdir(folder)))
    sub = tempfile.mkdtemp(dir=folder)
    print(os.path.isdir(sub), os.path.dirname(sub) == folder)
    with tempfile.NamedTemporaryFile('w+', dir=folder, suffix='.txt', delete=True, encoding='utf-8', newline='\n') as f:
        print(f.write('héllo\n'), f.flush(), os.path.exists(f.name), f.seek(0), f.read(), f.name.endswith('.txt'), f.mode, f.encoding, f.closed, f.delete)
        kept = f.name
        print([line for line in f], f.fileno() > 2, f.readable())
    print(os.path.exists(kept), f.closed)
    g = tempfile.NamedTemporaryFile(dir=folder, delete=False)
    g.write(b'kept')
    g.close()
    g.close()
    print(os.path.exists(g.name), open(g.name, 'rb').read(), g.file.closed)
    with tempfile.TemporaryFile(dir=folder) as t:
        t.write(b'abc')
        t.seek(1)
        print(t.read(), isinstance(t.name, int), t.mode)
    s = tempfile.SpooledTemporaryFile(max_size=5, mode='w+', encoding='utf-8')
    s.write('abc')
    print(s._rolled, s.tell(), s.mode, s.encoding, s.name if s._rolled else None)
    s.write('défgh')
    print(s._rolled, s.seek(0), s.read(), s.rollover(), s.closed)
    s.close()
    with tempfile.SpooledTemporaryFile() as b:
        print(b.write(b'x'), b.writelines([b'y', b'z']), b.seek(0), b.readline(), b.truncate(1), b._rolled, list(b))
    with open(os.path.join(sub, 'inner'), 'w'):
        pass
print(os.path.exists(folder))
d = tempfile.TemporaryDirectory()
print(repr(d).split("'")[0], os.path.isdir(d.name), d.cleanup(), os.path.exists(d.name))
print(os.path.isdir(tempfile.gettempdir()), isinstance(tempfile.gettempdirb(), bytes), tempfile.gettempprefix(), tempfile.gettempprefixb(), tempfile.template, tempfile.TMP_MAX)
for call in (lambda: tempfile.mkstemp(dir='no/such'), lambda: tempfile.mkdtemp(dir='no/such'), lambda: tempfile.mkstemp(b'x', 'y'), lambda: tempfile.NamedTemporaryFile('bad'), lambda: tempfile.mkstemp(prefix=5), lambda: tempfile.TemporaryFile('w', buffering=0), lambda: tempfile.TemporaryDirectory(dir='no/such')):
    try:
        print(call())
    except Exception as error:
        text = str(error)
        print(type(error).__name__, text.split("'")[0])
