"""dataclass: defaults, factories, field options, ordering, frozen, kw_only, slots, repr, eq, hash, InitVar, ClassVar."""

from dataclasses import FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar


@dataclass
class Item:
    """An item."""
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)
    hidden: int = field(default=0, repr=False, compare=False)
    count: ClassVar[int] = 0
    scale: InitVar[int] = 1
    total: float = field(init=False)

    def __post_init__(self, scale):
        self.total = self.price * scale
        Item.count += 1


a, b = Item("a"), Item("a", 1.5, [], 9)
print(a, a == b, a.tags is b.tags, Item.count, a.total, Item("c", 2, scale=3).total, hasattr(a, "scale"), Item.__doc__)
print([f.name for f in fields(a)], asdict(a), astuple(a), is_dataclass(a), is_dataclass(Item), is_dataclass(5), Item.__match_args__)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0

    def bump(self):
        return replace(self, minor=self.minor + 1)


v = Version(1, 2)
print(v < Version(1, 3), sorted([Version(2), Version(1, 9), v]), hash(v) == hash(Version(1, 2)), {v: "x"}[Version(1, 2)], v.bump(), max(v, Version(0)))


@dataclass(kw_only=True, slots=True)
class Config:
    host: str = "localhost"
    port: int


@dataclass
class Base:
    x: int
    y: int = 2


@dataclass
class Derived(Base):
    z: int = 3
    x: int = 10


@dataclass(eq=False)
class NoEq:
    a: int


@dataclass(unsafe_hash=True)
class Hashed:
    a: int
    b: int = field(default=1, hash=False)


@dataclass(repr=False, init=False)
class Bare:
    a: int = 5


@dataclass
class Node:
    value: int
    children: list["Node"] = field(default_factory=list)
    parent: "Node" = None


c = Config(port=80)
print(c, Derived(), Derived(1), Derived(1, 2, 3), NoEq(1) == NoEq(1), hash(Hashed(1, 2)) == hash(Hashed(1, 3)), Bare().a, Config.__slots__)
n = Node(1, [Node(2)])
n.children[0].parent = n
print(n)
cases = [lambda: Item(), lambda: Item("a", 1, [], 0, 1, 2), lambda: Item(nme="x"), lambda: setattr(v, "major", 2), lambda: delattr(v, "major"), lambda: Config(), lambda: Config("h", 1), lambda: setattr(c, "other", 1), lambda: v < 5, lambda: v < Base(1), lambda: a < b, lambda: hash(a), lambda: replace(a, total=5), lambda: replace(v, nothing=1), lambda: replace(5), lambda: fields(5), lambda: asdict(Item), lambda: astuple(5), lambda: Version()]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error, isinstance(error, FrozenInstanceError))


def define(kind):
    if kind == 0:
        @dataclass
        class Bad:
            a: int = 1
            b: int
    elif kind == 1:
        @dataclass
        class Bad:
            a: list = []
    elif kind == 2:
        @dataclass
        class Bad(Version):
            c: int = 0
    elif kind == 3:
        @dataclass(order=True, eq=False)
        class Bad:
            a: int
    elif kind == 4:
        @dataclass(frozen=True)
        class Bad(Base):
            c: int = 0
    elif kind == 5:
        @dataclass
        class Bad:
            a: int = field(default=1, default_factory=int)
    elif kind == 6:
        @dataclass(order=True)
        class Bad:
            a: int

            def __lt__(self, other):
                return True
    return Bad


for kind in range(7):
    try:
        define(kind)
    except Exception as error:
        print(kind, type(error).__name__, error)
