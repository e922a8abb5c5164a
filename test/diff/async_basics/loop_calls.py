"""Every way to schedule a callback, what its handle can do, and in which order callbacks run."""
import asyncio
import contextvars
import functools

variable = contextvars.ContextVar('variable', default='none')


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Callback:
    def __init__(self, name):
        self.name = name

    def __call__(self, *args):
        print('called', self.name, args, variable.get())

    def method(self, *args):
        print('method', self.name, args)


async def order():
    loop = asyncio.get_running_loop()
    mark = Callback('mark')
    handles = [loop.call_soon(mark), loop.call_soon(mark, 1, 2), loop.call_soon(mark.method, 'x'),
               loop.call_soon(functools.partial(mark, 'partial'), 'more'), loop.call_soon_threadsafe(mark, 'threadsafe')]
    print([type(handle).__name__ for handle in handles], [handle.cancelled() for handle in handles])
    handles[1].cancel()
    handles[1].cancel()
    print(handles[1].cancelled(), handles[1])
    print(handles[2].get_loop() is loop if hasattr(handles[2], 'get_loop') else None)
    await asyncio.sleep(0)
    timers = [loop.call_later(0.03, mark, 'late'), loop.call_later(0.01, mark, 'early'), loop.call_later(0, mark, 'at once'),
              loop.call_later(-1, mark, 'past'), loop.call_at(loop.time() + 0.02, mark, 'between'), loop.call_at(0, mark, 'long ago')]
    print([type(timer).__name__ for timer in timers], [timer.cancelled() for timer in timers])
    print(timers[0].when() > timers[1].when(), timers[5].when() == 0)
    print(timers[0] > timers[1], timers[0] >= timers[0], timers[0] == timers[0], timers[0] != timers[1], timers[0] < timers[1], timers[1] <= timers[0])
    print(hash(timers[5]) == hash(timers[5].when()), timers[0] == 5)
    show(lambda: timers[0] < 5)
    never = loop.call_later(0.015, mark, 'never')
    never.cancel()
    await asyncio.sleep(0.06)
    print(never.cancelled(), timers[0].cancelled())
    timers[0].cancel()
    print(timers[0].cancelled())


async def contexts():
    loop = asyncio.get_running_loop()
    mark = Callback('context')
    variable.set('outer')
    loop.call_soon(mark)
    variable.set('changed')
    loop.call_soon(mark)
    context = contextvars.copy_context()
    context.run(variable.set, 'other')
    loop.call_soon(mark, context=context)
    loop.call_later(0, mark, 'later', context=context)
    loop.call_at(loop.time(), mark, 'at', context=context)
    loop.call_soon_threadsafe(mark, 'threadsafe', context=context)
    loop.call_soon(variable.set, 'set in context', context=context)
    await asyncio.sleep(0.01)
    print(variable.get(), context[variable])
    for wrong in (lambda: loop.call_soon(), lambda: loop.call_soon(mark, key=1), lambda: loop.call_later('x', mark),
                  lambda: loop.call_later(None, mark), lambda: loop.call_later(1), lambda: loop.call_at(None, mark), lambda: loop.call_at(1),
                  lambda: loop.call_soon_threadsafe(), lambda: loop.call_later(1, mark, when=2)):
        show(wrong)


async def chains():
    loop = asyncio.get_running_loop()
    seen = []

    def again(count):
        seen.append(count)
        if count:
            loop.call_soon(again, count - 1)

    loop.call_soon(again, 3)
    loop.call_soon(seen.append, 'beside')
    for _ in range(6):
        await asyncio.sleep(0)
        seen.append('|')
    print(seen)
    first = loop.call_soon(lambda: second.cancel())
    second = loop.call_soon(seen.append, 'cancelled by the one before')
    await asyncio.sleep(0)
    print(seen[-1], second.cancelled(), first.cancelled())


async def failing():
    loop = asyncio.get_running_loop()
    told = []

    def handler(loop, context):
        told.append((context['message'].partition(' at ')[0].partition('(<')[0], repr(context.get('exception')), sorted(context)))

    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(lambda: 1 // 0)
    loop.call_later(0, lambda: [].pop())
    loop.call_soon(functools.partial(int, 'x'))
    await asyncio.sleep(0.01)
    print(*told, sep='\n')
    told.clear()
    loop.call_exception_handler({'message': 'mine', 'extra': 1})
    print(told)
    loop.set_exception_handler(lambda loop, context: 1 // 0)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    show(lambda: loop.set_exception_handler(5))


def outside():
    loop = asyncio.new_event_loop()
    print(loop.is_running(), loop.is_closed(), loop.get_debug(), loop.get_task_factory(), loop.get_exception_handler())
    loop.call_soon(print, 'first round')
    loop.call_soon(loop.stop)
    loop.call_soon(print, 'still in this round')
    loop.call_soon(loop.call_soon, print, 'only in the next run')
    loop.run_forever()
    print('stopped')
    loop.stop()
    loop.run_forever()
    show(lambda: loop.run_until_complete(5))
    show(lambda: loop.run_until_complete(asyncio.sleep(0, 'value')))
    future = loop.create_future()
    loop.call_soon(loop.stop)
    show(lambda: loop.run_until_complete(future))
    future.set_result('done')
    show(lambda: loop.run_until_complete(future))
    loop.close()
    loop.close()
    print(loop.is_closed(), loop)
    for wrong in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.call_at(1, print), lambda: loop.call_soon_threadsafe(print),
                  loop.run_forever, lambda: loop.run_until_complete(future), loop.create_future, lambda: loop.run_in_executor(None, print)):
        show(wrong)
    coroutine = asyncio.sleep(0)
    show(lambda: loop.create_task(coroutine))
    coroutine.close()
    show(asyncio.get_running_loop)
    show(asyncio.current_task)
    show(asyncio.all_tasks)


for part in (order, contexts, chains, failing):
    asyncio.run(part())
outside()
