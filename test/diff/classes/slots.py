"""__slots__: only the named attributes exist; inheritance with and without a dictionary."""


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Point3(Point):
    __slots__ = ("z",)

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Open(Point):
    pass


class WithDefault:
    __slots__ = {"name": "the name"}
    kind = "class attribute"


point = Point(1, 2)
print(point.x + point.y, Point.__slots__, hasattr(point, "__dict__"))
for action in (lambda: setattr(point, "z", 3), lambda: point.__dict__, lambda: setattr(point, "kind", 1),
               lambda: setattr(WithDefault(), "kind", "x"), lambda: WithDefault().name):
    try:
        print(action())
    except AttributeError as error:
        print("AttributeError:", error)
deep = Point3(1, 2, 3)
print(deep.x, deep.z, hasattr(deep, "__dict__"))
del deep.z
try:
    deep.z
except AttributeError as error:
    print("AttributeError:", error)
free = Open(5, 6)
free.anything = "goes"
print(free.x, vars(free))
try:
    class Conflict:
        __slots__ = ("a",)
        a = 1
except ValueError as error:
    print("ValueError:", error)
points = [Point(i, i * i) for i in range(1000)]
print(sum(p.x for p in points), sum(p.y for p in points), type(Point.x).__name__)
point.x += 10
point.x, point.y = point.y, point.x
print(point.x, point.y, WithDefault.kind)
