# difftest: no-wasi (zlib)
# Compression in one piece and in streams; gzip; what is refused.
import zlib, gzip, io
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = b'hello world ' * 1000 + bytes(range(256)) * 20
for level in (-1, 0, 1, 6, 9):
    c = zlib.compress(d, level); print(level, len(c), zlib.crc32(c), zlib.decompress(c) == d)
for wbits in (-15, 31, 9, 15): c = zlib.compress(d, wbits=wbits); print(wbits, len(c), zlib.decompress(c, wbits=wbits) == d)
print(zlib.decompress(zlib.compress(b'abc', wbits=31), 47), zlib.compress(b''), zlib.adler32(d), zlib.crc32(d, 5), zlib.adler32(b''), zlib.crc32(b'', -1))
co = zlib.compressobj(9, zlib.DEFLATED, -15); out = b''.join(co.compress(d[i:i+700]) for i in range(0, len(d), 700)) + co.flush(zlib.Z_SYNC_FLUSH) + co.compress(b'tail') + co.copy().flush(); print(len(out), zlib.crc32(out))
do = zlib.decompressobj(-15); got = b''.join(do.decompress(out[i:i+100]) for i in range(0, len(out), 100)); print(got == d + b'tail', do.eof, do.unused_data, do.flush())
do = zlib.decompressobj(); c = zlib.compress(d) + b'extra'; part = do.decompress(c, 100); print(len(part), len(do.unconsumed_tail) > 0, do.eof); rest = do.decompress(do.unconsumed_tail); print(part + rest == d, do.unused_data, do.eof, do.unconsumed_tail)
co = zlib.compressobj(zdict=b'hello world'); c = co.compress(d) + co.flush(); print(len(c), zlib.decompressobj(zdict=b'hello world').decompress(c) == d)
t(lambda: zlib.decompress(b'junk')); t(lambda: zlib.decompress(zlib.compress(d)[:-3])); t(lambda: zlib.decompress(c)); t(lambda: zlib.compress('x')); t(lambda: zlib.compress(b'', 99)); t(lambda: zlib.compressobj(99)); t(lambda: zlib.decompressobj(99)); t(lambda: zlib.decompressobj().decompress(b'x', -1)); t(lambda: zlib.decompressobj().decompress(b'xx')); t(lambda: zlib.decompressobj().flush(0))
print(zlib.error, zlib.MAX_WBITS, zlib.DEF_BUF_SIZE, zlib.Z_BEST_COMPRESSION, type(zlib.compressobj()), zlib.ZLIB_VERSION)
g = gzip.compress(d, mtime=0); print(len(g), gzip.decompress(g) == d, g[:4])
b = io.BytesIO()
with gzip.GzipFile(fileobj=b, mode='wb', mtime=1) as f: f.write(b'line1\nline2\n')
b.seek(0)
with gzip.open(b, 'rt') as f: print(f.read())
