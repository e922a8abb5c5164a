"""Calls of classes by their names, where the compiler guesses which __init__ they enter."""

import abc


class Point:
    def __init__(self, x, y=2, *, scale=1):
        self.x, self.y = x * scale, y * scale

    def __repr__(self):
        return f"{type(self).__name__}({self.x}, {self.y})"


class Named(Point):
    def __init__(self, name, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.name = name


class Heir(Point):
    pass


def make():
    return Point(1), Point(1, 3), Point(y=5, x=4), Point(1, scale=3), Heir(7), Heir(7, scale=2)


print(make(), Named("n", 1, scale=4), Named("n", 1, scale=4).name)
for wrong in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Heir(),
              lambda: Point(1, x=2), lambda: Heir(1, 2, 3, scale=1)):
    try:
        wrong()
    except TypeError as error:
        print("TypeError:", error)


class Doubtful:
    def __init__(self, answer):
        self.answer = answer
        return answer


print(Doubtful(None).answer)
for answer in (1, "text", Point(1)):
    try:
        Doubtful(answer)
    except TypeError as error:
        print("TypeError:", error)


class Loud:
    def __init__(self, fails):
        self.fails = fails
        if fails:
            raise ValueError("no")

    def __del__(self):
        print("gone", self.fails)


Loud(False)
try:
    Loud(True)
except ValueError as error:
    print("ValueError:", error)



# What a call of the class does changes under way.
class Changing:
    def __init__(self, value):
        self.value = value


def values():
    return Changing(1).value


print(values(), values())
first = Changing.__init__
Changing.__init__ = lambda self, value: setattr(self, "value", -value)
print(values())
Changing.__init__ = first
print(values())
Changing.__new__ = lambda cls, value: Point(value)
print(Changing(3), type(Changing(4)))
Changing = Point
print(Changing(9))


class Counting(type):
    made = 0

    def __call__(cls, *args):
        Counting.made += 1
        return super().__call__(*args)


class Counted(metaclass=Counting):
    def __init__(self, a):
        self.a = a


print([Counted(i).a for i in range(3)], Counting.made)


class Shape(abc.ABC):
    def __init__(self, sides):
        self.sides = sides

    @abc.abstractmethod
    def area(self):
        ...


class Square(Shape):
    def __init__(self, side):
        super().__init__(4)
        self.side = side

    def area(self):
        return self.side ** 2


print(Square(3).area(), Square(3).sides)
try:
    Shape(1)
except TypeError as error:
    print("TypeError:", error)


# Two classes of one name, one after the other, and one of a function, with a closure.
class Twin:
    def __init__(self, a):
        self.shown = "first", a


earlier = Twin(1)


class Twin:
    def __init__(self, a, b):
        self.shown = "second", a, b


print(earlier.shown, Twin(1, 2).shown)


def local(base):
    class Local:
        def __init__(self, step):
            self.total = base + step

    return [Local(i).total for i in range(3)]


print(local(10), local(20))


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a, b=None):
        self.a = a
        if b is not None:
            self.b = b


print(Slotted(1).a, Slotted(1, 2).b, hasattr(Slotted(1), "b"))


class Number(int):
    def __init__(self, text):
        self.text = text


print(Number("12") + 1, Number("7").text)


class Tree:
    def __init__(self, depth):
        self.children = [Tree(depth - 1), Tree(depth - 1)] if depth else []

    def size(self):
        return 1 + sum(child.size() for child in self.children)


print(Tree(6).size())


class Endless:
    def __init__(self):
        self.next = Endless()


try:
    Endless()
except RecursionError as error:
    print("RecursionError:", error)
Point(*[])
