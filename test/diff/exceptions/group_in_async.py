"""except* around a TaskGroup: several failures at once, with the rest cancelled."""
import asyncio


async def fail(hops, error):
    for _ in range(hops):
        await asyncio.sleep(0)
    raise error


async def wait_long(name):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("  cancelled", name)
        raise


async def run(*coros):
    try:
        async with asyncio.TaskGroup() as group:
            for coro in coros:
                group.create_task(coro)
    except* ValueError as errors:
        print("values", [str(e) for e in errors.exceptions])
    except* OSError as errors:
        print("os", [str(e) for e in errors.exceptions])
    else:
        print("all well")
    finally:
        await asyncio.sleep(0)
        print("finally")


async def main():
    await run(asyncio.sleep(0))
    await run(fail(0, ValueError("a")), fail(0, OSError("b")), fail(0, ValueError("c")))
    await run(fail(1, ValueError("early")), wait_long("x"))
    try:
        await run(fail(0, KeyError("unhandled")), fail(0, ValueError("handled")))
    except ExceptionGroup as group:
        print("left:", group.message, [repr(e) for e in group.exceptions])


asyncio.run(main())
