"""A3: gathering 100,000 tasks that sleep(0), per task."""

import asyncio
import sys
import time


async def work(number):
    await asyncio.sleep(0)
    return number


async def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    start = time.perf_counter()
    results = await asyncio.gather(*[work(number) for number in range(count)])
    elapsed = time.perf_counter() - start
    assert results[-1] == count - 1
    print(elapsed * 1e9 / count)


asyncio.run(main())
