"""Async generators: yield and await in one function, consumed by async for."""
import asyncio


async def ticker(count):
    print("  started")
    for i in range(count):
        await asyncio.sleep(0)
        yield i
    print("  finished")


async def doubled(source):
    async for value in source:
        yield value * 2


async def empty():
    return
    yield


async def main():
    generator = ticker(2)
    print(type(generator).__name__, generator.__name__, generator.__aiter__() is generator)
    async for value in generator:
        print(value)
    async for value in generator:
        print("not again", value)
    async for value in doubled(doubled(ticker(3))):
        print("piped", value)
    async for _ in empty():
        print("never")
    else:
        print("else of an empty loop")
    print([value async for value in ticker(3)])
    try:
        for _ in ticker(1):
            pass
    except TypeError as error:
        print("TypeError:", error)
    try:
        async for _ in [1, 2]:
            pass
    except TypeError as error:
        print("TypeError:", error)
    try:
        await ticker(1)
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
