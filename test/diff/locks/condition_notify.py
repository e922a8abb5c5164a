"""Condition: notify counts, notify_all, re-acquisition in order, interleaved with other users of the lock."""
import asyncio

log = []

async def waiter(condition, name):
    async with condition:
        log.append(f"{name} waits")
        result = await condition.wait()
        log.append(f"{name} woken {result}")
        await asyncio.sleep(0)
        log.append(f"{name} leaves")

async def other(condition, name, hops):
    for _ in range(hops):
        await asyncio.sleep(0)
    async with condition:
        log.append(f"{name} has the lock")
        await asyncio.sleep(0)

async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(condition, f"w{i}")) for i in range(6)]
    tasks.append(asyncio.create_task(other(condition, "o1", 1)))
    for _ in range(8):
        await asyncio.sleep(0)
    async with condition:
        condition.notify()
        log.append("notified 1")
    tasks.append(asyncio.create_task(other(condition, "o2", 0)))
    for _ in range(6):
        await asyncio.sleep(0)
    async with condition:
        condition.notify(2)
        log.append("notified 2")
        await asyncio.sleep(0)
        log.append("main still inside")
    for _ in range(6):
        await asyncio.sleep(0)
    await condition.acquire()
    condition.notify(0)
    condition.notify_all()
    log.append("notified all")
    condition.release()
    await asyncio.gather(*tasks)
    for line in log:
        print(line)
    print(condition.locked())

asyncio.run(main())
