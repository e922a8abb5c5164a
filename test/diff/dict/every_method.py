"""Every method of dict with ordinary and unusual arguments, and each error's words."""

d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("c", 3), d.setdefault("a", 9), d.setdefault("n"), d.pop("n", 5), d.pop("zz", "default"))
d.update({"x": 1}, y=2)
d.update([("p", 1), ["q", 2], "rs"])
d.update(t=1)
d.update()
print(d, list(d), list(d.items())[:2], list(d.values())[-1], len(d), "a" in d, "zz" not in d, d.copy() == d, d.copy() is d)
print(d.popitem(), d.pop("a"), dict.fromkeys("ab"), dict.fromkeys([1, 2], []), dict.fromkeys({"k": 1}, 0), {**d, "p": 100}, d | {"x": 9}, {"x": 9} | d)
d |= {"new": 1}
d |= [("pair", 2)]
print(d, list(reversed(d)), list(reversed(d.items()))[:1], {1: "int", 1.0: "float", True: "bool"}, dict(a=1, b=2), dict([(1, 2)], c=3), dict({"a": 1}, a=2), dict(zip("ab", (1, 2))))


class Mapping:
    def keys(self):
        return ["k1", "k2"]

    def __getitem__(self, key):
        return key.upper()


print(dict(Mapping()), {**Mapping()}, dict(Mapping(), k1=0))
cases = [lambda: d["zz"], lambda: d.pop("zz"), lambda: {}.popitem(), lambda: d.pop(), lambda: d.get(), lambda: d.get(1, 2, 3), lambda: {[]: 1}, lambda: d[{}], lambda: d.update(5), lambda: d.update([1]), lambda: d.update([(1, 2, 3)]), lambda: d.update(["a"]), lambda: dict([1]), lambda: dict(5), lambda: dict(1, 2), lambda: dict.fromkeys(), lambda: dict.fromkeys(5), lambda: d | 5, lambda: d | [(1, 2)], lambda: d + d, lambda: d < d, lambda: hash(d), lambda: d.__delitem__("zz"), lambda: d.setdefault(), lambda: d.clear(1), lambda: {**5}, lambda: dict("ab"), lambda: d.items(1), lambda: d.setdefault([], 1), lambda: [] in d, lambda: d.get([]), lambda: dict(**{1: 2}), lambda: d.nope, lambda: d.has_key("a"), lambda: d.update(1, 2), lambda: d.pop([]), lambda: d["a", "b"], lambda: d[None]]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
try:
    d |= 5
except TypeError as error:
    print(error)
try:
    del d["missing"]
except KeyError as error:
    print(error, error.args)

# Of an empty dict nothing is hashed by pop, but by all others; and abs of what has none.
for how in (lambda: {}.pop([]), lambda: {}.pop([], 'fallback'), lambda: {1: 2}.pop([], 'fallback'), lambda: {}.setdefault([]), lambda: {}.get([]),
            lambda: [] in {}, lambda: {}[[]], lambda: {1: 2}.pop(1), lambda: {1: 2}.pop(3, 4), lambda: {1: 2}.setdefault(1, 3), lambda: abs({})):
    try:
        print(how())
    except (KeyError, TypeError) as error:
        print(repr(error))
