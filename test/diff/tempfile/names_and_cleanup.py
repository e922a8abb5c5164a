"""tempfile: where, prefixes and suffixes, deletion, spooled files that roll over, folders that clean up, what is refused."""
# difftest: no-wasi (modes and descriptors of files differ there)
import io
import os
import stat
import tempfile


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).split(" '")[0].split(': ')[0])


os.mkdir('place')
with tempfile.NamedTemporaryFile('w+', prefix='pre-', suffix='.end', dir='place') as file:
    name = os.path.basename(file.name)
    print(name.startswith('pre-'), name.endswith('.end'), len(name), os.path.dirname(file.name) == os.path.abspath('place'), oct(stat.S_IMODE(os.stat(file.name).st_mode)))
    print('line', 1, file=file)
    file.seek(0)
    print(file.read(), file.mode, file.closed, hasattr(file, 'buffer'), os.listdir('place') == [name], file.writable(), file.delete)
    print([line for line in file], file.write('x'), file.tell(), repr(file).startswith('<tempfile._TemporaryFileWrapper object') or repr(file)[:30])
print(os.listdir('place'), file.closed)
kept = tempfile.NamedTemporaryFile(dir='place', delete=False)
kept.write(b'kept')
kept.close()
kept.close()
print(open(kept.name, 'rb').read(), os.unlink(kept.name))
with tempfile.TemporaryFile('w+b', dir='place') as file:
    print(file.write(b'abc'), file.seek(0), file.read(), os.listdir('place'), isinstance(file.name, int))
for kwargs in (dict(mode='w'), dict(mode='wb'), dict(mode='w', encoding='utf-16'), dict(mode='w+', newline='\r\n'), dict(buffering=0)):
    with tempfile.NamedTemporaryFile(dir='place', **kwargs) as file:
        file.write('a\n' if kwargs.get('mode', 'w+b') in ('w', 'w+') else b'a\n')
        file.flush()
        print(sorted(kwargs.items()), open(file.name, 'rb').read())

descriptor, path = tempfile.mkstemp('.x', 'y', 'place', text=True)
print(os.path.isabs(path), os.path.basename(path)[0], path[-2:], oct(stat.S_IMODE(os.fstat(descriptor).st_mode)), os.get_inheritable(descriptor), os.close(descriptor), os.remove(path))
folder = tempfile.mkdtemp(b'.d', dir=b'place')
print(type(folder).__name__, oct(stat.S_IMODE(os.stat(folder).st_mode)), folder.endswith(b'.d'), os.rmdir(folder))
print(tempfile.gettempprefix(), tempfile.gettempprefixb(), type(tempfile.gettempdirb()).__name__, tempfile.gettempdir() == os.fsdecode(tempfile.gettempdirb()), tempfile.template, tempfile.TMP_MAX)

with tempfile.TemporaryDirectory(prefix='dir', dir='place') as folder:
    os.makedirs(os.path.join(folder, 'a/b'))
    open(os.path.join(folder, 'a/b/file'), 'w').close()
    os.chmod(os.path.join(folder, 'a/b/file'), 0o400)
    print(os.path.basename(folder)[:3], sorted(os.listdir(folder)))
print(os.path.exists(folder), os.listdir('place'))
directory = tempfile.TemporaryDirectory(dir='place', ignore_cleanup_errors=True)
print(os.path.isdir(directory.name), repr(directory).startswith("<TemporaryDirectory '"), directory.cleanup(), os.path.isdir(directory.name), directory.cleanup())
directory = tempfile.TemporaryDirectory(dir='place')
os.rmdir(directory.name)
print(directory.cleanup(), os.listdir('place'))

spooled = tempfile.SpooledTemporaryFile(max_size=10, mode='w+')
print(spooled._rolled, spooled.write('12345'), spooled.name, spooled.mode, spooled.encoding is not None, spooled.newlines, spooled.tell())
print(spooled.write('67890ABC'), spooled._rolled, spooled.seek(0), spooled.read(), isinstance(spooled.name, int), spooled.closed)
spooled.close()
spooled = tempfile.SpooledTemporaryFile()
print(spooled.write(b'x' * 100), spooled._rolled, spooled.seek(0), len(spooled.read()), spooled.truncate(5), spooled.fileno() > 0, spooled._rolled, spooled.seek(0), spooled.read(), spooled.readable(), spooled.isatty())
with tempfile.SpooledTemporaryFile(max_size=3, mode='w+b') as spooled:
    spooled.writelines([b'a\n', b'b\n', b'c\n'])
    print(spooled._rolled, spooled.seek(0), spooled.readlines(), list(spooled), isinstance(spooled, io.IOBase), spooled.seek(2), spooled.readline(), spooled.rollover())

for label, call in {'missing': lambda: tempfile.mkstemp(dir='none'), 'missing folder': lambda: tempfile.mkdtemp(dir='none'), 'file': lambda: tempfile.NamedTemporaryFile(dir='none'), 'mix': lambda: tempfile.mkstemp('a', b'b'), 'mix dir': lambda: tempfile.mkstemp('a', dir=b'place'),
                    'int': lambda: tempfile.mkstemp(5), 'mode': lambda: tempfile.NamedTemporaryFile('q', dir='place'), 'read only': lambda: tempfile.NamedTemporaryFile('r', dir='place').close(), 'mktemp': lambda: os.path.dirname(tempfile.mktemp(dir='x')), 'binary encoding': lambda: tempfile.NamedTemporaryFile('wb', encoding='utf-8', dir='place')}.items():
    attempt(label, call)
print(len(os.listdir('place')))


def replace_safely(path, text):
    """Writes a file so that readers see the old text or the new one, never a part."""
    with tempfile.NamedTemporaryFile('w', dir=os.path.dirname(path) or '.', delete=False) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(file.name, path)


replace_safely('place/state', 'first')
replace_safely('place/state', 'second')
print(open('place/state').read(), 'state' in os.listdir('place'))
