"""Tasks over objects of a class that is a coroutine by collections.abc.Coroutine: asyncio sends to them and throws into
them. aiosqlite's results and other wrappers of coroutines are made so."""
import asyncio
import collections.abc
import inspect


class Own(collections.abc.Coroutine):
    def __init__(self, coro):
        self._coro = coro

    def send(self, value):
        print("send", value)
        return self._coro.send(value)

    def throw(self, *args):
        print("throw", *map(repr, args))
        return self._coro.throw(*args)

    def close(self):
        print("close")
        return self._coro.close()

    def __await__(self):
        print("await")
        return (yield from self._coro.__await__())


class Steps(collections.abc.Coroutine):
    """Suspends for as many steps as it was made with, and answers what send is to answer."""

    def __init__(self, count, answer):
        self.count = count
        self.answer = answer

    def send(self, value):
        self.count -= 1
        if self.count >= 0:
            return None
        if isinstance(self.answer, BaseException):
            raise self.answer
        raise StopIteration(self.answer)

    def throw(self, kind, value=None, traceback=None):
        raise StopIteration(("thrown", kind, value))

    def __await__(self):
        return iter(())


async def work(n):
    try:
        await asyncio.sleep(0.001)
        return n
    except asyncio.CancelledError:
        print("cancelled", n)
        raise


async def main():
    own = Own(work(0))
    print(asyncio.iscoroutine(own), inspect.iscoroutine(own), inspect.isawaitable(own))
    own.close()
    print(await Own(work(1)))
    print(await asyncio.create_task(Own(work(2))))
    print(await asyncio.gather(Own(work(3)), Own(work(4))))
    print(await asyncio.wait_for(Own(work(5)), 10))
    async with asyncio.TaskGroup() as group:
        task = group.create_task(Own(work(6)))
    print(task.result(), await asyncio.shield(Own(work(7))))
    print([await each for each in asyncio.as_completed([Own(work(8))])])

    task = asyncio.ensure_future(Own(work(9)))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled())

    task = asyncio.create_task(Steps(2, "answer"), name="steps")
    await asyncio.sleep(0)
    print(task, task.get_coro().count)
    print(await task, task)
    try:
        await asyncio.create_task(Steps(0, KeyError("key")))
    except KeyError as error:
        print(repr(error))
    task = asyncio.create_task(Steps(5, None))
    await asyncio.sleep(0)
    task.cancel()
    print(await task)


asyncio.run(main())
print(asyncio.run(Own(work(10))))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(Own(work(11))))
loop.close()
