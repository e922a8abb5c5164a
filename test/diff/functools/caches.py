# functools: lru_cache, cache, cached_property and singledispatch: counters, keys, attributes, errors.
import functools
from typing import Union

calls = []


@functools.lru_cache(maxsize=2, typed=True)
def f(x, *, k=0):
    "doc of f"
    calls.append((x, k))
    return x, k


print(f(1), f(1.0), f(1), f(True), f(1, k=0), f(1, k=1), calls, f.cache_info(), f.cache_parameters())
print(f.__name__, f.__doc__, f.__wrapped__.__name__, f.cache_clear(), f.cache_info(), f.cache_info()._asdict())


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), fib.cache_parameters())


@functools.lru_cache(maxsize=0)
def none(x):
    return x


@functools.lru_cache
def plain(*args, **kwargs):
    return args, tuple(kwargs)


print(none(1), none(1), none.cache_info(), plain(1, b=2), plain(b=2), plain(1, 'b', 2), plain.cache_info())
print(functools.lru_cache(maxsize=-5)(len).cache_parameters(), plain(a=1, b=2), plain(b=2, a=1), plain.cache_info())
for call in (lambda: f([]), lambda: f(1, 2), lambda: functools.lru_cache(maxsize='x'), lambda: functools.lru_cache(1.5), lambda: f(), lambda: functools.lru_cache(None)(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class C:
    n = 0

    def __init__(self):
        self.v = 5

    @functools.lru_cache
    def m(self, x):
        return self.v + x

    @functools.cached_property
    def once(self):
        "doc of once"
        C.n += 1
        return C.n

    @staticmethod
    @functools.cache
    def s(x):
        return x * 2


c = C()
print(c.m(1), c.m(1), C.m.cache_info(), c.once, c.once, C.n, 'once' in vars(c), C.once.__doc__, C.once.attrname, C.s(2), c.s(2), C.s.cache_info())
del c.once
print(c.once)
c.once = 'set'
print(c.once, type(C.once).__name__)


class Slots:
    __slots__ = ('a',)

    @functools.cached_property
    def p(self):
        return 1


try:
    Slots().p
except TypeError as error:
    print(error)
try:
    class Twice:
        a = b = functools.cached_property(lambda self: 1)
except (TypeError, RuntimeError) as error:
    print(type(error).__name__, error, repr(error.__cause__))


@functools.singledispatch
def show(x, more=''):
    return f'object {x}{more}'


@show.register
def _(x: int, more=''):
    return f'int {x}{more}'


@show.register(list)
@show.register(tuple)
def _seq(x, more=''):
    return f'seq {len(x)}{more}'


@show.register
def _(x: Union[str, bytes]):
    return f'text {x!r}'


@show.register
def _(x: float | None):
    return f'maybe {x}'


print(show(1), show(True, '!'), show([1]), show((1, 2)), show('s'), show(b'b'), show(1.5), show(None), show({}), show.dispatch(bool) is show.dispatch(int),
      sorted(t.__name__ for t in show.registry))
for call in (lambda: show(), lambda: show.register(5), lambda: show.register(lambda x: x), lambda: show.register(int)(5) and 'ok',
             lambda: show.register(lambda x: x, 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])


class Neg:
    @functools.singledispatchmethod
    def neg(self, x):
        raise NotImplementedError(type(x).__name__)

    @neg.register
    def _(self, x: int):
        return -x

    @neg.register(bool)
    @classmethod
    def _(cls, x):
        return cls.__name__, not x


print(Neg().neg(5), Neg().neg(True), Neg.neg.__name__ if hasattr(Neg.neg, '__name__') else 'unnamed')
try:
    Neg().neg('x')
except NotImplementedError as error:
    print(error)

# what packages make caches of their own with
from functools import _CacheInfo, _make_key
print(_make_key((1,), {}, False), _make_key((1.5,), {}, False), _make_key((1, "a"), {}, True) == [1, "a", int, str])
key = _make_key((1,), {"b": 2}, False)
print(key[0], key[2:], len(key), hash(key) == hash(tuple(key)), type(_make_key((2,), {}, True)).__name__)
info = _CacheInfo(1, 2, maxsize=None, currsize=3)
print(info, info.misses, info == (1, 2, None, 3), info._replace(hits=9), info._asdict(), info._fields, _CacheInfo)
print(type(info).__name__, type(info).hits.__doc__, _CacheInfo._make(range(4)))
for wrong in lambda: info._replace(foo=1), lambda: _CacheInfo._make([1]):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
