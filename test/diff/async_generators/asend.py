"""asend gives a value to the yield; __anext__ gives None; both end with StopAsyncIteration."""
import asyncio


async def accumulator():
    total = 0
    while True:
        value = yield total
        if value is None:
            continue
        if value == "stop":
            return
        await asyncio.sleep(0)
        total += value


async def main():
    generator = accumulator()
    print(await generator.asend(None), await generator.asend(10), await generator.asend(5))
    print(await generator.__anext__(), await anext(generator))
    try:
        await generator.asend("stop")
    except StopAsyncIteration as stop:
        print("StopAsyncIteration", stop.args)
    try:
        await generator.asend(1)
    except StopAsyncIteration:
        print("still over")
    fresh = accumulator()
    try:
        await fresh.asend("too early")
    except TypeError as error:
        print("TypeError:", error)
    pending = accumulator().asend(None)
    print(type(pending).__name__, await pending)
    try:
        await pending
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
