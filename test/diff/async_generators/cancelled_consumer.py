"""Cancelling a task that waits inside an async generator reaches the generator's await."""
import asyncio


async def source(gate):
    try:
        yield "first"
        await gate.wait()
        yield "second"
    except asyncio.CancelledError:
        print("  source cancelled")
        raise
    finally:
        print("  source finally")


async def consume(gate):
    try:
        async for value in source(gate):
            print("got", value)
    except asyncio.CancelledError:
        print("consumer cancelled")
        raise
    finally:
        print("consumer finally")


async def cancelled_between(generator):
    async for value in generator:
        print("got", value)
        await asyncio.sleep(3600)


async def main():
    gate = asyncio.Event()
    task = asyncio.create_task(consume(gate))
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))

    generator = source(gate)
    task = asyncio.create_task(cancelled_between(generator))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled between items")
    await generator.aclose()
    try:
        async with asyncio.timeout(0.01):
            async for value in source(gate):
                print("got", value)
    except TimeoutError:
        print("timeout")


asyncio.run(main())
