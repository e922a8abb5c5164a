"""Retry with backoff and jitter, circuit breaker, async LRU cache with single flight, memoised properties."""
import asyncio
import functools
import random
from collections import OrderedDict


class RetryError(Exception):
    pass


def retry(*exceptions, attempts=3, base=0.001, factor=2, jitter=None, on_retry=None):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            delay = base
            for attempt in range(1, attempts + 1):
                try:
                    return await function(*args, **kwargs)
                except exceptions as error:
                    if attempt == attempts:
                        raise RetryError(f"{function.__name__} failed {attempts} times") from error
                    if on_retry:
                        on_retry(attempt, round(delay, 6), error)
                    await asyncio.sleep(delay + (jitter.random() * 1e-6 if jitter else 0))
                    delay *= factor
        return wrapper
    return decorate


class CircuitBreaker:
    def __init__(self, threshold, recovery):
        self.threshold, self.recovery = threshold, recovery
        self.failures = 0
        self.opened_at = None

    @property
    def state(self):
        if self.opened_at is None:
            return "closed"
        loop = asyncio.get_running_loop()
        return "half-open" if loop.time() - self.opened_at >= self.recovery else "open"

    async def __aenter__(self):
        if self.state == "open":
            raise ConnectionRefusedError("circuit open")
        return self

    async def __aexit__(self, kind, error, traceback):
        if kind is None:
            self.failures, self.opened_at = 0, None
        elif issubclass(kind, OSError):
            self.failures += 1
            if self.failures >= self.threshold:
                self.opened_at = asyncio.get_running_loop().time()


def alru_cache(maxsize=128):
    def decorate(function):
        cache = OrderedDict()
        flights = {}
        stats = {"hits": 0, "misses": 0, "joined": 0}

        @functools.wraps(function)
        async def wrapper(*args):
            if args in cache:
                stats["hits"] += 1
                cache.move_to_end(args)
                return cache[args]
            if args in flights:
                stats["joined"] += 1
                return await asyncio.shield(flights[args])
            stats["misses"] += 1
            task = flights[args] = asyncio.ensure_future(function(*args))
            task.add_done_callback(lambda _: flights.pop(args, None))
            result = await asyncio.shield(task)
            cache[args] = result
            if len(cache) > maxsize:
                cache.popitem(last=False)
            return result
        wrapper.cache_info = lambda: dict(stats, size=len(cache))
        wrapper.cache_clear = cache.clear
        return wrapper
    return decorate


class cached_async_property:
    def __init__(self, function):
        self.function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        future = asyncio.ensure_future(self.function(instance))
        instance.__dict__[self.name] = future
        return future


class Repository:
    loads = 0

    @cached_async_property
    async def config(self):
        """The configuration."""
        Repository.loads += 1
        await asyncio.sleep(0)
        return {"version": Repository.loads}


async def main():
    calls = []

    @retry(ConnectionError, TimeoutError, attempts=4, jitter=random.Random(3),
           on_retry=lambda *a: calls.append((a[0], a[1], type(a[2]).__name__)))
    async def flaky(fail_times, state={}):
        state[fail_times] = state.get(fail_times, 0) + 1
        if state[fail_times] <= fail_times:
            raise ConnectionResetError("peer") if fail_times % 2 else TimeoutError()
        return state[fail_times]

    print(await flaky(2), await flaky(1))
    try:
        await flaky(9)
    except RetryError as error:
        print(error, repr(error.__cause__), error.__suppress_context__)
    print(calls)

    breaker = CircuitBreaker(2, 1000)
    for n in range(4):
        try:
            async with breaker:
                raise BrokenPipeError(n)
        except OSError as error:
            print(n, repr(error), breaker.state)
    breaker.opened_at -= 2000
    print(breaker.state)
    async with breaker:
        pass
    print(breaker.state)

    @alru_cache(maxsize=2)
    async def square(n):
        await asyncio.sleep(0.001)
        if n < 0:
            raise ValueError(n)
        return n * n

    print(await asyncio.gather(*(square(3) for _ in range(5))), square.cache_info())
    for n in (1, 2, 3, 2):
        await square(n)
    print(square.cache_info(), square.__name__)
    print(await asyncio.gather(square(-1), square(-1), return_exceptions=True))
    first = asyncio.create_task(square(7))
    second = asyncio.create_task(square(7))
    await asyncio.sleep(0)
    first.cancel()
    print(await second, first.cancelled(), square.cache_info())
    repository = Repository()
    print(await asyncio.gather(repository.config, repository.config), await repository.config, Repository.loads)
    print(Repository.config.__doc__, type(Repository.__dict__["config"]).__name__)

asyncio.run(main())
