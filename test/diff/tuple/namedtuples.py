"""namedtuple and typing.NamedTuple: fields, defaults, methods, inheritance."""
from collections import namedtuple
from typing import NamedTuple

Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), list(p), p._asdict(), p._replace(x=9), Point._fields, Point._make([7, 8]), Point.__name__, isinstance(p, tuple))
x, y = p
print(x, y, p + (3,), {p: 1}[(1, 2)], p < Point(1, 3), Point(*[3, 4]), Point(**{"x": 5, "y": 6}), max(Point(1, 2), Point(0, 9)))
D = namedtuple("D", ["a", "b", "c"], defaults=[10, 20])
print(D(1), D(1, 2), D._field_defaults, D(a=5, c=6))
for action in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: p.z, lambda: setattr(p, "x", 5), lambda: p._replace(q=1), lambda: Point._make([1]), lambda: namedtuple("B", "a a"), lambda: namedtuple("B", "class")):
    try:
        print(action())
    except (TypeError, AttributeError, ValueError) as error:
        print(type(error).__name__, error)
class Vector(NamedTuple):
    """A vector."""
    x: float
    y: float = 0.0
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    @property
    def flipped(self):
        return Vector(self.y, self.x)
v = Vector(3, 4)
print(v, v.length(), v.flipped, Vector(1), Vector.__doc__, v._fields, Vector._field_defaults, v._replace(y=0).length())
class Named(namedtuple("Base", "first last")):
    def __str__(self):
        return f"{self.first} {self.last}"
n = Named("Ada", "Lovelace")
print(n, repr(n), n[0], n._replace(first="Eva"))
match v:
    case Vector(3, y):
        print("matched", y)
match p:
    case (1, second):
        print("as a tuple", second)

# __new__ is a function of its own: its facts, its binding of arguments, and what it refuses
Full = namedtuple("Full", "a b c", defaults=[[], None])
new = Full.__new__
print(Full.__doc__, "|", new.__doc__, "|", new.__name__, new.__qualname__, new.__module__, new.__defaults__, new.__kwdefaults__, new.__annotations__)
print(new.__code__.co_varnames, new.__code__.co_argcount, new.__code__.co_name, new.__code__.co_filename, sorted(new.__globals__))
print(namedtuple("One", "x").__doc__, namedtuple("None_", "").__new__.__doc__, namedtuple("None_", "")(), namedtuple("NoDefault", "x", defaults=()).__new__.__defaults__, Point.__new__.__defaults__)
for args, names in (((), {}), ((1,), {}), ((1, 2, 3, 4), {}), ((1, 2, 3, 4), {"a": 5}), ((1,), {"a": 2}), ((1,), {"z": 2}), ((), {"b": 2}), ((1,), {"c": 3}), ((), {"c": 1, "b": 2, "a": 3}), ((1,), {"_cls": 2})):
    try:
        print(Full(*args, **names))
    except TypeError as error:
        print("TypeError", error)
class Wrong(Full):
    def __new__(cls, *args, **names):
        return super().__new__(cls, *args, **names)
print(Wrong(1, c=2), type(Wrong(1)).__name__, Full.__new__(Wrong, 1, b=2), Full.__new__(tuple, 1, 2, 3), Wrong._make([1, 2, 3]), Wrong(1, 2)._replace(b=7))
for class_ in (int, 3, None, list):
    try:
        print(Full.__new__(class_, 1))
    except TypeError as error:
        trace = error.__traceback__
        while trace.tb_next:
            trace = trace.tb_next
        print("TypeError", error, trace.tb_lineno if trace.tb_frame.f_code.co_name == "<lambda>" else "", trace.tb_frame.f_code.co_filename == "<string>")
Full.__new__.__defaults__ = (7, 8)
print(Full(1), Full._field_defaults)
class WithDict(Full):
    pass
w = WithDict(1, 2)
w.extra = 3
print(w, w.__dict__, w == (1, 2, 8), hash(w) == hash((1, 2, 8)), w[1:], w + (0,))
shared = []
print(Full(shared).a is shared, Full(a=shared, b=shared).b is shared)
