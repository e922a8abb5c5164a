"""range objects: length, indexing, slicing, membership, equality, iteration and errors."""
ranges = [range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 1), range(-5, 6, 5), range(0, 2**70, 2**68), range(10**20, 10**20 + 3), range(7, 8, 100), range(1, -1, -1)]
for r in ranges:
    print(r, len(r), list(r), r.start, r.stop, r.step, bool(r), r[::-1], list(reversed(r)), r[1:3], r[-1] if r else None, 0 in r, 7 in r, 2.0 in r, "x" in r)
print(range(0, 10, 3) == range(0, 12, 3), range(0) == range(5, 5), range(1, 2) == range(1, 3, 2), range(3) == [0, 1, 2], hash(range(0)) == hash(range(2, 2)), {range(3): "k"}[range(0, 3)])
r = range(0, 100, 7)
print(r[3], r[-2], r[2:9:2], r[:-5], r[20:], r.index(21), r.count(21), r.count(22), max(r), min(r), sum(r), sorted(r, reverse=True)[:3], 3 in range(10, 0, -1), True in range(2))
for action in (lambda: range(), lambda: range(1, 2, 0), lambda: range("a"), lambda: range(1.0), lambda: range(1, 2, 3, 4), lambda: r[99], lambda: r["a"], lambda: r.index(1), lambda: r + r, lambda: r.nosuch, lambda: setattr(r, "start", 1), lambda: r.__setitem__(0, 1), lambda: len(range(2**70)), lambda: range(None), lambda: range(5).append(1)):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, AttributeError, OverflowError) as error:
        print(type(error).__name__, error)
it = iter(range(3))
print(next(it), it.__length_hint__(), list(it), next(it, "end"), list(range(2**63 - 2, 2**63 + 1)), type(it).__name__, [*range(3)], (*range(2),))
class I:
    def __index__(self):
        return 3
print(range(I()), list(range(I(), 10, I())), range(True), list(range(10))[range(3)[2]])
