"""put_nowait and get_nowait, their exceptions, full and empty, task_done."""
import asyncio

async def main():
    queue = asyncio.Queue(maxsize=2)
    print(queue.empty(), queue.full(), queue.qsize(), queue.maxsize)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(type(error).__name__, repr(error), error.args)
    print(queue.put_nowait("a"), queue.put_nowait("b"), queue.full())
    try:
        queue.put_nowait("c")
    except asyncio.QueueFull as error:
        print(type(error).__name__, repr(error), error.args)
    print(queue.get_nowait(), queue.get_nowait(), queue.empty())
    for _ in range(3):
        try:
            queue.task_done()
            print("done")
        except ValueError as error:
            print(error)
    unlimited = asyncio.Queue(-3)
    for i in range(20):
        unlimited.put_nowait(i)
    print(unlimited.full(), unlimited.maxsize, [unlimited.get_nowait() for _ in range(20)])
    print(issubclass(asyncio.QueueEmpty, Exception), asyncio.QueueFull.__mro__)

    # A waiting getter and an eager get_nowait: the getter finds nothing and waits again.
    log = []
    async def get(name):
        log.append((name, await queue.get()))
    task = asyncio.create_task(get("first"))
    await asyncio.sleep(0)
    queue.put_nowait("x")
    print("taken before the getter ran:", queue.get_nowait())
    await asyncio.sleep(0)
    print(task.done(), log)
    queue.put_nowait("y")
    await task
    print(log)
    # The same with a putter.
    small = asyncio.Queue(1)
    small.put_nowait(1)
    putter = asyncio.create_task(small.put(2))
    await asyncio.sleep(0)
    print(small.get_nowait())
    small.put_nowait("overtaken")
    await asyncio.sleep(0)
    print(putter.done(), small.get_nowait())
    await putter
    print(small.get_nowait())

asyncio.run(main())
