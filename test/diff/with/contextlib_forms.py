"""contextlib: contextmanager, closing, suppress, nullcontext, ExitStack, redirect_stdout."""
import io
from contextlib import (ContextDecorator, ExitStack, closing, contextmanager, nullcontext,
                        redirect_stdout, suppress)


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("  handled", error)
    finally:
        print(f"</{name}>")


@contextmanager
def no_yield():
    if False:
        yield


@contextmanager
def two_yields():
    yield 1
    yield 2


with tag("p") as name:
    print(name)
with tag("q"):
    raise ValueError("bad")
try:
    with tag("r"):
        raise KeyError("through")
except KeyError as error:
    print("KeyError:", error)
for broken in (no_yield, two_yields):
    try:
        with broken():
            pass
    except RuntimeError as error:
        print("RuntimeError:", error)


@tag("decorator")
def decorated(n):
    return n * 2


print(decorated(4), decorated(5))
with suppress(ZeroDivisionError, KeyError):
    {}["missing"]
with nullcontext("value") as value:
    print(value)


class Closable:
    def close(self):
        print("  closed")


with closing(Closable()):
    print("in closing")
with ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in ("one", "two")]
    stack.callback(print, "callback", sep="!")
    stack.push(lambda kind, value, traceback: print("push saw", kind))
    print(names)
stack = ExitStack()
stack.enter_context(tag("moved"))
moved = stack.pop_all()
stack.close()
print("still open")
moved.close()
capture = io.StringIO()
with redirect_stdout(capture):
    print("captured")
print(repr(capture.getvalue()))


class Timer(ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *exc):
        print("stop")
        return False


@Timer()
def timed():
    print("timed")


timed()
