"""Rich comparison: reflection, NotImplemented, identity fallback, __ne__ from __eq__, __hash__ = None, total_ordering."""

from functools import total_ordering


class Loud:
    def __init__(self, name, answer):
        self.name, self.answer = name, answer

    def _log(self, op, other):
        print(f"  {self.name}.{op}")
        return self.answer

    def __lt__(self, other):
        return self._log("lt", other)

    def __le__(self, other):
        return self._log("le", other)

    def __gt__(self, other):
        return self._log("gt", other)

    def __ge__(self, other):
        return self._log("ge", other)

    def __eq__(self, other):
        return self._log("eq", other)


class SubLoud(Loud):
    def __gt__(self, other):
        return self._log("sub gt", other)


a, b, c = Loud("a", NotImplemented), Loud("b", "answer"), SubLoud("c", True)
for x, y in ((a, b), (b, a), (a, a), (a, c), (b, c), (a, 1), (1, b)):
    for text, op in (("<", lambda x, y: x < y), ("<=", lambda x, y: x <= y), (">", lambda x, y: x > y), ("==", lambda x, y: x == y), ("!=", lambda x, y: x != y)):
        try:
            print(text, op(x, y))
        except TypeError as error:
            print(text, error)
try:
    hash(a)
except TypeError as error:
    print(error, Loud.__hash__)


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented


v, w = Version("1.2"), Version("1.10")
print(v < w, v <= w, v > w, v >= w, v == w, v != w, max(v, w).parts, sorted([w, v])[0].parts, v <= v, v >= v)
for op in (lambda: v < 5, lambda: v >= 5, lambda: v == 5, lambda: v <= "x", lambda: 5 > v):
    try:
        print(op())
    except TypeError as error:
        print(error)
try:
    @total_ordering
    class Nothing:
        pass
except ValueError as error:
    print(error)
print(1 < 2 < 3, 1 < 3 > 2, (1 < 2) < 3, 3 > 2 == 2, not 1 == 2, 1 != 2 != 1, "a" < "b" <= "b")
