"""Special methods of asyncio's classes, in derived classes and replaced in the classes themselves."""
import asyncio

class T(asyncio.Task):
    def __repr__(self):
        return f"<T {self.get_name()}>"
    def __await__(self):
        print("await T")
        return (yield from super().__await__())

class F(asyncio.Future):
    def __repr__(self):
        return "<F>"
    def __await__(self):
        print("F.__await__")
        r = yield from super().__await__()
        return r
    def __iter__(self):
        print("F.__iter__")
        return super().__iter__()
    def __eq__(self, o):
        return self is o
    def __hash__(self):
        return 5
    def __del__(self):
        print("F.__del__")

class L(asyncio.Lock):
    async def __aenter__(self):
        print("enter")
        await super().__aenter__()
        return self
    async def __aexit__(self, *a):
        print("exit")
        return await super().__aexit__(*a)
    def __repr__(self):
        return "L()"
class S(asyncio.Semaphore):
    async def __aenter__(self):
        print("s enter")
        return await super().__aenter__()
class C(asyncio.Condition):
    async def __aenter__(self):
        print("c enter")
        return await super().__aenter__()
class B(asyncio.Barrier):
    async def __aenter__(self):
        print("b enter")
        return await super().__aenter__()
class G(asyncio.TaskGroup):
    async def __aenter__(self):
        print("g enter")
        return await super().__aenter__()
    async def __aexit__(self, et, ev, tb):
        print("g exit", et)
        return await super().__aexit__(et, ev, tb)
    def create_task(self, coro, **kw):
        print("g create")
        return super().create_task(coro, **kw)
class Ev(asyncio.Event):
    def __bool__(self):
        return self.is_set()
class Q(asyncio.Queue):
    def __len__(self):
        return self.qsize()
    def __aiter__(self):
        return self
    async def __anext__(self):
        v = await self.get()
        if v is None:
            raise StopAsyncIteration
        return v
    def __repr__(self):
        return "Q"
class TO(asyncio.Timeout):
    async def __aenter__(self):
        print("to enter")
        return await super().__aenter__()
    async def __aexit__(self, *a):
        print("to exit")
        return await super().__aexit__(*a)

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **kw: T(coro, loop=loop, **kw))
    t = asyncio.create_task(asyncio.sleep(0, 3), name="tt")
    print(t, repr(t))
    print(await t)
    f = F()
    loop.call_soon(f.set_result, 9)
    print(await f)
    f = F()
    loop.call_soon(f.set_result, 9)
    print(await asyncio.wait_for(f, 1))
    del f
    l = L()
    async with l:
        print(l)
    async with S(2), C(), B(1):
        print("in")
    async with G() as g:
        g.create_task(asyncio.sleep(0))
    q = Q()
    for i in (1, 2, None):
        q.put_nowait(i)
    print(len(q), q, bool(Ev()))
    async for x in q:
        print(x)
    async with TO(None) as to:
        print(type(to).__name__)

asyncio.run(main())

# patched
def patched_repr(self):
    return "patched!"
for cls in (asyncio.Event, asyncio.Lock, asyncio.Queue, asyncio.Semaphore, asyncio.Condition, asyncio.Barrier, asyncio.TaskGroup):
    old = cls.__repr__
    cls.__repr__ = patched_repr
    try:
        print(cls.__name__, cls() if cls is not asyncio.Barrier else cls(1))
    finally:
        cls.__repr__ = old
    print(cls.__name__, "patched" in repr(cls() if cls is not asyncio.Barrier else cls(1)))

async def aenter(self):
    print("patched aenter")
    await self.acquire()

async def p2():
    old = asyncio.Lock.__aenter__
    asyncio.Lock.__aenter__ = aenter
    async with asyncio.Lock() as x:
        print("locked", x)
    asyncio.Lock.__aenter__ = old
    async with asyncio.Lock() as x:
        print("locked", x)
asyncio.run(p2())


class Fair(asyncio.Lock):
    pass


def wrapped(cls, name):
    original = getattr(cls, name)

    def call(self, *args, **kwargs):
        print(cls.__name__, name, len(args), sorted(kwargs))
        return original(self, *args, **kwargs)
    setattr(cls, name, call)
    return original


async def p3():
    saved = [(cls, name, wrapped(cls, name)) for cls, name in (
        (asyncio.Lock, "__aenter__"), (asyncio.Lock, "__aexit__"), (asyncio.Lock, "__init__"),
        (asyncio.Queue, "__init__"), (asyncio.Queue, "__repr__"), (asyncio.TaskGroup, "__aexit__"),
        (asyncio.Semaphore, "__aenter__"), (asyncio.Timeout, "__aenter__"), (asyncio.Timeout, "__init__"))]
    async with asyncio.Lock(), Fair(), asyncio.BoundedSemaphore(1):
        print("inside")
    async with asyncio.TaskGroup():
        print("group")
    async with asyncio.timeout(5):
        print("timeout")
    print(repr(asyncio.PriorityQueue(maxsize=3)).partition(" ")[0])
    for cls, name, original in saved:
        setattr(cls, name, original)
    async with asyncio.Lock(), Fair(), asyncio.TaskGroup(), asyncio.timeout(5):
        print("as before")
    asyncio.Event.__del__ = lambda self: print("event gone")
    e = asyncio.Event()
    del e
    del asyncio.Event.__del__
    e = asyncio.Event()
    del e
    asyncio.Queue.__len__ = asyncio.Queue.qsize
    q = asyncio.Queue()
    q.put_nowait(1)
    print(len(q), bool(q))
    asyncio.Lock.__bool__ = asyncio.Lock.locked
    print(bool(asyncio.Lock()), bool(Fair()))


asyncio.run(p3())


class MyRunner(asyncio.Runner):
    def __enter__(self):
        print("enter runner")
        self.extra = 1
        return super().__enter__()

    def run(self, coro, **kwargs):
        print("run", self.extra)
        return super().run(coro, **kwargs)


async def five():
    return 5

with MyRunner(debug=False) as runner:
    print(runner.run(five()), runner.get_loop().get_debug())
