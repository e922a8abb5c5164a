"""bisect in use: recipes of its documentation, records with keys, comparisons that raise or lie, slices of searched ranges, subclasses of list."""
import bisect
import functools
import operator


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


def index(a, x):
    i = bisect.bisect_left(a, x)
    if i != len(a) and a[i] == x:
        return i
    raise ValueError(x)


def find_lt(a, x):
    i = bisect.bisect_left(a, x)
    if i:
        return a[i - 1]
    raise ValueError('nothing below %r' % (x,))


def find_ge(a, x):
    i = bisect.bisect_left(a, x)
    if i != len(a):
        return a[i]
    raise ValueError('nothing from %r on' % (x,))


def grade(score, breakpoints=[60, 70, 80, 90], grades='FDCBA'):
    return grades[bisect.bisect(breakpoints, score)]


print([grade(score) for score in [33, 99, 77, 70, 89, 90, 100]])
data = sorted([5, 1, 9, 9, 3, 7])
for x in (0, 1, 4, 9, 10):
    attempt('index', index, data, x)
    attempt('lt', find_lt, data, x)
    attempt('ge', find_ge, data, x)


@functools.total_ordering
class Version:
    compared = 0

    def __init__(self, text):
        self.parts = tuple(map(int, text.split('.')))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        Version.compared += 1
        return self.parts < other.parts

    def __repr__(self):
        return '.'.join(map(str, self.parts))


versions = []
for text in '1.0 1.10 1.9 0.5 2.0 1.9 1.9.1'.split():
    bisect.insort(versions, Version(text))
print(versions, Version.compared, bisect.bisect_left(versions, Version('1.9')), bisect.bisect_right(versions, Version('1.9')), Version.compared)


class Backwards(list):
    """A list that sorts downwards, through its own insert and item access."""

    def insert(self, position, value):
        print('  insert', position, value)
        super().insert(position, value)


down = Backwards()
for value in (3, 1, 2, 3):
    bisect.insort_left(down, value, key=operator.neg)
print(down)


class Sized:
    """A sequence that only says its length and items."""

    def __init__(self, n):
        self.n = n
        self.asked = []

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        self.asked.append(i)
        return i * i


squares = Sized(1000)
print(bisect.bisect_left(squares, 5000), squares.asked)
squares = Sized(10**12)
print(bisect.bisect(squares, 10**15), len(squares.asked))
attempt('huge length', bisect.bisect, Sized(2**70), 1)
attempt('negative length', bisect.bisect, Sized(-1), 1)
attempt('range', bisect.bisect, range(-10**9, 10**9, 7), 12345)
attempt('bounds', lambda: [bisect.bisect_left(data, 9, lo, hi) for lo in (0, 2, 6, 9) for hi in (0, 3, 6)])
attempt('index bounds', lambda: bisect.bisect(data, 5, lo=True, hi=None))


class Liar:
    def __lt__(self, other):
        raise RuntimeError('no order')

    __gt__ = __lt__


class NotBool:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value

    __gt__ = __lt__


class NoTruth:
    def __bool__(self):
        raise OverflowError('neither')


attempt('liar', bisect.bisect, data, Liar())
attempt('liar left', bisect.bisect_left, data, Liar())
attempt('list', lambda: [bisect.bisect(data, NotBool(value)) for value in ([], [1], '', 'x', 0, None)])
attempt('truth', bisect.bisect, data, NotBool(NoTruth()))
attempt('key raises', bisect.bisect, data, 3, key=lambda item: item / 0)
attempt('key of insort', bisect.insort, [('a', 1)], ('b', 2), key=lambda item: item[2])
attempt('key none', bisect.bisect, data, 3, key=None)
attempt('hi smaller', bisect.bisect, data, 3, 5, 2)
attempt('float lo', bisect.insort, data, 3, 0.0)
attempt('big hi', bisect.bisect_right, data, 100, 0, 2**40)
attempt('too big hi', bisect.bisect_right, data, 100, 0, 2**80)
attempt('many', bisect.bisect, data, 1, 2, 3, 4)
attempt('unknown', bisect.bisect, data, 1, low=3)
attempt('mixed', bisect.insort, [1, 'a', None], 'b')
attempt('none length', bisect.insort, iter([]), 1)
attempt('dict', bisect.insort, {0: 1, 1: 2}, 3)
attempt('complex', bisect.bisect, [1j], 1j)
print(bisect.bisect is bisect.bisect_right, bisect.insort is bisect.insort_right, bisect.__all__ if hasattr(bisect, '__all__') else None)
numbers = [float('nan'), 1.0, float('inf')]
print([bisect.bisect(numbers, x) for x in (float('nan'), 0, 2, float('inf'))])
