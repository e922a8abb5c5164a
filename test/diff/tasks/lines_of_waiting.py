"""The lines at which coroutines and generators wait: in reprs and stacks of tasks, in their frames."""
import asyncio, types, sys, inspect
async def inner(n):
    await asyncio.sleep(0)
    if n:
        await asyncio.sleep(10)
    else:
        await \
            asyncio.sleep(20)
async def outer(n):
    x = 1
    try:
        await inner(n)
    finally:
        await asyncio.sleep(0)
        print("fin")

def gen():
    x = 1
    yield 1

    yield 2
async def agen():
    yield 1
    await asyncio.sleep(5)
    yield 2

async def one():
    await asyncio.sleep(10)
async def main():
    t = asyncio.create_task(outer(1), name="a")
    u = asyncio.create_task(outer(0), name="b")
    v = asyncio.create_task(one(), name="c")
    print(t)
    for i in range(4):
        await asyncio.sleep(0)
        for task in (t, u, v):
            r = repr(task)
            print(r[:r.index("wait_for")] if "wait_for" in r else r)
            task.print_stack(file=sys.stdout)
            c = task.get_coro()
            while inspect.iscoroutine(c):
                if c.cr_code is not None and c.__name__ != "sleep":
                    print("  ", c.__qualname__, c.cr_frame.f_lineno if c.cr_frame else None)
                c = c.cr_await
    g = gen()
    print(g.gi_frame.f_lineno); next(g); print(g.gi_frame.f_lineno); next(g); print(g.gi_frame.f_lineno)
    a = agen()
    await anext(a)
    print(a.ag_frame.f_lineno)
    t.cancel(); u.cancel(); v.cancel()
    await asyncio.sleep(0)
    print(repr(t)[:90].split(" wait")[0])
    await asyncio.gather(t, u, v, return_exceptions=True)
    print(t)
asyncio.run(main())
