"""Tracebacks through @contextmanager and @asynccontextmanager: every way in which they fail."""
import contextlib, traceback, sys, asyncio
from contextlib import contextmanager, asynccontextmanager
def show(e): print("".join(traceback.format_exception(e)))
@contextmanager
def m(where):
    if where == "before": raise ValueError("before")
    try: yield
    except KeyError as e:
        if where == "other": raise OSError("other") from e
        raise
    finally:
        if where == "after": raise IndexError("after")
@asynccontextmanager
async def am(where):
    with m(where): yield
def run(where, exc=None):
    with m(where):
        if exc: raise exc
async def arun(where, exc=None):
    async with am(where):
        if exc: raise exc
async def main():
    for w, x in [("before", None), ("after", None), ("after", TypeError("body")), ("other", KeyError("k")), ("ok", KeyError("k")), ("ok", TypeError("t")), ("ok", StopIteration("s")), ("ok", RuntimeError("r"))]:
        try: run(w, x)
        except Exception as e: show(e)
        try: await arun(w, x)
        except Exception as e: show(e)
        try:
            with contextlib.ExitStack() as st: st.enter_context(m(w)); raise x or KeyError("in stack")
        except Exception as e: show(e)
        try:
            async with contextlib.AsyncExitStack() as st: await st.enter_async_context(am(w)); raise x or KeyError("in stack")
        except Exception as e: show(e)
@m("before")
def deco(): pass
@m("after")
def deco2(): pass
asyncio.run(main())
for d in deco, deco2:
    try: d()
    except Exception as e: show(e)
@am("before")
async def adeco(): pass
@am("after")
async def adeco2(): pass
@am("ok")
async def adeco3(): raise KeyError("x")
for d in adeco, adeco2, adeco3:
    try: asyncio.run(d())
    except Exception as e: show(e)
