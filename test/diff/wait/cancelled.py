"""Cancelling a task in asyncio.wait leaves the waited tasks alone; callbacks do not pile up."""
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    async def waits(timeout):
        try:
            return await asyncio.wait([future], timeout=timeout)
        finally:
            print("left the wait", future.done())
    for timeout in (None, 5):
        task = asyncio.create_task(waits(timeout))
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print("cancelled", future.cancelled())
    task = asyncio.create_task(waits(None))
    await asyncio.sleep(0)
    future.set_result("in the same hop")
    task.cancel()
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled after the result", future.result())
    several = [asyncio.create_task(asyncio.sleep(9)) for _ in range(3)]
    waiters = [asyncio.create_task(asyncio.wait(several, return_when=mode))
               for mode in (asyncio.FIRST_COMPLETED, asyncio.ALL_COMPLETED, asyncio.FIRST_EXCEPTION)]
    await asyncio.sleep(0)
    several[1].cancel()
    hops = []
    for _ in range(6):
        hops.append([w.done() for w in waiters])
        await asyncio.sleep(0)
    print(hops)
    for task in several:
        task.cancel()
    results = await asyncio.gather(*waiters)
    print([(len(done), len(pending)) for done, pending in results])

asyncio.run(main())
