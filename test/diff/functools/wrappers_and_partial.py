# functools: partial, partialmethod, wraps, total_ordering, cmp_to_key, reduce.
import copy
import functools
import pickle


def g(a, b=2, *args, c=3, **kw):
    "doc"
    return a, b, args, c, kw


p = functools.partial(g, 1, c=9)
print(p(), p(5, 6, d=1), p.func is g, p.args, p.keywords, p(c=0), functools.partial(p, 7, e=1).args, functools.partial(p, 7, e=1).keywords)
print(repr(functools.partial(int, '5', base=8)), functools.partial(int, base=2)('101'), repr(functools.partial(print, sep='')) )
q = functools.partial(sorted, reverse=True)
q.note = 'x'
print(q([1, 3, 2]), q.note, copy.copy(q).note, pickle.loads(pickle.dumps(q))([1, 2]), q.__dict__)
for call in (lambda: functools.partial(), lambda: functools.partial(5), lambda: p.__setstate__(1), lambda: functools.partial(g)()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Sub(functools.partial):
    pass


print(repr(Sub(len)).replace('__main__.', ''), Sub(len)('abc'), isinstance(functools.partial(Sub(len)), Sub))


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, extra=None):
        self.alive = state
        return self, extra

    on = functools.partialmethod(set_state, True)
    off = functools.partialmethod(set_state, False, extra='e')
    cls = functools.partialmethod(classmethod(lambda cls, x: (cls.__name__, x)), 5)
    stat = functools.partialmethod(staticmethod(lambda x, y: (x, y)), 1)


c = Cell()
print(c.on()[0].alive, c.off()[1], c.alive, Cell.cls(), c.stat(2), repr(Cell.__dict__['on']).split('(')[0])
try:
    functools.partialmethod(5)
except TypeError as error:
    print(error)


def deco(f):
    @functools.wraps(f, updated=('__dict__',))
    def inner(*args, **kw):
        return f(*args, **kw)
    return inner


g.attr = 'A'
w = deco(g)
print(w.__name__, w.__doc__, w.__module__, w.attr, w.__wrapped__ is g, w.__qualname__, functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
print(functools.update_wrapper(deco(len), p, assigned=('__doc__', 'nope')).__wrapped__ is p)


@functools.total_ordering
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, V) else NotImplemented

    def __gt__(self, other):
        return self.n > other.n if isinstance(other, V) else NotImplemented


print(V(1) < V(2), V(1) <= V(1), V(2) >= V(3), V(1) > V(0), V(1) != V(1), sorted([V(3), V(1)], key=lambda v: v.n)[0].n, V.__lt__.__name__)
for call in (lambda: V(1) < 5, lambda: functools.total_ordering(type('E', (), {})), lambda: V(1) >= None):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
key = functools.cmp_to_key(lambda a, b: (a % 5 > b % 5) - (a % 5 < b % 5))
print(sorted([9, 3, 5, 12], key=key), key(1) < key(2), key(6) == key(1), key(3).obj, max([4, 8, 9], key=key))
for call in (lambda: key(1) < 2, lambda: hash(key(1)), lambda: functools.cmp_to_key(lambda a, b: 'x')(1) < key(2)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(max, [], 'empty'), functools.reduce(lambda a, b: a + [b], 'ab', []))
for call in (lambda: functools.reduce(max, []), lambda: functools.reduce(max), lambda: functools.reduce(max, 5), lambda: functools.reduce(5, [1, 2])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


# How partial methods are shown; reduce() asks for one iterator only.
class Positions:
    def move(self, *args, **kwargs):
        return args, kwargs

    left = functools.partialmethod(move, -1)
    named = functools.partialmethod(move, by=2, to="x")
    plain = functools.partialmethod(move)


for name in ("left", "named", "plain"):
    print(repr(Positions.__dict__[name]).replace(hex(id(Positions.move)), "..."), getattr(Positions(), name)())


class Restarting:
    def __iter__(self):
        self.n = 0
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration
        return self.n


print(functools.reduce(lambda a, b: (a, b), Restarting()), functools.reduce(lambda a, b: (a, b), Restarting(), 0))


class Filled(functools.partial):
    pass


held, filled = functools.partial(print, 1), Filled(print, 1)
for owner in held, filled:
    for name in 'func', 'args', 'keywords':
        for change in lambda: setattr(owner, name, 5), lambda: delattr(owner, name):
            try:
                change()
            except AttributeError as error:
                print(name, error)
held.other = 5
print(held.other, functools.partial.func)
for state in ((held, (), {}, {}), (print, (held, 5), {}, {}), (print, (), {'a': held}, {})):
    held.__setstate__(state)
    print(held)
filled.__setstate__((print, (filled,), {'a': held}, {}))
print(filled, str(functools.partial(filled, held)))
filled.__setstate__((max, (1, 2), {}, {}))
held.__setstate__((len, (), None, None))
print(filled(3), filled, held, held.__dict__)
