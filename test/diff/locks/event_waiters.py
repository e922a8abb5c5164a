"""Event: many waiters, set and clear in one hop, waits cancelled before and after set."""
import asyncio

async def wait(event, name, log):
    try:
        log.append((name, await event.wait(), event.is_set()))
    except asyncio.CancelledError:
        log.append((name, "cancelled", event.is_set()))
        raise

async def main():
    event, log = asyncio.Event(), []
    tasks = [asyncio.create_task(wait(event, f"w{i}", log)) for i in range(4)]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    log.append("set and cleared")
    await asyncio.gather(*tasks)
    print(log)

    log.clear()
    tasks = [asyncio.create_task(wait(event, f"x{i}", log)) for i in range(4)]
    await asyncio.sleep(0)
    tasks[2].cancel()
    event.set()
    tasks[0].cancel()
    await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks])
    print(log)

    log.clear()
    await wait(event, "at once", log)
    late = asyncio.create_task(wait(event, "late", log))
    late.cancel()
    await asyncio.wait([late])
    print(log, late.cancelled())

    event.clear()
    order = []
    async def chain(number, mine, after):
        await mine.wait()
        order.append(number)
        after.set()
    events = [asyncio.Event() for _ in range(6)]
    tasks = [asyncio.create_task(chain(i, events[i], events[i + 1])) for i in reversed(range(5))]
    await asyncio.sleep(0)
    events[0].set()
    hops = 0
    while not events[5].is_set():
        hops += 1
        await asyncio.sleep(0)
    print(order, hops, [t.done() for t in tasks])
    await asyncio.gather(*tasks)

asyncio.run(main())
