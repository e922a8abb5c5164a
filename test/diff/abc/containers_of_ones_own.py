# Each abstract class of collections.abc with the least it asks for: what the mixins give, and which methods are missing.
import collections.abc as c
import functools

for name in (name for name in c.__all__ if name != 'Buffer'):
    cls = getattr(c, name)
    try:
        instance = type('Empty', (cls,), {})()
        print(name, 'made', type(instance).__mro__[1].__name__)
    except TypeError as error:
        print(name, error)


class Interval(c.Set):
    """Whole numbers from low to high without a list of them."""

    def __init__(self, low, high):
        self.low, self.high = low, high

    def __contains__(self, x):
        return isinstance(x, int) and self.low <= x < self.high

    def __iter__(self):
        return iter(range(self.low, self.high))

    def __len__(self):
        return max(0, self.high - self.low)

    @classmethod
    def _from_iterable(cls, it):
        return frozenset(it)

    __hash__ = c.Set._hash


a, b = Interval(0, 5), Interval(3, 8)
print(sorted(a & b), sorted(a | b), sorted(a - b), sorted(a ^ b), a < b, a <= Interval(0, 9), a == {0, 1, 2, 3, 4}, {0, 1} < a, a.isdisjoint({9}), a.isdisjoint(b), hash(a) == hash(frozenset(a)), {a: 1}[frozenset(range(5))], sorted({10} | a))
for call in (lambda: a & 5, lambda: a < [1], lambda: a | None, lambda: a == 5):
    try:
        print(call())
    except TypeError as error:
        print(error)


class Ordered(c.MutableSet):
    def __init__(self, items=()):
        self.d = dict.fromkeys(items)

    def __contains__(self, x):
        return x in self.d

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)

    def add(self, x):
        self.d[x] = None

    def discard(self, x):
        self.d.pop(x, None)

    def __repr__(self):
        return f'Ordered({list(self.d)})'


s = Ordered('hello')
s |= 'xyz'
s -= {'x'}
s &= set('heloyz')
s ^= 'he!'
print(s, s.pop(), s.remove('o'), s, s | 'q', s - {'z'}, type(s & 'yz').__name__)
try:
    s.remove('none')
except KeyError as error:
    print('KeyError', error)
s.clear()
try:
    s.pop()
except KeyError as error:
    print('KeyError', error)


class Attributes(c.MutableMapping):
    def __init__(self, **items):
        self.__dict__.update(items)

    def __getitem__(self, key):
        try:
            return getattr(self, key)
        except AttributeError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        setattr(self, key, value)

    def __delitem__(self, key):
        try:
            delattr(self, key)
        except AttributeError:
            raise KeyError(key) from None

    def __iter__(self):
        return iter(vars(self))

    def __len__(self):
        return len(vars(self))


m = Attributes(x=1, y=2)
m.update({'z': 3}, w=4)
m.update([('v', 5)])
print(dict(m), m.get('x'), m.get('q', 'd'), 'x' in m, list(m.keys()), list(m.values()), list(m.items()), m.pop('x'), m.pop('x', None), m.setdefault('n', 'new'), m.setdefault('n', 5), m.popitem(), m == {'y': 2, 'z': 3, 'w': 4, 'v': 5} or dict(m), m.keys() & {'y', 'q'}, sorted(m.items() - {('y', 2)}, key=str), len(m.values()), 4 in m.values(), ('z', 3) in m.items(), repr(m.keys()).startswith('KeysView'), {**m})
for call in (lambda: m['none'], lambda: m.pop('none'), lambda: m.update(5), lambda: m.update({}, {}), lambda: Attributes().popitem(), lambda: m.__delitem__('none')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Countdown(c.Generator):
    def __init__(self, n):
        self.n = n

    def send(self, value):
        if value is not None:
            self.n = value
        if self.n <= 0:
            raise StopIteration('done')
        self.n -= 1
        return self.n + 1

    def throw(self, kind, value=None, trace=None):
        if kind is ValueError:
            return 'caught'
        super().throw(kind, value, trace)


g = Countdown(5)
print(next(g), g.send(10), next(g), g.throw(ValueError), iter(g) is g, list(Countdown(3)), isinstance(g, c.Iterator))
for call in (lambda: g.throw(KeyError('k')), lambda: g.throw(KeyError), lambda: g.close(), lambda: next(g)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Sparse(c.Sequence):
    def __init__(self, length, **items):
        self.length, self.items = length, {int(key[1:]): value for key, value in items.items()}

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(self.length))]
        if not -self.length <= index < self.length:
            raise IndexError(index)
        return self.items.get(index % self.length, 0)


q = Sparse(6, _2='two', _4='four')
print(list(q), q[-2], q[1:5], 'two' in q, q.index('four'), q.index(0, 1), q.count(0), list(reversed(q)), q.index(0, -3, -1))
for call in (lambda: q.index('five'), lambda: q.index('two', 3), lambda: q[9], lambda: hash(q) is None):
    try:
        print(type(call()).__name__)
    except Exception as error:
        print(type(error).__name__, error)
STRUCTURAL = {'Hashable': '__hash__', 'Iterable': '__iter__', 'Sized': '__len__', 'Container': '__contains__', 'Callable': '__call__', 'Reversible': '__reversed__ __iter__', 'Collection': '__len__ __iter__ __contains__', 'Awaitable': '__await__', 'AsyncIterable': '__aiter__', 'AsyncIterator': '__aiter__ __anext__', 'Iterator': '__iter__ __next__', 'Sequence': '__len__ __getitem__', 'Mapping': '__len__ __iter__ __getitem__'}
for name, methods in STRUCTURAL.items():
    made = type('Made', (), dict.fromkeys(methods.split(), lambda self: None))
    blocked = type('Blocked', (made,), {methods.split()[0]: None})
    print(name, issubclass(made, getattr(c, name)), issubclass(blocked, getattr(c, name)), end='; ')
print()
