# Each limit of reprlib at its edges: below, at and above, for every kind of value the module knows; instances and unknown types.
import array
import collections
import reprlib

KINDS = {'maxlist': list, 'maxtuple': tuple, 'maxset': lambda it: set(it), 'maxfrozenset': frozenset, 'maxdeque': collections.deque, 'maxarray': lambda it: array.array('h', it), 'maxdict': lambda it: {n: n * n for n in it}}
for name, make in KINDS.items():
    for limit in (0, 1, 3):
        shortener = reprlib.Repr()
        setattr(shortener, name, limit)
        print(name, limit, [shortener.repr(make(range(size))) for size in (0, 1, 2, 3, 4)])
for limit in range(0, 16):
    shortener = reprlib.Repr()
    shortener.maxstring = shortener.maxlong = shortener.maxother = limit
    print(limit, shortener.repr('0123456789'), shortener.repr("it's"), shortener.repr('\\' * 6), shortener.repr(12345678901), shortener.repr(-5), shortener.repr(1.23456789012), shortener.repr(b'0123456789'), shortener.repr(slice(1, 2, 3)))
for level in range(6):
    shortener = reprlib.Repr()
    shortener.maxlevel = level
    print(level, shortener.repr([[[[[]]]]]), shortener.repr(((((1,),),),)), shortener.repr({1: {2: {3: {}}}}), shortener.repr([{(1,): [{2: 3}]}]), shortener.repr(collections.deque([collections.deque([[1]])])), shortener.repr(frozenset([frozenset([frozenset()])])))


class Instance:
    def __repr__(self):
        return 'Instance with a long text about itself that is cut'


class list_like(list):
    pass


class str(str):
    pass


shortener = reprlib.Repr()
values = [Instance(), list_like(range(9)), str('x' * 50), collections.OrderedDict(a=1), collections.Counter('aab'), collections.defaultdict(int, a=1), True, 2.5, None, Ellipsis, NotImplemented, int, len, print, 10 ** 100, -10 ** 45, 2 ** 64, 'a' * 31, 'a' * 30, "'" * 20, 'é' * 40, '\n' * 20]
for value in values:
    print(shortener.repr(value))
for value in ([3, 1, 2], {'z': 1, 'y': 2}, {2: 'b', 'a': 1, (): 0}, {5, 1, 4}, {1.5, 0, -2}):
    print(shortener.repr(value), shortener.repr_list([1], 1), shortener.repr_dict({'k': []}, 1), shortener.repr_set({9}, 1))
print(shortener.repr_str('abc', 0), shortener.repr_int(5, -1), shortener.repr_instance(Instance(), 3), shortener.repr_tuple((1,), 1), shortener.repr_tuple((), 1), shortener.repr_array(array.array('b'), 1), shortener.repr_frozenset(frozenset(), 0), shortener.repr1(5, 1))
for call in (lambda: shortener.repr_list(5, 1), lambda: shortener.repr1(), lambda: shortener.repr_dict([1], 1), lambda: setattr(shortener, 'maxlist', 'x') or shortener.repr([1]), lambda: shortener.repr_str(5, 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
