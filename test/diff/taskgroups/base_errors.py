"""KeyboardInterrupt and SystemExit raised in the body or a cancelled body of a TaskGroup win over its errors."""
import asyncio

async def waits(log, name):
    try:
        await asyncio.sleep(5)
    finally:
        log.append(f"{name} ended")

async def attempt(error, with_failure):
    log = []
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(waits(log, "w"))
            if with_failure:
                async def fails():
                    raise ValueError("too")
                tg.create_task(fails())
            await asyncio.sleep(0)
            raise error
    except BaseException as caught:
        print(repr(caught), caught is error, log, type(caught.__context__).__name__)
    print(asyncio.current_task().cancelling())

async def main():
    for error in (SystemExit(3), KeyboardInterrupt("key"), GeneratorExit("close"), ValueError("plain")):
        for with_failure in (False, True):
            await attempt(error, with_failure)
    class Own(BaseException):
        pass
    try:
        async with asyncio.TaskGroup() as tg:
            async def raises_own():
                raise Own("base")
            tg.create_task(raises_own())
    except BaseExceptionGroup as group:
        print(type(group).__name__, group.exceptions, group.message)

asyncio.run(main())
