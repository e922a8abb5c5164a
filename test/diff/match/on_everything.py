"""Patterns on dataclasses, enums, nested classes, mappings with rest, subclasses, and odd subjects."""

from collections import OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from enum import Enum, Flag


@dataclass
class Point:
    x: int
    y: int = 0
    label: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class Segment:
    start: Point
    end: Point


class Shape(Enum):
    ROUND = 1
    SQUARE = "sq"


class Color(Flag):
    RED = 1
    GREEN = 2


Pair = namedtuple("Pair", "first second")


class Outer:
    class Inner:
        __match_args__ = ("value",)
        CONSTANT = 42

        def __init__(self, value):
            self.value = value


class Config:
    debug = True
    names = ("a", "b")


def classify(subject):
    match subject:
        case Point(0, 0):
            return "origin"
        case Point(x, y=0, label="axis") | Point(0, y=x, label="axis"):
            return f"on a labelled axis {x}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x=int() | float() as value):
            return f"point {value}"
        case Segment(Point(a, b), Point(c, d)) if (a, b) != (c, d):
            return f"segment {a},{b} to {c},{d}"
        case Segment(start=start, end=_):
            return f"empty segment at {start}"
        case Shape.ROUND | Shape.SQUARE as shape:
            return f"shape {shape.name}"
        case Color.RED:
            return "red"
        case Color():
            return f"other colour {subject.value}"
        case Pair(first, [second, *rest]):
            return f"pair {first} {second} {rest}"
        case Pair(first=1) | Pair(second=1):
            return "pair with one"
        case Outer.Inner(Outer.Inner.CONSTANT):
            return "inner constant"
        case Outer.Inner(Outer.Inner(deep)):
            return f"inner inner {deep}"
        case {"type": "circle", "radius": (int() | float()) as r, **rest} if not rest:
            return f"circle {r}"
        case {"type": str(kind), **rest}:
            return f"{kind} with {sorted(rest)}"
        case {}:
            return f"mapping of {len(subject)}"
        case []:
            return "empty sequence"
        case [Point() as p, *_, Point(x=last)]:
            return f"points from {p} to {last}"
        case [[a, b], [c, *d]] | [[a, b, c], *d]:
            return f"nested {a} {b} {c} {d}"
        case [("add" | "sub") as op, left, right]:
            return f"{op} {left} {right}"
        case [x]:
            return f"single {x}"
        case str() | bytes() as text if len(text) > 3:
            return f"long text {text!r}"
        case "" | b"":
            return "empty text"
        case None | True | False:
            return f"singleton {subject}"
        case -1 | 1.5 | 2 + 3j | "x" "y":
            return f"literal {subject}"
        case Config.debug:
            return "equal to Config.debug"
        case bool(b) | int(b) | float(b):
            return f"number {b}"
        case type(__name__=name):
            return f"class {name}"
        case object(__class__=cls):
            return f"object of {cls.__name__}"


for subject in (Point(0), Point(3, 0, label="axis"), Point(0, 4, label="axis"), Point(2, 2), Point(1.5, 2), Point("s", 2), Segment(Point(1, 2), Point(3, 4)), Segment(Point(1), Point(1)), Shape.ROUND, Shape.SQUARE, Color.RED,
                Color.RED | Color.GREEN, Pair(1, [2, 3, 4]), Pair(1, 5), Pair(2, 1), Pair(2, 3), Outer.Inner(42), Outer.Inner(Outer.Inner(5)), Outer.Inner(1), {"type": "circle", "radius": 2}, {"type": "circle", "radius": 2, "x": 1},
                {"type": "square", "side": 1}, {"type": 5}, {}, OrderedDict(type="od"), defaultdict(list), [], (), deque(), range(0), [Point(1), 5, Point(9)], [[1, 2], [3, 4, 5]], [[1, 2, 3], 4], [[1, 2], 3], ["add", 1, 2], ("sub", 1, 2), [1],
                "text", b"bytes", "ab", "", b"", bytearray(b"ab"), None, True, False, -1, 1.5, 2 + 3j, "xy", 1, 1.0, 7, 2.25, int, Outer, object(), {1, 2}, frozenset(), iter([]), (x for x in "ab"), memoryview(b"ab"), slice(1), ..., NotImplemented, len, 10**30):
    try:
        print(classify(subject))
    except Exception as error:
        print(type(error).__name__, error)


class Strange:
    __match_args__ = ["list", "not tuple"]


class Strange2:
    __match_args__ = ("a", 5)
    a = 1


class Strange3:
    __match_args__ = ("a", "b")
    a = 1

    @property
    def b(self):
        raise ValueError("b is broken")


def bad(number, subject):
    match (number, subject):
        case 1, Strange(1):
            return 1
        case 2, Strange2(1, 2):
            return 2
        case 3, Strange3(1, 2):
            return 3
        case 4, Strange3(1, 2, 3):
            return 4
        case 5, Strange3(1, a=1):
            return 5
        case 6, int(1, 2):
            return 6
        case 7, bad(1):
            return 7
        case 8, Point(1, 2, 3, 4):
            return 8
        case 9, object(1):
            return 9
        case _:
            return "nothing"


for number, subject in ((1, Strange()), (2, Strange2()), (3, Strange3()), (4, Strange3()), (5, Strange3()), (6, 1), (7, 1), (8, Point(1)), (9, 1), (10, 1), (6, "s")):
    try:
        print(number, bad(number, subject))
    except Exception as error:
        print(number, type(error).__name__, error)
