"""Order of insertion, kept through deletion, update, re-insertion and growth."""
d = {}
for word in "one two three four five six".split():
    d[word] = len(word)
d["two"] = "changed"
del d["three"]
d["three"] = "again"
print(d, list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())))
d.pop("one"); d["one"] = 1; d.update(zero=0, four=44)
print(d, d.popitem(), d.popitem(), d)
big = {i * 7919 % 1000: i for i in range(1000)}
print(len(big), list(big)[:8], list(big)[-5:], sum(big), big[7919 % 1000])
for i in range(0, 1000, 3):
    del big[i]
for i in range(0, 1000, 9):
    big[i] = "back"
print(len(big), list(big)[:6], list(big.items())[-4:], sum(1 for v in big.values() if v == "back"))
while len(big) > 3:
    big.popitem()
print(big)
mixed = {1: "int", "1": "str", 1.0: "float", True: "bool", (1,): "tuple", None: "none", 2.5: "f", b"1": "bytes", frozenset([1]): "fs"}
print(mixed, mixed[1], mixed[True], len(mixed))
print({k: None for k in "mississippi"}, {x % 5: x for x in range(12)}, {**{"a": 1, "b": 2}, "a": 3, "c": 4})
first = next(iter(d))
d[first] = d.pop(first)
print(d, next(iter(d)))
for key in list(d):
    if key != first:
        del d[key]
print(d)
def f(**kwargs):
    return list(kwargs)
print(f(z=1, a=2, m=3), f(**{"q": 1, "b": 2}))
