# difftest: no-wasi (the text of these lines is read from the installed library)
"""Errors that come out of asyncio's streams, connections, processes and primitives."""

import asyncio
import contextlib
import sys
import traceback


async def wf(): await asyncio.wait_for(asyncio.sleep(1), 0.001)


async def to():
    async with asyncio.timeout(0.001): await asyncio.sleep(1)


async def tg():
    async with asyncio.TaskGroup() as g: g.create_task(bad())


async def bad(): raise ValueError("bad")


async def ga(): await asyncio.gather(bad(), asyncio.sleep(0))


async def qn(): asyncio.Queue().get_nowait()


async def qn2():
    q=asyncio.Queue(1); q.put_nowait(1); q.put_nowait(2)


async def td(): asyncio.Queue().task_done()


async def rel(): asyncio.Lock().release()


async def bsr(): asyncio.BoundedSemaphore(1).release()


async def conn(): await asyncio.open_connection("127.0.0.1", 1)


async def inc():
    r=asyncio.StreamReader(); r.feed_data(b"ab"); r.feed_eof(); await r.readexactly(5)


async def lim():
    r=asyncio.StreamReader(limit=4); r.feed_data(b"abcdefghijk"); await r.readline()


async def unt():
    r=asyncio.StreamReader(); r.feed_data(b"ab"); r.feed_eof(); await r.readuntil(b"\n")


async def sub(): await asyncio.create_subprocess_exec("/nonexistent")


async def sem(): asyncio.Semaphore(-1)


async def tth(): await asyncio.to_thread(lambda: 1//0)


async def shi(): await asyncio.shield(bad())


async def wait_empty(): await asyncio.wait([])


async def cont():
    async with contextlib.AsyncExitStack() as s:
        await s.enter_async_context(acm()); raise ValueError("b")


@contextlib.asynccontextmanager
async def acm(): yield 1


async def acmb():
    async with acm(): raise ValueError("b")


CASES = {
    'a_wf': lambda: asyncio.run(wf()),
    'a_to': lambda: asyncio.run(to()),
    'a_tg': lambda: asyncio.run(tg()),
    'a_ga': lambda: asyncio.run(ga()),
    'a_qn': lambda: asyncio.run(qn()),
    'a_qn2': lambda: asyncio.run(qn2()),
    'a_td': lambda: asyncio.run(td()),
    'a_rel': lambda: asyncio.run(rel()),
    'a_bsr': lambda: asyncio.run(bsr()),
    'a_conn': lambda: asyncio.run(conn()),
    'a_inc': lambda: asyncio.run(inc()),
    'a_lim': lambda: asyncio.run(lim()),
    'a_unt': lambda: asyncio.run(unt()),
    'a_sub': lambda: asyncio.run(sub()),
    'a_sem': lambda: asyncio.run(sem()),
    'a_tth': lambda: asyncio.run(tth()),
    'a_shi': lambda: asyncio.run(shi()),
    'a_we': lambda: asyncio.run(wait_empty()),
    'a_cont': lambda: asyncio.run(cont()),
    'a_acmb': lambda: asyncio.run(acmb()),
    'a_run': lambda: asyncio.run(3),
    'a_run2': lambda: asyncio.get_running_loop(),
}
for name, case in CASES.items():
    print("-", name)
    try:
        case()
    except BaseException as error:
        traceback.print_exception(error, file=sys.stdout)
