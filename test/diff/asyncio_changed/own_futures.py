"""Futures that asyncio makes for itself come from the loop's own create_future."""
# difftest: no-wasi (there are no threads)
import asyncio

class MyFut(asyncio.Future):
    pass

class Loop(asyncio.SelectorEventLoop):
    made = 0
    def create_future(self):
        Loop.made += 1
        return MyFut(loop=self)

async def show(name, coro):
    before = Loop.made
    r = await coro
    print(name, Loop.made - before)
    return r

async def locks():
    lock = asyncio.Lock()
    await lock.acquire()
    t = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print([type(w).__name__ for w in lock._waiters])
    lock.release()
    await t
    lock.release()

async def queues():
    q = asyncio.Queue(1)
    t = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    print([type(w).__name__ for w in q._getters])
    await q.put(1)
    await t
    await q.put(1)
    t = asyncio.create_task(q.put(2))
    await asyncio.sleep(0)
    print([type(w).__name__ for w in q._putters])
    await q.get()
    await q.get()
    await t

async def events():
    e = asyncio.Event()
    t = asyncio.create_task(e.wait())
    await asyncio.sleep(0)
    print([type(w).__name__ for w in e._waiters])
    e.set()
    await t

async def conds():
    c = asyncio.Condition()
    async def w():
        async with c:
            await c.wait()
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    print([type(w).__name__ for w in c._waiters])
    async with c:
        c.notify_all()
    await t

async def sems():
    s = asyncio.Semaphore(1)
    await s.acquire()
    t = asyncio.create_task(s.acquire())
    await asyncio.sleep(0)
    print([type(w).__name__ for w in s._waiters])
    s.release()
    await t

async def waits():
    t = [asyncio.create_task(asyncio.sleep(0.001)) for _ in range(2)]
    await asyncio.wait(t)

async def wfor():
    await asyncio.wait_for(asyncio.sleep(0.001), 5)

async def shields():
    f = asyncio.shield(asyncio.create_task(asyncio.sleep(0)))
    print(type(f).__name__)
    await f

async def gathers():
    f = asyncio.gather(asyncio.sleep(0), asyncio.sleep(0))
    print(type(f).__name__)
    await f
    f = asyncio.gather()
    print(type(f).__name__)
    await f

async def groups():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(asyncio.sleep(0.001))

async def threads():
    f = asyncio.get_running_loop().run_in_executor(None, lambda: 1)
    print(type(f).__name__)
    await f

async def barriers():
    b = asyncio.Barrier(2)
    t = asyncio.create_task(b.wait())
    await b.wait()
    await t

async def timeouts():
    async with asyncio.timeout(1):
        await asyncio.sleep(0.001)

async def ac():
    for f in asyncio.as_completed([asyncio.sleep(0.001, 1)]):
        await f

async def main():
    for f in (asyncio.sleep, locks, queues, events, conds, sems, waits, wfor, shields, gathers, groups, threads, barriers, timeouts, ac):
        await show(f.__name__, f() if f is not asyncio.sleep else f(0.001))

loop = Loop()
loop.run_until_complete(main())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
