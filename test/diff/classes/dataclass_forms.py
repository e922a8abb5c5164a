"""Dataclasses: defaults, factories, ordering, frozen, post-init, inheritance, replace, asdict."""
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, replace


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)
    secret: str = field(default="s", repr=False, compare=False)

    def total(self, count):
        return self.price * count


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0

    def __str__(self):
        return f"{self.major}.{self.minor}"


@dataclass
class Box(Item):
    size: int = 0
    volume: int = field(init=False)

    def __post_init__(self):
        self.volume = self.size ** 3


@dataclass(kw_only=True, slots=True)
class Options:
    verbose: bool = False
    level: int


a, b = Item("pen"), Item("pen", secret="other")
a.tags.append("x")
print(a, b, a == b, b == Item("pen"), a.total(4))
print(Version(1, 2) < Version(1, 10), sorted([Version(2), Version(1, 5)]), str(Version(3)), hash(Version(1)) == hash(Version(1)))
try:
    Version(1).major = 5
except FrozenInstanceError as error:
    print("FrozenInstanceError:", error)
box = Box("box", 2.0, size=3)
print(box, box.volume, [f.name for f in fields(box)])
print(replace(b, name="pencil"), asdict(a), astuple(Version(4, 5)))
print(Options(level=3), Options(level=1, verbose=True) == Options(level=1, verbose=True))
for action in (lambda: Item(), lambda: Options(1), lambda: Version(1) < 5, lambda: Item(1, 2, 3, 4, 5)):
    try:
        action()
    except TypeError as error:
        print("TypeError:", error)
try:
    @dataclass
    class Wrong:
        a: int = 1
        b: str
except TypeError as error:
    print("TypeError:", error)
try:
    @dataclass
    class Mutable:
        a: list = []
except ValueError as error:
    print("ValueError:", error)
match box:
    case Box(name=name, size=size):
        print(name, size)
match Version(7, 8):
    case Version(major, minor):
        print(major, minor)
