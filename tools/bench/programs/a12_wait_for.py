"""A12: a wait_for that does not time out, per round."""

import asyncio
import sys
import time


async def work(number):
    await asyncio.sleep(0)
    return number


async def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    total = 0
    start = time.perf_counter()
    for number in range(rounds):
        total += await asyncio.wait_for(work(number), 60)
    elapsed = time.perf_counter() - start
    assert total == rounds * (rounds - 1) // 2
    print(elapsed * 1e9 / rounds)


asyncio.run(main())
