"""What a suspended coroutine or generator waits for: cr_await, gi_yieldfrom, ag_await, and the other attributes of each."""
import asyncio
import inspect
import types


def show(text, value):
    kind = type(value).__name__
    print(text, kind, getattr(value, '__qualname__', ''))


class Own:
    def __await__(self):
        yield 'own'
        return 1


class Iterates:
    def __iter__(self):
        return iter([1, 2, 3])


@types.coroutine
def decorated():
    yield 'decorated'


async def inner():
    await decorated()


async def middle():
    await inner()


async def outer():
    await middle()


async def own():
    await Own()


async def on_future(future):
    await future


def generator():
    yield from [1, 2]
    yield 3
    yield from (n for n in range(2))
    yield from Iterates()
    yield from other()


def other():
    yield 'other'


async def agen():
    await decorated()
    yield 1
    await inner()
    yield 2


def chains():
    coroutine = outer()
    print(coroutine.cr_await, inspect.getcoroutinestate(coroutine), coroutine.cr_running, coroutine.cr_suspended)
    print(coroutine.send(None))
    depth = coroutine
    while depth is not None:
        show('awaits', depth)
        print(getattr(depth, 'cr_running', None), getattr(depth, 'cr_suspended', None))
        depth = getattr(depth, 'cr_await', None)
    print(coroutine.cr_await is coroutine.cr_await, coroutine.cr_await.cr_await.cr_code.co_name)
    show('innermost', coroutine.cr_await.cr_await.cr_await)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print('ended', stop.value, coroutine.cr_await, inspect.getcoroutinestate(coroutine))
    coroutine = own()
    coroutine.send(None)
    show('own', coroutine.cr_await)
    print(coroutine.cr_await.gi_yieldfrom)
    coroutine.close()
    print(coroutine.cr_await, coroutine.cr_frame)


def generators():
    g = generator()
    print(g.gi_yieldfrom, inspect.getgeneratorstate(g))
    for _ in range(9):
        try:
            print(next(g), type(g.gi_yieldfrom).__name__, getattr(g.gi_yieldfrom, '__qualname__', ''))
        except StopIteration:
            break
    show('at last', g.gi_yieldfrom)


def async_generators():
    g = agen()
    print(g.ag_await, g.ag_running)
    step = g.asend(None)
    print(step.send(None), g.ag_running)
    show('agen', g.ag_await)
    try:
        step.send(None)
    except StopIteration as stop:
        print('yielded', stop.value, g.ag_await)
    step = g.__anext__()
    step.send(None)
    show('agen', g.ag_await)
    step.close()
    show('after close', g.ag_await)
    print(g.ag_running)


async def tasks():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    coroutine = on_future(future)
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    show('future', coroutine.cr_await)
    future.set_result(None)
    await task
    print(coroutine.cr_await)
    for make in (lambda: asyncio.sleep(10), lambda: asyncio.wait_for(future_of(loop), 10), lambda: asyncio.gather(future_of(loop)),
                 lambda: asyncio.Event().wait(), lambda: asyncio.Queue().get(),
                 lambda: asyncio.shield(future_of(loop))):
        async def awaits():
            await make()
        coroutine = awaits()
        task = asyncio.create_task(coroutine)
        await asyncio.sleep(0)
        show('library', coroutine.cr_await)
        below = getattr(coroutine.cr_await, 'cr_await', 'none')
        show('below', below)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            pass


def future_of(loop):
    return loop.create_future()


def codes():
    for made in (outer(), generator(), agen()):
        prefix = {'coroutine': 'cr', 'generator': 'gi', 'async_generator': 'ag'}[type(made).__name__]
        code = getattr(made, prefix + '_code')
        print(type(code).__name__, code.co_name, code.co_qualname, code.co_argcount, code.co_flags & 0x3a0, code.co_firstlineno > 0)
        print(getattr(made, prefix + '_frame').f_lineno == code.co_firstlineno, made.__name__, made.__qualname__)
        try:
            setattr(made, prefix + '_code', None)
        except AttributeError as error:
            print(error)
        getattr(made, 'close', lambda: None)()


chains()
generators()
async_generators()
asyncio.run(tasks())
codes()
