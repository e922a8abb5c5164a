"""close raises GeneratorExit at the yield; finally clauses run; yielding then is an error."""


def resource(name):
    print("  open", name)
    try:
        yield f"{name} 1"
        yield f"{name} 2"
    except GeneratorExit:
        print("  GeneratorExit in", name)
        raise
    finally:
        print("  close", name)


def stubborn():
    while True:
        try:
            yield "still here"
        except GeneratorExit:
            pass
        else:
            return


def changes_error():
    try:
        yield
    finally:
        raise OSError("while closing")


generator = resource("a")
print(next(generator, "ended"))
generator.close()
generator.close()
print(next(generator, "closed"))

resource("never started").close()

for value in resource("b"):
    print(value)
    break
print("after break")

generator = stubborn()
next(generator)
try:
    generator.close()
except RuntimeError as error:
    print("RuntimeError:", error)
print(next(generator, "ended"))

generator = changes_error()
next(generator)
try:
    generator.close()
except OSError as error:
    print("OSError:", error)

generator = resource("dropped")
next(generator)
del generator
print("gone")


def ignores_when_dropped():
    try:
        try:
            yield "started"
        finally:
            yield "ignores the exit"
    finally:
        print("never printed: what ignored its exit runs no more")


class Waits:
    def __await__(self):
        return (yield "waits")


async def coroutine_that_ignores():
    try:
        try:
            await Waits()
        finally:
            await Waits()
    finally:
        print("never printed")


async def items_that_ignore():
    try:
        try:
            yield await Waits()
        finally:
            yield await Waits()
    finally:
        print("never printed")


def delegates():
    try:
        yield from ignores_when_dropped()
    finally:
        print("the one that delegates goes on with the error of its part")


async def walks():
    try:
        async for item in items_that_ignore():
            print(item)
    finally:
        print("the loop is left")


class Returns:
    """Comes back to life with the generator that its finalizer finds."""

    kept = []

    def __init__(self, generator):
        self.generator = generator

    def __del__(self):
        Returns.kept.append(self.generator)


def lives_twice():
    try:
        yield "first"
        yield "second"
    finally:
        print("finally of lives_twice")


import sys  # noqa: E402 -- messages of ignored exits name addresses

sys.unraisablehook = lambda unraisable: print("ignored:", unraisable.exc_value)
for make in (ignores_when_dropped, coroutine_that_ignores, items_that_ignore, delegates, walks):
    generator = make()
    (generator.__anext__() if hasattr(generator, "__anext__") else generator).send(None)
    print("drop", make.__name__)
    del generator
    print("dropped", make.__name__)
for make in (ignores_when_dropped, coroutine_that_ignores, delegates, walks):
    generator = make()
    generator.send(None)
    try:
        generator.close()
    except RuntimeError as error:
        print("RuntimeError:", error)
    del generator
    print("closed and dropped", make.__name__)
holder = Returns(lives_twice())
print(next(holder.generator))
del holder
print(next(Returns.kept[0]))
Returns.kept.clear()
