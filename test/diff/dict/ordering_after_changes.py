"""Insertion order through deletions, updates, popitem, moves, and equality regardless of order."""

d = {}
for word in "the quick brown fox jumps over the lazy dog".split():
    d[word] = d.get(word, 0) + 1
print(d)
del d["quick"]
d["quick"] = 10
print(list(d), d.popitem(), list(d))
value = d.pop("brown")
d = {"brown": value, **d}
print(d, {"a": 1, "b": 2} == {"b": 2, "a": 1}, list({"a": 1} | {"b": 2, "a": 3}))
for n in range(50):
    d[n] = n
for n in range(0, 50, 2):
    del d[n]
for n in range(10, 14):
    d[n] = -n
print(list(d.items())[-12:], len(d), list(reversed(d))[:5])
inverted = {v: k for k, v in d.items()}
grouped = {}
for key, value in d.items():
    grouped.setdefault(type(key).__name__, []).append(value)
print(inverted[-10], grouped["str"], len(grouped["int"]))
print(sorted(d.items(), key=lambda item: (str(type(item[0])), item[1]))[:4], dict(sorted({"b": 1, "a": 2}.items())), min(d, key=lambda k: str(k)), next(iter(d)))
d.clear()
d["again"] = 1
print(d, d == {"again": 1.0}, {1: "a"} == {True: "a"}, {} == [], {"x": float("nan")} == {"x": float("nan")})
big = {i: str(i) for i in range(2000)}
for i in range(1990):
    del big[i]
print(big, len(big))
