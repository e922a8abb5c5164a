"""What was being handled when a coroutine is cancelled again: an exception that is thrown in gets its context from each
coroutine that it comes out of, not from those around it before."""

import asyncio, contextlib
class Guard:
    async def __aenter__(self): return self
    async def __aexit__(self, *a):
        print("guard", a[0], repr(getattr(a[1],'__context__',None)))
        await asyncio.sleep(0)
async def work(n):
    try:
        async with contextlib.AsyncExitStack() as stack:
            if n & 1: await stack.enter_async_context(Guard())
            stack.push_async_callback(asyncio.sleep, 0.01)
            await asyncio.sleep(0.01)
    except asyncio.CancelledError as e:
        print(n, e.args, repr(e.__context__))
async def nested(n):
    try:
        try: await asyncio.sleep(1)
        finally:
            await inner(n)
    except asyncio.CancelledError as e:
        print("nested", n, e.args, repr(e.__context__))
async def inner(n):
    if n == 0: await asyncio.sleep(1)
    if n == 1:
        try: await asyncio.sleep(1)
        except BaseException as e:
            fixed = e.__context__
            print("fixed", repr(fixed))
            e.__context__ = None
            raise
    if n == 2:
        try: await asyncio.sleep(1)
        except BaseException as e: x = e
        print("x", repr(x.__context__))
        try:
            raise x
        except BaseException:
            print("y", repr(x.__context__))
            x.__context__ = None
            raise
    if n == 3:
        try: await asyncio.sleep(1)
        except BaseException as e: x = e
        raise x
    if n == 4:
        try: await asyncio.sleep(1)
        except BaseException as e:
            e.__context__ = None
            await asyncio.sleep(0)
            raise
    if n == 5:
        try: await asyncio.sleep(1)
        except BaseException as e: x = e
        await asyncio.sleep(0)
        x.__context__ = None
        raise x
async def main():
    for f, k in ((work, 4), (nested, 6)):
        for n in range(k):
            t = asyncio.create_task(f(n))
            await asyncio.sleep(0)
            t.cancel("one")
            await asyncio.sleep(0); 
            t.cancel("two")
            await asyncio.sleep(0)
            await t
asyncio.run(main())


async def fails(text):
    await asyncio.sleep(0)
    raise ValueError(text)


async def awaits_a_task_while_handling():
    try:
        raise KeyError("first")
    except KeyError:
        task = asyncio.create_task(fails("second"))
        try:
            await asyncio.gather(task)
        except ValueError as error:
            print(repr(error.__context__))
        return await through_another(asyncio.create_task(fails("third")))


async def through_another(task):
    try:
        await task
    except ValueError as error:
        print("inside", repr(error.__context__))
        raise


async def tell(awaitable):
    try:
        await awaitable
    except ValueError as error:
        print(repr(error), repr(error.__context__))


asyncio.run(tell(awaits_a_task_while_handling()))
