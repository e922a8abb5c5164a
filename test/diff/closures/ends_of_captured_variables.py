"""A captured variable lives until its function ends, however soon the last closure over it does; at the
end come the plain variables first, then the captured ones by their names."""

import asyncio


class Ending:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


def call(function):
    return function()


def through_a_lambda():
    kept = Ending("kept")
    call(lambda: kept)
    print("the lambda is gone")


def through_a_deleted_function():
    kept = Ending("of a deleted function")

    def inner():
        return kept

    call(inner)
    del inner
    print("inner is gone")


def in_order():
    zebra = Ending("zebra, captured")
    plain = Ending("plain")
    ant = Ending("ant, captured")
    last = Ending("last, plain")
    call(lambda: (zebra, ant))
    print("order")


def deleted_and_rebound():
    first = Ending("first")
    second = Ending("second")
    call(lambda: (first, second) if False else None)
    del first
    print("deleted")
    second = Ending("third")
    print("rebound")


def by_nonlocal():
    state = Ending("old state")

    def change():
        nonlocal state
        state = Ending("new state")

    change()
    del change
    print("changed")


def of_a_parameter(argument):
    call(lambda: argument)
    argument = Ending("put in the parameter's place")
    print("the parameter has another value")


def raising():
    kept = Ending("held by the traceback")
    call(lambda: kept)
    raise ValueError


def after_an_exception():
    try:
        raising()
    except ValueError as error:
        print("handled", type(error.__traceback__.tb_next).__name__)
    print("no traceback any more")


def in_a_handler():
    kept = Ending("over a handler")
    try:
        call(lambda: kept.missing)
    except AttributeError:
        print("missing")
    print("after the handler")


def in_a_comprehension():
    listed = [call(lambda: item) for item in (Ending("item 1"), Ending("item 2"))]
    print(len(listed))
    listed.clear()
    print("cleared")
    functions = [lambda: item for item in (Ending("item 3"), Ending("item 4"))]
    print("item 4 is left")
    functions.pop()
    functions.pop()
    print("after the comprehension")


def in_a_loop():
    for number in range(2):
        kept = Ending(f"round {number}")
        call(lambda: (kept, number))
        print("round", number)
    print("after the loop")


def in_a_generator():
    kept = Ending("of a generator")
    call(lambda: kept)
    yield 1
    print("goes on")
    yield 2


def drops_a_generator():
    generator = in_a_generator()
    print(next(generator), next(generator))
    generator.close()
    print("closed")


async def in_a_coroutine():
    kept = Ending("of a coroutine")
    call(lambda: kept)
    await asyncio.sleep(0)
    print("awaited")


class WithClass:
    def method(self):
        call(lambda: self)
        own = Ending("beside __class__")
        call(lambda: (own, __class__))
        print("method ends")


def sees_the_method():
    WithClass().method()
    print("after the method")


for function in (through_a_lambda, through_a_deleted_function, in_order, deleted_and_rebound, by_nonlocal,
                 lambda: of_a_parameter(None), after_an_exception, in_a_handler, in_a_comprehension, in_a_loop,
                 drops_a_generator, sees_the_method):
    print("-", function.__name__)
    function()
print("- coroutine")
asyncio.run(in_a_coroutine())


class Swallowing(Ending):
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print("swallowed by", self.name)
        return True


def swallowed():
    with Swallowing("manager"):
        own = Ending("raised beside")
        raise ValueError(Ending("of the exception"))


print("- a manager ends behind the exception that it swallows")
swallowed()
