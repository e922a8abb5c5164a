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


_ASYNC, _ASYNC_GENERATOR, _GENERATOR = 0x80, 0x200, 0x20    # flags of code objects


def _suspended_frames(coroutine):
    """The frames of a coroutine and of what it awaits, innermost first."""
    found = []
    while coroutine is not None:
        for prefix in 'cr', 'ag', 'gi':
            if hasattr(coroutine, prefix + '_frame'):
                break
        else:
            break
        frame = getattr(coroutine, prefix + '_frame')
        if frame is not None:
            found.insert(0, frame)
        coroutine = getattr(coroutine, 'gi_yieldfrom' if prefix == 'gi' else prefix + '_await', None)
    return found


def _is_suspendable(frame):
    return frame.f_code.co_flags & (_ASYNC | _ASYNC_GENERATOR | _GENERATOR)


def _running_frames(frame):
    """The frames from `frame` to that of the coroutine whose task is running, innermost first."""
    found = []
    while frame is not None:
        found.append(frame)
        if _is_suspendable(frame) and frame.f_back is not None and not _is_suspendable(frame.f_back):
            break
        frame = frame.f_back
    return found


def _limited(found, limit):
    if limit is None:
        return found
    return found[:limit] if limit > 0 else found[limit:] if limit < 0 else []


def _waiters(future):
    waiters = [*(future._asyncio_awaited_by or ()), *_added.get(future, ())]
    return list(dict.fromkeys(waiters))


def _suspended_stack(future, limit):
    if limit == 0 or not hasattr(future, 'get_coro'):
        return []
    return _limited(_suspended_frames(future.get_coro()), limit)


def _graph(future, frames, limit, above=()):
    """The graph of `future`, whose stack is `frames`."""
    stack = tuple([FrameCallGraphEntry(frame) for frame in frames])
    above = (*above, future)
    awaited_by = tuple([_graph(waiter, _suspended_stack(waiter, limit), limit, above)
                        for waiter in _waiters(future) if waiter not in above])
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
    """The graph of `future` or of the running task, whose stack begins `depth` calls further out; None outside of a
    task."""
    future = _subject(future)
    if future is None:
        return None
    if asyncio._get_running_loop() is None or future is not asyncio.current_task():
        return _graph(future, _suspended_stack(future, limit), limit)
    begin = max(depth - 1, 0)    # the functions of this module have no frames
    frames = [] if limit == 0 else _limited(_running_frames(sys._getframe(begin)), limit)
    return _graph(future, frames, limit)


def _tag(flags):
    if flags & _ASYNC:
        return 'async '
    return 'async generator ' if flags & _ASYNC_GENERATOR else 'generator ' if flags & _GENERATOR else ''


def _render(graph, indent, lines):
    future = graph.future
    kind = f'Task(name={future.get_name()!r}, id=' if isinstance(future, asyncio.Task) else 'Future(id='
    lines.append(f'{indent}* {kind}{id(future):#x})')
    if graph.call_stack:
        lines.append(f'{indent}  + Call stack:')
    for entry in graph.call_stack:
        code = entry.frame.f_code
        lines.append(f'{indent}  |   File {code.co_filename!r}, line {entry.frame.f_lineno}, '
                     f'in {_tag(code.co_flags)}{code.co_qualname}()')
    if graph.awaited_by:
        lines.append(f'{indent}  + Awaited by:')
    for waiter in graph.awaited_by:
        _render(waiter, indent + '    ', lines)


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph as text; '' outside of a task."""
    graph = capture_call_graph(future, depth=depth, limit=limit)
    lines = []
    if graph is not None:
        _render(graph, '', lines)
    return '\n'.join(lines)


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Prints the graph, to standard output unless `file` says otherwise."""
    print(format_call_graph(future, depth=depth, limit=limit), file=sys.stdout if file is None else file)
