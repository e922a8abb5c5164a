"""gzip, bz2 and zlib: headers, several members, text, appended files, damage found, incremental use, window bits, checksums, errors."""
# difftest: no-wasi (zlib is not there)
import bz2
import gzip
import io
import os
import zlib


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


text = b'the same line again and again\n' * 40
packed = gzip.compress(text, mtime=0)
print(len(packed) < 100, packed[:4], packed[4:8], gzip.decompress(packed) == text, gzip.decompress(packed + gzip.compress(b'second', 1, mtime=5)) == text + b'second', gzip.decompress(b''), gzip.decompress(packed + b'\0' * 7) == text)
with gzip.open('log.gz', 'wt', encoding='utf-8', newline='\n') as out:
    print(out.write('première\n'), print('zweite', file=out))
with gzip.open('log.gz', 'at', encoding='utf-8') as out:
    out.write('third\n')
with gzip.open('log.gz', 'rt', encoding='utf-8') as lines:
    print([line.rstrip() for line in lines], lines.encoding, lines.newlines)
with gzip.GzipFile('log.gz') as file:
    print(file.read(5), file.peek(3)[:3], file.tell(), file.seek(2), file.readline(), file.seek(0, 1), file.rewind(), file.read1(4), file.name, file.mode, file.readable(), file.writable(), file.seekable(), isinstance(file.fileno(), int), file.readlines())
    attempt('write', file.write, b'x')
    attempt('back', file.seek, -1, 2)
    attempt('whence', file.seek, 0, 9)
attempt('closed', file.read)
memory = io.BytesIO()
with gzip.GzipFile('inner.txt', 'wb', 6, memory, mtime=1234567890) as file:
    print(file.write(bytearray(b'abc')), file.write(memoryview(b'def')), file.flush(), file.tell(), file.seek(10), file.write(b'!'), repr(file)[:6])
    attempt('seek back', file.seek, 0)
    attempt('read', file.read)
    attempt('text', file.write, 'x')
print(memory.getvalue()[:20], memory.closed)
memory.seek(0)
with gzip.GzipFile(fileobj=memory) as file:
    print(file.read(), file.mtime, file.name)
for label, data in {'cut': packed[:-4], 'cut more': packed[:15], 'header': b'xx' + packed[2:], 'method': packed[:2] + b'\x09' + packed[3:], 'crc': packed[:-8] + b'\0\0\0\0' + packed[-4:], 'size': packed[:-4] + b'\xff\0\0\0', 'garbage': packed + b'garbage', 'body': packed[:12] + b'\xff\xff\xff' + packed[15:]}.items():
    attempt(label, lambda: len(gzip.decompress(data)))
    attempt(label, lambda: len(gzip.GzipFile(fileobj=io.BytesIO(data)).read()))
for label, call in {'mode': lambda: gzip.open('x', 'q'), 'both': lambda: gzip.open('x', 'rbt'), 'encoding': lambda: gzip.open('x', 'rb', encoding='utf-8'), 'missing': lambda: gzip.open('none.gz'), 'type': lambda: gzip.open(5.5), 'level': lambda: gzip.compress(b'', 99), 'text': lambda: gzip.compress('x'), 'U': lambda: gzip.GzipFile('x', 'U'), 'badfile': lambda: issubclass(gzip.BadGzipFile, OSError)}.items():
    attempt(label, call)

compressor = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY)
raw = compressor.compress(text[:100]) + compressor.flush(zlib.Z_SYNC_FLUSH)
twin = compressor.copy()
raw1, raw2 = raw + compressor.flush(), raw + twin.compress(b'tail') + twin.flush()
print(zlib.decompress(raw1, -15) == text[:100], zlib.decompress(raw2, wbits=-15)[-4:], zlib.decompress(packed, 31) == text, zlib.decompress(packed, 47, 1) == text)
decompressor = zlib.decompressobj()
data = zlib.compress(text) + b'after'
parts = [decompressor.decompress(data[:20], 50), decompressor.unconsumed_tail != b'', decompressor.decompress(decompressor.unconsumed_tail + data[20:], 0)[-6:], decompressor.unused_data, decompressor.eof, decompressor.flush()]
print(len(parts[0]), parts[1:])
with_dictionary = zlib.compressobj(zdict=b'again and again')
small = with_dictionary.compress(b'again and again!') + with_dictionary.flush()
print(zlib.decompressobj(zdict=b'again and again').decompress(small))
attempt('no dictionary', zlib.decompress, small)
attempt('wrong dictionary', lambda: zlib.decompressobj(zdict=b'other').decompress(small))
print(zlib.crc32(b'hello'), zlib.crc32(b'lo', zlib.crc32(b'hel')), zlib.adler32(b'hello'), zlib.adler32(b'', 5), zlib.crc32(b''), zlib.crc32(b'x', 1 << 40), zlib.crc32(b'abc', -1), zlib.MAX_WBITS, zlib.DEF_BUF_SIZE)
for label, call in {'data': lambda: zlib.decompress(b'not zlib'), 'short': lambda: zlib.decompress(zlib.compress(text)[:-3]), 'empty': lambda: zlib.decompress(b''), 'level': lambda: zlib.compress(b'', 77), 'text': lambda: zlib.compress('x'), 'wbits': lambda: zlib.decompress(b'', 99), 'bufsize': lambda: zlib.decompress(zlib.compress(b'x'), bufsize=-1), 'max': lambda: zlib.decompressobj().decompress(b'', -1), 'flush mode': lambda: zlib.compressobj().flush(99), 'object': lambda: zlib.compressobj(99), 'objwbits': lambda: zlib.decompressobj(99), 'crc': lambda: zlib.crc32('x'), 'crc value': lambda: zlib.crc32(b'x', 'y'), 'length': lambda: decompressor.flush(0), 'copy': lambda: compressor.copy(), 'finished': lambda: compressor.compress(b'x')}.items():
    attempt(label, call)

with bz2.open('x.bz2', 'wt') as out:
    out.write('in bz2\n')
with bz2.BZ2File('x.bz2', 'a') as out:
    print(out.write(b'more'), out.tell(), out.writable(), out.closed)
with bz2.BZ2File('x.bz2') as file:
    print(file.read(3), file.seek(0), file.readlines(), file.tell(), file.seek(-4, 2), file.readinto(bytearray(2)), file.peek()[:2], file.read1())
for label, call in {'mode': lambda: bz2.BZ2File('x', 'q'), 'level': lambda: bz2.BZ2File('x', 'w', compresslevel=0), 'type': lambda: bz2.BZ2File(5.5), 'data': lambda: bz2.decompress(b'BZh9nonsense'), 'short': lambda: bz2.decompress(bz2.compress(text)[:-4]), 'tail': lambda: len(bz2.decompress(bz2.compress(b'x') + b'garbage')), 'open': lambda: bz2.open('x', 'rb', encoding='ascii'), 'missing': lambda: bz2.open('none'), 'crc': lambda: bz2.decompress(bytes(b ^ (i == 12) for i, b in enumerate(bz2.compress(b'abc')))), 'closed': lambda: file.read(), 'object': lambda: bz2.BZ2Decompressor().decompress('x'), 'compressor': lambda: bz2.BZ2Compressor('x')}.items():
    attempt(label, call)
