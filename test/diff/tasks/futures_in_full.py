"""Futures by the documentation: results, exceptions, callbacks, cancellation, iteration, state, repr."""
import asyncio
import contextvars
import re

variable = contextvars.ContextVar('variable', default='none')


def show(function):
    try:
        print(function())
    except (Exception, asyncio.CancelledError) as error:
        print(type(error).__name__, error, repr(error.__cause__), repr(error.__context__))


def plain(value):
    return re.sub(r'0x[0-9a-f]+|at \S+:\d+|Task-\d+', '_', repr(value))


async def states():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.done(), future.cancelled(), future.get_loop() is loop, plain(future))
    show(future.result)
    show(future.exception)
    future.set_result([1])
    print(future.done(), future.result(), future.exception(), plain(future))
    for again in (lambda: future.set_result(2), lambda: future.set_exception(ValueError()), future.cancel, lambda: future.cancel(msg='x')):
        show(again)
    failed = asyncio.Future()
    failed.set_exception(KeyError('k'))
    print(failed.done(), failed.cancelled(), repr(failed.exception()), plain(failed))
    show(failed.result)
    show(failed.result)
    by_class = asyncio.Future(loop=loop)
    by_class.set_exception(LookupError)
    show(by_class.result)
    for wrong in (lambda f: f.set_exception(StopIteration()), lambda f: f.set_exception(StopIteration), lambda f: f.set_exception(5), lambda f: f.set_exception(int),
                  lambda f: f.set_exception('text'), lambda f: f.set_result(), lambda f: f.set_result(1, 2), lambda f: f.cancel(1, 2)):
        new = loop.create_future()
        show(lambda: wrong(new))
        print(new.done())
    cancelled = loop.create_future()
    print(cancelled.cancel('why'), cancelled.cancel('again'), cancelled.done(), cancelled.cancelled(), plain(cancelled))
    show(cancelled.result)
    show(cancelled.result)
    show(cancelled.exception)
    show(lambda: cancelled.set_result(1))
    base = loop.create_future()
    base.set_exception(BaseException('base'))
    try:
        await base
    except BaseException as error:
        print(repr(error))


async def callbacks():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    calls = []

    def mark(name, future=None):
        calls.append((name, variable.get()))

    one, two = (lambda future: mark('one')), (lambda future: mark('two'))
    future.add_done_callback(one)
    future.add_done_callback(two)
    future.add_done_callback(one)
    variable.set('later')
    future.add_done_callback(two, context=contextvars.copy_context())
    print(future.remove_done_callback(one), future.remove_done_callback(one), future.remove_done_callback(print))
    print(len(future._callbacks))
    context = contextvars.Context()
    context.run(variable.set, 'own')
    future.add_done_callback(lambda future: mark('in own', future), context=context)
    future.set_result(None)
    print(calls)
    await asyncio.sleep(0)
    print(calls)
    calls.clear()
    future.add_done_callback(one)
    print(calls, future.remove_done_callback(one))
    await asyncio.sleep(0)
    print(calls)
    for wrong in (lambda: future.add_done_callback(), lambda: future.add_done_callback(one, 5), lambda: future.remove_done_callback()):
        show(wrong)
    chained = loop.create_future()
    order = []
    chained.add_done_callback(lambda f: order.append('first'))
    chained.add_done_callback(lambda f: f.add_done_callback(lambda f: order.append('added while running')))
    chained.add_done_callback(lambda f: order.append('second'))
    chained.set_result(1)
    await asyncio.sleep(0)
    order.append('|')
    await asyncio.sleep(0)
    print(order)


async def awaiting():
    loop = asyncio.get_running_loop()

    async def waiter(future, name):
        try:
            print(name, 'got', await future)
        except (Exception, asyncio.CancelledError) as error:
            print(name, 'caught', repr(error))

    future = loop.create_future()
    tasks = [asyncio.create_task(waiter(future, name)) for name in 'abc']
    await asyncio.sleep(0)
    tasks[1].cancel('b only')
    await asyncio.sleep(0)
    print(future.cancelled(), [task.done() for task in tasks])
    await asyncio.gather(*tasks)
    future = loop.create_future()
    tasks = [asyncio.create_task(waiter(future, name)) for name in 'de']
    await asyncio.sleep(0)
    future.set_exception(ValueError('shared'))
    await asyncio.gather(*tasks)
    iterator = loop.create_future().__await__()
    print(plain(iterator.send(None)))
    show(lambda: iterator.send(None))
    iterator = loop.create_future().__await__()
    iterator.send(None)
    show(lambda: iterator.throw(KeyError('into')))
    done = loop.create_future()
    done.set_result('at once')
    show(lambda: done.__await__().send(None))
    show(lambda: next(iter(done)))
    print(asyncio.isfuture(done), asyncio.isfuture(5), asyncio.isfuture(asyncio.Future), done._asyncio_future_blocking, done._state)


class Late(asyncio.Future):
    def set_result(self, value):
        print('set', value)
        super().set_result(value)

    def cancel(self, msg=None):
        print('cancel', msg)
        return super().cancel(msg)


async def derived():
    late = Late()
    asyncio.get_running_loop().call_soon(late.set_result, 3)
    print(await late, late.done(), isinstance(late, asyncio.Future), plain(late))
    late = Late()
    task = asyncio.create_task(asyncio.wait_for(late, None))
    await asyncio.sleep(0)
    task.cancel('from task')
    print(await asyncio.gather(task, return_exceptions=True), late.cancelled())
    late.attribute = 1
    print(late.attribute, asyncio.Future.__class_getitem__(int) if hasattr(asyncio.Future, '__class_getitem__') else None, asyncio.Future[int])


for part in (states, callbacks, awaiting, derived):
    asyncio.run(part())
show(asyncio.Future)
