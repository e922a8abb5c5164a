"""zlib: every argument of compressobj and decompressobj, copies, flush modes, dictionaries, max_length, trailing data, checksums."""
# difftest: no-wasi (zlib)
import copy
import zlib


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


TEXT = b''.join(b'%d bottles of beer on the wall, %d bottles of beer\n' % (n, n) for n in range(99, 0, -1))
NOISE = bytes((n * 7919 + n // 3) % 256 for n in range(5000))

print(sorted(name for name in dir(zlib) if not name.startswith('_')))
print([getattr(zlib, name) for name in sorted(dir(zlib)) if name.startswith(('Z_', 'DEF', 'MAX'))])
print(zlib.error.__mro__, zlib.error.__module__, zlib.ZLIB_RUNTIME_VERSION == zlib.ZLIB_VERSION)

for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE, zlib.Z_FIXED):
    for memory in (1, 8, 9):
        packer = zlib.compressobj(level=6, method=zlib.DEFLATED, wbits=zlib.MAX_WBITS, memLevel=memory, strategy=strategy)
        packed = packer.compress(TEXT) + packer.compress(NOISE) + packer.flush()
        print(strategy, memory, len(packed), zlib.crc32(packed), zlib.decompress(packed) == TEXT + NOISE)

for mode in (zlib.Z_NO_FLUSH, zlib.Z_PARTIAL_FLUSH, zlib.Z_SYNC_FLUSH, zlib.Z_FULL_FLUSH, zlib.Z_BLOCK, zlib.Z_FINISH):
    packer = zlib.compressobj()
    pieces = []
    for start in range(0, len(TEXT), 1000):
        pieces.append(packer.compress(TEXT[start:start + 1000]))
        if mode != zlib.Z_FINISH:
            pieces.append(packer.flush(mode))
    pieces.append(packer.flush())
    print(mode, [len(piece) for piece in pieces], zlib.decompress(b''.join(pieces)) == TEXT)

packer = zlib.compressobj()
start = packer.compress(TEXT) + packer.flush(zlib.Z_SYNC_FLUSH)
twins = [packer.copy(), copy.copy(packer), copy.deepcopy(packer)]
for number, twin in enumerate(twins):
    rest = twin.compress(b'ending %d' % number) + twin.flush()
    print(number, zlib.decompress(start + rest)[-9:])
attempt('copy of finished', lambda: twins[0].copy())
attempt('compress finished', lambda: twins[0].compress(b'more'))
attempt('flush finished', lambda: twins[0].flush())
print(zlib.decompress(start + packer.flush())[-12:])

packed = zlib.compress(TEXT)
reader = zlib.decompressobj()
got = []
tail = packed
while tail:
    got.append(reader.decompress(tail, max_length=333))
    tail = reader.unconsumed_tail
print(len(got), set(map(len, got)) <= {333, len(TEXT) % 333}, reader.eof, len(reader.flush()), b''.join(got) == TEXT[:len(b''.join(got))])
reader = zlib.decompressobj()
first = reader.decompress(packed[:100])
other = reader.copy()
third = copy.deepcopy(reader)
print(first == TEXT[:len(first)], reader.decompress(packed[100:]) == other.decompress(packed[100:]) == third.decompress(packed[100:]), other.eof)
attempt('copy of ended', lambda: reader.copy().eof)
print(reader.decompress(b'late'), reader.unused_data, reader.unconsumed_tail, reader.flush())
reader = zlib.decompressobj()
print(reader.decompress(packed + b'tr') == TEXT, reader.unused_data, reader.decompress(b'ailer'), reader.unused_data)
for name in ('eof', 'unused_data', 'unconsumed_tail'):
    attempt(name, setattr, reader, name, 1)
attempt('new attribute', setattr, reader, 'x', 1)
reader = zlib.decompressobj()
reader.decompress(packed[:50], 10)
print(len(reader.unconsumed_tail), len(reader.flush()), reader.unconsumed_tail, reader.eof)
reader = zlib.decompressobj()
reader.decompress(packed[:-1])
print(len(reader.flush(1)), reader.eof)

words = b'bottles of beer on the wall'
packer = zlib.compressobj(zdict=words)
small = packer.compress(TEXT[:60]) + packer.flush()
print(len(small), len(zlib.compress(TEXT[:60])))
for form in (words, bytearray(words), memoryview(words)):
    print(zlib.decompressobj(zdict=form).decompress(small) == TEXT[:60])
attempt('no dictionary', lambda: zlib.decompressobj().decompress(small))
attempt('other dictionary', lambda: zlib.decompressobj(zdict=b'other').decompress(small))
attempt('dictionary of str', lambda: zlib.compressobj(zdict='words'))
attempt('raw with dictionary', lambda: zlib.decompressobj(-15, zdict=words).decompress(b'\x03\x00'))

attempt('level', zlib.compress, TEXT, level=10)
attempt('wbits', zlib.compress, TEXT, wbits=50)
attempt('bad method', zlib.compressobj, 6, 7)
attempt('bad memory', zlib.compressobj, 6, zlib.DEFLATED, 15, 99)
attempt('data keyword', lambda: zlib.compress(data=b'x'))
attempt('no data', zlib.compress)
attempt('kinds', lambda: [zlib.decompress(zlib.compress(kind(b'abc'))) for kind in (bytes, bytearray, memoryview)])
attempt('bufsize', lambda: zlib.decompress(packed, bufsize=1) == TEXT)
attempt('bufsize zero', lambda: zlib.decompress(packed, bufsize=0) == TEXT)
attempt('bufsize negative', lambda: zlib.decompress(packed, bufsize=-1) == TEXT)
attempt('bufsize text', lambda: zlib.decompress(packed, bufsize='9'))
attempt('truncated', zlib.decompress, packed[:20])
attempt('empty', zlib.decompress, b'')
attempt('damaged sum', zlib.decompress, packed[:-1] + b'!')
attempt('damaged middle', zlib.decompress, packed[:200] + b'\xff' * 20 + packed[220:])
attempt('raw as wrapped', zlib.decompress, zlib.compress(TEXT, wbits=-9))
attempt('gzip as zlib', zlib.decompress, zlib.compress(TEXT, wbits=31))
attempt('window', zlib.decompress, zlib.compress(TEXT, wbits=15), 9)
attempt('no max', lambda: zlib.decompressobj().decompress(packed, max_length=-1))
attempt('text', lambda: zlib.decompressobj().decompress('text'))
attempt('make', lambda: type(zlib.compressobj())())
attempt('make', lambda: type(zlib.decompressobj())())

print(zlib.crc32(TEXT), zlib.adler32(TEXT), zlib.crc32(b''), zlib.adler32(b''), zlib.crc32(b'', 7), zlib.adler32(b'', 7))
value = sum_ = 0
for start in range(0, len(TEXT), 77):
    value = zlib.crc32(TEXT[start:start + 77], value)
    sum_ = zlib.adler32(TEXT[start:start + 77], sum_ or 1)
print(value == zlib.crc32(TEXT), sum_ == zlib.adler32(TEXT), zlib.crc32(b'abc', 2**40 + 5), zlib.adler32(b'abc', -1))
attempt('crc of str', zlib.crc32, 'abc')
attempt('crc of nothing', zlib.crc32)
attempt('crc start', zlib.crc32, b'', 1.5)
attempt('adler of None', zlib.adler32, None)
