"""Asynchronous comprehensions: async for, await in every position, all four kinds."""
import asyncio


async def source(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def double(n):
    await asyncio.sleep(0)
    return n * 2


async def is_even(n):
    await asyncio.sleep(0)
    return n % 2 == 0


async def main():
    print([n async for n in source(4)])
    print([await double(n) for n in range(4)])
    print([await double(n) async for n in source(4) if await is_even(n)])
    print(sorted({n % 2 async for n in source(5)}))
    print({n: await double(n) async for n in source(3)})
    print({await double(n): n for n in range(3)})
    print([(a, b) async for a in source(2) for b in "xy"])
    print([(a, b) for a in "xy" async for b in source(2)])
    print([[b async for b in source(a)] async for a in source(4)])
    print([x for x in [await double(1), await double(2)]])
    print([n async for n in source(10) if n > 2 if n < 6])
    generator = (await double(n) async for n in source(3))
    print(type(generator).__name__, [n async for n in generator])
    lazy = (n for n in [await double(5)])
    print(type(lazy).__name__, list(lazy))
    mixed = (await double(n) for n in range(2))
    print(type(mixed).__name__, [n async for n in mixed])
    print(sum([n async for n in source(5)]), max([await double(n) for n in (3, 9, 4)]))


asyncio.run(main())
