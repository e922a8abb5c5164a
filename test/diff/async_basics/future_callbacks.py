"""Futures by hand: callbacks run one hop after completion, in the order they were added."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: print("first", f.result()))
    second = lambda f: print("second", f.result())
    future.add_done_callback(second)
    future.add_done_callback(lambda f: print("third", f.result()))
    print("removed", future.remove_done_callback(second))
    future.set_result("value")
    print("set, not called yet")
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("late", f.done()))
    print("before the hop")
    await asyncio.sleep(0)
    for action in (lambda: future.set_result(1), lambda: future.set_exception(ValueError())):
        try:
            action()
        except asyncio.InvalidStateError as error:
            print("InvalidStateError:", error)

    failing = loop.create_future()
    loop.call_soon(failing.set_exception, KeyError("missing"))
    try:
        await failing
    except KeyError as error:
        print("KeyError:", error, repr(failing.exception()))
    try:
        loop.create_future().set_exception(StopIteration())
    except TypeError as error:
        print("TypeError:", error)
    cancelled = loop.create_future()
    print(cancelled.cancel("why"), cancelled.cancel(), cancelled.cancelled())
    try:
        await cancelled
    except asyncio.CancelledError as error:
        print("CancelledError:", error.args)


asyncio.run(main())
