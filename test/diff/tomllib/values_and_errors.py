# tomllib: every kind of value, tables and arrays of tables, parse_float, errors and their places.
import decimal
import io
import tomllib

good = r'''
title = "TOML \u00e9 \"q\" \t"
lit = 'C:\path'
multi = """
one \
   two
three"""
raw = '''
good += "'''\nfirst\n  second'''\n" + r'''
int = [1, -17, +99, 1_000, 0xDEAD_beef, 0o755, 0b1101]
flt = [1.0, -0.01, 5e+22, 6.626e-34, 1_0.5, inf, -inf, +inf]
bool = [true, false]
when = [1979-05-27T07:32:00Z, 1979-05-27T00:32:00.999999-07:00, 1979-05-27 07:32:00, 1979-05-27, 07:32:00.5]
mixed = [1, "a", [2.5, {x = 1, y.z = 2}], ]
a.b."c d".'e' = 1
"" = 'empty'
1234 = 'bare'
[table]
x = 1
[table.sub.deep]
y = 2
[[products]]
name = "Hammer"
[[products]]
[products.size]
w = 3
[[products.tags]]
t = 1
[[products.tags]]
t = 2
'''
for key, value in tomllib.loads(good).items():
    print(key, repr(value))
print(tomllib.load(io.BytesIO(b'x = 1\r\ny = "\xc3\xa9"\r\n')))
print(tomllib.loads('f = 1.10\ng = nan', parse_float=decimal.Decimal))
for text in ('x', 'x =', 'x = 1 y = 2', 'x = 01', 'x = 1__0', 'x = _1', 'x = "a', 'x = "a\nb"', 'x = """a', "x = 'a", 'x = "\\q"',
             'x = "\\ud800"', '[a', '[a]\n[a]', '[[a]]\n[a]', 'a = 1\n[a]', 'a = 1\na = 2', 'a.b = 1\na.b.c = 2', 'x = {a = 1,}', 'x = {a = 1\n}',
             'x = [1 2]', 'x = [1,,2]', 'x = 1979-13-01', 'x = 25:00:00', 'x = 1e', 'x = 0x', 'x = +0x1', 'x = tru', '= 1', '"a"b = 1', 'x = "\x01"',
             '# \x00', 'a = {b = 1}\na.c = 2', '[a.b]\n[a]\nb = 1', '[[a.b]]\n[a]\nb.c = 1', 'x = 1.e5', 'x = .5', 'x = 1\rb', '[]', '[a.]', '[[a]'):
    try:
        print(repr(text), tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        print(repr(text), error)
for bad in (b'x', 1, None):
    try:
        tomllib.loads(bad)
    except (TypeError, AttributeError) as error:
        print(error)
try:
    tomllib.load(io.StringIO('a = 1'))
except TypeError as error:
    print(error)
try:
    tomllib.loads('x = 1.5', parse_float=lambda s: [s])
except ValueError as error:
    print(error)
