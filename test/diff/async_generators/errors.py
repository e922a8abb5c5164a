"""Errors in async generators: raised through async for, StopIteration guarded, state after."""
import asyncio


async def fails_at(n):
    for i in range(5):
        if i == n:
            raise ValueError(f"failed at {i}")
        yield i


async def raises(error):
    yield 1
    raise error


async def main():
    seen = []
    try:
        async for value in fails_at(2):
            seen.append(value)
        else:
            print("no else")
    except ValueError as error:
        print(seen, error)
    for error in (StopIteration("a"), StopAsyncIteration("b")):
        try:
            async for _ in raises(error):
                pass
        except RuntimeError as wrapped:
            print("RuntimeError:", wrapped, "from", repr(wrapped.__cause__))
    generator = fails_at(0)
    try:
        await anext(generator)
    except ValueError as error:
        print(error)
    print(await anext(generator, "exhausted after an error"))

    class Source:
        def __aiter__(self):
            raise RuntimeError("no iterator today")

    try:
        async for _ in Source():
            pass
    except RuntimeError as error:
        print("RuntimeError:", error)

    async def chained():
        try:
            yield 1
            raise KeyError("first")
        except KeyError:
            raise IndexError("second")

    try:
        print([v async for v in chained()])
    except IndexError as error:
        print(repr(error), repr(error.__context__))


asyncio.run(main())
