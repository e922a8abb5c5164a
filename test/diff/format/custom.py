"""__format__ of user classes, inherited and delegated."""
class Money:
    def __init__(self, cents):
        self.cents = cents
    def __format__(self, spec):
        if spec.endswith("c"):
            return format(self.cents, spec[:-1] + "d")
        if not spec:
            return str(self)
        if spec == "words":
            return f"{self.cents // 100} euros and {self.cents % 100} cents"
        return format(self.cents / 100, spec)
    def __str__(self):
        return f"{self.cents / 100:.2f}E"
m = Money(123456)
print(f"{m} {m:c} {m:,c} {m:>10c}| {m:,.1f} {m:words} {m!s:*>12} {m:}", "{:words} {:e}".format(m, m), format(m), format(m, "10.1f"))
class SubInt(int):
    def __format__(self, spec):
        return "sub" + super().__format__(spec)
class SubInt2(int):
    def __str__(self):
        return "strsub"
    def __repr__(self):
        return "reprsub"
class SubStr(str):
    def __format__(self, spec):
        return "<" + super().__format__(spec) + ">"
class SubFloat(float):
    pass
print(f"{SubInt(5)} {SubInt(5):03} {SubInt2(7)} {SubInt2(7):d} {SubInt2(7):5} {SubInt2(7)!r} {SubStr('ab'):>4} {SubFloat(2.5)} {SubFloat(2.5):.3f}", "%s %d %r" % (SubInt2(7), SubInt2(7), SubInt2(7)), str(SubInt2(3)), [SubInt2(1)])
class Vector:
    def __init__(self, *parts):
        self.parts = parts
    def __format__(self, spec):
        return "(" + ", ".join(format(p, spec) for p in self.parts) + ")"
print(f"{Vector(1, 2.5)} {Vector(1, 2.5):.2f} {Vector('a', 'b'):>3} {Vector(Vector(1), 2):05}")
try:
    print(f"{Vector('a'):d}")
except ValueError as error:
    print(error)
class Raises:
    def __format__(self, spec):
        raise KeyError(spec)
try:
    "{:abc}".format(Raises())
except KeyError as error:
    print("KeyError", error)
from enum import Enum, IntEnum
class Colour(Enum):
    RED = 1
class Level(IntEnum):
    LOW = 1
print(f"{Colour.RED} {Colour.RED!r} {Colour.RED:>12} {Level.LOW} {Level.LOW!r} {Level.LOW:03}", format(Level.LOW), str(Level.LOW), "%s" % Colour.RED)
