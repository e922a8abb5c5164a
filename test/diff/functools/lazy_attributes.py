# Lazy values by functools: cached properties in hierarchies and slots, caches per instance, keys of caches, methods dispatched, caches under errors.
import functools
import gc
import weakref
from functools import cache, cached_property, lru_cache, partial, partialmethod, singledispatchmethod

log = []


class Report:
    def __init__(self, rows):
        self.rows = rows

    @cached_property
    def total(self):
        "The sum."
        log.append('total')
        return sum(self.rows)

    @cached_property
    def mean(self):
        log.append('mean')
        return self.total / len(self.rows)


class Detailed(Report):
    @cached_property
    def mean(self):
        log.append('detailed')
        return round(super().mean, 1)


report, detailed = Report([1, 2, 4]), Detailed([1, 2, 4])
print(report.mean, report.mean, detailed.mean, detailed.mean, log, sorted(vars(report)), sorted(vars(detailed)), Report.total.__doc__, Report.total.func.__name__)
report.total = 99
print(report.total, report.mean)
del report.mean
print(report.mean, Report([]).total)


class Slots:
    __slots__ = ('x',)

    @cached_property
    def y(self):
        return 1


class Late:
    pass


unnamed = cached_property(lambda self: 5)
Late.prop = unnamed
for call in (lambda: Slots().y, lambda: Late().prop, lambda: Report([]).mean, lambda: Report.total.__get__(None), lambda: cached_property()):
    try:
        print(type(call()).__name__)
    except Exception as error:
        print(type(error).__name__, str(error).split(' object at')[0], '<-', repr(error.__cause__))
print(Report([]).__dict__)


class Squares:
    def __init__(self, offset):
        self.offset = offset

    @lru_cache(maxsize=None)
    def get(self, n):
        log.append((self.offset, n))
        return n * n + self.offset

    @staticmethod
    @cache
    def double(n):
        log.append(('double', n))
        return 2 * n

    @classmethod
    @cache
    def name(cls):
        return cls.__name__


log.clear()
one, two = Squares(1), Squares(2)
print([one.get(2), two.get(2), one.get(2), Squares.get(one, 2), one.get(n=2)], Squares.get.cache_info(), [one.double(3), Squares.double(3)], one.name(), log)
alive = weakref.ref(two)
del two
gc.collect()
print(alive() is not None, Squares.get.cache_clear(), gc.collect() >= 0, alive() is None)


@lru_cache(maxsize=3)
def keyed(*args, **named):
    log.append((args, named))
    return len(log)


log.clear()
for args, named in (((1,), {}), ((1.0,), {}), ((True,), {}), (('1',), {}), ((), {'a': 1, 'b': 2}), ((), {'b': 2, 'a': 1}), ((1, 2), {}), (((1, 2),), {}), ((1,), {})):
    print(keyed(*args, **named), end=' ')
print(keyed.cache_info(), log)


@lru_cache
def failing(x):
    log.append(x)
    if x < 0:
        raise ValueError(x)
    return x


log.clear()
for x in (1, -1, -1, 1):
    try:
        failing(x)
    except ValueError as error:
        print(error, end=' ')
print(log, failing.cache_info(), failing.cache_parameters(), failing.__wrapped__.__name__, lru_cache(maxsize=0)(len)('ab'), lru_cache(maxsize=-5)(len).cache_info())


@lru_cache(maxsize=16)
def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


print(ackermann(2, 5), ackermann.cache_info().currsize, ackermann.cache_info().maxsize)


class Shape:
    def __init__(self, *sizes):
        self.sizes = sizes

    @singledispatchmethod
    def fits(self, other):
        return NotImplemented

    @fits.register
    def _(self, other: int):
        return all(size <= other for size in self.sizes)

    @fits.register(tuple)
    @fits.register(list)
    def _(self, other):
        return all(map(lambda a, b: a <= b, self.sizes, other))

    @singledispatchmethod
    @classmethod
    def parse(cls, source):
        raise TypeError(f'cannot parse {type(source).__name__}')

    @parse.register
    @classmethod
    def _(cls, source: str):
        return cls(*map(int, source.split('x')))

    def resize(self, factor, /, *, limit=None):
        return type(self)(*(min(size * factor, limit or 10 ** 9) for size in self.sizes)).sizes

    half = partialmethod(resize, 0.5)
    capped = partialmethod(resize, limit=10)
    __call__ = partialmethod(resize, 3)


class Cube(Shape):
    half = partialmethod(Shape.resize, 0.25)


shape = Shape.parse('2x5')
print(shape.sizes, shape.fits(5), shape.fits((2, 4)), shape.fits([3, 9]), shape.fits('x'), Shape.fits.__name__, shape.half(), shape.capped(4), shape.capped(4, limit=7), shape(), Cube(8).half(), Shape.half(shape), partial(shape.resize, 2)(limit=9))
for call in (lambda: Shape.parse(5), lambda: shape.half(1, 2), lambda: shape.capped()):
    try:
        print(call())
    except TypeError as error:
        print(error)


class Meta(type):
    @cached_property
    def table(cls):
        return cls.__name__.lower() + 's'


class Model(metaclass=Meta):
    pass


try:
    print(Model.table)
except TypeError as error:
    print(error)
