# difftest: no-wasi (threads)
"""concurrent.futures: ThreadPoolExecutor, futures, wait, as_completed, and with asyncio."""
import asyncio
import concurrent.futures
import threading
import time
from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, Future,
                                InvalidStateError, ThreadPoolExecutor, TimeoutError, as_completed, wait)


def square(x):
    if x == 13:
        raise ValueError("unlucky")
    return x * x


with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as pool:
    futures = [pool.submit(square, i) for i in range(5)]
    print([f.result() for f in futures], all(f.done() for f in futures))
    print(list(pool.map(square, range(6))), list(pool.map(pow, [2, 3], [4, 5])))
    failing = pool.submit(square, 13)
    print(repr(failing.exception()), failing.cancelled(), failing.running())
    try:
        failing.result()
    except ValueError as error:
        print("raised", error)
    try:
        list(pool.map(square, [1, 13, 2]))
    except ValueError as error:
        print("map raised", error)
    print(sorted(f.result() for f in as_completed([pool.submit(square, i) for i in range(4)])))
    name = pool.submit(lambda: threading.current_thread().name).result()
    print(name.startswith("pool_"))
    gate = threading.Event()
    blocked = [pool.submit(gate.wait) for _ in range(2)]
    waiting = pool.submit(square, 2)
    print(waiting.cancel(), waiting.cancelled(), waiting.done())
    try:
        waiting.result()
    except CancelledError:
        print("cancelled")
    try:
        blocked[0].result(timeout=0.01)
    except TimeoutError:
        print("timeout")
    done, not_done = wait(blocked, timeout=0.01)
    print(len(done), len(not_done))
    gate.set()
    done, not_done = wait(blocked, return_when=ALL_COMPLETED)
    print(len(done), len(not_done))
    done, not_done = wait([pool.submit(square, 13), pool.submit(square, 1)], return_when=FIRST_EXCEPTION)
    print(any(f.exception() for f in done))
    done, _ = wait([pool.submit(square, 1)], return_when=FIRST_COMPLETED)
    print([f.result() for f in done])
    try:
        for f in as_completed([pool.submit(time.sleep, 0.3)], timeout=0.01):
            pass
    except TimeoutError as error:
        print(error)
try:
    pool.submit(square, 1)
except RuntimeError as error:
    print(error)

future = Future()
print(repr(future).split(" at ")[0], future.set_running_or_notify_cancel())
future.add_done_callback(lambda f: print("callback", f.result()))
future.set_result(42)
try:
    future.set_result(1)
except InvalidStateError as error:
    print(str(error).split(":")[0])
future.add_done_callback(lambda f: print("late", f.result()))
print(repr(future).endswith("state=finished returned int>"))
other = Future()
other.set_exception(KeyError("k"))
print(repr(other.exception()), repr(other).endswith("raised KeyError>"))

initialised = []
with ThreadPoolExecutor(1, initializer=initialised.append, initargs=("x",)) as pool:
    pool.submit(int).result()
print(initialised)


def bad_start():
    raise RuntimeError("no start")


import logging
logging.disable()
with ThreadPoolExecutor(1, initializer=bad_start) as pool:
    try:
        pool.submit(int).result()
    except concurrent.futures.thread.BrokenThreadPool as error:
        print(type(error).__name__, error)

try:
    ThreadPoolExecutor(0)
except ValueError as error:
    print(error)


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor() as pool:
        print(await loop.run_in_executor(pool, square, 7))
        print(await asyncio.gather(*[loop.run_in_executor(pool, square, i) for i in range(4)]))
        print(await asyncio.wrap_future(pool.submit(square, 9)))
        loop.set_default_executor(ThreadPoolExecutor(2))
        print(await loop.run_in_executor(None, square, 3), await asyncio.to_thread(square, 4))
        try:
            await loop.run_in_executor(pool, square, 13)
        except ValueError as error:
            print("async", error)


    def from_thread():
        return asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, "slept"), loop).result()

    print(await asyncio.to_thread(from_thread))


asyncio.run(main())
pool = ThreadPoolExecutor(1)
pool.submit(time.sleep, 0.05)
queued = [pool.submit(int) for _ in range(3)]
pool.shutdown(wait=True, cancel_futures=True)
print(all(f.cancelled() for f in queued))
