"""Calls of operator.attrgetter, itemgetter and methodcaller: errors, subclasses, lifetimes, tracebacks."""
import copy
import operator
import pickle
import traceback


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    @property
    def both(self):
        return Point(self.y, self.x)

    def __getattr__(self, name):
        if name == "made":
            return "made up"
        raise AttributeError("no " + name)

    def __getitem__(self, key):
        return key, self.x

    def shift(self, by=1, *more, **keywords):
        return self.x + by, more, keywords

    @staticmethod
    def fixed(*args):
        return args

    @classmethod
    def named(cls, *args):
        return cls.__name__, args


p = Point(1, 2)
print(operator.attrgetter("x")(p), operator.attrgetter("x", "y")(p), operator.attrgetter("both.x", "both.both.x", "made")(p))
print(operator.itemgetter(1)("abc"), operator.itemgetter(0, 2)("abc"), operator.itemgetter(slice(1, 3))([1, 2, 3]), operator.itemgetter("k")({"k": 5}))
print(operator.itemgetter(-1)((1, 2)), operator.itemgetter("q")(p), operator.itemgetter(True)([5, 6]), operator.itemgetter(None)(p))
print(operator.methodcaller("shift")(p), operator.methodcaller("shift", 2, 3)(p), operator.methodcaller("shift", 2, k=4)(p))
print(operator.methodcaller("fixed", 1)(p), operator.methodcaller("named", 1)(p), operator.methodcaller("upper")("x"), operator.methodcaller("bit_length")(255))
p.shift = lambda *args: ("own", args)
print(operator.methodcaller("shift", 5)(p))
for call in (lambda: operator.attrgetter("z")(p), lambda: operator.attrgetter("x.z")(p), lambda: operator.attrgetter("x", "both.z")(p),
             lambda: operator.attrgetter("")(p), lambda: operator.attrgetter(".x")(p), lambda: operator.attrgetter(5), lambda: operator.attrgetter(),
             lambda: operator.attrgetter("x")(), lambda: operator.attrgetter("x")(p, p), lambda: operator.attrgetter("x")(obj=p),
             lambda: operator.itemgetter(5)([1]), lambda: operator.itemgetter("k")({}), lambda: operator.itemgetter("k")([1]), lambda: operator.itemgetter(0)(5),
             lambda: operator.itemgetter(0)(), lambda: operator.itemgetter(0)([1], 2), lambda: operator.itemgetter(0)(a=1), lambda: operator.itemgetter(),
             lambda: operator.itemgetter(0, 5)([1]), lambda: operator.methodcaller("nothing")(5), lambda: operator.methodcaller("x")(p),
             lambda: operator.methodcaller("shift")(), lambda: operator.methodcaller("shift")(obj=p), lambda: operator.methodcaller("upper", 1)("x"), lambda: operator.methodcaller(), lambda: operator.methodcaller(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


for cls in (operator.itemgetter, operator.attrgetter, operator.methodcaller):
    try:
        type("Sub", (cls,), {})
    except TypeError as error:
        print(error)
for getter in (operator.attrgetter("x", "both.y"), operator.itemgetter(1, 2), operator.methodcaller("shift", 1)):
    print(repr(getter), repr(copy.copy(getter)), repr(pickle.loads(pickle.dumps(getter))))


class Text(str):
    pass


print(operator.attrgetter(Text("y"))(p), sorted([Point(3, 1), Point(1, 2)], key=operator.attrgetter("x"))[0].x)
rows = [(i * 7 % 5, str(i)) for i in range(10)]
print(sorted(rows, key=operator.itemgetter(0)), sorted(rows, key=operator.itemgetter(0, 1), reverse=True)[:3])
print(list(map(operator.itemgetter(1), rows)), max(rows, key=operator.itemgetter(1)))


class Fails:
    @property
    def attribute(self):
        raise KeyError("property")

    def __getitem__(self, key):
        raise IndexError(key)

    def method(self):
        return 1 / 0


for call in (operator.attrgetter("attribute"), operator.itemgetter(3), operator.methodcaller("method")):
    try:
        call(Fails())
    except Exception as error:
        print(type(error).__name__, error, [frame.name for frame in traceback.extract_tb(error.__traceback__)])


class Noisy:
    def __init__(self, name):
        self.name = name
        self.next = None

    def __del__(self):
        print("del", self.name)


def chain():
    first = Noisy("first")
    first.next = Noisy("second")
    first.next.next = Noisy("third")
    return first


print(operator.attrgetter("next.next.name")(chain()))
print(operator.attrgetter("next", "name")(chain())[1])
