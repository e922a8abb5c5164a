"""gather: order of results, duplicates, futures and tasks mixed, nothing at all, nesting."""
import asyncio

log = []

async def job(name, hops):
    log.append(f"{name} starts")
    for _ in range(hops):
        await asyncio.sleep(0)
    log.append(f"{name} ends")
    return name

async def main():
    print(await asyncio.gather(job("a", 3), job("b", 1), job("c", 2)), log)
    log.clear()
    print(await asyncio.gather())
    task, future = asyncio.create_task(job("t", 1)), asyncio.get_running_loop().create_future()
    future.set_result("f")
    coro = job("twice", 1)
    print(await asyncio.gather(task, future, task, coro, coro, future), log)
    log.clear()
    nested = asyncio.gather(asyncio.gather(job("n1", 1), job("n2", 2)), asyncio.gather(job("n3", 0)), job("n4", 1))
    print(type(nested).__name__, nested.done())
    print(await nested, nested.done(), log)
    print(await asyncio.gather(*[asyncio.sleep(n / 1000, n) for n in (5, 1, 3)]))
    print(await asyncio.gather(*(job(str(i), i % 3) for i in range(5)), return_exceptions=True))

    log.clear()
    async def observer():
        for i in range(6):
            log.append(f"tick {i}")
            await asyncio.sleep(0)
    watch = asyncio.create_task(observer())
    await asyncio.gather(job("x", 1), job("y", 2))
    log.append("gathered")
    await watch
    print(log)
    class Awaitable:
        def __await__(self):
            yield from asyncio.sleep(0).__await__()
            return "custom"
    print(await asyncio.gather(Awaitable(), job("z", 0)))
    try:
        await asyncio.gather(1, 2)
    except TypeError as error:
        print(error)

asyncio.run(main())
