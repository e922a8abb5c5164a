"""Dicts and keywords from objects with keys(): what they are asked for, how often and in which order."""


class Told:
    """A mapping that tells what it is asked for."""

    def __init__(self, **items):
        self.items_ = items

    def __getattribute__(self, name):
        if name == "keys":
            print("asks keys")
        return super().__getattribute__(name)

    def keys(self):
        for key in self.items_:
            print("key", key)
            yield key

    def __getitem__(self, key):
        print("item", key)
        return self.items_[key]


class Answers:
    """Has every attribute, but keys that cannot be called."""

    def __getattr__(self, name):
        print("asks", name)
        return ("getattr", name)


class Lacks:
    def __getattr__(self, name):
        print("asks", name)
        raise AttributeError(name)


class Wrong:
    def keys(self):
        return 5


class Fails:
    def keys(self):
        yield "a"
        raise AttributeError("inside")

    def __getitem__(self, key):
        return key


class Own(dict):
    def keys(self):
        print("own keys")
        return ["own"]

    def __getitem__(self, key):
        return key * 2


class OwnIterator(Own):
    def __iter__(self):
        print("own iterator")
        return super().__iter__()


def keywords(**values):
    return values


def positional(a=0, b=0):
    return a, b


def updated(mapping):
    made = {"z": 26}
    made.update(mapping)
    return made


def joined(mapping):
    made = {"z": 26}
    made |= mapping
    return made


WAYS = {"dict": lambda m: dict(m), "dict and keyword": lambda m: dict(m, c=3), "display": lambda m: {"b": 0, **m, "a": 1},
        "keywords": lambda m: keywords(**m), "twice": lambda m: keywords(c=1, **m, d=2), "positional": lambda m: positional(**m),
        "built in": lambda m: print("x", **m), "update": updated, "|=": joined}
for make in (lambda: Told(a=1, b=2), Told, Answers, Lacks, Wrong, Fails, lambda: Own(x=1), lambda: OwnIterator(x=1), lambda: 5,
             lambda: [("k", 1)]):
    for name, way in WAYS.items():
        mapping = make()
        print(type(mapping).__name__, name)
        try:
            print("   ", way(mapping))
        except (TypeError, AttributeError, ValueError) as error:
            print("   ", type(error).__name__, error)
