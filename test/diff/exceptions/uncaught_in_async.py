"""An exception that leaves asyncio.run ends the program with status 1 after cleaning up."""
import asyncio


async def other():
    try:
        await asyncio.sleep(3600)
    finally:
        print("other task cleaned up")


async def inner():
    await asyncio.sleep(0)
    raise LookupError("nobody catches this: \u00e9")


async def main():
    task = asyncio.create_task(other())
    await asyncio.sleep(0)
    try:
        await inner()
    finally:
        print("main finally")


asyncio.run(main())
