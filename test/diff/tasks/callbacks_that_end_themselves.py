"""Callbacks of every kind that take themselves away while they run, so that nothing else refers to them."""
# difftest: no-wasi (sockets, signals, sqlite3)
import asyncio
import gc
import os
import signal
import socket
import sqlite3
import sys
import weakref
import xml.parsers.expat


class Tell:
    def __init__(self, name):
        self.name, self.items = name, [name * 3]

    def __del__(self):
        print("end of", self.name)


def churn():
    """Takes the memory of what was just given up."""
    keep = []
    for i in range(200):
        def function(a=[i], b={i: i}):
            return a, b, keep
        keep += [function, [i] * 4, {"key": i}]
    keep.clear()


def make(name, drop):
    tell = Tell(name)

    def call(*args, **kw):
        drop()
        churn()
        print(name, tell.items, len(args))
    return call


async def main():
    loop = asyncio.get_running_loop()

    def make_factory():
        tell = Tell('factory')

        def factory(loop, coro, **kw):
            loop.set_task_factory(None)
            churn()
            print('factory', tell.items)
            return asyncio.Task(coro, loop=loop)
        return factory

    loop.set_task_factory(make_factory())
    await asyncio.create_task(asyncio.sleep(0))
    loop.set_exception_handler(make('handler', lambda: loop.set_exception_handler(None)))
    loop.call_exception_handler({'message': 'm'})
    box = []
    box.append(loop.call_soon(make('soon', lambda: box.pop().cancel())))
    await asyncio.sleep(0)
    box.append(loop.call_later(0, make('later', lambda: box.pop().cancel())))
    await asyncio.sleep(0.01)
    a, b = socket.socketpair()
    loop.add_reader(a, make('reader', lambda: loop.remove_reader(a)))
    b.send(b'x')
    await asyncio.sleep(0.01)
    loop.add_writer(a, make('writer', lambda: loop.remove_writer(a)))
    await asyncio.sleep(0.01)
    loop.add_signal_handler(signal.SIGUSR1, make('loop signal', lambda: loop.remove_signal_handler(signal.SIGUSR1)))
    os.kill(os.getpid(), signal.SIGUSR1)
    await asyncio.sleep(0.01)
    a.close()
    b.close()
    fut = loop.create_future()
    cbs = []
    cbs.append(make('future', lambda: fut.remove_done_callback(cbs.pop())))
    fut.add_done_callback(cbs[0])
    fut.set_result(1)
    await asyncio.sleep(0)


asyncio.run(main())
signal.signal(signal.SIGUSR1, make('signal', lambda: signal.signal(signal.SIGUSR1, signal.SIG_DFL)))
os.kill(os.getpid(), signal.SIGUSR1)
gc.callbacks.append(make('gc', gc.callbacks.clear))
gc.collect()
refs = []
t = Tell('target')
refs.append(weakref.ref(t, make('weakref', refs.clear)))
del t
db = sqlite3.connect(':memory:')
cur = db.cursor()

def make_row_factory():
    tell = Tell('row')

    def factory(cursor, row):
        cursor.row_factory = None
        churn()
        print(tell.items)
        return row
    return factory


cur.row_factory = make_row_factory()
print(cur.execute('select 1').fetchall())

def make_text_factory():
    tell = Tell('text')

    def factory(b):
        db.text_factory = str
        churn()
        print(tell.items)
        return b
    return factory


db.text_factory = make_text_factory()
print(cur.execute("select 'a', 'b'").fetchall())

def make_trace():
    tell = Tell('trace')

    def trace(text):
        db.set_trace_callback(None)
        churn()
        print(tell.items, text)
    return trace


db.set_trace_callback(make_trace())
db.execute('select 2')

def make_progress():
    tell = Tell('progress')

    def progress():
        db.set_progress_handler(None, 0)
        churn()
        print(tell.items)
    return progress


db.set_progress_handler(make_progress(), 1)
db.execute('select 3').fetchall()

def make_authorizer():
    tell = Tell('authorize')

    def authorize(*a):
        db.set_authorizer(None)
        churn()
        print(tell.items, a[:1])
        return 0
    return authorize


db.set_authorizer(make_authorizer())
db.execute('select 4').fetchall()
p = xml.parsers.expat.ParserCreate()

def make_start():
    tell = Tell('expat')

    def start(name, attrs):
        p.StartElementHandler = None
        churn()
        print(tell.items, name)
    return start


p.StartElementHandler = make_start()
p.Parse('<a><b/></a>', True)

def make_hook():
    tell = Tell('hook')

    def hook(*a):
        sys.unraisablehook = sys.__unraisablehook__
        churn()
        print(tell.items)
    return hook


sys.unraisablehook = make_hook()
class Failing:
    def __del__(self):
        raise ValueError


Failing()
print('last')
