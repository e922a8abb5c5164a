"""Tasks that swallow, delay, replace or repeat their cancellation."""
import asyncio

async def swallow():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        return "swallowed"

async def go_on():
    count = 0
    while count < 3:
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            count += 1
    return count

async def replace():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        raise ValueError("instead")

async def delay():
    try:
        await asyncio.sleep(9)
    finally:
        await asyncio.sleep(0)
        await asyncio.sleep(0)

async def twice():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError as first:
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError as second:
            print("   ", first.args, second.args, second.__context__ is first)
            raise

async def at_once():
    asyncio.current_task().cancel("self")
    print("    still here")
    await asyncio.sleep(0)
    print("    never here")

async def at_the_end():
    asyncio.current_task().cancel()
    return "returned before it took effect"

async def main():
    for work in (swallow, go_on, replace, delay, twice, at_once, at_the_end):
        print(work.__name__)
        task = asyncio.create_task(work())
        await asyncio.sleep(0)
        trace = []
        for i in range(6):
            trace.append((task.cancel(i), task.done(), task.cancelling()))
            await asyncio.sleep(0)
        try:
            result = repr(await task)
        except BaseException as error:
            result = repr(error)
        print("   ", trace, result, task.cancelled())

asyncio.run(main())
