"""Tasks by the documentation: names, contexts, cancellation with its counters, introspection, wrong uses."""
import asyncio
import contextvars
import io
import re

variable = contextvars.ContextVar('variable', default='none')


def show(function):
    try:
        print(function())
    except (Exception, asyncio.CancelledError) as error:
        print(type(error).__name__, plain(str(error)))


def plain(text):
    return re.sub(r'0x[0-9a-f]+|/\S+/', '_', text)


async def work(value=1, hops=1):
    for _ in range(hops):
        await asyncio.sleep(0)
    return value


async def forever():
    await asyncio.get_running_loop().create_future()


async def names():
    task = asyncio.create_task(work())
    print(task.get_name(), asyncio.current_task().get_name())
    task.set_name('renamed')
    print(task.get_name())
    task.set_name(5)
    print(repr(task.get_name()))
    named = asyncio.create_task(work(), name=('a', 1))
    print(repr(named.get_name()))
    by_loop = asyncio.get_running_loop().create_task(work(), name='by loop')
    by_class = asyncio.Task(work(), name='by class')
    unnamed = asyncio.Task(work(), loop=asyncio.get_running_loop())
    print(by_loop.get_name(), by_class.get_name(), unnamed.get_name().startswith('Task-'))
    print(sorted(task.get_name() for task in asyncio.all_tasks())[-3:])
    await asyncio.gather(task, named, by_loop, by_class, unnamed)
    print(len(asyncio.all_tasks()), asyncio.current_task() in asyncio.all_tasks(), plain(repr(by_class)))


async def contexts():
    async def reader():
        before = variable.get()
        variable.set('inside')
        await asyncio.sleep(0)
        return before, variable.get()

    variable.set('outer')
    print(await asyncio.create_task(reader()), variable.get())
    print(await reader(), variable.get())
    context = contextvars.copy_context()
    context.run(variable.set, 'given')
    print(await asyncio.create_task(reader(), context=context), variable.get(), context[variable])
    print(await asyncio.get_running_loop().create_task(reader(), context=context))


async def cancelling():
    async def stubborn():
        count = 0
        while count < 3:
            try:
                await forever()
            except asyncio.CancelledError as error:
                count += 1
                print('cancelled', count, error.args, asyncio.current_task().cancelling())
        return 'ends'

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    for message in ('one', None, ('t', 1)):
        print(task.cancel(message) if message else task.cancel(), task.cancelling())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    print(await task, task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel(), task.uncancel())
    print(task.cancel(), task.cancelled(), task.done())
    early = asyncio.create_task(work())
    early.cancel('before it starts')
    print(early.cancelling(), early.done(), early.cancelled())
    try:
        await early
    except asyncio.CancelledError as error:
        print(error.args, early.cancelled())
    show(early.result)
    show(early.exception)
    deep = asyncio.create_task(work(hops=3))
    outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(deep), 5))
    await asyncio.sleep(0)
    outer.cancel('outer')
    print(await asyncio.gather(outer, return_exceptions=True), deep.cancelled(), await deep)

    async def swallow():
        try:
            await forever()
        except asyncio.CancelledError:
            asyncio.current_task().uncancel()
        await asyncio.sleep(0)
        return asyncio.current_task().cancelling()

    task = asyncio.create_task(swallow())
    await asyncio.sleep(0)
    task.cancel()
    print(await task)

    async def itself():
        asyncio.current_task().cancel('self')
        print('goes on')
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError as error:
            print('at the next await', error.args)
        return 'survives'

    print(await asyncio.create_task(itself()))

    async def at_end():
        asyncio.current_task().cancel('too late')
        return 'value'

    print(await asyncio.gather(asyncio.create_task(at_end()), return_exceptions=True))


async def introspection():
    async def inner():
        await forever()

    async def outer():
        await inner()

    task = asyncio.create_task(outer(), name='seen')
    print(len(task.get_stack()), [frame.f_code.co_name for frame in task.get_stack()])
    await asyncio.sleep(0)
    print([(frame.f_code.co_name, frame.f_lineno > 0) for frame in task.get_stack()], len(task.get_stack(limit=0)))
    out = io.StringIO()
    task.print_stack(file=out)
    print(plain(out.getvalue()))
    print(plain(repr(task)), task.get_coro().cr_running, task.get_coro().__qualname__)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print(task.get_stack(), plain(repr(task)))
    out = io.StringIO()
    task.print_stack(file=out)
    print(plain(out.getvalue()))

    async def failing():
        await asyncio.sleep(0)
        raise ValueError('bad')

    task = asyncio.create_task(failing(), name='fails')
    await asyncio.wait([task])
    print([frame.f_code.co_name for frame in task.get_stack()], plain(repr(task)))
    out = io.StringIO()
    task.print_stack(file=out)
    print(plain(out.getvalue()))
    show(task.result)


async def wrong():
    loop = asyncio.get_running_loop()
    coroutine = work()
    for use in (lambda: asyncio.create_task(5), lambda: asyncio.create_task(work), lambda: asyncio.Task(print), lambda: loop.create_task(None), lambda: asyncio.ensure_future(5),
                lambda: asyncio.ensure_future(print)):
        show(use)
    task = asyncio.create_task(coroutine)
    for use in (lambda: task.set_result(1), lambda: task.set_exception(ValueError()), task.result, task.exception, lambda: task.set_name()):
        show(use)
    await task
    show(lambda: asyncio.ensure_future(task) is task)

    async def yields_itself():
        await asyncio.current_task()

    print(plain(str((await asyncio.gather(yields_itself(), return_exceptions=True))[0])).partition(':')[0])

    class Odd:
        def __await__(self):
            yield 5

    print(await asyncio.gather(asyncio.ensure_future(Odd()), return_exceptions=True))

    class Bare:
        def __await__(self):
            yield
            return 'after a turn'

    print(await Bare(), await asyncio.ensure_future(Bare()))
    again = work()
    await again
    print(asyncio.iscoroutine(work), asyncio.iscoroutinefunction(work), asyncio.iscoroutinefunction(Odd), asyncio.isfuture(task))


for part in (names, contexts, cancelling, introspection, wrong):
    asyncio.run(part())
