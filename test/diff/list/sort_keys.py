"""Sorting with key functions that raise, cmp_to_key, attrgetter, itemgetter, and by many columns."""
from functools import cmp_to_key
from operator import attrgetter, itemgetter


class Person:
    def __init__(self, name, age):
        self.name, self.age = name, age
    def __repr__(self):
        return f"{self.name}({self.age})"


people = [Person("Zoe", 30), Person("Al", 25), Person("Bo", 30), Person("Cy", 25), Person("Di", 41)]
print(sorted(people, key=attrgetter("age")), sorted(people, key=attrgetter("age", "name")), max(people, key=attrgetter("age")), min(people, key=lambda p: p.name))
rows = [("x", 3, 1.5), ("y", 1, 2.5), ("x", 1, 0.5), ("y", 3, 0.5)]
for key in (itemgetter(1), itemgetter(0, 2), itemgetter(2, 1), lambda r: (r[0], -r[1]), lambda r: -r[2]):
    print(sorted(rows, key=key))
rows.sort(key=itemgetter(2)); rows.sort(key=itemgetter(1), reverse=True); rows.sort(key=itemgetter(0))
print(rows)
def compare(a, b):
    return (len(a) > len(b)) - (len(a) < len(b)) or (a < b) - (a > b)
print(sorted(["bb", "a", "ccc", "aa", "b", ""], key=cmp_to_key(compare)))
a = [3, 0, 2, 1]
try:
    a.sort(key=lambda v: 1 / v)
except ZeroDivisionError as error:
    print(error, sorted(a))
try:
    sorted(people)
except TypeError as error:
    print(error)
print(sorted([[2, 1], [1, 9], [1], []]), sorted([(1, "b"), (1, "a")]), sorted(["10", "9", "2"], key=int), sorted(range(10), key=lambda n: (n % 3, -n)), sorted([0.0, -0.0, False], key=str))
words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(set(words)), sorted(words, key=len), sorted(words, key=lambda w: (len(w), w), reverse=True))
