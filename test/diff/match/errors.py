"""What patterns raise."""


class Loose:
    __match_args__ = ["x"]


class Odd:
    __match_args__ = (1,)


class Twice:
    __match_args__ = ("x", "x")
    x = 1


class Failing:
    @property
    def x(self):
        raise ValueError("from the property")


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def class_pattern(cls, value):
    match value:
        case cls(1):
            return "matched"
    return "no match"


def two_positions(value):
    match value:
        case int(1, 2):
            return "matched"


def attribute(value):
    match value:
        case Failing(x=1):
            return "matched"
    return "no match"


def twice(value):
    match value:
        case Twice(1, x=1):
            return "matched"


def duplicate_keys(value, key):
    class Keys:
        first = key
        second = "a"

    match value:
        case {Keys.first: x, Keys.second: y}:
            return x, y
    return "no match"


class Liar(list):
    def __len__(self):
        return 2


def unpacking(value):
    match value:
        case [a, b]:
            return a, b


attempt(lambda: class_pattern(Loose, Loose()))
attempt(lambda: class_pattern(Odd, Odd()))
attempt(lambda: class_pattern(3, 3))
attempt(lambda: class_pattern(int, 1))
attempt(lambda: class_pattern(object, object()))
attempt(lambda: two_positions(1))
attempt(lambda: attribute(Failing()))
attempt(lambda: twice(Twice()))
attempt(lambda: duplicate_keys({"a": 1, "b": 2}, "b"))
attempt(lambda: duplicate_keys({"a": 1, "b": 2}, "a"))
attempt(lambda: unpacking(Liar([1, 2, 3])))
attempt(lambda: unpacking(Liar([1])))
