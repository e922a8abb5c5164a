"""keys, values, items views: set algebra, comparison, liveness, mapping, repr, errors."""

d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 1) in i, ("a", 2) in i, "a" in i)
print(sorted(k & {"a", "z"}), sorted(k | ["z"]), sorted(k - {"a"}), sorted(k ^ {"a", "z"}), sorted({"a", "q"} - k), sorted(i & {("a", 1)}), k.isdisjoint("xyz"), i.isdisjoint([("a", 1)]))
print(k == {"a", "b", "c"}, k >= {"a"}, k < {"a", "b", "c", "d"}, i == {("a", 1), ("b", 2), ("c", 3)}, v == d.values(), k == ["a", "b", "c"], k == d.keys(), k <= k, k != {"a"})
d["d"] = 4
print(list(k), list(reversed(v)), list(reversed(k)), list(i)[-1], k.mapping["d"], type(k.mapping).__name__, len(v))
for case in (lambda: k + k, lambda: k[0], lambda: v & {1}, lambda: hash(k), lambda: k | 5, lambda: k.mapping.__setitem__, lambda: k < [1], lambda: i & 5, lambda: k.isdisjoint(5), lambda: type(k)(), lambda: {1: []}.items() | set(), lambda: k.add(1)):
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
for act in (lambda: d.update(z=1), lambda: d.pop("a"), lambda: d.clear(), lambda: d.__setitem__("a", 0)):
    d = {"a": 1, "b": 2}
    try:
        for key in d:
            act()
    except RuntimeError as error:
        print(error, d)
d = {"a": 1}
it = iter(d)
next(it)
d["a"] = 2
print(next(it, "end"), next(it, "end"))
it = iter(d.items())
print(it.__length_hint__(), next(it), it.__length_hint__(), type(it).__name__, type(iter(d)).__name__, type(iter(d.values())).__name__, type(reversed(d)).__name__)
