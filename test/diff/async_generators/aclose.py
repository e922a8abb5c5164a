"""aclose runs the finally clauses, which may await; yielding then is an error."""
import asyncio


async def resource(name):
    print("  open", name)
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("  GeneratorExit in", name)
        raise
    finally:
        await asyncio.sleep(0)
        print("  closed", name)


async def stubborn():
    try:
        yield 1
    finally:
        yield 2


async def main():
    generator = resource("a")
    print(await anext(generator))
    await generator.aclose()
    await generator.aclose()
    print([value async for value in generator])

    await resource("never started").aclose()

    generator = stubborn()
    await anext(generator)
    try:
        await generator.aclose()
    except RuntimeError as error:
        print("RuntimeError:", error)

    finished = resource("b")
    print([value async for value in finished])
    await finished.aclose()

    async def fails_while_closing():
        try:
            yield
        finally:
            raise OSError("cannot close")

    generator = fails_while_closing()
    await anext(generator)
    try:
        await generator.aclose()
    except OSError as error:
        print("OSError:", error)


asyncio.run(main())
