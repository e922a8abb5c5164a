"""throw raises at the yield: caught inside, passed out, or turned into something else."""


def resilient():
    handled = 0
    while True:
        try:
            yield handled
        except ValueError as error:
            print("  handled", error)
            handled += 1
        except KeyError as error:
            raise LookupError("translated") from error
        finally:
            print("  finally", handled)


generator = resilient()
print(next(generator))
print(generator.throw(ValueError("one")))
print(generator.throw(ValueError("two")))
try:
    generator.throw(KeyError("k"))
except LookupError as error:
    print(repr(error), repr(error.__cause__))
print(list(generator))


def plain():
    yield 1
    yield 2


fresh = plain()
try:
    fresh.throw(RuntimeError("before the start"))
except RuntimeError as error:
    print(error, list(fresh))

generator = plain()
next(generator)
for wrong in (42, "text", None):
    try:
        generator.throw(wrong)
    except TypeError as error:
        print("TypeError:", error)
print(next(generator))
try:
    generator.throw(ArithmeticError)
except ArithmeticError as error:
    print(type(error).__name__, error.args)
try:
    generator.throw(ValueError("after the end"))
except ValueError as error:
    print(error)


def returns_on_throw():
    try:
        yield "waiting"
    except GeneratorExit:
        raise
    except BaseException as error:
        return f"ended by {type(error).__name__}"


generator = returns_on_throw()
next(generator)
try:
    generator.throw(KeyboardInterrupt())
except StopIteration as stop:
    print(stop.value)


class MakesNone(Exception):
    def __new__(cls, *args):
        return cls


class Refuses(Exception):
    def __init__(self, *args):
        raise LookupError("cannot be made")


def catches():
    while True:
        try:
            yield
        except Exception as error:
            yield type(error).__name__


for wrong in [(MakesNone,), (MakesNone, 5), (MakesNone, (1, 2)), (Refuses,), (Refuses, 1)]:
    generator = catches()
    next(generator)
    print(generator.throw(*wrong))
try:
    raise ValueError from Refuses
except Exception as error:
    print(type(error).__name__, error)
