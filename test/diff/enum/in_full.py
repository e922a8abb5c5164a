"""Enumerations: values, aliases, flags and their arithmetic, auto, functional forms, mix-ins, members with behaviour."""

import enum
import operator
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    _ignore_ = ["tmp"]
    tmp = 5

    def describe(self):
        return f"{self.name.lower()}={self.value}"

    @classmethod
    def default(cls):
        return cls.GREEN

    @property
    def bright(self):
        return self is Color.RED


print(list(Color), Color.CRIMSON, Color(1), Color["CRIMSON"], Color.RED.describe(), Color.default(), Color.RED.bright)
print(Color.__members__, len(Color), Color.RED in Color, repr(Color), str(Color.RED), f"{Color.RED}", f"{Color.RED!r:>20}")
show(Color, 3)
show(lambda: Color["BLUE"])
show(lambda: Color.BLUE)
show(setattr, Color, "RED", 4)
show(lambda: delattr(Color, "RED"))
show(lambda: 1 in Color)
show(lambda: Color.RED < Color.GREEN)
show(lambda: type("Sub", (Color,), {}))


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = 5.976e24, 6.37814e6

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return 6.67300e-11 * self.mass / self.radius**2


for p in Planet:
    print(p.name, f"{p.gravity:.3f}", p.value)


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    ALL = RW | X


print(list(Perm), Perm.R | Perm.X, ~Perm.R, Perm.ALL & ~Perm.W, Perm(0), Perm(5), Perm.RW in Perm.ALL, Perm.X in Perm.RW)
print([*Perm.ALL], bool(Perm(0)), len(Perm.RW), Perm.RW ^ Perm.ALL, repr(Perm(0)), Perm.RW.name, Perm(6).name, (Perm.R | Perm.X).value)
show(Perm, 8)
show(Perm, -9)
show(lambda: Perm.R | 1)
show(lambda: Perm.R < Perm.W)


class Mode(IntFlag):
    A = 1
    B = 2
    D = 8


print(Mode.A | 16, Mode(4), Mode.A | Mode.B, Mode.A + 1, ~Mode.A, Mode(11), repr(Mode(27)), Mode.D > 7, f"{Mode.D:>5}|", "%d %s" % (Mode.B, Mode.B))
print(isinstance(Mode.A | Mode.B, Mode), int(~Mode.B), Mode.A in Mode(3), [*Mode(11)])


class Strict(Flag, boundary=enum.STRICT):
    ONE = 1


class Conform(Flag, boundary=enum.CONFORM):
    ONE = 1
    TWO = 2


class Keep(Flag, boundary=enum.KEEP):
    ONE = 1


class Eject(Flag, boundary=enum.EJECT):
    ONE = 1


show(Strict, 3)
show(lambda: (Conform(7), Keep(9), Eject(9), repr(Keep(9)), Keep(9).value))


class Level(IntEnum):
    LOW = 10
    HIGH = 20

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls.__members__.get(value.upper())
        if value == 30:
            return "wrong"
        return None


print(Level("low"), Level.LOW < 15, Level.HIGH + 1, sorted([Level.HIGH, Level.LOW]), f"{Level.LOW}", str(Level.LOW), repr(Level.LOW), f"{Level.HIGH:05d}", Level.LOW == 10, {10: "ten"}[Level.LOW])
show(Level, 30)
show(Level, 5)
print(max(Level), operator.index(Level.LOW), [0] * 11 != [0][Level.LOW:], Level.LOW.to_bytes(2, "big"))


def too_late():
    class Word(StrEnum):
        HELLO = auto()

        def _generate_next_value_(name, start, count, last):
            return "never"


show(too_late)


class Word(StrEnum):
    HELLO = auto()
    World = "w"


print(Word.HELLO, Word.World + "x", Word("w"), repr(Word.World), Word.HELLO.upper(), "hello" == Word.HELLO, f"{Word.World:_^5}")
show(lambda: StrEnum("Bad", {"A": 1}))


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{name.lower()}-{start}-{count}-{last_values}"

    A = auto()
    B = auto()
    C = "set"
    D = auto()


print([m.value for m in Auto])
Animal = Enum("Animal", "ANT BEE CAT", start=5)
Shape = Enum("Shape", [("SQUARE", "s"), ("CIRCLE", "c")], module="geometry", qualname="kinds.Shape")
Num = IntEnum("Num", {"one": 1, "two": 2})
print(list(Animal), list(Shape), Shape.__module__, Shape.__qualname__, Num.two * 3, Flag("F", "a,b, c").c)


@unique
class Fine(Enum):
    A = 1
    B = 2


def duplicate():
    @unique
    class Double(Enum):
        A = 1
        B = 1
        C = 2
        D = 2


show(duplicate)


class Shaped(float, Enum):
    HALF = 0.5
    THIRD = 1 / 3

    def __str__(self):
        return format(self.value, ".2f")


print(Shaped.HALF + 1, Shaped.THIRD, repr(Shaped.THIRD), f"{Shaped.THIRD:>12}", Shaped(0.5).name, hash(Shaped.HALF) == hash(Shaped.HALF))


class Op(Enum):
    ADD = enum.member(operator.add)
    SUB = enum.member(lambda a, b: a - b)
    not_member = enum.nonmember(42)

    def __call__(self, *args):
        return self.value(*args)


print([o.name for o in Op], Op.ADD(3, 4), Op.SUB(3, 4), Op.not_member)


class Unhashable(Enum):
    A = [1]
    B = {"k": 1}
    C = [1]


print(list(Unhashable), Unhashable([1]), Unhashable({"k": 1}), Unhashable.C is Unhashable.A)


class Weekday(Enum):
    MON, TUE, WED = range(3)

    def __new__(cls, value):
        obj = object.__new__(cls)
        obj._value_ = value + 1
        obj.short = f"#{value}"
        return obj

    def next(self):
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]

    __lt__ = lambda self, other: self.value < other.value


print(Weekday.MON.short, Weekday(3), Weekday.WED.next(), max(Weekday), sorted(Weekday, reverse=True))
match Weekday.TUE:
    case Weekday.MON | Weekday.WED:
        print("no")
    case Weekday.TUE as day if day.value == 2:
        print("matched", day)
print({c: c.value for c in Color}, {Perm.R: 1}[Perm(1)], Color.RED.__class__, type(Color).__name__, enum.EnumType is enum.EnumMeta)
print(dir(Color.RED)[:3], [n for n in dir(Color) if not n.startswith("__")])
print(Color.RED.RED if hasattr(Color.RED, "RED") else "none", Color.__doc__, Color.RED.__hash__() == hash("RED"))
show(lambda: Color())
show(lambda: Color(1, 2))
show(lambda: enum.verify(enum.CONTINUOUS)(IntEnum("Gap", {"a": 1, "b": 4})))
show(lambda: enum.verify(enum.NAMED_FLAGS)(Flag("Gap", {"a": 1, "b": 6})))
show(lambda: list(reversed(Color)))


import gc
import weakref


def left_behind(enumeration):
    """Does the exception that a wrong value raises end at once, and the value with it?"""
    class Wrong:
        pass

    wrong = Wrong()
    seen = weakref.ref(wrong)
    try:
        enumeration(wrong)
    except ValueError:
        wrong = None
    return seen()


gc.disable()
print(left_behind(Enum("Plain", "a b")), left_behind(IntEnum("Whole", "a b")), left_behind(StrEnum("Text", "a b")))
gc.enable()
Color.RED.value = 3
