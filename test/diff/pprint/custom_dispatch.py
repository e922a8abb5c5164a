# PrettyPrinter extended: a table of printers for types of the program, formats of its own, wrapping found by widths, deep structures.
import io
import pprint
import re


class Tree:
    def __init__(self, label, *children):
        self.label, self.children = label, children

    def __repr__(self):
        return f'Tree({self.label!r}{"".join(f", {child!r}" for child in self.children)})'


class Money(float):
    __repr__ = lambda self: f'${float(self):.2f}'


class Printer(pprint.PrettyPrinter):
    _dispatch = dict(pprint.PrettyPrinter._dispatch)

    def format(self, value, context, maxlevels, level):
        if isinstance(value, bool):
            return ('yes' if value else 'no'), True, False
        if isinstance(value, int):
            return hex(value), True, False
        return super().format(value, context, maxlevels, level)

    def _pprint_tree(self, tree, stream, indent, allowance, context, level):
        stream.write(f'Tree({tree.label!r}')
        if tree.children:
            stream.write(',\n' + ' ' * (indent + 5))
            self._format_items(tree.children, stream, indent + 4, allowance + 1, context, level)
        stream.write(')')

    _dispatch[Tree.__repr__] = _pprint_tree


tree = Tree('root', Tree('left', Tree('a'), Tree('b' * 30)), Tree('right', *[Tree(n) for n in range(6)]), [1, True, {'k': 255}])
for width in (30, 60, 200):
    out = io.StringIO()
    Printer(width=width, stream=out).pprint(tree)
    print(width, out.getvalue(), sep='\n', end='')
Printer(indent=2, width=30).pprint({'flags': [True, False], 'numbers': list(range(12)), 'money': Money(3), 5: Money(1.005)})


class Loud(list):
    def __repr__(self):
        return 'Loud' + super().__repr__()


class Plain(dict):
    pass


class Sub(tuple):
    pass


pprint.pprint([Loud(range(40)), Plain(a='x' * 50, b='y' * 50), Sub(range(30)), Loud([1])], width=70)
for width in range(1, 45, 4):
    text = pprint.pformat({'key': ['alpha', 'beta', {'gamma': (1, 2, 3)}], 'other': 'some words in a text'}, width=width)
    print(width, len(text.splitlines()), max(map(len, text.splitlines())), text == pprint.pformat({'key': ['alpha', 'beta', {'gamma': (1, 2, 3)}], 'other': 'some words in a text'}, width=width, compact=True), repr(text[:30]))
deep = 0
for level in range(60):
    deep = [deep] if level % 2 else {level: deep}
text = pprint.pformat(deep, width=40)
print(len(text), text.count('\n'), pprint.pformat(deep, depth=5), re.sub(r'\s+', '', pprint.pformat(deep)) == re.sub(r'\s+', '', repr(deep)))
texts = ['', 'word', 'several words that go on until the line is full and then some more', 'line one\nline two\n\nline four', 'unbroken' * 12, "both 'quotes' and \"double\" ones " * 3, 'tab\tand \x00 control \x7f and é ü ' * 3, '  leading and trailing   ' * 4, '\n' * 5]
for value in texts + [[text] for text in texts[2:4]] + [{'k': text} for text in texts[2:6]] + [bytes(range(40)), [b'ab' * 40], {1: bytearray(50)}]:
    print(pprint.pformat(value, width=44))
print(pprint.pformat({3: 1, 'a': 2, (1,): 3, 1.5: 4, None: 5, b'x': 6, frozenset([1]): 7}, width=20), pprint.pformat({n: n * n for n in (5, 3, 9, 1)}, width=10), pprint.pformat({'b': 1, 'a': {'d': 1, 'c': 2}}, sort_dicts=False))


class Unsortable:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __lt__(self, other):
        if isinstance(other, Unsortable):
            return self.name < other.name
        raise RuntimeError('not comparable')


print(pprint.pformat({Unsortable('z'): 1, Unsortable('b'): 2, Unsortable('m'): 3}, width=12), pprint.pformat([Unsortable('q')] * 3))
for call in (lambda: pprint.pformat({Unsortable('z'): 1, 'x': 2}), lambda: pprint.pprint([1], 5), lambda: pprint.pformat(type('Bad', (), {'__repr__': lambda self: 5})()), lambda: pprint.isreadable(), lambda: pprint.PrettyPrinter(1, 80, None, None, compact=1, sort_dicts=0).pformat({2: 1, 1: 2})):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
