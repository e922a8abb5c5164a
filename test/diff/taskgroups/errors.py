"""Errors in a TaskGroup: one, several, in the body, in both, while the others are being cancelled."""
import asyncio

async def fails(error, hops=0):
    for _ in range(hops):
        await asyncio.sleep(0)
    raise error

async def waits(log, name, after=None):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        if after:
            raise after
        raise

def show(group, depth=0):
    print("  " * depth + type(group).__name__, group.args[0] if depth else group.message)
    for error in getattr(group, "exceptions", ()):
        show(error, depth + 1) if isinstance(error, BaseExceptionGroup) else print("  " * (depth + 1) + repr(error))

async def attempt(title, fill, body):
    log = []
    print("--", title)
    try:
        async with asyncio.TaskGroup() as tg:
            fill(tg, log)
            await body(log)
    except BaseExceptionGroup as group:
        show(group)
        print(group.__cause__, group.__context__ and type(group.__context__).__name__, group.__suppress_context__)
    print(log, asyncio.current_task().cancelling())

async def nothing(log):
    log.append("body ends")

async def long_body(log):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log.append("body cancelled")
        raise

async def failing_body(log):
    await asyncio.sleep(0)
    raise KeyError("body")

async def converting_body(log):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise KeyError("converted")

async def main():
    def one(tg, log):
        tg.create_task(fails(ValueError(1)))
    def several(tg, log):
        tg.create_task(fails(ValueError(1), 1))
        tg.create_task(fails(TypeError(2), 1))
        tg.create_task(waits(log, "w"))
    def in_cancellation(tg, log):
        tg.create_task(waits(log, "x", OSError("while cancelled")))
        tg.create_task(fails(ValueError("first")))
    for fill in (one, several, in_cancellation):
        for body in (nothing, long_body, failing_body, converting_body):
            await attempt(f"{fill.__name__} / {body.__name__}", fill, body)
    await attempt("only the body", lambda tg, log: tg.create_task(waits(log, "y")), failing_body)
    def nested(tg, log):
        async def sub():
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fails(ValueError("inner")))
                inner.create_task(waits(log, "inner waiter"))
        tg.create_task(sub())
    await attempt("nested", nested, long_body)

asyncio.run(main())
