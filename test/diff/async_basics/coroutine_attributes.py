"""What a coroutine tells about itself: names, running, what it awaits, its repr's shape."""
import asyncio
import types


class Worker:
    async def run(self, gate):
        await gate
        return "ran"


def outer():
    async def inner():
        return 1
    return inner


async def main():
    coro = Worker().run(asyncio.sleep(0))
    print(coro.__name__, coro.__qualname__, coro.cr_running, coro.cr_await)
    coro.__name__ = "renamed"
    print(coro.__name__, isinstance(coro, types.CoroutineType))
    print(repr(coro).startswith("<coroutine object Worker.run at 0x"))
    print(await coro)
    function = outer()
    print(function.__qualname__, await function())
    loop = asyncio.get_running_loop()
    gate = loop.create_future()
    waiting = Worker().run(gate)
    task = asyncio.create_task(waiting)
    await asyncio.sleep(0)
    print(waiting.cr_await is not None, waiting.cr_running, task.get_coro() is waiting)
    gate.set_result(None)
    print(await task, waiting.cr_await)
    made = [outer()() for _ in range(2)]
    print(made[0] == made[1], made[0] is made[0])
    for one in made:
        one.close()
    for bad in ({}, 3):
        try:
            made[0].__name__ = bad
        except TypeError as error:
            print("TypeError:", error)


asyncio.run(main())
