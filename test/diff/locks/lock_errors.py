"""Misuse of Lock and Condition, and what is left behind by exceptions inside `async with`."""
import asyncio

async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print(type(error).__name__, error)
    try:
        async with lock:
            print(lock.locked())
            raise KeyError("inside")
    except KeyError as error:
        print("caught", error, lock.locked())
    try:
        async with lock:
            lock.release()
            print("released early", lock.locked())
    except RuntimeError as error:
        print("exit:", error)
    print(await lock.acquire(), await asyncio.wait_for(asyncio.shield(asyncio.sleep(0, "shielded")), 1))
    lock.release()
    condition = asyncio.Condition(lock)
    for method in (condition.notify, condition.notify_all):
        try:
            method()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    async with condition as value:
        print("as", value, lock.locked(), condition.locked())
        condition.notify(5)
        condition.notify_all()
    print(lock.locked())
    try:
        with lock:
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)
    for value in (-1, -5):
        try:
            asyncio.Semaphore(value)
        except ValueError as error:
            print(error)
    bounded = asyncio.BoundedSemaphore(2)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    async def body():
        async with bounded:
            raise LookupError("in the body")
    print(await asyncio.gather(body(), body(), return_exceptions=True), bounded.locked())

asyncio.run(main())
