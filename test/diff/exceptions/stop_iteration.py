"""StopIteration outside generators is an ordinary exception; inside them it is refused."""


class Once:
    def __init__(self):
        self.used = False

    def __iter__(self):
        return self

    def __next__(self):
        if self.used:
            raise StopIteration("used up")
        self.used = True
        return "value"


def first(iterable):
    for item in iterable:
        return item
    raise LookupError("empty")


once = Once()
print(next(once))
try:
    next(once)
except StopIteration as error:
    print(error, error.value)
print(list(once), next(once, "default"))
try:
    first([])
except LookupError as error:
    print(error)


def function():
    raise StopIteration(1, 2)


try:
    function()
except StopIteration as error:
    print(error.args, error.value)


def generator():
    try:
        yield 1
        next(iter(()))
    except StopIteration:
        yield "caught inside"


print(list(generator()))
print([*map(lambda n: n, Once())], list(zip(Once(), "ab")), sum(1 for _ in Once()))


def stop_in_map(n):
    if n == 2:
        raise StopIteration
    return n


print(list(map(stop_in_map, range(5))), [n for n in filter(stop_in_map, range(5))])
