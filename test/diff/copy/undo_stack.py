"""A document with undo by copies; copies of everything, hooks for copying, memo, shared and cyclic parts, what cannot be copied."""
import array
import collections
import copy
import copyreg
import datetime
import decimal
import enum
import fractions
import functools
import pathlib
import types


class Document:
    """Lines of text; each change keeps a deep copy of what was."""

    def __init__(self):
        self.lines, self.marks, self._undo, self._redo = [], {}, [], []

    def __deepcopy__(self, memo):
        twin = type(self).__new__(type(self))
        memo[id(self)] = twin
        twin.lines, twin.marks = copy.deepcopy(self.lines, memo), copy.deepcopy(self.marks, memo)
        twin._undo, twin._redo = [], []
        return twin

    def change(self, action):
        self._undo.append(copy.deepcopy(self))
        self._redo.clear()
        action(self)

    def _swap(self, source, target):
        if not source:
            return False
        target.append(copy.deepcopy(self))
        old = source.pop()
        self.lines, self.marks = old.lines, old.marks
        return True

    def undo(self):
        return self._swap(self._undo, self._redo)

    def redo(self):
        return self._swap(self._redo, self._undo)


document = Document()
document.change(lambda d: d.lines.append(['first', 1]))
document.change(lambda d: (d.lines[0].append('changed'), d.marks.update(top=d.lines[0])))
print(document.lines, document.marks['top'] is document.lines[0], document.undo(), document.lines, document.marks, document.redo(), document.lines, document.marks['top'] is document.lines[0], document.redo(), document.undo(), document.undo(), document.undo(), document.lines)


class Plain:
    def __init__(self):
        self.items = [1, [2]]


class Hooked:
    def __init__(self, value):
        self.value = value

    def __copy__(self):
        return Hooked(('copied', self.value))

    def __deepcopy__(self, memo):
        return Hooked(('deep', copy.deepcopy(self.value, memo)))


class Reduced:
    def __init__(self, *args):
        self.args = args
        self.extra = 0

    def __reduce__(self):
        return Reduced, self.args, {'extra': 7}


class Stateful:
    def __getstate__(self):
        return {'kept': self.kept}

    def __setstate__(self, state):
        self.__dict__.update(state, restored=True)


class Slotted:
    __slots__ = ('a', 'b', '__dict__')


class NewArgs(int):
    def __new__(cls, value, unit):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __getnewargs__(self):
        return int(self), self.unit


class Items(list):
    pass


class Color(enum.Enum):
    RED = [1]


plain, stateful, slotted = Plain(), Stateful(), Slotted()
stateful.kept, stateful.lost, slotted.a, slotted.c = [1], [2], [3], [4]
for label, make in {'copy': copy.copy, 'deepcopy': copy.deepcopy}.items():
    twin = make(plain)
    print(label, twin is plain, twin.items is plain.items, twin.items[1] is plain.items[1], make(Hooked(5)).value, make(Reduced(1, [2])).__dict__, vars(make(stateful)), make(slotted).a, make(slotted).c is slotted.c, hasattr(make(slotted), 'b'), (lambda n: (n, n.unit, type(n).__name__))(make(NewArgs(5, ['kg']))))
    items = Items([1, [2]])
    items.name = ['n']
    twin = make(items)
    print(type(twin).__name__, twin, twin.name is items.name, twin[1] is items[1], make(Color.RED) is Color.RED, make(len) is len, make(Plain) is Plain, make(...) is ..., make(NotImplemented) is NotImplemented)
    for value in (5, 'x', b'y', 2.5, None, True, (1, 2), frozenset({1}), range(5), slice(1, 2), 1j):
        print(make(value) is value, end=' ')
    print()
    for value in ([1, [2]], {'a': [1]}, {1, 2}, bytearray(b'x'), (1, [2]), collections.deque([1, [2]], 5), collections.OrderedDict(a=[1]), collections.defaultdict(list, a=[1]), collections.Counter('aab'), array.array('i', [1]), datetime.date(2020, 1, 2), decimal.Decimal('1.5'), fractions.Fraction(1, 3), pathlib.PurePosixPath('a'), functools.partial(int, '5', base=8), types.SimpleNamespace(a=[1]), ValueError('x', [1]), collections.ChainMap({'a': [1]}), range(3).__iter__()):
        twin = make(value)
        print(type(value).__name__, twin is value, repr(twin) == repr(value), end='; ')
    print()
shared = [0]
both = copy.deepcopy([shared, shared, {'s': shared}])
print(both[0] is both[1] is both[2]['s'], both[0] is shared)
loop = [1]
loop.append({'me': loop})
twin = copy.deepcopy(loop)
print(twin[1]['me'] is twin, twin is loop)
memo = {}
copy.deepcopy(shared, memo)
print(memo[id(shared)], len(memo), copy.deepcopy(shared, {id(shared): 'already'}))
bound = copy.deepcopy({'plain': plain, 'method': plain.__init__})
print(bound['method'].__self__ is bound['plain'])
for label, value in {'generator': (n for n in []), 'module': copy, 'file': open(__file__), 'iterator': iter({}), 'lambda': lambda: 0, 'property': property(), 'frame': type('X', (), {'__reduce__': lambda self: 5})(), 'short': type('Y', (), {'__reduce__': lambda self: (int,)})(), 'str': type('Z', (), {'__reduce__': lambda self: 'name'})(), 'memoryview': memoryview(b'x'), 'no copier': type('W', (), {'__reduce_ex__': None})()}.items():
    for make in (copy.copy, copy.deepcopy):
        try:
            print(label, make(value) is value)
        except Exception as error:
            print(label, type(error).__name__, str(error).split(' at 0x')[0])
print(copy.error, copy.Error, issubclass(copy.Error, Exception))


class Registered:
    def __init__(self, items):
        self.items, self.cache = items, 'big'


copyreg.pickle(Registered, lambda value: (Registered, (value.items + ['copied'],)))
registered = Registered([['x']])
print(copy.copy(registered).items, copy.copy(registered).items[0] is registered.items[0], copy.deepcopy(registered).items, copy.deepcopy(registered).items[0] is registered.items[0])
