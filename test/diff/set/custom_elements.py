"""Sets of objects with __hash__ and __eq__, subclasses, and order-free comparison."""
class Money:
    def __init__(self, amount, currency):
        self.amount, self.currency = amount, currency
    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return (self.amount, self.currency) == (other.amount, other.currency)
    def __hash__(self):
        return hash((self.amount, self.currency))
    def __repr__(self):
        return f"{self.amount}{self.currency}"
s = {Money(5, "E"), Money(5, "E"), Money(5, "D"), Money(7, "E")}
print(len(s), sorted(s, key=repr), Money(7, "E") in s, Money(8, "E") in s, Money(5, "E") == 5)
s.remove(Money(7, "E"))
s |= {Money(1, "D")}
print(sorted(map(repr, s)))
class Mutable:
    def __init__(self, v):
        self.v = v
    def __hash__(self):
        return self.v
    def __eq__(self, other):
        return self.v == other.v
m = Mutable(1)
t = {m}
m.v = 2
print(m in t, Mutable(1) in t, m in list(t), len(t))
class Tags(set):
    def add(self, item):
        print("adding", item)
        super().add(item.lower())
    def __repr__(self):
        return "Tags" + repr(sorted(self))
g = Tags(["x"])
g.add("ABC"); g.update(["Q"])
print(g, type(g | {1}).__name__, type(g.copy()).__name__, g == {"x", "abc", "Q"}, isinstance(g, set), len(g))
print({frozenset({1, 2}), frozenset({2, 1})} == {frozenset([1, 2])}, {(1, (2,)), (1, (2,))}.__len__(), frozenset("ab") > frozenset("a"), set("abc") == frozenset("cba"))
try:
    {Money(1, "E")} < 5
except TypeError as error:
    print(error)
class NoHash:
    __hash__ = None
try:
    {NoHash()}
except TypeError as error:
    print(error)
class Counted:
    def __init__(self, number):
        self.number = number
        self.hashed = 0
    def __hash__(self):
        self.hashed += 1
        return self.number
counted = dict.fromkeys([Counted(i) for i in range(5)])
elements = list(counted)
made = set(counted)
print([e.hashed for e in elements], len(made))
made.difference(counted), made.symmetric_difference_update(counted), made.update(counted), frozenset(counted), made.copy(), made & set(counted), made - set(counted)
print([e.hashed for e in elements], len(made))
made.difference_update(elements), made.intersection(elements), made.symmetric_difference_update(elements)
print([e.hashed for e in elements], len(made))
class Clearing:
    """Clears what it is looked up in."""
    active = False
    def __hash__(self):
        return 42
    def __eq__(self, other):
        if Clearing.active:
            target.clear()
        return self is other
target = {Clearing(): None}
changing = {Clearing()}
Clearing.active = True
changing.symmetric_difference_update(target)
print(len(changing), len(target))
