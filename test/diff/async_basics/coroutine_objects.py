"""Coroutine objects as values: made by the call, run when awaited, usable once."""
import asyncio


async def greet(name):
    print("  running for", name)
    return f"hello {name}"


async def main():
    coro = greet("ada")
    print(type(coro).__name__, coro.__name__, coro.__qualname__)
    print("created, not started")
    print(await coro)
    try:
        await coro
    except RuntimeError as error:
        print("RuntimeError:", error)

    waiting = [greet(name) for name in ("bob", "cyd")]
    print("made", len(waiting))
    for one in reversed(waiting):
        print(await one)

    closed = greet("never")
    closed.close()
    try:
        await closed
    except RuntimeError as error:
        print("RuntimeError:", error)
    print(asyncio.iscoroutine(closed), asyncio.iscoroutinefunction(greet), callable(greet))


asyncio.run(main())
