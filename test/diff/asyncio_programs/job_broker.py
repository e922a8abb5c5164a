"""A job queue with priorities, retries with backoff, dead letters, rate limits, progress and cancellation."""
import asyncio
import functools
import heapq
import itertools
import random
import time
import uuid
from abc import ABC, abstractmethod
from collections import Counter, OrderedDict, deque
from typing import Generic, TypeVar, Protocol, AsyncIterator, NamedTuple

T = TypeVar("T")


class Job(NamedTuple):
    priority: int
    seq: int
    name: str
    args: tuple = ()
    attempts: int = 0

    def retry(self):
        return self._replace(attempts=self.attempts + 1, priority=self.priority + 1)


class Backoff:
    def __init__(self, base=0.001, factor=2, limit=0.01, jitter=None):
        self.base, self.factor, self.limit = base, factor, limit
        self.random = random.Random(7) if jitter else None

    def __call__(self, attempt):
        delay = min(self.base * self.factor ** attempt, self.limit)
        return delay * self.random.random() if self.random else delay


def retry(times, *exceptions, backoff=Backoff()):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            for attempt in itertools.count():
                try:
                    return await function(*args, **kwargs)
                except exceptions as error:
                    if attempt + 1 >= times:
                        raise
                    wrapper.retries[type(error).__name__] += 1
                    await asyncio.sleep(backoff(attempt))
        wrapper.retries = Counter()
        return wrapper
    return decorate


class CircuitOpen(Exception):
    pass


class Circuit:
    def __init__(self, threshold, cooldown):
        self.threshold, self.cooldown = threshold, cooldown
        self.failures = 0
        self.opened_at = None

    @property
    def state(self):
        if self.opened_at is None:
            return "closed"
        loop = asyncio.get_running_loop()
        return "half-open" if loop.time() - self.opened_at >= self.cooldown else "open"

    async def __aenter__(self):
        if self.state == "open":
            raise CircuitOpen
        return self

    async def __aexit__(self, kind, value, trace):
        if kind is None:
            self.failures, self.opened_at = 0, None
        elif issubclass(kind, Exception):
            self.failures += 1
            if self.failures >= self.threshold:
                self.opened_at = asyncio.get_running_loop().time()
        return False


class TokenBucket:
    def __init__(self, rate, capacity):
        self.rate, self.capacity, self.tokens = rate, capacity, capacity
        self.updated = None
        self.lock = asyncio.Lock()

    async def take(self, n=1):
        async with self.lock:
            while True:
                now = asyncio.get_running_loop().time()
                if self.updated is not None:
                    self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
                self.updated = now
                if self.tokens >= n:
                    self.tokens -= n
                    return
                await asyncio.sleep((n - self.tokens) / self.rate)


class Broker:
    def __init__(self, workers=2, max_attempts=3):
        self.queue = asyncio.PriorityQueue()
        self.dead = []
        self.results = OrderedDict()
        self.sequence = itertools.count()
        self.handlers = {}
        self.max_attempts = max_attempts
        self.worker_count = workers
        self.trace = []

    def handler(self, function=None, *, name=None):
        if function is None:
            return functools.partial(self.handler, name=name)
        self.handlers[name or function.__name__] = function
        return function

    def submit(self, name, *args, priority=5):
        job = Job(priority, next(self.sequence), name, args)
        self.queue.put_nowait(job)
        return job.seq

    async def worker(self, number):
        while True:
            job = await self.queue.get()
            try:
                self.trace.append((number, job.name, job.args, job.attempts))
                self.results[job.seq] = await self.handlers[job.name](*job.args)
            except asyncio.CancelledError:
                self.trace.append((number, "cancelled in", job.name))
                raise
            except Exception as error:
                if job.attempts + 1 < self.max_attempts:
                    self.queue.put_nowait(job.retry())
                else:
                    self.dead.append((job, repr(error)))
            finally:
                self.queue.task_done()

    async def __aenter__(self):
        self.tasks = [asyncio.create_task(self.worker(i), name=f"worker-{i}") for i in range(self.worker_count)]
        return self

    async def __aexit__(self, *exc):
        if exc[0] is None:
            await self.queue.join()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


class Source(ABC, Generic[T]):
    @abstractmethod
    def __aiter__(self) -> AsyncIterator[T]: ...


class Ticker(Source[int]):
    def __init__(self, n):
        self.n = n

    async def __aiter__(self):
        for i in range(self.n):
            yield i
            await asyncio.sleep(0)


async def batched(source, size):
    batch = []
    async for item in source:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


async def amap(function, source, limit):
    pending = deque()
    async for item in source:
        pending.append(asyncio.ensure_future(function(item)))
        if len(pending) >= limit:
            yield await pending.popleft()
    while pending:
        yield await pending.popleft()


async def main():
    broker = Broker()

    @broker.handler
    async def add(a, b):
        await asyncio.sleep(0)
        return a + b

    @broker.handler(name="boom")
    async def explode(what):
        raise ValueError(what)

    flaky_state = Counter()

    @broker.handler
    async def flaky(key):
        flaky_state[key] += 1
        if flaky_state[key] < 3:
            raise ConnectionError(key)
        return f"{key} after {flaky_state[key]}"
    async with broker:
        for i in range(4):
            broker.submit("add", i, i, priority=9 - i)
        broker.submit("boom", "x")
        broker.submit("flaky", "k", priority=1)
        broker.submit("missing")
    print(dict(broker.results))
    for job, error in broker.dead:
        print(job, error)
    for entry in broker.trace:
        print(*entry)

    calls = []

    @retry(3, OSError, TimeoutError)
    async def fetch(url):
        """Fetch it."""
        calls.append(url)
        if len(calls) % 3:
            raise TimeoutError(url) if len(calls) % 2 else OSError(5, "io")
        return url.upper()
    print(await fetch("a"), await fetch("b"), fetch.retries, fetch.__name__, fetch.__doc__)
    circuit = Circuit(2, 0.5)
    for i in range(4):
        try:
            async with circuit:
                print("try", i, circuit.state)
                raise RuntimeError(i)
        except CircuitOpen:
            print("open", circuit.state)
        except RuntimeError as error:
            print("failed", error, circuit.state)
    await asyncio.sleep(0.55)
    async with circuit:
        print(circuit.state)
    print(circuit.state)
    bucket = TokenBucket(1000, 3)
    start = time.monotonic()
    await asyncio.gather(*(bucket.take() for _ in range(10)))
    print(time.monotonic() - start >= 0.006)
    print([b async for b in batched(Ticker(7), 3)])

    async def square(x):
        for _ in range(5 if x % 2 else 1):
            await asyncio.sleep(0)
        return x * x
    print([v async for v in amap(square, Ticker(6), 3)])


asyncio.run(main())
