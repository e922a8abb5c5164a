"""A task that runs a TaskGroup is cancelled: in the body, at the end, twice, and while aborting."""
import asyncio

async def child(log, name, linger=0, error=None):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as cancelled:
        log.append(f"{name} cancelled {cancelled.args}")
        for _ in range(linger):
            await asyncio.sleep(0)
        log.append(f"{name} ends")
        if error:
            raise error
        raise

async def parent(log, body_hops, **options):
    try:
        async with asyncio.TaskGroup() as tg:
            for name in "pq":
                tg.create_task(child(log, name, **options))
            for _ in range(body_hops):
                await asyncio.sleep(0)
            log.append("body ends")
    except BaseException as error:
        log.append(f"parent: {error!r} {asyncio.current_task().cancelling()}")
        raise
    finally:
        log.append("finally")

async def run(title, hops, cancels=1, body_hops=0, **options):
    log = []
    task = asyncio.create_task(parent(log, body_hops, **options))
    for _ in range(hops):
        await asyncio.sleep(0)
    for i in range(cancels):
        task.cancel(f"cancel {i}")
        log.append(f"request {i}")
        await asyncio.sleep(0)
    result = (await asyncio.gather(task, return_exceptions=True))[0]
    before, after = log[:log.index("request 0")], log[log.index("request 0"):]
    children = sorted(line for line in after if line[:2] in ("p ", "q "))
    print(title, before, [line for line in after if line not in children], children,
          type(result).__name__, task.cancelled(), task.cancelling())

async def main():
    await run("not started", 0)
    await run("in the body", 2, body_hops=5)
    await run("at the end", 3)
    await run("twice", 3, cancels=2, linger=3)
    await run("three times", 3, cancels=3, linger=5)
    await run("with errors", 3, error=ValueError("late"))
    await run("in the body with errors", 2, body_hops=5, error=ValueError("late"))

    async def survives():
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(asyncio.sleep(5))
                raise asyncio.CancelledError("made by hand")
        except asyncio.CancelledError as error:
            return error.args, asyncio.current_task().cancelling()
    print(await survives())
    async def cancelled_child():
        async with asyncio.TaskGroup() as tg:
            one = tg.create_task(asyncio.sleep(5))
            two = tg.create_task(asyncio.sleep(0, "two"))
            await asyncio.sleep(0)
            one.cancel()
        return one.cancelled(), two.result()
    print(await cancelled_child())

asyncio.run(main())
