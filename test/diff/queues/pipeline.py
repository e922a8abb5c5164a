"""A pipeline of stages over queues with sentinels, an error in the middle, and a timeout on a stage."""
import asyncio

STOP = object()

async def source(out, items):
    for item in items:
        await out.put(item)
    await out.put(STOP)

async def stage(name, work, inbox, out, log):
    try:
        while (item := await inbox.get()) is not STOP:
            log.append(f"{name}({item})")
            try:
                await out.put(work(item))
            except ZeroDivisionError as error:
                log.append(f"{name}: {error}")
        return name
    finally:
        await out.put(STOP)
        log.append(f"{name} closes")

async def main():
    log = []
    first, second, third = asyncio.Queue(1), asyncio.Queue(2), asyncio.Queue()
    names = await asyncio.gather(
        source(first, [5, 0, 2, 10]),
        stage("invert", lambda x: 100 // x, first, second, log),
        stage("label", lambda x: f"<{x}>", second, third, log))
    print(names)
    print(*log, sep="\n")
    result = []
    while (item := third.get_nowait()) is not STOP:
        result.append(item)
    print(result)

    idle = asyncio.Queue()
    try:
        await asyncio.wait_for(idle.get(), 0.01)
    except asyncio.TimeoutError:
        print("timed out", idle.qsize())
    idle.put_nowait("kept")
    print(await asyncio.wait_for(idle.get(), 0.01))
    async with asyncio.timeout(1):
        await idle.put("again")
        print(await idle.get())

asyncio.run(main())
