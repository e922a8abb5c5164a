"""Classes derived from those of asyncio: primitives, tasks, futures, groups, loops, policies."""
import asyncio
class MyLock(asyncio.Lock):
    def __init__(self):
        super().__init__()
        self.log = []
    async def acquire(self):
        self.log.append("acquire")
        return await super().acquire()
    def release(self):
        self.log.append("release")
        super().release()
class MyEvent(asyncio.Event):
    def set(self):
        print("set"); super().set()
class MySem(asyncio.Semaphore):
    async def acquire(self):
        print("sem", self._value)
        return await super().acquire()
class MyTask(asyncio.Task):
    def __init__(self, coro, *, loop=None, name=None, context=None):
        super().__init__(coro, loop=loop, name=name, context=context)
        self.extra = 1
    def cancel(self, msg=None):
        print("cancel", msg)
        return super().cancel(msg)
    def set_name(self, n):
        super().set_name("my-" + n)
class MyFuture(asyncio.Future):
    def set_result(self, r):
        print("set_result", r)
        super().set_result(r)
    def __await__(self):
        print("await")
        return (yield from super().__await__())
class MyCond(asyncio.Condition):
    def notify(self, n=1):
        print("notify", n)
        super().notify(n)
class Group(asyncio.TaskGroup):
    def create_task(self, coro, *, name=None, context=None):
        print("create", name)
        return super().create_task(coro, name=name)
    async def __aexit__(self, *a):
        print("exit", a[0])
        return await super().__aexit__(*a)
async def job(x):
    await asyncio.sleep(0)
    return x
def factory(loop, coro, **kw):
    print("factory", sorted(kw))
    return MyTask(coro, loop=loop, **kw)
async def main():
    l = MyLock()
    async with l:
        print(l.locked(), l)if 0 else print(l.locked())
    print(l.log)
    e = MyEvent(); e.set(); print(await e.wait())
    s = MySem(2)
    async with s:
        async with s: print(s.locked())
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    t = asyncio.create_task(job(3), name="x")
    print(type(t).__name__, t.get_name(), t.extra, isinstance(t, asyncio.Task))
    print(await t)
    t = asyncio.create_task(job(4)); t.cancel("m")
    try: await t
    except asyncio.CancelledError as e: print(repr(e))
    f = MyFuture()
    loop.call_soon(f.set_result, 9)
    print(await f)
    f = MyFuture(loop=loop)
    loop.call_soon(f.set_result, 9)
    print(await asyncio.wait_for(f, 1))
    c = MyCond()
    async with c:
        c.notify(); c.notify_all()
    async with Group() as g:
        t = g.create_task(job(2), name="n"); g.create_task(job(1))
    print(t.result())
    try:
        async with asyncio.timeout(0.001):
            await asyncio.gather(asyncio.sleep(10), job(1))
    except TimeoutError: print("TO")
asyncio.run(main())
class Loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        self.n = getattr(self, "n", 0) + 1
        return super().call_soon(callback, *args, context=context)
    def create_future(self):
        self.futures = getattr(self, "futures", 0) + 1
        return super().create_future()
    def create_task(self, coro, *, name=None, context=None):
        print("create_task", name)
        return super().create_task(coro, name=name)
    def time(self):
        return super().time() + 1000
    def run_forever(self):
        print("run_forever")
        super().run_forever()
    def close(self):
        print("close")
        super().close()
    def call_exception_handler(self, context):
        print("handler", context["message"])
    def default_exception_handler(self, context):
        print("default", context["message"])
with asyncio.Runner(loop_factory=Loop) as r:
    async def f():
        loop = asyncio.get_running_loop()
        print(type(loop).__name__)
        await asyncio.sleep(0.001)
        await asyncio.gather(job(1), job(2))
        fut = loop.create_future()
        loop.call_soon(fut.set_result, 4)
        def bad(): raise ValueError
        loop.call_soon(bad)
        print(await fut, loop.n > 3)
        await job(1)
    r.run(f())
class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("new loop")
        return Loop()
    def get_event_loop(self):
        print("get loop")
        return super().get_event_loop()
asyncio.set_event_loop_policy(Policy())
async def g():
    print(type(asyncio.get_event_loop()).__name__)
asyncio.run(g())
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__)
