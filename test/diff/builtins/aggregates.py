"""sum, min, max, any, all, sorted, len: keys, defaults, short circuits and errors."""
print(sum([]), sum([1, 2, 3]), sum([1.5, 2]), sum([[1], [2]], []), sum((i for i in range(5)), 100), sum([True, True]), sum([2**62, 2**62, 2**62]), sum([0.1] * 3), sum([1], start=2.5), sum({1: 2, 3: 4}))
print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max("a", "b", key=ord), min([], default="none"), max((), default=None), min([[2], [1, 9]]), max({"a": 1, "b": 0}), min([3, -5, 2], key=abs), max([-3, 3], key=abs), min([3, -3], key=abs), max(1, 2.0, 2), min(2, 2.0))
print(any([]), all([]), any([0, "", 1]), all([1, "a", []]), any(x > 2 for x in range(5)), all(x < 3 for x in range(3)), any("ab"), all({0: 1}))
def noisy(values):
    for v in values:
        print("look", v, end=" ")
        yield v
print(any(noisy([0, 1, 2])), all(noisy([1, 0, 2])), 2 in noisy([1, 2, 3]))
print(abs(-5), abs(-2.5), abs(True), abs(-(2**70)), round(2.567, 2), divmod(7, -2), pow(2, 3), pow(2.0, 3), pow(2, 3, 5), hash(5), bin(10), oct(8), hex(255), chr(97), ord("a"), bin(-5), hex(-255), callable(len), callable(5), len("é"), repr("x"), ascii("é"), bool([]), bool("0"))
for action in (lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum(5), lambda: min(), lambda: max([]), lambda: min(5), lambda: max(1, "a"), lambda: min([1, None]), lambda: max(1, 2, default=3), lambda: any(5), lambda: all(), lambda: len(5), lambda: len(), lambda: len([], []), lambda: sum([], 1, 2), lambda: bin(1.5), lambda: hex("x"), lambda: sorted(5), lambda: abs(), lambda: round(1, 2, 3), lambda: pow(1), lambda: divmod(1), lambda: max([1], key=5), lambda: min(1, 2, foo=3), lambda: sum([[1]], None), lambda: pow("a", 2), lambda: pow(2.0, 3, 5), lambda: sorted([1], 2), lambda: callable(), lambda: hash({})):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
class L:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
for n in (3, 0, -1, 2**70, "x"):
    try:
        print(len(L(n)), bool(L(n)))
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
