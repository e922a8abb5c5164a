"""Iterators of built-in containers: exhaustion, changes while iterating, length hints, copying, reversing, state."""

import copy
import operator


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for source in ([1, 2, 3], (1, 2, 3), "abc", b"abc", bytearray(b"abc"), range(3), range(10**20, 10**20 + 3), {1: "a", 2: "b", 3: "c"}, {5}, frozenset((7,)), {1: 2}.keys(), {1: 2}.values(), {1: 2}.items(), memoryview(b"xyz")):
    iterator = iter(source)
    kind = type(iterator).__name__
    hint = operator.length_hint(iterator, 77) if hasattr(iterator, "__length_hint__") else None
    first = next(iterator)
    print(kind if kind != "iterator" and kind != "memory_iterator" else "-", hint, first, operator.length_hint(iterator, 99), iter(iterator) is iterator, list(iterator), next(iterator, "end"), list(iterator), attempt(lambda: next(iterator)))
    if hasattr(source, "__reversed__") or hasattr(source, "__getitem__") and not isinstance(source, dict):
        backwards = reversed(source)
        print("   ", type(backwards).__name__, operator.length_hint(backwards, 99), list(backwards), list(backwards))

items = [1, 2, 3]
seen = []
for item in items:
    seen.append(item)
    if len(items) < 6:
        items.append(item * 10)
print(seen, items)
iterator = iter(items)
next(iterator)
items.clear()
print(list(iterator))
items.extend([7, 8, 9])
print(list(iterator), next(iterator, "stays exhausted"))
iterator = reversed([1, 2, 3])
print(next(iterator), iterator.__length_hint__(), iterator.__reduce__()[1:], copy.copy(iterator).__next__(), next(iterator))
iterator = iter([4, 5, 6])
next(iterator)
print(iterator.__reduce__()[1:], copy.copy(iterator).__next__(), next(iterator))
iterator.__setstate__(0)
print(list(iterator))

data = {"a": 1, "b": 2}
for change, label in ((lambda d: d.update(c=3), "add"), (lambda d: d.pop("a"), "pop"), (lambda d: d.update(a=9), "overwrite"), (lambda d: (d.pop("a"), d.update(z=1)), "replace")):
    for view in ("keys", "values", "items"):
        d = dict(data)
        iterator = iter(getattr(d, view)())
        next(iterator)
        change(d)
        print(label, view, attempt(lambda: next(iterator)), attempt(lambda: next(iterator)), operator.length_hint(iterator, 99))
s = {1, 2, 3}
iterator = iter(s)
next(iterator)
s.add(99)
print(attempt(lambda: next(iterator)), attempt(lambda: list(iterator)))
d = {1: 1, 2: 2}
print(attempt(lambda: [d.setdefault(k + 10, v) for k, v in d.items()]), attempt(lambda: [d.pop(k) for k in list(d)]), d)

z = zip([1, 2, 3], iter("ab"))
print(list(z), list(z), list(zip()), list(zip([1])), attempt(lambda: list(zip([1, 2], [1], strict=True))), attempt(lambda: list(zip([1], [1, 2], strict=True))), attempt(lambda: list(zip([1], [1], [], strict=True))), attempt(lambda: list(zip([], [], [1], strict=True))))
shared = iter(range(6))
print(list(zip(shared, shared)), list(zip(*[iter("abcdef")] * 3)))
left, right = iter([1, 2, 3]), iter([1])
print(list(zip(left, right)), next(left), next(right, "none left"))
m = map(lambda a, b: a * b, [1, 2, 3], [4, 5])
print(list(m), attempt(lambda: next(m)), attempt(lambda: list(map(len, [[], 5]))), list(map(None.__class__.__name__.__class__, [1])))
f = filter(None, [0, 1, "", "a", [], [0]])
print(list(f), list(filter(str.isdigit, "a1b2")), list(filter(lambda x: x, iter([]))))
e = enumerate("ab", start=10**20)
print(next(e), list(e), list(enumerate([], 5)), enumerate.__class_getitem__(int))


class Stops:
    def __init__(self):
        self.calls = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.calls += 1
        if self.calls % 3 == 0:
            raise StopIteration(self.calls)
        return self.calls


stops = Stops()
print(list(stops), list(stops), list(zip(stops, stops)), stops.calls, [*map(str, stops)], next(filter(lambda x: x > 10, stops), None))
calls = iter([5, 3, 0, 7]).__next__
print(list(iter(calls, 0)), attempt(lambda: list(iter(calls, 0))))
sentinel = iter(lambda: 1 / 0, None)
print(attempt(lambda: next(sentinel)), type(sentinel).__name__, attempt(lambda: iter(5, 0)), attempt(lambda: iter([], 0)))


class Failing:
    def __getitem__(self, index):
        if index < 2:
            return index
        raise [IndexError, StopIteration, KeyError, ValueError][self.kind]("stop here")


for kind in range(4):
    failing = Failing()
    failing.kind = kind
    iterator = iter(failing)
    print(attempt(lambda: list(iterator)), attempt(lambda: next(iterator, "default")))
print(min(iter([3, 1, 2])), max(iter("abc")), sum(iter([1, 2])), sorted(iter("cab")), any(iter([0, 1, 2])), all(iter([])), dict(iter([("a", 1)])), set(iter([1, 1])), tuple(iter("xy")), "".join(iter("pq")), b"".join(iter([b"r"])), bytes(iter([65])), list(iter(iter(iter([1])))))
