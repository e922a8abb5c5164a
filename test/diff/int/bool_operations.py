"""bool: a subclass of int with its own and, or, xor; conversions; what True does in places of numbers."""

print(True & False, True | 2, True ^ True, ~True, -True, True + True, True * 3, True / 2, True // 1, True ** 2, True << 3, not True)
print(type(True & 1).__name__, type(True & True).__name__, type(+True).__name__, type(abs(True)).__name__, isinstance(True, int), issubclass(bool, int), bool.__mro__)
print(bool(), bool(""), bool("False"), bool([]), bool([0]), bool(0.0), bool(0j), bool(None), bool(range(0)), bool(object()), bool(float("nan")))
print(str(True), repr(False), format(True), format(True, "d"), f"{True:5}|{True:>5}|{False!s:>6}", "%d %s %r" % (True, True, True), int(True), float(True), "ab"[True], [1, 2][False], {True: "a", 1: "b", 1.0: "c"})
print(True == 1, True is (1 == 1), hash(True), True < 2, max(True, 0), sum([True, True, False]), sorted([True, False, 0, 1]), True in [1], {True, 1, 0, False})


class Truthy:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


print(bool(Truthy(True)), not Truthy(False), bool(Sized(0)), bool(Sized(2)), Truthy(True) and "yes", Truthy(False) or "no")
for bad in (lambda: bool(Truthy(1)), lambda: bool(Truthy(None)), lambda: bool(Sized(-1)), lambda: bool(Sized("a")), lambda: bool(Sized(1.0)), lambda: bool(1, 2), lambda: bool(x=1), lambda: type("B", (bool,), {}), lambda: len(Sized(2**70)), lambda: not Truthy("x"), lambda: 1 if Truthy([]) else 2, lambda: [x for x in "a" if Truthy(0)], lambda: Truthy(5) and 1):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
