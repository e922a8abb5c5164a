"""__index__, __int__, __trunc__, __float__, __complex__: who calls which, and what they may answer."""

import math
import operator


class OnlyIndex:
    def __index__(self):
        return 5


class OnlyInt:
    def __int__(self):
        return 6


class OnlyFloat:
    def __float__(self):
        return 7.5


class OnlyComplex:
    def __complex__(self):
        return 1 + 2j


class Wrong:
    def __index__(self):
        return "x"

    def __int__(self):
        return 1.5

    def __float__(self):
        return 3

    def __complex__(self):
        return 1


i = OnlyIndex()
print(int(i), float(i), complex(i), operator.index(i), hex(i), oct(i), bin(i), [0] * i, "abcdefg"[i], list(range(i)), bytes(i), round(1.23456789, i), chr(i), 10 .to_bytes(i, "big"), "%d" % i if False else "", math.sqrt(i), divmod(17, int(i)), slice(i).indices(9))
print(int(OnlyInt()), float(OnlyFloat()), complex(OnlyFloat()), complex(OnlyComplex()), math.floor(OnlyFloat()), math.sqrt(OnlyFloat()), "%d" % OnlyInt(), "%.1f" % OnlyFloat())
w = Wrong()
cases = [lambda: int(w), lambda: float(w), lambda: complex(w), lambda: operator.index(w), lambda: [1][w], lambda: hex(OnlyInt()), lambda: [1][OnlyInt()], lambda: int(OnlyFloat()), lambda: float(OnlyInt()), lambda: complex(OnlyInt()), lambda: range(OnlyInt()), lambda: chr(OnlyFloat()), lambda: int(OnlyComplex()), lambda: operator.index(1.0), lambda: "%d" % OnlyFloat(), lambda: "%x" % OnlyInt(), lambda: math.gcd(OnlyInt()), lambda: [0] * OnlyInt(), lambda: i + 1, lambda: 1 + i, lambda: bin(1.5), lambda: math.factorial(2.0)]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)


class Sub(int):
    def __index__(self):
        return 99

    def __int__(self):
        return 98


s = Sub(3)
print(int(s), operator.index(s), [0, 1, 2, 3][s], s + 1, hex(s), f"{s}", "%d" % s, range(s), type(int(s)).__name__, type(+s).__name__, type(s.real).__name__)
