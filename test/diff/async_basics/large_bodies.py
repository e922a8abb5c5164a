"""Large bodies that are awaited directly: how they end before and after their first suspension."""

import asyncio
import sys
import traceback


class Guard:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind and kind.__name__, sys.exc_info()[0])
        return kind is KeyError

    def __del__(self):
        print("gone", self.name)


async def ending(how, depth=0):
    """Returns, raises or waits, as `how` says; much happens around it."""
    seen = []
    guard = Guard(f"{how}{depth}")
    print("begin", how, depth, sys.exc_info()[1])
    table = {"how": how, "depth": depth, "size": len(how)}
    for key, value in sorted(table.items()):
        seen.append(f"{key}={value!r}")
    try:
        with guard:
            if how == "return":
                return seen
            if how == "raise":
                raise ValueError(", ".join(seen))
            if how == "key":
                raise KeyError(how)
            if how == "stop":
                raise StopIteration(depth)
            if how == "wait":
                await asyncio.sleep(0)
                seen.append("waited")
            if how == "late":
                await asyncio.sleep(0)
                raise LookupError("late")
            if how == "deep" and depth < 3:
                seen += await ending(how, depth + 1)
            if how == "handled":
                try:
                    {}[how]
                except KeyError as error:
                    seen += await ending("raise", depth + 1) if depth > 5 else [repr(error)]
                    print("handling", repr(sys.exc_info()[1]))
            if how == "nested":
                try:
                    raise OSError(depth)
                except OSError:
                    seen += await ending("return", depth + 1)
                    await ending("raise", depth + 1)
            if how == "cancelled":
                await asyncio.sleep(10)
    except ZeroDivisionError:
        print("never")
    finally:
        print("finally", how, depth, sys.exc_info()[0])
        seen.append("end")
    return seen


async def attempt(how):
    try:
        print("result", await ending(how))
    except BaseException as error:
        print("failed", type(error).__name__, error, "|", repr(error.__context__), repr(error.__cause__))
        traceback.print_exc(file=sys.stdout)
        if isinstance(error, asyncio.CancelledError):
            raise
    print("after", sys.exc_info())


async def while_handling():
    try:
        raise RuntimeError("outer")
    except RuntimeError:
        for how in "return", "key", "wait", "handled":
            print("result", await ending(how))
        try:
            await ending("raise")
        except ValueError as error:
            print(repr(error.__context__))
        print("still", repr(sys.exc_info()[1]))


def by_hand():
    coroutine = ending("wait", 7)
    print(coroutine.cr_running, coroutine.cr_await)
    coroutine.send(None)
    try:
        coroutine.throw(ValueError("thrown"))
    except ValueError as error:
        print("out", error)
    coroutine = ending("wait", 8)
    coroutine.send(None)
    coroutine.close()
    ending("return", 9).close()


async def main():
    for how in "return", "raise", "key", "stop", "wait", "late", "deep", "handled", "nested":
        print("--", how)
        await attempt(how)
    task = asyncio.create_task(attempt("cancelled"))
    await asyncio.sleep(0)
    task.cancel("enough")
    print(await asyncio.gather(task, return_exceptions=True))
    await while_handling()


asyncio.run(main())
by_hand()
