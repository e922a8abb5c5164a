"""Threads, executors, call_soon_threadsafe, run_coroutine_threadsafe, janus-like queue, contextvars through threads."""
# difftest: no-wasi (threads)
import asyncio
import concurrent.futures
import contextvars
import functools
import queue
import threading
import time

var = contextvars.ContextVar("var", default="unset")


class LoopThread:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self._run, name="loop-thread", daemon=True)
        self.thread.start()
        self.ready.wait()

    def _run(self):
        asyncio.set_event_loop(self.loop)
        self.loop.call_soon(self.ready.set)
        try:
            self.loop.run_forever()
        finally:
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())
            self.loop.close()

    def run(self, coro, timeout=5):
        return asyncio.run_coroutine_threadsafe(coro, self.loop).result(timeout)

    def stop(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()


def sync(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        thread = LoopThread()
        try:
            return thread.run(function(*args, **kwargs))
        finally:
            thread.stop()
    return wrapper


@sync
async def compute(x):
    await asyncio.sleep(0.001)
    return x * 2, threading.current_thread().name


async def failing():
    await asyncio.sleep(0)
    raise KeyError("from the other loop")


class Bridge:
    def __init__(self, loop, maxsize=2):
        self.loop = loop
        self.queue = asyncio.Queue(maxsize)

    def put(self, item):
        asyncio.run_coroutine_threadsafe(self.queue.put(item), self.loop).result()

    def close(self):
        self.put(StopAsyncIteration)

    async def __aiter__(self):
        while (item := await self.queue.get()) is not StopAsyncIteration:
            yield item


def producer(bridge, n):
    for i in range(n):
        bridge.put((i, var.get()))
    bridge.close()


def blocking(n):
    time.sleep(0.001)
    return n, var.get(), threading.current_thread() is not threading.main_thread()


class CountingExecutor(concurrent.futures.ThreadPoolExecutor):
    submitted = 0

    def submit(self, fn, /, *args, **kwargs):
        type(self).submitted += 1
        return super().submit(fn, *args, **kwargs)


async def main():
    loop = asyncio.get_running_loop()
    var.set("main")
    bridge = Bridge(loop)
    task = asyncio.create_task(asyncio.to_thread(producer, bridge, 5))
    async for item in bridge:
        print(item)
    await task
    print(sorted(await asyncio.gather(*(asyncio.to_thread(blocking, i) for i in range(4)))))
    print(await loop.run_in_executor(None, blocking, 9))
    with CountingExecutor(2, thread_name_prefix="pool") as pool:
        futures = [loop.run_in_executor(pool, blocking, i) for i in range(5)]
        for future in asyncio.as_completed(futures):
            await future
        print(CountingExecutor.submitted, [f.result()[0] for f in futures])
        names = await asyncio.gather(*(loop.run_in_executor(pool, lambda: threading.current_thread().name) for _ in range(4)))
        print({n.rsplit("_", 1)[0] for n in names})
    try:
        await loop.run_in_executor(None, lambda: 1 / 0)
    except ZeroDivisionError as error:
        print(error)
    other = LoopThread()
    future = asyncio.run_coroutine_threadsafe(failing(), other.loop)
    try:
        await asyncio.wrap_future(future)
    except KeyError as error:
        print(repr(error))
    slow = asyncio.run_coroutine_threadsafe(asyncio.sleep(60), other.loop)
    wrapped = asyncio.wrap_future(slow)
    await asyncio.sleep(0.01)
    wrapped.cancel()
    try:
        await wrapped
    except asyncio.CancelledError:
        pass
    await asyncio.sleep(0.01)
    print(slow.cancelled(), other.run(asyncio.sleep(0, "fine")))
    try:
        other.run(asyncio.sleep(60), 0.01)
    except TimeoutError as error:
        print(type(error), str(error))
    other.loop.call_soon_threadsafe(lambda: [t.cancel() for t in asyncio.all_tasks(other.loop)])
    other.stop()
    got = []
    done = asyncio.Event()

    def from_thread():
        for i in range(3):
            loop.call_soon_threadsafe(got.append, i)
        loop.call_soon_threadsafe(done.set)
    threading.Thread(target=from_thread).start()
    await done.wait()
    print(got)
    try:
        loop.set_debug(True)
        def wrong():
            try:
                loop.call_soon(print)
            except RuntimeError as error:
                return str(error)
        print(await asyncio.to_thread(wrong))
    finally:
        loop.set_debug(False)

    def nothing():
        try:
            asyncio.get_running_loop()
        except RuntimeError as error:
            return str(error)
    print(await asyncio.to_thread(nothing))
    ctx = contextvars.copy_context()
    ctx.run(var.set, "copied")
    print(await asyncio.create_task(asyncio.to_thread(var.get), context=ctx), var.get())


print(compute(21))
asyncio.run(main())
