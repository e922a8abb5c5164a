"""Decorators: with arguments, classes as decorators, stacking, on methods and classes, with state, any expression."""

import functools


def counted(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


def repeat(times, *, sep=" "):
    def decorate(function):
        def wrapper(*args):
            return sep.join(str(function(*args)) for _ in range(times))
        return wrapper
    return decorate


class Memo:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.cache = function, {}

    def __call__(self, *args):
        if args not in self.cache:
            self.cache[args] = self.function(*args)
        return self.cache[args]

    def __get__(self, instance, owner):
        return self if instance is None else functools.partial(self, instance)


def register(registry):
    def decorate(cls):
        registry[cls.__name__] = cls
        cls.registered = True
        return cls
    return decorate


registry = {}


@counted
@repeat(2, sep="-")
def greet(name):
    return f"hi {name}"


@Memo
def slow(n):
    print("  computing", n)
    return n * n


@register(registry)
class Widget:
    @counted
    def draw(self):
        return "drawn"

    @Memo
    def area(self, k):
        print("  area", k)
        return k * 2

    @property
    @counted
    def size(self):
        return 3

    @staticmethod
    @repeat(3)
    def sm(x):
        return x

    @classmethod
    @repeat(2)
    def cm(cls, x):
        return cls.__name__ + x


print(greet("a"), greet("b"), greet.calls, slow(3), slow(3), slow.__name__)
w = Widget()
print(w.draw(), w.draw(), Widget.draw.calls, w.area(4), w.area(4), w.size, w.sm("s"), Widget.cm("!"), Widget.registered, list(registry))
buttons = [lambda f: f, lambda f: f"replaced {f.__name__}"]


@buttons[1]
def button():
    pass


@(lambda f: f())
def immediate():
    return "called at definition"


print(button, immediate)
try:
    @5
    def never():
        pass
except TypeError as error:
    print(error)
try:
    @undefined_name
    class Never:
        pass
except NameError as error:
    print(error)
