"""async def takes every kind of parameter, checked when called, not when awaited."""
import asyncio


async def everything(a, b=2, /, c=3, *rest, d, e="E", **more):
    await asyncio.sleep(0)
    return a, b, c, rest, d, e, dict(sorted(more.items()))


async def mutable_default(item, seen=[]):
    seen.append(item)
    return len(seen)


async def hints(count: int, label: str = "x") -> str:
    return label * count


async def main():
    print(await everything(1, d=4))
    print(await everything(1, 2, 3, 4, 5, d=6, e=7, z=8, y=9))
    print(await everything(*[1, 2], **{"c": 3, "d": 4, "f": 5}))
    print([await mutable_default(item) for item in "abc"])
    print(await hints(3), await hints("ab", 2))
    for call in (lambda: everything(), lambda: everything(1), lambda: everything(1, d=1, a=2, b=1),
                 lambda: hints(1, 2, 3), lambda: hints(label="q")):
        try:
            coro = call()
        except TypeError as error:
            print("TypeError:", error)
        else:
            print(await coro)


asyncio.run(main())
