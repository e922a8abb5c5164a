"""Keys with __hash__ and __eq__ of their own: collisions, counting calls, failures."""
class Key:
    calls = []
    def __init__(self, name, h):
        self.name, self.h = name, h
    def __hash__(self):
        return self.h
    def __eq__(self, other):
        Key.calls.append((self.name, getattr(other, "name", other)))
        return isinstance(other, Key) and self.name.lower() == other.name.lower()
    def __repr__(self):
        return self.name
a, b, c = Key("a", 1), Key("b", 1), Key("c", 2)
d = {a: 1, b: 2, c: 3}
print(d, len(d), d[Key("A", 1)], d.get(Key("a", 2)), Key("B", 1) in d)
d[Key("B", 1)] = "new value, old key"
print(d, list(d)[1].name)
print(len(Key.calls) > 3, d[a])
del d[Key("A", 1)]
print(d)
class Bad:
    def __hash__(self):
        raise ValueError("no hash for you")
class NotInt:
    def __hash__(self):
        return "x"
class Unhashable:
    def __eq__(self, other):
        return True
class EqFails:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        raise RuntimeError("eq failed")
for key in (Bad(), NotInt(), Unhashable(), EqFails()):
    try:
        d2 = {1: "one"}
        d2[key] = 1
        print("stored", len(d2))
    except (ValueError, TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
many = {Key(f"k{i}", 7): i for i in range(60)}
print(len(many), many[Key("K33", 7)], [many.pop(Key(f"k{i}", 7)) for i in range(0, 60, 10)], len(many))
print({float("nan"): 1, float("nan"): 2}.__len__(), len({0: 1, 0.0: 2, False: 3}), {(): 1, "": 2, None: 3, 0: 4})
class Default:
    pass
x, y = Default(), Default()
e = {x: "x", y: "y"}
print(e[x], e[y], x == y, x == x, hash(x) == hash(x), Default() in e)
class Counted:
    """A key that counts how often it is hashed and compared."""

    def __init__(self, number):
        self.number = number
        self.hashed = self.compared = 0

    def __hash__(self):
        self.hashed += 1
        return 42

    def __eq__(self, other):
        self.compared += 1
        return self is other


first, second = Counted(1), Counted(2)
counted = {first: 5}
print(counted.setdefault(second, 6), first.hashed, second.hashed, first.compared + second.compared)
keys = [Counted(i) for i in range(3)]
table = dict.fromkeys(keys)
hashed = [key.hashed for key in keys]
dict.fromkeys(table), dict.fromkeys(set(table), 1), dict.fromkeys(frozenset(table)), dict(table), table | table
print(hashed, [key.hashed for key in keys])
