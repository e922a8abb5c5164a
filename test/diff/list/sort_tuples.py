"""Sorting tuples: which item decides, for items of every kind, and what may interrupt it."""
import random

random.seed(11)
NAN = float("nan")
WORDS = ["", "a", "ab", "abc", "b", "\xe9", "\u20ac", "abcdefgh", "abcdefghi", "abcdefgha", "\U0001f600"]


def random_item(kind):
    if kind == "int":
        return random.choice([0, 1, -1, 5, 10**25, -(10**25)])
    if kind == "str":
        return random.choice(WORDS)
    if kind == "float":
        return random.choice([0.0, -0.0, 1.5, float("inf"), -2.0])
    if kind == "mixed":
        return random.choice([0, 1, 1.0, 0.5, True, False, 2])
    if kind == "tuple":
        return tuple(random_item("int") for _ in range(random.randint(0, 2)))
    return random.choice([b"", b"a", b"ab"])


for kinds in (["int"], ["str", "int"], ["float", "str"], ["mixed", "str"], ["tuple", "int"], ["bytes", "float"]):
    rows = [tuple(random_item(kind) for kind in kinds[:random.randint(0, len(kinds))]) + (i % 3,) * (i % 2)
            if len(kinds) == 1 else tuple(random_item(kind) for kind in kinds) for i in range(60)]
    if len(kinds) == 1:
        rows = [row for row in rows if row]
    ordered = sorted(rows)
    print(kinds, ordered[:6], ordered[-3:])
    assert all(not b < a for a, b in zip(ordered, ordered[1:]))
    assert sorted(rows, reverse=True) == ordered[::-1] or kinds == ["mixed", "str"]

print(sorted([(NAN, 2), (NAN, 1), (1.0, 3)]))
same = (NAN, 2), (NAN, 1)
print([row[1] for row in sorted(same)], sorted([(NAN, "b"), (NAN, "a")]) == [(NAN, "a"), (NAN, "b")])
print(sorted([(1, "b"), (1.0, "a"), (True, "c")]))
print(sorted([("a",), ("a", 1), ()]))
print(sorted(["abcdefgh", "abcdefgz", "abcdefg", "abcdefgh0", "abcdefgh", "\xff", "~"]))


class Noisy:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        print("eq", self.number, other.number)
        return self.number == other.number

    def __lt__(self, other):
        print("lt", self.number, other.number)
        return self.number < other.number


print([(a, b.number) for a, b in sorted([("x", Noisy(2)), ("x", Noisy(1)), ("w", Noisy(9))])])
for rows in ([(1, "a"), (1, 2)], [("a",), (None,)], [(1, None), (1, None)], [(1, None), (1, 2)], [(1j,), (2j,)]):
    try:
        print(sorted(rows))
    except TypeError as error:
        print(error)
