"""Everything that can be awaited, and what cannot; a task that awaits itself; coroutines awaited twice."""
import asyncio

class Yields:
    def __init__(self, count):
        self.count = count
    def __await__(self):
        for i in range(self.count):
            got = yield
            print("   sent", got)
        return self.count

class ReturnsIterator:
    def __await__(self):
        return iter(())

class Wrong:
    def __await__(self):
        return 5

async def inner(value):
    await asyncio.sleep(0)
    return value

class Delegates:
    def __await__(self):
        return inner("delegated").__await__()

async def attempt(awaitable):
    try:
        print(repr(await awaitable))
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, str(error).split(" <")[0])

async def main():
    for awaitable in (Yields(0), Yields(2), ReturnsIterator(), Wrong(), Delegates(), inner(1), 3, None, [1], inner,
                      asyncio.sleep(0, "slept"), asyncio.create_task(inner("task")), asyncio.gather(inner("g"))):
        await attempt(awaitable)
    coro = inner("once")
    print(await coro)
    await attempt(coro)
    coro = inner("shared")
    task = asyncio.create_task(coro)
    await asyncio.sleep(0)
    await attempt(coro)
    print(await task)
    async def selfish():
        await asyncio.current_task()
    await attempt(asyncio.create_task(selfish()))
    class Bad:
        def __await__(self):
            yield "not a future"
    async def bad():
        await Bad()
    await attempt(asyncio.create_task(bad()))
    async def stops():
        raise StopIteration("no")
    await attempt(stops())
    future = asyncio.get_running_loop().create_future()
    try:
        future.set_exception(StopIteration())
    except TypeError as error:
        print(error)
    future.set_result(1)
    try:
        future.set_result(2)
    except asyncio.InvalidStateError as error:
        print(error)
    print(await future, await future)

asyncio.run(main())
