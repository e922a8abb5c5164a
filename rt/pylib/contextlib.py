"""Helpers for with statements."""
import abc
import sys
from collections import deque
from functools import wraps

__all__ = ['asynccontextmanager', 'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager',
           'AbstractAsyncContextManager', 'AsyncExitStack', 'ContextDecorator', 'ExitStack',
           'redirect_stdout', 'redirect_stderr', 'suppress', 'aclosing', 'AsyncContextDecorator',
           'chdir']

_GenericAlias = type(list[int])


def _has_methods(cls, *names):
    for name in names:
        if getattr(cls, name, None) is None:
            return NotImplemented
    return True


class AbstractContextManager(abc.ABC):
    """A class with __enter__ and __exit__."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return _has_methods(C, '__enter__', '__exit__')
        return NotImplemented


class AbstractAsyncContextManager(abc.ABC):
    """A class with __aenter__ and __aexit__."""

    __class_getitem__ = classmethod(_GenericAlias)

    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return _has_methods(C, '__aenter__', '__aexit__')
        return NotImplemented


class ContextDecorator:
    """A context manager that can decorate functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():  # CPython: 80
                return func(*args, **kwds)  # CPython: 81
        return inner


class AsyncContextDecorator:
    """The same for coroutine functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():  # CPython: 96
                return await func(*args, **kwds)  # CPython: 97
        return inner


# -- context managers from generators ------------------------------------------------------------

class _GeneratorManagerBase:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, '__doc__', None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


class _GeneratorContextManager(_GeneratorManagerBase, AbstractContextManager, ContextDecorator):
    """The context manager behind @contextmanager."""

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)  # CPython: 137
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None  # CPython: 139

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)  # CPython: 144
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")  # CPython: 148
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)  # CPython: 155
        except StopIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                exc.__traceback__ = traceback
                return False
            if isinstance(value, StopIteration) and exc.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            exc.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")  # CPython: 190
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorManagerBase, AbstractAsyncContextManager,
                                    AsyncContextDecorator):
    """The context manager behind @asynccontextmanager."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)  # CPython: 204
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None  # CPython: 206

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)  # CPython: 211
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")  # CPython: 215
            finally:
                await self.gen.aclose()
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)  # CPython: 222
        except StopAsyncIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                exc.__traceback__ = traceback
                return False
            if isinstance(value, (StopIteration, StopAsyncIteration)) and exc.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            exc.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")  # CPython: 257
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Makes a context manager of a generator function that yields once."""
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """Makes an asynchronous context manager of an async generator function that yields once."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


# -- small context managers ------------------------------------------------------------------------

class closing(AbstractContextManager):
    """Calls close() at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits aclose() at the end."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()  # CPython: 374


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """sys.stdout is another file meanwhile."""
    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    """sys.stderr is another file meanwhile."""
    _stream = 'stderr'


class suppress(AbstractContextManager):
    """Swallows the given exceptions."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Another working directory meanwhile."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


# -- stacks of context managers ----------------------------------------------------------------------

def _describe(cls):
    return "'%s.%s'" % (cls.__module__, cls.__qualname__)


class _BaseExitStack:
    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        """Moves the callbacks to a new stack."""
        new_stack = type(self)()
        new_stack._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = deque()
        return new_stack

    def _push(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))

    def push(self, exit):
        """Registers an object with __exit__, or a function with its signature."""
        method = getattr(type(exit), '__exit__', None)
        if method is None:
            self._push(exit)
        else:
            self._push(_Method(method, exit))
        return exit

    def enter_context(self, cm):
        """Enters a context manager; it is left when the stack is closed."""
        cls = type(cm)
        try:
            enter, exit = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError('%s object does not support the context manager protocol'  # CPython: 503
                            % _describe(cls)) from None
        result = enter(cm)  # CPython: 505
        self._push(_Method(exit, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Registers a function to call without exception details."""
        def exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)  # CPython: 457 _exit_wrapper
        exit_wrapper.__wrapped__ = callback
        self._push(exit_wrapper)
        return callback

    @staticmethod
    def _fix_context(new_exc, old_exc, frame_exc):
        """Makes the new exception's chain end at the old one instead of the one in the frame."""
        while True:
            context = new_exc.__context__
            if context is None or context is old_exc:
                return
            if context is frame_exc:
                break
            new_exc = context
        new_exc.__context__ = old_exc


_Method = type(_BaseExitStack().push)


def _details(exc):
    return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Context managers entered one by one, left in reverse order."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        received = exc_type is not None
        frame_exc = sys.exc_info()[1]
        suppressed = False
        pending_raise = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                if callback(*_details(exc)):  # CPython: 574
                    suppressed = True
                    pending_raise = False
                    exc = None
            except BaseException as new_exc:
                self._fix_context(new_exc, exc, frame_exc)
                pending_raise = True
                exc = new_exc
        if pending_raise:
            fixed = exc.__context__
            try:
                raise exc  # CPython: 589
            except BaseException:
                exc.__context__ = fixed
                raise
        return received and suppressed

    def close(self):
        """Leaves all context managers now."""
        self.__exit__(None, None, None)  # CPython: 597


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """The same for asynchronous and ordinary context managers."""

    async def enter_async_context(self, cm):
        """Enters an asynchronous context manager."""
        cls = type(cm)
        try:
            enter, exit = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError('%s object does not support the asynchronous context manager protocol'  # CPython: 635
                            % _describe(cls)) from None
        result = await enter(cm)  # CPython: 638
        self._push(_Method(exit, cm), False)
        return result

    def push_async_exit(self, exit):
        """Registers an object with __aexit__, or a coroutine function with its signature."""
        method = getattr(type(exit), '__aexit__', None)
        if method is None:
            self._push(exit, False)
        else:
            self._push(_Method(method, exit), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Registers a coroutine function to await without exception details."""
        async def exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)  # CPython: 621 _exit_wrapper
        exit_wrapper.__wrapped__ = callback
        self._push(exit_wrapper, False)
        return callback

    async def aclose(self):
        """Leaves all context managers now."""
        await self.__aexit__(None, None, None)  # CPython: 675

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        received = exc_type is not None
        frame_exc = sys.exc_info()[1]
        suppressed = False
        pending_raise = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                if is_sync:
                    answer = callback(*_details(exc))  # CPython: 714
                else:
                    answer = await callback(*_details(exc))  # CPython: 716
                if answer:
                    suppressed = True
                    pending_raise = False
                    exc = None
            except BaseException as new_exc:
                self._fix_context(new_exc, exc, frame_exc)
                pending_raise = True
                exc = new_exc
        if pending_raise:
            fixed = exc.__context__
            try:
                raise exc  # CPython: 733
            except BaseException:
                exc.__context__ = fixed
                raise
        return received and suppressed
