"""What asyncio.run does with tasks that are left: cancelled, their clean-up runs, errors are reported."""
import asyncio

async def lingers(name, hops, log):
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        for _ in range(hops):
            await asyncio.sleep(0)
        log.append(f"{name} cleaned up")
        raise

async def background(log):
    async with asyncio.timeout(30):
        async with asyncio.TaskGroup() as tg:
            for i in range(2):
                tg.create_task(lingers(f"member {i}", i, log))

def run(body):
    log = []
    try:
        print(body.__name__, "->", asyncio.run(body(log)))
    except BaseException as error:
        print(body.__name__, "raised", repr(error))
    print("   ", log)

async def leaves_tasks(log):
    asyncio.create_task(lingers("one", 0, log))
    asyncio.create_task(lingers("two", 3, log))
    await asyncio.sleep(0)
    return "main is over"

async def leaves_group(log):
    log.append(asyncio.create_task(background(log)).get_name() != "")
    await asyncio.sleep(0)
    await asyncio.sleep(0)

async def fails(log):
    asyncio.create_task(lingers("left by the failure", 1, log))
    await asyncio.sleep(0)
    raise LookupError("main failed")

async def never_started(log):
    asyncio.create_task(lingers("never started", 0, log))
    return 1

async def swallows(log):
    async def stubborn():
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            log.append("swallowed")
    asyncio.create_task(stubborn())
    await asyncio.sleep(0)

async def exits(log):
    asyncio.create_task(lingers("at exit", 0, log))
    await asyncio.sleep(0)
    raise SystemExit(3)

for body in (leaves_tasks, leaves_group, fails, never_started, swallows, exits):
    run(body)
