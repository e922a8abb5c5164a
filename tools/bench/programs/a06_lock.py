"""A6: an uncontended `async with lock`."""

import asyncio
import sys
import time


async def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000_000
    lock = asyncio.Lock()
    entered = 0
    start = time.perf_counter()
    for _ in range(count):
        async with lock:
            entered += 1
    elapsed = time.perf_counter() - start
    assert entered == count
    print(elapsed * 1e9 / count)


asyncio.run(main())
