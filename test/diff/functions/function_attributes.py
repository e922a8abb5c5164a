"""Attributes of functions: names, defaults, annotations, closure, code, dict, wrapped; setting them."""

import functools
import types


def f(a, b: int = 2, /, c: "text" = 3, *args: tuple, d, e: str = "e", **kw) -> float:
    """Doc of f."""
    local = 1
    return a + b


print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__, f.__dict__, type(f).__name__, callable(f))
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames[:5], f.__code__.co_flags & 0x0C, f.__code__.co_firstlineno)
f.tag = "set"
f.__defaults__ = (10, 20)
f.__kwdefaults__ = {"d": 99}
f.__name__ = "renamed"
f.__qualname__ = "mod.renamed"
f.__doc__ = None
print(f.tag, f(1, e=1), f(1, 5, e=2), f.__name__, repr(f)[:22], f.__doc__, f.__dict__)
del f.tag
f.__defaults__ = None
try:
    f(1)
except TypeError as error:
    print(error)


def outer(x):
    y = 2

    def inner():
        nonlocal y
        y += x
        return y

    return inner


g = outer(5)
print(g.__closure__[0].cell_contents, g.__closure__[1].cell_contents, g.__code__.co_freevars, outer.__code__.co_cellvars, g(), g.__closure__[1].cell_contents, g.__qualname__)
g.__closure__[1].cell_contents = 100
print(g(), type(g.__closure__[0]).__name__, g.__closure__[0] == outer(5).__closure__[0])


def make_empty():
    if False:
        z = 1
    return lambda: z


try:
    make_empty().__closure__[0].cell_contents
except ValueError as error:
    print(error)


def decorator(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    wrapper.extra = 1
    return wrapper


@decorator
def decorated(x: int) -> int:
    """decorated doc"""
    return x


print(decorated.__name__, decorated.__doc__, decorated.__wrapped__(3), decorated.__annotations__, decorated.extra, decorated.__qualname__, decorated.__code__.co_name)
for attempt in (lambda: setattr(f, "__name__", 5), lambda: setattr(f, "__defaults__", 5), lambda: setattr(f, "__kwdefaults__", 5), lambda: setattr(f, "__code__", 5), lambda: setattr(f, "__closure__", ()), lambda: setattr(f, "__dict__", 5), lambda: delattr(f, "__name__"), lambda: f.nothing, lambda: delattr(f, "nothing"), lambda: setattr(len, "x", 1), lambda: setattr(f, "__annotations__", 5), lambda: setattr(f, "__globals__", {}), lambda: setattr("".join, "x", 1), lambda: setattr(C().m, "x", 1)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)


class C:
    def m(self):
        """method doc"""


print(C.m.__qualname__, C().m.__name__, C().m.__doc__, C().m.__func__ is C.m, isinstance(C().m, types.MethodType), isinstance(f, types.FunctionType), isinstance(lambda: 0, types.LambdaType), isinstance(len, types.BuiltinFunctionType), len.__name__, len.__module__, [].append.__name__, str.join.__qualname__, len.__self__)
print((lambda: 0).__name__, (lambda: 0).__qualname__, [h.__qualname__ for h in (lambda: 1,)], outer.__call__(1).__name__, f.__get__(5).__self__)
