"""yield from passes values, sends, throws and closes through to the innermost generator."""


def inner(name):
    received = []
    try:
        while True:
            value = yield f"{name}{len(received)}"
            if value == "stop":
                return received
            received.append(value)
    except ValueError as error:
        yield f"{name} caught {error}"
        return "after error"
    finally:
        print("  inner", name, "ends")


def outer():
    first = yield from inner("a")
    print("  outer got", first)
    second = yield from inner("b")
    print("  outer got", second)
    return "outer done"


def deep(n):
    if n == 0:
        yield "bottom"
        return 0
    return (yield from deep(n - 1)) + 1


generator = outer()
print(next(generator), generator.send(1), generator.send(2), generator.send("stop"))
print(generator.throw(ValueError("thrown")))
try:
    next(generator)
except StopIteration as stop:
    print(stop.value)

generator = outer()
next(generator)
generator.close()

generator = outer()
next(generator)
try:
    generator.throw(KeyError("not handled"))
except KeyError as error:
    print("KeyError:", error)

generator = deep(50)
print(next(generator))
try:
    next(generator)
except StopIteration as stop:
    print("depth", stop.value)


def over_plain_iterator():
    yield from range(2)
    yield from {"k": 1}
    yield from map(str.upper, "xy")


print(list(over_plain_iterator()))
try:
    generator = over_plain_iterator()
    next(generator)
    generator.send("to a range iterator")
except AttributeError as error:
    print("AttributeError:", error)
try:
    list((lambda: (yield from 5))())
except TypeError as error:
    print("TypeError:", error)
