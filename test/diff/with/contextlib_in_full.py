"""contextlib: stacks, decorators, suppression, redirection, asynchronous managers driven by hand."""

import contextlib
import io
import sys
from contextlib import (AbstractContextManager, AsyncExitStack, ContextDecorator, ExitStack, aclosing, asynccontextmanager,
                        chdir, closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress)

log = []


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, error, "| context:", repr(error.__context__), "| cause:", repr(error.__cause__))


@contextmanager
def tag(name, *, swallow=()):
    print(f"<{name}>")
    try:
        yield name.upper()
    except swallow as error:
        print(f"swallowed {error!r}")
    finally:
        print(f"</{name}>")


with tag("a") as a, tag("b") as b, tag("c", swallow=KeyError) as c:
    print(a, b, c)
    raise KeyError("k")
print("after")


@tag("deco")
def decorated(x, /, *, y):
    "Docs."
    return x + y


print(decorated(1, y=2), decorated(3, y=4), decorated.__name__, decorated.__doc__)


class Track(ContextDecorator):
    def __init__(self, name):
        self.name = name

    def _recreate_cm(self):
        log.append("recreate")
        return self

    def __enter__(self):
        log.append("enter " + self.name)
        return self

    def __exit__(self, *exc):
        log.append(f"exit {self.name} {exc[0].__name__ if exc[0] else None}")
        return self.name == "swallow"


@Track("one")
@Track("swallow")
def risky(n):
    return 10 / n


print(risky(5), risky(0), log)


def stacks():
    with ExitStack() as stack:
        values = [stack.enter_context(tag(f"s{n}")) for n in range(3)]
        stack.callback(print, "callback", 1, sep=":")
        stack.push(lambda *exc: print("pushed", exc[0]) or True)

        @stack.callback
        def _():
            print("decorated callback")

        stack.push(Track("pushed object"))
        raise ValueError(values)
    print("survived")
    with ExitStack() as stack:
        stack.callback(print, "moved")
        kept = stack.pop_all()
    print("left")
    kept.close()
    return "done"


show(stacks)


def failing(message):
    def close(*exc):
        raise RuntimeError(message) from (exc[1] if message == "chained" else None)
    return close


def chain():
    with ExitStack() as stack:
        stack.push(failing("first"))
        stack.push(failing("second"))
        stack.push(failing("chained"))
        raise KeyError("origin")


try:
    chain()
except RuntimeError as error:
    while error:
        print(repr(error), repr(error.__cause__))
        error = error.__context__


def bad(x):
    with ExitStack() as stack:
        stack.enter_context(x)


show(bad, 3)
show(lambda: ExitStack().push(3) and None)


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def stubborn():
    try:
        yield
    except ValueError:
        yield


@contextmanager
def replace():
    try:
        yield
    except ValueError as error:
        raise TypeError("replaced") from error


@contextmanager
def stop():
    try:
        yield
    finally:
        pass


def use(manager, error=None):
    with manager() as value:
        if error:
            raise error
        return value


show(use, never)
show(use, twice)
show(use, stubborn, ValueError("v"))
show(use, replace, ValueError("v"))
show(use, stop, StopIteration("s"))
show(use, stop, RuntimeError("r"))
show(use, lambda: nullcontext("n"))
with suppress(KeyError, IndexError):
    [][3]
with suppress():
    pass
show(use, lambda: suppress(OSError), KeyError(1))
out, err = io.StringIO(), io.StringIO()
with redirect_stdout(out), redirect_stderr(err):
    print("captured")
    print("error", file=sys.stderr)
    with redirect_stdout(sys.stderr):
        print("nested")
print(repr(out.getvalue()), repr(err.getvalue()))


class Resource:
    def close(self):
        print("closed")


with closing(Resource()) as r:
    print(type(r).__name__)


class Reusable:
    depth = 0

    def __enter__(self):
        Reusable.depth += 1
        return Reusable.depth

    def __exit__(self, kind, error, tb):
        Reusable.depth -= 1
        return kind is LookupError


r = Reusable()
with r as x, r as y, r as z:
    print(x, y, z)
print(Reusable.depth, isinstance(r, AbstractContextManager), issubclass(Resource, AbstractContextManager))


@asynccontextmanager
async def connection(name):
    print("open", name)
    try:
        yield name
    except ZeroDivisionError:
        print("zero in", name)
    finally:
        print("close", name)


class Slow:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        for k in range(self.n):
            yield k
        return self.n


class AsyncThing:
    async def __aenter__(self):
        await Slow(2)
        print("aenter")
        return self

    async def __aexit__(self, *exc):
        await Slow(1)
        print("aexit", exc[0] and exc[0].__name__)
        return False


async def numbers():
    try:
        for n in range(5):
            yield n
    finally:
        print("numbers closed")


async def main():
    async with connection("c1") as c, AsyncThing() as t:
        print(c, type(t).__name__)
    async with connection("c2"):
        1 / 0
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(connection("s1"))
        stack.enter_context(tag("sync"))

        async def later(word):
            print("later", word, await Slow(3))

        stack.push_async_callback(later, "w")
        stack.push_async_exit(AsyncThing())
        stack.callback(print, "plain")
        print("in stack")
    async with aclosing(numbers()) as ns:
        async for n in ns:
            if n == 2:
                break
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(3)
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
    async with nullcontext(7) as seven:
        print(seven)

    @connection("decorated")
    async def work(x):
        return await Slow(x)

    print(await work(3), await work(4))
    return "main"


print(run(main()))
with tag("outer"):
    with tag("inner"):
        raise OSError(2, "No such", "file.txt")
