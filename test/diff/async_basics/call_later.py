"""Timers of the loop: call_later, call_at, cancelled handles, arguments, errors in callbacks."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fired = []
    done = loop.create_future()
    start = loop.time()
    loop.call_later(0.03, fired.append, "third")
    loop.call_later(0.01, fired.append, "first")
    loop.call_at(start + 0.02, fired.append, "second")
    dropped = loop.call_later(0.015, fired.append, "never")
    print(dropped.cancelled(), dropped.when() > start)
    dropped.cancel()
    print(dropped.cancelled())
    loop.call_later(0.04, done.set_result, None)
    loop.call_soon(fired.append, "soon")
    handle = loop.call_soon(fired.append, "cancelled soon")
    handle.cancel()
    await done
    print(fired)

    problems = []
    loop.set_exception_handler(lambda loop, context: problems.append(
        (context["message"].partition(" <")[0], repr(context["exception"]))))
    loop.call_soon(lambda: 1 / 0)
    loop.call_later(0, int, "not a number")
    await asyncio.sleep(0.01)
    print(*problems, sep="\n")


asyncio.run(main())
