"""async with and its protocol's failures: wrong objects, errors in aenter and aexit, cancellation."""
import asyncio


class Sync:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


class NotAwaitable:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *args):
        print("never")


class Fails:
    def __init__(self, where):
        self.where = where

    async def __aenter__(self):
        await asyncio.sleep(0)
        if self.where == "enter":
            raise OSError("cannot enter")

    async def __aexit__(self, kind, value, traceback):
        await asyncio.sleep(0)
        print("  exit after", kind and kind.__name__)
        if self.where == "exit":
            raise LookupError("cannot exit")
        return self.where == "suppress"


async def hold(where):
    async with Fails(where):
        await asyncio.sleep(3600)
    return "suppressed"


async def main():
    for bad in (Sync(), NotAwaitable(), 5):
        try:
            async with bad:
                print("never")
        except TypeError as error:
            print("TypeError:", error)
    try:
        async with Fails("enter"):
            print("never")
    except OSError as error:
        print("OSError:", error)
    for inside in (None, ValueError("inside")):
        try:
            async with Fails("exit"):
                if inside:
                    raise inside
        except LookupError as error:
            print(repr(error), repr(error.__context__))
    for where in ("", "exit", "suppress"):
        task = asyncio.create_task(hold(where))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel("stop it")
        print(where, [repr(r) for r in await asyncio.gather(task, return_exceptions=True)])


asyncio.run(main())
