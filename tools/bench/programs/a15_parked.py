"""A15: parked tasks; the driver compares the peak resident set with that of no tasks at all."""

import asyncio
import sys


async def park(event):
    await event.wait()


async def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    event = asyncio.Event()
    tasks = [asyncio.create_task(park(event)) for _ in range(count)]
    await asyncio.sleep(0)
    event.set()
    for task in tasks:
        await task
    print(len(tasks))


asyncio.run(main())
