"""repr and str of queues with items, waiters and unfinished tasks."""
import asyncio

def show(queue):
    print(repr(queue).replace(hex(id(queue)), "0x"), str(queue))

class Own(asyncio.Queue):
    pass

async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue, Own):
        queue = kind(2)
        show(queue)
        getters = [asyncio.create_task(queue.get()) for _ in range(2)]
        await asyncio.sleep(0)
        show(queue)
        await queue.put("b")
        await queue.put("a")
        show(queue)
        await asyncio.gather(*getters)
        show(queue)
        queue.task_done()
        queue.put_nowait(1)
        queue.put_nowait(0)
        putters = [asyncio.create_task(queue.put(n)) for n in range(3)]
        await asyncio.sleep(0)
        show(queue)
        for task in putters:
            task.cancel()
        await asyncio.wait(putters)
        show(queue)
        print(queue._queue, len(queue._queue), queue._unfinished_tasks)
    show(asyncio.Queue())
    show(asyncio.Queue(maxsize=-1))

asyncio.run(main())
