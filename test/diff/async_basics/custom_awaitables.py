"""Anything with __await__ can be awaited: iterators, generators, futures underneath."""
import asyncio


class Immediate:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value
        yield


class Countdown:
    def __init__(self, start):
        self.left = start

    def __await__(self):
        while self.left:
            yield
            self.left -= 1
        return "liftoff"


class Wrapper:
    def __init__(self, inner):
        self.inner = inner

    def __await__(self):
        result = yield from self.inner.__await__()
        return f"<{result}>"


class Broken:
    def __await__(self):
        return 42


class RaisesInside:
    def __await__(self):
        yield
        raise LookupError("inside __await__")


async def coroutine():
    await asyncio.sleep(0)
    return "coroutine"


async def main():
    print(await Immediate("at once"))
    print(await Countdown(3))
    print(await Wrapper(Countdown(1)))
    print(await Wrapper(coroutine()))
    for wrong in (Broken(), 5, None, [1]):
        try:
            await wrong
        except TypeError as error:
            print("TypeError:", error)
    try:
        await RaisesInside()
    except LookupError as error:
        print("LookupError:", error)
    print(await asyncio.gather(asyncio.ensure_future(Countdown(2)), coroutine()))


asyncio.run(main())
