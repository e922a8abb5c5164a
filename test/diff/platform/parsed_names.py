"""platform: what its functions answer in form, caching, freedesktop_os_release from files, libc_ver of made files, architecture and wrong arguments."""
# difftest: no-wasi (no processes, no /etc)
import os
import platform
import sys


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


name = platform.uname()
print(type(name).__name__, name._fields, len(name), name == platform.uname(), name is platform.uname(), name[0], name.system)
print(tuple(name)[:1], name.processor == platform.processor(), name[5] == name.processor, name.release == platform.release() == os.uname().release, name.node == os.uname().nodename)
print(platform.machine() == os.uname().machine, platform.version() == os.uname().version, platform.system(), platform.node() == os.uname().nodename)
print([field in repr(name) for field in ('system=', 'machine=')], name._replace(system='Other').system if False else 'kept', hash(name) == hash(platform.uname()))
attempt('index', lambda: name[6])
attempt('slice', lambda: name[1:3] == (name.node, name.release))
attempt('unpack', lambda: len([*name]))
attempt('assign', setattr, name, 'system', 'x')

print(platform.python_implementation(), platform.python_version()[:4], platform.python_version_tuple()[:2], platform.python_branch(), platform.python_revision())
print(len(platform.python_build()), isinstance(platform.python_compiler(), str), platform.python_version() == '.'.join(map(str, sys.version_info[:3])))
print(platform.platform() == platform.platform(0, 0), platform.platform(terse=True).split('-')[0], platform.platform(aliased=True).startswith('Linux-'), len(platform.platform()) > len(platform.platform(terse=True)))
print(platform.system_alias('SunOS', '5.9', 'x'), platform.system_alias('SunOS', '4.1', 'x'), platform.system_alias('win32', '10', 'x'), platform.system_alias('Linux', '6', 'x'), platform.system_alias('Rhapsody', '1', 'x'))
print(platform.mac_ver(), platform.win32_ver(), platform.win32_edition(), platform.win32_is_iot(), platform.java_ver())
print(platform.java_ver('a', 'b', ('c', 'd', 'e'), ('f', 'g', 'h')), platform.mac_ver(release='x'), platform.win32_ver('r', 'v'))

with open('elf', 'wb') as file:
    file.write(b'\x7fELF' + b'\0' * 100 + b'GLIBC_2.4\0GLIBC_2.17\0GLIBC_2.9\0' + b'\0' * 20000)
with open('musl', 'wb') as file:
    file.write(b'/lib/ld-musl-x.so.1\0libc.so.6\0' + b'.' * 100)
with open('threads', 'wb') as file:
    file.write(b'__libc_init.....libpthread GLIBC_2.3.4 GLIBC_2.10')
with open('nothing', 'wb') as file:
    file.write(b'no library')
for path in ('elf', 'musl', 'threads', 'nothing'):
    print(path, platform.libc_ver(path), platform.libc_ver(path, lib='given', version='0.1'), platform.libc_ver(path, chunksize=64))
print(platform.libc_ver('elf', chunksize=130))

attempt('os release', lambda: sorted(set(platform.freedesktop_os_release()) & {'NAME', 'ID', 'PRETTY_NAME'}))
info = platform.freedesktop_os_release()
info['ID'] = 'changed'
print(platform.freedesktop_os_release()['ID'] != 'changed')
parsed = platform._parse_os_release(['NAME="Fedora Linux"\n', "VERSION='17 (Beefy)'\n", '# comment\n', 'ID=fedora\n', 'BAD LINE\n', 'QUOTED="a \\"b\\" \\$c \\\\d"\n', '\n', 'EMPTY=\n', 'UNQUOTED=a-b.c\n'])
print(parsed)

attempt('architecture', lambda: platform.architecture()[0] in ('64bit', '32bit'))
attempt('no executable', platform.architecture, executable='')
attempt('bits', platform.architecture, '', '16bit', 'odd')
attempt('version tuple', lambda: all(isinstance(part, str) for part in platform.python_version_tuple()))
attempt('too many', platform.uname, 1)
attempt('too many', platform.platform, 1, 2, 3)
attempt('unknown', platform.system_alias, 'a')
print(platform._comparable_version('2.10.1rc1') > platform._comparable_version('2.9'), platform._comparable_version('1.0a2-3'), platform.DEV_NULL if hasattr(platform, 'DEV_NULL') else 'gone')
