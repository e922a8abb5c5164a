# gzip and zlib: files, members, levels, headers, truncation, streams, checksums, errors.
# difftest: no-wasi (zlib is native only)
import gzip
import io
import zlib

data = b'hello world ' * 100
for level in (0, 1, 6, 9):
    packed = gzip.compress(data, level, mtime=0)
    print(level, len(packed), packed[:10], gzip.decompress(packed) == data)
out = io.BytesIO()
with gzip.GzipFile('name.txt', 'wb', 9, out, mtime=5) as f:
    print(f.write(b'abc'), f.write(memoryview(b'def')), f.tell(), f.mode, f.name, f.writable(), f.readable(), f.seekable(), f.flush(), f.seek(10), f.closed)
print(out.getvalue()[:20])
with gzip.GzipFile(fileobj=io.BytesIO(out.getvalue() + gzip.compress(b'second\nline\n', mtime=0))) as f:
    print(f.read(4), f.peek(3)[:3], f.readline(), f.tell(), f.read1(3), f.seek(2), f.read(), f.mtime, list(f), f.name)
with gzip.open('t.gz', 'wt', encoding='utf-8', newline='\n') as f:
    f.write('héllo\nworld\n')
with gzip.open('t.gz', 'rt', encoding='utf-8') as f:
    print(f.readlines(), type(f).__name__)
with gzip.open('t.gz', 'ab') as f:
    f.write(b'more')
print(gzip.open('t.gz').read(), open('t.gz', 'rb').read(2), gzip.READ, gzip.WRITE)
packed = gzip.compress(data, mtime=0)
for bad in (b'', b'x', b'\x1f\x8b', packed[:-4], packed[:50], packed[:-8] + b'\0' * 8, packed[:-4] + b'\0\0\0\0', packed + b'\0\0', packed + b'junk', b'\x1f\x8b\x07' + packed[3:]):
    for read in (gzip.decompress, lambda b: gzip.GzipFile(fileobj=io.BytesIO(b)).read()):
        try:
            print(len(read(bad)))
        except Exception as error:
            print(type(error).__name__, error)
for call in (lambda: gzip.GzipFile('x', 'rw'), lambda: gzip.GzipFile(), lambda: gzip.open('no.gz'), lambda: gzip.open('t.gz', 'rtb'), lambda: gzip.open('t.gz', encoding='utf-8'), lambda: gzip.open(5.5), lambda: gzip.GzipFile(fileobj=io.BytesIO(), mode='w').read(), lambda: gzip.GzipFile(fileobj=io.BytesIO(packed)).write(b'x'), lambda: gzip.compress('text'), lambda: gzip.GzipFile('x', 'r+'),
             lambda: zlib.compress(data, 10), lambda: zlib.decompress(b'bad'), lambda: zlib.decompress(zlib.compress(data)[:-1]), lambda: zlib.compressobj(method=5), lambda: zlib.decompressobj().decompress('x'), lambda: zlib.decompressobj().decompress(b'', -1), lambda: zlib.crc32('x'), lambda: zlib.decompressobj(wbits=99), lambda: zlib.compressobj().flush(99)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
c = zlib.compressobj(9, zlib.DEFLATED, -15, 8, zlib.Z_FILTERED, b'hello')
raw = c.compress(data) + c.flush(zlib.Z_SYNC_FLUSH)
copied = c.copy()
raw2 = raw + copied.compress(b'end') + copied.flush()
d = zlib.decompressobj(-15, b'hello')
first = d.decompress(raw2, 20)
print(first, len(d.unconsumed_tail) > 0, d.eof, d.decompress(d.unconsumed_tail) + d.flush() == data[20:] + b'end', d.eof, d.unused_data)
d = zlib.decompressobj()
print(d.decompress(zlib.compress(b'x') + b'tail'), d.unused_data, d.eof, d.flush(), zlib.crc32(b'abc'), zlib.crc32(b'c', zlib.crc32(b'ab')), zlib.adler32(b'abc'), zlib.adler32(b'', 5), zlib.decompress(zlib.compress(data, wbits=31), 31) == data, zlib.decompress(gzip.compress(b'q'), 47), zlib.MAX_WBITS, zlib.decompress(zlib.compress(b'z'), bufsize=1))
