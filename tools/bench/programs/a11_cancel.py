"""A11: creating, starting, cancelling and collecting sleeping tasks, in batches of 1,000."""

import asyncio
import sys
import time

BATCH = 1_000


async def main():
    batches = int(sys.argv[1]) // BATCH if len(sys.argv) > 1 else 80
    cancelled = 0
    start = time.perf_counter()
    for _ in range(batches):
        tasks = [asyncio.create_task(asyncio.sleep(3600)) for _ in range(BATCH)]
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        for result in await asyncio.gather(*tasks, return_exceptions=True):
            cancelled += isinstance(result, asyncio.CancelledError)
    elapsed = time.perf_counter() - start
    assert cancelled == batches * BATCH
    print(elapsed * 1e9 / cancelled)


asyncio.run(main())
