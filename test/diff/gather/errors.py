"""gather: the first error wins, the others go on; return_exceptions; errors after the first."""
import asyncio

async def job(name, hops, error=None):
    try:
        for _ in range(hops):
            await asyncio.sleep(0)
        if error:
            raise error
        return name
    finally:
        log.append(f"{name} finally")

log = []

async def main():
    tasks = [asyncio.create_task(job("slow", 4)), asyncio.create_task(job("fails", 1, ValueError(1))),
             asyncio.create_task(job("fails later", 3, KeyError(2)))]
    try:
        await asyncio.gather(*tasks)
    except ValueError as error:
        print(repr(error), log, [t.done() for t in tasks])
    await asyncio.wait(tasks)
    print(log, repr(tasks[2].exception()))
    log.clear()
    print(await asyncio.gather(job("a", 2), job("b", 1, ValueError("b")), job("c", 0, KeyError("c")),
                               return_exceptions=True), log)
    log.clear()
    outer = asyncio.gather(job("d", 0, OSError("d")), job("e", 3))
    for hop in range(5):
        print(hop, outer.done(), log)
        await asyncio.sleep(0)
    print(repr(outer.exception()))
    async def cancelled():
        raise asyncio.CancelledError("inner")
    for flag in (False, True):
        try:
            print(await asyncio.gather(cancelled(), job("f", 1), return_exceptions=flag))
        except asyncio.CancelledError as error:
            print("CancelledError", flag, asyncio.current_task().cancelling())
    try:
        await asyncio.gather(asyncio.gather(job("g", 1, ValueError("deep"))), job("h", 4))
    except ValueError as error:
        print(error, error.__context__)
    class Own(BaseException):
        pass
    print(await asyncio.gather(job("i", 1, Own("base")), job("j", 1), return_exceptions=True))
    try:
        await asyncio.gather(job("k", 1, Own("base")), job("l", 1))
    except Own as error:
        print(repr(error))

asyncio.run(main())
