"""acquire(), wait() and the like as coroutine objects: stored, closed, thrown into, run as tasks."""
import asyncio

async def main():
    lock, event, queue = asyncio.Lock(), asyncio.Event(), asyncio.Queue(1)
    semaphore, condition = asyncio.Semaphore(1), asyncio.Condition()
    coros = [lock.acquire(), event.wait(), queue.get(), queue.put(1), queue.join(), semaphore.acquire(),
             condition.wait(), asyncio.sleep(1), asyncio.wait_for(None, 1)]
    for coro in coros:
        print(type(coro).__name__, coro.__name__, coro.__qualname__, asyncio.iscoroutine(coro))
    print(lock.locked(), queue.qsize(), semaphore.locked())
    for coro in coros[:3]:
        coro.close()
        coro.close()
        try:
            await coro
        except RuntimeError as error:
            print(error)
    print(await coros[3], queue.get_nowait(), queue.task_done())
    for coro in coros[4:6]:
        print(repr(await coro))
    print(queue.qsize(), semaphore.locked())
    for coro in coros[6:8]:
        try:
            coro.throw(KeyError("thrown"))
        except KeyError as error:
            print(repr(error))
    coros[8].close()
    task = asyncio.create_task(lock.acquire(), name="locker")
    print(lock.locked(), task.done())
    await asyncio.sleep(0)
    print(lock.locked(), task.done(), task.result(), task.get_name())
    waiting = [asyncio.create_task(lock.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    for _ in range(2):
        lock.release()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print([t.done() for t in waiting], lock.locked())
    lock.release()
    # Driven by hand: the coroutine yields the future that it waits for.
    coro = event.wait()
    future = coro.send(None)
    print(asyncio.isfuture(future), future.done())
    event.set()
    print(future.done(), future.result())
    try:
        coro.send(None)
    except StopIteration as stop:
        print("stopped with", stop.value)
    event.clear()
    coro = event.wait()
    coro.send(None)
    print("waiters:1" in repr(event))
    try:
        coro.throw(ValueError("into the wait"))
    except ValueError as error:
        print(error, "waiters" in repr(event))
    coro = event.wait()
    coro.send(None)
    coro.close()
    print("waiters" in repr(event))
    enter = lock.__aenter__()
    print(await enter, lock.locked(), await lock.__aexit__(None, None, None), lock.locked())

asyncio.run(main())
