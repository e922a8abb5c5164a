"""Futures whose classes override methods, objects that claim to be futures, futures that were never initialised."""
import asyncio
import collections
from unittest import mock
class MyFuture:
    _asyncio_future_blocking = None
    def __init__(self):
        self._asyncio_future_blocking = False
print(asyncio.isfuture(MyFuture), asyncio.isfuture(MyFuture()), asyncio.isfuture(1), asyncio.isfuture(mock.Mock()), asyncio.isfuture(mock.Mock(asyncio.Future)))
class Claims:
    __class__ = asyncio.Future
    _asyncio_future_blocking = False
print(asyncio.isfuture(Claims()))
loop = asyncio.new_event_loop()
fut = loop.create_future()
def tried(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
for args in ((Exception, Exception("elephant"), 32), (Exception("e"), Exception("f")), (ValueError, None, None), (list,), (ValueError, 3), (ValueError, (1, 2)), (4,), (ValueError, ValueError(3), None), ()):
    tried(iter(fut).throw, *args)
    def g(): yield 1
    h = g(); next(h)
    tried(h.throw, *args)
    tried(g().throw, *args)
    async def c(): await fut
    tried(c().throw, *args)
F = asyncio.Future
for name in ("result", "exception", "cancel", "done", "cancelled", "get_loop"):
    f = F.__new__(F)
    tried(getattr(f, name))
tried(F.__new__(F).set_result, 3)
tried(F.__new__(F).set_exception, ValueError)
tried(F.__new__(F).add_done_callback, print)
tried(F.__new__(F).remove_done_callback, print)
tried(iter, F.__new__(F))
tried(delattr, fut, "_asyncio_future_blocking")
tried(delattr, fut, "_log_traceback")
tried(setattr, fut, "_log_traceback", 3)
tried(setattr, fut, "_log_traceback", 0)
print(fut._asyncio_future_blocking, fut._log_traceback)

class CommonFuture:
    def __init__(self, *args, **kwargs):
        self.calls = collections.defaultdict(lambda: 0)
        super().__init__(*args, **kwargs)
    def add_done_callback(self, *args, **kwargs):
        self.calls['add_done_callback'] += 1
        print("add", len(args), sorted(kwargs))
        return super().add_done_callback(*args, **kwargs)
    def remove_done_callback(self, *args):
        self.calls['remove_done_callback'] += 1
        return super().remove_done_callback(*args)
    def cancel(self, *args, **kwargs):
        self.calls['cancel'] += 1
        return super().cancel(*args, **kwargs)
class MyFut(CommonFuture, asyncio.Future): pass
class MyTask(CommonFuture, asyncio.Task): pass
def both(make):
    fut = MyFut(loop=loop)
    async def func():
        loop.call_soon(lambda: fut.done() or fut.set_result('spam'))
        return await make(fut)
    task = MyTask(func(), loop=loop)
    tried(loop.run_until_complete, task)
    print(dict(task.calls), dict(fut.calls))
loop.set_debug(False)
async def itself(f): return await f
async def shielded(f): return await asyncio.shield(f)
async def gathered(f): return await asyncio.gather(f)
async def waited(f): return len((await asyncio.wait([f]))[0])
async def waited1(f): return len((await asyncio.wait([f], timeout=1))[0])
async def waitfor(f): return await asyncio.wait_for(f, 1)
async def waitfor0(f): return await asyncio.wait_for(f, None)
async def completed(f): return [await x for x in asyncio.as_completed([f])]
async def cancelled(f):
    asyncio.current_task().cancel()
    return await f
async def cancelled_later(f):
    loop.call_soon(asyncio.current_task().cancel)
    g = MyFut(loop=loop)
    try:
        await g
    finally: print(dict(g.calls))
for m in (itself, shielded, gathered, waited, waited1, waitfor, waitfor0, completed, cancelled, cancelled_later):
    print(m.__name__)
    both(m)
for wrong in (fut, 5):
    try:
        completions = asyncio.as_completed(wrong)
        print("made")
        next(completions)
    except TypeError as e:
        print(e)

class Answers(asyncio.Future):
    """Answers otherwise than its state says."""
    def result(self):
        print("result")
        return super().result()
    def exception(self):
        print("exception")
        return super().exception()
    def done(self):
        print("done")
        return super().done()
    def cancelled(self):
        print("cancelled")
        return super().cancelled()
for m in (itself, waited, waitfor, gathered):
    print(m.__name__)
    f = Answers(loop=loop)
    loop.call_soon(f.set_result, 3)
    try: print(loop.run_until_complete(m(f)))
    except BaseException as e: print(type(e))
class Duck:
    """A future of a class of its own, which calls back in the context that it is given."""
    _asyncio_future_blocking = False
    def __init__(self):
        self.callbacks = []
    def get_loop(self):
        return loop
    def add_done_callback(self, fn, *, context=None):
        print("context", type(context).__name__)
        loop.call_soon(fn, self, context=context)
    def cancel(self, msg=None):
        return False
    def done(self):
        return True
    def result(self):
        return "duck"
    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self.result()
async def of_duck():
    return await Duck(), await Duck()
print(loop.run_until_complete(of_duck()))
loop.close()
