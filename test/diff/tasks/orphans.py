"""Futures and tasks used without a running loop, across loops, and loops run by hand."""
import asyncio

async def value(n):
    await asyncio.sleep(0)
    return n

def main():
    for function in (asyncio.get_running_loop, asyncio.current_task):
        try:
            function()
        except RuntimeError as error:
            print(error)
    coro = value(1)
    try:
        asyncio.create_task(coro)
    except RuntimeError as error:
        print(error)
    coro.close()
    loop = asyncio.new_event_loop()
    print(loop.is_running(), loop.is_closed(), loop.run_until_complete(value(2)))
    task = loop.create_task(value(3))
    print(task.done(), loop.run_until_complete(task), task.done())
    log = []
    loop.call_soon(log.append, 1)
    loop.call_soon(loop.stop)
    loop.call_soon(log.append, 2)
    loop.run_forever()
    print(log)
    future = loop.create_future()
    loop.call_later(0.001, future.set_result, "from a timer")
    print(loop.run_until_complete(future))
    future = loop.create_future()
    future.set_exception(LookupError("set"))
    try:
        loop.run_until_complete(future)
    except LookupError as error:
        print(repr(error))
    lock, event, queue = asyncio.Lock(), asyncio.Event(), asyncio.Queue()
    async def uses():
        async with lock:
            event.set()
            await queue.put(await event.wait())
            return lock.locked(), queue.qsize()
    print(loop.run_until_complete(uses()))
    loop.close()
    print(loop.is_closed())
    coro = value(4)
    try:
        loop.run_until_complete(coro)
    except RuntimeError as error:
        print(error)
    coro.close()
    # Never contended in the first loop, so it is bound to none and works in another.
    print(asyncio.run(uses()))
    async def contend():
        await lock.acquire()
        task = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
        lock.release()
        await task
        lock.release()
        return lock.locked()
    print(asyncio.run(contend()))
    try:
        asyncio.run(contend())
    except RuntimeError as error:
        print(str(error).split(" object")[0], str(error).split("]> ")[1])

main()
