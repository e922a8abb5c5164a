"""sys._current_frames: where each thread is, as a watchdog prints it."""
# difftest: no-wasi (there are no threads)
import asyncio
import os
import sys
import threading
import time
import traceback

ready = threading.Barrier(3)
over = threading.Event()


def inner(name):
    ready.wait()
    over.wait()


def outer(name):
    inner(name)


async def deep():
    await asyncio.sleep(0)
    ready.wait()
    over.wait()


async def main():
    await deep()


def names(frame):
    found = []
    for summary in traceback.extract_stack(frame):
        if summary.filename == __file__:
            found.append((summary.name, summary.lineno, summary.line))
    return found


def watch():
    frames = sys._current_frames()
    for thread in sorted(threading.enumerate(), key=lambda thread: thread.name):
        if thread is not threading.main_thread():  # this one moves on under CPython
            print(thread.name, names(frames[thread.ident]))
    print(threading.get_ident() in frames, frames[threading.get_ident()].f_code.co_name)


threads = [threading.Thread(target=outer, args=('first',), name='a plain one'),
           threading.Thread(target=lambda: asyncio.run(main()), name='b with a loop')]
for thread in threads:
    thread.start()
ready.wait()
time.sleep(0.2)
watch()
child = os.fork()
if child == 0:
    print(len(sys._current_frames()))
    sys.stdout.flush()
    os._exit(0)
os.waitpid(child, 0)
over.set()
for thread in threads:
    thread.join()
print(len(sys._current_frames()))
