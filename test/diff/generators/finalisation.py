"""When generators are finalised: del, scope end, close inside loops, break, exceptions, finally with yield, with."""

from contextlib import contextmanager


def resource(name):
    print("open", name)
    try:
        for i in range(5):
            yield i
    finally:
        print("close", name)


for i in resource("loop"):
    if i == 1:
        break
print("after break")
g = resource("held")
next(g)
del g
print("after del")


def function():
    local = resource("local")
    next(local)
    return "returning"


print(function())
try:
    for i in resource("raises"):
        raise ValueError(i)
except ValueError as error:
    print("caught", error)
print(next(resource("temporary")))
unstarted = resource("never started")
del unstarted
a, b, *_ = resource("unpacked")
x = zip(resource("zip 1"), resource("zip 2"))
print(next(x))
del x


def nested():
    with managed("outer"):
        yield 1
        with managed("inner"):
            yield 2


@contextmanager
def managed(name):
    print("enter", name)
    try:
        yield name
    except GeneratorExit:
        print("exit by GeneratorExit", name)
        raise
    finally:
        print("leave", name)


n = nested()
next(n), next(n)
n.close()
any(v == 2 for v in resource("any"))


def yields_in_finally():
    try:
        yield 1
    finally:
        yield 2
        print("never reached by close")


y = yields_in_finally()
next(y)
try:
    y.close()
except RuntimeError as error:
    print(error)
y = yields_in_finally()
print(list(y))


def raises_in_finally():
    try:
        yield 1
    finally:
        raise KeyError("from finally")


r = raises_in_finally()
next(r)
try:
    r.close()
except KeyError as error:
    print(repr(error), type(error.__context__).__name__)


def swallow():
    try:
        yield 1
    except GeneratorExit:
        return "swallowed"


s = swallow()
next(s)
print(s.close())
gen = (print("item", i) or i for i in range(3))
print(next(gen))
gen.close()
print(list(gen))
kept = resource("kept until exit")
next(kept)
