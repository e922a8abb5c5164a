"""Descriptors: data and non-data, __set_name__, lookup order, functions as descriptors."""


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print(f"  {owner.__name__}.{name} is {self.kind.__name__}")
        self.name = "_" + name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return getattr(instance, self.name)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(instance, self.name, value)

    def __delete__(self, instance):
        print("  deleting", self.name)
        delattr(instance, self.name)


class Computed:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        return f"{owner.__name__}:{self.function(instance)}"


class Point:
    x = Typed(int)
    label = Typed(str)

    def __init__(self, x, label):
        self.x = x
        self.label = label

    @Computed
    def both(self):
        return f"{self.label}{self.x}"


p = Point(1, "p")
print(p.x, p.label, p.both, type(Point.x).__name__)
for action in (lambda: setattr(p, "x", "one"), lambda: setattr(p, "label", 5)):
    try:
        action()
    except TypeError as error:
        print("TypeError:", error)
p.__dict__["x"] = "hidden behind the data descriptor"
p.__dict__["both"] = "in front of the non-data descriptor"
print(p.x, p.both)
del p.x
try:
    p.x
except AttributeError as error:
    print("AttributeError:", error)


def function(self, n):
    return n + 1


bound = function.__get__(p)
print(bound(4), function.__get__(p, Point).__self__ is p)


class Callable:
    def __call__(self, *args):
        return args


class Host:
    plain = Callable()
    static = staticmethod(lambda *args: args)
    of_class = classmethod(lambda *args: len(args))
    normal = lambda *args: len(args)


host = Host()
print(host.plain(1), host.static(1), host.of_class(1), host.normal(1), Host.normal(1))
