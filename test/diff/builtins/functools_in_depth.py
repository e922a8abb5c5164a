"""functools: partial, reduce, lru_cache, cache, cached_property, singledispatch, wraps, total_ordering, cmp_to_key."""

import functools
import operator
from functools import cache, cached_property, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod


def f(a, b, *args, c=3, **kw):
    return a, b, args, c, kw


p = partial(f, 1, c=9)
q = partial(p, 2, 3, d=4)
print(p(2), q(5, e=6), q.func is f, q.args, q.keywords, p(2, c=0), partial(print, "partial", sep="-")("printed"))
print(repr(partial(int, base=2)), partial(int, base=2)("101"), callable(p), partial(max, 5)(3), list(map(partial(pow, 2), range(4))))
p.attribute = 1
print(p.__dict__, p.attribute)
for bad in (lambda: partial(), lambda: partial(5), lambda: p(), lambda: reduce(), lambda: reduce(operator.add, []), lambda: reduce(5, [1, 2]), lambda: reduce(operator.add, 5), lambda: reduce(lambda a, b: a, [1], 2, 3), lambda: functools.wraps(), lambda: lru_cache(5)(5), lambda: lru_cache("x"), lambda: functools.cmp_to_key(lambda a, b: a - b)(1) < functools.cmp_to_key(lambda a, b: 0)(3)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(reduce(operator.mul, range(1, 6)), reduce(lambda a, b: a + [b], "abc", []), reduce(max, [3], 5), reduce(operator.add, [], "empty"), reduce(lambda a, b: f"({a}{b})", "wxyz"))


@lru_cache(maxsize=2)
def square(n, k=0):
    print("  computing", n, k)
    return n * n


print(square(2), square(2), square(3), square(4), square(2), square(n=2), square(2.0), square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(9), square.__name__)


@lru_cache(typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info())
try:
    square([])
except TypeError as error:
    print(error)


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


class Data:
    @cached_property
    def value(self):
        print("  once")
        return 5

    @lru_cache
    def method(self, x):
        print("  method", x)
        return x

    @singledispatchmethod
    def show(self, arg):
        return f"any {arg}"

    @show.register
    def _(self, arg: int):
        return f"int {arg}"

    @show.register(list)
    def _(self, arg):
        return f"list of {len(arg)}"

    def base(self, a, b):
        return a, b

    bound = partialmethod(base, 1)


d = Data()
print(d.value, d.value, d.__dict__, d.method(1), d.method(1), d.show("x"), d.show(1), d.show([1]), d.show(True), d.bound(2))


@singledispatch
def describe(x, extra=None):
    return f"object {x!r}"


@describe.register
def _(x: int, extra=None):
    return f"int {x}"


@describe.register(list)
@describe.register(tuple)
def _(x, extra=None):
    return f"sequence {len(x)}"


@describe.register(type(None))
def none(x, extra=None):
    return "none"


class MyInt(int):
    pass


print(describe(1), describe(True), describe(MyInt(3)), describe([1]), describe((1, 2)), describe(None), describe("s"), describe.dispatch(bool).__name__, sorted(k.__name__ for k in describe.registry), describe.__name__)
try:
    describe()
except TypeError as error:
    print(error)
try:
    describe.register(5)
except TypeError as error:
    print(error)
