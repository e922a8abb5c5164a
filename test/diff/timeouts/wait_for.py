"""wait_for: results, exceptions, expiry, futures, slow cancellation, zero and None."""
import asyncio

async def quick(value, hops=1):
    for _ in range(hops):
        await asyncio.sleep(0)
    return value

async def fails():
    await asyncio.sleep(0)
    raise LookupError("inner")

async def slow_to_cancel(log):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log.append("cancelling")
        await asyncio.sleep(0.01)
        log.append("cancelled")
        raise

async def refuses():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError("no") from None

async def main():
    print(await asyncio.wait_for(quick(1), 5), await asyncio.wait_for(quick(2), None))
    for timeout in (5, None, 0.5):
        try:
            await asyncio.wait_for(fails(), timeout)
        except LookupError as error:
            print(timeout, error)
    log = []
    try:
        await asyncio.wait_for(slow_to_cancel(log), 0.01)
    except TimeoutError as error:
        print("timed out after", log, type(error.__cause__).__name__)
    try:
        await asyncio.wait_for(refuses(), 0.01)
    except ValueError as error:
        print("its own error", error)
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    try:
        await asyncio.wait_for(future, 0.01)
    except TimeoutError:
        print("future", future.cancelled())
    done = loop.create_future()
    done.set_result("ready")
    print(await asyncio.wait_for(done, 0), await asyncio.wait_for(done, -1), await asyncio.wait_for(done, 1))
    for timeout in (0, -1):
        task = asyncio.create_task(quick("never"))
        try:
            await asyncio.wait_for(task, timeout)
        except TimeoutError as error:
            print("zero", task.cancelled(), type(error.__cause__).__name__)
    task = asyncio.create_task(asyncio.sleep(5))
    outer = asyncio.create_task(asyncio.wait_for(task, 5))
    await asyncio.sleep(0.01)
    outer.cancel()
    await asyncio.wait([outer])
    print("outer cancelled", outer.cancelled(), task.cancelled())
    shielded = asyncio.create_task(quick("survived", 3))
    try:
        await asyncio.wait_for(asyncio.shield(shielded), 0)
    except TimeoutError:
        print("shielded", shielded.done(), await shielded)
    print(await asyncio.gather(*(asyncio.wait_for(quick(i, i), 1) for i in range(4))))
    loop = asyncio.get_running_loop()
    before = len(loop._scheduled)
    for timeout in (50, 0, None):
        try:
            await asyncio.wait_for("nothing to await", timeout)
        except TypeError as error:
            print(timeout, error)
    # The timer of the first is left running, and so has its place among those of the same time.
    print([handle.cancelled() for handle in loop._scheduled[before:]])

asyncio.run(main())
