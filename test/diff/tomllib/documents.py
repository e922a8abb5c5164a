# tomllib: a whole document of the language's every form, with parse_float, files, and what a tool makes of it.
import datetime
import decimal
import io
import tomllib

DOCUMENT = r'''
# a comment
title = "A document"
"quoted key" = 'literal \n'
dotted.name.of."a.key" = true
'' = "empty key"
[project]
name = "demo"   # trailing
version = "1.2.3"
keywords = ["one", 'two', """three""", '''+"'''four'''"+r''',]
matrix = [ [1, 2], [3.5, "x"],
  # inside
  [ ],
]
authors = [ {name = "Ann", email = "ann@example.org"}, {name = "Bob"} ]
[project.urls]
home = "https://example.org/?q=1#frag"
[[targets]]
triple = "wasm32"
  [[targets.steps]]
  run = "a"
  [[targets.steps]]
  run = "b"
  [targets.steps.env]
  X = "1"
[[targets]]
triple = "native"
[numbers]
dec = [0, +1, -17, 1_000, 99999999999999999999999]
hex = [0xDEAD_beef, 0o755, 0b1101]
float = [1.0, +3.1415, -0.01, 5e+22, 1E06, -2e-2, 6.626e-34, 224_617.445_991_228]
special = [inf, +inf, -inf, nan]
[dates]
offset = 1979-05-27T07:32:00Z
offset2 = 1979-05-27T00:32:00.999999-07:00
space = 1979-05-27 07:32:00+05:30
local = 1979-05-27T07:32:00.5
day = 1979-05-27
time = 07:32:00
time2 = 00:32:00.123456789
[strings]
basic = "tab\t quote\" slash\\ unicode \u00e9 \U0001F600 \b\f\r\n"
multi = """
first is trimmed
second \
    joined  \

    again
"quotes" ""inside"" """
literal = '''+"'''\nraw \\n 'single' ''two''\nend'''"+'''
inline = { a = 1, b.c = 2, "d e" = [ {x = 1}, {} ] }
'''
data = tomllib.loads(DOCUMENT)


def show(value, path='', depth=0):
    if isinstance(value, dict):
        print('  ' * depth + f'{path}: table of {len(value)}')
        for key, item in value.items():
            show(item, repr(key), depth + 1)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        print('  ' * depth + f'{path}: array of {len(value)} tables')
        for number, item in enumerate(value):
            show(item, f'[{number}]', depth + 1)
    else:
        print('  ' * depth + f'{path}: {type(value).__name__} {value!r}')


show(data, 'document')
exact = tomllib.loads(DOCUMENT, parse_float=decimal.Decimal)
print(exact['numbers']['float'], exact['numbers']['special'], sum(exact['numbers']['float'][:3]))
print(tomllib.loads('x = 1.50', parse_float=lambda text: f'<{text}>'), tomllib.load(io.BytesIO(b'a = 1\r\nb = "x"\r\n')))
offset = data['dates']['offset2']
print(offset.utcoffset(), offset.astimezone(datetime.timezone.utc), offset.tzname(), data['dates']['offset'] < offset, datetime.datetime.combine(data['dates']['day'], data['dates']['time']))
for source in (io.StringIO('a = 1'), 5):
    try:
        print(tomllib.load(source))
    except Exception as error:
        print(type(error).__name__, error)
for text in (b'a = 1', None, 5):
    try:
        print(tomllib.loads(text))
    except Exception as error:
        print(type(error).__name__, error)
try:
    tomllib.loads('x = 1.5', parse_float=lambda text: [])
except Exception as error:
    print(type(error).__name__, error)
try:
    tomllib.load(io.BytesIO(b'a = "\xff"'))
except UnicodeDecodeError as error:
    print(type(error).__name__, error)
