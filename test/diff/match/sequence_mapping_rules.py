"""Which objects match sequence and mapping patterns; star captures; keys, rest, get; ABC registration."""

import collections
import collections.abc


class Seq(collections.abc.Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        print("  len")
        return len(self.items)

    def __getitem__(self, index):
        print("  getitem", index)
        return self.items[index]


class Map(collections.abc.Mapping):
    def __init__(self, data):
        self.data = data

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        print("  iter")
        return iter(self.data)

    def __getitem__(self, key):
        print("  getitem", key)
        return self.data[key]


class Ducky:
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return index


class Registered(Ducky):
    pass


collections.abc.Sequence.register(Registered)


def sequence(subject):
    match subject:
        case []:
            return "empty"
        case [1, 2]:
            return "one two"
        case [x]:
            return f"single {x}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case [[a, b], *rest]:
            return f"nested {a} {b} {rest}"
        case (_, _, *middle, "end"):
            return f"middle {middle}"
        case [*everything]:
            return f"all {everything}"
        case _:
            return "not a sequence"


for subject in ([], (), [1, 2], (1, 2), [5], [1, 9, 1], [[1, 2], 3, 4], [0, 0, 7, 8, "end"], range(3), "ab", b"ab", bytearray(b"ab"), {1, 2}, {1: 2}, iter([1]), collections.deque([1, 2]), memoryview(b"abcd"), Seq(1, 2), Seq("q"), Ducky(), None, 5):
    print(sequence(subject))


def mapping(subject):
    match subject:
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": str(t), **rest}:
            return f"{t} rest {rest}"
        case {1: one, None: none}:
            return f"{one} {none}"
        case {"nested": {"deep": [x, *_]}}:
            return f"deep {x}"
        case {}:
            return "any mapping"
        case _:
            return "not a mapping"


for subject in ({"type": "circle", "r": 2, "extra": 1}, {"type": "square", "a": 1}, {1: "a", None: "b"}, {True: "t", None: 0}, {"nested": {"deep": (5, 6)}}, {}, {"x": 1}, collections.OrderedDict(type="o"), collections.defaultdict(list), collections.Counter("a"), Map({"type": "m", "z": 1}), [("type", "x")], "type", None):
    print(mapping(subject))
d = collections.defaultdict(lambda: "made")
match d:
    case {"missing": x}:
        print("matched", x)
    case _:
        print("defaultdict makes nothing", dict(d))


class Color:
    RED = "red"
    NESTED = {"a": 1}


def values(subject):
    match subject:
        case Color.RED:
            return "red"
        case -1 | 1 - 2j:
            return "negative or complex"
        case "a" "b":
            return "joined"
        case b"raw" | None | True:
            return "constant"
        case {"k": Color.RED as c}:
            return f"in mapping {c}"
        case (1 | 2 | 3) as small:
            return f"small {small}"
        case [Color.RED | "blue" as c, *rest]:
            return f"seq {c} {rest}"
        case other:
            return f"other {other!r}"


for subject in ("red", -1, 1 - 2j, "ab", b"raw", None, True, 1, 2, {"k": "red"}, ["blue", 1], 1.0, "zz"):
    print(values(subject))


# The rest is what keys() lists; a key that only get() knows is an error there.
import collections


class Missing(collections.UserDict):
    def __missing__(self, key):
        return "made of " + key


for subject in (Missing({"k": 1}), Missing({"a": 1, "k": 2}), {"k": 1}):
    try:
        match subject:
            case {"a": a, **rest}:
                print("rest", a, rest)
            case {"k": k, **rest}:
                print("k", k, rest)
    except KeyError as error:
        print(type(error).__name__, error)
