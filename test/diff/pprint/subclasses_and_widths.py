# pprint: widths, depths, compact, nested containers, dataclasses, namespaces, subclasses with their own repr, sort, saferepr.
import collections
import dataclasses
import io
import pprint
import types

data = {'name': 'value', 'list': list(range(30)), 'nested': {'a': [{'b': ('c', 'd' * 30)}, {'e': {'f', 'g'}}]}, 1: None, (2, 3): frozenset([4])}
for options in ({}, {'width': 40}, {'width': 20, 'compact': True}, {'depth': 2}, {'indent': 4}, {'sort_dicts': False}, {'underscore_numbers': True}, {'width': 1}):
    print(sorted(options), end=' ')
    pprint.pprint(data, **options)


@dataclasses.dataclass
class Point:
    x: int
    name: str = 'long name ' * 5
    hidden: int = dataclasses.field(default=5, repr=False)
    inner: 'Point' = None


class MyList(list):
    pass


class Loud(dict):
    def __repr__(self):
        return 'LOUD'


class Same(dict):
    pass


P = collections.namedtuple('P', 'first second')
for thing in (Point(1, inner=Point(2)), types.SimpleNamespace(a=1, b='x' * 70, c=[1, 2]), MyList(['a' * 40, 'b' * 40]), Loud(a='x' * 100), Same(a='x' * 60, b='y' * 30), P('f' * 40, ['s' * 40]), collections.OrderedDict([('z' * 30, 1), ('a' * 30, 2), ('m' * 30, 3)]), collections.defaultdict(list, {'k' * 40: ['v' * 40]}), collections.Counter('abracadabra' * 3),
              collections.deque(['d' * 40] * 2, maxlen=5), collections.ChainMap({'a' * 40: 1}, {'b' * 40: 2}), collections.UserDict({'u' * 40: 'd' * 40}), collections.UserList(['l' * 40] * 2), collections.UserString('s' * 90), types.MappingProxyType({'m' * 40: 'p' * 40}), b'bytes ' * 20, bytearray(b'array ' * 20), 'word ' * 30, 'line\nbreak\n' * 12, 'x' * 120, {'k': 'word ' * 20}, [], {}, (), set(), (1,), {'a': {}},
              {3, 1, 2}, {1: 2, 'a': 3, None: 4}, {2, 'b', None}.__class__(), 10 ** 20, 123456789.5, range(5), [[]] * 3, ''):
    pprint.pprint(thing)
    pprint.pprint([thing], width=30, indent=2)
loop = [1]
loop.append(loop)
ring = {}
ring['self'] = ring
text = pprint.pformat(loop)
print(text.split('with')[0], pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, 'a']), pprint.isrecursive([1]), pprint.saferepr({'b': 1, 'a': [2]}), pprint.saferepr(ring).split('with')[0])
out = io.StringIO()
printer = pprint.PrettyPrinter(stream=out, width=30)
printer.pprint({'k': ['long text here', 'and more of it']})
print(out.getvalue(), printer.pformat([1]), printer.isreadable({}), printer.format({'a': 1}, {}, 0, 0))


class Custom(pprint.PrettyPrinter):
    def format(self, obj, context, maxlevels, level):
        if isinstance(obj, int):
            return hex(obj), True, False
        return super().format(obj, context, maxlevels, level)


Custom(width=40).pprint([1, 255, {'n': 16}, (7,)])
pprint.pp({'z': 1, 'a': 2})
for bad in ({'indent': -1}, {'width': 0}, {'depth': 0}):
    try:
        pprint.PrettyPrinter(**bad)
    except ValueError as error:
        print(error)
