# asyncio refuses a coroutine: the traceback shows its function and keeps the coroutine, so that the warning that it was
# never awaited comes when the exception goes.
import asyncio
import os
import traceback
import warnings


def show_warning(message, category, filename, lineno, file=None, line=None):
    print("   ", category.__name__, message)


warnings.simplefilter("always")
warnings.showwarning = show_warning


async def leaf():
    pass


def show(title, call):
    try:
        call()
    except Exception as error:
        print(title, "|", type(error).__name__, error)
        for frame in traceback.extract_tb(error.__traceback__)[1:]:
            print("   ", os.path.basename(frame.filename), frame.lineno, frame.name, "|", frame.line)


async def inside():
    show("run", lambda: asyncio.run(leaf()))
    runner = asyncio.Runner()
    show("Runner.run", lambda: runner.run(leaf()))
    runner.close()
    group = asyncio.TaskGroup()
    show("a group not entered", lambda: group.create_task(leaf()))
    async with group:
        pass
    show("a group that is finished", lambda: group.create_task(leaf()))
    try:
        await asyncio.wait([leaf()])
    except TypeError as error:
        print("wait |", error)
    print("after")


show("create_task", lambda: asyncio.create_task(leaf()))
show("timeout", lambda: asyncio.timeout(1))
asyncio.run(inside())
