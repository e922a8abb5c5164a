# string.Formatter: overridden get_value, get_field, format_field, convert_field, check_unused_args, parse.
import _string
import string


class Default(string.Formatter):
    def __init__(self, default='?'):
        self.default = default

    def get_value(self, key, args, kwargs):
        try:
            return super().get_value(key, args, kwargs)
        except (KeyError, IndexError):
            return self.default

    def check_unused_args(self, used_args, args, kwargs):
        print('used', sorted(used_args, key=str), len(args), sorted(kwargs))


class Conversions(string.Formatter):
    def convert_field(self, value, conversion):
        if conversion == 'u':
            return str(value).upper()
        return super().convert_field(value, conversion)

    def format_field(self, value, spec):
        if spec == 'twice':
            return str(value) * 2
        return super().format_field(value, spec)


f = Default()
print(f.format('{0} {x} {9} {missing:>5}', 1, 2, x=3, y=4))
print(f.format('{} {}', 'a'), f.format('{0.real} {0[1]}', [1, 2]) if False else '')
c = Conversions()
print(c.format('{0!u} {1!r:>6} {2:twice} {3!s}', 'abc', 'x', 12, None))
print(c.vformat('{a[b]} {a[0]} {c.real:+d}', (), {'a': {'b': 1, 0: 2}, 'c': 5}))
print(list(string.Formatter().parse('a{{b}}{0}{x!r:>{w}}{y.z[0]:d} end{')) if False else
      list(string.Formatter().parse('a{{b}}{0}{x!r:>{w}}{y.z[0]:d} end')))
plain = string.Formatter()
print(plain.get_field('0.real', (5,), {}), plain.get_field('k[1]', (), {'k': 'xyz'}))
print(plain.format('{:{}}|{:{w}.{p}f}', 'a', 4, 3.14159, w=8, p=2))
for pattern, args in (('{', ()), ('}', ()), ('{0', ()), ('{!}', (1,)), ('{0!x}', (1,)), ('{} {0}', (1,)), ('{0} {}', (1,)),
                      ('{a}', ()), ('{}', ()), ('{0.missing}', (1,)), ('{0[x]}', ([],)), ('{:{:{}}}', (1, 2, 3)),
                      ('{0!}', (1,)), ('{0!rr}', (1,)), ('{0:z}', (1,)), ('{0[}', ([],)), ('{0[]}', ([],))):
    try:
        print(pattern, plain.format(pattern, *args))
    except Exception as error:
        print(pattern, type(error).__name__, error)
try:
    plain.format()
except TypeError as error:
    print(error)
print(plain.format('{format_string} {self}', format_string=1, self=2))
print(list(string.Formatter().parse('')), list(string.Formatter().parse('{}')), list(string.Formatter().parse('{:}')))

# what other template engines take from the module behind
print(list(_string.formatter_parser('a{b.c[0]!r:>{w}}d{{e}}')))
for name in ('a', '0', 'a.b[c].d[12]', '', '.x', '[0]', '²'):
    first, rest = _string.formatter_field_name_split(name)
    print(repr(first), list(rest))
for call in (lambda: _string.formatter_parser(1), lambda: _string.formatter_field_name_split(b'a'), lambda: list(_string.formatter_parser('{'))):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
