"""raise with a class, an instance, from, from None, bare, and with things that are no exceptions."""


def attempt(label, action):
    try:
        action()
    except BaseException as error:
        cause, context = error.__cause__, error.__context__
        print(f"{label}: {error!r} cause={cause!r} context={context!r} "
              f"suppressed={error.__suppress_context__}")


def raise_class():
    raise ValueError


def raise_from():
    try:
        {}["key"]
    except KeyError as error:
        raise RuntimeError("converted") from error


def raise_from_none():
    try:
        {}["key"]
    except KeyError:
        raise RuntimeError("clean") from None


def raise_from_class():
    raise RuntimeError("x") from OSError


def raise_context():
    try:
        1 / 0
    except ZeroDivisionError:
        undefined


def bare():
    try:
        raise IndexError("again")
    except IndexError:
        raise


def bare_without():
    raise


def raise_number():
    raise 5


def raise_from_number():
    raise ValueError("v") from 5


def raise_none():
    raise None


class NeedsTwo(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)


def raise_needs_two():
    raise NeedsTwo


class Odd(Exception):
    def __new__(cls):
        return 7


def raise_odd():
    raise Odd


for function in (raise_class, raise_from, raise_from_none, raise_from_class, raise_context, bare,
                 bare_without, raise_number, raise_from_number, raise_none, raise_needs_two, raise_odd):
    attempt(function.__name__, function)
