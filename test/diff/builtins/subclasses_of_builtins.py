"""Which overridden special methods of subclasses of built-in types are asked, and in what order."""
import math


def show(function):
    try:
        print(function())
    except (TypeError, ValueError, OverflowError, AttributeError) as error:
        print(type(error).__name__, error)


class Int(int):
    def __index__(self):
        print("index", end=" ")
        return 9


class Float(float):
    def __float__(self):
        print("float", end=" ")
        return 3.5


class BadFloat(float):
    def __float__(self):
        return "text"


class Str(str):
    def __len__(self):
        print("len", end=" ")
        return 6

    def __iter__(self):
        print("iter", end=" ")
        return iter("xy")

    def __float__(self):
        return self


class Less(str):
    def __lt__(self, other):
        print("lt", end=" ")
        return NotImplemented


class Reflected(tuple):
    def __radd__(self, other):
        return "radd"


class NoAdd(list):
    def __add__(self, other):
        return NotImplemented

    __mul__ = __rmul__ = __add__


class NoIteration(list):
    __iter__ = None


class Items:
    def __len__(self):
        print("len", end=" ")
        return -1

    def __getitem__(self, index):
        return [1, 2][index]


class Countable:
    def __index__(self):
        return 3

    def __iter__(self):
        return iter([65])


class Uncountable(Countable):
    def __index__(self):
        raise TypeError("no index")


show(lambda: (float(Int(2)), complex(Int(2)), math.sqrt(Int(4)), float(Float(2)), complex(Float(2)), math.floor(Float(1)), math.sin(Float(0))))
show(lambda: float(BadFloat(1)))
show(lambda: complex(BadFloat(1)))
show(lambda: float(Str("2")))
show(lambda: complex(Str(" 1+2j ")))
for function in (list, tuple, set, sorted, "".join, dict.fromkeys, lambda s: [*s], lambda s: (*s,), max, len, lambda s: s[::-1], enumerate,
                 lambda s: next(reversed(s), "end"), bool, lambda s: print(*s)):
    show(lambda: list(function(Str("ab"))) if function is enumerate else function(Str("ab")))
show(lambda: sorted([Less("b"), Less("a"), Less("c")]))
show(lambda: sorted([Less("b"), "a", Less("c")]))
for left, right in [(Reflected(), 1), (1, Reflected()), (Reflected(), Reflected()), ((), Reflected()), (NoAdd(), 1), (NoAdd(), []), ([], NoAdd()), (NoAdd(), NoAdd())]:
    show(lambda: left + right)
    show(lambda: left * right)


class Sibling(list):
    def __radd__(self, other):
        return "sibling"


class Other(list):
    pass


show(lambda: (Other([1]) + Sibling([2]), Other([1]) + Other([2]), [1] + Sibling([2]), Other() + NoAdd([3]), "a" + Str("b")))
show(lambda: 1 in NoIteration())
show(lambda: list(NoIteration()))
show(lambda: sum(NoIteration()))
for function in (list, sorted, tuple, set, bytes, lambda i: [*i], lambda i: print(*i), sum, max):
    show(lambda: function(Items()))
for value in (Countable(), Uncountable(), Int(3), "ab", 2.5, None, [1, 2], (300,), range(2), -1, 2 ** 70, [2 ** 70], ["a"]):
    show(lambda: bytes(value))
    show(lambda: bytearray(value))
for arguments in [("a", 5), (5, "utf-8"), ("a", None), ("a", "ascii", 5), ("é", "ascii"), (b"a", "ascii"), ("a",), ("é", "ascii", "replace")]:
    show(lambda: bytes(*arguments))
    show(lambda: bytearray(*arguments))
for text in ("", "00ff", "0 0", "00 f", "0g", "é0", "00é", "f", "  0a0B  ", "0\u2028"):
    show(lambda: bytes.fromhex(text))
for number in (70, 2 ** 31, -2 ** 31, -1, 2 ** 70, -2 ** 70, 1114112, Int(65), 1.5):
    show(lambda: chr(number))
print({11, 3, -5}, {8, 16, 0, 24}, {-1, -10, -2, 7}, {100, 200, 300, 400, 500, 600}, frozenset([11, 3, -5]))
for numbers in ([math.inf, math.nan], [math.inf, -math.inf], [math.inf, -math.inf, math.nan], [1e308, 1e308], [1e308, 1e308, -1e308]):
    show(lambda: math.fsum(numbers))
print([math.gamma(x / 7) for x in range(-20, 60) if x % 7], [math.lgamma(x / 7) for x in range(-20, 60) if x % 7])
print([math.gamma(x) for x in (1, 5, 23, 24, 170, 171.5, 1e-300, -1.5, -170.5, -300.5)], [math.lgamma(x) for x in (1, 2, 3, 1e10, 1e300, -1e3 - 0.5, 1e-30)])
