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
