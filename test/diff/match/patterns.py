"""Every kind of pattern, with what it binds and what it leaves alone."""


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Color:
    RED = 1
    GREEN = "green"


def describe(value):
    match value:
        case None:
            return "none"
        case True | False:
            return "bool"
        case 0 | 1:
            return "zero or one"
        case -1:
            return "minus one"
        case 2.5 | -3 + 4j:
            return "number"
        case Color.GREEN:
            return "green"
        case "a" "b":
            return "ab"
        case b"x":
            return "bytes"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float() as n:
            return f"number {n}"
        case str(text):
            return f"text {text}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, 2, *rest]:
            return f"one two {rest}"
        case [first, *_, last]:
            return f"{first}..{last}"
        case {"kind": "circle", "r": r}:
            return f"circle {r}"
        case {"a": [x, y], **rest}:
            return f"a {x} {y} {rest}"
        case {**rest} if rest:
            return f"dict {rest}"
        case {}:
            return "empty dict"
        case Point(0, 0):
            return "origin"
        case Point(x, y=0) | Point(0, y=x):
            return f"axis {x}"
        case Point() as p:
            return f"{p}"
        case _:
            return "other"


for value in [
    None, True, False, 0, 1, -1, 2.5, -3 + 4j, "green", "ab", b"x", 5, 1.5, 1000, "z", [], (), [7], (1, 2), [1, 2, 3, 4],
    (5, 6, 7), range(3), {"kind": "circle", "r": 2}, {"a": (1, 2), "b": 3}, {"z": 0}, {}, Point(0, 0),
    Point(4, 0), Point(0, 4), Point(3, 4), object, {1, 2},
]:
    print(describe(value))


def sequences(value):
    match value:
        case (a, (b, *c), *d, [e, f]):
            return a, b, c, d, e, f
        case [*a, [b]]:
            return a, b
        case _, *_, _:
            return "two or more"
        case (x,):
            return ("single", x)
    return "nothing"


for value in [
    (1, (2, 3, 4), 5, 6, [7, 8]), [1, 2, [3]], (1, 2), [1], "text", b"bytes", bytearray(b"xy"), [], iter([1]),
    (1, [2], (3, 4)),
]:
    print(sequences(value))


def keeps_bindings(value):
    x = "before"
    y = "before"
    match value:
        case [x, 1]:
            return ("first", x, y)
        case [x, y] if y > 5:
            return ("second", x, y)
        case [y, _]:
            return ("third", x, y)
        case _:
            return ("none", x, y)


for value in ([7, 1], [7, 9], [7, 3], [7], 0):
    print(keeps_bindings(value))


def alternatives(value):
    match value:
        case [a, {"k": b}] | {"a": a, "b": b} | Point(x=b, y=a):
            return a, b
        case ["x" | "y" as name, (1 | 2) as number]:
            return name, number
        case Point(x=Point(x=inner) | [inner]):
            return inner


for value in ([1, {"k": 2}], {"a": 3, "b": 4}, Point(5, 6), ["x", 2], ["z", 2], Point(Point(1, 2), [3])):
    print(alternatives(value))


class Tracer:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print("eq", self.value, other)
        return self.value == other

    @property
    def attr(self):
        print("attr")
        return self.value


match Tracer(3):
    case 1:
        print("one")
    case 2 | 3:
        print("two or three")

match Tracer(4):
    case Tracer(attr=1):
        print("attr one")
    case Tracer(attr=4, missing=_):
        print("missing")
    case Tracer(attr=n):
        print("attr", n)


class Mapping(dict):
    def __missing__(self, key):
        return "made up"


match Mapping(a=1):
    case {"b": b}:
        print("b", b)
    case {"a": a}:
        print("a", a)


def nested(depth, value):
    match value:
        case [head, *tail]:
            match head:
                case int():
                    return depth + nested(depth + 1, tail)
                case [*inner]:
                    return nested(depth + 1, inner) + nested(depth, tail)
        case []:
            return 0
    return 1


print(nested(1, [1, [2, [3]], "x"]))

match = 5
case = match + 1
print(match, case)

items = []
for command in ["go north", "go south twice", "stop", "go"]:
    match command.split():
        case ["go", direction]:
            items.append(direction)
        case ["go", ("north" | "south") as direction, "twice"]:
            items += [direction] * 2
        case ["stop"]:
            break
else:
    items.append("never")
print(items)


class Space:
    match {"inside": 1}:
        case {"inside": captured}:
            pass


print(Space.captured)
