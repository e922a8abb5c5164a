"""A16: skynet, a tree of tasks ten wide whose leaves add up, per leaf."""

import asyncio
import sys
import time


async def skynet(number, size):
    if size == 1:
        return number
    size //= 10
    tasks = [asyncio.create_task(skynet(number + i * size, size)) for i in range(10)]
    total = 0
    for task in tasks:
        total += await task
    return total


async def main():
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    leaves = 1
    while leaves * 10 <= wanted:
        leaves *= 10
    start = time.perf_counter()
    total = await skynet(0, leaves)
    elapsed = time.perf_counter() - start
    assert total == leaves * (leaves - 1) // 2
    print(elapsed * 1e9 / leaves)


asyncio.run(main())
