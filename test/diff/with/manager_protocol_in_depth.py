"""with: order of enter and exit, several managers, suppression, failures in each place, lookups on the type."""


class Manager:
    def __init__(self, name, enter=None, exit=None, swallow=False):
        self.name, self.enter, self.exit, self.swallow = name, enter, exit, swallow

    def __enter__(self):
        print("  enter", self.name)
        if self.enter:
            raise self.enter
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("  exit", self.name, kind and kind.__name__, value, tb is not None)
        if self.exit:
            raise self.exit
        return self.swallow


def run(function):
    try:
        print(function.__name__, function())
    except BaseException as error:
        print(function.__name__, "raised", repr(error), "context", repr(error.__context__))


def plain():
    with Manager("a") as a, Manager("b") as b:
        return a + b


def parenthesised():
    with (
        Manager("a") as a,
        Manager("b"),
    ):
        return a


def body_raises():
    with Manager("a"), Manager("b"):
        raise ValueError("body")


def swallowed():
    with Manager("a"), Manager("b", swallow=True):
        raise ValueError("body")
    return "continued"


def second_enter_fails():
    with Manager("a"), Manager("b", enter=KeyError("enter b")):
        return "never"


def exit_fails():
    with Manager("a"), Manager("b", exit=KeyError("exit b")):
        return "returned value is lost"


def exit_fails_in_body_error():
    with Manager("a", swallow=True), Manager("b", exit=KeyError("exit b")):
        raise ValueError("body")
    return "outer swallowed"


def target_fails():
    with Manager("a") as (x, y, z):
        return "never"


def subscript_targets():
    store = {}
    with Manager("k") as store["key"], Manager("l") as (*chars,):
        return store, chars


def control_flow():
    for i in range(3):
        with Manager(f"loop{i}"):
            if i == 0:
                continue
            break
    return i


def generator_in_with():
    def g():
        with Manager("g"):
            yield 1
            yield 2
    it = g()
    next(it)
    it.close()
    return "closed"


def system_exit():
    with Manager("s"):
        raise SystemExit(3)


def nested_return_value():
    x = [1]
    with Manager("r"):
        return x
        x.append(2)


for function in (plain, parenthesised, body_raises, swallowed, second_enter_fails, exit_fails, exit_fails_in_body_error, target_fails, subscript_targets, control_flow, generator_in_with, system_exit, nested_return_value):
    run(function)


class OnlyEnter:
    def __enter__(self):
        return self


class OnlyExit:
    def __exit__(self, *args):
        pass


class WrongArity:
    def __enter__(self):
        return 1

    def __exit__(self):
        pass


class Truthy:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return "truthy string"


class BadBool:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        class B:
            def __bool__(self):
                raise RuntimeError("no bool")
        return B()


for manager in (OnlyEnter(), OnlyExit(), WrongArity(), 5, None, OnlyEnter):
    try:
        with manager:
            print("  body")
    except Exception as error:
        print(type(error).__name__, error)
with Truthy():
    raise ValueError("swallowed by a truthy answer")
try:
    with BadBool():
        raise ValueError("v")
except RuntimeError as error:
    print(error, repr(error.__context__))
with BadBool():
    print("not asked without an exception")


# A method that takes the traceback from the exception still has the one that it was called with.
class TakesTraceback:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.kept = error.with_traceback(None)
        made = [object() for _ in range(50)]
        print(kind.__name__, error.__traceback__, type(traceback).__name__, traceback.tb_lineno > 0, len(made))
        return error.args == ("swallowed",)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        error.__traceback__ = None
        made = [object() for _ in range(50)]
        print(kind.__name__, error.__traceback__, type(traceback).__name__, traceback.tb_next, len(made))
        return True


def fails_inside(text):
    with TakesTraceback():
        raise LookupError(text)


async def fails_inside_async():
    async with TakesTraceback():
        raise LookupError("async")
    return "went on"


fails_inside("swallowed")
try:
    fails_inside("raised")
except LookupError as error:
    print("raised again", error.__traceback__.tb_frame is not None)
try:
    fails_inside_async().send(None)
except StopIteration as stop:
    print(stop.value)
