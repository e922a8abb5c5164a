"""send, throw, close, StopIteration values, errors of misuse, attributes and states."""

import inspect


def echo():
    received = []
    try:
        while True:
            value = yield len(received)
            received.append(value)
            if value == "stop":
                return received
    except GeneratorExit:
        print("  closing", received)
        raise
    except ValueError as error:
        print("  caught", error)
        yield "recovered"
    finally:
        print("  finally")


g = echo()
print(inspect.getgeneratorstate(g), g.gi_running, g.gi_frame is not None, g.gi_yieldfrom, g.__name__, g.__qualname__, type(g).__name__)
print(next(g), g.send("a"), g.send(None), inspect.getgeneratorstate(g))
try:
    g.send("stop")
except StopIteration as stop:
    print(stop.value, stop.args)
print(inspect.getgeneratorstate(g), g.gi_frame, next(g, "done"))
g = echo()
try:
    g.send("too early")
except TypeError as error:
    print(error)
next(g)
print(g.throw(ValueError("thrown")), next(g, "end"))
g = echo()
next(g)
g.close()
g.close()
for call in (lambda: next(g), lambda: g.send(1), lambda: g.throw(KeyError("late")), lambda: g.throw(KeyError), lambda: g.throw("text"), lambda: g.throw(5), lambda: g.throw(), lambda: g.send(), lambda: g.throw(KeyError, "message"), lambda: g.throw(KeyError("a"), "b")):
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error)
g = echo()
try:
    g.throw(RuntimeError("before start"))
except RuntimeError as error:
    print(error, inspect.getgeneratorstate(g))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("  refuses")
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
s = None


def reentrant():
    yield next(r)


r = reentrant()
try:
    next(r)
except ValueError as error:
    print(error)


def leaks():
    yield 1
    raise StopIteration("oops")


try:
    list(leaks())
except RuntimeError as error:
    print(error, repr(error.__cause__))


def returns():
    return 42
    yield


print(list(returns()))
try:
    next(returns())
except StopIteration as stop:
    print(stop.value)
for value in ((1, 2), StopIteration(3), None):
    def give():
        return value
        yield
    try:
        next(give())
    except StopIteration as stop:
        print(repr(stop.value), stop.args)
