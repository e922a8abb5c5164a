"""Awaits inside expressions: operands are evaluated left to right and kept while suspended."""
import asyncio

trace = []


async def v(value):
    trace.append(value)
    await asyncio.sleep(0)
    return value


def show(label):
    print(label, *trace)
    trace.clear()


async def main():
    result = await v(1) + await v(2) * await v(3)
    show(f"arithmetic {result}")
    result = [await v("a"), await v("b"), {await v("k"): await v("w")}]
    show(f"displays {result}")
    result = await v(0) or await v("") or await v("last")
    show(f"or {result}")
    result = await v(1) < await v(2) < await v(2) < await v(9)
    show(f"chained {result}")
    result = await v("yes") if await v(True) else await v("no")
    show(f"conditional {result}")
    result = "{}-{}".format(await v("x"), await v("y"))
    show(f"call {result}")
    result = f"{await v(1)}:{await v(2.5):{await v(6)}.{await v(2)}f}|"
    show(f"f-string {result}")
    items = [0, 0, 0]
    items[await v(1)] = await v("stored")
    show(f"subscript {items}")
    items[(await v(0))] += await v(5)
    show(f"augmented {items}")
    print(*[await v(n) for n in range(3)], sep=await v("-"))
    show("starred")
    a, (b, *c) = await v(1), await v([2, 3, 4])
    show(f"unpack {a} {b} {c}")


asyncio.run(main())
