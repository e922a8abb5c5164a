"""Private names of asyncio that libraries and monitors use."""
# difftest: no-wasi (sockets)
import asyncio
import asyncio.base_events, asyncio.events, asyncio.tasks, asyncio.streams, asyncio.futures, asyncio.locks, asyncio.queues
import asyncio.runners, asyncio.coroutines, asyncio.exceptions, asyncio.protocols, asyncio.transports, asyncio.timeouts, asyncio.taskgroups
import asyncio.constants, asyncio.log, asyncio.threads, asyncio.unix_events, asyncio.selector_events, asyncio.mixins, asyncio.sslproto, asyncio.trsock, asyncio.staggered, asyncio.base_futures, asyncio.base_tasks, asyncio.subprocess, asyncio.base_subprocess
from asyncio.events import _get_running_loop, _set_running_loop, AbstractEventLoop, get_event_loop_policy, Handle, TimerHandle
from asyncio.base_events import BaseEventLoop
from asyncio.tasks import _current_tasks, _all_tasks, all_tasks, current_task, Task, FIRST_COMPLETED
from asyncio.futures import Future, isfuture, wrap_future, _get_loop, _chain_future, _PyFuture, _CFuture
from asyncio.coroutines import iscoroutine, iscoroutinefunction, _is_debug_mode
from asyncio.streams import StreamReader, StreamWriter, StreamReaderProtocol, _DEFAULT_LIMIT, FlowControlMixin
from asyncio.locks import Lock, Event, _ContextManagerMixin
from asyncio.queues import Queue, QueueEmpty
from asyncio.exceptions import CancelledError, InvalidStateError, IncompleteReadError
from asyncio.runners import Runner, run, _cancel_all_tasks
from asyncio.log import logger
from asyncio import constants, log, events, tasks, futures, base_events, base_futures

print(_get_running_loop())
print(logger.name, _DEFAULT_LIMIT, constants.ACCEPT_RETRY_DELAY, constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES)

async def child():
    await asyncio.sleep(0.01)
    return 5

async def main():
    loop = _get_running_loop()
    print(loop is asyncio.get_running_loop())
    t = asyncio.create_task(child(), name="c")
    print(t._state, t._loop is loop, t._coro is t.get_coro(), t._must_cancel, t._fut_waiter, t._log_destroy_pending, t._source_traceback)
    print(type(t._callbacks), t._exception, t._result)
    await asyncio.sleep(0)
    print(type(t._fut_waiter).__name__, t._log_traceback)
    print(_current_tasks.get(loop) is asyncio.current_task())
    print(len(asyncio.tasks._current_tasks), t in asyncio.tasks._all_tasks)
    print(len(loop._ready), len(loop._scheduled))
    print(loop._closed, loop._stopping, loop._debug, loop._thread_id is not None, loop.slow_callback_duration)
    print(loop._clock_resolution < 1, loop._default_executor, loop._exception_handler, loop._task_factory)
    print(isinstance(loop, base_events.BaseEventLoop), isinstance(loop, AbstractEventLoop))
    print(type(loop).__module__, type(loop).__name__, type(loop).__mro__)
    await t
    print(t._state, t._result, t._exception, t._callbacks)
    f = loop.create_future()
    f.add_done_callback(print)
    print(f._state, f._callbacks is not None, f._asyncio_future_blocking, f._loop is loop)
    f.remove_done_callback(print)
    f.cancel("m")
    print(f._state, f._cancel_message)
    h = loop.call_soon(print, "x", 1)
    print(h._callback is print, h._args, h._cancelled, h._loop is loop, h._run)
    h2 = loop.call_later(5, print, "y")
    print(h2._scheduled, h2._when == h2.when(), h2._callback, h2._args)
    h2.cancel()
    print(h2._callback, h2._args, h2._cancelled)
    q = asyncio.Queue(3)
    q.put_nowait(1)
    print(q._queue, q._maxsize, q._unfinished_tasks, q._getters, q._putters)
    l = asyncio.Lock()
    print(l._locked, l._waiters)
    s = asyncio.Semaphore(3)
    print(s._value, s._waiters)
    e = asyncio.Event()
    print(e._value, len(e._waiters))
    c = asyncio.Condition()
    print(c._lock.locked(), len(c._waiters))
    tg = asyncio.TaskGroup()
    print(tg._tasks, tg._errors, tg._entered, tg._aborting, tg._parent_task, tg._loop)
    print(tasks.Task is asyncio.Task, futures.Future is asyncio.Future)
    print(futures._PENDING, base_futures._FINISHED)
    r = asyncio.StreamReader()
    r.feed_data(b"abc")
    print(r._buffer, r._limit, r._eof, r._paused, r._exception, r._waiter, r._transport)
    _set_running_loop(None)
    try:
        asyncio.get_running_loop()
    except RuntimeError as ex:
        print(ex)
    _set_running_loop(loop)

asyncio.run(main())


from asyncio import events, runners, tasks
from asyncio.locks import _ContextManagerMixin
from asyncio.mixins import _LoopBoundMixin
import concurrent.futures


class RWLock(_ContextManagerMixin, _LoopBoundMixin):
    def __init__(self):
        self.held = 0

    async def acquire(self):
        self._get_loop()
        self.held += 1

    def release(self):
        self.held -= 1


async def second():
    lock = RWLock()
    async with lock as value:
        print(lock.held, value)
    print(lock.held)
    loop = asyncio.get_running_loop()
    inner, outer = loop.create_future(), loop.create_future()
    futures._chain_future(inner, outer)
    inner.set_result(3)
    print(await outer)
    inner, outer = concurrent.futures.Future(), loop.create_future()
    futures._chain_future(inner, outer)
    inner.set_exception(KeyError("k"))
    try:
        await outer
    except KeyError as e:
        print(repr(e))
    inner, outer = loop.create_future(), concurrent.futures.Future()
    futures._chain_future(inner, outer)
    outer.cancel()
    try:
        await inner
    except asyncio.CancelledError:
        print("cancelled back")


class Policy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = asyncio.SelectorEventLoop

asyncio.set_event_loop_policy(Policy())
loop = asyncio.new_event_loop()
loop.run_until_complete(second())
left = [loop.create_task(asyncio.sleep(10)) for _ in range(3)]
loop.run_until_complete(asyncio.sleep(0))
runners._cancel_all_tasks(loop)
print([t.cancelled() for t in left], loop._closed)
loop.close()
print(loop._closed)

# The callbacks that loops and libraries find on a task.
from asyncio.base_events import _run_until_complete_cb


async def callbacks():
    [(callback, context)] = asyncio.current_task()._callbacks
    print(callback is _run_until_complete_cb, callback.__name__, type(context).__name__)
    task = asyncio.create_task(asyncio.sleep(0))
    task.add_done_callback(print_name)
    print([(c.__name__, type(x).__name__) for c, x in task._callbacks])
    await task


def print_name(task):
    print("done", task.done())


asyncio.run(callbacks())
