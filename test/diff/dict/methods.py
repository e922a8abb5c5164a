"""All methods of dict, with their results and errors."""
d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("a", 9), d.setdefault("c", 3), d.setdefault("n"), d, d.pop("n"), d.pop("zz", "none"), d.popitem(), d)
d.update({"b": 20, "x": 5}); d.update([("y", 6)], z=7); d.update(k=1); d.update()
print(d, len(d), "x" in d, "q" in d, list(d), list(d.keys()), list(d.values()), list(d.items()), d.copy() == d, d.copy() is d)
print(dict(), dict(a=1), dict([("k", 1), ["m", 2]]), dict({"q": 1}, r=2), dict(zip("ab", (1, 2))), dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), {**d, "a": 0, **{"new": 1}})
print({1: "a"} | {2: "b", 1: "c"}, {} or "empty", {"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {1: 1} != {1: 2})
e = {1: 1}
e |= {2: 2}
e |= [(3, 3)]
print(e)
for action in (lambda: {}["k"], lambda: {}[1, 2], lambda: {}.popitem(), lambda: {}.pop("k"), lambda: {[]: 1}, lambda: {}.__delitem__("k"), lambda: dict(5), lambda: dict([1]), lambda: dict(["abc"]), lambda: dict([("a",)]),
               lambda: {} + {}, lambda: {} < {}, lambda: {}.nosuch, lambda: {1: 2} | [(1, 2)], lambda: {}.update(5), lambda: {}.get(), lambda: {}.get([]), lambda: {}[None], lambda: {}[{}], lambda: dict({}, 5), lambda: hash({}), lambda: {}["\n"], lambda: {}[("a", 1.5)]):
    try:
        print(action())
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        print(type(error).__name__, error)
d.clear()
print(d, bool(d), d.keys(), d.items())
