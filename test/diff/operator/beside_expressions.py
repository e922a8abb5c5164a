"""operator: each function beside the expression it stands for, getters and callers with their reprs, pickling, in-place forms, hints, errors."""
import copy
import operator
import pickle


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Odd:
    """Answers every operation with its name."""

    def __getattr__(self, name):
        raise AttributeError(name)


for name in ('add', 'sub', 'mul', 'matmul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'and', 'or', 'xor'):
    setattr(Odd, f'__{name}__', lambda self, other, name=name: (name, other))
    setattr(Odd, f'__r{name}__', lambda self, other, name=name: ('r' + name, other))
    setattr(Odd, f'__i{name}__', lambda self, other, name=name: ('i' + name, other))
odd = Odd()
for name in ('add', 'sub', 'mul', 'matmul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'and_', 'or_', 'xor'):
    function, place = getattr(operator, name), getattr(operator, 'i' + name.strip('_') if name not in ('and_', 'or_') else 'i' + name[:-1])
    print(name, function(odd, 1), function(1, odd), place(odd, 2), place(3, odd), function is getattr(operator, f'__{name.strip("_")}__'))
    for a, b in ((7, 2), (7.5, 2), ('a', 2), ([1], [2]), ({1}, {2}), (None, 1), (1, 0), (True, False)):
        attempt(f'  {a!r} {b!r}', function, a, b)
for name in ('lt', 'le', 'eq', 'ne', 'ge', 'gt', 'is_', 'is_not'):
    print(name, [getattr(operator, name)(a, b) for a, b in ((1, 2), (2, 2), (3, 2), (1.0, 1), ('a', 'b'))])
    attempt('  mixed', getattr(operator, name), 1, 'a')
for name in ('neg', 'pos', 'abs', 'inv', 'invert', 'index', 'not_', 'truth'):
    for value in (5, -2.5, True, 'x', None, [], 1j):
        attempt(f'{name} {value!r}', getattr(operator, name), value)
data = [3, 1, 2, 1]
print(operator.contains(data, 1), operator.countOf(data, 1), operator.indexOf(data, 2), operator.getitem(data, slice(1, 3)), operator.setitem(data, 0, 9), operator.delitem(data, 1), data, operator.concat([1], [2]), operator.iconcat(data, 'xy') is data, data)
for label, call in {'index': lambda: operator.indexOf([1], 2), 'count': lambda: operator.countOf(5, 1), 'contains': lambda: operator.contains(5, 1), 'concat': lambda: operator.concat(1, 2), 'concat kinds': lambda: operator.concat('a', [1]), 'iconcat': lambda: operator.iconcat(1, 2), 'get': lambda: operator.getitem({}, 'k'), 'del': lambda: operator.delitem([], 0), 'nan': lambda: operator.countOf([nan := float('nan'), nan], nan)}.items():
    attempt(label, call)


class Hint:
    def __init__(self, answer):
        self.answer = answer

    def __length_hint__(self):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


print(operator.length_hint([1, 2]), operator.length_hint(iter('abc')), operator.length_hint(5), operator.length_hint(5, 7), operator.length_hint(Hint(4)), operator.length_hint(Hint(NotImplemented), 3))
for answer in (-1, 'x', TypeError('t'), ValueError('v'), 2.5):
    attempt(f'hint {answer!r}', operator.length_hint, Hint(answer), 6)
attempt('hint', operator.length_hint, 5, 'x')
attempt('call', operator.call, max, 1, 5, key=lambda x: -x)
attempt('call', operator.call)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
        self.next = self

    def move(self, dx=0, *, dy=0):
        return self.x + dx, self.y + dy


p = Point(1, 2)
getters = [operator.attrgetter('x'), operator.attrgetter('x', 'y', 'next.next.x'), operator.itemgetter(1), operator.itemgetter(0, -1, slice(1, None)), operator.itemgetter('k'), operator.methodcaller('move'), operator.methodcaller('move', 5, dy=6)]
for getter in getters:
    target = p if not isinstance(getter, operator.itemgetter) else {'k': 'v', 1: 'one'} if 'k' in repr(getter) else 'abcd'
    print(getter, getter(target), repr(pickle.loads(pickle.dumps(getter))), copy.copy(getter)(target), copy.deepcopy(getter)(target), type(getter).__name__, getter == getter)
for label, call in {'attribute': lambda: operator.attrgetter('z')(p), 'nested': lambda: operator.attrgetter('x.y')(p), 'none': lambda: operator.attrgetter(), 'number': lambda: operator.attrgetter(5), 'item': lambda: operator.itemgetter(9)('abc'), 'item none': lambda: operator.itemgetter(), 'item of none': lambda: operator.itemgetter(0)(None),
                    'method': lambda: operator.methodcaller('nothing')(p), 'method none': lambda: operator.methodcaller(), 'method name': lambda: operator.methodcaller(5), 'arguments': lambda: operator.methodcaller('move', 1, 2)(p), 'two': lambda: operator.attrgetter('x')(p, p), 'no target': lambda: operator.itemgetter(1)(), 'made by keyword': lambda: operator.attrgetter(attr='x')}.items():
    attempt(label, call)
rows = [('b', 2), ('a', 2), ('c', 1)]
print(sorted(rows, key=operator.itemgetter(1, 0)), max(rows, key=operator.itemgetter(1)), list(map(operator.methodcaller('upper'), 'ab')), sorted(operator.__all__)[:5], len(operator.__all__))
