"""Async comprehensions suspend between items, so tasks take turns inside them."""
import asyncio


async def source(name, n):
    for i in range(n):
        print(f"  {name}{i}", end="")
        await asyncio.sleep(0)
        yield i
    print()


async def collect(name, n):
    result = [i * 10 async for i in source(name, n)]
    print(name, result)
    return result


async def closing(log):
    try:
        for i in range(5):
            yield i
    finally:
        log.append("closed")


async def fail(n):
    await asyncio.sleep(0)
    if n == 2:
        raise ValueError("item two")
    return n


async def main():
    print(await asyncio.gather(collect("a", 3), collect("b", 2)))
    log = []
    try:
        print([await fail(n) async for n in closing(log)])
    except ValueError as error:
        print("ValueError:", error)
    lazy = (await fail(n) for n in range(5))
    seen = []
    try:
        async for value in lazy:
            seen.append(value)
    except ValueError as error:
        print(seen, "then", error)
    functions = [lambda: n async for n in source("f", 2)]
    print([f() for f in functions])
    task = asyncio.create_task(collect("t", 100))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("\ncancelled inside the comprehension")


asyncio.run(main())
