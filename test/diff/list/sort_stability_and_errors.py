"""sort: stability, reverse stability, keys called once, cmp_to_key, mutation during sort, errors mid-way."""

from functools import cmp_to_key
from operator import attrgetter, itemgetter

records = [("b", 2), ("a", 2), ("c", 1), ("d", 2), ("e", 1)]
print(sorted(records, key=itemgetter(1)), sorted(records, key=itemgetter(1), reverse=True), sorted(records, key=lambda r: (-r[1], r[0])))
calls = []
print(sorted([3, 1, 2], key=lambda x: calls.append(x) or -x), calls)
print(sorted("banana"), sorted({"b": 1, "a": 2}), sorted([[2], [1, 5], [1]]), sorted([True, 0, 2, False]), sorted([2.5, 1, 10**20, -3]))


def by_length_then_text(a, b):
    return len(a) - len(b) or (a > b) - (a < b)


print(sorted(["bb", "a", "ab", "c", "aaa"], key=cmp_to_key(by_length_then_text)))


class Item:
    def __init__(self, rank, tag):
        self.rank, self.tag = rank, tag

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return f"{self.tag}{self.rank}"


items = [Item(2, "a"), Item(1, "b"), Item(2, "c"), Item(1, "d")]
print(sorted(items), sorted(items, reverse=True), min(items), max(items), sorted(items, key=attrgetter("tag"), reverse=True))
for bad in (lambda: sorted([1, "a"]), lambda: sorted([Item(1, "a"), 5]), lambda: sorted([1j, 2j]), lambda: sorted([{}, {}]), lambda: sorted(5), lambda: sorted([1], key=5), lambda: sorted([1, 2], key=lambda: 0), lambda: sorted([1], lambda x: x), lambda: sorted(), lambda: [None, None].sort(), lambda: sorted([1, 2], reverse="x"), lambda: sorted([1, 2], reverse=None)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
values = [3, 2, 1]
try:
    values.sort(key=lambda x: values.append(x) or x)
except ValueError as error:
    print(error, values)
values = [5, 4, 3, 2, 1]


def failing(x):
    if x == 3:
        raise KeyError("key failed")
    return x


try:
    values.sort(key=failing)
except KeyError as error:
    print(repr(error), values)
