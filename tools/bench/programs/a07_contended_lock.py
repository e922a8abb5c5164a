"""A7: ten tasks fighting for one lock, per hand-over."""

import asyncio
import sys
import time

TASKS = 10


async def work(lock, rounds):
    for _ in range(rounds):
        async with lock:
            await asyncio.sleep(0)


async def main():
    rounds = int(sys.argv[1]) // TASKS if len(sys.argv) > 1 else 20_000
    lock = asyncio.Lock()
    start = time.perf_counter()
    await asyncio.gather(*[work(lock, rounds) for _ in range(TASKS)])
    elapsed = time.perf_counter() - start
    print(elapsed * 1e9 / (rounds * TASKS))


asyncio.run(main())
