"""The call graph of futures, as Python 3.14 has it: which coroutines a task is suspended in, and who waits for it."""

import dataclasses
import sys
import types

import asyncio


@dataclasses.dataclass(frozen=True, slots=True)
class FrameCallGraphEntry:
    frame: types.FrameType


@dataclasses.dataclass(frozen=True, slots=True)
class FutureCallGraph:
    future: asyncio.Future
    call_stack: tuple
    awaited_by: tuple


_added = {}    # future -> those that future_add_to_awaited_by entered for it


def future_add_to_awaited_by(fut, waiter, /):
    """Notes that `waiter` waits for `fut`, where asyncio cannot know it."""
    if isinstance(fut, asyncio.Future) and isinstance(waiter, asyncio.Future):
        _added.setdefault(fut, []).append(waiter)
        fut.add_done_callback(_forget)


def future_discard_from_awaited_by(fut, waiter, /):
    """Takes back what future_add_to_awaited_by noted."""
    if waiter in _added.get(fut, ()):
        _added[fut].remove(waiter)
        if not _added[fut]:
            _forget(fut)


def _forget(future):
    _added.pop(future, None)


def _frames(coroutine):
    """The frames of a coroutine and of what it awaits, innermost first, with their coroutines."""
    found = []
    while coroutine is not None:
        for prefix in 'cr', 'ag', 'gi':
            if hasattr(coroutine, prefix + '_frame'):
                break
        else:
            break
        frame = getattr(coroutine, prefix + '_frame')
        if frame is not None:
            found.insert(0, (frame, coroutine, prefix))
        coroutine = getattr(coroutine, 'gi_yieldfrom' if prefix == 'gi' else prefix + '_await', None)
    return found


def _limited(found, limit):
    if limit is None:
        return found
    return found[:limit] if limit > 0 else found[limit:] if limit < 0 else []


def _waiters(future):
    waiters = [*(future._asyncio_awaited_by or ()), *_added.get(future, ())]
    return list(dict.fromkeys(waiters))


def _stack(future, limit):
    if limit == 0 or not hasattr(future, 'get_coro'):
        return []
    return _limited(_frames(future.get_coro()), limit)


def _graph(future, limit, above=()):
    stack = tuple(FrameCallGraphEntry(frame) for frame, _, _ in _stack(future, limit))
    above = (*above, future)
    awaited_by = tuple(_graph(waiter, limit, above) for waiter in _waiters(future) if waiter not in above)
    return FutureCallGraph(future, stack, awaited_by)


def _subject(future):
    """The future that is asked for, or the running task; None if there is none."""
    if future is None:
        if asyncio._get_running_loop() is None:
            raise RuntimeError('capture_call_graph() is called outside of a running event loop and no *future* to '
                               'introspect was provided')
        future = asyncio.current_task()
    elif not isinstance(future, asyncio.Future):
        raise TypeError(f'{future!r} object does not appear to be compatible with asyncio.Future')
    return future


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph of `future` or of the running task; None outside of a task."""
    future = _subject(future)
    return None if future is None else _graph(future, limit)


def _render(future, limit, indent, lines, above=()):
    kind = f'Task(name={future.get_name()!r}, id=' if isinstance(future, asyncio.Task) else 'Future(id='
    lines.append(f'{indent}* {kind}{id(future):#x})')
    stack = _stack(future, limit)
    if stack:
        lines.append(f'{indent}  + Call stack:')
    tags = {'cr': 'async', 'ag': 'async generator', 'gi': 'generator'}
    for frame, coroutine, prefix in stack:
        lines.append(f'{indent}  |   File {frame.f_code.co_filename!r}, line {frame.f_lineno}, '
                     f'in {tags[prefix]} {coroutine.__qualname__}()')
    above = (*above, future)
    waiters = [waiter for waiter in _waiters(future) if waiter not in above]
    if waiters:
        lines.append(f'{indent}  + Awaited by:')
    for waiter in waiters:
        _render(waiter, limit, indent + '    ', lines, above)


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph as text; '' outside of a task."""
    future = _subject(future)
    lines = []
    if future is not None:
        _render(future, limit, '', lines)
    return '\n'.join(lines)


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Prints the graph, to standard output unless `file` says otherwise."""
    print(format_call_graph(future, depth=depth, limit=limit), file=sys.stdout if file is None else file)
