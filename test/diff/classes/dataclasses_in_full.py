"""Dataclasses of every form: inheritance, slots, field factories, keyword-only, ordering, freezing, replace, InitVar."""

import copy
import dataclasses
import pickle
import sys
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import Any, ClassVar, Generic, Optional, TypeVar

T = TypeVar("T")


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class Base:
    x: int
    y: int = 2
    log: ClassVar[list] = []

    def __post_init__(self):
        self.log.append(("base", self.x))


@dataclass
class Derived(Base):
    z: list = field(default_factory=list)
    _: KW_ONLY
    name: str = "n"
    secret: str = field(default="s", repr=False, compare=False, hash=False, metadata={"hidden": True})
    scale: InitVar[int] = 1

    def __post_init__(self, scale):
        super().__post_init__()
        self.z = [v * scale for v in self.z]


show(Derived, 1)
show(Derived, 1, 2, [3, 4], scale=3)
show(Derived, 1, 2, [3], "name")
show(Derived)
show(Derived, 1, nme="x")
show(Derived, 1, 2, 3, name="a", secret="q", scale=2)
print(Base.log)
print([(f.name, f.type, f.kw_only, f.default is dataclasses.MISSING, dict(f.metadata)) for f in fields(Derived)])
print(Derived(1, secret="a") == Derived(1, secret="b"), Derived(1) == Base(1), Derived.__match_args__)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    tag: str = field(default="", compare=False)

    @property
    def text(self):
        return f"{self.major}.{self.minor}{self.tag}"

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split(".")))


vs = [Version.parse(t) for t in "1.2 0.9 1.10 1.2".split()]
print(sorted(vs), max(vs).text, len(set(vs)), vs[0] is vs[3], vs[0] == vs[3], vs[1] < vs[2])
show(lambda: vs[0] < (1, 2))
show(setattr, vs[0], "major", 3)
show(delattr, vs[0], "major")
show(setattr, vs[0], "other", 3)
print(replace(vs[0], tag="rc"), copy.copy(vs[1]), copy.deepcopy(vs[2]))
show(replace, vs[0], nope=1)


@dataclass(slots=True)
class Slotted:
    a: int
    b: str = "bee"
    c: tuple = field(default=(), init=False)


s = Slotted(5)
print(s, Slotted.__slots__, hasattr(s, "__dict__"))
show(setattr, s, "d", 1)
print(pickle.loads(pickle.dumps(Version(3, 4, "x"))))


@dataclass(slots=True)
class Point(Generic[T]):
    x: T
    y: T

    def __add__(self, other):
        return replace(self, x=self.x + other.x, y=self.y + other.y)

    def __iter__(self):
        yield self.x
        yield self.y


p = Point[int](1, 2) + Point(3, 4)
print(p, [*p], Point.__slots__)


@dataclass(eq=False)
class Identity:
    v: int


@dataclass(unsafe_hash=True)
class Mutable:
    v: int
    w: int = field(default=0, hash=False)


@dataclass
class Unhashable:
    v: int


print(Identity(1) == Identity(1), hash(Mutable(1, 2)) == hash(Mutable(1, 3)), Identity.__hash__ is object.__hash__)
show(hash, Unhashable(1))


@dataclass(repr=False)
class Plain:
    v: int

    def __repr__(self):
        return "plain"


@dataclass
class Node:
    value: Any
    left: Optional["Node"] = None
    right: Optional["Node"] = None

    def insert(self, value):
        side = "left" if value < self.value else "right"
        match getattr(self, side):
            case None:
                setattr(self, side, Node(value))
            case Node() as child:
                child.insert(value)
        return self

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


tree = Node(5)
for v in (3, 8, 1, 4, 9):
    tree.insert(v)
print(tree)
print(list(tree), asdict(tree)["left"]["right"], astuple(tree)[2])
print(asdict(tree, dict_factory=lambda kv: {k: v for k, v in kv if v is not None}))
tree.left.left = tree
print(tree)

Made = make_dataclass("Made", ["a", ("b", int), ("c", list, field(default_factory=list))], bases=(Plain,), namespace={"total": lambda self: self.b + len(self.c)})
show(Made, 1, 2, 3)
m = Made(0, "q", 1, [2, 3])if False else Made(v=0, a="q", b=1, c=[2, 3])
print(m.total(), is_dataclass(Made), is_dataclass(m), is_dataclass(3), [f.name for f in fields(m)])

for source in (
    lambda: dataclass(type("Bad", (), {"__annotations__": {"a": int, "b": int}, "a": 1})),
    lambda: dataclass(type("Bad", (), {"__annotations__": {"a": list}, "a": []})),
    lambda: dataclass(order=True)(type("Bad", (), {"__annotations__": {"a": int}, "__lt__": None})),
    lambda: dataclass(order=True, eq=False)(type("Bad", (), {})),
    lambda: dataclass(frozen=True)(type("Bad", (Base,), {})),
    lambda: dataclass(type("Bad", (Version,), {})),
    lambda: dataclass(slots=True)(type("Bad", (), {"__annotations__": {"a": int}, "__slots__": ("a",)})),
    lambda: field(default=1, default_factory=int),
    lambda: fields(3),
    lambda: asdict(Base),
    lambda: replace(Base, x=1),
    lambda: make_dataclass("X", ["a", "a"]),
    lambda: make_dataclass("X", ["for"]),
    lambda: make_dataclass("X", [3]),
    lambda: field(3),
):
    show(source)


@dataclass
class Celsius:
    degrees: float = field(default=0.0)

    class Descr:
        def __set_name__(self, owner, name):
            self.name = "_" + name

        def __get__(self, obj, cls=None):
            return 10.5 if obj is None else getattr(obj, self.name, "unset")

        def __set__(self, obj, value):
            setattr(obj, self.name, float(value))

    boiling: float = Descr()


show(Celsius)
show(Celsius, 3, "7")
print(dataclasses.Field.__slots__[:4], repr(fields(Version)[1])[:60])


@dataclass(kw_only=True, match_args=False)
class Options:
    verbose: bool = False
    level: int

    def __or__(self, other):
        return replace(self, **{k: v for k, v in asdict(other).items() if v})


show(Options, level=3)
show(lambda: Options(level=1) | Options(level=0, verbose=True))
show(Options, 3)
show(lambda: Options.__match_args__)


@dataclass(weakref_slot=True, slots=True)
class Weak:
    v: int = 0


print(Weak.__slots__)
sys.exit(Version(1) > 3)
