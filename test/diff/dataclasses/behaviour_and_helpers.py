"""dataclass helpers: make_dataclass, asdict with nesting, inheritance of post_init, properties, generics, match."""

from collections import namedtuple
from dataclasses import KW_ONLY, MISSING, asdict, astuple, dataclass, field, fields, make_dataclass

Point = make_dataclass("Point", [("x", int), ("y", int, 5), "z"] if False else [("x", int), ("y", int, 5)], namespace={"norm": lambda self: self.x + self.y})
print(Point(1), Point(1, 2).norm(), Point.__name__, [f.type for f in fields(Point)])
Pair = namedtuple("Pair", "a b")


@dataclass
class Inner:
    values: list
    mapping: dict


@dataclass
class Outer:
    inner: Inner
    pair: Pair
    others: tuple = ()
    _: KW_ONLY = None
    flag: bool = False


o = Outer(Inner([1, [2]], {"k": Inner([], {})}), Pair(Inner([3], {}), 4), (Inner([5], {}),), flag=True)
d = asdict(o)
print(d)
d["inner"]["values"].append("changed")
print(o.inner.values, astuple(o), asdict(o, dict_factory=lambda items: sorted(k for k, _ in items)))
for f in fields(Outer):
    print(f.name, f.default is MISSING, f.default_factory is MISSING, f.kw_only, f.init, f.repr, f.hash, f.compare, dict(f.metadata))


@dataclass
class Animal:
    name: str

    def __post_init__(self):
        print("animal", self.name)

    @property
    def loud(self):
        return self.name.upper()


@dataclass
class Dog(Animal):
    breed: str = field(default="mutt", metadata={"doc": "the breed"})

    def __post_init__(self):
        super().__post_init__()
        print("dog", self.breed)

    def __repr__(self):
        return f"<{self.name}>"

    def __eq__(self, other):
        return isinstance(other, Dog) and self.name == other.name


rex = Dog("rex")
print(rex, rex.loud, rex == Dog("rex", "x"), rex != Animal("rex"), fields(rex)[1].metadata["doc"], Dog.__hash__)
match rex:
    case Dog(name, breed):
        print(name, breed)


@dataclass
class Counter:
    n: int = 0

    def __add__(self, other):
        return Counter(self.n + other.n)

    def __iter__(self):
        yield from range(self.n)


print(Counter(2) + Counter(3), list(Counter(3)), sum([Counter(1), Counter(2)], Counter()))


@dataclass(frozen=True)
class Key:
    parts: tuple

    def __post_init__(self):
        object.__setattr__(self, "parts", tuple(self.parts))


print(Key([1, 2]), {Key([1]): "v"}[Key((1,))])


class Descriptor:
    def __get__(self, instance, owner):
        return 42 if instance is None else instance.__dict__.get("_v", "unset")

    def __set__(self, instance, value):
        print("  set", value)
        instance.__dict__["_v"] = value


@dataclass
class WithDescriptor:
    v: int = Descriptor()


print(WithDescriptor().v, WithDescriptor(7).v)
