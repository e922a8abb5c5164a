"""PriorityQueue and LifoQueue: order, ties, comparisons that fail, waiting getters."""
import asyncio
import functools

@functools.total_ordering
class Job:
    def __init__(self, level, name):
        self.level, self.name = level, name
    def __eq__(self, other):
        return self.level == other.level
    def __lt__(self, other):
        return self.level < other.level
    def __repr__(self):
        return f"{self.name}@{self.level}"

async def drain(queue):
    return [await queue.get() for _ in range(queue.qsize())]

async def main():
    queue = asyncio.PriorityQueue()
    for n in (5, 3, 9, 1, 7, 3, 8, 2, 6, 4):
        await queue.put((n % 4, n))
    print(await drain(queue))
    for i, level in enumerate((2, 1, 2, 1, 3, 1)):
        queue.put_nowait(Job(level, f"job{i}"))
    print(await drain(queue))
    queue.put_nowait((1, "a"))
    try:
        queue.put_nowait((1, None))
    except TypeError as error:
        print(error, queue.qsize())
    stack = asyncio.LifoQueue(3)
    for i in range(3):
        await stack.put(i)
    print(stack.full(), await drain(stack), stack.empty())

    log = []
    async def consumer(name, source):
        while (item := await source.get()) != (99,):
            log.append((name, item))
            await asyncio.sleep(0)
    for kind in (asyncio.PriorityQueue, asyncio.LifoQueue):
        source = kind(2)
        tasks = [asyncio.create_task(consumer(name, source)) for name in "xy"]
        for n in (4, 2, 3, 1, 5, 0):
            await source.put((n,))
        while not source.empty():
            await asyncio.sleep(0)
        for _ in tasks:
            await source.put((99,))
        await asyncio.gather(*tasks)
        print(kind.__name__, log)
        log.clear()

asyncio.run(main())
