"""athrow raises at the yield: handled there, passed out, or changed."""
import asyncio


async def worker():
    jobs = 0
    while True:
        try:
            yield f"idle after {jobs}"
            jobs += 1
        except ValueError as error:
            await asyncio.sleep(0)
            print("  skipped:", error)
        except KeyError as error:
            raise LookupError("worker broke") from error
        finally:
            await asyncio.sleep(0)
            print("  finally", jobs)


async def main():
    generator = worker()
    print(await anext(generator))
    print(await generator.athrow(ValueError("bad job")))
    print(await anext(generator))
    try:
        await generator.athrow(KeyError("gone"))
    except LookupError as error:
        print(repr(error), "from", repr(error.__cause__))
    print([value async for value in generator])

    fresh = worker()
    try:
        await fresh.athrow(OSError("before the start"))
    except OSError as error:
        print("OSError:", error)
    try:
        await anext(fresh)
    except StopAsyncIteration:
        print("ended")

    async def ends_on_throw():
        try:
            yield 1
        except BaseException as error:
            print("  ends because of", type(error).__name__)

    last = ends_on_throw()
    await anext(last)
    try:
        await last.athrow(KeyboardInterrupt)
    except StopAsyncIteration:
        print("StopAsyncIteration")


asyncio.run(main())
