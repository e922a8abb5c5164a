# The docstring that a dataclass without one gets: the signature of the class, whoever's __init__ it has.
import dataclasses
import inspect
import typing
from dataclasses import InitVar, dataclass, field


class Meta(type):
    def __call__(cls, *args, **kwargs):
        return super().__call__(*args, **kwargs)


class Plain(type):
    pass


def make(bases=(), meta=type, body=None, **options):
    try:
        namespace = {"__annotations__": {"x": int, "y": "str", "z": list[int]}, "y": "text", "z": field(default_factory=list)}
        print(dataclass(**options)(meta("Made", bases, namespace | (body or {}))).__doc__)
    except Exception as error:
        print(type(error).__name__, error)


def own_init(self, a, /, b=2, *rest, c: int = 3, d: "text" = None, **more) -> None:
    self.x = a


def own_new(cls, *args, key=len):
    return object.__new__(cls)


for options in ({}, {"init": False}, {"kw_only": True}, {"frozen": True}, {"slots": True}, {"order": True}):
    make(**options)
    make(meta=Plain, **options)
    make(meta=Meta, **options)
    make(body={"__init__": own_init}, **options)
    make(body={"__new__": own_new}, **options)
    make(body={"__doc__": "its own"}, **options)
    make(body={"__doc__": ""}, **options)
for base in (dict, int, Exception, typing.Generic[typing.TypeVar("T")]):
    make(bases=(base,) if isinstance(base, type) else (typing.Generic,), init=False)


@dataclass
class Documented:
    f: typing.Callable = len
    k: InitVar[int] = 3
    c: typing.ClassVar[int] = 4
    o: typing.Optional[int] = None


class Heir(Documented):
    pass


@dataclass
class Second(Documented):
    more: int = 1


print(Documented.__doc__, Heir.__doc__, Second.__doc__, sep="\n")
print(inspect.signature(Documented), inspect.signature(Second))


# With slots the class is made anew, and the methods of frozen ones ask the one before.
@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0


for action in (lambda: setattr(Point(1), "x", 2), lambda: setattr(Point(1), "other", 2), lambda: delattr(Point(1), "y"), lambda: delattr(Point(1), "other"),
               lambda: dataclasses.replace(Point(1), y=5), lambda: Point(3).__getstate__()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
