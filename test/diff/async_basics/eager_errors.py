"""Wrong uses of coroutines and loops, with their exact messages."""
import asyncio


async def work():
    return 1


async def main():
    def attempt(label, action):
        try:
            action()
        except (TypeError, RuntimeError, ValueError, AttributeError) as error:
            print(f"{label}: {type(error).__name__}: {error}")

    attempt("create_task of a number", lambda: asyncio.create_task(5))
    attempt("create_task of a function", lambda: asyncio.create_task(print))
    attempt("gather of a number", lambda: asyncio.gather(1))
    attempt("ensure_future of None", lambda: asyncio.ensure_future(None))
    coro = work()
    attempt("iterate", lambda: list(coro))
    attempt("next", lambda: next(coro))
    attempt("call", lambda: coro())
    attempt("len", lambda: len(coro))
    print(await coro)
    attempt("subscript", lambda: work[0])
    task = asyncio.create_task(work())
    attempt("set_result", lambda: task.set_result(1))
    attempt("set_exception", lambda: task.set_exception(ValueError()))
    await task
    try:
        await asyncio.sleep("soon")
    except TypeError as error:
        print("sleep: TypeError:", error)


asyncio.run(main())
