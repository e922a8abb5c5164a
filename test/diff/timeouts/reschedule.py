"""Timeout.reschedule: sooner, later, never, in the past; and its errors by state."""
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.01) as cm:
        cm.reschedule(loop.time() + 5)
        await asyncio.sleep(0.03)
        print("put off")
        cm.reschedule(None)
        print(cm.when())
    print(cm.expired())
    try:
        async with asyncio.timeout(None) as cm:
            cm.reschedule(loop.time() + 0.01)
            await asyncio.sleep(5)
    except TimeoutError:
        print("set later", cm.expired())
    try:
        async with asyncio.timeout(5) as cm:
            cm.reschedule(loop.time() - 1)
            print("not yet")
            await asyncio.sleep(0)
            print("after one hop")
            await asyncio.sleep(0)
            print("never")
    except TimeoutError:
        print("in the past", cm.expired())
    try:
        async with asyncio.timeout(5) as cm:
            cm.reschedule(0)
            cm.reschedule(loop.time() + 5)
            await asyncio.sleep(0.01)
            print("saved in time")
    except TimeoutError:
        print("never")
    for when in (1, None):
        try:
            cm.reschedule(when)
        except RuntimeError as error:
            print(error)
    try:
        async with asyncio.timeout(0) as cm:
            try:
                await asyncio.sleep(1)
            finally:
                try:
                    cm.reschedule(loop.time() + 10)
                except RuntimeError as error:
                    print(error, cm)
    except TimeoutError:
        print(cm)
    fresh = asyncio.timeout(None)
    print(fresh)
    async with fresh:
        print(fresh)
    print(fresh)
    try:
        asyncio.timeout(None).reschedule(3)
    except AssertionError as error:
        print("AssertionError", error)

asyncio.run(main())
