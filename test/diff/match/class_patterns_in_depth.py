"""Class patterns: positional through __match_args__, keywords, built-in types, dataclasses, errors."""

from dataclasses import dataclass


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Three(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


@dataclass
class Line:
    start: Point
    end: Point
    label: str = ""


class NoArgs:
    a = 1


class BadArgs:
    __match_args__ = ["x"]


class WrongItems:
    __match_args__ = (1,)


class Lazy:
    __match_args__ = ("value",)

    @property
    def value(self):
        print("  property read")
        return 5


def describe(subject):
    match subject:
        case Three(x=0, y=0, z=0):
            return "origin 3"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"axis {y}"
        case Line(Point(x1, y1), Point(x2, y2), label="") if x1 == x2:
            return f"vertical {y1}..{y2}"
        case Line(label=str(text)) if text:
            return f"labelled {text}"
        case Point():
            return "point"
        case bool(b):
            return f"bool {b}"
        case int(n) | float(n) if n > 100:
            return f"big {n}"
        case int() | float():
            return "number"
        case str("magic" as word):
            return f"word {word}"
        case bytes() | bytearray():
            return "bytes"
        case list([first, *_]):
            return f"list {first}"
        case dict({"k": v}):
            return f"dict {v}"
        case tuple((a, b)):
            return f"pair {a} {b}"
        case set(s) | frozenset(s):
            return f"set {len(s)}"
        case NoArgs(a=1):
            return "noargs"
        case Lazy(5):
            return "lazy"
        case type():
            return "a type"
        case None:
            return "none"
    return "nothing"


for subject in (Three(0, 0, 0), Three(0, 0, 1), Point(0, 0), Point(0, 7), Point(3, 0), Point(1, 2), Line(Point(1, 2), Point(1, 5)), Line(Point(1, 2), Point(3, 5), "l"), Line(1, 2), True, 5, 500, 2.5, "magic", "other", b"x", [1, 2], [], {"k": 3}, {}, (1, 2), (1,), {1, 2}, NoArgs(), Lazy(), int, None, 1j):
    print(describe(subject))


def bad(kind, subject):
    match kind:
        case 0:
            match subject:
                case NoArgs(1):
                    return "?"
        case 1:
            match subject:
                case BadArgs(1):
                    return "?"
        case 2:
            match subject:
                case WrongItems(1):
                    return "?"
        case 3:
            match subject:
                case Point(1, 2, 3):
                    return "?"
        case 4:
            match subject:
                case Point(1, x=2):
                    return "?"
        case 5:
            match subject:
                case int(1, 2):
                    return "?"
        case 6:
            value = 5
            match subject:
                case value.nothing():
                    return "?"
        case 7:
            match subject:
                case describe():
                    return "?"
    return "no match"


for kind, subject in enumerate((NoArgs(), BadArgs(), WrongItems(), Point(1, 2), Point(1, 2), 1, 1, 1)):
    try:
        print(kind, bad(kind, subject))
    except Exception as error:
        print(kind, type(error).__name__, error)
