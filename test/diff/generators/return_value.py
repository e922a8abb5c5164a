"""The return value of a generator is the value of StopIteration and of yield from."""


def produce(n):
    for i in range(n):
        yield i
    return f"produced {n}"


def delegate():
    result = yield from produce(2)
    print("  got", result)
    result = yield from [10, 20]
    print("  got", result)
    result = yield from "ab"
    print("  got", result)
    return (yield from produce(0))


generator = produce(1)
next(generator)
try:
    next(generator)
except StopIteration as stop:
    print(repr(stop), stop.value)
try:
    next(generator)
except StopIteration as stop:
    print(repr(stop), stop.value)
print(list(delegate()))


def returns_tuple():
    return 1, 2
    yield


def returns_exception():
    return ValueError("not raised")
    yield


for function in (returns_tuple, returns_exception):
    try:
        next(function())
    except StopIteration as stop:
        print(repr(stop.value), stop.args)


def raises_stop():
    yield 1
    raise StopIteration("turned into RuntimeError")


try:
    print(list(raises_stop()))
except RuntimeError as error:
    print("RuntimeError:", error, "from", repr(error.__cause__))


def leaks_next():
    yield next(iter([]))


try:
    list(leaks_next())
except RuntimeError as error:
    print("RuntimeError:", error)
