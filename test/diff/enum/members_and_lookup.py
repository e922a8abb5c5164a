"""Enum: lookup, iteration, aliases, auto, values, names, comparison, hashing, repr, str, format, errors."""

from enum import Enum, EnumMeta, IntEnum, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @property
    def hex(self):
        return f"#{self.value:02x}"

    @classmethod
    def default(cls):
        return cls.GREEN

    def __str__(self):
        return self.name.lower()


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, Color.CRIMSON.name, list(Color), len(Color), Color.__members__["CRIMSON"].name)
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE, Color.RED in Color, {Color.RED: 1}[Color.CRIMSON], Color.RED.hex, Color.default(), f"{Color.RED}", "%s %r" % (Color.RED, Color.RED), isinstance(Color.RED, Color), type(Color.RED), Color, hash(Color.RED) == hash("RED"), [c.name for c in reversed(Color)], type(Color) is EnumMeta, bool(Color.RED))


class Level(IntEnum):
    LOW = 1
    MID = auto()
    HIGH = 10
    TOP = auto()


print(list(Level), Level.MID < Level.HIGH, Level.LOW + 1, Level.TOP, str(Level.LOW), repr(Level.LOW), f"{Level.LOW}", f"{Level.HIGH:04d}", sorted(Level, reverse=True)[0], Level(10) is Level.HIGH, Level.LOW == 1, [1, 2, 3][Level.LOW], sum(Level), max(Level).name, 10 in list(Level), isinstance(Level.LOW, int), Level.LOW.bit_length())


class Mode(StrEnum):
    READ = auto()
    WRITE_ALL = auto()
    OTHER = "o"


print(list(Mode), Mode.READ == "read", Mode.READ.upper(), str(Mode.OTHER), f"{Mode.READ:>6}", Mode("write_all"), "x" + Mode.OTHER, Mode.READ in {"read": 1})


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return round(self.mass / self.radius ** 2, 3)


print(Planet.EARTH.gravity, Planet((0.64, 3.39)).name, Planet.MARS.value)


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{name.lower()}-{count}"

    FIRST = auto()
    SECOND = auto()

    @classmethod
    def _missing_(cls, value):
        return cls.FIRST if value == "fallback" else None


print([a.value for a in Auto], Auto("fallback"))
Animal = Enum("Animal", "CAT DOG")
Sized = Enum("Sized", {"S": "small", "L": "large"})
Listed = Enum("Listed", [("A", 5), ("B", 6)], start=1) if False else Enum("Listed", [("A", 5), ("B", 6)])
print(list(Animal), Animal.DOG.value, Sized("large"), list(Listed), Animal.__name__)
cases = [lambda: Color(9), lambda: Color["PINK"], lambda: Color.PINK, lambda: setattr(Color, "RED", 5), lambda: delattr(Color, "RED"), lambda: Color.RED < Color.BLUE, lambda: Color.RED + 1, lambda: Color(), lambda: Auto("nothing"), lambda: Color.RED.nothing, lambda: setattr(Color.RED, "value", 2), lambda: setattr(Color.RED, "name", "x"), lambda: Level("x"), lambda: Color[1:2]]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
        C = 2
        D = 2
except ValueError as error:
    print(error)
try:
    class Reuse(Enum):
        A = 1
        A = 2
except TypeError as error:
    print(error)
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN | Color.BLUE:
        print("green or blue")
