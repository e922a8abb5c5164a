"""Context managers made of generators: nesting, suppression, re-entry, errors in every phase, ExitStack, decorators."""

import contextlib
import sys

events = []


def flush(label):
    print(label, "|", " ".join(events))
    events.clear()


@contextlib.contextmanager
def managed(name, suppress=(), fail_enter=False, fail_exit=False):
    events.append(f"+{name}")
    if fail_enter:
        raise RuntimeError(f"enter {name}")
    try:
        yield name.upper()
    except suppress as error:
        events.append(f"{name} swallowed {type(error).__name__}")
    except BaseException as error:
        events.append(f"{name} saw {type(error).__name__}")
        raise
    else:
        events.append(f"{name} clean")
    finally:
        events.append(f"-{name}")
        if fail_exit:
            raise KeyError(f"exit {name}")


def attempt(label, action):
    try:
        result = action()
        events.append(f"=> {result}")
    except BaseException as error:
        context = error.__context__
        events.append(f"!! {type(error).__name__}({error}) from {type(context).__name__ if context else None}")
    flush(label)


def nested():
    with managed("a") as a, managed("b") as b:
        return a + b


def suppressed():
    with managed("a", (ValueError,)), managed("b"):
        raise ValueError("x")
    return "after"


def enter_fails():
    with managed("a"), managed("b", fail_enter=True):
        events.append("never")


def enter_fails_suppressed():
    with managed("a", (RuntimeError,)), managed("b", fail_enter=True):
        events.append("never")
    return "after"


def exit_fails():
    with managed("a"), managed("b", fail_exit=True):
        pass


def exit_fails_while_raising():
    with managed("a"), managed("b", fail_exit=True):
        raise ValueError("body")


def in_loop():
    for number in range(4):
        with managed(str(number)):
            if number == 1:
                continue
            if number == 2:
                break
    return number


def stop_iteration():
    with managed("a"):
        raise StopIteration("through")


def system_exit():
    with managed("a"):
        sys.exit(3)


for function in (nested, suppressed, enter_fails, enter_fails_suppressed, exit_fails, exit_fails_while_raising, in_loop, stop_iteration, system_exit):
    attempt(function.__name__, function)


@contextlib.contextmanager
def no_yield():
    if False:
        yield


@contextlib.contextmanager
def two_yields():
    yield 1
    yield 2


@contextlib.contextmanager
def yields_after_error():
    try:
        yield 1
    except ValueError:
        yield 2


@contextlib.contextmanager
def replaces():
    try:
        yield
    except ValueError as error:
        raise LookupError("replaced") from error


@contextlib.contextmanager
def reraises_other():
    try:
        yield
    except ValueError:
        raise


def use(manager, error=None):
    def run():
        with manager() as value:
            if error:
                raise error
            return value
    return run


attempt("no yield", use(no_yield))
attempt("two yields", use(two_yields))
attempt("yields after error", use(yields_after_error, ValueError("v")))
attempt("yields after other", use(yields_after_error, KeyError("k")))
attempt("replaces", use(replaces, ValueError("v")))
attempt("reraises", use(reraises_other, ValueError("v")))
once = managed("once")
with once:
    pass
attempt("again", lambda: once.__enter__())


@managed("deco")
def decorated(x):
    events.append(f"body {x}")
    return x * 2


attempt("decorator 1", lambda: decorated(1))
attempt("decorator 2", lambda: decorated(2))


def stack():
    with contextlib.ExitStack() as stack:
        names = [stack.enter_context(managed(name)) for name in "abc"]
        stack.callback(lambda *a, **k: events.append(f"callback {a} {k}"), 1, k=2)
        stack.push(lambda *details: events.append(f"pushed {details[0] and details[0].__name__}"))
        moved = stack.pop_all()
        events.append("moved")
    with moved:
        return names


def stack_errors():
    with contextlib.ExitStack() as stack:
        stack.enter_context(managed("outer", (KeyError,)))
        stack.enter_context(managed("inner", fail_exit=True))
        raise ValueError("body")
    return "swallowed"


attempt("stack", stack)
attempt("stack errors", stack_errors)


class Reusable(contextlib.ContextDecorator):
    depth = 0

    def __enter__(self):
        self.depth += 1
        events.append("(" * self.depth)
        return self

    def __exit__(self, *details):
        events.append(")" * self.depth)
        self.depth -= 1
        return details[0] is ZeroDivisionError


reusable = Reusable()


@reusable
def recursive(n):
    return n and recursive(n - 1) + 1


attempt("reusable", lambda: recursive(3))
attempt("reusable error", lambda: reusable(lambda: 1 / 0)())
with contextlib.suppress(KeyError, IndexError), contextlib.nullcontext(5) as five:
    print(five)
    {}[1]
with contextlib.closing(type("C", (), {"close": lambda self: print("closed")})()):
    pass
