"""getpass: the user's name from the environment, reading without a terminal, warnings, streams given, getuser's order, end of input."""
# difftest: no-wasi (termios)
# difftest: stdin lines.txt
import getpass
import io
import os
import sys
import warnings


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except BaseException as error:
        print(label, type(error).__name__, error)


print(getpass.__all__, getpass.GetPassWarning.__mro__[1])
for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
    os.environ.pop(name, None)
for name in ('USERNAME', 'LNAME', 'USER', 'LOGNAME'):
    os.environ[name] = name.lower()
    print(getpass.getuser())
os.environ['LOGNAME'] = ''
print(getpass.getuser())
for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
    os.environ.pop(name)
import pwd
print(getpass.getuser() == pwd.getpwuid(os.getuid()).pw_name)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    out = io.StringIO()
    attempt('fallback', getpass.fallback_getpass, 'Secret: ', out)
    print(repr(out.getvalue()))
    attempt('fallback', getpass.fallback_getpass, 'Other: ', out)
    print(repr(out.getvalue()))
    for warning in caught:
        print(warning.category.__name__, warning.message)

out = io.StringIO()
attempt('raw', getpass._raw_input, 'Name? ', out, io.StringIO('typed\nnext\n'))
attempt('raw', getpass._raw_input, '', out, io.StringIO('last'))
attempt('raw', getpass._raw_input, 'End? ', out, io.StringIO(''))
attempt('raw', getpass._raw_input, input=io.StringIO('\n'), stream=out)
print(repr(out.getvalue()))


class Ascii(io.TextIOWrapper):
    pass


raw = io.BytesIO()
stream = Ascii(raw, encoding='ascii')
attempt('raw', getpass._raw_input, 'Pässword: ', stream, io.StringIO('x\n'))
stream.flush()
print(raw.getvalue())
attempt('rest', lambda: sys.stdin.readline())
attempt('rest', input)
attempt('rest', input)
