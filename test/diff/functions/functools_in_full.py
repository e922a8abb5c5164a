"""functools in full: dispatch, caches, partials, orderings and reduce."""

import functools
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, wraps
from numbers import Integral, Number
from typing import Union


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


@singledispatch
def encode(value):
    raise TypeError(f"cannot encode {type(value).__name__}")


@encode.register
def _(value: int):
    return f"i{value}e"


@encode.register(bytes)
@encode.register(bytearray)
def _(value):
    return f"{len(value)}:{value.decode()}"


@encode.register(str)
def encode_text(value):
    return encode(value.encode())


@encode.register
def _(value: Sequence):
    return "l" + "".join(map(encode, value)) + "e"


@encode.register
def _(value: Mapping):
    return "d" + "".join(encode(k) + encode(value[k]) for k in sorted(value)) + "e"


@encode.register
def _(value: Union[float, complex]):
    return f"n{value}"


@encode.register
def _(value: None | type):
    return "special"


print(encode({"a": [1, "two", b"3", (4,)], "b": {}}), encode(True), encode(1.5), encode(2j), encode(None), encode(int))
show(encode, {1, 2})
show(encode)
print(encode.dispatch(bool).__annotations__, encode.dispatch(set).__name__, sorted(k.__name__ for k in encode.registry), encode_text("x"))
show(lambda: encode.register(3))


class Base:
    pass


class Both(Mapping, Sequence):
    def __getitem__(self, k):
        raise KeyError(k)

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


show(encode, Both())


class Negator:
    @singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError(f"cannot negate a {type(arg).__name__}")

    @neg.register
    def _(self, arg: Number):
        return -arg

    @neg.register
    def _(self, arg: bool):
        return not arg

    @singledispatchmethod
    @classmethod
    def kind(cls, arg):
        return cls.__name__, "any"

    @kind.register(Integral)
    @classmethod
    def _(cls, arg):
        return cls.__name__, "integral"


n = Negator()
print(n.neg(3), n.neg(True), Negator.kind("s"), n.kind(4))
show(n.neg, "s")
calls = []


@lru_cache(maxsize=3)
def square(n, *, offset=0):
    calls.append(n)
    return n * n + offset


for k in (1, 2, 3, 1, 4, 2, 1.0, True):
    square(k)
print(calls, square.cache_info(), square.cache_parameters(), square(2, offset=1), square.cache_info().misses)
square.cache_clear()
print(square.cache_info(), square.__wrapped__(5), square.__name__)
show(square, [])


@lru_cache(typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(120), fib.cache_info())


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        "The area."
        print("computing")
        return 3 * self.r**2

    @lru_cache
    def scaled(self, k):
        return Circle(self.r * k)

    def power(self, base, exponent, *, plus=0):
        return base**exponent * self.r + plus

    square = partialmethod(power, exponent=2)
    two = partialmethod(power, 2, plus=1)
    static = partialmethod(staticmethod(lambda *a: a), 1, 2)
    of_class = partialmethod(classmethod(lambda cls, *a: (cls.__name__, *a)), "x")


c = Circle(2)
print(c.area, c.area, c.__dict__, Circle.area.__doc__)
c.area = 5
print(c.area)
del c.area
print(c.area, c.scaled(3) is c.scaled(3), c.square(3), c.two(5), c.static(3), c.of_class("y"), Circle.of_class("z"))
show(lambda: Circle.square(c, 4))
print(partial(c.power, 2)(exponent=3))


class Slotted:
    __slots__ = ()

    @cached_property
    def v(self):
        return 1


show(lambda: Slotted().v)


def misuse():
    class Twice:
        a = cached_property(lambda self: 1)
        b = a


show(misuse)


@total_ordering
class Card:
    order = "23456789TJQKA"

    def __init__(self, rank):
        self.rank = rank

    def __eq__(self, other):
        return self.rank == other.rank if isinstance(other, Card) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, Card):
            return NotImplemented
        return self.order.index(self.rank) < self.order.index(other.rank)

    def __repr__(self):
        return self.rank


hand = [Card(r) for r in "KT2AQ"]
print(sorted(hand), Card("2") <= Card("2"), Card("A") >= Card("K"), Card("3") > Card("4"), Card("2") == 2)
show(lambda: Card("2") >= 2)
show(lambda: total_ordering(type("Empty", (), {})))
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(b) - len(a))), min([3, 1], key=cmp_to_key(lambda a, b: b - a)))
key = cmp_to_key(lambda a, b: (a > b) - (a < b))
print(key(1) < key(2), key(2) == key(2), key(mycmp := 3).obj, key(1) >= key(5))
print(reduce(lambda a, b: a * b, range(1, 8)), reduce(max, [], "none"), reduce(lambda acc, kv: {**acc, kv[0]: kv[1]}, [("a", 1), ("b", 2)], {}))
show(reduce, max, [])
basetwo = partial(int, base=2)
print(basetwo("1010"), basetwo.func, basetwo.args, basetwo.keywords, repr(partial(print, 1, sep="-")))
nested = partial(partial(lambda *a, **k: (a, k), 1, x=1), 2, y=2)
print(nested(3, x=5), nested.args, nested.keywords, nested.func.__name__)
nested.note = "attribute"
print(nested.note, vars(nested))
show(partial)
show(partial, 3)


def logged(prefix="", *, times=1):
    def decorate(function):
        @wraps(function)
        def inner(*args, **kwargs):
            for _ in range(times):
                print(prefix + function.__name__, args, kwargs)
            return function(*args, **kwargs)

        inner.calls = times
        return inner

    return decorate


@logged("-> ", times=2)
def greet(name: str, *, punctuation: "mark" = "!") -> str:
    """Greets."""
    return f"Hello {name}{punctuation}"


print(greet("Bo", punctuation="?"), greet.__doc__, greet.__annotations__, greet.__wrapped__.__name__, greet.calls)
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
print(functools.update_wrapper(partial(greet, "x"), greet).__name__)
fib("deep" * 2)
