import attr
from attr import asdict, astuple, evolve, fields, validators


@attr.s(auto_attribs=True, order=True)
class Point:
    x: int = attr.ib(validator=validators.instance_of(int))
    y: int = attr.ib(default=2, converter=int)
    tags: list = attr.Factory(list)


@attr.define(frozen=True)
class Frozen:
    name: str
    size: int = attr.field(default=1, validator=validators.ge(0))


p = Point(1, "5")
print(p, asdict(p), astuple(p), evolve(p, x=9), Point(1) < Point(2), p == Point(1, 5), [f.name for f in fields(Point)])
try:
    Point("x")
except TypeError as error:
    print(error.args[0])
f = Frozen("a")
print(f, hash(f) == hash(Frozen("a")))
try:
    f.name = "b"
except attr.exceptions.FrozenInstanceError as error:
    print(repr(error))
try:
    Frozen("a", -1)
except ValueError as error:
    print(error)
