"""User classes as async iterators: __aiter__, __anext__, awaitables that are no coroutines."""
import asyncio


class Range:
    def __init__(self, stop, pause=True):
        self.stop = stop
        self.pause = pause
        self.next = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.next >= self.stop:
            raise StopAsyncIteration
        if self.pause:
            await asyncio.sleep(0)
        self.next += 1
        return self.next - 1


class Pages:
    """An iterable that makes a new async generator each time."""

    def __init__(self, *pages):
        self.pages = pages

    async def __aiter__(self):
        for page in self.pages:
            await asyncio.sleep(0)
            for entry in page:
                yield entry


class FutureIterator:
    def __init__(self):
        self.left = 3

    def __aiter__(self):
        return self

    def __anext__(self):
        future = asyncio.get_running_loop().create_future()
        self.left -= 1
        if self.left:
            asyncio.get_running_loop().call_soon(future.set_result, self.left)
        else:
            future.set_exception(StopAsyncIteration())
        return future


class NoAnext:
    def __aiter__(self):
        return self


class BadAiter:
    def __aiter__(self):
        return 3


class BadAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def main():
    print([n async for n in Range(3)], [n async for n in Range(2, False)])
    pages = Pages("ab", "", "cd")
    print([e async for e in pages], [e async for e in pages])
    print([n async for n in FutureIterator()])
    for bad in (NoAnext(), BadAiter(), BadAnext(), 3):
        try:
            async for _ in bad:
                pass
        except TypeError as error:
            print("TypeError:", error)
    iterator = aiter(Range(1))
    print(await anext(iterator), await anext(iterator, "default"))
    for action in (lambda: aiter([]), lambda: anext([])):
        try:
            action()
        except TypeError as error:
            print("TypeError:", error)


asyncio.run(main())
