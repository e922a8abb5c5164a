"""S1-S3: the smallest asyncio program."""

import asyncio


async def main():
    await asyncio.sleep(0)
    print("hello")


asyncio.run(main())
