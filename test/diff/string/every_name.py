# string: constants, Template, Formatter, capwords.
import string

for name in string.__all__:
    value = getattr(string, name)
    if isinstance(value, str):
        print(name, repr(value))
print(string.capwords('hello  big\tworld'), string.capwords('a-b-c', '-'), repr(string.capwords('  x  y ')), repr(string.capwords(' x y ', ' ')))


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


T = string.Template
print('Template')
t = T('$who likes ${what}, costs $$5; ${who}s $9 $')
print(t.template, attempt(t.substitute, who='a', what='b'), attempt(t.safe_substitute, who='a'))
for text in ('$a $b', '${a}b', '$$a', '$', '${a', '${}', '$1', 'x\n$ y', '$A_b1-$c', '$\u00e9', '${a b}', ''):
    t = T(text)
    print(repr(text), attempt(t.substitute, {'a': 1, 'b': 2, 'A_b1': 3, 'c': None}), attempt(t.safe_substitute, a='x'),
          t.is_valid(), attempt(t.get_identifiers))
print(attempt(T('$a').substitute), attempt(T('$a').substitute, {}), attempt(T('$a').substitute, {'a': 1}, a=2),
      attempt(T('$self').substitute, self=3), attempt(T('$a').substitute, 1, 2))


class Percent(T):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'


print(attempt(Percent('%% %with_under %notunder').safe_substitute, {'with_under': 'replaced', 'notunder': 'no'}),
      Percent.pattern.pattern.count('%') > 0)


class Braces(T):
    pattern = r'''
    \{\{(?:
    (?P<escaped>\{\{)|
    (?P<named>[_a-z][_a-z0-9]*)\}\}|
    (?P<braced>[_a-z][_a-z0-9]*)\}\}|
    (?P<invalid>)
    )
    '''


print(attempt(Braces('Hi {{name}}, {{ x').safe_substitute, name='Bo'), attempt(Braces('{{name}} {{').substitute, name=1))


class Upper(T):
    idpattern = '[A-Z]+'
    flags = 0


print(attempt(Upper('$ABC $abc').safe_substitute, ABC=1, abc=2))

print('Formatter')
F = string.Formatter()
print(F.format('{0} {1!r:>6} {name[0]} {obj.real} {0:{width}}|', 'a', 'b', name=[1], obj=3, width=4))
print(F.vformat('{x}{y}', (), {'x': 1, 'y': 2}), list(F.parse('a{b}c{d!r:e}{{}}{:>{w}}')))
for text in ('{} {}', '{0} {}', '{} {0}', '{', '}', '{!x}', '{a!z}', '{a.b[c]}', '{9}', '{missing}', '{:{:{}}}'):
    print(text, attempt(F.format, text, 1, 2))
print(F.get_field('a.real', (), {'a': 5}), F.get_value(1, (7, 8), {}), F.convert_field('x', 'r'), F.format_field(3.14159, '.2f'),
      F.convert_field('x', None), attempt(F.convert_field, 'x', 'q'))
print(attempt(F.format), attempt(string.Formatter.format))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, '<' + str(key) + '>') if isinstance(key, str) else super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == 'u' else super().convert_field(value, conversion)

    def check_unused_args(self, used, args, kwargs):
        print('used', sorted(map(str, used)))


print(Default().format('{a} {b!u} {0}', 9, b='low'), Default().format('{x.real}', x=1))
