"""A4: 100 tasks that loop over sleep(0), per switch."""

import asyncio
import sys
import time

TASKS = 100


async def work(rounds):
    for _ in range(rounds):
        await asyncio.sleep(0)


async def main():
    rounds = int(sys.argv[1]) // TASKS if len(sys.argv) > 1 else 12_000
    start = time.perf_counter()
    await asyncio.gather(*[work(rounds) for _ in range(TASKS)])
    elapsed = time.perf_counter() - start
    print(elapsed * 1e9 / (rounds * TASKS))


asyncio.run(main())
