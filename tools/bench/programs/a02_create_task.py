"""A2: creating a task of a trivial coroutine and awaiting it, in batches of 1,000."""

import asyncio
import sys
import time

BATCH = 1_000


async def work(number):
    return number


async def main():
    batches = int(sys.argv[1]) // BATCH if len(sys.argv) > 1 else 500
    total = 0
    start = time.perf_counter()
    for _ in range(batches):
        tasks = [asyncio.create_task(work(number)) for number in range(BATCH)]
        for task in tasks:
            total += await task
    elapsed = time.perf_counter() - start
    assert total == batches * sum(range(BATCH))
    print(elapsed * 1e9 / (batches * BATCH))


asyncio.run(main())
