"""How asyncio shows functions and callbacks."""
import functools
import inspect
import reprlib
import sys
import traceback

from asyncio.constants import DEBUG_STACK_DEPTH


def _get_function_source(func):
    func = inspect.unwrap(func)
    if inspect.isfunction(func):
        code = func.__code__
        return code.co_filename, code.co_firstlineno
    if isinstance(func, (functools.partial, functools.partialmethod)):
        return _get_function_source(func.func)
    return None


def _format_callback_source(func, args):
    text = _format_callback(func, args, None)
    source = _get_function_source(func)  # CPython: 24
    return f'{text} at {source[0]}:{source[1]}' if source else text


def _format_args_and_kwargs(args, kwargs):
    items = [reprlib.repr(arg) for arg in args or ()]
    items += [f'{key}={reprlib.repr(value)}' for key, value in (kwargs or {}).items()]
    return '({})'.format(', '.join(items))


def _format_callback(func, args, kwargs, suffix=''):
    if isinstance(func, functools.partial):
        suffix = _format_args_and_kwargs(args, kwargs) + suffix  # CPython: 46
        return _format_callback(func.func, func.args, func.keywords, suffix)  # CPython: 47
    if getattr(func, '__qualname__', None):
        text = func.__qualname__
    elif getattr(func, '__name__', None):
        text = func.__name__
    else:
        text = repr(func)
    return text + _format_args_and_kwargs(args, kwargs) + suffix


def extract_stack(f=None, limit=None):
    """Where the program stands: with the callers if the program mentions what tracks the stack."""
    frame = sys._call_site() if f is None else f
    stack = traceback.StackSummary.extract(traceback.walk_stack(frame),
                                           limit=DEBUG_STACK_DEPTH if limit is None else limit,
                                           lookup_lines=False)
    stack.reverse()
    return stack
