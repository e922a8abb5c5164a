# collections: Counter arithmetic and methods, ChainMap, their subclasses, reprs and errors.
import collections
from collections import ChainMap, Counter

c = Counter('abracadabra')
print(c, c.most_common(2), c.most_common(), c.total(), c['zzz'], list(c.elements()), c.most_common(0), c.most_common(-1))
c.update('aab', z=3)
c.subtract({'a': 10, 'q': 1})
print(c, +c, -c, c + Counter(a=1), c - Counter(b=1), c & Counter(b=9, z=1), c | Counter(x=1))
d = Counter(a=1, b=-2, c=0)
print(d == Counter(a=1, b=-2), d != Counter(), d <= Counter(a=1), d < d, Counter(a=1) > Counter(), d >= Counter(b=-3), type(d.elements()).__name__)
d += Counter(b=5)
d -= Counter(a=9)
print(d)
d |= {'k': 4} if False else Counter(k=4)
d &= Counter(k=2, b=1)
print(d, d.copy(), type(d.copy()), repr(Counter()), Counter({'x': 'text'}), dict(Counter([1, 1, 2])))
del d['missing']
for call in (lambda: Counter.fromkeys('ab'), lambda: Counter(1), lambda: Counter([], []), lambda: Counter(a=1) + 5, lambda: Counter([[]]),
             lambda: Counter(a='x', b=1).most_common(), lambda: Counter(a=1) < {'a': 2}, lambda: Counter('ab').subtract(1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Sub(Counter):
    def __missing__(self, key):
        return 42


s = Sub('aa')
print(s, s['x'], s.copy(), s + s, type(s + s).__name__, Counter(s))
base = {'x': 1, 'y': 2}
m = ChainMap({'x': 10}, base)
print(m, m['x'], m['y'], list(m), dict(m), len(m), m.maps, m.parents, m.new_child({'z': 0}), m.new_child(q=1), 'y' in m, bool(ChainMap()))
m['y'] = 20
del m['x']
print(m, base, m.get('nope'), m.get('nope', 5), m.pop('y'), m.popitem() if m.maps[0] else 'none')
for call in (lambda: m['zz'], lambda: m.__delitem__('x'), lambda: m.pop('x'), lambda: m.popitem(), lambda: ChainMap.fromkeys('ab', 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(m | {'w': 1}, {'w': 1} | m, m.copy(), m == dict(m), ChainMap({1: 2}) == {1: 2})
m |= {'v': 3}
print(m, list(m.items()), m.values())


class Deep(ChainMap):
    def __missing__(self, key):
        return key * 2


print(Deep({})['ab'], Deep({}).get('ab', 'no'), Deep({'a': 1}), Deep({}).new_child())
print(collections.ChainMap({}, {'a': 1}, {'a': 2, 'b': 3}))


# Subclasses that read or assign in their own way, values that are no small ints, items that cannot be counted.
class Doubling(Counter):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)


class Starting(Counter):
    def get(self, key, default=None):
        return super().get(key, 100)


class Plain(Counter):
    def __missing__(self, key):
        return -5


for kind in (Doubling, Starting, Plain):
    print(kind("abracadabra"), kind("aa") + kind("a"))
counts = Counter(a=2**62 - 1, b=2**62 - 2, c=1.5, d=True)
counts.update("aabbccdd")
print(counts["a"], counts["b"], counts["c"], counts["d"])


class Greedy:
    def __init__(self, counts):
        self.counts = counts

    def __add__(self, other):
        self.counts.clear()
        return 7


counts = Counter()
counts["x"] = Greedy(counts)
counts.update("xxy")
print(counts)
for items in ([[]], [1, {}], 5):
    counts = Counter("z")
    try:
        counts.update(items)
    except TypeError as error:
        print(error, counts)
counts = Counter(x="text")
try:
    counts.update("x")
except TypeError as error:
    print(error)
