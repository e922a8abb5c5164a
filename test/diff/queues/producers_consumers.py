"""Bounded queue between several producers and consumers: the exact interleaving."""
import asyncio

log = []

async def producer(name, queue, count, pause):
    for i in range(count):
        await queue.put(f"{name}{i}")
        log.append(f"put {name}{i} size {queue.qsize()}")
        for _ in range(pause):
            await asyncio.sleep(0)

async def consumer(name, queue, pause):
    while (item := await queue.get()) is not None:
        log.append(f"  {name} got {item} size {queue.qsize()}")
        for _ in range(pause):
            await asyncio.sleep(0)
        queue.task_done()
    queue.task_done()
    log.append(f"  {name} ends")

async def main():
    for size in (1, 2, 5, 0):
        queue = asyncio.Queue(size)
        log.append(f"-- maxsize {queue.maxsize}")
        consumers = [asyncio.create_task(consumer(f"c{i}", queue, i)) for i in range(2)]
        await asyncio.gather(producer("a", queue, 4, 0), producer("b", queue, 3, 1),
                             producer("c", queue, 2, 2))
        for _ in consumers:
            await queue.put(None)
        await queue.join()
        log.append("joined")
        await asyncio.gather(*consumers)
        log.append(f"{queue.empty()} {queue.full()} {queue.qsize()}")
    print(*log, sep="\n")

asyncio.run(main())
