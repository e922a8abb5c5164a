"""shield: the inner task goes on, whatever happens to the outer one."""
import asyncio

async def work(log, hops, error=None):
    try:
        for _ in range(hops):
            await asyncio.sleep(0)
        if error:
            raise error
        log.append("work done")
        return "result"
    except asyncio.CancelledError:
        log.append("work cancelled")
        raise

async def main():
    log = []
    print(await asyncio.shield(work(log, 2)), log)
    try:
        await asyncio.shield(work(log, 1, KeyError("k")))
    except KeyError as error:
        print(repr(error))

    log.clear()
    inner = asyncio.create_task(work(log, 4))
    async def outer():
        try:
            return await asyncio.shield(inner)
        except asyncio.CancelledError:
            log.append(f"outer cancelled, inner done: {inner.done()}")
            raise
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), inner.cancelled(), await inner, log)

    log.clear()
    inner = asyncio.create_task(work(log, 4))
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    inner.cancel()
    print(await asyncio.gather(task, inner, return_exceptions=True), log)

    log.clear()
    inner = asyncio.create_task(work(log, 3))
    shielded = asyncio.shield(inner)
    print(shielded is inner, shielded.cancel(), shielded.cancel(), shielded.cancelled(), inner.cancelling())
    await inner
    print(asyncio.shield(inner) is inner, log)

    log.clear()
    try:
        async with asyncio.timeout(0.01):
            inner = asyncio.create_task(asyncio.sleep(0.03, "slept"))
            await asyncio.shield(inner)
    except TimeoutError:
        print("timed out", inner.done(), await inner)
    future = asyncio.get_running_loop().create_future()
    outers = [asyncio.shield(future) for _ in range(3)]
    outers[1].cancel()
    future.set_result(7)
    await asyncio.sleep(0)
    print([o.done() for o in outers], [o.cancelled() for o in outers], outers[0].result())

asyncio.run(main())
