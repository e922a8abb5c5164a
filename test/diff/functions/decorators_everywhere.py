"""Decorators in every position: classes, nested, stacked, with state, as classes, on properties, on lambdas' places; expressions as decorators."""

import functools


def trace(*labels, sep=":"):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **keywords):
            print(sep.join((*labels, function.__name__)), args[1:] if args and hasattr(args[0], "__dict__") else args, keywords)
            return function(*args, **keywords)
        wrapper.labels = labels
        return wrapper
    return decorate


class CountCalls:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.count = function, 0

    def __call__(self, *args, **keywords):
        self.count += 1
        return self.function(*args, **keywords)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return functools.partial(self, instance)


def auto_repr(cls=None, /, *, prefix=""):
    def apply(cls):
        def __repr__(self):
            return f"{prefix}{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in sorted(vars(self).items()))})"
        cls.__repr__ = __repr__
        return cls
    return apply if cls is None else apply(cls)


def singleton(cls):
    instances = {}

    @functools.wraps(cls, updated=())
    def get(*args, **keywords):
        if cls not in instances:
            instances[cls] = cls(*args, **keywords)
        return instances[cls]
    get.cls = cls
    return get


def add_methods(**methods):
    def apply(cls):
        for name, function in methods.items():
            function.__name__, function.__qualname__ = name, f"{cls.__qualname__}.{name}"
            setattr(cls, name, function)
        return cls
    return apply


@auto_repr
@add_methods(double=lambda self: self.value * 2, triple=lambda self: self.value * 3)
class Box:
    def __init__(self, value):
        self.value = value

    @property
    @trace("property")
    def inside(self):
        return self.value

    @inside.setter
    @trace("setter")
    def inside(self, value):
        self.value = value

    @inside.deleter
    def inside(self):
        print("deleting")
        del self.value

    @classmethod
    @trace("class", "method", sep="/")
    def make(cls, value):
        return cls(value)

    @staticmethod
    @trace()
    def helper(x):
        return x + 1

    @CountCalls
    def counted(self, x):
        return self.value + x

    @functools.cached_property
    def expensive(self):
        print("computing")
        return self.value ** 2

    @functools.singledispatchmethod
    def describe(self, argument):
        return "something"

    @describe.register
    def _(self, argument: int):
        return f"int {argument}"

    @describe.register(str)
    def _text(self, argument):
        return f"text {argument}"



box = Box(3)
print(box, box.inside, box.double(), box.triple(), Box.double.__qualname__)
box.inside = 10
print(Box.make(5), Box.helper(1), box.helper(2), box.counted(1), box.counted(x=2), Box.counted.count, Box.counted.__name__)
print(box.expensive, box.expensive, "expensive" in vars(box))
print(box.describe(1), box.describe("a"), box.describe(2.5), box.describe(True))
del box.inside
print(box, hasattr(box, "inside") if False else "gone")


@singleton
@auto_repr(prefix="the ")
class Config:
    """Configuration."""

    def __init__(self, **options):
        vars(self).update(options)


print(Config(a=1), Config(b=2) is Config(), Config.__name__, Config.__doc__, Config.cls.__name__)
registry = {}
handlers = [lambda f: registry.setdefault("first", f), lambda f: registry.setdefault("second", f)]


@handlers[0]
def one():
    return 1


@(lambda f: (registry.__setitem__("lambda", f), f)[1])
@handlers[-1]
def two():
    return 2


@(print_it := lambda f: (print("decorating", f.__name__), f)[1])
def three():
    return 3


@print_it if one() == 1 else None
def four():
    return 4


@[registry.get][0]
@lambda f: f.__name__
def five():
    pass


print(sorted(registry), one(), two(), three(), four(), five)


@type("Maker", (), {"__init__": lambda self, f: setattr(self, "f", f), "__call__": lambda self, *a: ("made", self.f(*a))})
def six(x):
    return x


print(six(1))


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            for attempt in range(times):
                try:
                    return function(*args, attempt)
                except ValueError as error:
                    print("attempt", attempt, error)
            else:
                return "gave up"
        return wrapper
    return decorate


@retry(times=3)
def flaky(limit, attempt):
    if attempt < limit:
        raise ValueError(f"{attempt} < {limit}")
    return attempt


print(flaky(2), flaky(9), flaky.__wrapped__(0, 5))


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), fib.cache_info())


@functools.total_ordering
class Grade:
    def __init__(self, letter):
        self.letter = letter

    def __eq__(self, other):
        return self.letter == other.letter

    def __lt__(self, other):
        return self.letter > other.letter


print(Grade("A") > Grade("B"), Grade("A") >= Grade("A"), sorted([Grade("C"), Grade("A")])[0].letter, max(Grade(x) for x in "BAC").letter)
try:
    @undefined_decorator
    def seven():
        pass
except NameError as error:
    print(error)
try:
    @5
    def eight():
        pass
except TypeError as error:
    print(error)
