"""async comprehensions in functions, nested, with conditions, in f-strings, as arguments; awaits inside."""

import asyncio


async def numbers(n, delay=0):
    for i in range(n):
        await asyncio.sleep(delay)
        yield i


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def is_even(x):
    return x % 2 == 0


class Pages:
    def __init__(self, *pages):
        self.pages = pages

    def __aiter__(self):
        self.left = list(self.pages)
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        return self.left.pop(0)


async def main():
    print([x async for x in numbers(3)], {x async for x in numbers(2)}, {x: y async for x, y in Pages(("a", 1), ("b", 2))})
    print([await double(x) for x in range(3)], [x for x in range(5) if await is_even(x)], {await double(k): await double(v) for k, v in {1: 2}.items()})
    print([await double(x) async for x in numbers(5) if await is_even(x) if x], [(x, y) async for x in numbers(2) async for y in numbers(x + 1)], [[y async for y in numbers(x)] for x in range(3)])
    gen = (await double(x) async for x in numbers(3))
    print(type(gen).__name__, [x async for x in gen], [x async for x in gen])
    print(sum([x async for x in numbers(4)]), f"{[x async for x in numbers(2)]} {await double(21)}", [z async for z in (y async for y in numbers(2))])
    lazy = (x for x in [await double(5)])
    print(list(lazy), dict([(await double(1), 2)]), [*[x async for x in numbers(2)], await double(4)])
    try:
        [x async for x in (n for n in "a")]
    except TypeError as error:
        print(error)
    try:
        [x for x in numbers(1)]
    except TypeError as error:
        print(error)
    try:
        [await x for x in (1, 2)]
    except TypeError as error:
        print(error)
    total = 0
    async for x in numbers(6):
        if x == 1:
            continue
        if x == 4:
            break
        total += x
    else:
        print("never")
    async for x in Pages():
        pass
    else:
        print("else of empty", total)
    print([walrus := await double(1), walrus], any([x > 1 async for x in numbers(3)]), max([x async for x in numbers(3)], default=None))


asyncio.run(main())
