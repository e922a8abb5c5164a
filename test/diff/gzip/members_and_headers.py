"""gzip: headers with names and comments, several members, padding, seeking both ways, text layers, peek and read1, truncated and damaged files, modes."""
# difftest: no-wasi (zlib)
import gzip
import io
import os
import struct
import zlib


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


def member(data, name=None, comment=None, extra=None, crc=False, mtime=0):
    flags = (8 if name else 0) | (16 if comment else 0) | (4 if extra else 0) | (2 if crc else 0)
    head = b'\x1f\x8b\x08' + bytes([flags]) + struct.pack('<IBB', mtime, 0, 255)
    if extra:
        head += struct.pack('<H', len(extra)) + extra
    if name:
        head += name + b'\0'
    if comment:
        head += comment + b'\0'
    if crc:
        head += struct.pack('<H', zlib.crc32(head) & 0xffff)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return head + packer.compress(data) + packer.flush() + struct.pack('<II', zlib.crc32(data), len(data))


text = b''.join(b'line %d of some text\n' % n for n in range(300))
print(sorted(gzip.__all__), gzip.BadGzipFile.__mro__[1], gzip.READ, gzip.WRITE, gzip.FNAME)
for level in (0, 1, 9):
    packed = gzip.compress(text, level, mtime=7)
    print(level, len(packed), packed[:10].hex(), gzip.decompress(packed) == text)
print(gzip.compress(b'', mtime=0).hex(), gzip.decompress(b''), gzip.decompress(gzip.compress(b'')), gzip.compress(text, mtime=None)[:4].hex())
whole = member(b'first ', b'name.txt', b'a comment', b'extra', True, 99) + member(b'second ') + b'\0' * 20 + member(b'third')
print(gzip.decompress(whole), gzip.GzipFile(fileobj=io.BytesIO(whole)).read(), gzip.open(io.BytesIO(whole)).mtime)
with gzip.open(io.BytesIO(whole)) as file:
    print(file.mtime, file.read(3), file.mtime, file.read(), file.mtime, file.read())
for label, data in {'magic': b'not gzip at all', 'method': whole[:2] + b'\x07' + whole[3:], 'short head': whole[:5], 'short name': whole[:14], 'short body': gzip.compress(text)[:50], 'short tail': gzip.compress(text)[:-3], 'crc': gzip.compress(text)[:-8] + b'\0' * 8,
                    'length': gzip.compress(text)[:-1] + b'\1', 'trailing': gzip.compress(text) + b'rubbish', 'padding': gzip.compress(b'ok') + b'\0\0\0', 'empty': b'', 'one': b'\x1f'}.items():
    attempt(label, lambda: len(gzip.decompress(data)))
    attempt(label, lambda: len(gzip.GzipFile(fileobj=io.BytesIO(data)).read()))

with gzip.open('file.gz', 'wb', compresslevel=5) as file:
    print(file.name, file.mode, file.fileno() > 2, file.readable(), file.writable(), file.seekable(), file.write(text), file.tell(), file.seek(len(text) + 10), file.tell(), file.write(b'end'), file.flush(), repr(file)[:15])
    attempt('read', file.read)
    attempt('back', file.seek, 0)
    attempt('end', file.seek, 0, 2)
    attempt('text', file.write, 'str')
    print(file.write(memoryview(b'view')), file.write(bytearray(b'array')), file.writelines([b'x', b'y']))
attempt('closed', file.write, b'x')
print(file.closed, file.close(), file.fileobj)
with open('file.gz', 'rb') as raw:
    head = raw.read(20)
    print(head[3], head[10:15], head[8])
with gzip.open('file.gz') as file:
    print(file.read(5), file.peek(3)[:3], file.read1(4), file.readline(), file.tell(), file.seek(100), file.read(6), file.seek(-3, 1), file.read(3), file.seek(0), file.readinto(box := bytearray(4)), box, file.seek(-7, 2) if False else '', file.rewind())
    print(len(file.readlines()), file.read(), file.seek(10**6), file.read(1), file.seek(-5) if False else '', next(iter(file), 'end'))
    attempt('negative', file.seek, -1)
    attempt('write', file.write, b'x')
    print(file.seek(2, 0), [len(line) for line in file][:3], file.readable(), file.writable(), file.mode)
with gzip.open('file.gz', 'ab') as file:
    file.write(b'appended')
print(gzip.open('file.gz').read()[-8:])
for mode in ('wt', 'rt', 'at', 'rt'):
    with gzip.open('text.gz', mode, encoding='utf-16', newline='\r\n' if mode != 'rt' else None) as file:
        print(type(file).__name__, file.read() if mode == 'rt' else file.write('zeile ä\n'))
attempt('exclusive', lambda: gzip.open('new.gz', 'xb').close())
attempt('exclusive', gzip.open, 'new.gz', 'x')
for args, kwargs in ((('file.gz', 'q'), {}), (('file.gz', 'rbt'), {}), (('file.gz', 'rb'), {'encoding': 'x'}), (('file.gz', 'rb'), {'errors': 'x'}), (('file.gz', 'rb'), {'newline': ''}), ((5,), {}), (('missing.gz',), {}), (('file.gz', 'rU'), {}), ((None,), {})):
    attempt(args, gzip.open, *args, **kwargs)
attempt('mode', gzip.GzipFile, 'f', 'r+')
attempt('level', gzip.compress, b'x', 10)
attempt('str', gzip.compress, 'x')
attempt('str', gzip.decompress, 'x')
sink = io.BytesIO()
with gzip.GzipFile('given/path/name.txt.gz', 'w', 6, sink, mtime=123456.9) as file:
    file.write(b'data')
print(sink.getvalue()[:20], sink.closed, gzip.GzipFile(fileobj=io.BytesIO(sink.getvalue())).read())
sink = io.BytesIO()
with gzip.GzipFile(filename='', mode='wb', fileobj=sink, mtime=0) as file:
    file.name
print(sink.getvalue().hex(), file.name)
with gzip.GzipFile(filename='ünicode', mode='wb', fileobj=sink, mtime=0) as file:
    pass
print(sink.getvalue()[20:].hex())


class Slow(io.RawIOBase):
    """Gives few bytes at a time."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def readable(self):
        return True

    def readinto(self, buffer):
        n = min(len(buffer), 7, len(self.data) - self.at)
        buffer[:n] = self.data[self.at:self.at + n]
        self.at += n
        return n


print(gzip.GzipFile(fileobj=io.BufferedReader(Slow(gzip.compress(text)))).read() == text, io.TextIOWrapper(gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(text)))).readlines()[-1])
os.remove('file.gz')
