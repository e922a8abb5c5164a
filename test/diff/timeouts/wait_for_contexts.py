"""What was being handled when wait_for fails with what its task ended with, its caller having been cancelled at the same
time: the context that the exception had before is replaced."""

import asyncio

async def inner(how):
    try:
        try:
            {}["lost"]
        finally:
            await asyncio.sleep(0.01)
            if how == "fails":
                raise ValueError(how)
            if how == "returns":
                return how
    except KeyError:
        raise

async def plain(how):
    await asyncio.sleep(0.001)
    if how == "fails":
        raise ValueError(how)
    return how

async def outer(task, limit):
    try:
        print("got", await asyncio.wait_for(task, limit))
    except (Exception, asyncio.CancelledError) as error:
        print(repr(error), repr(error.__context__), repr(error.__cause__))

async def main():
    for make in inner, plain:
        for how in "returns", "fails", "cancelled":
            task = asyncio.create_task(make(how))
            waiting = asyncio.create_task(outer(task, 1))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            if how == "cancelled":
                task.cancel("inner")
                waiting.cancel("outer")
            else:
                task.add_done_callback(lambda task, waiting=waiting: waiting.cancel("outer"))
            await asyncio.wait([waiting])
            waiting = asyncio.create_task(outer(task, 1))
            await asyncio.sleep(0)
            waiting.cancel("done already")
            await asyncio.wait([waiting])

asyncio.run(main())
