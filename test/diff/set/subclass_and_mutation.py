"""Subclasses of set and frozenset; changing a set while iterating; results' types."""


class Tags(set):
    def add(self, item):
        super().add(item.lower())

    def __repr__(self):
        return f"Tags<{','.join(sorted(self))}>"


class Key(frozenset):
    def __new__(cls, *items):
        return super().__new__(cls, items)


t = Tags(["X"])
t.add("Y")
t.update(["Z"])
print(t, type(t | {"q"}).__name__, type(t.copy()).__name__, type({"q"} | t).__name__, type(t - t).__name__, t == {"X", "y", "Z"}, "y" in t)
t |= {"w"}
print(type(t).__name__, len(t), t.__class__.__bases__)
k = Key(1, 2)
print(sorted(k), type(k | {3}).__name__, type(k.union([3])).__name__, type(k.copy()).__name__, k == {1, 2}, hash(k) == hash(frozenset([1, 2])), {k: "found"}[frozenset([2, 1])])
for change in (lambda s: s.add(99), lambda s: s.discard(1), lambda s: s.clear()):
    s = {1, 2, 3}
    try:
        for item in s:
            change(s)
    except RuntimeError as error:
        print(error)
s = {1, 2}
for item in list(s):
    s.discard(item)
print(s)


class Loud:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 2

    def __eq__(self, other):
        print("eq", self.n, other.n)
        return self.n == other.n


pool = {Loud(1), Loud(2)}
print(Loud(1) in pool, Loud(3) in pool, len(pool | {Loud(2)}))


class NoEq:
    def __eq__(self, other):
        return True


try:
    {NoEq()}
except TypeError as error:
    print(error)
