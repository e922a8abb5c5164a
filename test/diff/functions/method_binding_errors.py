"""Argument errors of methods, constructors, class methods and built-in functions: with qualified names."""
class C:
    def __init__(self, a, *, key=None):
        self.a = a
    def method(self, x, y=1):
        return x, y
    @classmethod
    def make(cls, n):
        return cls(n)
    @staticmethod
    def static(p):
        return p
    def none():
        return "none"
    def __call__(self, q):
        return q
class Empty:
    pass
c = C(1)
print(c.method(5), C.method(c, 6), C.make(3).a, C.static(4), c(7), C.none())
for action in (lambda: C(), lambda: C(1, 2), lambda: C(1, b=2), lambda: c.method(), lambda: c.method(1, 2, 3), lambda: C.method(), lambda: C.method(c), lambda: C.make(), lambda: C.make(1, 2), lambda: C.static(), lambda: C.static(1, 2), lambda: c.none(), lambda: c(), lambda: c(1, 2), lambda: Empty(1), lambda: Empty(a=1), lambda: Empty()(), lambda: object(1), lambda: c.method(x=1, z=2), lambda: c.method(1, x=2),
               lambda: len(), lambda: len(1, 2), lambda: [].append(), lambda: {}.get(), lambda: "".join(1, 2), lambda: int("1", 2, 3), lambda: print(1, foo=2), lambda: sorted(), lambda: abs(1, 2), lambda: isinstance(1), lambda: getattr(1), lambda: range(), lambda: chr(), lambda: [].sort(1), lambda: {}.update(1, 2), lambda: "a".upper(1), lambda: len(x=1), lambda: ord("a", "b"), lambda: list(1, 2), lambda: max()):
    try:
        print(action())
    except TypeError as error:
        print(error)
def outer():
    def inner(a):
        pass
    class Local:
        def m(self, b):
            pass
    return inner, Local
inner, Local = outer()
for action in (lambda: inner(), lambda: Local().m(), lambda: Local(3), lambda: inner(1, 2)):
    try:
        action()
    except TypeError as error:
        print(error)
print(inner.__qualname__, Local.m.__qualname__, Local.__qualname__, C.method.__qualname__, (lambda: 0).__qualname__, outer.__name__)
