"""A task inside a timeout that is cancelled by others: before, with and after the expiry."""
import asyncio

async def body(log, delay, pause):
    try:
        async with asyncio.timeout(delay) as cm:
            log.append("in")
            try:
                await asyncio.sleep(pause)
            except asyncio.CancelledError as error:
                log.append(f"cancelled {error.args} expired={cm.expired()} {asyncio.current_task().cancelling()}")
                raise
    except TimeoutError:
        log.append(f"TimeoutError {asyncio.current_task().cancelling()}")
        return "timed out"
    except asyncio.CancelledError:
        log.append(f"CancelledError {asyncio.current_task().cancelling()}")
        raise
    return "normal"

async def run(title, delay, hops, message=None):
    log = []
    task = asyncio.create_task(body(log, delay, 5))
    for _ in range(hops):
        await asyncio.sleep(0)
    task.cancel(message) if message else task.cancel()
    result = (await asyncio.gather(task, return_exceptions=True))[0]
    print(title, log, repr(result), task.cancelled(), task.cancelling())

async def main():
    await run("never started", 5, 0)
    await run("while waiting", 5, 1)
    await run("with a message", 5, 1, "stop it")
    await run("same hop as the expiry", 0, 1)
    await run("after the expiry", 0, 2)
    await run("after it all", 0, 6)

    async def uncancels():
        try:
            async with asyncio.timeout(5):
                await asyncio.sleep(5)
        except asyncio.CancelledError:
            print("uncancel", asyncio.current_task().uncancel())
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    task = asyncio.create_task(uncancels())
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), task.cancelling())

asyncio.run(main())
