"""Enum, IntEnum, Flag, auto, aliases, lookup, methods and iteration."""
from enum import Enum, Flag, IntEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def mixed(self, other):
        return f"{self.name}+{other.name}"

    @property
    def pretty(self):
        return self.name.title()


class Level(IntEnum):
    LOW = 10
    HIGH = 20


class Access(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


print(list(Color), Color.RED, repr(Color.GREEN), Color(3), Color["BLUE"], Color.CRIMSON is Color.RED)
print(Color.RED.name, Color.RED.value, Color.RED.mixed(Color.BLUE), Color.GREEN.pretty, len(Color))
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE, Color.RED in Color, {Color.RED: "r"}[Color(1)])
print(Level.LOW < Level.HIGH, Level.LOW + 5, sorted(Level, reverse=True), Level(20), max(Level), f"{Level.LOW:>4}")
print(Access.READ | Access.RUN, Access.ALL & Access.WRITE, Access.READ in Access.ALL, ~Access.READ, Access(0), bool(Access(0)))
print(Planet.EARTH.mass, Planet.MARS.value, [p.name for p in Planet if p.radius < 5])
print(list(Color.__members__), isinstance(Color.RED, Color), type(Color.RED).__name__)
for action in (lambda: Color(9), lambda: Color["PINK"], lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.BLUE,
               lambda: Color()):
    try:
        action()
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print("ValueError:", error)
try:
    class More(Color):
        PINK = 4
except TypeError as error:
    print("TypeError:", error)
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.DOG.value)
