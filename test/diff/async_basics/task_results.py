"""Tasks carry results and exceptions to whoever awaits them, as often as asked."""
import asyncio


async def compute(value):
    await asyncio.sleep(0)
    if value < 0:
        raise ValueError(f"negative: {value}")
    return value ** 2


async def main():
    good = asyncio.create_task(compute(7), name="good")
    bad = asyncio.create_task(compute(-7), name="bad")
    print(good.done(), bad.done(), good.get_name(), bad.get_name())
    try:
        good.result()
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)
    print(await good, await good, good.result(), good.exception())
    for _ in range(2):
        try:
            await bad
        except ValueError as error:
            print("ValueError:", error)
    print(repr(bad.exception()), bad.cancelled(), bad.done())
    print(asyncio.current_task().get_coro().__name__, asyncio.current_task() in asyncio.all_tasks())


asyncio.run(main())
