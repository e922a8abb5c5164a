"""Waiters of a Lock cancelled while queued, while being woken, and as the only one."""
import asyncio

async def holder(lock, name, hops=0):
    try:
        async with lock:
            print(name, "in")
            for _ in range(hops):
                await asyncio.sleep(0)
            print(name, "out")
    except asyncio.CancelledError:
        print(name, "cancelled; locked:", lock.locked())
        raise

async def spin(n):
    for _ in range(n):
        await asyncio.sleep(0)

async def queued():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(holder(lock, f"t{i}", 1)) for i in range(5)]
    await spin(1)
    tasks[1].cancel()
    tasks[3].cancel()
    await spin(1)
    lock.release()
    await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks])
    print(lock.locked())

async def woken():
    # The first waiter has been woken, but is cancelled before it runs: the next one gets the lock.
    lock = asyncio.Lock()
    await lock.acquire()
    first = asyncio.create_task(holder(lock, "first"))
    second = asyncio.create_task(holder(lock, "second"))
    await spin(2)
    lock.release()
    print("released", lock.locked())
    first.cancel()
    await asyncio.gather(first, second, return_exceptions=True)
    print(first.cancelled(), second.cancelled(), lock.locked())

async def stolen():
    # Released with a waiter woken; another task asks before the waiter runs and queues behind it.
    lock = asyncio.Lock()
    await lock.acquire()
    waiter = asyncio.create_task(holder(lock, "waiter", 2))
    await spin(1)
    lock.release()
    print("free for a moment:", lock.locked())
    await lock.acquire()
    print("main has it after the waiter")
    lock.release()
    await waiter

async def only():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(holder(lock, "lonely"))
    await spin(1)
    task.cancel()
    await asyncio.wait([task])
    lock.release()
    await lock.acquire()
    print("acquired again", lock.locked())

for part in (queued, woken, stolen, only):
    print("--", part.__name__)
    asyncio.run(part())
