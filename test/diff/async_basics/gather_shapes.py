"""gather keeps the order of its arguments, whatever the order of completion."""
import asyncio


async def after(hops, value):
    for _ in range(hops):
        await asyncio.sleep(0)
    print("  finished", value)
    if isinstance(value, Exception):
        raise value
    return value


async def main():
    print(await asyncio.gather())
    print(await asyncio.gather(after(3, "a"), after(1, "b"), after(2, "c")))
    print(await asyncio.gather(*(after(n % 3, n) for n in range(6))))
    results = await asyncio.gather(after(1, KeyError("k")), after(0, 1), after(2, OSError("o")),
                                   return_exceptions=True)
    print([repr(result) for result in results])
    shared = asyncio.ensure_future(after(1, "shared"))
    print(await asyncio.gather(shared, shared, after(0, "own")))
    nested = asyncio.gather(asyncio.gather(after(0, 1), after(1, 2)), after(0, 3))
    print(await nested)
    try:
        await asyncio.gather(after(2, "late"), after(0, ZeroDivisionError("first")))
    except ZeroDivisionError as error:
        print("raised", error)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main())
