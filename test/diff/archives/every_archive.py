# difftest: no-wasi (zlib, bzip2 and lzma are C libraries that are not there)
"""bz2, gzip, zlib through zipfile and tarfile: streams, files, damaged data, names beyond ASCII."""
import bz2
import gzip
import io
import lzma
import os
import tarfile
import tempfile
import zipfile


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


text = b'some data that repeats, repeats, repeats\n' * 50
packed = bz2.compress(text)
print(len(packed), packed[:10], bz2.decompress(packed) == text, bz2.decompress(packed + bz2.compress(b'more'))[-8:])
for level in (1, 9):
    print(len(bz2.compress(text, level)), end=' ')
compressor = bz2.BZ2Compressor()
pieces = [compressor.compress(text[start:start + 100]) for start in range(0, len(text), 100)] + [compressor.flush()]
print(b''.join(pieces) == packed)
decompressor = bz2.BZ2Decompressor()
print(decompressor.decompress(packed, 10), decompressor.needs_input, decompressor.eof)
rest = b''
while not decompressor.eof:
    rest += decompressor.decompress(b'', 500)
print(len(rest), decompressor.unused_data, decompressor.needs_input)
decompressor = bz2.BZ2Decompressor()
print(decompressor.decompress(packed[:20]), decompressor.needs_input, len(decompressor.decompress(packed[20:] + b'tail')),
      decompressor.unused_data, decompressor.eof)
attempt(lambda: decompressor.decompress(b'x'))
attempt(lambda: bz2.decompress(b'not bz2'))
attempt(lambda: bz2.decompress(packed[:-5]))
attempt(lambda: bz2.BZ2Compressor(10))
attempt(lambda: compressor.flush())
attempt(lambda: compressor.compress(b'x'))
attempt(lambda: bz2.BZ2Compressor().compress('text'))
attempt(lambda: bz2.compress(b''))

# lzma
packed = lzma.compress(text)
print(len(packed), packed[:6], lzma.decompress(packed) == text, len(lzma.decompress(packed + lzma.compress(b'more'))))
for options in (dict(format=lzma.FORMAT_ALONE), dict(check=lzma.CHECK_CRC32), dict(preset=0), dict(preset=9 | lzma.PRESET_EXTREME),
                dict(filters=[{'id': lzma.FILTER_DELTA, 'dist': 5}, {'id': lzma.FILTER_LZMA2, 'preset': 7}])):
    data = lzma.compress(text, **options)
    print(len(data), lzma.decompress(data) == text, end=' ')
raw = [{'id': lzma.FILTER_X86}, {'id': lzma.FILTER_LZMA2, 'dict_size': 65536, 'mode': lzma.MODE_FAST, 'lc': 1}]
data = lzma.compress(text, lzma.FORMAT_RAW, filters=raw)
print(len(data), lzma.decompress(data, lzma.FORMAT_RAW, filters=raw) == text)
decompressor = lzma.LZMADecompressor()
print(decompressor.check, decompressor.decompress(packed[:30], 0), decompressor.needs_input, decompressor.eof)
print(len(decompressor.decompress(packed[30:] + b'tail', 100)), decompressor.needs_input, decompressor.check)
print(len(decompressor.decompress(b'')), decompressor.eof, decompressor.unused_data)
compressor = lzma.LZMACompressor()
print((compressor.compress(text) + compressor.flush()) == packed)
attempt(lambda: compressor.flush())
attempt(lambda: compressor.compress(b''))
attempt(lambda: decompressor.decompress(b''))
attempt(lambda: lzma.decompress(b'not lzma'))
attempt(lambda: lzma.decompress(packed[:-3]))
attempt(lambda: lzma.decompress(packed[:40] + b'XX' + packed[42:]))
attempt(lambda: lzma.LZMADecompressor(memlimit=100).decompress(packed))
attempt(lambda: lzma.LZMACompressor(preset=77))
attempt(lambda: lzma.LZMACompressor(lzma.FORMAT_RAW))
attempt(lambda: lzma.LZMACompressor(filters=[{'id': 3, 'what': 1}]))
attempt(lambda: lzma.LZMACompressor(filters=[{}]))
attempt(lambda: lzma.LZMACompressor(filters=[3]))
attempt(lambda: lzma.LZMACompressor(preset=1, filters=[]))
print(lzma.is_check_supported(lzma.CHECK_SHA256), lzma.is_check_supported(15))
print(lzma._encode_filter_properties({'id': lzma.FILTER_LZMA1, 'preset': 3}),
      lzma._decode_filter_properties(lzma.FILTER_LZMA1, b']\x00\x00@\x00'))

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'file.xz')
    with lzma.open(path, 'wt', encoding='utf-8') as file:
        file.write('line ä\nsecond\n')
    with lzma.open(path) as file:
        print(file.readlines(), file.check if hasattr(file, 'check') else '')
    path = os.path.join(folder, 'file.bz2')
    with bz2.open(path, 'wt', encoding='latin-1', newline='\n') as file:
        file.write('line ä\nsecond\n')
    with bz2.open(path, 'rt', encoding='latin-1') as file:
        print(file.readlines())
    with bz2.BZ2File(path) as file:
        print(file.readline(), file.tell(), file.seek(2), file.read(3), file.peek(2)[:2], file.seekable())
    path = os.path.join(folder, 'file.gz')
    with gzip.GzipFile(path, 'wb', mtime=0) as file:
        file.write(text)
    with gzip.open(path, 'ab') as file:
        file.write(b'appended')
    with gzip.open(path) as file:
        print(len(file.read()), file.mtime is not None)
    with gzip.open(path, 'rt', encoding='ascii') as file:
        print(file.readline(), next(file))
    attempt(lambda: gzip.decompress(gzip.compress(text)[:-6]))
    attempt(lambda: gzip.decompress(b'xx'))
    print(gzip.decompress(gzip.compress(text, mtime=0)) == text, gzip.compress(b'abc', 9, mtime=1)[:10])

    # zipfile
    path = os.path.join(folder, 'file.zip')
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo('plain.txt', (2020, 1, 2, 3, 4, 6)), text)
        archive.writestr(zipfile.ZipInfo('füß/ünï.txt', (2020, 1, 2, 3, 4, 6)), 'text')
        archive.writestr(zipfile.ZipInfo('bz', (2020, 1, 2, 3, 4, 6)), text, zipfile.ZIP_BZIP2)
        archive.writestr(zipfile.ZipInfo('xz', (2020, 1, 2, 3, 4, 6)), text, zipfile.ZIP_LZMA)
        archive.writestr('stored', b'x' * 10, zipfile.ZIP_STORED)
        archive.comment = b'about'
    with zipfile.ZipFile(path) as archive:
        print(archive.namelist(), archive.testzip(), archive.comment)
        for info in archive.infolist():
            print(info.filename, info.file_size, info.compress_type, info.CRC, info.is_dir(), info.flag_bits)
        print(archive.read('füß/ünï.txt'), archive.open('plain.txt').readline())
        print(archive.getinfo('plain.txt').date_time, archive.getinfo('bz'))
        archive.extractall(os.path.join(folder, 'out'))
        print(sorted(os.listdir(os.path.join(folder, 'out'))), zipfile.is_zipfile(path))
        attempt(lambda: archive.read('missing'))
    root = zipfile.Path(path)
    print(sorted(entry.name for entry in root.iterdir()), (root / 'stored').read_text(), (root / 'füß').is_dir())
    with open(path, 'rb') as file:
        data = bytearray(file.read())
    data[60] ^= 255
    attempt(lambda: zipfile.ZipFile(io.BytesIO(data)).read('plain.txt'))
    attempt(lambda: zipfile.ZipFile(io.BytesIO(b'nothing')))
    # names in cp437, as old programs write them
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, 'w') as archive:
        archive.writestr('aXb.txt', 'old')
    old = buffer.getvalue().replace(b'aXb', b'a\x84b')
    print(zipfile.ZipFile(io.BytesIO(old)).namelist(), zipfile.ZipFile(io.BytesIO(old), metadata_encoding='cp1252').namelist())

    # tarfile
    for mode in ('w', 'w:gz', 'w:bz2', 'w:xz'):
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode=mode, format=tarfile.PAX_FORMAT) as archive:
            info = tarfile.TarInfo('folder/nämé')
            info.size, info.mtime, info.uname = len(text), 1000, 'user'
            archive.addfile(info, io.BytesIO(text))
            link = tarfile.TarInfo('link')
            link.type, link.linkname = tarfile.SYMTYPE, 'folder/x'
            archive.addfile(link)
            archive.addfile(tarfile.TarInfo('l' * 150))
            archive.add(path, 'added.zip')
        buffer.seek(0)
        with tarfile.open(fileobj=buffer) as archive:
            for member in archive:
                print(mode, member.name[:20], member.mtime == 1000, member.isfile(), member.issym(), member.linkname, member.uname == 'user')
            print(archive.extractfile('folder/nämé').readline(), archive.getmember('link').mode, len(archive.getnames()))
            attempt(lambda: archive.getmember('missing'))
        buffer.seek(0)
        with tarfile.open(fileobj=buffer, mode='r|*') as archive:
            print([member.name[:5] for member in archive])
    attempt(lambda: tarfile.open(fileobj=io.BytesIO(b'x' * 600)))
    for form in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT):
        info = tarfile.TarInfo('n' * 90)
        info.mode, info.uid = 0o640, 5
        block = info.tobuf(form)
        print(len(block), tarfile.TarInfo.frombuf(block[:512], 'utf-8', 'strict').mode)
