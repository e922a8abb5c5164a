"""asend, athrow, aclose driven by hand: misuse, states, StopAsyncIteration, RuntimeErrors."""

import asyncio


async def agen():
    try:
        x = yield 1
        print("  got", x)
        y = yield 2
        print("  got", y)
    except ValueError as error:
        print("  caught", error)
        yield "recovered"
    finally:
        print("  finally")


def step(awaitable):
    try:
        return awaitable.send(None)
    except StopIteration as stop:
        return ("value", stop.value)
    except BaseException as error:
        return (type(error).__name__, str(error))


g = agen()
print(type(g).__name__, g.ag_running, g.ag_await, g.__name__, g.__qualname__)
print(step(g.asend(5)), step(g.__anext__()), step(g.asend("a")), step(g.asend("b")), step(g.__anext__()))
g = agen()
print(step(g.__anext__()), step(g.athrow(ValueError("v"))), step(g.aclose()), step(g.aclose()), step(g.__anext__()), step(g.athrow(KeyError("after"))))
g = agen()
print(step(g.athrow(KeyError("first"))), step(g.__anext__()))
g = agen()
print(step(g.aclose()), step(g.asend(None)))
g = agen()
a = g.asend(None)
print(type(a).__name__, step(a), step(a))
c = g.aclose()
print(type(c).__name__, step(c), step(c))


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = ignores()
step(g.__anext__())
print(step(g.aclose()))


async def raises_stop(kind):
    yield 1
    raise kind("x")


for kind in (StopIteration, StopAsyncIteration, KeyError):
    g = raises_stop(kind)
    step(g.__anext__())
    print(step(g.__anext__()))


class Suspend:
    def __await__(self):
        got = yield "suspended"
        return got


async def with_await():
    x = await Suspend()
    yield x
    yield await Suspend()


g = with_await()
a = g.__anext__()
print(a.send(None), g.ag_running, step(g.__anext__()), step(g.aclose()))
try:
    a.send("resumed")
except StopIteration as stop:
    print(stop.value)
a = g.asend(None)
a.send(None)
try:
    a.throw(ValueError("into"))
except ValueError as error:
    print(error)
for attempt in (lambda: g.asend(), lambda: g.asend(1, 2), lambda: iter(g), lambda: next(g), lambda: g.send(1), lambda: list(g), lambda: g.aclose(1)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    async with asyncio.timeout(1):
        result = []
        g = agen()
        async for x in g:
            result.append(x)
        print(result)
        try:
            await anext(g)
        except StopAsyncIteration as stop:
            print("stopped", stop.args)
        print(await anext(g, "default"))
        try:
            aiter(5)
        except TypeError as error:
            print(error)
        try:
            await anext(5)
        except TypeError as error:
            print(error)
        print(aiter(g) is g)


asyncio.run(main())
