"""Exceptions crossing a timeout: context, cause, the body's own TimeoutError, generators, return and break."""
import asyncio

def chain(error):
    parts = []
    while error:
        parts.append(type(error).__name__)
        error = error.__cause__ or error.__context__
    return " <- ".join(parts)

async def own_timeout_error():
    async with asyncio.timeout(5):
        raise TimeoutError("mine")

async def in_handler():
    try:
        raise KeyError("first")
    except KeyError:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(5)

async def while_closing():
    async with asyncio.timeout(0.001):
        try:
            await asyncio.sleep(5)
        finally:
            raise ValueError("in finally")

async def group():
    async with asyncio.timeout(0.001):
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(5))

async def group_with_error():
    async def fails_when_cancelled():
        try:
            await asyncio.sleep(5)
        finally:
            raise OSError("cleanup")
    async with asyncio.timeout(0.001):
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fails_when_cancelled())

async def early_return():
    for i in range(3):
        async with asyncio.timeout(0.001) as cm:
            if i == 1:
                return i, cm.expired()
            continue

async def in_generator():
    async def numbers():
        async with asyncio.timeout(0.001):
            for i in range(100):
                yield i
                await asyncio.sleep(0.0005 if i > 1 else 0)
            await asyncio.sleep(5)
    got = []
    try:
        async for n in numbers():
            got.append(n)
    except TimeoutError:
        return got[:3]

async def cancelled_by_hand():
    async with asyncio.timeout(5):
        raise asyncio.CancelledError("by hand")

async def main():
    for work in (own_timeout_error, in_handler, while_closing, group, group_with_error, early_return,
                 in_generator, cancelled_by_hand):
        try:
            print(work.__name__, await work())
        except BaseException as error:
            print(work.__name__, repr(error), chain(error))
        print("   ", asyncio.current_task().cancelling())

asyncio.run(main())
