"""Wrong arguments of asyncio's functions and methods that are written in Python in CPython; and their names as keywords."""
import asyncio


def attempt(text, function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except BaseException as error:
        print(text, '!!', type(error).__name__, error)
    else:
        if asyncio.iscoroutine(result):
            result.close()
        print(text, '->', type(result).__name__)


async def coroutine():
    pass


def cases(loop):
    queue, lock, event, condition = asyncio.Queue(), asyncio.Lock(), asyncio.Event(), asyncio.Condition()
    semaphore, bounded, barrier = asyncio.Semaphore(), asyncio.BoundedSemaphore(), asyncio.Barrier(2)
    timeout = asyncio.timeout(None)
    handle = loop.call_later(100, print)
    runner = asyncio.Runner()
    policy = asyncio.get_event_loop_policy()
    methods = {
        queue: 'put get put_nowait get_nowait join task_done qsize empty full',
        lock: 'acquire release locked', event: 'wait set clear is_set',
        condition: 'acquire release locked wait wait_for notify notify_all',
        semaphore: 'acquire release locked', bounded: 'release', barrier: 'wait reset abort',
        timeout: 'when reschedule expired', handle: 'cancel cancelled when', runner: 'run get_loop close',
        policy: 'get_event_loop set_event_loop new_event_loop',
        loop: 'call_soon call_soon_threadsafe call_later call_at time create_future create_task get_task_factory set_task_factory '
              'run_until_complete run_forever stop is_running is_closed shutdown_asyncgens shutdown_default_executor run_in_executor '
              'set_default_executor get_exception_handler set_exception_handler default_exception_handler call_exception_handler '
              'get_debug set_debug',
    }
    for owner, names in methods.items():
        for name in names.split():
            method = getattr(owner, name)
            attempt(f'{type(owner).__name__}.{name} surplus', method, *range(9)) if name not in ('call_soon', 'call_soon_threadsafe', 'call_later', 'call_at', 'run_in_executor') else None
            attempt(f'{type(owner).__name__}.{name} unknown', method, unknown=1)
    handle.cancel()
    runner.close()
    for owner, names in ((queue, 'put put_nowait'), (condition, 'wait_for'), (timeout, 'reschedule'), (runner, 'run'), (policy, 'set_event_loop'),
                         (loop, 'call_soon call_later call_at create_task set_task_factory run_until_complete run_in_executor set_default_executor '
                                'set_exception_handler default_exception_handler call_exception_handler set_debug')):
        for name in names.split():
            attempt(f'{type(owner).__name__}.{name} nothing', getattr(owner, name))
    for kind in (asyncio.Queue, asyncio.PriorityQueue, asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.BoundedSemaphore,
                 asyncio.Barrier, asyncio.Runner, asyncio.Timeout, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        attempt(f'{kind.__name__} nothing', kind)
        attempt(f'{kind.__name__} surplus', kind, *range(9))
        attempt(f'{kind.__name__} unknown', kind, unknown=1)
    for function in (asyncio.sleep, asyncio.wait, asyncio.wait_for, asyncio.shield, asyncio.as_completed, asyncio.timeout, asyncio.timeout_at,
                     asyncio.ensure_future, asyncio.isfuture, asyncio.iscoroutine, asyncio.iscoroutinefunction, asyncio.wrap_future,
                     asyncio.run_coroutine_threadsafe, asyncio.new_event_loop, asyncio.set_event_loop, asyncio.get_event_loop_policy,
                     asyncio.set_event_loop_policy, asyncio.current_task, asyncio.all_tasks, asyncio.run, asyncio.create_task):
        attempt(f'{function.__name__} nothing', function)
        attempt(f'{function.__name__} surplus', function, *range(9))
        attempt(f'{function.__name__} unknown', function, unknown=1)
    attempt('twice', queue.put_nowait, 1, item=2)
    attempt('twice', asyncio.sleep, 1, delay=2)
    attempt('twice', loop.set_debug, True, enabled=True)
    attempt('keyword only', asyncio.run, coroutine, True, debug=True)
    attempt('keyword', queue.put_nowait, item=1)
    attempt('keyword', loop.set_debug, enabled=False)
    attempt('keyword', loop.set_exception_handler, handler=None)
    attempt('keyword', loop.set_task_factory, factory=None)
    attempt('keyword', loop.run_in_executor, executor=None, func=int)
    attempt('keyword', condition.notify, n=1)
    attempt('keyword', asyncio.iscoroutine, obj=1)
    attempt('executor', loop.set_default_executor, None)
    attempt('executor', loop.set_default_executor, 5)


async def main():
    cases(asyncio.get_running_loop())


asyncio.run(main())
