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
