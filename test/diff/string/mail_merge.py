# Letters from a table: templates with fallbacks, a formatter with conversions and fields of its own, checks of placeholders.
import string

PEOPLE = [{'name': 'ada lovelace', 'sum': 1234.5, 'items': ['engine', 'notes'], 'due': (1843, 10, 18)},
          {'name': 'o\'brien', 'sum': -0.333, 'items': [], 'due': (2024, 2, 29)},
          {'name': 'björn ÅSE', 'sum': 1e9, 'items': ['x'] * 3, 'due': (999, 1, 1)}]


class Letter(string.Template):
    idpattern = r'(?a:[a-z][_a-z0-9]*(?:\.[a-z0-9]+)*)'

    def fill(self, values):
        return self.safe_substitute({name: self.find(values, name) for name in self.get_identifiers() if self.find(values, name) is not None})

    @staticmethod
    def find(values, path):
        for step in path.split('.'):
            try:
                values = values[int(step)] if step.isdigit() else values[step]
            except (KeyError, IndexError, TypeError):
                return None
        return values


class Money(string.Formatter):
    def convert_field(self, value, conversion):
        if conversion == 't':
            return string.capwords(str(value))
        if conversion == 'd':
            return '{:04}-{:02}-{:02}'.format(*value)
        return super().convert_field(value, conversion)

    def format_field(self, value, spec):
        if spec.endswith('€'):
            return format(value, spec[:-1] + ',.2f').translate(str.maketrans(',.', '.,')) + ' €'
        if spec.startswith('join'):
            return spec[4:].join(value) or '(none)'
        return super().format_field(value, spec)

    def get_value(self, key, args, kwargs):
        if isinstance(key, str) and key not in kwargs:
            return f'<{key}?>'
        return super().get_value(key, args, kwargs)

    def check_unused_args(self, used, args, kwargs):
        unused = sorted(set(kwargs) - used) + [n for n in range(len(args)) if n not in used]
        if unused:
            print('  unused:', unused)


letter = Letter('Dear $name, you owe $$ $sum for ${items.0} and ${items.1}; due ${due.0}. $unknown ${also.not} $')
print(letter.get_identifiers(), letter.is_valid())
for person in PEOPLE:
    print(letter.fill(person))
money = Money()
for person in PEOPLE:
    print(money.format('{name!t:<14}|{sum:>12€}|{items:join, }|{due!d}|{nobody}|{name[0]!r}|{name!s:.3}', **person))
    print(money.vformat('{0} {1:*^{2}} {0!a}', ('é', 'mid', 7, 'never'), person))
for text in ('{', '}', '{0', '{0}}', '{!x}', '{0!}', '{0!rs}', '{0:{1}', '{0[}', '{0[x}', '{0.}', '{} {0}', '{0} {}', '{a.b}', '{a[b]}', '{-1}', '{ 0 }', '{{}}', '{0:{1:{2}}}', '{0:{{}}}', '{a!z}'):
    for formatter in (string.Formatter(), None):
        try:
            print(repr(text), repr(formatter.format(text, 'A', 5, 3, a='v') if formatter else text.format('A', 5, 3, a='v')), end='; ')
        except Exception as error:
            print(repr(text), type(error).__name__, error, end='; ')
    print()
for text in ('a{b!r:>{w}}c{{d}}', '{0.x[1].y}', '', '}}{{', '{}{:}{!s}'):
    print(list(string.Formatter().parse(text)), [string.Formatter().get_field(field, ([1], 2), {'b': 3, 'w': 4}) for _, field, _, _ in string.Formatter().parse(text) if field and field[0] in 'bw'])
for template in ('$a ${b} $$ $', '$1x', '${a', '${}', '$a-$b_$c', 'line one\nline $ two', '$é', '${A}$a'):
    for method in (string.Template(template).substitute, string.Template(template).safe_substitute):
        try:
            print(repr(template), repr(method({'a': 1, 'b': 2}, c=3)), end='; ')
        except Exception as error:
            print(repr(template), type(error).__name__, error, end='; ')
    print(string.Template(template).is_valid())
print(string.capwords('  many   words here '), string.capwords('a-b-c', '-'), repr(string.capwords('x\ty\n z', ' ')), string.ascii_letters + string.digits == string.printable[10:62] + string.printable[:10], repr(string.whitespace), string.punctuation, string.hexdigits, string.octdigits)


class Percent(string.Template):
    delimiter = '%'
    flags = 0
    braceidpattern = '[a-z ]+'


print(Percent('%a %A %{a b} %% 100%').safe_substitute({'a': 1, 'a b': 2, 'A': 3}), Percent('%{a b}%{A}').get_identifiers(), Percent.pattern.groupindex)
try:
    Percent('ok\n  %!').substitute()
except ValueError as error:
    print(error)
