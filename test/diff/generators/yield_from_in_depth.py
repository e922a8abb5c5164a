"""yield from over generators, iterators, results, delegation of send, throw and close, and its failures."""


def inner(name):
    try:
        received = yield name + " first"
        print("  inner got", received)
        received = yield name + " second"
        print("  inner got", received)
        return name + " result"
    except KeyError as error:
        print("  inner caught", error)
        return "after error"
    finally:
        print("  inner finally")


def outer():
    print("  result:", (yield from inner("A")))
    print("  result:", (yield from inner("B")))
    return "outer done"


g = outer()
print(next(g), g.send(1), g.send(2), g.gi_yieldfrom.__name__)
print(g.send(3))
try:
    print(g.throw(KeyError("k")))
except StopIteration as stop:
    print(stop.value)
g = outer()
next(g)
g.close()


class Iterator:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("iterator value")
        return self.n


class Sender(Iterator):
    def send(self, value):
        print("  send", value)
        return next(self)

    def throw(self, *args):
        print("  throw", type(args[0]).__name__)
        return "thrown into"

    def close(self):
        print("  close")


def delegate(target):
    result = yield from target
    print("  delegate result", result)
    yield "last"


print(list(delegate(Iterator())), list(delegate("ab")), list(delegate({"k": 1})), list(delegate(range(2))))
d = delegate(Iterator())
next(d)
try:
    d.send("x")
except AttributeError as error:
    print(error)
d = delegate(Iterator())
next(d)
try:
    d.throw(ValueError("not delegated"))
except ValueError as error:
    print(error)
d = delegate(Sender())
print(next(d), d.send("hello"), d.throw(IndexError("i")))
d.close()
for bad in (5, None, object()):
    try:
        list(delegate(bad))
    except TypeError as error:
        print(error)


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4]], 5], [], 6])))


def chain_depth(n):
    if n:
        yield from chain_depth(n - 1)
    yield n


print(sum(chain_depth(200)))


def loops():
    yield from me


me = loops()
try:
    next(me)
except ValueError as error:
    print(error)
