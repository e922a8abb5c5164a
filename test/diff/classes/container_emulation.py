"""Container protocols by hand: __getitem__ iteration, __contains__ fallbacks, __len__, __reversed__, __missing__, __length_hint__."""

import operator


class OldSequence:
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        print("  getitem", index)
        return self.items[index]


class WithLen(OldSequence):
    def __len__(self):
        return len(self.items)


class OnlyIter:
    def __iter__(self):
        yield from "abc"


class Refuses:
    __iter__ = None
    __contains__ = None
    __hash__ = None
    __len__ = None

    def __getitem__(self, index):
        return index


o, w = OldSequence(1, 2, 3), WithLen("x", "y")
print(list(o), 2 in o, 9 in o, [*o], sum(o), max(o), dict(enumerate(w)), list(reversed(w)), list(zip(w, o)), tuple(map(str, w)))
a, b, c = o
print(a, b, c, "b" in OnlyIter(), "q" in OnlyIter(), list(OnlyIter()), operator.countOf(o, 2), operator.indexOf(o, 3))
r = Refuses()
cases = [lambda: iter(r), lambda: 1 in r, lambda: hash(r), lambda: len(r), lambda: reversed(r), lambda: reversed(OnlyIter()), lambda: reversed(o), lambda: len(o), lambda: OnlyIter()[0], lambda: 1 in 5, lambda: iter(object()), lambda: list(5), lambda: [*object()], lambda: r + 1, lambda: o.items[9], lambda: {**o}, lambda: next(OnlyIter()), lambda: enumerate(5), lambda: zip(5), lambda: map(str, 5), lambda: filter(None, 5), lambda: sum(5), lambda: sum(["a"]), lambda: sum([[1]], []), lambda: sum("ab", ""), lambda: max([]), lambda: max(), lambda: min(5), lambda: max(1, "a"), lambda: max([], default=3), lambda: any(5), lambda: sorted(r)]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)


class BadIter:
    def __iter__(self):
        return 5


class BadNext:
    def __iter__(self):
        return self


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        return self.hint

    def __iter__(self):
        return iter([1, 2])


for bad in (BadIter, BadNext):
    try:
        list(bad())
    except TypeError as error:
        print(error)
print(list(Hinted(100)), operator.length_hint(Hinted(9)), operator.length_hint(OnlyIter(), 7), list(Hinted(NotImplemented)))
for hint in (-1, "a", 1.5):
    try:
        print(list(Hinted(hint)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Tree(dict):
    def __missing__(self, key):
        value = self[key] = type(self)()
        return value


t = Tree()
t["a"]["b"]["c"] = 1
print(t, t.get("zz"), "zz" in t, len(t), t.setdefault("s", 2))


# What cannot be searched says so in the words of `in`, whatever was wrong with its __iter__.
class WrongIterator:
    def __iter__(self):
        return 5


class FailingIterator:
    def __iter__(self):
        raise TypeError('from __iter__')


for value in (WrongIterator(), FailingIterator(), object(), 5):
    for search in (lambda: 1 in value, lambda: operator.contains(value, 1), lambda: operator.countOf(value, 1), lambda: operator.indexOf(value, 1), lambda: list(value)):
        try:
            print(search())
        except TypeError as error:
            print(error)
