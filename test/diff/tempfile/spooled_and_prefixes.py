"""tempfile: SpooledTemporaryFile's rollover in text and bytes, NamedTemporaryFile's wrapper, mkstemp and mkdtemp with every affix, gettempdir's choice, clean-up errors."""
# difftest: no-wasi (no folder for temporary files)
import errno
import io
import os
import re
import stat
import tempfile


def attempt(label, function, *args, **kwargs):
    try:
        print(label, plain(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, plain(error, str))


def plain(value, show=repr):
    return re.sub(r'tmp[a-z0-9_]{8}', 'tmpNAME', show(value)).replace(os.getcwd(), 'HERE')


os.mkdir('area')
area = os.path.abspath('area')
for name in ('TMPDIR', 'TEMP', 'TMP'):
    os.environ.pop(name, None)
os.environ['TMPDIR'] = os.path.join(area, 'missing')
os.environ['TEMP'] = area
tempfile.tempdir = None
print(plain(tempfile.gettempdir()), plain(tempfile.gettempdirb()), tempfile.gettempprefix(), tempfile.gettempprefixb(), tempfile.template, tempfile.TMP_MAX)
print(sorted(tempfile.__all__))

fd, name = tempfile.mkstemp()
print(plain(name), oct(stat.S_IMODE(os.stat(name).st_mode)), os.write(fd, b'x'), os.get_inheritable(fd), os.close(fd))
os.remove(name)
for kwargs in ({'suffix': '.txt'}, {'prefix': 'pre'}, {'suffix': '-a', 'prefix': 'b-', 'dir': area}, {'suffix': b'.b'}, {'prefix': b'p', 'dir': os.fsencode(area)}, {'dir': 'area', 'text': True}):
    fd, name = tempfile.mkstemp(**kwargs)
    os.close(fd)
    os.remove(name)
    base = os.path.basename(name)
    text = base if isinstance(base, str) else base.decode()
    print(type(base).__name__, re.sub(r'^(tmp|pre|b-|p)[a-z0-9_]{8}', r'\1NAME', text), os.path.isabs(name))
attempt('mixed', tempfile.mkstemp, 'a', b'b')
attempt('mixed', tempfile.mkdtemp, b'a', dir='b')
attempt('number', tempfile.mkstemp, 5)
attempt('missing', lambda: tempfile.mkstemp(dir='missing', prefix='x')) if False else None
folder = tempfile.mkdtemp('.d', 'dir-')
print(re.sub(r'[a-z0-9_]{8}', 'R', os.path.basename(folder)), oct(stat.S_IMODE(os.stat(folder).st_mode)), os.listdir(folder), os.rmdir(folder))

spool = tempfile.SpooledTemporaryFile(max_size=10)
print(spool._rolled, spool.write(b'12345'), spool.tell(), spool._rolled, type(spool._file).__name__, spool.mode, spool.name, spool.closed)
print(spool.write(b'678901'), spool._rolled, spool.seek(0), spool.read(), spool.mode, isinstance(spool.name, int), spool.seek(3), spool.read(2), spool.truncate(4), spool.seek(0), spool.readlines())
print(spool.readable(), spool.writable(), spool.seekable(), spool.isatty(), isinstance(spool, io.IOBase), spool.readinto(bytearray(3)))
spool.close()
print(spool.closed)
attempt('closed', spool.write, b'x')
text = tempfile.SpooledTemporaryFile(max_size=5, mode='w+', encoding='utf-8', newline='')
print(text.encoding, text.errors, text.newlines, text.write('añb\r\n'), text._rolled, text.write('more\n'), text._rolled, text.seek(0), text.read(), text.encoding, text.errors, text.seek(0), list(text))
attempt('truncated', text.truncate, 2)
text.close()
with tempfile.SpooledTemporaryFile() as plain_spool:
    plain_spool.writelines([b'a\n', b'b\n'])
    print(plain_spool.fileno() > 2, plain_spool._rolled, plain_spool.seek(0), next(plain_spool), [*plain_spool], plain_spool.flush())
with tempfile.SpooledTemporaryFile(max_size=3) as by_hand:
    by_hand.write(b'ab')
    by_hand.rollover()
    by_hand.rollover()
    print(by_hand._rolled, by_hand.truncate(100), by_hand.seek(0, 2))
attempt('mode', lambda: tempfile.SpooledTemporaryFile(mode='q').rollover())
attempt('binary encoding', lambda: tempfile.SpooledTemporaryFile(encoding='utf-8').rollover())
attempt('slot', lambda: tempfile.SpooledTemporaryFile().nothing)
print(tempfile.SpooledTemporaryFile[bytes] if hasattr(tempfile.SpooledTemporaryFile, '__class_getitem__') else None)

with tempfile.NamedTemporaryFile('w+', suffix='.txt', prefix='named-', dir=area) as named:
    print(re.sub(r'[a-z0-9_]{8}', 'R', os.path.basename(named.name)), named.mode, named.write('x'), named.flush(), os.path.getsize(named.name), type(named).__name__, type(named.file).__name__, named.delete)
    named.extra = 1
    print('extra' in vars(named), named.read.__name__ if hasattr(named.read, '__name__') else '')
    kept = named.name
print(os.path.exists(kept), named.closed, named.close())
held = tempfile.NamedTemporaryFile(delete=False)
held.write(b'stays')
held.close()
print(open(held.name, 'rb').read(), os.unlink(held.name))
gone = tempfile.NamedTemporaryFile()
os.unlink(gone.name)
attempt('deleted before', gone.close)
dropped = tempfile.NamedTemporaryFile()
path = dropped.name
del dropped
print(os.path.exists(path))
attempt('mode', tempfile.NamedTemporaryFile, 'rz')
attempt('binary encoding', tempfile.NamedTemporaryFile, 'wb', encoding='utf-8')
print(os.listdir(area))

with tempfile.TemporaryFile('w+', buffering=1, newline='\r\n') as anonymous:
    print(isinstance(anonymous.name, int), anonymous.write('a\n'), anonymous.seek(0), anonymous.buffer.read(), os.fstat(anonymous.fileno()).st_nlink)
with tempfile.TemporaryDirectory(suffix='s', prefix='p', dir=area) as folder:
    print(re.sub(r'^p[a-z0-9_]{8}s', 'pRs', os.path.basename(folder)), os.makedirs(os.path.join(folder, 'a/b')), open(os.path.join(folder, 'a/file'), 'w').close())
    os.symlink(area, os.path.join(folder, 'link'))
print(os.path.exists(folder), os.path.exists(area))
keeper = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
print(plain(keeper).replace(os.path.basename(keeper.name), 'X'), keeper.cleanup(), os.path.exists(keeper.name), keeper.cleanup())
keeper = tempfile.TemporaryDirectory()
os.rmdir(keeper.name)
attempt('removed before', keeper.cleanup)
attempt('no folder', tempfile.TemporaryDirectory, dir=os.path.join(area, 'not')) if False else None
attempt('mktemp', lambda: os.path.exists(tempfile.mktemp('.x', 'y', area)))
print(next(tempfile._get_candidate_names()) != next(tempfile._get_candidate_names()), len(next(tempfile._get_candidate_names())))
tempfile.tempdir = 'area'
print(plain(tempfile.gettempdir()), plain(os.path.dirname(tempfile.mkdtemp())))
tempfile.tempdir = b'area'
print(tempfile.gettempdir(), type(tempfile.mkdtemp()).__name__)
