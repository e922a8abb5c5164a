# Asynchronous managers: AsyncExitStack with both kinds, asynccontextmanager as decorator, aclosing, errors at every place.
import asyncio
import contextlib
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext

log = []


@asynccontextmanager
async def connection(name, fail=None):
    log.append(f'open {name}')
    await asyncio.sleep(0)
    if fail == 'open':
        raise ConnectionError(name)
    try:
        yield name.upper()
    except ValueError as error:
        log.append(f'{name} saw {error}')
        if fail != 'swallow':
            raise
    finally:
        await asyncio.sleep(0)
        log.append(f'close {name}')


class Both:
    def __enter__(self):
        log.append('sync in')
        return 'sync'

    def __exit__(self, *exc):
        log.append(f'sync out {exc[0] and exc[0].__name__}')

    async def __aenter__(self):
        log.append('async in')
        return 'async'

    async def __aexit__(self, *exc):
        log.append(f'async out {exc[0] and exc[0].__name__}')


async def show(title, coroutine):
    log.clear()
    try:
        result = await coroutine
    except BaseException as error:
        result = f'{type(error).__name__}: {error}' + (f' <- {error.__context__!r}' if error.__context__ else '')
    print(title, '|', result, '|', ', '.join(map(str, log)))


async def stack_of_all(error=None):
    async with AsyncExitStack() as stack:
        values = [await stack.enter_async_context(connection('a')), stack.enter_context(Both()), await stack.enter_async_context(Both())]

        async def later(*args, **named):
            await asyncio.sleep(0)
            log.append(f'later {args} {named}')
        stack.push_async_callback(later, 1, key=2)
        stack.callback(log.append, 'plain')

        @stack.push_async_exit
        async def leave(kind, value, trace):
            log.append(f'leave {value!r}')
            return isinstance(value, KeyError)
        stack.push_async_exit(Both())
        if error:
            raise error
        return values


async def partial():
    async with AsyncExitStack() as stack:
        for name, fail in (('one', None), ('two', 'open'), ('three', None)):
            await stack.enter_async_context(connection(name, fail))


async def hand_over():
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(connection('kept'))
        moved = stack.pop_all()
    log.append('moved')
    await moved.aclose()


async def gather_all():
    async def worker(number):
        async with connection(f'w{number}') as name:
            if number == 2:
                raise ValueError('two')
            return name
    return await asyncio.gather(*(worker(n) for n in range(4)), return_exceptions=True)


async def numbers():
    try:
        for n in range(10):
            yield n
            await asyncio.sleep(0)
    finally:
        log.append('generator closed')


async def first_over(limit):
    async with aclosing(numbers()) as values:
        async for value in values:
            if value > limit:
                return value


@connection('decorated')
async def decorated(x):
    log.append(f'body {x}')
    if x < 0:
        raise ValueError('negative')
    return x * 2


async def cancelled():
    async def work():
        async with connection('slow'), Both():
            await asyncio.sleep(10)
    task = asyncio.create_task(work())
    for _ in range(3):
        await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        return 'cancelled'


@asynccontextmanager
async def twice():
    yield 1
    yield 2


@asynccontextmanager
async def never():
    if False:
        yield


async def main():
    await show('all', stack_of_all())
    await show('value error', stack_of_all(ValueError('v')))
    await show('key error', stack_of_all(KeyError('k')))
    await show('partial', partial())
    await show('hand over', hand_over())
    await show('gather', gather_all())
    await show('aclosing', first_over(3))
    await show('decorated', decorated(4))
    await show('decorated, failing', decorated(-4))
    await show('cancelled', cancelled())

    async def swallowing():
        async with connection('s', 'swallow'):
            raise ValueError('inside')
        return 'went on'
    await show('swallowing', swallowing())
    for maker in (twice, never):
        async def use(maker=maker, fail=False):
            async with maker() as value:
                log.append(value)
                if fail:
                    raise ValueError('x')
        await show(maker.__name__, use())
        await show(maker.__name__ + ', failing', use(fail=True))

    async def wrong(value):
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(value)
    for value in (5, nullcontext, open, connection):
        await show(f'wrong {value!r}'.split(' at ')[0], wrong(value))

    async def plain_stack():
        with AsyncExitStack():
            pass
    await show('with', plain_stack())

    async def null():
        async with nullcontext('n') as value:
            return value
    await show('nullcontext', null())
    print(isinstance(Both(), contextlib.AbstractAsyncContextManager), isinstance(Both(), contextlib.AbstractContextManager), issubclass(AsyncExitStack, contextlib.AbstractAsyncContextManager), isinstance(connection('x'), contextlib.AbstractAsyncContextManager), connection.__name__)


asyncio.run(main())
