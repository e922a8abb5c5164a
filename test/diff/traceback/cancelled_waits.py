# difftest: no-wasi (threads; the text of some lines is read from the installed library)
"""Tasks that are cancelled while they wait, at every place where asyncio waits, and their tracebacks."""

import asyncio
import contextlib
import sys
import threading
import traceback

async def inner(x=3600): await asyncio.sleep(x)
async def quick(): return 1
async def stubborn():
    try: await asyncio.sleep(3600)
    except asyncio.CancelledError:
        await asyncio.sleep(0.01)
        raise
async def one_group():
    async with asyncio.TaskGroup() as g:
        g.create_task(inner())
async def one_group_body():
    async with asyncio.TaskGroup() as g:
        g.create_task(inner())
        await asyncio.sleep(3600)
async def one_timeout():
    async with asyncio.timeout(3600):
        await asyncio.sleep(3600)
async def held(lock):
    async with lock: pass
async def cond_wait(c):
    async with c: await c.wait()
async def cond_wait_for(c):
    async with c: await c.wait_for(lambda: False)
async def as_comp():
    for f in asyncio.as_completed([inner(), inner()]): await f
async def agen():
    while True:
        await asyncio.sleep(3600); yield 1
async def afor():
    async for x in agen(): pass
async def acomp():
    return [x async for x in agen()]
async def stack():
    async with contextlib.AsyncExitStack() as s:
        s.push_async_callback(asyncio.sleep, 3600)
@contextlib.asynccontextmanager
async def manager():
    await asyncio.sleep(3600)
    yield
async def with_manager():
    async with manager(): pass

def cases():
    e=asyncio.Event(); yield "event", e.wait()
    l=asyncio.Lock()
    async def locked():
        await l.acquire(); await l.acquire()
    yield "lock.acquire", locked()
    yield "async with lock", held(l)
    s=asyncio.Semaphore(0); yield "sem", s.acquire(); yield "async with sem", held(s)
    b=asyncio.BoundedSemaphore(1)
    async def bs():
        async with b: await b.acquire()
    yield "bounded", bs()
    c=asyncio.Condition(); yield "cond.wait", cond_wait(c); yield "cond.wait_for", cond_wait_for(c)
    q=asyncio.Queue(1); yield "q.get", q.get(); 
    q.put_nowait(1); yield "q.put", q.put(2); yield "q.join", q.join()
    yield "pq.get", asyncio.PriorityQueue().get()
    ba=asyncio.Barrier(2); yield "barrier.wait", ba.wait()
    yield "async with barrier", held(asyncio.Barrier(3))
    yield "sleep0", asyncio.sleep(0)
    yield "sleep1", asyncio.sleep(3600)
    yield "wait_for", asyncio.wait_for(inner(), 3600)
    yield "wait_for none", asyncio.wait_for(inner(), None)
    yield "wait_for stubborn", asyncio.wait_for(stubborn(), 3600)
    yield "wait", asyncio.wait([asyncio.ensure_future(inner())])
    yield "wait timeout", asyncio.wait([asyncio.ensure_future(inner())], timeout=3600)
    async def gat(): await asyncio.gather(inner(), inner())
    yield "gather", gat()
    async def gat2(): await asyncio.gather(inner(), inner(), return_exceptions=True)
    yield "gather rex", gat2()
    async def sh(): await asyncio.shield(inner())
    yield "shield", sh()
    yield "as_completed", as_comp()
    yield "group", one_group(); yield "group body", one_group_body()
    yield "timeout", one_timeout()
    async def fut(): await asyncio.get_running_loop().create_future()
    yield "future", fut()
    async def task(): await asyncio.create_task(inner())
    yield "task", task()
    yield "afor", afor(); yield "acomp", acomp(); yield "exitstack", stack(); yield "manager", with_manager()
    r=asyncio.StreamReader(); 
    yield "read", r.read(10); yield "readline", asyncio.StreamReader().readline(); yield "readexactly", asyncio.StreamReader().readexactly(3)
    yield "readuntil", asyncio.StreamReader().readuntil(b"x"); yield "readall", asyncio.StreamReader().read()
    async def iterate():
        async for line in asyncio.StreamReader(): pass
    yield "lines", iterate()
    async def run_ex():
        ev=threading.Event()
        asyncio.get_running_loop().call_later(0.05, ev.set)
        await asyncio.get_running_loop().run_in_executor(None, ev.wait)
    yield "executor", run_ex()
    async def tt():
        ev=threading.Event()
        asyncio.get_running_loop().call_later(0.05, ev.set)
        await asyncio.to_thread(ev.wait)
    yield "to_thread", tt()

async def main():
    for name, coro in cases():
        for hops in (2,):
            t=asyncio.ensure_future(coro)
            for _ in range(4 if name!="sleep0" else 1): await asyncio.sleep(0)
            t.cancel("why")
            try: await t
            except BaseException as e:
                print("==", name, type(e).__name__, e.args)
                traceback.print_exception(e, file=sys.stdout)
            else: print("==", name, "done")
    for x in asyncio.all_tasks()-{asyncio.current_task()}: x.cancel()
asyncio.run(main())
