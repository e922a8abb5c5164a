"""asyncio.timeout: expiry, no expiry, None, zero and negative delays, when() and expired()."""
import asyncio

async def main():
    async with asyncio.timeout(10) as cm:
        await asyncio.sleep(0)
        print("inside", cm.expired(), cm.when() > asyncio.get_running_loop().time())
    print("after", cm.expired())

    try:
        async with asyncio.timeout(0.01) as cm:
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError as error:
                print("cancelled inside", error.args, cm.expired())
                raise
    except TimeoutError as error:
        print("timeout", error.args, type(error.__cause__), type(error.__context__).__name__, cm.expired())
    print(asyncio.current_task().cancelling())

    for delay in (0, -1):
        try:
            async with asyncio.timeout(delay) as cm:
                print("runs until the first await", delay)
                await asyncio.sleep(0)
                print("one hop passed")
                await asyncio.sleep(0)
                print("never")
        except TimeoutError:
            print("expired", cm.expired())

    async with asyncio.timeout(0) as cm:
        print("no await at all")
    print(cm.expired())

    async with asyncio.timeout(None) as cm:
        print(cm.when(), cm.expired())
        await asyncio.sleep(0.01)
    print(cm.when(), cm.expired())

    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() - 1) as cm:
            await asyncio.sleep(1)
    except TimeoutError:
        print("past deadline", cm.expired())
    async with asyncio.timeout_at(None) as cm:
        pass
    print(cm.when(), asyncio.timeout_at(7).when(), asyncio.timeout_at(7))
    print(TimeoutError is asyncio.TimeoutError)

asyncio.run(main())
