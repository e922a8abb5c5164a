# An exception of a call that is awaited marks the call; one of what is awaited marks the whole `await`.
import asyncio
import sys
import traceback


class Service:
    def __init__(self):
        self.field = Callable()

    def plain(self, key):
        raise LookupError(key)

    async def fetch(self, key, *, timeout=1):
        raise LookupError(key)


class Callable:
    def __call__(self, key):
        raise LookupError(key)

    async def __aenter__(self, more):
        pass

    async def __aexit__(self, *error):
        pass


def plain(key):
    raise LookupError(key)


async def fetch(key):
    raise LookupError(key)


async def programs(o, args, fut):
    async def run(o): await fetch()
    yield run
    async def run(o): return await fetch(1, 2)
    yield run
    async def run(o): return await fetch(1)
    yield run
    async def run(o): x = await o.fetch(); return x
    yield run
    async def run(o): await o.fetch(1, wait=2)
    yield run
    async def run(o): await o.fetch(1, timeout=2)
    yield run
    async def run(o): return [await o.plain(1)]
    yield run
    async def run(o): return await o.field(key=1)
    yield run
    async def run(o): return 1 + await o.field()
    yield run
    async def run(o): await o.missing(1)
    yield run
    async def run(o): await o.field.missing(len(args))
    yield run
    async def run(o): await plain(1)
    yield run
    async def run(o): await (plain(1))
    yield run
    async def run(o): await  ( (o.plain) (1) )
    yield run
    async def run(o): await o.plain(*args)
    yield run
    async def run(o): await o.fetch(*args, **{"wait": 1})
    yield run
    async def run(o): await o.fetch(*args)
    yield run
    async def run(o): await o.fetch(*1)
    yield run
    async def run(o): await len(args)
    yield run
    async def run(o): await len(1)
    yield run
    async def run(o): await asyncio.sleep()
    yield run
    async def run(o): await asyncio.wait_for(o, 1, 2)
    yield run
    async def run(o): await asyncio.gather(1)
    yield run
    async def run(o): await o.fetch(
        o.key)
    yield run
    async def run(o): await o.fetch(
        1, 2,
        3)
    yield run
    async def run(o):
        async with o.field: pass
    yield run


async def main():
    async for run in programs(0, [1], None):
        try:
            await run(Service())
        except Exception:
            traceback.print_exc(file=sys.stdout)
    await Service().fetch(1, 2)


asyncio.run(main())
