"""What repr shows of the primitives in their states, addresses left out."""
import asyncio

def show(thing):
    text = repr(thing)
    print(text.replace(hex(id(thing)), "0x"))

async def main():
    lock, event, condition = asyncio.Lock(), asyncio.Event(), asyncio.Condition()
    semaphore, bounded, barrier = asyncio.Semaphore(2), asyncio.BoundedSemaphore(), asyncio.Barrier(3)
    everything = (lock, event, condition, semaphore, bounded, barrier)
    for thing in everything:
        show(thing)
    await lock.acquire()
    await condition.acquire()
    await semaphore.acquire()
    await bounded.acquire()
    event.set()
    for thing in everything:
        show(thing)
    event.clear()
    async def use(thing):
        async with thing:
            pass
    tasks = [asyncio.create_task(use(thing)) for thing in (lock, condition, bounded, lock)]
    tasks += [asyncio.create_task(event.wait()) for _ in range(2)]
    tasks.append(asyncio.create_task(barrier.wait()))
    await asyncio.sleep(0)
    for thing in everything:
        show(thing)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    for thing in everything:
        show(thing)
    await barrier.abort()
    show(barrier)
    class Named(asyncio.Lock):
        pass
    show(Named())
    show(type(lock)), show(asyncio.BoundedSemaphore), show(asyncio.BrokenBarrierError)

asyncio.run(main())
