"""Expressions 6.3.4: calls with every mixture of arguments; order of evaluation; errors of star arguments."""


def show(*args, **keywords):
    return args, keywords


def tell(value):
    print("eval", value, end="; ")
    return value


print(show(tell(1), *tell([2, 3]), tell(4), k=tell(5), *tell((6,)), **tell({"a": 7}), z=tell(8), **tell({"b": 9})))
print(show(*"ab", *range(2), *{1: 2}, *(x for x in "z"), **{}, **{"k": 1}))
print(type(show(x for x in [1])[0][0]), show((x for x in [1]), 2)[1])


class Mapping:
    def keys(self):
        print("keys", end=" ")
        return ["one", "two"]

    def __getitem__(self, key):
        print("get", key, end=" ")
        return key.upper()


print(show(**Mapping()), show(**Mapping(), three=3))


class NoKeys:
    def __getitem__(self, key):
        return 1


class BadKeys:
    def keys(self):
        return 5


class IntKeys(Mapping):
    def keys(self):
        return [1]


def two(a, b):
    return a, b


class Callable:
    def __call__(self, *args, **keywords):
        return ("called", args, keywords)

    def method(self, x):
        return x


class Uncallable:
    __call__ = None


class Indirect:
    __call__ = Callable()


instance = Callable()
print(instance(1, a=2), Indirect()(3), Callable.__call__(instance, 4), instance.__call__.__call__.__call__(5))
actions = {
    "star of int": lambda: show(*5), "star of None": lambda: show(*None), "double star of int": lambda: show(**5), "double star of list": lambda: show(**[1]),
    "no keys": lambda: show(**NoKeys()), "bad keys": lambda: show(**BadKeys()), "int keys": lambda: show(**IntKeys()), "dict int key": lambda: show(**{1: 2}),
    "repeated 1": lambda: show(a=1, **{"a": 2}), "repeated 2": lambda: show(**{"a": 1}, **{"a": 2}), "repeated 3": lambda: two(1, 2, **{"a": 2}),
    "too many": lambda: two(1, 2, 3), "too few": lambda: two(1), "none": lambda: two(), "unknown": lambda: two(1, 2, c=3), "unknown and few": lambda: two(c=3),
    "method few": lambda: instance.method(), "method many": lambda: instance.method(1, 2), "class method unbound": lambda: Callable.method(1), "class unbound none": lambda: Callable.method(),
    "uncallable": lambda: Uncallable()(), "int": lambda: 5(), "str": lambda: "abc"(1), "None": lambda: None(), "list": lambda: [](), "module": lambda: __builtins__(),
    "class": lambda: Callable(1), "class keywords": lambda: Callable(a=1), "object": lambda: object(1), "object keyword": lambda: object(a=1),
    "star in index": lambda: show(*[1, 2])[0][*[0]], "star none builtin": lambda: len(*None), "dstar builtin": lambda: len(**{"x": 1}), "dstar int builtin": lambda: len(**5),
    "print kw": lambda: print(**{"nope": 1}), "int kw": lambda: int(x=1), "str kw": lambda: str(objekt=1), "len none": lambda: len(), "len two": lambda: len(1, 2), "star of int in method": lambda: instance.method(*5),
    "dstar in method": lambda: instance.method(**5), "method repeated": lambda: instance.method(1, x=2), "lambda": lambda: (lambda a, *, b: (a, b))(1), "lambda 2": lambda: (lambda a, *, b: (a, b))(1, 2, b=3),
    "lambda 3": lambda: (lambda a, /, b: (a, b))(a=1, b=2), "lambda 4": lambda: (lambda a, b, /, c: 0)(1), "lambda 5": lambda: (lambda *, a, b, c: 0)(), "lambda 6": lambda: (lambda *, a, b, c: 0)(a=1),
    "lambda 7": lambda: (lambda a, b=1, *c, d: 0)(), "lambda 8": lambda: (lambda a, b=1: 0)(1, 2, 3), "lambda 9": lambda: (lambda a, b=1, *, c=2: 0)(1, 2, 3, c=1),
    "lambda 10": lambda: (lambda: 0)(1), "lambda 11": lambda: (lambda: 0)(a=1), "lambda 12": lambda: (lambda a, /: 0)(a=1), "lambda 13": lambda: (lambda a, /, **k: (a, k))(1, a=2),
    "lambda 14": lambda: (lambda a, b, c, d: 0)(), "lambda 15": lambda: (lambda a, b, c: 0)(b=1),
}
for label, action in actions.items():
    try:
        print(label, action())
    except TypeError as error:
        print(label, "|", error)


def outer():
    def inner(x, y):
        return x
    return inner


class Outer:
    class Inner:
        def __init__(self, value):
            pass

        @classmethod
        def make(cls, one):
            pass

        @staticmethod
        def plain(one):
            pass

        def __getitem__(self):
            pass

        def __add__(self):
            pass


for action in (lambda: outer()(1), lambda: Outer.Inner(), lambda: Outer.Inner.make(), lambda: Outer.Inner.plain(), lambda: Outer.Inner(1)[2], lambda: Outer.Inner(1) + 2, lambda: Outer.Inner(1).plain(1, 2)):
    try:
        action()
    except TypeError as error:
        print(error)
