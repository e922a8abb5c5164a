"""Async generators, iterators, context managers; aclosing; DI containers; single-flight caches; pub/sub; cron."""
import asyncio
import contextlib
import dataclasses
import datetime
import inspect
import typing as t
import weakref
from collections import defaultdict
from functools import wraps


class SingleFlight:
    def __init__(self):
        self.calls = {}

    async def do(self, key, function):
        if key in self.calls:
            return await asyncio.shield(self.calls[key]), True
        task = self.calls[key] = asyncio.ensure_future(function())
        task.add_done_callback(lambda _: self.calls.pop(key, None))
        return await asyncio.shield(task), False


class TTLCache:
    def __init__(self, ttl):
        self.ttl, self.data, self.hits, self.misses = ttl, {}, 0, 0
        self.flight = SingleFlight()

    def __call__(self, function):
        @wraps(function)
        async def wrapper(*args):
            now = asyncio.get_running_loop().time()
            if args in self.data and self.data[args][0] > now:
                self.hits += 1
                return self.data[args][1]
            self.misses += 1
            value, shared = await self.flight.do(args, lambda: function(*args))
            self.data[args] = (now + self.ttl, value)
            return value
        wrapper.cache = self
        return wrapper


cache = TTLCache(60)
loads = []


@cache
async def load(key: str) -> str:
    loads.append(key)
    await asyncio.sleep(0.001)
    if key == "bad":
        raise LookupError(key)
    return key.upper()


class PubSub:
    def __init__(self):
        self.topics: t.Dict[str, t.Set[asyncio.Queue]] = defaultdict(set)

    @contextlib.contextmanager
    def subscription(self, topic):
        queue = asyncio.Queue()
        self.topics[topic].add(queue)
        try:
            yield self._read(queue)
        finally:
            self.topics[topic].discard(queue)

    async def _read(self, queue):
        try:
            while True:
                item = await queue.get()
                if item is None:
                    return
                yield item
        finally:
            print("reader closed")

    async def publish(self, topic, message):
        for queue in self.topics[topic]:
            await queue.put(message)
        return len(self.topics[topic])


T = t.TypeVar("T")


class Container:
    def __init__(self):
        self.factories = {}
        self.instances = {}

    def provide(self, factory):
        self.factories[t.get_type_hints(factory)["return"]] = factory
        return factory

    async def get(self, kind: t.Type[T]) -> T:
        if kind not in self.instances:
            factory = self.factories[kind]
            hints = t.get_type_hints(factory)
            hints.pop("return")
            kwargs = {name: await self.get(dep) for name, dep in hints.items()}
            value = factory(**kwargs)
            self.instances[kind] = await value if inspect.isawaitable(value) else value
        return self.instances[kind]


@dataclasses.dataclass
class Config:
    url: str = "db://x"


@dataclasses.dataclass
class Database:
    config: Config
    connected: bool = False


@dataclasses.dataclass
class Service:
    db: Database
    config: Config


container = Container()


@container.provide
def config() -> Config:
    return Config()


@container.provide
async def database(config: Config) -> Database:
    await asyncio.sleep(0)
    return Database(config, True)


@container.provide
async def service(db: Database, config: Config) -> Service:
    return Service(db, config)


async def numbers(n, log):
    try:
        for i in range(n):
            received = yield i
            if received:
                log.append(received)
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        await asyncio.sleep(0)
        log.append("finally")


async def generators():
    log = []
    async with contextlib.aclosing(numbers(10, log)) as source:
        async for i in source:
            if i == 2:
                break
    print(log)
    log.clear()
    g = numbers(3, log)
    print(await g.__anext__(), await g.asend("sent"), await anext(g), await anext(g, "default"), log)
    log.clear()
    g = numbers(3, log)
    await anext(g)
    try:
        await g.athrow(ValueError("thrown"))
    except ValueError as e:
        print(e, log)
    print(g.ag_running, g.ag_frame, inspect.isasyncgen(g), await anext(g, None))

    async def relay(source):
        async for x in source:
            yield x * 10

    async def collect(source):
        return [x async for x in source if x]
    log.clear()
    print(await collect(relay(relay(numbers(4, log)))), {k: v async for k, v in pairs()}, log)
    g = numbers(3, log)
    await anext(g)
    two = [asyncio.ensure_future(anext(g)) for _ in range(2)]
    print([repr(r) for r in await asyncio.gather(*two, return_exceptions=True)])
    await g.aclose()
    await g.aclose()
    try:
        async for x in [1, 2]:
            pass
    except TypeError as e:
        print(e)
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)


async def pairs():
    for i in range(2):
        yield i, str(i)


class Cron:
    def __init__(self, now):
        self.now = now
        self.jobs = []

    def every(self, minutes):
        def add(function):
            self.jobs.append([self.now + datetime.timedelta(minutes=minutes), minutes, function])
            return function
        return add

    async def run(self, until):
        while True:
            self.jobs.sort(key=lambda job: (job[0], job[2].__name__))
            when, minutes, function = self.jobs[0]
            if when > until:
                return
            self.now = when
            await function(when)
            self.jobs[0][0] = when + datetime.timedelta(minutes=minutes)
            await asyncio.sleep(0)


async def main():
    print(await asyncio.gather(*(load("a") for _ in range(5))), loads, cache.hits, cache.misses)
    print(await load("a"), cache.hits, load.__name__, load.__annotations__)
    print([type(r).__name__ for r in await asyncio.gather(*(load("bad") for _ in range(3)), return_exceptions=True)], loads)
    hub = PubSub()
    got = []

    async def reader(name):
        with hub.subscription("news") as messages:
            async for m in messages:
                got.append((name, m))
    readers = [asyncio.create_task(reader(n)) for n in "xy"]
    await asyncio.sleep(0)
    print(await hub.publish("news", "hello"), await hub.publish("other", 1))
    await hub.publish("news", None)
    await asyncio.gather(*readers)
    print(sorted(got), len(hub.topics["news"]))
    s = await container.get(Service)
    print(s, s.db.config is s.config, list(k.__name__ for k in container.instances))
    await generators()
    cron = Cron(datetime.datetime(2024, 2, 28, 23, 50))

    @cron.every(7)
    async def seven(when):
        print("seven", when.isoformat(timespec="minutes"))

    @cron.every(10)
    async def ten(when):
        print("ten", f"{when:%a %H:%M}")
    await cron.run(datetime.datetime(2024, 2, 29, 0, 20))
    ref = weakref.ref(asyncio.current_task())
    print(ref() is asyncio.current_task())


asyncio.run(main())
