"""contextlib: contextmanager errors, ExitStack, closing, suppress, redirect, nullcontext, ContextDecorator, chdir-free."""

import io
import sys
from contextlib import AbstractContextManager, ContextDecorator, ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress


@contextmanager
def tag(name, fail_late=False):
    """tag doc"""
    print(f"<{name}>")
    try:
        yield name
    finally:
        print(f"</{name}>")


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def never():
    if False:
        yield


@contextmanager
def swallow(*kinds):
    try:
        yield
    except kinds as error:
        print("swallowed", repr(error))


@contextmanager
def replaces():
    try:
        yield
    except ValueError as error:
        raise KeyError("replaced") from error


def attempt(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__cause__), repr(error.__context__))


def use(manager, error=None):
    with manager as value:
        if error:
            raise error
        return value


attempt(lambda: use(tag("a")))
attempt(lambda: use(tag("b"), ValueError("v")))
attempt(lambda: use(twice()))
attempt(lambda: use(twice(), ValueError("v")))
attempt(lambda: use(never()))
attempt(lambda: use(swallow(KeyError), KeyError("k")))
attempt(lambda: use(swallow(KeyError), ValueError("v")))
attempt(lambda: use(replaces(), ValueError("v")))
attempt(lambda: use(tag("stop"), StopIteration("s")))
attempt(lambda: use(swallow(ZeroDivisionError), StopIteration("s")))
reused = tag("reused")
attempt(lambda: use(reused))
attempt(lambda: use(reused))
print(tag.__name__, tag.__doc__, tag.__wrapped__.__name__)


@tag("decorated")
def decorated(x):
    print("in decorated", x)
    return x


print(decorated(1), decorated(2), decorated.__name__)


class Track(ContextDecorator):
    def __enter__(self):
        print("track enter")
        return self

    def __exit__(self, *exc):
        print("track exit", exc[0] and exc[0].__name__)
        return False


@Track()
def tracked(n):
    return 1 / n


attempt(lambda: tracked(2))
attempt(lambda: tracked(0))
with ExitStack() as stack:
    print(stack.enter_context(tag("one")))
    stack.callback(print, "callback", 1, sep="-")
    stack.push(lambda *exc: print("push sees", exc[0] and exc[0].__name__) or True)
    stack.enter_context(tag("two"))
    raise ValueError("handled by push")
stack = ExitStack()
stack.enter_context(tag("kept"))
other = stack.pop_all()
stack.close()
print("still open")
other.close()
attempt(lambda: ExitStack().enter_context(5))
with ExitStack() as stack:
    @stack.callback
    def cleanup():
        print("decorated callback")


def failing_stack():
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.callback(lambda: {}["k"])
        raise ValueError("body")


attempt(failing_stack)


class Closable:
    def close(self):
        print("closed")


with closing(Closable()) as c:
    print(type(c).__name__)
with suppress(KeyError, IndexError):
    {}["x"]
    print("never")
with suppress():
    pass
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("captured")
print(repr(buffer.getvalue()))
with nullcontext(5) as five, nullcontext() as nothing:
    print(five, nothing)


class Mine(AbstractContextManager):
    def __exit__(self, *args):
        print("mine exit")


with Mine() as m:
    print(type(m).__name__, isinstance(Closable(), AbstractContextManager), isinstance(Track(), AbstractContextManager))
