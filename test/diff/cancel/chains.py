"""Cancellation through chains: awaits of tasks, futures, gathers, nested coroutines and finally blocks."""
import asyncio

log = []

async def leaf(name):
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError as error:
        log.append(f"{name} leaf {error.args}")
        raise
    finally:
        log.append(f"{name} leaf finally")

async def level(n, name):
    try:
        if n:
            await level(n - 1, name)
        else:
            await leaf(name)
    finally:
        log.append(f"{name} level {n}")

async def awaits_task(name, inner):
    try:
        await inner
    except asyncio.CancelledError as error:
        log.append(f"{name} sees {error.args}; inner done {inner.done()}")
        raise

async def attempt(title, make):
    log.clear()
    task, target = make()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    target.cancel("message")
    results = await asyncio.gather(task, target, return_exceptions=True)
    print(title, [type(r).__name__ for r in results], task.cancelled())
    print("   ", log)

async def main():
    def nested():
        task = asyncio.create_task(level(4, "n"))
        return task, task
    def outer_of_task():
        inner = asyncio.create_task(level(0, "t"))
        outer = asyncio.create_task(awaits_task("outer", inner))
        return inner, outer
    def inner_of_task():
        inner = asyncio.create_task(level(0, "t"))
        outer = asyncio.create_task(awaits_task("outer", inner))
        return outer, inner
    def three():
        inner = asyncio.create_task(level(1, "x"))
        middle = asyncio.create_task(awaits_task("middle", inner))
        outer = asyncio.create_task(awaits_task("outer", middle))
        return inner, outer
    def of_gather():
        async def gathers():
            await asyncio.gather(level(0, "g1"), level(0, "g2"))
        task = asyncio.create_task(gathers())
        return task, task
    def of_future():
        future = asyncio.get_running_loop().create_future()
        task = asyncio.create_task(awaits_task("f", future))
        return task, future
    def two_on_one():
        inner = asyncio.create_task(level(0, "shared"))
        first = asyncio.create_task(awaits_task("first", inner))
        second = asyncio.create_task(awaits_task("second", inner))
        return second, first
    for make in (nested, outer_of_task, inner_of_task, three, of_gather, of_future, two_on_one):
        await attempt(make.__name__, make)

asyncio.run(main())
