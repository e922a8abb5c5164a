"""What subclasses of built-in types inherit: how they are made and shown, what they say of wrong arguments, which of them
can be referenced weakly, how they are reduced."""
import bisect
import collections
import enum
import itertools
import math
import operator
import weakref


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Buffer(bytearray):
    def __init__(self, mark):
        super().__init__(b'made by ' + mark)
        self.mark = mark


class Name(bytes):
    def __repr__(self):
        return 'name'


class Array(bytearray):
    def __repr__(self):
        return 'array'


def making():
    show(lambda: (Buffer(b'it'), Buffer(b'it').mark))
    show(lambda: Buffer(5))
    again = Buffer(b'x')
    again.__init__(b'y')
    show(lambda: again)
    show(lambda: (str(Name(b'a')), repr(Name(b'a')), f'{Array(b"b")}', [Array(b'b')]))
    show(lambda: bytearray(errors=1))
    for base in (list, set, frozenset, tuple, float, int, str, dict, bytes, bytearray, complex, staticmethod, classmethod, property):
        plain = type('Plain', (base,), {})
        initialised = type('Initialised', (base,), {'__init__': lambda self, *args, **kwargs: None})
        for cls in (plain, initialised):
            show(lambda: type(cls(mark=1)).__name__)
            show(lambda: type(cls(1, 2, 3, 4, 5)).__name__)
            show(lambda: object.__new__(cls))


class Errno(OSError):
    def __new__(cls, *args, **kwargs):
        print('new', args, kwargs)
        return super().__new__(cls, *args)


class Inner(complex):
    def __complex__(self):
        return 2.5


class Turned(complex):
    def __complex__(self):
        return 1j


Pair = collections.namedtuple('Pair', 'left right')


class Odd(Pair):
    def __iter__(self):
        return iter('no')


class Endless:
    def __len__(self):
        return 'many'

    def __length_hint__(self):
        return 3


class Level(enum.IntEnum):
    LOW = 1


def converting():
    show(lambda: Errno(2, 'gone', file='x').args)
    show(lambda: complex(Inner(1, 2)))
    show(lambda: (complex(Turned(1, 2)), complex(Turned(1, 2), 1), Turned(1, 2) + 0))
    show(lambda: (Odd(1, 2), Odd(1, 2)._asdict()))
    show(lambda: operator.length_hint(Endless(), 5))
    show(lambda: dir(Level)[:2] + dir(Level)[-3:])
    ordered = collections.OrderedDict(a=1, b=2)
    show(lambda: (ordered.keys(), ordered.values(), ordered.items(), ordered.keys() & {'a'}))
    show(lambda: [type(each).__name__ for each in (iter(ordered), reversed(ordered), iter(ordered.items()), ordered.keys())])
    show(lambda: (ordered.setdefault(key='c', default=3), collections.OrderedDict.fromkeys(iterable='xy', value=0)))
    show(lambda: [type(iter(text)).__name__ for text in ('abc', 'é', type('Text', (str,), {})('abc'), memoryview(b'a'))])
    show(lambda: '%s' % collections.deque([1]))
    show(lambda: 'no conversion' % collections.deque([1]))
    show(lambda: type.__abstractmethods__)
    show(lambda: Level.__abstractmethods__)


def references():
    for base in (object, int, str, bytes, tuple, list, dict, set, float, Exception):
        for slots in ({}, {'__slots__': ()}, {'__slots__': ('__weakref__',)}):
            def attempt():
                cls = type('Derived', (base,), slots)
                instance = cls()
                return base.__name__, list(slots.values()), weakref.ref(instance)() is instance
            show(attempt)


class Anything(float):
    def __getattr__(self, name):
        return ('got', name)


def reducing():
    for value in (5, -1, True, 2**70, 'a', b'x', 1.5, 1j, (1,), None, frozenset(), range(3), Anything(1), Name(b'n'), Odd(1, 2)):
        def attempt():
            made, arguments, *rest = value.__reduce_ex__(2)
            return type(value).__name__, made.__name__, arguments[1:], rest[0]
        show(attempt)


def arguments():
    deque, ordered, data = collections.deque([1, 2]), collections.OrderedDict(), bytearray(b'abc')
    for call in (lambda: bisect.bisect([1], 1, 0, 'x'), lambda: bisect.insort(0, 1, key=5), lambda: deque.rotate(1, 2, 3),
                 lambda: deque.insert(1), lambda: deque.__getitem__('x'), lambda: deque['x'], lambda: collections.deque.count(),
                 lambda: ordered.clear(1), lambda: ordered.keys(1, 2), lambda: ordered.setdefault(1, 2, 3), lambda: math.log(),
                 lambda: math.log(1, 2, 3), lambda: math.prod(), lambda: itertools.islice('a', -1), lambda: itertools.islice('a', -2),
                 lambda: itertools.islice('a', 0, -2), lambda: itertools.islice('a', None, 'x'), lambda: list(itertools.islice('abc', None, None, 2)),
                 lambda: itertools.tee(5, 0), lambda: operator.setitem(data, 9, -1), lambda: operator.setitem(data, 9, 1),
                 lambda: operator.setitem(data, slice(1), 1j), lambda: pow(1j, 'a', 0), lambda: pow(1j, 1, 1), lambda: float.__getformat__('\0')):
        show(call)


making()
converting()
references()
reducing()
arguments()
