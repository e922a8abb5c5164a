"""range: attributes, count, index, slicing, comparison, hashing, big values, errors."""

r = range(2, 20, 3)
print(r, r.start, r.stop, r.step, len(r), list(r), r[0], r[-1], r[1:4], r[::-1], r[::2], list(r[4:1:-1]), 5 in r, 6 in r, 5.0 in r, "5" in r)
print(r.count(5), r.count(6), r.index(5), list(reversed(r)), r == range(2, 18 + 1, 3), r == range(2, 21, 3), range(0) == range(5, 5), hash(range(0)) == hash(range(3, 3)), r != [2, 5], bool(range(0)), bool(r), min(r), max(r), sum(r))
big = range(10**20, 10**20 + 10, 4)
print(big, list(big), big[1], 10**20 + 4 in big, big.index(10**20 + 8), list(reversed(big)), range(0, 10**30, 10**29)[3])
print(range(5, 0), list(range(5, 0, -2)), range(True), list(range(-3)), range(3)[-2], repr(range(1, 5, 1)), repr(range(0, 5, -1)), range(10)[2:8][1:3])


class Index:
    def __index__(self):
        return 4


print(range(Index()), range(1, Index()), {range(3): "key"}[range(0, 3, 1)], range(3).__reduce__()[1], tuple(range(3)), range(4)[Index() - 1 if False else 1])
cases = [lambda: range(), lambda: range(1.5), lambda: range("5"), lambda: range(1, 2, 0), lambda: range(1, 2, 3, 4), lambda: r[99], lambda: r["a"], lambda: r.index(6), lambda: r.index("a"), lambda: r + r, lambda: r < r, lambda: len(range(10**20)), lambda: r.index(), lambda: range(stop=5), lambda: setattr(r, "start", 1), lambda: r.__setitem__, lambda: range(None), lambda: r[1.0], lambda: r * 2]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
it = iter(range(3))
print(next(it), it.__length_hint__(), list(it), next(it, "end"), type(it).__name__)
class EqualToAll:
    def __eq__(self, other):
        return True
class EqualToEven:
    def __eq__(self, other):
        return other % 2 == 0
class Failing:
    def __eq__(self, other):
        return 1 // (other - 3)
print(range(10).count(EqualToAll()), range(10).count(EqualToEven()), range(0).count(EqualToAll()), range(10).count(3.0), range(10).count(True), range(10).count("3"))
try:
    range(10).count(Failing())
except ZeroDivisionError as error:
    print(error)
