"""A14: 100,000 concurrent timers with random deadlines, per timer."""

import asyncio
import random
import sys
import time


async def work(delay):
    await asyncio.sleep(delay)
    return 1


async def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    delays = [random.random() * 0.01 for _ in range(count)]
    start = time.perf_counter()
    results = await asyncio.gather(*[work(delay) for delay in delays])
    elapsed = time.perf_counter() - start
    assert sum(results) == count
    print(elapsed * 1e9 / count)


asyncio.run(main())
