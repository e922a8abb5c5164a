"""What shows at the end of a program, one child process for each way: whoever may watch, watches.

# difftest: no-wasi (fork)
"""
import asyncio
import gc
import io
import os
import shutil
import sqlite3
import sys
import tempfile
import threading
import warnings
import weakref

WAYS = []
kept = []


def way(function):
    WAYS.append(function)
    return function


class Speaking:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


class Silent:
    pass


@way
def nothing():
    kept.append([Silent() for _ in range(100)])


@way
def in_a_global():
    global speaking
    speaking = Speaking("global")


@way
def in_a_cycle():
    speaking = Speaking("cycle")
    speaking.self = speaking


@way
def in_another_module():
    os.speaking = Speaking("attribute of os")


@way
def in_a_cell():
    speaking = Speaking("cell")
    kept.append(lambda: speaking)


@way
def in_a_default():
    def function(argument=Speaking("default")):
        pass
    kept.append(function)


@way
def finalizer_given_later():
    kept.append(Silent())
    Silent.__del__ = lambda self: print("late finalizer")


@way
def of_a_class():
    class Meta(type):
        def __del__(cls):
            print("class gone:", cls.__name__)
    kept.append(Meta("Made", (), {}))


@way
def generator_waits():
    def generate():
        try:
            yield 1
        finally:
            print("generator closed")
    generator = generate()
    next(generator)
    kept.append(generator)


@way
def generator_over():
    def generate():
        try:
            yield 1
        finally:
            print("over in time")
    generator = generate()
    kept.append(generator)
    kept.append(list(generator))


@way
def coroutine_waits():
    async def wait():
        try:
            await asyncio.sleep(0)
        finally:
            print("coroutine closed")
    coroutine = wait()
    coroutine.send(None)
    kept.append(coroutine)


@way
def coroutine_never_awaited():
    async def wait():
        pass
    kept.append(wait())


@way
def file_not_flushed():
    global file
    file = os.fdopen(os.dup(1), "w")
    file.write("was in the buffer\n")


@way
def bytes_not_flushed():
    global file
    file = os.fdopen(os.dup(1), "wb")
    file.write(b"bytes were in the buffer\n")


@way
def unclosed_file_warned_of():
    global file
    warnings.simplefilter("always")
    file = open(os.devnull)


@way
def closed_files():
    with open(os.devnull) as file:
        kept.append(file)


@way
def stdout_wrapped():
    sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", write_through=False)
    sys.stdout.write("through a wrapper\n")


@way
def text_left_in_stdout():
    sys.stdout.write("no newline, no flush")


@way
def stdout_replaced():
    sys.stdout.write("left in the first;")
    sys.stdout = io.StringIO()
    print("nobody reads this")


@way
def weak_callback():
    global target, reference
    target = Silent()
    reference = weakref.ref(target, lambda reference: print("callback"))
    del target


@way
def weak_callback_in_a_cycle():
    target = Silent()
    target.self = target
    kept.append(weakref.ref(target, lambda reference: print("callback of a cycle")))


@way
def weak_containers():
    values = weakref.WeakValueDictionary()
    keys = weakref.WeakKeyDictionary()
    for i in range(5):
        silent = Silent()
        kept.append(silent)
        values[i] = silent
        keys[silent] = Speaking(f"value {i}") if i == 3 else i
    kept.append((values, keys, weakref.WeakSet(kept[:0])))


@way
def weakref_finalize():
    silent = Silent()
    kept.append(silent)
    weakref.finalize(silent, print, "finalize called")
    weakref.finalize(silent, print, "not called at exit").atexit = False


@way
def collector_watched():
    kept.append(Silent())
    gc.callbacks.append(lambda phase, info: None)


@way
def task_pending():
    async def main():
        global task
        task = asyncio.ensure_future(asyncio.sleep(100))
        await asyncio.sleep(0)
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"]))
    loop.run_until_complete(main())
    loop.close()


@way
def exception_not_retrieved():
    loop = asyncio.new_event_loop()
    future = loop.create_future()
    future.set_exception(ValueError("nobody asked"))
    loop.close()
    kept.append(future)


@way
def loops_are_over():
    async def main():
        print("ran in a loop")
    asyncio.run(main())


@way
def thread_local():
    local = threading.local()
    local.speaking = Speaking("thread-local")
    kept.append(local)


@way
def daemon_waits():
    threading.Thread(target=threading.Event().wait, daemon=True).start()
    kept.append(Silent())


@way
def revives_itself():
    class Reviving:
        def __del__(self):
            print("revived")
            kept.append(self)
    kept.append(Reviving())


@way
def database_open():
    global connection
    connection = sqlite3.connect(path)
    connection.execute("pragma journal_mode = wal")
    connection.execute("create table numbers (number)")
    connection.execute("insert into numbers values (1)")
    connection.commit()
    connection.execute("insert into numbers values (2)")


def end_of(function):
    print(f"-- {function.__name__}", flush=True)
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        function()
        sys.exit(3)
    _, status = os.waitpid(child, 0)
    print("\n->", os.waitstatus_to_exitcode(status), flush=True)


folder = tempfile.mkdtemp()
path = os.path.join(folder, "numbers.db")
os.dup2(1, 2)
for function in WAYS:
    end_of(function)
print(sorted(os.listdir(folder)))
check = sqlite3.connect(path)
print(check.execute("select * from numbers").fetchall())
check.close()
shutil.rmtree(folder)
