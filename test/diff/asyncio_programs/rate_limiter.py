"""Rate limiters as services write them: token bucket, leaky bucket, sliding window, a decorator over each."""
import asyncio
import collections
import functools
import time
from dataclasses import dataclass, field


class Clock:
    """Time that tests can move."""
    def __init__(self):
        self.now = 0.0
        self.sleepers = []

    def time(self):
        return self.now

    async def sleep(self, seconds):
        future = asyncio.get_running_loop().create_future()
        self.sleepers.append((self.now + seconds, len(self.sleepers), future))
        await future

    async def run(self, until):
        while self.sleepers and min(self.sleepers)[0] <= until:
            when, number, future = min(self.sleepers)
            self.sleepers.remove((when, number, future))
            self.now = when
            if not future.done():
                future.set_result(None)
            for _ in range(5):
                await asyncio.sleep(0)
        self.now = until


@dataclass
class TokenBucket:
    rate: float
    capacity: float
    clock: Clock
    tokens: float = field(init=False)
    updated: float = field(init=False, default=0.0)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    def __post_init__(self):
        self.tokens = self.capacity

    def refill(self):
        now = self.clock.time()
        self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
        self.updated = now

    async def acquire(self, amount=1.0):
        if amount > self.capacity:
            raise ValueError(f"{amount=} exceeds capacity {self.capacity}")
        async with self.lock:
            self.refill()
            while self.tokens < amount:
                await self.clock.sleep((amount - self.tokens) / self.rate)
                self.refill()
            self.tokens -= amount
        return self.tokens

    async def __aenter__(self):
        await self.acquire()
        return self

    async def __aexit__(self, *exc_info):
        return False


class SlidingWindow:
    def __init__(self, limit, window, clock):
        self.limit, self.window, self.clock = limit, window, clock
        self.calls = collections.deque(maxlen=limit)
        self._lock = asyncio.Lock()

    def __call__(self, function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            async with self._lock:
                while len(self.calls) == self.limit and self.clock.time() - self.calls[0] < self.window:
                    await self.clock.sleep(self.window - (self.clock.time() - self.calls[0]))
                self.calls.append(self.clock.time())
            return await function(*args, **kwargs)
        wrapper.limiter = self
        return wrapper


async def main():
    clock = Clock()
    bucket = TokenBucket(rate=2, capacity=3, clock=clock)
    print(bucket.tokens, bucket.capacity)
    log = []

    async def client(name, count):
        for i in range(count):
            async with bucket:
                log.append((clock.time(), name, i))

    jobs = [asyncio.create_task(client(name, 4)) for name in "ab"]
    await asyncio.sleep(0)
    await clock.run(10)
    await asyncio.gather(*jobs)
    for entry in log:
        print(*entry)
    try:
        await bucket.acquire(5)
    except ValueError as error:
        print(error)

    limit = SlidingWindow(3, 1.0, clock)

    @limit
    async def fetch(n, *, scale=1):
        """Fetches."""
        return n * scale, clock.time()

    print(fetch.__name__, fetch.__doc__, asyncio.iscoroutinefunction(fetch), fetch.limiter is limit)
    task = asyncio.gather(*(fetch(n, scale=2) for n in range(8)))
    await asyncio.sleep(0)
    await clock.run(20)
    print(await task)
    waiting = asyncio.create_task(bucket.acquire(3))
    late = asyncio.create_task(bucket.acquire(1))
    for _ in range(3):
        await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait([waiting])
    print(waiting.cancelled(), bucket.lock.locked(), late.done())
    await clock.run(30)
    print(await late)

asyncio.run(main())
