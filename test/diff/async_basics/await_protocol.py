"""__await__ objects of every kind, what await refuses, coroutines driven by hand, cr attributes."""

import asyncio
import types


class Immediate:
    def __await__(self):
        return iter(())


class Yields:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        total = 0
        for i in range(self.n):
            got = yield i
            print("  got", got)
            total += got or 0
        return total


class Bad:
    def __await__(self):
        return [1]


class BadCoroutine:
    def __await__(self):
        return later()


class NotIterable:
    def __await__(self):
        return 5


async def later():
    return "later"


@types.coroutine
def generator_based():
    x = yield "from generator"
    return x


async def awaits(thing):
    return await thing


def drive(coroutine, *values):
    steps = []
    try:
        steps.append(coroutine.send(None))
        for value in values:
            steps.append(coroutine.send(value))
    except StopIteration as stop:
        return steps, "returned", stop.value
    except Exception as error:
        return steps, type(error).__name__, str(error)
    coroutine.close()
    return steps, "unfinished"


print(drive(awaits(Immediate())), drive(awaits(Yields(2)), 10, 20), drive(awaits(Yields(3)), 1), drive(awaits(later())), drive(awaits(generator_based()), "sent"))
for bad in (Bad(), BadCoroutine(), NotIterable(), 5, None, "text", [], later, object(), (x for x in ())):
    print(drive(awaits(bad)))
c = later()
print(c.__name__, c.__qualname__, c.cr_running, c.cr_await, type(c).__name__, c.cr_frame is None)
for attempt in (lambda: c.send(5), lambda: iter(c), lambda: next(c), lambda: list(c), lambda: c(), lambda: len(c)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
w = c.__await__()
print(type(w).__name__, iter(w) is w)
try:
    next(w)
except StopIteration as stop:
    print(stop.value)
for again in (lambda: next(w), lambda: c.send(None), lambda: c.throw(ValueError), lambda: drive(awaits(c))):
    try:
        print(again())
    except Exception as error:
        print(type(error).__name__, error)
c.close()
c = awaits(Yields(5))
c.send(None)
print(type(c.cr_await).__name__)
try:
    c.throw(KeyError("thrown"))
except KeyError as error:
    print(repr(error))
c = awaits(Yields(5))
c.send(None)
c.close()
c.close()


async def catches():
    try:
        await Yields(3)
    except ValueError as error:
        print("  caught", error)
        return await Yields(1)
    finally:
        print("  finally")


c = catches()
c.send(None)
print(c.throw(ValueError("v")))
try:
    c.send(7)
except StopIteration as stop:
    print(stop.value)


async def stubborn():
    try:
        await Yields(2)
    except GeneratorExit:
        await Yields(1)


c = stubborn()
c.send(None)
try:
    c.close()
except RuntimeError as error:
    print(error)


async def stop():
    raise StopIteration("inside")


print(drive(stop()))
print(asyncio.run(awaits(Immediate())))
