"""Annotations do not change behaviour; function attributes, __name__, __defaults__, callables."""
from typing import Any, Callable, Optional, Union

def typed(a: int, b: "str" = 5, *args: float, c: Optional[int] = None, **kw: Any) -> list[int]:
    x: int = "not an int"
    y: str
    return [a, b, args, c, kw, x]
print(typed("not", 1.5, "x", c="y", z=1), sorted(typed.__annotations__), typed.__annotations__["b"], typed.__annotations__["a"], typed.__annotations__["return"])
def lying(n: int) -> str:
    return n * 2
print(lying("ab"), lying(2.5), lying([1]), lying(10**20), lying(True))
def loop(n: int) -> int:
    total: int = 0
    for i in range(n):
        total += i
    return total
print(loop(10), loop(True))
def half(x: float) -> float:
    return x / 2
print(half(3), half(10**30), half(True))
z: int
try:
    print(z)
except NameError as error:
    print(error)
w: list[str] = [1]
print(w, __annotations__)
class P:
    a: int
    b: str = "x"
    def m(self: "P", n: Union[int, str]) -> Callable[[int], int]:
        return lambda k: k + 1
print(P.__annotations__, P.b, hasattr(P, "a"), P().m("s")(1))
def f(): pass
f.count = 0
for _ in range(3):
    f.count += 1
f.__name__ = "renamed"
f.__doc__ = "documented"
print(f.count, f.__name__, f.__doc__, f.__dict__, hasattr(f, "nope"), f.__qualname__)
try:
    f.nope
except AttributeError as error:
    print(error)
try:
    f.__name__ = 5
except TypeError as error:
    print(error)
g = f
del f
print(g(), g.count, callable(g), type(g).__name__, g == g, g in [g], {g: 1}[g])
def local_annotation():
    v: undefined_thing = 3
    return v
print(local_annotation())
try:
    def bad(a: undefined_thing): pass
except NameError as error:
    print(error)
