import asyncio
import os
import aiofiles
import aiofiles.os


async def main():
    async with aiofiles.open("file.txt", "w") as file:
        await file.write("one\ntwo\n")
    async with aiofiles.open("file.txt") as file:
        async for line in file:
            print(line.strip())
    async with aiofiles.open("file.txt", "rb") as file:
        print(await file.read(), await file.tell())
    print((await aiofiles.os.stat("file.txt")).st_size)
    await aiofiles.os.remove("file.txt")
    print(os.path.exists("file.txt"))


asyncio.run(main())
