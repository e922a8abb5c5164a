"""A8: two tasks that wake each other in turn, one through an Event, one through a Semaphore."""

import asyncio
import sys
import time


async def ping(event, semaphore, rounds):
    for _ in range(rounds):
        event.set()
        await semaphore.acquire()


async def pong(event, semaphore, rounds):
    for _ in range(rounds):
        await event.wait()
        event.clear()
        semaphore.release()


async def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    event = asyncio.Event()
    semaphore = asyncio.Semaphore(0)
    start = time.perf_counter()
    await asyncio.gather(ping(event, semaphore, rounds), pong(event, semaphore, rounds))
    elapsed = time.perf_counter() - start
    print(elapsed * 1e9 / rounds)


asyncio.run(main())
