"""A package builder on zipfile: entries in order with fixed times, comments, modes, folders, Path, damaged files, passwords, errors."""
# difftest: no-wasi (zlib is not there)
import io
import os
import stat
import zipfile


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


def build(entries, **options):
    """A zip with these contents, the same bytes each time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, 'w', **options) as archive:
        for name, (data, mode) in sorted(entries.items()):
            info = zipfile.ZipInfo(name, (2020, 2, 3, 4, 5, 6))
            info.external_attr = mode << 16
            info.compress_type = options.get('compression', zipfile.ZIP_STORED)
            archive.writestr(info, data)
        archive.comment = b'built by hand'
    return file.getvalue()


entries = {'bin/run': (b'#!/bin/sh\necho hi\n' * 20, 0o100755), 'doc/': (b'', 0o40755), 'doc/größe.txt': ('héllo'.encode(), 0o100644), 'empty': (b'', 0o100600)}
data = build(entries)
print(data == build(entries), len(data), len(build(entries, compression=zipfile.ZIP_DEFLATED, compresslevel=9)) < len(data), zipfile.is_zipfile(io.BytesIO(data)), zipfile.is_zipfile(io.BytesIO(b'no')), zipfile.is_zipfile('none'))
archive = zipfile.ZipFile(io.BytesIO(data))
print(archive.namelist(), archive.comment, archive.testzip(), archive.mode, len(archive.filelist), repr(archive)[:40])
for info in archive.infolist():
    print(repr(info), info.is_dir(), info.date_time, info.file_size, info.compress_size, hex(info.CRC), oct(info.external_attr >> 16), stat.filemode(info.external_attr >> 16), info.flag_bits, info.create_system, info.header_offset, info.extra, info.comment, info.orig_filename)
archive.printdir()
print(archive.read('doc/größe.txt').decode(), archive.getinfo('empty').file_size, archive.read(archive.infolist()[0])[:9])
with archive.open('bin/run') as member:
    print(member.read(5), member.readline(), member.tell(), member.seek(0), member.read1(4), member.peek(3)[:3], member.seekable(), member.name, member.mode, member.seek(-3, 2), member.read(), member.closed, [line for line in member])
print(member.closed)
inside = zipfile.ZipFile(io.BytesIO(data))
inside.filename = 'made.zip'
path = zipfile.Path(inside)
print([str(p.at) for p in path.iterdir()], (path / 'doc').is_dir(), (path / 'doc' / 'größe.txt').read_text('utf-8'), (path / 'none').exists(), (path / 'bin/run').name, (path / 'bin/run').suffix, (path / 'doc').parent.at, (path / 'empty').is_file(), path.joinpath('bin', 'run').open('rb').read(3), (path / 'bin/run').stem)
archive.extractall('out')
print(sorted(os.path.relpath(os.path.join(folder, name), 'out') for folder, folders, names in os.walk('out') for name in names + folders), archive.extract('empty', 'out2') == os.path.join('out2', 'empty'), open('out/doc/größe.txt', encoding='utf-8').read())
for label, call in {'missing': lambda: archive.read('nothing'), 'getinfo': lambda: archive.getinfo('nothing'), 'write closed mode': lambda: archive.writestr('x', b''), 'open mode': lambda: archive.open('empty', 'q'), 'mode': lambda: zipfile.ZipFile(io.BytesIO(), 'q'), 'not a zip': lambda: zipfile.ZipFile(io.BytesIO(b'nothing')), 'missing file': lambda: zipfile.ZipFile('none.zip'), 'compression': lambda: zipfile.ZipFile(io.BytesIO(), 'w', 99),
                    'password type': lambda: archive.setpassword('text'), 'pwd': lambda: archive.read('empty', pwd='x'), 'comment type': lambda: setattr(archive, 'comment', 'text'), 'early date': lambda: zipfile.ZipInfo('x', (1970, 1, 1, 0, 0, 0)), 'extract missing': lambda: archive.extract('nothing'), 'level': lambda: zipfile.ZipFile(io.BytesIO(), 'w', zipfile.ZIP_DEFLATED, compresslevel=99).writestr('x', 'y'), 'exclusive': lambda: zipfile.ZipFile('out/empty', 'x')}.items():
    attempt(label, call)
damaged = bytearray(data)
damaged[data.index(b'#!/bin/sh') + 3] ^= 0xFF
broken = zipfile.ZipFile(io.BytesIO(bytes(damaged)))
print(broken.testzip())
attempt('damaged', broken.read, 'bin/run')
wrong = data.replace(b'PK\x03\x04', b'PK\x03\x05', 1)
attempt('header', zipfile.ZipFile(io.BytesIO(wrong)).read, 'bin/run')
renamed = data.replace(b'empty', b'fully', 1)
attempt('names differ', zipfile.ZipFile(io.BytesIO(renamed)).read, 'empty')
archive.close()
attempt('closed', archive.read, 'empty')

file = io.BytesIO(b'prefix')
file.seek(0, 2)
with zipfile.ZipFile(file, 'a', zipfile.ZIP_DEFLATED) as archive:
    archive.writestr('a.txt', 'first')
    with archive.open('stream.txt', 'w') as out:
        out.write(b'part one, ')
        attempt('second writer', archive.open, 'x', 'w')
        attempt('reading meanwhile', archive.read, 'a.txt')
        out.write(b'part two')
    archive.mkdir('folder')
    archive.writestr('c.txt', 'again', compress_type=zipfile.ZIP_BZIP2)
with zipfile.ZipFile(file, 'a') as archive:
    archive.writestr('b.txt', b'added later', zipfile.ZIP_LZMA)
    print(archive.namelist(), archive.read('a.txt'), archive.read('stream.txt'), archive.read('b.txt'), [info.compress_type for info in archive.infolist()], file.getvalue()[:6])
with zipfile.ZipFile('disk.zip', 'w') as archive:
    archive.write('out/bin/run', 'renamed')
    archive.write('out/doc')
    archive.write('out/empty', compress_type=zipfile.ZIP_DEFLATED)
    print(archive.namelist(), stat.S_ISDIR(archive.getinfo('out/doc/').external_attr >> 16))
    attempt('missing', archive.write, 'none')
evil = io.BytesIO()
with zipfile.ZipFile(evil, 'w') as archive:
    for name in ('../up', '/abs', 'a/../../b', 'C:\\x'):
        archive.writestr(name, 'x')
with zipfile.ZipFile(evil) as archive:
    archive.extractall('safe')
print(sorted(os.path.relpath(os.path.join(folder, name), 'safe') for folder, _, names in os.walk('safe') for name in names), os.path.exists('up'))
print(issubclass(zipfile.BadZipFile, Exception), zipfile.BadZipfile is zipfile.BadZipFile, zipfile.error is zipfile.BadZipFile, zipfile.ZipInfo.from_file('out/empty', 'other').filename)
