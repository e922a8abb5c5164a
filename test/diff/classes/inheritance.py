"""Single and multiple inheritance, super, method resolution order, cooperative constructors."""


class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name

    def area(self):
        raise NotImplementedError(f"{type(self).__name__}.area")

    def describe(self):
        return f"{self.name} with {self.sides} sides, area {self.area():.2f}"


class Square(Shape):
    sides = 4

    def __init__(self, size):
        super().__init__("square")
        self.size = size

    def area(self):
        return self.size ** 2


class Named:
    def describe(self):
        return f"[{super().describe()}]"


class FancySquare(Named, Square):
    pass


print(Square(3).describe(), FancySquare(2).describe())
try:
    Shape("blob").describe()
except NotImplementedError as error:
    print("NotImplementedError:", error)
print([c.__name__ for c in FancySquare.__mro__], FancySquare.__bases__[0].__name__)


class A:
    def __init__(self, **kwargs):
        print("  A", sorted(kwargs))
        super().__init__(**kwargs)

    def who(self):
        return ["A"]


class B(A):
    def __init__(self, b=1, **kwargs):
        print("  B", b)
        super().__init__(**kwargs)

    def who(self):
        return ["B"] + super().who()


class C(A):
    def __init__(self, c=2, **kwargs):
        print("  C", c)
        super().__init__(**kwargs)

    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super(D, self).who()


print(D(b=10, c=20).who(), B().who())
try:
    class Bad(A, B):
        pass
except TypeError as error:
    print("TypeError:", str(error).splitlines()[0])
print(issubclass(D, A), isinstance(D(), C), D.__base__.__name__, [s.__name__ for s in A.__subclasses__()])


class List(list):
    def append(self, item):
        super().append(item * 2)


values = List([1])
values.append(5)
print(values, len(values), isinstance(values, list), values == [1, 10])


class Hiding:
    """super() asks an instance of another class for the one it claims to be of."""

    def __getattribute__(self, name):
        print('asked for', name) if name == '__class__' else None
        return super().__getattribute__(name)


class Claiming:
    __class__ = Hiding


for value in (Hiding(), Claiming(), 5):
    try:
        print(super(Hiding, value).__repr__()[:5])
    except TypeError as error:
        print(error)
print(isinstance(Claiming(), Hiding), isinstance(Hiding(), Claiming))
