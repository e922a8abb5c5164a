"""Queues with their own _init, _put and _get, and overridden public methods."""
import asyncio
import heapq

class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        print("_init", maxsize)
        self._queue = {}
    def _put(self, item):
        self._queue[item] = self._queue.get(item, 0) + 1
    def _get(self):
        key = next(iter(self._queue))
        return key, self._queue.pop(key)

class MaxQueue(asyncio.PriorityQueue):
    def _put(self, item):
        super()._put((-item, item))
    def _get(self):
        return super()._get()[1]

class Traced(asyncio.Queue):
    def put_nowait(self, item):
        print("put_nowait", item)
        return super().put_nowait(item)
    def get_nowait(self):
        item = super().get_nowait()
        print("get_nowait", item)
        return item
    def full(self):
        return self.qsize() >= 2

class Counted(asyncio.LifoQueue):
    def __init__(self, *args, label, **kwargs):
        super().__init__(*args, **kwargs)
        self.label = label
        self.count = 0
    async def get(self):
        self.count += 1
        return await super().get()

async def main():
    queue = UniqueQueue(3)
    for item in "abca":
        if not queue.full():
            await queue.put(item)
    print(queue.qsize(), queue.full(), [await queue.get() for _ in range(3)], queue.empty())
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    await queue.put("z")
    print(await getter)

    largest = MaxQueue()
    for n in (3, 8, 1, 9, 4):
        largest.put_nowait(n)
    print([largest.get_nowait() for _ in range(5)])

    traced = Traced()
    async def produce():
        for i in range(4):
            await traced.put(i)
        print("all put")
    task = asyncio.create_task(produce())
    await asyncio.sleep(0)
    print(traced.qsize(), [await traced.get() for _ in range(4)])
    await task

    counted = Counted(2, label="mine")
    await counted.put(1)
    await counted.put(2)
    print(await counted.get(), await counted.get(), counted.count, counted.label, counted.maxsize)
    print(asyncio.Queue[int], isinstance(counted, asyncio.Queue))

asyncio.run(main())
