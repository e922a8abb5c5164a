"""Nested async comprehensions, async generators inside them, awaits at every place, and their errors."""

import asyncio


async def ticks(n, step=1):
    for i in range(0, n * step, step):
        await asyncio.sleep(0)
        yield i


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def is_even(x):
    return x % 2 == 0


class AIter:
    def __init__(self, *items):
        self.items = list(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.items:
            raise StopAsyncIteration
        return self.items.pop(0)


async def main():
    print([x async for x in ticks(4)], {x async for x in ticks(3)}, {x: -x async for x in ticks(3)})
    print([await double(x) for x in range(3)], [await double(x) async for x in ticks(3) if await is_even(x)])
    print([[await double(y) async for y in ticks(x)] async for x in ticks(4)])
    print([(x, y) for x in range(2) async for y in ticks(2)], [(x, y) async for x in ticks(2) for y in "ab"])
    print([(x, y, z) async for x in ticks(2) if x for y in range(3) if y != x async for z in AIter(x, y)])
    print({k: [v async for v in ticks(k)] for k in range(3)}, {await double(k): await double(v) async for k, v in AIter((1, 2), (3, 4))})
    generator = (await double(x) async for x in ticks(3))
    print(type(generator).__name__, [x async for x in generator], [x async for x in generator])
    generator = (await double(x) for x in range(2))
    print(type(generator).__name__, [x async for x in generator])
    print([y async for y in (x * 10 async for x in ticks(3) if x)], [x for x in [y async for y in ticks(3)]])
    print([f async for f in AIter(*[lambda v=i: v for i in range(3)])][1](), [fn() for fn in [lambda: i async for i in ticks(3)]])
    print(sum([x async for x in ticks(5)]), max([x async for x in ticks(3)], default=0), [*[x async for x in ticks(2)], *{y async for y in ticks(1)}])
    print(f"{[x async for x in ticks(2)]} {await double(4)} {await double(2):>{await double(3)}}")
    print([x async for x in ticks(3)][await double(1)], (await double(1), *[await double(2)]), {**{await double(1): 1}})
    print([last := x async for x in ticks(3)], last, [n async for n in ticks(3) if (half := n // 2)], half)
    print([a if await is_even(a) else -a async for a in ticks(4)], [a async for a in ticks(3) if not await is_even(a) or a == 0])
    x = "outer"
    print([x async for x in ticks(1)], x, [[x for x in range(y)] async for y in ticks(3)], x)
    for source in ([1], 5, object(), ticks):
        try:
            print([x async for x in source])
        except TypeError as error:
            print(str(error).split(" at ")[0])

    async def failing():
        yield 1
        raise ValueError("inside")

    try:
        print([x async for x in failing()])
    except ValueError as error:
        print("caught", error)

    async def closing():
        try:
            yield 1
            yield 2
        finally:
            await asyncio.sleep(0)
            print("closed")

    async for value in closing():
        break
    else:
        print("no break")
    source = closing()
    async for value in source:
        print("value", value)
        await source.aclose()
    print([x async for x in AIter()], [1 async for _ in ticks(2) if [y async for y in ticks(1) if y is _]])
    tasks = [asyncio.create_task(double(i)) for i in range(3)]
    print([await t for t in tasks], [t.done() for t in tasks], [await c for c in map(double, "ab")])
    print(await asyncio.gather(*[double(i) async for i in ticks(3)]), [r for r in await asyncio.gather(*(double(i) for i in range(2)))])
    matrix = [[await double(i * j) for j in range(3)] for i in range(3)]
    print(matrix, [[row[i] async for row in AIter(*matrix)] for i in range(3)])
    async with asyncio.timeout(1):
        print([x async for x in ticks(2)])
    print(await anext(ticks(1)), await anext(AIter(), "default"), [x async for x in aiter(ticks(2))])
    try:
        await anext(AIter())
    except StopAsyncIteration as error:
        print("stop", error.args)

asyncio.run(main())
