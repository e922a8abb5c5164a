"""wait_for among other tasks: it takes the same turns of the loop as CPython's."""
import asyncio

log = []


async def ticker(name, turns):
    for i in range(turns):
        log.append(f"{name}{i}")
        await asyncio.sleep(0)


async def quick(value):
    log.append(f"quick {value}")
    return value


async def slow(value, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    log.append(f"slow {value}")
    return value


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append("cleaning")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        log.append("cleaned")
        raise


async def failing():
    await asyncio.sleep(0)
    raise KeyError("inner")


async def caller(name, awaitable, timeout):
    try:
        result = await asyncio.wait_for(awaitable, timeout)
        log.append(f"{name} -> {result}")
    except BaseException as error:
        log.append(f"{name} !! {error!r} {error.__cause__!r}")
        if isinstance(error, asyncio.CancelledError):
            raise


async def scene(title, *coroutines):
    log.clear()
    await asyncio.gather(*coroutines, return_exceptions=True)
    print(title, *log, sep="\n  ")


async def cancelled_caller():
    task = asyncio.create_task(caller("victim", stubborn(), 5))
    ticks = asyncio.create_task(ticker("t", 6))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("enough")
    await asyncio.wait([task, ticks])
    log.append(f"victim cancelled: {task.cancelled()}")


async def main():
    await scene("quick", caller("a", quick(1), 1), ticker("t", 5))
    await scene("slow", caller("a", slow(2, 3), 1), ticker("t", 7))
    await scene("no timeout", caller("a", slow(3, 2), None), ticker("t", 5))
    await scene("zero", caller("a", quick(4), 0), ticker("t", 4))
    await scene("expired", caller("a", stubborn(), 0.001))
    await scene("failing", caller("a", failing(), 1), ticker("t", 5))
    await scene("cancelled", cancelled_caller())
    done = asyncio.get_running_loop().create_future()
    done.set_result("ready")
    await scene("future", caller("a", done, 1), ticker("t", 3))
    await scene("two", caller("a", slow(5, 1), 1), caller("b", slow(6, 2), 1), ticker("t", 6))
    await scene("task name", caller("a", named(), 1))


async def named():
    return asyncio.current_task().get_name().partition("-")[0]


asyncio.run(main())
