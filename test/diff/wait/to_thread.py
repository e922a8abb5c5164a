# difftest: no-wasi (threads)
"""to_thread and run_in_executor: results, errors, keyword arguments, context, concurrency with the loop."""
import asyncio
import contextvars
import time

name = contextvars.ContextVar("name", default="?")

def work(a, b=2, *rest, scale=1):
    return (a + b + sum(rest)) * scale, name.get()

def fails(kind):
    raise kind("in the thread")

def blocks(seconds):
    time.sleep(seconds)
    return seconds

async def main():
    name.set("main")
    print(await asyncio.to_thread(work, 1), await asyncio.to_thread(work, 1, 3, 4, scale=10))
    for kind in (ValueError, KeyError):
        try:
            await asyncio.to_thread(fails, kind)
        except kind as error:
            print(repr(error))
    ticks = 0
    async def ticker():
        nonlocal ticks
        while True:
            await asyncio.sleep(0.005)
            ticks += 1
    task = asyncio.create_task(ticker())
    print(await asyncio.gather(*(asyncio.to_thread(blocks, s / 100) for s in (5, 3, 1))))
    task.cancel()
    print(ticks > 2)
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, work, 5, 6))
    def sets():
        name.set("thread")
        return name.get()
    print(await asyncio.to_thread(sets), name.get())
    called = []
    def from_thread():
        loop.call_soon_threadsafe(called.append, "called")
        return "back"
    print(await asyncio.to_thread(from_thread))
    await asyncio.sleep(0)
    print(called)
    try:
        await asyncio.wait_for(asyncio.to_thread(blocks, 0.05), 0.01)
    except TimeoutError:
        print("did not wait for the thread")
    coro = asyncio.to_thread(work, 1)
    print(coro.__name__, asyncio.iscoroutine(coro))
    coro.close()

asyncio.run(main())
