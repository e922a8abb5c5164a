"""asyncio.sleep and methods of asyncio's classes and loops replaced, by hand and by unittest.mock."""
import asyncio
import asyncio.tasks
import sys
from unittest import mock

real_sleep = asyncio.sleep
calls = []

async def fake_sleep(delay, result=None):
    calls.append(delay)
    return await real_sleep(0, result)

async def job(n):
    await asyncio.sleep(n)
    return n

async def main():
    print(await asyncio.gather(job(10), job(20)), calls)
    print(await asyncio.wait_for(job(30), 5), calls)

asyncio.sleep = fake_sleep
asyncio.run(main())
asyncio.sleep = real_sleep

async def patched():
    with mock.patch("asyncio.sleep", new=fake_sleep):
        await job(40)
    with mock.patch("asyncio.sleep") as m:
        print(type(m).__name__)
        m.return_value = 5
        print(await asyncio.sleep(100))
        m.assert_awaited_once_with(100)
        print(await job(7), m.await_args_list)
    with mock.patch.object(asyncio, "sleep", side_effect=ValueError("no")) as m:
        try:
            await job(1)
        except ValueError as e:
            print(repr(e))
    print(calls)
    loop = asyncio.get_running_loop()
    with mock.patch.object(loop, "time", return_value=123.0):
        print(loop.time())
        print(loop.call_later(5, print).when())
    with mock.patch.object(loop, "call_later") as later:
        loop.call_later(1, print)
        print(later.call_args)
    print(loop.time() > 0)

asyncio.run(patched())

class Put(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = []
    def _put(self, item):
        self._queue.insert(0, item)
    def _get(self):
        return self._queue.pop()

original = asyncio.Queue.put
async def put(self, item):
    print("put", item)
    return await original(self, item)
asyncio.Queue.put = put
async def q():
    q = asyncio.Queue()
    await q.put(3)
    print(q.get_nowait())
    p = Put()
    await p.put(1); await p.put(2)
    print(await p.get(), await p.get(), p._queue)
    asyncio.Queue.put = original
    await q.put(9)
    print(q.qsize(), q._queue, q._unfinished_tasks)
asyncio.run(q())

for what, name in ((asyncio.Task, "cancel"), (asyncio.Future, "set_result"), (asyncio.Future, "foo")):
    try:
        setattr(what, name, print)
    except TypeError as e:
        print(e)
    else:
        print("ok", what, name)
    try:
        delattr(what, name)
    except (TypeError, AttributeError) as e:
        print(repr(e))
for cls in (asyncio.Lock, asyncio.Event, asyncio.Semaphore, asyncio.Condition, asyncio.TaskGroup, asyncio.Queue, asyncio.Barrier, asyncio.Timeout, asyncio.Runner, asyncio.Handle, asyncio.StreamReader, asyncio.StreamWriter, asyncio.BaseEventLoop, asyncio.SelectorEventLoop, asyncio.AbstractEventLoop):
    try:
        cls.foo = 4
        print(cls.__name__, cls.foo)
        del cls.foo
    except (TypeError, AttributeError) as e:
        print(cls.__name__, repr(e))
