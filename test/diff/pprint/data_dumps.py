# Dumps of a program's data: nested configuration, records, every container class, widths and depths, numbers, long texts.
import collections
import dataclasses
import pprint
import types
from types import SimpleNamespace


@dataclasses.dataclass
class Host:
    name: str
    addresses: list
    ports: dict = dataclasses.field(default_factory=dict)
    secret: str = dataclasses.field(default='x', repr=False)


@dataclasses.dataclass(repr=False)
class Quiet:
    value: int = 0

    def __repr__(self):
        return f'<quiet {self.value}>'


Row = collections.namedtuple('Row', 'identifier description price')
DATA = {'hosts': [Host('alpha', ['10.0.0.1', '10.0.0.2', 'fe80::1'], {80: 'http', 443: 'https', 22: 'ssh'}), Host('beta', [], {})],
        'rows': [Row(1, 'a rather long description of the first thing in the list', 1.5), Row(2, 'short', 2)],
        'counts': collections.Counter('mississippi river'), 'order': collections.OrderedDict([('z', 1), ('a', [1, 2, 3])]),
        'default': collections.defaultdict(list, {'k': [1], 'other key': list(range(12))}), 'queue': collections.deque(range(25), maxlen=30),
        'chain': collections.ChainMap({'a': 1, 'bbbbbbbbbbbbbbbbbbbb': 2}, {'cccccccccccccccccccccccc': 3, 'dddddddddddddddddd': 4}),
        'users': [collections.UserDict(x=1), collections.UserList([1, 2]), collections.UserString('abc')],
        'space': SimpleNamespace(alpha=1, beta='two' * 12, gamma=[1.0, 2.5, -0.0], delta=None, epsilon=...),
        'proxy': types.MappingProxyType({'one': 1, 'a key that is long enough': 'to be wrapped over several lines here'}),
        'sets': [{3, 1, 2}, frozenset(range(30, 0, -3)), set(), frozenset()],
        'quiet': Quiet(3), 'bytes': b'\x00\x01' * 30 + b'text', 'array': bytearray(b'abc' * 20), 'text': 'The quick brown fox jumps over the lazy dog.\nAnd then, on the second line, it sleeps for a very long time.',
        'big': [10 ** n for n in range(0, 30, 7)], 'mixed keys': {1: 'int', 'a': 'str', (1, 2): 'tuple', None: 'none', 2.5: 'float'}, 'nested': [[[[[[1, [2, [3]]]]]]]], 'tuple': (1,), 'empty': [(), [], {}, '']}
pprint.pprint(DATA)
for options in ({'width': 40}, {'width': 120, 'compact': True}, {'indent': 4, 'width': 60, 'depth': 2}, {'sort_dicts': False, 'width': 30, 'compact': True}, {'underscore_numbers': True, 'depth': 1}):
    text = pprint.pformat({name: DATA[name] for name in ('hosts', 'rows', 'order', 'queue', 'space', 'big', 'nested', 'text')}, **options)
    print(options)
    print(text)
print(pprint.pformat([12345, 1234567, -1000, 1.5e10, True], underscore_numbers=True), pprint.pformat('a' * 100, width=30), pprint.pformat(['word ' * 30], width=50))
pprint.pp({'b': 1, 'a': 2})
pprint.pp({'b': 1, 'a': 2}, sort_dicts=True)
loop = [1]
loop.append({'self': loop})
text = pprint.pformat(loop)
print(text.split('<')[0], pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable(DATA['big']), pprint.isreadable(DATA['quiet']), pprint.saferepr({2: 1, 1: {4: 3, 3: 4}}))
for options in ({'indent': -1}, {'depth': 0}, {'depth': -3}, {'width': 0}, {'stream': 5}, {'bogus': 1}):
    try:
        print(pprint.PrettyPrinter(**options).pformat([1]))
    except Exception as error:
        print(type(error).__name__, error)
printer = pprint.PrettyPrinter(width=20)
print(printer.format([1, 2], {}, 0, 0), printer.format({'a': object}, {}, 1, 0), printer.format([[1]], {}, 1, 0), printer.isrecursive([]), printer.isreadable({1: lambda: 0}))
