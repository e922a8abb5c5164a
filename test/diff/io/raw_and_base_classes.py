"""io's abstract classes: what IOBase, RawIOBase, BufferedIOBase and TextIOBase do by themselves and refuse; open's opener."""
import io
import os


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).split(' at 0x')[0])


for kind in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase):
    base = kind()
    print(kind.__name__, [c.__name__ for c in kind.__mro__ if not c.__name__.startswith('_')], base.closed, base.readable(), base.writable(), base.seekable(), base.isatty())
    for name in ('fileno', 'tell', 'truncate', 'read', 'readline', 'readlines', 'detach', 'readall', 'read1'):
        if hasattr(base, name):
            attempt('  ' + name, getattr(base, name))
    for name, argument in (('seek', 0), ('write', b'x'), ('readinto', bytearray(3)), ('readinto1', bytearray(3)), ('writelines', [b'x'])):
        if hasattr(base, name):
            attempt('  ' + name, getattr(base, name), argument)
    print('  ', [hasattr(base, name) for name in ('encoding', 'errors', 'newlines', '_checkClosed')])
    with base as same:
        print('  ', same is base)
    attempt('  closed', base.flush)
    attempt('  enter', base.__enter__)


class Lines(io.RawIOBase):
    """A raw stream of numbered lines; `close` is counted."""
    closes = 0

    def __init__(self, count):
        self.left = list(range(count))

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self.left:
            return 0
        text = b'%d\n' % self.left.pop(0)
        buffer[:len(text)] = text
        return len(text)

    def close(self):
        if not self.closed:
            Lines.closes += 1
        super().close()


lines = Lines(12)
print(lines.read(5), lines.read(5), io.BufferedReader(lines).readline(), lines.readall())
print(list(io.BufferedReader(Lines(3))), io.TextIOWrapper(io.BufferedReader(Lines(3))).read(), Lines.closes)
with Lines(1):
    pass
print(Lines.closes)


class Nothing(io.RawIOBase):
    """A stream that is not ready: None is what it answers."""

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, buffer):
        return None

    def write(self, data):
        return None


print(Nothing().read(3), Nothing().readall(), io.BufferedReader(Nothing()).read(2), io.BufferedReader(Nothing()).read(), io.BufferedReader(Nothing()).read1(2), io.BufferedReader(Nothing()).readinto(bytearray(2)))
writer = io.BufferedWriter(Nothing(), 3)
try:
    writer.write(b'12345678')
except BlockingIOError as error:
    print(error.strerror, error.characters_written)


def opener(path, flags):
    print('opener', path, bool(flags & os.O_CREAT), bool(flags & os.O_WRONLY))
    return os.open(path, flags, 0o600)


with open('made', 'w', opener=opener) as made:
    made.write('by the opener')
with open('made', opener=opener) as made:
    print(made.read(), made.mode, made.name)
attempt('opener', open, 'made', opener=lambda path, flags: -1)
attempt('opener', open, 'made', opener=lambda path, flags: 'x')
attempt('exclusive', open, 'made', 'x')
for mode in ('', 'rw', 'rr', 'tb', 'U', 'rU', 'r+w', 'b', '+', 'xw', 'é'):
    attempt(mode, open, 'made', mode)
for kwargs in (dict(mode='rb', encoding='utf-8'), dict(mode='rb', errors='strict'), dict(mode='rb', newline='\n'), dict(buffering=0), dict(encoding='no-such'),
               dict(errors='no-such-handler'), dict(newline='q'), dict(closefd=False), dict(encoding=5), dict(mode=5), dict(buffering='x'), dict(nonsense=1)):
    attempt(sorted(kwargs), open, 'made', **kwargs)
for file in (b'made', None, 5.0, ['x'], 'a\0b', -1, 9999):
    attempt(repr(file), open, file)
file = open('made', 'rb', buffering=0)
print(file.closefd, file.readinto(bytearray(3)), file.read(3), file.readall(), file.tell(), file.seek(1), file.readline(), type(file).__name__)
attempt('write', file.write, b'x')
file.close()
attempt('after', file.read)
attempt('after', file.fileno)
os.remove('made')
raw = io.FileIO('raw', 'w')
print(raw.write(b'abc'), raw, raw.name, raw.mode, raw.closefd, raw.close(), raw, raw.closed)
raw = io.FileIO('raw', mode='r+')
print(raw.read(2), raw.write(b'XY'), raw.seek(0), raw.readall(), raw.truncate(1), raw.seek(0), raw.read(), isinstance(raw, io.RawIOBase))
for name, arguments in (('readinto', (bytearray(2),)), ('tell', ()), ('seek', (0, 9)), ('truncate', (-1,)), ('write', ('x',)), ('read', ('x',))):
    attempt(name, lambda: getattr(raw, name)(*arguments))
raw.close()
for buffering in (0, -1):
    for mode in ('rb', 'wb', 'rb+'):
        file = open('raw', mode, buffering=buffering)
        calls = [('read', ()), ('write', (b'x',)), ('readinto', (bytearray(2),)), ('truncate', ()), ('readline', ()), ('readlines', ()), ('seek', (0,)), ('tell', ()), ('flush', ()), ('fileno', ()), ('isatty', ()), ('readable', ()), ('seekable', ()), ('__enter__', ()), ('__next__', ()), ('writelines', ([],))]
        for name, arguments in calls:
            if name != 'fileno':
                attempt((mode, buffering, name), getattr(file, name), *arguments)
        file.close()
        for name, arguments in calls:
            attempt(('closed', mode, buffering, name), getattr(file, name), *arguments)
for arguments in (('raw', 5), (5.5,), ('none',), ('raw', 'x')):
    attempt(arguments, io.FileIO, *arguments)


class Closing(io.RawIOBase):
    """Files that nobody closes close themselves when they end."""

    def close(self):
        if not self.closed:
            print('closing itself')
        super().close()


def forgotten():
    Closing()
    kept = io.BufferedReader(Lines(1))
    return kept.readable()


print(forgotten(), Lines.closes)
