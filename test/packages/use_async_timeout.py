import asyncio
import async_timeout


async def main():
    async with async_timeout.timeout(1) as cm:
        await asyncio.sleep(0)
    print(cm.expired)
    try:
        async with async_timeout.timeout(0.01):
            await asyncio.sleep(1)
    except asyncio.TimeoutError:
        print("timeout")


asyncio.run(main())
