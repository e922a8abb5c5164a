# functools in programs: a pipeline of partials, a registry by singledispatch, ordering of versions, memoised recursion, decorators that keep names.
import functools
import operator
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, wraps


def compose(*functions):
    return reduce(lambda f, g: lambda x: g(f(x)), functions, lambda x: x)


clean = compose(str.strip, str.lower, lambda s: s.replace('-', '_'), partial(map, ord), list, partial(reduce, operator.xor))
print([clean(text) for text in (' A-b ', 'xyz')])
power = partial(pow, 2)
show = partial(print, 'item', sep='=', end=';\n')
show(power(5))
nested = partial(partial(show, 'x'), 'y', end='!\n')
nested('z')
print(nested.args, nested.keywords, nested.func is print, partial(int, base=2)('101'), repr(partial(int, '7', base=8)), partial(int, base=2).keywords)


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(part) if part.isdigit() else part for part in text.split('.'))

    def __repr__(self):
        return '.'.join(map(str, self.parts))

    def key(self):
        return [(1, part, '') if isinstance(part, int) else (0, 0, part) for part in self.parts]

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.key() < other.key() if isinstance(other, Version) else NotImplemented


versions = [Version(text) for text in '1.10 1.2 1.2.rc 1 2.0.b1 2.0'.split()]
print(sorted(versions), max(versions), versions[0] >= versions[1], versions[0] <= versions[1], versions[1] > versions[2], Version('1') == Version('1'), Version('1') != 1)
for operation in (operator.lt, operator.ge, operator.le, operator.gt):
    try:
        operation(Version('1'), 5)
    except TypeError as error:
        print(error)


def compare(a, b):
    return (len(a) > len(b)) - (len(a) < len(b)) or (a < b) - (a > b)


print(sorted(['bb', 'a', 'ccc', 'c', 'aa'], key=cmp_to_key(compare)), max(['x', 'yy', 'zz'], key=cmp_to_key(compare)), cmp_to_key(compare)('a') < cmp_to_key(compare)('b'))


@cache
def partitions(n, largest=None):
    largest = n if largest is None else largest
    return 1 if n == 0 else sum(partitions(n - part, part) for part in range(1, min(n, largest) + 1))


@lru_cache(maxsize=4, typed=True)
def square(x):
    calls.append(x)
    return x * x


calls = []
print([partitions(n) for n in range(12)], partitions.cache_info().hits > 20, [square(x) for x in (1, 2, 1.0, 3, 1, 4, 5, 2, 1)], calls, square.cache_info(), square.cache_parameters(), square.__wrapped__(7), square.cache_clear(), square.cache_info())


def logged(prefix):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **named):
            wrapper.count += 1
            return f'{prefix}{function(*args, **named)}'
        wrapper.count = 0
        return wrapper
    return decorate


@logged('> ')
@logged('* ')
def greet(name: str, *, loud=False) -> str:
    "Greets."
    return f'hello {name}' + '!' * loud


print(greet('a'), greet('b', loud=True), greet.__name__, greet.__doc__, greet.__annotations__, greet.count, greet.__wrapped__.count, greet.__wrapped__.__wrapped__('c'))


class Shape:
    def __init__(self, **sizes):
        self.__dict__.update(sizes)

    @cached_property
    def area(self):
        print('computing', end=' ')
        return self.w * self.h

    def scale(self, factor, *, axis='both'):
        return f'{self.w}x{self.h} by {factor} along {axis}'

    double = partialmethod(scale, 2)
    stretch = partialmethod(scale, axis='x')

    @singledispatchmethod
    def add(self, other):
        return NotImplemented

    @add.register(int)
    @add.register(float)
    def _(self, other):
        return Shape(w=self.w + other, h=self.h + other).area

    @add.register
    def _(self, other: tuple):
        return Shape(w=self.w + other[0], h=self.h + other[1]).area


shape = Shape(w=2, h=3)
print(shape.area, shape.area, vars(shape), shape.double(), shape.double(axis='y'), shape.stretch(5), shape.add(1), shape.add(0.5), shape.add((1, 2)), shape.add('x'))
del shape.area
shape.w = 10
print(shape.area, Shape.area.__doc__, Shape.area.attrname, type(Shape.double).__name__)


@singledispatch
def encode(value, depth=0):
    raise TypeError(f'cannot encode {type(value).__name__}')


encode.register(type(None), lambda value, depth=0: 'null')


@encode.register
def _(value: bool | int | float, depth=0):
    return str(value).lower()


@encode.register
def _(value: str, depth=0):
    return f'"{value}"'


@encode.register(list)
@encode.register(tuple)
def encode_list(value, depth=0):
    return '[' + ', '.join(encode(item, depth + 1) for item in value) + f']{depth}'


class Special(list):
    pass


print(encode([1, 'a', None, (True, 2.5, Special(['x']))]), encode.dispatch(bool).__name__, encode.dispatch(Special) is encode_list, len(encode.registry), sorted(kind.__name__ for kind in encode.registry))
for call in (lambda: encode({}), lambda: encode(), lambda: encode.register('x', 5), lambda: partial(), lambda: partial(5), lambda: reduce(operator.add, []), lambda: reduce(operator.add, 5), lambda: cmp_to_key(), lambda: lru_cache(maxsize='x'), lambda: total_ordering(type('Empty', (), {})), lambda: square([]), lambda: partialmethod(5), lambda: shape.add(), lambda: wraps(), lambda: cached_property(len).__get__(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
