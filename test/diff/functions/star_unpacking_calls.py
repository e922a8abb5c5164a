"""* and ** in calls, definitions and displays: merging, order, generators, mappings, keyword clashes."""


def show(*args, **kwargs):
    return args, kwargs


class Mapping:
    def __init__(self, data):
        self.data = data

    def keys(self):
        print("  keys()")
        return self.data.keys()

    def __getitem__(self, key):
        print("  getitem", key)
        return self.data[key]


print(show(*[1, 2], 3, *"ab", *range(2), *{"k": 1}, *(x for x in (9,))))
print(show(a=1, **{"b": 2}, c=3, **Mapping({"d": 4})))
print([*[1], *(2, 3), *"x"], (*range(2),), {*[1, 1], *()}, {**{"a": 1}, "a": 2, **{"b": 3}}, [*{}], {**{}})
first, *rest = "hello"
*init, last = range(4)
a, *mid, z = [1, 2]
(p, *q), r = [(1, 2, 3), 4]
print(first, rest, init, last, a, mid, z, p, q, r)
for head, *tail in [(1, 2, 3), "ab"]:
    print(head, tail)
for bad in ("a, b = 1", "", ""):
    pass


def unpack(kind, value):
    if kind == 2:
        a, b = value
    elif kind == "star":
        a, *b, c = value
    elif kind == "nested":
        (a, b), c = value
    return "ok"


for kind, value in ((2, [1]), (2, [1, 2, 3]), (2, 5), (2, None), (2, ""), ("star", [1]), ("star", 5), ("nested", [1, 2]), ("nested", [(1, 2, 3), 4]), (2, {1, 2, 3}), (2, iter([1, 2, 3])), (2, {"a": 1}), (2, range(10**6))):
    try:
        print(unpack(kind, value))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for bad in (lambda: show(**{"a": 1}, **{"a": 2}), lambda: show(a=1, **{"a": 2}), lambda: show(*5), lambda: show(*None), lambda: show(**5), lambda: show(**[("a", 1)]), lambda: show(**{1: 2}), lambda: [*5], lambda: {*5}, lambda: {**5}, lambda: (*None,), lambda: {**[1]}, lambda: show.__name__(*[1])):
    try:
        print(bad())
    except TypeError as error:
        print(error)


def generator():
    print("  start")
    yield 1
    print("  end")


print(show(*generator(), *generator()))
def forward(first, /, *args, key=None, **kwargs):
    return show(first, *args, key=key, **kwargs)


print(forward(1, 2, 3, key="k", other="o"), forward(*"abc", **dict(key=1)))
print(max(*[3, 1, 2]), dict(**{"x": 1}, y=2), "{} {}".format(*"ab"), print(*[1, 2], sep="-"))


# f(*iterable, **mapping): when the mapping is read, and what the callee has of it
def change(names):
    names["late"] = 1
    yield "item"


def keep(*args, **names):
    names["kept"] = True
    return args, names


names = {"early": 0}
print(keep(*change(names), **names), names)
print(keep(*[1], **names), keep(*(), **names), keep(**names), keep(1, **names), names)
print(keep(**names)[1] is names, dict(**names) is names)


class Loud(dict):
    def keys(self):
        print("  keys")
        return ["x"]

    def __getitem__(self, key):
        print("  item", key)
        return key * 2


class Mapping:
    def keys(self):
        return iter(["a", "b"])

    def __getitem__(self, key):
        return key.upper()


class Text(str):
    pass


print(keep(**Loud(y=1)), keep(*[1], **Mapping()), keep(**{Text("t"): 1}))


def unpack_again(*args, **names):
    return forward_again(*args, **names)


def forward_again(a, b=2, *, c=3, **rest):
    return a, b, c, rest


print(unpack_again(1), unpack_again(1, c=4), unpack_again(a=1, b=5, d=6), unpack_again(*[1, 2], **{"c": 1, "e": 2}))
for bad in (lambda: unpack_again(), lambda: unpack_again(1, a=2), lambda: unpack_again(1, 2, 3), lambda: keep(**{1: 2}), lambda: keep(*[1], **{"a": 1, None: 2}), lambda: keep(*5, **6), lambda: keep(*5, **{}), lambda: keep(*[1], **6), lambda: keep(**[("a", 1)]), lambda: keep(*change(names), **None)):
    try:
        print(bad())
    except TypeError as error:
        print(error)


class Dropped:
    def __del__(self):
        print("  dropped")


def last_use(**names):
    names.clear()
    return "done"


print(last_use(**{"d": Dropped()}))
