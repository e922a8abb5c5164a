# reprlib: limits of each kind, subclasses with repr_NAME, recursive_repr, nesting.
import array
import collections
import reprlib

r = reprlib.Repr()
for value in (list(range(10)), tuple(range(10)), set(range(10)), frozenset('abc'), dict.fromkeys(range(10)), 'x' * 100, 10 ** 50, [[[[[[[[1]]]]]]]], array.array('i', range(9)),
              collections.deque(range(9)), b'y' * 100, 1.5, None, {'k' * 50: 'v' * 50}, (), [1], (1,), set(), {3, 1, 2}, 'short', range(5)):
    print(reprlib.repr(value))
r.maxlist, r.maxtuple, r.maxset, r.maxdict, r.maxstring, r.maxlong, r.maxother, r.maxlevel, r.maxarray, r.maxdeque, r.maxfrozenset = 2, 1, 2, 1, 12, 10, 15, 2, 1, 1, 1
for value in ([1, 2, 3], (1, 2), {1, 2, 3}, {1: 2, 3: 4}, 'abcdefghijklmnop', 12345678901234, [[[1]]], array.array('b', [1, 2]), collections.deque([1, 2]), frozenset([1, 2]),
              type('Long', (), {'__repr__': lambda s: 'L' * 30})(), {'a': {'b': {'c': 1}}}):
    print(r.repr(value), r.repr1(value, 0), r.repr1(value, 1))


class Mine(reprlib.Repr):
    def repr_TextIO(self, obj, level):
        return 'stream'

    def repr_Point(self, obj, level):
        return f'<P at level {level}>'

    def repr_int(self, x, level):
        return hex(x)


class Point:
    pass


class Broken:
    def __repr__(self):
        raise ValueError('no repr')


m = Mine()
print(m.repr(Point()), m.repr([Point(), 255]), reprlib.repr(Broken()).split(' at ')[0], m.maxlevel)


class Node:
    def __init__(self):
        self.items = [self]

    @reprlib.recursive_repr(fillvalue='<...>')
    def __repr__(self):
        "doc"
        return f'Node({self.items!r})'


print(Node(), Node.__repr__.__name__, Node.__repr__.__doc__, reprlib.aRepr.maxdict)
mixed = {1, 'a', (2, 3)}
print(reprlib.repr({1: 'x', 'a': 2}), len(reprlib.repr(mixed)))
