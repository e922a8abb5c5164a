"""Subclasses of dict, __missing__, and what the built-in methods do with overrides."""
class Counter2(dict):
    def __missing__(self, key):
        return 0
c = Counter2()
for letter in "hello":
    c[letter] += 1
print(c, c["z"], c.get("z"), "z" in c, type(c).__name__, isinstance(c, dict), c == {"h": 1, "e": 1, "l": 2, "o": 1})
class Tree(dict):
    def __missing__(self, key):
        self[key] = value = type(self)()
        return value
t = Tree()
t["a"]["b"]["c"] = 1
t["a"]["x"]
print(t, t["a"]["b"])
class Logged(dict):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)
    def __getitem__(self, key):
        print("get", key)
        return super().__getitem__(key)
    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)
    def __contains__(self, key):
        print("in", key)
        return super().__contains__(key)
d = Logged(a=1)
d["b"] = 2
d["b"] += 10
d.update(c=3)
print(d.get("c"), d.pop("a"), "b" in d, d.setdefault("q", 5), {**d}, dict(d), len(d))
del d["b"]
print(d, d.copy(), type(d.copy()).__name__, d | {"z": 1}, type(d | {}).__name__, repr(Logged.fromkeys("x")))
class Upper(dict):
    def __init__(self, *args, **kwargs):
        super().__init__()
        for k, v in dict(*args, **kwargs).items():
            self[k] = v
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)
    def __iter__(self):
        return iter(sorted(super().__iter__()))
u = Upper(b=2, a=1)
u.extra = "attribute"
print(u, list(u), u.keys(), u.extra, len(u), [k for k in u])
try:
    Counter2()[[]]
except TypeError as error:
    print(error)
