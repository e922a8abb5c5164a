# pprint: every type it knows, width, depth, indent, compact, sort_dicts, underscore_numbers, subclasses.
import collections
import dataclasses
import io
import pprint
import types


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


@dataclasses.dataclass
class Point:
    x: int
    y: int
    label: str = 'some label that is long enough to wrap'
    hidden: int = dataclasses.field(default=0, repr=False)


Pair = collections.namedtuple('Pair', 'first second')


class Plain:
    def __repr__(self):
        return 'Plain()\nsecond'


NESTED = {'list': list(range(30)), 'dict': {f'key{i}': {'inner': [i] * i} for i in range(5)}, 'text': 'word ' * 40, 'bytes': bytes(range(100)),
          'tuple': (1,), 'empty': [{}, [], (), set(), ''], 'set': {3, 1, 2}, 'frozen': frozenset('a'), 'none': None, 3: 'int key', ('t', 1): 'tuple key',
          'point': Point(1, 2), 'pair': Pair([1] * 20, 'x'), 'big': 10 ** 30, 'float': 1.5, 'obj': Plain()}
pprint.pprint(NESTED)
for options in ({'width': 40}, {'depth': 2}, {'indent': 4}, {'compact': True}, {'sort_dicts': False, 'width': 120}, {'width': 1}, {'underscore_numbers': True}):
    print(options)
    pprint.pprint(NESTED if options != {'width': 1} else {'a': [1, 2], 'text': 'two words', 'n': {'m': ()}}, **options)
pprint.pp({'b': 1, 'a': 2}, width=5)
pprint.pp({'b': 1, 'a': 2}, sort_dicts=True)
EXTRA = [collections.OrderedDict((f'name{i}', i * 1000000) for i in range(8)), collections.defaultdict(list, {'k' * 30: [1], 'j' * 30: [2]}),
         collections.Counter('abracadabra' * 30), collections.ChainMap({'a' * 30: 1}, {'b' * 30: 2}, {'c': 3}), collections.deque(range(40), maxlen=40),
         types.SimpleNamespace(name='n' * 40, other=['x' * 30, 'y' * 30]), types.MappingProxyType({'k' * 40: 'v' * 40, 'l': 1}), bytearray(b'ab' * 50),
         collections.UserDict({'a': 1}), collections.UserList([1, 2]), collections.UserString('x' * 20), range(5), Point, len, 1234567, -7654321.0, True]
for value in EXTRA:
    pprint.pprint(value, width=60)
    print(pprint.pformat(value, width=30, underscore_numbers=True))
print(pprint.pformat('a' * 200), pprint.pformat(['line one\nline two\n\nend ' * 3], width=30), pprint.pformat({'k': 'quote\'s "both" ' * 5}, width=40))
loop = [1, {'self': None}]
loop[1]['self'] = loop
import re
print(re.sub(r'id=\d+', 'id=N', pprint.pformat(loop)), pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, 'a', {2: None}]), pprint.isreadable(len))
print(pprint.saferepr({'b': [1, (2,)], 'a': {'x'}}), re.sub(r'id=\d+', 'id=N', pprint.saferepr(loop)))
printer = pprint.PrettyPrinter(indent=2, width=50, stream=io.StringIO(), compact=True)
printer.pprint(list(range(60)))
print(printer._stream.getvalue(), printer.isreadable(5), printer.isrecursive(5), printer.format([1, [2]], {}, 1, 0))
print(attempt(pprint.PrettyPrinter, indent=-1), attempt(pprint.PrettyPrinter, depth=0), attempt(pprint.PrettyPrinter, width=0))


class Short(pprint.PrettyPrinter):
    def format(self, obj, context, maxlevels, level):
        if isinstance(obj, float):
            return f'{obj:.2f}', True, False
        return super().format(obj, context, maxlevels, level)


Short(width=30).pprint({'pi': 3.14159, 'list': [2.71828] * 6})
pprint.pprint([{'a': 1, 2: 'b', None: 'c', (1, 2): 'd', 1.5: 'e'}, {1, 2.5}])
buffer = io.StringIO()
pprint.pprint(['streamed'] * 20, stream=buffer)
print(buffer.getvalue())


class Sub(dict):
    def __repr__(self):
        return f'Sub({dict(self)})'


class SubList(list):
    pass


pprint.pprint([Sub(a='x' * 50, b='y' * 50), SubList(['x' * 50, 'y' * 50])])
pprint.pprint({'numbers': [[i * j for i in range(10)] for j in range(6)], 'strings': ['short', 'long ' * 20]}, width=50, compact=True)
