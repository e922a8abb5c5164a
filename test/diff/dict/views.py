"""Views of dicts: they follow the dict, compare and combine as sets, and iterate."""
d = {"a": 1, "b": 2, "c": 3}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items, len(keys), "a" in keys, 2 in values, ("a", 1) in items, ("a", 2) in items, "x" in items)
d["d"] = 4
del d["a"]
print(keys, values, items, list(keys)[0], max(values), sorted(items, reverse=True))
print(sorted(keys & {"b", "z"}), sorted(keys | ["q"]), sorted(keys - {"b"}), sorted(keys ^ {"b", "n"}), keys == {"b", "c", "d"}, keys >= {"b"}, keys.isdisjoint(["x"]), items & {("b", 2)}, {"b"} < keys, keys <= set("bcdef"))
print(dict(a=1).items() == dict(a=1).items(), dict(a=1).values() == dict(a=1).values(), type(keys).__name__, type(values).__name__, type(items).__name__)
for action in (lambda: keys[0], lambda: values[0], lambda: keys + keys, lambda: values & values, lambda: hash(keys), lambda: keys.add("x"), lambda: next(keys), lambda: items | 5):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
it = iter(d)
print(next(it), it.__length_hint__())
d["e"] = 5
try:
    next(it)
except RuntimeError as error:
    print(error)
for change in (lambda k: d.pop(k), lambda k: d.__setitem__(k + k, 0), lambda k: d.__setitem__(k, 99)):
    try:
        for k in d:
            change(k)
        print("fine", d)
    except RuntimeError as error:
        print(error, d)
print([*d], [*d.values()], {*d} == set(d), dict(d.items()) == d, keys.mapping["c"] if "c" in d else None)
try:
    keys.mapping["new"] = 1
except TypeError as error:
    print(error)
