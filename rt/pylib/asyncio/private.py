"""Names of asyncio's submodules that begin with an underscore, and that libraries use all the same."""
import asyncio
import sys
import types
from collections.abc import Mapping, Set

from asyncio import Future, Task, all_tasks, current_task, gather


class _CurrentTasks(Mapping):
    """tasks._current_tasks: of the loop that runs in this thread."""

    def _items(self):
        loop = asyncio._get_running_loop()
        task = None if loop is None else current_task(loop)
        return {} if task is None else {loop: task}

    def __getitem__(self, loop):
        return self._items()[loop]

    def __iter__(self):
        return iter(self._items())

    def __len__(self):
        return len(self._items())

    def __repr__(self):
        return repr(self._items())


class _AllTasks(Set):
    """tasks._all_tasks: those that are not done."""

    def _tasks(self):
        loop = asyncio._get_running_loop()
        return set() if loop is None else all_tasks(loop)

    def __contains__(self, task):
        return task in self._tasks()

    def __iter__(self):
        return iter(self._tasks())

    def __len__(self):
        return len(self._tasks())


class _LoopBoundMixin:
    """mixins._LoopBoundMixin."""
    _loop = None

    def _get_loop(self):
        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f'{self!r} is bound to a different event loop')
        return loop


class _ContextManagerMixin:
    """locks._ContextManagerMixin: `async with` by acquire() and release()."""

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


def _get_loop(future):
    get_loop = getattr(future, 'get_loop', None)
    return future._loop if get_loop is None else get_loop()


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


def _convert(exception):
    import concurrent.futures
    kind = type(exception)
    if kind is concurrent.futures.CancelledError:
        return asyncio.CancelledError(*exception.args)
    if kind is concurrent.futures.InvalidStateError:
        return asyncio.InvalidStateError(*exception.args)
    return exception


def _copy_future_state(source, dest):
    """The result of `source`, which is done, becomes that of `dest`."""
    assert source.done()
    if dest.cancelled():
        return
    assert not dest.done()
    if source.cancelled():
        dest.cancel()
        return
    exception = source.exception()
    if exception is not None:
        dest.set_exception(_convert(exception))
    else:
        dest.set_result(source.result())


def _chain_future(source, destination):
    """`destination` follows `source`, and the cancellation of it goes back."""
    for future, what in ((source, 'source'), (destination, 'destination')):
        if not asyncio.isfuture(future) and not hasattr(future, 'set_running_or_notify_cancel'):
            raise TypeError(f'A future is required for {what} argument')
    loops = [_get_loop(future) if asyncio.isfuture(future) else None
             for future in (source, destination)]

    def set_state(future, other):
        if asyncio.isfuture(future):
            _copy_future_state(other, future)
        elif not other.cancelled():
            if future.set_running_or_notify_cancel():
                exception = other.exception()
                if exception is None:
                    future.set_result(other.result())
                else:
                    future.set_exception(exception)
        else:
            future.cancel()
            future.set_running_or_notify_cancel()

    def cancel_back(destination):
        if destination.cancelled():
            if loops[0] is None or loops[0] is loops[1]:
                source.cancel()
            else:
                loops[0].call_soon_threadsafe(source.cancel)

    def follow(source):
        if destination.cancelled() and loops[1] is not None and loops[1].is_closed():
            return
        if loops[1] is None or loops[1] is loops[0]:
            set_state(destination, source)
        elif not loops[1].is_closed():
            loops[1].call_soon_threadsafe(set_state, destination, source)

    destination.add_done_callback(cancel_back)
    source.add_done_callback(follow)


def _cancel_all_tasks(loop):
    """runners._cancel_all_tasks: what is left in a loop that does not run any more."""
    tasks = all_tasks(loop)
    if not tasks:
        return
    for task in tasks:
        task.cancel()
    loop.run_until_complete(gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({
                'message': 'unhandled exception during asyncio.run() shutdown',
                'exception': task.exception(), 'task': task})


def _is_debug_mode():
    import os
    return sys.flags.dev_mode or bool(os.environ.get('PYTHONASYNCIODEBUG'))


def _set_task_name(task, name):
    if name is not None and hasattr(task, 'set_name'):
        task.set_name(name)


_PRIVATE = {
    '_CFuture': Future, '_CTask': Task, '_COROUTINE_TYPES': (types.CoroutineType,),
    '_CANCELLED': 'CANCELLED', '_ContextManagerMixin': _ContextManagerMixin, '_FINISHED': 'FINISHED',
    '_LoopBoundMixin': _LoopBoundMixin, '_PENDING': 'PENDING', '_PyFuture': Future, '_PyTask': Task,
    '_UnixDefaultEventLoopPolicy': asyncio.DefaultEventLoopPolicy,
    '_UnixSelectorEventLoop': asyncio.SelectorEventLoop, '_all_tasks': _AllTasks(),
    '_cancel_all_tasks': _cancel_all_tasks, '_chain_future': _chain_future,
    '_copy_future_state': _copy_future_state, '_current_tasks': _CurrentTasks(),
    '_get_event_loop': asyncio.get_event_loop, '_get_loop': _get_loop,
    '_is_debug_mode': _is_debug_mode, '_set_result_unless_cancelled': _set_result_unless_cancelled,
    '_set_task_name': _set_task_name, 'BaseDefaultEventLoopPolicy': asyncio.DefaultEventLoopPolicy,
    'BaseSelectorEventLoop': asyncio.SelectorEventLoop.__base__,
}
