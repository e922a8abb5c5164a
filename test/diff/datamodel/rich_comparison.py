"""Rich comparison: reflection, subclass priority, identity fallback, answers that are not bool, hashing rules."""

from functools import total_ordering


class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return [a == b for a, b in zip(self.parts, other.parts)]

    def __lt__(self, other):
        return [a < b for a, b in zip(self.parts, other.parts)]


print(Vector(1, 2) == Vector(1, 3), Vector(1, 2) < Vector(2, 1), Vector(1) > Vector(2), Vector(1) != Vector(1))
try:
    Vector(1) <= Vector(2)
except TypeError as error:
    print(error)
try:
    hash(Vector(1))
except TypeError as error:
    print(error)
try:
    {Vector(1): 2}
except TypeError as error:
    print(error)


class Trace:
    def __init__(self, label, answer=NotImplemented):
        self.label, self.answer = label, answer

    def compare(self, name, other):
        print(f"    {self.label}.{name}({other.label if isinstance(other, Trace) else other!r})")
        return self.answer

    def __eq__(self, other): return self.compare("eq", other)
    def __ne__(self, other): return self.compare("ne", other)
    def __lt__(self, other): return self.compare("lt", other)
    def __le__(self, other): return self.compare("le", other)
    def __gt__(self, other): return self.compare("gt", other)
    def __ge__(self, other): return self.compare("ge", other)
    __hash__ = None


class Sub(Trace):
    pass


class Overriding(Trace):
    def __lt__(self, other): return self.compare("overridden lt", other)
    def __gt__(self, other): return self.compare("overridden gt", other)


import operator
for left, right in ((Trace("a"), Trace("b")), (Trace("a"), Sub("s")), (Sub("s"), Trace("a")), (Trace("a"), Overriding("o")),
                    (Trace("a"), 5), (5, Trace("a")), (Trace("a", "yes"), Sub("s", "sub"))):
    for op in (operator.eq, operator.ne, operator.lt, operator.ge):
        print(op.__name__, getattr(left, "label", left), getattr(right, "label", right))
        try:
            print("  ->", op(left, right))
        except TypeError as error:
            print("  ->", error)


class OnlyEq:
    def __eq__(self, other):
        return other == 7 or NotImplemented


one = OnlyEq()
print(one == 7, one != 7, one == 8, one != 8, 7 == one, one == one, one != OnlyEq())
print(OnlyEq.__hash__)


class KeepsHash(OnlyEq):
    __hash__ = object.__hash__


class InheritsNone(OnlyEq):
    pass


print(hash(KeepsHash()) is not None, InheritsNone.__hash__)


class Nan:
    def __eq__(self, other):
        return False

    def __hash__(self):
        return 1


nan = Nan()
print(nan == nan, nan in [nan], [nan] == [nan], (nan,) == (nan,), {nan} == {nan}, [nan].index(nan), [nan].count(nan), {nan: 1} == {nan: 1})
print([Nan()] == [Nan()], Nan() in [Nan()])


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts


print(Version("1.2") <= Version("1.10"), Version("2") > Version("1.9"), Version("1") >= Version("1"), max(map(Version, ("1.2", "1.10", "1.9"))).parts)
for action in (lambda: Version("1") < 5, lambda: Version("1") >= 5, lambda: 5 <= Version("1"), lambda: sorted([Version("1"), 2])):
    try:
        print(action())
    except TypeError as error:
        print(error)
print(1 < 2 < 3 > 2 != 5 == 5.0 is not None in [True], 1 < (print("once") or 2) < 3, 3 > 2 > (print("not chained"), 2)[1])
chain = Trace("x", False) < Trace("y") < print("never evaluated")
print(chain)
print((1, 2) < (1, 2, 0), [1, [2, 3]] < [1, [2, 4]], (1, "a") == (1.0, "a"), [] < [0], {1} < {1, 2} <= {1, 2}, {1} < {2}, {1: 2} == {1: 2.0})
for action in (lambda: (1, "a") < (1, 2), lambda: {1: 2} < {1: 3}, lambda: [1] < (1,), lambda: 1j < 2j, lambda: None < None, lambda: range(3) < range(4),
               lambda: object() < object(), lambda: print < print, lambda: int < str, lambda: b"a" < "a", lambda: slice(1) < slice(2), lambda: slice(1) < 2):
    try:
        print(action())
    except TypeError as error:
        print(error)
