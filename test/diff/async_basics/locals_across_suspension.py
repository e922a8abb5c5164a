"""Every kind of local survives a suspension: ints, floats, big ints, strings, deleted, unbound."""
import asyncio


async def many():
    small, big, real = 7, 3 ** 60, 0.1
    text, data, flag, nothing = "text", b"data", True, None
    numbers = [1, 2, 3]
    await asyncio.sleep(0)
    small += 1
    big *= big
    real += 0.2
    text += "!"
    numbers.append(small)
    await asyncio.sleep(0)
    return small, big, real, text, data, flag, nothing, numbers


async def unbound(assign):
    if assign:
        value = 1
    await asyncio.sleep(0)
    return value


async def deleted():
    value = [1]
    await asyncio.sleep(0)
    del value
    await asyncio.sleep(0)
    return value


async def loop_state():
    total, trail = 0, []
    for i in range(3):
        for j in range(i, 3):
            await asyncio.sleep(0)
            total += i * 10 + j
            trail.append((i, j))
    return total, trail, i, j


async def main():
    print(await many())
    print(await unbound(True))
    for coro in (unbound(False), deleted()):
        try:
            await coro
        except UnboundLocalError as error:
            print("UnboundLocalError:", error)
    print(await loop_state())
    print(await asyncio.gather(loop_state(), many()))


asyncio.run(main())
