"""A5: a bounded Queue between one producer and one consumer, per message."""

import asyncio
import sys
import time


async def produce(queue, count):
    for number in range(count):
        await queue.put(number)


async def consume(queue, count):
    total = 0
    for _ in range(count):
        total += await queue.get()
    return total


async def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_500_000
    queue = asyncio.Queue(maxsize=100)
    start = time.perf_counter()
    _, total = await asyncio.gather(produce(queue, count), consume(queue, count))
    elapsed = time.perf_counter() - start
    assert total == count * (count - 1) // 2
    print(elapsed * 1e9 / count)


asyncio.run(main())
