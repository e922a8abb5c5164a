"""functools.lru_cache and cache in all their forms: keys, orders, limits, methods, recursion, attributes."""

import asyncio
import copy
import functools
import pickle
import weakref

calls = []


@functools.lru_cache(maxsize=3)
def limited(*args, **kwargs):
    """Documented."""
    calls.append((args, kwargs))
    return len(calls)


def orders():
    for key in (1, 2, 3, 1, 4, 2, 1, 1.0, True, "1", 4, 3):
        limited(key)
    print(calls, limited.cache_info())
    calls.clear()
    limited.cache_clear()
    limited(1, b=2)
    limited(1, 2)
    limited(b=2, a=1)
    limited(a=1, b=2)
    limited(1, b=2)
    limited((1, "b", 2))
    print(calls, limited.cache_info(), limited.cache_parameters())
    print(limited.__name__, limited.__doc__, limited.__wrapped__.__name__, type(limited), callable(limited))


@functools.lru_cache(typed=True)
def typed(value, *, key=None):
    return type(value).__name__, type(key).__name__


def types():
    print(typed(1), typed(1.0), typed(True), typed(1, key=1), typed(1, key=1.0), typed.cache_info())
    print(typed(1), typed(1.0), typed(1, key=1.0), typed.cache_info(), typed.cache_parameters())


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.lru_cache(maxsize=0)
def never(n):
    calls.append(n)
    return n


@functools.lru_cache
def bare(n):
    return n * 2


class Shop:
    def __init__(self, factor):
        self.factor = factor

    @functools.lru_cache(maxsize=None)
    def price(self, n):
        calls.append((self.factor, n))
        return self.factor * n

    @staticmethod
    @functools.cache
    def name(n):
        return f"item {n}"

    @classmethod
    @functools.cache
    def made(cls, n):
        return cls(n)

    @property
    @functools.cache
    def half(self):
        return self.factor / 2


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        if self.n < 0:
            raise ValueError("no hash")
        return self.n

    def __eq__(self, other):
        if self.n == 13:
            raise RuntimeError("no comparison")
        return self.n == other.n


def failures():
    for argument in ([], {}, Key(-1)):
        try:
            bare(argument)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)

    @functools.lru_cache(maxsize=2)
    def fails(n):
        calls.append(n)
        if n < 0:
            raise ValueError(n)
        return n
    for n in (1, -1, -1, 1):
        try:
            fails(n)
        except ValueError as error:
            print("again", error)
    print(calls, fails.cache_info())

    @functools.cache
    def keyed(key):
        return key.n
    keyed(Key(13))
    try:
        keyed(Key(13))
    except RuntimeError as error:
        print(error)
    for wrong in ("x", 1.5):
        try:
            functools.lru_cache(wrong)
        except TypeError as error:
            print(error)
    try:
        functools.lru_cache(5)(5)
    except TypeError as error:
        print(error)


def inner_use():
    @functools.lru_cache(maxsize=2)
    def down(n):
        return n if n == 0 else down(n - 1) + 1
    print(down(10), down.cache_info())

    @functools.lru_cache(maxsize=4)
    def clears(n):
        clears.cache_clear()
        return n
    print(clears(1), clears(1), clears.cache_info())


def lifetimes():
    class Big:
        def __del__(self):
            calls.append("gone")

    @functools.lru_cache(maxsize=1)
    def make(n):
        return Big()
    make(1)
    make(2)
    print(calls)
    make.cache_clear()
    print(calls)
    alive = weakref.ref(make)
    print(alive() is make, copy.copy(make) is make, copy.deepcopy(make) is make)
    print(pickle.loads(pickle.dumps(fib)) is fib)
    make.extra = 5
    print(make.extra, sorted(make.__dict__))


async def in_tasks():
    @functools.lru_cache
    def task_for(n):
        return asyncio.create_task(work(n))

    async def work(n):
        await asyncio.sleep(0)
        return n * 10
    print(await asyncio.gather(*(task_for(n % 2) for n in range(5))), task_for.cache_info())


if __name__ == "__main__":
    orders()
    types()
    print(fib(80), fib.cache_info())
    calls.clear()
    print(never(1), never(1), calls, never.cache_info(), bare(4), bare.cache_parameters())
    calls.clear()
    a, b = Shop(2), Shop(3)
    print(a.price(1), b.price(1), a.price(1), Shop.price(b, 1), calls, Shop.price.cache_info())
    print(Shop.name(1) is Shop.name(1), a.name(2), Shop.made(3) is a.made(3), a.half, a.half)
    calls.clear()
    failures()
    calls.clear()
    inner_use()
    lifetimes()
    asyncio.run(in_tasks())
