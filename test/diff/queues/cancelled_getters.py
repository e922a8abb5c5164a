"""Getters and putters cancelled at each stage: no item is lost, none is put twice."""
import asyncio

async def get(queue, name, log):
    try:
        log.append(f"{name}={await queue.get()}")
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise

async def put(queue, item, log):
    try:
        await queue.put(item)
        log.append(f"put {item}")
    except asyncio.CancelledError:
        log.append(f"put {item} cancelled")
        raise

async def spin(n=1):
    for _ in range(n):
        await asyncio.sleep(0)

async def getters(before, after, items):
    queue, log = asyncio.Queue(), []
    tasks = [asyncio.create_task(get(queue, f"g{i}", log)) for i in range(4)]
    await spin()
    for i in before:
        tasks[i].cancel()
    for i in range(items):
        queue.put_nowait(i)
    for i in after:
        tasks[i].cancel()
    await spin(5)
    print("getters", before, after, items, log, "left", queue.qsize())
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)

async def putters(before, after, takes):
    queue, log = asyncio.Queue(1), []
    queue.put_nowait("old")
    tasks = [asyncio.create_task(put(queue, f"p{i}", log)) for i in range(4)]
    await spin()
    for i in before:
        tasks[i].cancel()
    got = [queue.get_nowait() for _ in range(takes) if not queue.empty()]
    for i in after:
        tasks[i].cancel()
    await spin(5)
    while not queue.empty():
        got.append(queue.get_nowait())
        await spin(2)
    print("putters", before, after, takes, log, got)
    await asyncio.wait(tasks)

async def main():
    for before, after, items in (((), (), 2), ((0,), (), 1), ((), (0,), 1), ((), (0, 1), 2),
                                 ((1,), (0,), 2), ((0, 1, 2), (3,), 1), ((), (0, 1, 2, 3), 4)):
        await getters(before, after, items)
    for before, after, takes in (((), (), 1), ((0,), (), 1), ((), (0,), 1), ((1,), (0,), 1),
                                 ((), (0, 1, 2), 1)):
        await putters(before, after, takes)
    queue, log = asyncio.Queue(), []
    for hop in range(4):
        task = asyncio.create_task(get(queue, f"late{hop}", log))
        queue.put_nowait(hop)
        await spin(hop)
        task.cancel()
        await asyncio.wait([task])
    print(log, queue.qsize())

asyncio.run(main())
