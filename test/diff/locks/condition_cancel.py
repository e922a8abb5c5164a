"""Condition.wait cancelled at each of its stages: the lock is always held again on the way out."""
import asyncio

async def waiter(condition, name):
    async with condition:
        try:
            await condition.wait()
            print(name, "notified")
        except asyncio.CancelledError:
            print(name, "cancelled, lock held:", condition.locked())
            raise
        finally:
            print(name, "finally", condition.locked())

async def spin(n=1):
    for _ in range(n):
        await asyncio.sleep(0)

async def while_waiting():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(condition, f"a{i}")) for i in range(3)]
    await spin(2)
    tasks[1].cancel()
    await spin(3)
    async with condition:
        condition.notify_all()
    await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks], condition.locked())

async def while_reacquiring():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(condition, "b"))
    await spin(2)
    await condition.acquire()
    condition.notify()
    await spin(2)
    print("holding the lock; cancel twice")
    task.cancel()
    await spin(2)
    task.cancel()
    await spin(2)
    print("done?", task.done(), task.cancelling())
    condition.release()
    await asyncio.wait([task])
    print(task.cancelled(), condition.locked())

async def after_notify():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(condition, f"c{i}")) for i in range(3)]
    await spin(3)
    async with condition:
        condition.notify(2)
        tasks[0].cancel()
    await spin(6)
    print([t.done() for t in tasks])
    async with condition:
        condition.notify_all()
    await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks])

async def in_wait_for():
    condition, items = asyncio.Condition(), []
    async def consumer(n):
        async with condition:
            got = await condition.wait_for(lambda: len(items) >= n and items[:n])
            print("consumer", n, got)
    tasks = [asyncio.create_task(consumer(n)) for n in (2, 1, 3)]
    await spin(3)
    tasks[2].cancel()
    for i in range(3):
        async with condition:
            items.append(i)
            condition.notify_all()
        await spin(4)
    await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks], condition.locked())
    async def broken():
        async with condition:
            await condition.wait_for(lambda: 1 / 0)
    print(await asyncio.gather(broken(), return_exceptions=True), condition.locked())

for part in (while_waiting, while_reacquiring, after_notify, in_wait_for):
    print("--", part.__name__)
    asyncio.run(part())
