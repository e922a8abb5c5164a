"""A task that fails after it was asked to be cancelled keeps the message of the cancellation."""
import asyncio

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("child", repr(e))
        raise KeyError("k")

async def late():
    await asyncio.sleep(0)
    asyncio.current_task().cancel("late")
    raise KeyError("m")

async def main():
    outer = asyncio.gather(stubborn(), return_exceptions=True)
    child = next(t for t in asyncio.all_tasks() if t is not asyncio.current_task())
    await asyncio.sleep(0)
    outer.cancel("one")
    child.cancel("two")
    try:
        await outer
    except asyncio.CancelledError as e:
        print("outer", repr(e), child._cancel_message, repr(child.exception()))
    t = asyncio.create_task(late())
    try:
        await t
    except KeyError as e:
        print(repr(e), t._cancel_message)
    f = asyncio.get_running_loop().create_future()
    f.set_exception(ValueError(1))
    print(f._cancel_message)
    f._cancel_message = (1, 2)
    print(f._cancel_message, repr(f._make_cancelled_error()))
    f._cancel_message = None
    print(f._cancel_message, repr(f._make_cancelled_error()), repr(f.exception()))
asyncio.run(main())
