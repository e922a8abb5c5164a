"""A9: `async for` over an async generator, per item."""

import asyncio
import sys
import time


async def numbers(count):
    for number in range(count):
        yield number


async def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 12_000_000
    total = 0
    start = time.perf_counter()
    async for number in numbers(count):
        total += number
    elapsed = time.perf_counter() - start
    assert total == count * (count - 1) // 2
    print(elapsed * 1e9 / count)


asyncio.run(main())
