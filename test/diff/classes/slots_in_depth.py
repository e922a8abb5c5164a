"""__slots__: inheritance, __dict__, __weakref__, conflicts, descriptors, private names, defaults."""

import weakref


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Named(Point):
    __slots__ = ["name"]


class Loose(Point):
    pass


class WithDict:
    __slots__ = ("a", "__dict__", "__weakref__")


class Private:
    __slots__ = ("__hidden", "_shown")

    def __init__(self):
        self.__hidden = 1


p, n, l, w = Point(1, 2), Named(3, 4), Loose(5, 6), WithDict()
n.name = "n"
l.z = 7
w.a = 1
w.b = 2
print(p.x, n.name, n.x, l.z, l.__dict__, w.__dict__, w.a, Point.x, type(Point.x).__name__, Point.__slots__, Named.__slots__, Private()._Private__hidden, hasattr(p, "__dict__"))
print(Point.x.__get__(p), Point.x.__get__(None, Point) is Point.x, Point.x.__name__, Point.x.__objclass__.__name__)
Point.x.__set__(p, 10)
del p.y
cases = [lambda: p.y, lambda: setattr(p, "z", 1), lambda: delattr(p, "y"), lambda: p.__dict__, lambda: vars(p), lambda: weakref.ref(p), lambda: n.other, lambda: setattr(n, "other", 1), lambda: Point.x.__get__(5), lambda: Point.x.__set__("a", 1), lambda: Private()._shown, lambda: p.q]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
print(p.x, weakref.ref(w)() is w, weakref.ref(l)() is l)
for make in (lambda: type("A", (), {"__slots__": ("x",), "x": 1}), lambda: type("B", (Point, Named), {}), lambda: type("C", (), {"__slots__": 5}), lambda: type("D", (), {"__slots__": ("a b",)}), lambda: type("E", (), {"__slots__": (1,)}), lambda: type("F", (int,), {"__slots__": ("x",)}), lambda: type("G", (tuple,), {"__slots__": ("x",)}), lambda: type("H", (), {"__slots__": ("__dict__", "__dict__")}), lambda: type("I", (Point, type("J", (), {"__slots__": ("q",)})), {}), lambda: type("K", (Loose,), {"__slots__": ("__dict__",)})):
    try:
        print(make().__name__)
    except Exception as error:
        print(type(error).__name__, error)


class Single:
    __slots__ = "only"


s = Single()
s.only = "one"
print(s.only, Single.__slots__, [k for k in vars(Single) if not k.startswith("__")])


class Documented:
    __slots__ = {"x": "the x", "y": "the y"}


print(Documented.__slots__, Documented.x.__doc__)
