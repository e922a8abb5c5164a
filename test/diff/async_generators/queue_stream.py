"""A queue turned into an async generator, several consumers, and a clean end."""
import asyncio

END = object()


async def stream(queue):
    while True:
        item = await queue.get()
        queue.task_done()
        if item is END:
            return
        yield item


async def produce(queue, count, consumers):
    for i in range(count):
        await queue.put(i)
        print("put", i)
    for _ in range(consumers):
        await queue.put(END)


async def consume(name, queue):
    total = 0
    async for item in stream(queue):
        print(name, "took", item)
        total += item
        await asyncio.sleep(0)
    return name, total


async def batches(source, size):
    batch = []
    async for item in source:
        batch.append(item)
        if len(batch) == size:
            yield tuple(batch)
            batch.clear()
    if batch:
        yield tuple(batch)


async def main():
    queue = asyncio.Queue(maxsize=2)
    _, *totals = await asyncio.gather(produce(queue, 7, 2), consume("a", queue), consume("b", queue))
    print(totals)
    queue = asyncio.Queue()
    await produce(queue, 5, 1)
    print([batch async for batch in batches(stream(queue), 2)])
    await queue.join()


asyncio.run(main())
