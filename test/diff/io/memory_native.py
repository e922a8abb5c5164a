"""io.StringIO and io.BytesIO: every method, all ends of lines, positions beyond the end, widths of characters, subclasses
that override, views of the memory, copies, and what is refused."""
import copy
import io
import pickle


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).split(' at 0x')[0])


text = 'one\ntwo\r\nthree\rfour\n\n\r\r\nend'
for newline in (None, '', '\n', '\r', '\r\n'):
    f = io.StringIO(text, newline=newline)
    print(repr(newline), repr(f.getvalue()), list(f))
    f.seek(0)
    print([f.readline(2) for i in range(4)], f.readlines(), f.tell())
    f = io.StringIO(newline=newline)
    print(f.write('a\nb'), f.write('\r'), f.write('\n'), f.write('\r\n\n'), repr(f.getvalue()), f.tell())
    f.seek(0)
    print(f.readline(), f.read(1), f.readline(100), f.tell())
for newline in ('x', 'nn', b'\n', 5):
    attempt(newline, io.StringIO, '', newline)
attempt('initial', io.StringIO, 5)
attempt('initial', io.StringIO, b'x')
attempt('initial', io.BytesIO, 'x')
attempt('initial', io.BytesIO, 5)
attempt('keywords', lambda: io.StringIO(initial_value='a', newline=None).read())
attempt('keywords', lambda: io.BytesIO(initial_bytes=b'a').read())
attempt('many', io.StringIO, 1, 2, 3)
attempt('many', io.BytesIO, 1, 2)
for f, piece in ((io.StringIO(), 'ab'), (io.BytesIO(), b'ab')):
    f.seek(5)
    print(f.read(), f.readline(), f.write(piece), f.getvalue(), f.tell())
    f.seek(1)
    print(f.write(piece[:1]), f.getvalue(), f.read(2), f.read(-1), f.read(None), f.read(), f.tell())
    print(f.truncate(3), f.getvalue(), f.tell(), f.truncate(100), f.getvalue(), f.seek(2), f.truncate(), f.getvalue())
    print(f.seek(0, 2), f.seek(0, 1), f.seek(0), f.tell(), f.readable(), f.writable(), f.seekable(), f.isatty(), f.closed, f.flush())
    for args in ((-1,), (0, 3), (0, -1), (1, 1), (-1, 2), (-100, 2), ('x',), (1.0,), (2**70,), (0, 'x'), ()):
        attempt(('seek', args), f.seek, *args)
    f.seek(0)
    for args in ((-1,), ('x',), (1.0,), (2**70,), (None,), (0,), (True,)):
        attempt(('truncate', args), f.truncate, *args)
    for args in (('x',), (1.0,), (2**70,), (None,), (0,), (-5,), (1, 2)):
        attempt(('read', args), f.read, *args)
        attempt(('readline', args), f.readline, *args)
    for bad in (5, None, [], 'ä' if isinstance(piece, bytes) else b'x'):
        attempt(('write', bad), f.write, bad)
        attempt(('writelines', bad), f.writelines, [bad])
    f.writelines([piece, piece])
    print(f.getvalue(), f.tell(), f.seek(0), f.readlines(), f.readlines(), f.seek(0), f.readlines(1))
    attempt('readlines', f.readlines, 'x')
    attempt('fileno', f.fileno)
    attempt('detach', f.detach)
    f.name = 'named'
    print(f.name, f.__dict__)
    with f as same:
        print(same is f)
    print(f.closed)
    for name in ('read', 'readline', 'getvalue', 'tell', 'truncate', 'readable', 'writable', 'seekable', 'flush', 'isatty', 'readlines',
                 '__enter__', '__next__', '__getstate__'):
        attempt(name, getattr(f, name))
    attempt('iter', lambda: type(iter(f)).__name__)
    attempt('write', f.write, piece)
    attempt('write', f.write, 5)
    attempt('seek', f.seek, 0)
    attempt('writelines', f.writelines, [])
    f.close()

# ---- widths of characters --------------------------------------------------------------------------------------------
f = io.StringIO('plain')
for piece in ('é', 'Ω', '😀', 'x'):
    f.seek(0, 2)
    f.write(piece)
    value = f.getvalue()
    f.seek(3)
    print(value, len(value), f.read(1), f.read(2), f.read(1), f.read(), value.isascii())
f.seek(5)
f.write('abc')
f.truncate()
print(f.getvalue(), f.getvalue() == 'plainabc', f.getvalue().isascii(), hash(f.getvalue()) == hash('plainabc'), {'plainabc': 1}[f.getvalue()])
f = io.StringIO('Ω\nβ\r\nγ😀\n')
print(list(f), f.seek(2), f.read(1), f.readline(), f.readline())
f = io.StringIO('Ω\nβ\r\nγ😀\r', newline='')
print(list(f))
f = io.StringIO('Ω\nβ\r\nγ😀\n', newline='\r\n')
print(list(f), len(f.getvalue()))
f = io.StringIO()
for i in range(3000):
    f.write(chr(i))
print(len(f.getvalue()), f.getvalue()[::500] == ''.join(map(chr, range(0, 3000, 500))), sum(map(ord, f.getvalue())))

# ---- bytes -----------------------------------------------------------------------------------------------------------
data = b'one\ntwo\r\n\nend'
f = io.BytesIO(data)
print(f.getvalue() is data, f.read() is data, list(f), f.seek(0), list(f), f.seek(0), f.read1(2), f.read1(), f.read1(-1))
print(f.seek(0), f.readlines(4), f.readlines(0), f.readlines(None))
target = bytearray(5)
f.seek(9)
print(f.readinto(target), target, f.readinto(target), f.readinto(memoryview(target)[1:3]), f.seek(0), f.readinto1(target), target)
attempt('readinto', f.readinto, b'fixed')
attempt('readinto', f.readinto, 5)
f = io.BytesIO(data)
f.write(bytearray(b'ONE'))
f.write(memoryview(b'!'))
print(f.getvalue(), data)
view = f.getbuffer()
view[0:1] = b'#'
print(bytes(view[:4]), f.getvalue()[:4], len(view), view.readonly, view.format)
for change in ((f.write, b'more'), (f.truncate, 0), (f.close,)):
    attempt('exported', *change)
view.release()
print(f.seek(0, 2), f.write(b'more'), f.getvalue(), f.truncate(3), f.getvalue())
f = io.BytesIO(data)
with f.getbuffer() as view:
    view[0] = 0
print(f.getvalue(), data)
attempt('write', f.write, 'text')
f = io.BytesIO(b'abc')
print(f.truncate(2), f.getvalue(), f.write(b'zz'), f.getvalue(), f.seek(10), f.write(b''), f.getvalue())
f = io.BytesIO(bytearray(b'own'))
f.__init__(b'again')
print(f.read(), f.tell())
f.__init__()
print(f.getvalue())

# ---- subclasses ------------------------------------------------------------------------------------------------------


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())

    def readline(self, *args):
        return '<' + super().readline(*args) + '>' if self.tell() < 6 else ''


f = Upper('start')
print(f.getvalue(), f.write('abc'), f.getvalue())
f.seek(0)
f.writelines(['x\n', 'y\n', 'z\n'])
print(f.getvalue())
f.seek(0)
print(list(f), f.readlines(), isinstance(f, io.TextIOBase), isinstance(f, io.IOBase), isinstance(f, io.RawIOBase))
print('text', file=f)
print(repr(f.getvalue()))


class Counting(io.BytesIO):
    def __init__(self, *args):
        super().__init__(*args)
        self.count = 0

    def write(self, data):
        self.count += len(data)
        return super().write(data)

    def close(self):
        print('closing', self.getvalue())
        super().close()


with Counting(b'abc') as f:
    f.write(b'x')
    f.writelines([b'y', b'z'])
    print(f.count, f.read(1), isinstance(f, io.BufferedIOBase))
print(f.closed)


class NoInit(io.StringIO):
    def __init__(self):
        pass


attempt('uninitialized', NoInit().write, 'x')
attempt('uninitialized', lambda: NoInit().closed)

# ---- copies ----------------------------------------------------------------------------------------------------------
f = io.StringIO('a\nb', newline='\r\n')
f.read(1)
f.extra = [1]
print(f.__getstate__())
for back in (copy.copy(f), copy.deepcopy(f), pickle.loads(pickle.dumps(f))):
    print(back.getvalue(), back.tell(), back.extra, back.write('\n'), repr(back.getvalue()))
f = io.BytesIO(b'abc')
f.seek(2)
for back in (copy.copy(f), copy.deepcopy(f), pickle.loads(pickle.dumps(f))):
    print(back.getvalue(), back.tell())
for state in (None, (), ('a',), (5, '', 0, None), ('a', 5, 0, None), ('a', '', -1, None), ('a', '', 'x', None), ('a', '', 0, 5), ('a', None, 1, {'k': 2})):
    attempt(state, io.StringIO().__setstate__, state)
for state in (None, (), (b'a',), ('a', 0, None), (b'a', -1, None), (b'a', 'x', None), (b'a', 0, 5), (b'a', 1, {'k': 2})):
    attempt(state, io.BytesIO().__setstate__, state)
wrapper = io.TextIOWrapper(io.BytesIO(b'l1\nl2\r\n'), encoding='ascii')
print(wrapper.readlines(), wrapper.buffer.getvalue())
