"""asyncio.run makes a loop per call, returns the result, raises the error, cancels what is left."""
import asyncio


async def value(number):
    await asyncio.sleep(0)
    return number


async def fail():
    raise RuntimeError("from main")


async def straggler(name):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    finally:
        print(name, "cleaned up")


async def leave_behind():
    asyncio.create_task(straggler("first"))
    await asyncio.sleep(0)
    return "main done"


async def nested():
    coro = value(1)
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        print("RuntimeError:", error)
    coro.close()


print(asyncio.run(value(1)), asyncio.run(value(2)))
try:
    asyncio.run(fail())
except RuntimeError as error:
    print("came out:", error)
print(asyncio.run(leave_behind()))
asyncio.run(nested())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print("RuntimeError:", error)
try:
    asyncio.run(42)
except ValueError as error:
    print("ValueError:", error)
with asyncio.Runner() as runner:
    print(runner.run(value(3)), runner.run(value(4)))
