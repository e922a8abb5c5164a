"""Functions of types.coroutine: they yield from coroutines, futures and one another, and are awaited as coroutines are."""

import asyncio
import inspect
import types


@types.coroutine
def sleeping(result):
    answer = yield from asyncio.sleep(0.001, result)
    return answer


@types.coroutine
def nested(result):
    first = yield from sleeping(result)
    second = yield from asyncio.sleep(0, "second")
    return first, second


@types.coroutine
def guarded(awaitable):
    try:
        return (yield from awaitable)
    except KeyError as error:
        return f"caught {error!r}"
    finally:
        yield from asyncio.sleep(0)
        print("finally")


@types.coroutine
def bare():
    yield


@types.coroutine
def of_future(future):
    return (yield from future)


async def failing():
    await asyncio.sleep(0)
    raise KeyError("k")


def plain(coroutine):
    yield from coroutine


@types.coroutine
def no_generator(value):
    return value


async def waits(awaitable):
    return await awaitable


class Channel:
    def __await__(self):
        return (yield from sleeping("channel"))


async def main():
    print(await sleeping("one"), await nested("two"), await bare(), await waits(nested("three")))
    print(await guarded(failing()), await guarded(sleeping("guarded")))
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waits(of_future(future)))
    await asyncio.sleep(0)
    future.set_result("set")
    print(await task, await asyncio.gather(nested("g1"), sleeping("g2")), await asyncio.wait_for(sleeping("w"), 1))
    task = asyncio.create_task(waits(guarded(asyncio.sleep(10))))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())
    try:
        await asyncio.wait_for(nested("late"), 0.0001)
    except TimeoutError as error:
        print("timeout", repr(error))
    coroutine = failing()
    try:
        list(plain(coroutine))
    except TypeError as error:
        print(error)
    coroutine.close()
    finished = waits(sleeping("f"))
    await finished
    try:
        await guarded(finished)
    except RuntimeError as error:
        print(error)
    print(await Channel(), await waits(no_generator(asyncio.sleep(0, "answer"))))
    generator = sleeping("state")
    print(inspect.isawaitable(generator), inspect.isawaitable(plain(1)), type(generator).__name__, generator.__name__,
          sleeping.__name__, isinstance(generator, types.GeneratorType), asyncio.iscoroutine(generator))
    generator.close()
    try:
        await plain(1)
    except TypeError as error:
        print(error)


asyncio.run(main())


@types.coroutine
def by_hand(value):
    while True:
        value = yield value * 2


async def drives():
    await by_hand(1)


coroutine = drives()
print(coroutine.send(None), coroutine.send(5), coroutine.send(7))
try:
    coroutine.throw(ValueError("thrown"))
except ValueError as error:
    print(repr(error))
step = by_hand(3)
print(next(step), step.send(4))
