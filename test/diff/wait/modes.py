"""asyncio.wait: the three modes, with results, errors and cancellations in different orders."""
import asyncio

async def job(name, hops, outcome="ok"):
    for _ in range(hops):
        await asyncio.sleep(0)
    if outcome == "error":
        raise ValueError(name)
    if outcome == "cancel":
        asyncio.current_task().cancel()
        await asyncio.sleep(0)
    return name

def names(tasks):
    return sorted(task.get_name() for task in tasks)

async def attempt(mode, *specs):
    tasks = [asyncio.create_task(job(*spec), name=spec[0]) for spec in specs]
    done, pending = await asyncio.wait(tasks, return_when=mode)
    print(mode, specs, names(done), names(pending), type(done).__name__)
    rest = await asyncio.gather(*tasks, return_exceptions=True)
    print("   ", [repr(r) if isinstance(r, ValueError) else type(r).__name__ for r in rest])

async def main():
    for mode in (asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION):
        await attempt(mode, ("a", 1), ("b", 2), ("c", 3))
        await attempt(mode, ("a", 3), ("b", 1, "error"), ("c", 5))
        await attempt(mode, ("a", 3), ("b", 1, "cancel"), ("c", 8))
        await attempt(mode, ("a", 2), ("b", 2), ("c", 2, "error"))
        await attempt(mode, ("a", 0))
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(3)]
    futures[1].set_result("ready")
    done, pending = await asyncio.wait(futures, return_when=asyncio.FIRST_COMPLETED)
    print(done == {futures[1]}, pending == {futures[0], futures[2]})
    futures[0].set_exception(OSError("x"))
    futures[2].cancel()
    done, pending = await asyncio.wait(set(futures))
    print(len(done), pending, repr(futures[0].exception()), futures[2].cancelled())
    print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)

asyncio.run(main())
