"""Decorators on functions, methods and classes: order, arguments, state, stacking, wraps."""
import functools


def announce(name):
    print("make", name)

    def decorate(function):
        print("apply", name)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return f"{name}({function(*args, **kwargs)})"
        return wrapper
    return decorate


@announce("outer")
@announce("inner")
def greet(who="x"):
    """Greets."""
    return f"hi {who}"


print(greet("ann"), greet.__name__, greet.__doc__, greet.__wrapped__.__name__)


class CountCalls:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function
        self.count = 0

    def __call__(self, *args):
        self.count += 1
        return self.function(*args)

    def __get__(self, instance, owner):
        return functools.partial(self, instance)


@CountCalls
def add(a, b):
    return a + b


class Calculator:
    @CountCalls
    def double(self, n):
        return n * 2

    @staticmethod
    @announce("static")
    def helper(n):
        return n

    @classmethod
    @announce("class")
    def name(cls):
        return cls.__name__


print(add(1, 2), add(3, 4), add.count, add.__name__)
calculator = Calculator()
print(calculator.double(4), calculator.double(5), Calculator.__dict__["double"].count, Calculator.helper(1), calculator.name())


def register(table):
    def add_to(item):
        table[item.__name__] = item
        return item
    return add_to


table = {}


@register(table)
class First:
    pass


@register(table)
def second():
    return "second"


print(sorted(table), table["second"](), table["First"] is First)


@functools.lru_cache(maxsize=None)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(80), fibonacci.cache_info().misses)
make = [announce]


@make[0]("subscript")
@(lambda f: f)
def third():
    return 3


print(third())


@lambda f: "not a function any more"
def fourth():
    pass


print(fourth)
