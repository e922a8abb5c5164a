"""The threads of the default executor: their names, how many, reuse, shutting down, what is cancelled in the queue."""

# difftest: no-wasi (threads)

import asyncio
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor

MOST = min(32, (os.cpu_count() or 1) + 4)


def who(barrier=None):
    if barrier:
        barrier.wait()
    thread = threading.current_thread()
    return thread.name, thread.daemon, thread.is_alive(), type(thread).__name__, thread is threading.main_thread()


async def double(number):
    await asyncio.sleep(0.01)
    return number * 2


async def names():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(who))
    barrier = threading.Barrier(3)
    print(sorted(await asyncio.gather(*(asyncio.to_thread(who, barrier) for _ in range(3)))))
    with ThreadPoolExecutor(2, thread_name_prefix="mine") as pool:
        print(await loop.run_in_executor(pool, who))
    full = threading.Barrier(MOST)
    workers = await asyncio.gather(*(asyncio.to_thread(who, full) for _ in range(MOST)))
    print(len(set(workers)) == MOST, min(workers))
    print(sum(thread.name.startswith("asyncio_") for thread in threading.enumerate()) == MOST)


async def waits_for_jobs():
    loop = asyncio.get_running_loop()
    slow = loop.run_in_executor(None, time.sleep, 0.05)
    asks = loop.run_in_executor(None, lambda: asyncio.run_coroutine_threadsafe(double(1), loop).result(5))
    await loop.shutdown_default_executor()
    print(slow.done(), asks.done(), await asks)
    await loop.shutdown_default_executor()
    try:
        await asyncio.to_thread(print)
    except RuntimeError as error:
        print(error)


async def executor_of_the_program():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(2, "pool"))

    def job():
        time.sleep(0.05)
        return asyncio.run_coroutine_threadsafe(double(21), loop).result(5)

    future = loop.run_in_executor(None, job)
    print(await loop.run_in_executor(None, lambda: threading.current_thread().name.startswith("pool_")))
    await asyncio.gather(loop.shutdown_default_executor(), loop.shutdown_default_executor())
    print(future.done(), await future, threading.active_count())


async def cancelled_in_the_queue():
    loop = asyncio.get_running_loop()
    gate, ran = threading.Event(), []
    blockers = [loop.run_in_executor(None, gate.wait) for _ in range(MOST)]
    queued = [loop.run_in_executor(None, ran.append, number) for number in range(5)]
    queued[1].cancel()
    queued[3].cancel()
    await asyncio.sleep(0.05)
    gate.set()
    await asyncio.gather(*blockers, *queued, return_exceptions=True)
    print(sorted(ran), [future.cancelled() for future in queued])


async def errors():
    for function in ([].pop, lambda: {}["key"], lambda: 1 / 0):
        try:
            await asyncio.to_thread(function)
        except Exception as error:
            print(repr(error))
    try:
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.1), 0.02)
    except TimeoutError as error:
        print("timeout", repr(error))


for main in (names, names, waits_for_jobs, executor_of_the_program, cancelled_in_the_queue, errors):
    print("--", main.__name__)
    asyncio.run(main())
    print([thread.name for thread in threading.enumerate()], threading.Thread(target=print).name)


def late(text):
    time.sleep(0.25)
    print("late", text)


async def leaves_jobs(loop):
    for number in range(MOST + 2):
        loop.run_in_executor(None, late, "job")
    await asyncio.sleep(0)


closed = asyncio.new_event_loop()
closed.run_until_complete(leaves_jobs(closed))
closed.close()
print("closed")
left = asyncio.new_event_loop()
left.run_until_complete(leaves_jobs(left))
print("end of the program")
