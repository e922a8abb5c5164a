"""C3 linearisation, cooperative super() in diamonds, super() forms and errors, __bases__ orders that fail."""


class Base:
    def __init__(self, **kwargs):
        print("Base", kwargs)

    def who(self):
        return ["Base"]


class Left(Base):
    def __init__(self, left=None, **kwargs):
        print("Left", left)
        super().__init__(**kwargs)

    def who(self):
        return ["Left"] + super().who()


class Right(Base):
    def __init__(self, right=None, **kwargs):
        print("Right", right)
        super().__init__(**kwargs)

    def who(self):
        return ["Right"] + super().who()


class Bottom(Left, Right):
    def __init__(self, **kwargs):
        print("Bottom")
        super().__init__(**kwargs)

    def who(self):
        return ["Bottom"] + super().who()

    @classmethod
    def create(cls):
        return super().__new__(cls)

    @staticmethod
    def static():
        return "s"


b = Bottom(left=1, right=2, rest=3)
print(b.who(), [c.__name__ for c in Bottom.mro()], super(Left, b).who(), super(Bottom, Bottom).who(b), super(Right, b).who.__self__ is b, Bottom.create().who(), super(Left, b).__thisclass__.__name__, super(Left, b).__self_class__.__name__)
print(repr(super(Left, b)).split(",")[0], isinstance(super(Left, b), super))


class X:
    pass


class Y(X):
    pass


def outer_super():
    return super()


class Odd:
    def no_args():
        return super()

    def reassigned(self):
        self = 5
        return super().who()

    def attribute(self):
        return super().missing

    def lambda_super(self):
        return (lambda: super().__class__)()


for case in (lambda: type("Z", (X, Y), {}), lambda: outer_super(), lambda: Odd.no_args(), lambda: Odd().reassigned(), lambda: Odd().attribute(), lambda: super(5, b), lambda: super(Left, 5), lambda: super(int, "a").x, lambda: super(Left, X()), lambda: Odd().lambda_super(), lambda: super(1, 2, 3)):
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)


class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
class E(C, B): pass


try:
    class F(D, E):
        pass
except TypeError as error:
    print(error)
print([k.__name__ for k in type("G", (D,), {}).__mro__], D.__base__.__name__, A.__subclasses__())
