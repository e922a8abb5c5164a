# What tracebacks show of asyncio's own functions that an exception passed.
import asyncio
import logging
import os
import sys
import traceback


def show(title, run):
    try:
        run()
    except BaseException as error:
        print("--", title)
        for line in "".join(traceback.format_exception(error)).splitlines():
            path, quote, rest = line.partition('", line ')
            print(path[:path.index('"') + 1] + os.path.basename(path) + quote + rest if quote else line)
        names = [(os.path.basename(f.filename), f.lineno, f.name, f.line) for f in traceback.extract_tb(error.__traceback__)]
        print(names[1:4])


async def boom():
    raise LookupError("inside") from KeyError("k")


async def nap():
    await asyncio.sleep(10)


async def in_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(boom())
        group.create_task(nap())


async def group_without_errors():
    async with asyncio.TaskGroup() as group:
        group.create_task(nap())
        raise OSError("of the block")


async def too_long():
    async with asyncio.timeout(0.001):
        await nap()


async def wait_for(delay, fut):
    await asyncio.wait_for(fut, delay)


async def cancelled(start):
    task = asyncio.create_task(start())
    await asyncio.sleep(0.001)
    task.cancel("by hand")
    await task


async def on_event():
    await asyncio.Event().wait()


async def on_lock():
    lock = asyncio.Lock()
    async with lock:
        await lock.acquire()


async def in_lock():
    lock = asyncio.Lock()
    await lock.acquire()
    async with lock:
        pass


async def on_semaphore():
    semaphore = asyncio.Semaphore(0)
    await semaphore.acquire()


async def on_semaphore_with():
    async with asyncio.BoundedSemaphore(0):
        pass


async def on_get():
    await asyncio.Queue().get()


async def on_put():
    queue = asyncio.Queue(1)
    await queue.put(1)
    await queue.put(2)


async def empty():
    asyncio.Queue().get_nowait()


async def full():
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    queue.put_nowait(2)


async def in_thread():
    await asyncio.to_thread(lambda: [][1])


async def in_run():
    asyncio.run(boom())


async def stopped():
    asyncio.get_running_loop().stop()
    await asyncio.sleep(1)


show("run", lambda: asyncio.run(boom()))
with asyncio.Runner() as runner:
    show("Runner.run", lambda: runner.run(boom()))
    show("run_until_complete", lambda: runner.get_loop().run_until_complete(boom()))
    show("stopped", lambda: runner.run(stopped()))
    show("no coroutine", lambda: runner.run(len))
for start in (in_group, group_without_errors, too_long, empty, full, in_thread):
    show(start.__name__, lambda: asyncio.run(start()))
show("wait_for late", lambda: asyncio.run(wait_for(0.001, nap())))
show("wait_for never", lambda: asyncio.run(wait_for(0, nap())))
show("wait_for failed", lambda: asyncio.run(wait_for(1, boom())))
for start in (nap, on_event, on_lock, in_lock, on_semaphore, on_semaphore_with, on_get, on_put):
    show("cancelled " + start.__name__, lambda: asyncio.run(cancelled(start)))


class Interrupt(KeyboardInterrupt):
    pass


async def interrupt():
    asyncio.get_running_loop().call_soon(fail)
    await asyncio.sleep(1)


def fail():
    raise Interrupt("in a callback")


show("out of the loop", lambda: asyncio.run(interrupt()))


def handler(loop, context):
    print(context["message"])
    print([(f.name, f.line) for f in traceback.extract_tb(context["exception"].__traceback__)])


async def callback():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.call_later(0, {}.__getitem__, "missing")
    await asyncio.sleep(0.001)


asyncio.run(callback())
try:
    asyncio.run(boom())
except LookupError as error:
    frames = [link for link, line in traceback.walk_tb(error.__traceback__)]
    print([frame.f_code.co_name for frame in frames], "__unittest" in frames[1].f_globals)


class Records(logging.Handler):
    def emit(self, record):
        print(record.getMessage().splitlines()[0])
        print([(f.name, f.line) for f in traceback.extract_tb(record.exc_info[1].__traceback__)])


def failing_handler(loop, context):
    raise LookupError(context["message"])


async def failing_reports():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(failing_handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand"})


logging.getLogger("asyncio").addHandler(Records())
asyncio.run(failing_reports())
