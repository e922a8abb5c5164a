"""Tasks cancelled before their first step, and coroutines that never ran."""
import asyncio

async def never(log):
    log.append("started")
    try:
        await asyncio.sleep(0)
    finally:
        log.append("ended")

async def main():
    log = []
    task = asyncio.create_task(never(log))
    print(task.cancel(), task.done(), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, log)
    print(task.cancel(), task.done(), task.cancelled(), task.cancelling())

    task = asyncio.create_task(never(log))
    task.cancel("why")
    task.cancel("really")
    print(task.cancelling(), task.uncancel(), task.cancelling(), task.uncancel(), task.uncancel())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, log)

    gathered = asyncio.gather(never(log), never(log))
    gathered.cancel()
    try:
        await gathered
    except asyncio.CancelledError:
        print("gather cancelled", log)

    tasks = [asyncio.create_task(never(log)) for _ in range(3)]
    await asyncio.sleep(0)
    tasks[0].cancel()
    tasks[2].cancel()
    done, pending = await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks], log)
    for method in ("result", "exception"):
        try:
            getattr(tasks[0], method)()
        except asyncio.CancelledError as error:
            print(method, type(error).__name__)
    print(tasks[1].result(), tasks[1].exception())

asyncio.run(main())
