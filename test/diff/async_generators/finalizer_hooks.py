"""Async generators left unfinished are closed by the loop: on drop, and when asyncio.run ends."""
import asyncio
import sys


async def source(name):
    try:
        for i in range(10):
            yield i
    finally:
        await asyncio.sleep(0)
        print("  closed", name)


async def break_early():
    async for value in source("broken out"):
        if value == 1:
            break
    print("after break")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("after some hops")


async def main():
    await break_early()
    explicit = source("explicit")
    print(await anext(explicit))
    await asyncio.get_running_loop().shutdown_asyncgens()
    print("shut down by hand", await anext(explicit, "over"))


async def kept():
    kept.alive = source("kept until the end")
    print(await anext(kept.alive))


asyncio.run(main())
asyncio.run(kept())
print("over")
print(sys.get_asyncgen_hooks())
