"""A sleep that is cancelled gives up its timer, whichever way the cancellation comes: through coroutines, through
`__await__` methods of the program, by closing, by an exception that is thrown in."""
import asyncio


class Relay:
    """Awaits a coroutine by a generator of its own."""

    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        return (yield from self.coroutine.__await__())


class Steps:
    """The same without `yield from`."""

    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        iterator = self.coroutine.__await__()
        sent = None
        while True:
            try:
                wanted = iterator.send(sent)
            except StopIteration as stop:
                return stop.value
            try:
                sent = yield wanted
            except BaseException as error:
                iterator.throw(error)
                raise


async def sleeper(mark):
    try:
        await asyncio.sleep(50, mark)
    except BaseException as error:
        print(mark, type(error).__name__)
        raise


async def relayed(make, mark):
    return await make(sleeper(mark))


async def plain(coroutine):
    return await coroutine


def timers():
    handles = asyncio.get_running_loop()._scheduled
    return len(handles), [handle.cancelled() for handle in handles]


async def main():
    for make in (plain, Relay, Steps, lambda coroutine: asyncio.wait_for(Relay(coroutine), None)):
        task = asyncio.create_task(relayed(make, 'task'))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel()
        print(await asyncio.gather(task, return_exceptions=True), timers())
        await asyncio.sleep(0)
        print(timers())

    for make in (plain, Relay):
        coroutine = relayed(make, 'thrown into')
        coroutine.send(None)
        try:
            coroutine.throw(KeyError('from outside'))
        except KeyError as error:
            print(repr(error), timers())
        coroutine = relayed(make, 'closed')
        coroutine.send(None)
        coroutine.close()
        print(timers())
        coroutine = relayed(make, 'dropped')
        coroutine.send(None)
        del coroutine
        print(timers())
        await asyncio.sleep(0)
        print(timers())


asyncio.run(main())
