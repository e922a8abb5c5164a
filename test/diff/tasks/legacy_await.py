"""`yield from` a future, in generator-based coroutines and in __await__."""
import asyncio
import types


@types.coroutine
def wait_for(future):
    result = yield from future
    return result


class Awaitable:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        return (yield from self.future), (yield from asyncio.sleep(0, "slept").__await__())


async def forever(future):
    return await wait_for(future)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.001, future.set_result, "later")
    print(await wait_for(future), await wait_for(future), await Awaitable(future))
    print(await wait_for(asyncio.create_task(asyncio.sleep(0.001, "task"))))
    failing = loop.create_future()
    loop.call_soon(failing.set_exception, KeyError("k"))
    try:
        await wait_for(failing)
    except KeyError as error:
        print(repr(error))
    task = asyncio.create_task(forever(loop.create_future()))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
