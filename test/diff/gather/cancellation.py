"""gather cancelled: as a future, through the awaiting task, one child of it, after an error."""
import asyncio

async def job(name, swallow=False):
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError as error:
        log.append(f"{name} {error.args}")
        if swallow:
            return name
        raise

log = []

async def spin(n=1):
    for _ in range(n):
        await asyncio.sleep(0)

async def attempt(title, cancel, **options):
    for swallow in (False, True):
        log.clear()
        children = [asyncio.create_task(job("a")), asyncio.create_task(job("b", swallow))]
        future = asyncio.gather(*children, **options)
        async def waits():
            return await future
        task = asyncio.create_task(waits())
        await spin(2)
        print(title, swallow, options, cancel(future, task, children))
        try:
            result = repr(await task)
        except asyncio.CancelledError as error:
            result = f"CancelledError{error.args}"
        except ValueError as error:
            result = repr(error)
        await spin(2)
        print("   ", result, log, future.cancelled(), task.cancelled(), [c.cancelled() for c in children])
        for child in children:
            child.cancel()
        await asyncio.wait(children)

async def main():
    for options in ({}, {"return_exceptions": True}):
        await attempt("future", lambda f, t, c: f.cancel("msg"), **options)
        await attempt("task", lambda f, t, c: t.cancel("msg"), **options)
        await attempt("both", lambda f, t, c: (f.cancel("f"), t.cancel("t")), **options)
        await attempt("all children", lambda f, t, c: [x.cancel("c") for x in c], **options)
    await attempt("one child", lambda f, t, c: c[0].cancel("one"))
    done = asyncio.gather(asyncio.sleep(0, 1))
    await done
    print(done.cancel(), done.cancelled(), done.result())
    empty = asyncio.gather()
    print(empty.cancel(), empty.done())

asyncio.run(main())
