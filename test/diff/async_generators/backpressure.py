"""An async generator runs only when it is asked: producer and consumer take turns."""
import asyncio


async def produce(count):
    for i in range(count):
        print("  produce", i)
        yield i
        print("  resumed after", i)


async def consume(name, source, pause):
    async for item in source:
        print(name, "takes", item)
        for _ in range(pause):
            await asyncio.sleep(0)
    print(name, "done")


async def limited(source, count):
    async for item in source:
        if count == 0:
            break
        count -= 1
        yield item


async def merge(*sources):
    iterators = [aiter(source) for source in sources]
    while iterators:
        for iterator in list(iterators):
            try:
                yield await anext(iterator)
            except StopAsyncIteration:
                iterators.remove(iterator)


async def main():
    await consume("slow", produce(2), 2)
    await asyncio.gather(consume("a", produce(2), 1), consume("b", produce(3), 0))
    print([item async for item in limited(produce(10), 2)])
    print([item async for item in merge(produce(1), limited(produce(2), 5))])


asyncio.run(main())
