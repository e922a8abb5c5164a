"""A1: awaiting an async function that returns at once, in chains 50 deep."""

import asyncio
import sys
import time

DEPTH = 50


async def chain(depth):
    if depth == 0:
        return 1
    return await chain(depth - 1) + 1


async def main():
    rounds = int(sys.argv[1]) // DEPTH if len(sys.argv) > 1 else 200_000
    total = 0
    start = time.perf_counter()
    for _ in range(rounds):
        total += await chain(DEPTH - 1)
    elapsed = time.perf_counter() - start
    assert total == rounds * DEPTH
    print(elapsed * 1e9 / total)


asyncio.run(main())
