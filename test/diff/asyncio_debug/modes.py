# difftest: no-wasi (WASI has no threads)
"""Debug mode: slow callbacks, where tasks, futures, handles and coroutines were made, refused calls."""
import asyncio
import gc
import logging
import re
import sys
import threading
import time

LIBRARY = re.compile(r"/usr/lib/python3.11/asyncio/\w+\.py:\d+")


class Shown(logging.Handler):
    def emit(self, record):
        text = re.sub(r"0x[0-9a-f]+", "0x", self.format(record))
        print("LOG", record.levelname, record.name, re.sub(r"took \d\.\d+", "took N", text))


logger = logging.getLogger("asyncio")
logger.addHandler(Shown())
logger.propagate = False
logger.setLevel(logging.DEBUG)


def shown(value):
    return LIBRARY.sub("LIB", re.sub(r"when=[\d.]+", "when=N", repr(value)))


async def boom():
    raise ZeroDivisionError("x")


def slow(seconds):
    time.sleep(seconds)


async def slow_callbacks(loop):
    loop.slow_callback_duration = 0.05
    loop.call_soon(slow, 0.06)
    await asyncio.sleep(0.07)
    time.sleep(0.06)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 10


async def origins(loop):
    handle = loop.call_later(5, print, 1)
    print(shown(handle), [entry[2] for entry in handle._source_traceback])
    handle.cancel()
    print(shown(handle))
    task = asyncio.create_task(boom(), name="bad")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([frame.name for frame in task._source_traceback][-2:], task._source_traceback[-2].line)
    print(shown(task))
    del task
    gc.collect()
    pending = loop.create_future()
    print(shown(pending), pending._source_traceback[-1].filename.endswith("base_events.py"))
    pending.cancel()
    print(shown(asyncio.Future(loop=loop)), shown(asyncio.ensure_future(pending)))
    print([entry.name for entry in asyncio.gather(future(), asyncio.sleep(0))._source_traceback][-3:])
    deep(5, lambda: asyncio.create_task(boom()).add_done_callback(lambda task: None))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    gc.collect()


def deep(level, function):
    return deep(level - 1, function) if level else function()


async def grouped():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(asyncio.sleep(0))
        print([frame.name for frame in task._source_traceback][-3:])


def future():
    return asyncio.get_running_loop().create_future()


async def refused(loop):
    def other():
        for call in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.call_at(1, print)):
            try:
                call()
            except RuntimeError as error:
                print(error)
        loop.call_soon_threadsafe(print, "threadsafe")

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    await asyncio.sleep(0.01)
    coroutine = boom()
    for call in (lambda: loop.call_soon(boom), lambda: loop.call_soon(coroutine), lambda: loop.call_soon(3),
                 lambda: loop.run_in_executor(None, boom), lambda: loop.call_soon_threadsafe(boom)):
        try:
            call()
        except TypeError as error:
            print(error)
    print(coroutine.cr_origin[0][1:], sys.get_coroutine_origin_tracking_depth())
    coroutine.close()


async def toggled(loop):
    loop.set_debug(False)
    await asyncio.sleep(0)
    print(sys.get_coroutine_origin_tracking_depth(), shown(future()))
    loop.set_debug(True)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    await slow_callbacks(loop)
    await origins(loop)
    await grouped()
    await refused(loop)
    await toggled(loop)
    loop.call_exception_handler({"message": "own", "b": 1, "a": [2], "exception": ValueError(3)})
    loop.call_exception_handler({})


asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
