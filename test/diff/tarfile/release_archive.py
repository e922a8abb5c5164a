"""A release archive on tarfile: members with fixed owners, filters, links, long names, every format, streams, extraction, errors."""
# difftest: no-wasi (links and zlib are not there)
import io
import os
import tarfile


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


os.makedirs('src/pkg')
for name, text in (('src/README', 'read me'), ('src/pkg/main.py', 'print(1)\n' * 50), ('src/pkg/junk.pyc', 'x'), ('src/größe', 'ö')):
    with open(name, 'w') as file:
        file.write(text)
    os.utime(name, (1_600_000_000, 1_600_000_000))
    os.chmod(name, 0o644)
os.symlink('README', 'src/link')
os.link('src/README', 'src/hard')
for folder in ('src', 'src/pkg'):
    os.chmod(folder, 0o755)
    os.utime(folder, (1_600_000_000, 1_600_000_000))


def clean(member):
    if member.name.endswith('.pyc'):
        return None
    member.uid = member.gid = 0
    member.uname = member.gname = 'root'
    member.mtime = 1_500_000_000
    return member


def pack(mode, **options):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode, **options) as archive:
        for name in sorted(os.listdir('src')):
            archive.add('src/' + name, arcname='release/' + name, filter=clean)
    return file.getvalue()


for kind in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
    data = pack('w', format=kind)
    print(kind, len(data), data == pack('w', format=kind), sum(data) if kind != 1 else '')
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        archive.list(verbose=False)
for mode in ('w:gz', 'w:bz2', 'w:xz', 'w|gz', 'w|'):
    data = pack(mode)
    with tarfile.open(fileobj=io.BytesIO(data), mode='r:*') as archive:
        print(mode, len(archive.getnames()), archive.extractfile('release/README').read())
    with tarfile.open(fileobj=io.BytesIO(data), mode='r|*') as stream:
        print([member.name for member in stream if member.isfile()])
data = pack('w')
archive = tarfile.open(fileobj=io.BytesIO(data))
for member in archive:
    print(member.name, member.size, oct(member.mode), member.type, member.linkname, member.isreg(), member.isdir(), member.issym(), member.islnk(), member.isdev(), member.uname, member.mtime, member.offset, member.pax_headers, repr(member).split(' at ')[0])
print(archive.getmember('release/pkg/main.py').get_info()['name'], archive.getmember('release/link').linkpath, archive.next(), archive.getnames() == [member.name for member in archive.getmembers()])
with archive.extractfile('release/pkg/main.py') as member:
    print(member.readline(), member.seek(-9, 2), member.read(), member.name, member.seekable(), member.tell())
print(archive.extractfile('release/link').read(), archive.extractfile('release/pkg'))
archive.extractall('out', numeric_owner=True)
print(sorted(os.path.relpath(os.path.join(folder, name), 'out') for folder, folders, names in os.walk('out') for name in names + folders), os.readlink('out/release/link'), os.stat('out/release/hard').st_nlink, os.stat('out/release/README').st_mtime, oct(os.stat('out/release/pkg').st_mode))
archive.extract('release/README', 'one', set_attrs=False)
print(open('one/release/README').read())

long = io.BytesIO()
with tarfile.open(fileobj=long, mode='w', format=tarfile.GNU_FORMAT) as out:
    for name, size in (('n' * 150, 3), ('d/' * 60 + 'end', 0), ('ü' * 60, 1)):
        info = tarfile.TarInfo(name)
        info.size = size
        out.addfile(info, io.BytesIO(b'abc'[:size]))
    folder = tarfile.TarInfo('made')
    folder.type = tarfile.DIRTYPE
    folder.mode = 0o700
    out.addfile(folder)
    device = tarfile.TarInfo('device')
    device.type, device.devmajor, device.devminor = tarfile.CHRTYPE, 1, 3
    out.addfile(device)
    print(out.offset, out.getnames()[0][:5])
long.seek(0)
with tarfile.open(fileobj=long) as back:
    print([(member.name[:8], len(member.name), member.size, member.type) for member in back], back.getmember('device').devminor)
pax = io.BytesIO()
with tarfile.open(fileobj=pax, mode='w', pax_headers={'comment': 'global'}) as out:
    info = tarfile.TarInfo('p')
    info.pax_headers = {'own': 'välue'}
    info.mtime = 1.5
    out.addfile(info)
pax.seek(0)
with tarfile.open(fileobj=pax) as back:
    print(back.pax_headers, back.getmember('p').pax_headers, back.getmember('p').mtime)
pax.seek(0)
with tarfile.open(fileobj=pax, mode='a') as more:
    more.addfile(tarfile.TarInfo('appended'))
pax.seek(0)
print(tarfile.open(fileobj=pax).getnames())
for label, call in {'missing member': lambda: archive.getmember('none'), 'extract missing': lambda: archive.extract('none'), 'missing file': lambda: tarfile.open('none.tar'), 'not a tar': lambda: tarfile.open(fileobj=io.BytesIO(b'x' * 600)), 'empty': lambda: tarfile.open(fileobj=io.BytesIO()), 'mode': lambda: tarfile.open('x', 'q'), 'mode2': lambda: tarfile.open('x', 'r:zip'), 'stream mode': lambda: tarfile.open('x', 'z|'), 'no name': lambda: tarfile.open(), 'cut': lambda: tarfile.open(fileobj=io.BytesIO(data[:700])).getnames(),
                    'damaged gz': lambda: tarfile.open(fileobj=io.BytesIO(b'\x1f\x8b' + b'0' * 50), mode='r:gz'), 'write read': lambda: archive.add('src'), 'long ustar': lambda: tarfile.TarInfo('n' * 300).tobuf(tarfile.USTAR_FORMAT), 'format': lambda: tarfile.TarInfo('x').tobuf(9), 'short data': lambda: tarfile.open(fileobj=io.BytesIO(), mode='w').addfile((lambda i: (setattr(i, 'size', 10), i)[1])(tarfile.TarInfo('x')), io.BytesIO(b'abc')), 'header': lambda: tarfile.TarInfo.frombuf(b'\0' * 512, 'utf-8', 'strict'), 'header short': lambda: tarfile.TarInfo.frombuf(b'x', 'utf-8', 'strict'), 'checksum': lambda: tarfile.TarInfo.frombuf(b'x' * 512, 'utf-8', 'strict')}.items():
    attempt(label, call)
archive.close()
attempt('closed', archive.getmembers)
print(tarfile.is_tarfile(io.BytesIO(data)), tarfile.is_tarfile('src/README'), tarfile.ENCODING, issubclass(tarfile.ReadError, tarfile.TarError), sorted(tarfile.TarFile.OPEN_METH))
