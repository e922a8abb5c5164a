"""Truth, short circuits, chained comparison, conditional expressions, identity and membership."""


def show(value):
    print("  eval", value)
    return value


print(show(0) or show("") or show("x") or show("never"))
print(show(1) and show(0) and show("never"))
print(not show(0), not [] and not "", (None or 0), ([] and 5), 1 and 2 or 3)
print(1 < show(2) < 3, 1 < show(0) < show(9), 3 > 2 >= 2 == 2 != 1, 1 < 2 > 1)
print("a" if show(True) else show("never"), "b" if 0 else "c" if [] else "d")
for value in (0, 1, -1, 0.0, 1e-300, "", " ", "0", [], [0], (), (0,), {}, {0}, None, True, 0j, b"", range(0), range(1)):
    print(repr(value), bool(value), not value, "yes" if value else "no")


class Falsy:
    def __bool__(self):
        print("  __bool__")
        return False


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class BadBool:
    def __bool__(self):
        return 1


if not Falsy() and Sized(1) and not Sized(0):
    print("as expected")
try:
    if BadBool():
        pass
except TypeError as error:
    print("TypeError:", error)
a = b = [1]
print(a is b, a is not b, [1] is [1], None is None, 1 in a, 5 not in a, "b" in "abc", "" in "abc")
print(1 == 1.0 == True, "1" == 1, [1, 2] == [1, 2], (1, 2) < (1, 3), [1] < [1, 0], {1} < {1, 2})


class Compare:
    def __lt__(self, other):
        return "truthy result"

    def __gt__(self, other):
        return []

    def __eq__(self, other):
        return NotImplemented

    def __contains__(self, item):
        return "non-bool"


c = Compare()
print(c < 1, c > 1, 1 < c, c == 1, c != 1, c == c, 5 in c, c < 1 < 0, c > 1 > 0)
nan = float("nan")
print(nan == nan, nan is nan, nan in [nan], nan != nan, [nan] == [nan], nan < 1)
