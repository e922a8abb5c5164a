"""type() with three arguments, __build_class__ equivalents, changing classes afterwards, and the refusals."""


def greet(self):
    return f"hi from {type(self).__name__} {self.n}"


Point = type("Point", (), {"n": 3, "greet": greet, "__doc__": "made by hand"})
Sub = type("Sub", (Point,), dict(n=4))
print(Point, Point.__name__, Point.__qualname__, Point.__module__, Point.__doc__, Point.__bases__, Sub().greet(), Sub.__mro__, type(Point), type(5), type(type))
Sub.extra = lambda self: "added later"
s = Sub()
print(s.extra(), vars(s), "n" in vars(Sub), sorted(k for k in vars(Sub) if not k.startswith("__")))
Sub.__name__ = "Renamed"
print(Sub, Sub.__name__, Sub.__qualname__, type(s).__name__)
Sub.__qualname__ = "outer.Renamed"
print(Sub)
del Sub.n
print(s.n, Point.__subclasses__(), Sub.__base__)


class Left:
    who = "left"


class Right:
    who = "right"


class Child(Left):
    pass


c = Child()
print(c.who)
Child.__bases__ = (Right,)
print(c.who, Child.__mro__, Left.__subclasses__())
c.__class__ = Left
print(c.who, type(c))
cases = [lambda: type(), lambda: type(1, 2), lambda: type("X", 5, {}), lambda: type(5, (), {}), lambda: type("X", (), []), lambda: type("X", (5,), {}), lambda: type("X", (int, str), {}), lambda: type("X", (bool,), {}), lambda: type("X", (Point, Sub), {}), lambda: type("X", (Point, Point), {}), lambda: type("X", (), {}, 1), lambda: type("X", (), {}, key=1), lambda: type("a\0b", (), {}),
         lambda: setattr(int, "x", 1), lambda: setattr(Point, "__name__", 5), lambda: setattr(c, "__class__", int), lambda: setattr(c, "__class__", 5), lambda: setattr(Child, "__bases__", ()), lambda: setattr(Child, "__bases__", (Child,)), lambda: setattr(Child, "__bases__", 5), lambda: delattr(Point, "__name__"), lambda: delattr(int, "real"), lambda: Point(1), lambda: object(1), lambda: Point.__new__(), lambda: object.__new__(5), lambda: object.__new__(int), lambda: int.__new__(str)]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
