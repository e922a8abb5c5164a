"""cancelling() and uncancel(): structured cancellation by hand."""
import asyncio

async def scope(name, delay_hops, body):
    """A cancel scope: cancels its task after some hops, and swallows only its own cancellation."""
    task, fired = asyncio.current_task(), False
    before = task.cancelling()
    async def trigger():
        nonlocal fired
        for _ in range(delay_hops):
            await asyncio.sleep(0)
        fired = True
        task.cancel(name)
    timer = asyncio.create_task(trigger())
    try:
        await body()
        return f"{name} body done"
    except asyncio.CancelledError as error:
        if fired and task.uncancel() <= before:
            return f"{name} expired {error.args}"
        raise
    finally:
        timer.cancel()
        print(name, "leaves", task.cancelling(), fired)

async def spins(n):
    for _ in range(n):
        await asyncio.sleep(0)

async def main():
    print(await scope("a", 3, lambda: spins(10)))
    print(await scope("b", 9, lambda: spins(3)))
    async def inner():
        print(await scope("inner", 2, lambda: spins(10)))
        await spins(10)
    print(await scope("outer", 6, inner))
    async def both():
        print(await scope("inner", 4, lambda: spins(10)))
    print(await scope("outer", 4, both))
    task = asyncio.create_task(scope("c", 8, lambda: spins(20)))
    await spins(3)
    task.cancel("from outside")
    await spins(1)
    print(await asyncio.gather(task, return_exceptions=True), task.cancelling(), task.cancelled())

asyncio.run(main())
