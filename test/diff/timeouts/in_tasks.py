"""Timeouts around locks, queues, gather and task groups in concurrent tasks."""
import asyncio

async def attempt(name, awaitable, delay, log):
    try:
        async with asyncio.timeout(delay):
            log.append((name, await awaitable))
    except TimeoutError:
        log.append((name, "timeout"))

async def main():
    lock, queue, event = asyncio.Lock(), asyncio.Queue(), asyncio.Event()
    await lock.acquire()
    log = []
    await asyncio.gather(
        attempt("lock", lock.acquire(), 0.01, log),
        attempt("queue", queue.get(), 0.02, log),
        attempt("event", event.wait(), 0.03, log),
        attempt("gather", asyncio.gather(asyncio.sleep(9), asyncio.sleep(8)), 0.04, log),
        attempt("quick", asyncio.sleep(0, "result"), 0.05, log))
    print(log)
    print(lock.locked(), queue.qsize(), event.is_set())
    lock.release()
    log.clear()
    await attempt("free", lock.acquire(), 1, log)
    queue.put_nowait("item")
    await attempt("filled", queue.get(), 1, log)
    event.set()
    await attempt("set", event.wait(), 1, log)
    print(log)

    async def group(delay):
        seen = []
        async def member(n):
            try:
                await asyncio.sleep(n)
                seen.append(f"end {n}")
            except asyncio.CancelledError:
                seen.append(f"cancelled {n}")
                raise
        try:
            async with asyncio.timeout(delay):
                async with asyncio.TaskGroup() as tg:
                    for n in (0, 0.001, 5):
                        tg.create_task(member(n))
        except TimeoutError:
            seen.append("timeout")
        return seen
    print(await group(0.05), asyncio.current_task().cancelling())

    try:
        async with asyncio.timeout(0.01):
            while True:
                await asyncio.sleep(0)
    except TimeoutError:
        print("busy loop stopped")

asyncio.run(main())
