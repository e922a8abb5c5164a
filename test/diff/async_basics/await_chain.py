"""Awaits through many levels: values come back up, arguments go down, suspension anywhere."""
import asyncio


async def leaf(value):
    return value * 2


async def pausing_leaf(value):
    await asyncio.sleep(0)
    return value * 3


async def middle(value, pause):
    first = await leaf(value)
    if pause:
        second = await pausing_leaf(first)
    else:
        second = await leaf(first)
    return first, second


async def descend(depth):
    if depth == 0:
        await asyncio.sleep(0)
        return [0]
    below = await descend(depth - 1)
    below.append(depth)
    return below


async def main():
    print(await leaf(21))
    print(await middle(1, False), await middle(1, True))
    print(await descend(10))
    print(sum([await leaf(n) for n in range(5)]), await leaf(await leaf(await leaf(1))))
    print((await descend(3))[::-1], len(await descend(200)))


asyncio.run(main())
