"""Coroutines made of generators that answer None, at once or after waiting for a future."""

import asyncio
from types import coroutine

@coroutine
def nothing(loop):
    yield from loop.run_in_executor(None, lambda: None)

@coroutine
def at_once():
    return None
    yield

@coroutine
def value(loop):
    return (yield from loop.run_in_executor(None, lambda: None))

class It:
    def __await__(self):
        yield
        return None

async def main():
    loop = asyncio.get_running_loop()
    print(await at_once())
    print(await It())
    print(await nothing(loop))
    print(await value(loop))
    print(await asyncio.gather(nothing(loop), value(loop)))

asyncio.run(main())
