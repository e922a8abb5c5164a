"""platform: what it says of the system and the implementation, functions over text and files, and getpass's name of the user."""
# difftest: no-wasi (the system is another one)
import getpass
import io
import os
import platform
import sys


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


uname = platform.uname()
print(type(uname).__name__, uname._fields, uname.system == platform.system() == os.uname().sysname, uname.node == platform.node(), uname.release == platform.release(), uname.version == platform.version(), uname.machine == platform.machine(), len(uname), list(uname)[:5] == list(os.uname()))
print(uname == platform.uname(), uname[0], uname[-1] == platform.processor(), uname._asdict()['system'], uname._replace(system='Other').system)
print(platform.python_implementation(), platform.python_version(), platform.python_version_tuple(), platform.python_branch(), platform.python_revision(), platform.python_version() == sys.version.split()[0], isinstance(platform.python_build(), tuple), len(platform.python_build()))
print(platform.architecture()[0], platform.platform().startswith(platform.system() + '-' + platform.release()), platform.platform(terse=True).startswith('Linux-'), platform.platform(aliased=True).split('-')[0])
print(platform.java_ver(), platform.win32_ver(), platform.mac_ver(), platform.win32_edition(), platform.win32_is_iot(), platform.system_alias('SunOS', '5.9', ''), platform.system_alias('Linux', '1', '2'), platform.system_alias('win32', '10', ''), platform.system_alias('SunOS', '4.1', 'x'))
release = platform.freedesktop_os_release()
print(isinstance(release, dict), 'ID' in release, 'NAME' in release, platform.libc_ver(os.devnull), platform.libc_ver(os.devnull, 'lib', '9'))
with open('library', 'wb') as file:
    file.write(b'xx\0GLIBC_2.9\0GLIBC_2.31\0GLIBC_2.4\0libc.so\0')
print(platform.libc_ver('library'), platform.libc_ver('library', chunksize=8))
print(os.path.exists('no-such-file'))

for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
    os.environ.pop(name, None)
attempt('by number', lambda: getpass.getuser() == __import__('pwd').getpwuid(os.getuid()).pw_name)
for name in ('USERNAME', 'LNAME', 'USER', 'LOGNAME'):
    os.environ[name] = name.lower()
    print(getpass.getuser())
os.environ['LOGNAME'] = ''
print(getpass.getuser(), issubclass(getpass.GetPassWarning, UserWarning))
out = io.StringIO()
saved, sys.stdin = sys.stdin, io.StringIO('secret\nnext\n')
print(getpass._raw_input('Word: ', out), repr(out.getvalue()), getpass._raw_input('', out, input=sys.stdin), repr(out.getvalue()))
attempt('no more', getpass._raw_input, 'again: ', out)
sys.stdin = saved
print(repr(out.getvalue()))
