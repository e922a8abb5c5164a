"""asynccontextmanager, AsyncExitStack, aclosing, and managers used as decorators."""
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext


@asynccontextmanager
async def transaction(log, name):
    log.append(f"begin {name}")
    await asyncio.sleep(0)
    try:
        yield name
    except ValueError as error:
        log.append(f"rollback {name}: {error}")
    else:
        log.append(f"commit {name}")
    finally:
        await asyncio.sleep(0)
        log.append(f"end {name}")


@asynccontextmanager
async def no_yield():
    if False:
        yield


async def numbers():
    try:
        for n in range(5):
            yield n
    finally:
        print("  numbers closed")


async def main():
    log = []
    async with transaction(log, "a") as name:
        log.append(f"in {name}")
    async with transaction(log, "b"):
        raise ValueError("broken")
    try:
        async with transaction(log, "c"):
            raise KeyError("other")
    except KeyError as error:
        log.append(f"out: {error}")
    print(*log, sep="\n")
    try:
        async with no_yield():
            pass
    except RuntimeError as error:
        print("RuntimeError:", error)

    log.clear()
    async with AsyncExitStack() as stack:
        for name in "xy":
            await stack.enter_async_context(transaction(log, name))
        stack.enter_context(nullcontext())
        stack.callback(log.append, "sync callback")

        async def callback(text):
            await asyncio.sleep(0)
            log.append(text)
        stack.push_async_callback(callback, "async callback")
        log.append("body")
    print(*log, sep="\n")
    async with aclosing(numbers()) as source:
        async for n in source:
            if n == 2:
                break
    print("after aclosing")
    log.clear()

    @transaction(log, "decorator")
    async def work(n):
        log.append(f"work {n}")
        return n * 2

    print(await work(4), log)
    task = asyncio.create_task(hold(log))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), log[-1])


async def hold(log):
    async with transaction(log, "held"):
        await asyncio.sleep(3600)


asyncio.run(main())
