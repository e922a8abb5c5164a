"""Task and Future made by their classes."""
import asyncio
async def c(): return 1
async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.Task(c()))
    print(await asyncio.Task(c(), loop=loop))
    t = asyncio.Task(c(), loop=loop, name="x"); print(t.get_name(), await t)
    for f in (lambda: asyncio.Task(), lambda: asyncio.Task(1), lambda: asyncio.Task(c, 2), lambda: asyncio.Task(foo=1), lambda: asyncio.Future(1), lambda: asyncio.Future(foo=1)):
        try: print(f())
        except (TypeError, AttributeError) as e: print(repr(e))
    f = asyncio.Future(loop=loop); f.set_result(1); print(f)
asyncio.run(main())
