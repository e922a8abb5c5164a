"""The wording of every argument error of Python functions, methods, lambdas and classes."""


def none():
    pass


def one(a):
    pass


def two(a, b):
    pass


def three(a, b, c):
    pass


def default(a, b=2, c=3):
    pass


def kwonly(*, k):
    pass


def kwonly_many(a, *, k, m, n=1):
    pass


def posonly(a, b=2, /):
    pass


def mixed(a, /, b, *args, c, d=4, **kw):
    pass


def star(*args):
    pass


def kwargs(**kw):
    pass


class C:
    def __init__(self, x, y=1):
        pass

    def method(self, z):
        pass

    @classmethod
    def cm(cls, q):
        pass

    @staticmethod
    def sm(r):
        pass

    def __call__(self, w):
        pass


class Empty:
    pass


c = C(1)
cases = [lambda: none(1), lambda: none(1, 2), lambda: none(a=1), lambda: one(), lambda: one(1, 2), lambda: one(b=1), lambda: one(1, a=2), lambda: two(), lambda: two(1), lambda: two(b=1), lambda: two(1, 2, 3), lambda: three(), lambda: three(1), lambda: three(b=1), lambda: three(1, 2, 3, 4, 5),
         lambda: default(), lambda: default(1, 2, 3, 4), lambda: default(b=1), lambda: default(1, 2, b=3), lambda: default(1, z=1), lambda: kwonly(), lambda: kwonly(1), lambda: kwonly(1, k=1), lambda: kwonly_many(), lambda: kwonly_many(1), lambda: kwonly_many(1, k=1), lambda: kwonly_many(1, 2, k=1, m=2), lambda: kwonly_many(1, 2, 3, k=1), lambda: kwonly_many(1, z=2, k=3, m=4),
         lambda: posonly(), lambda: posonly(a=1), lambda: posonly(1, b=2), lambda: posonly(1, 2, 3), lambda: posonly(a=1, b=2), lambda: mixed(), lambda: mixed(1), lambda: mixed(1, 2), lambda: mixed(1, b=2), lambda: mixed(1, 2, b=3, c=4), lambda: star(a=1), lambda: kwargs(1), lambda: C(), lambda: C(1, 2, 3), lambda: C(q=1), lambda: c.method(), lambda: c.method(1, 2), lambda: C.method(), lambda: C.method(c), lambda: C.cm(), lambda: C.cm(1, 2), lambda: c.cm(x=1), lambda: C.sm(), lambda: c.sm(1, 2), lambda: c(), lambda: c(1, 2), lambda: Empty(1), lambda: Empty(a=1), lambda: (lambda x: x)(), lambda: (lambda: 0)(1), lambda: (lambda *, k: k)(), lambda: two(*[1]), lambda: two(*[1, 2, 3]), lambda: two(**{"a": 1}), lambda: two(**{"a": 1, "zz": 2}), lambda: two(1, **{"a": 1}), lambda: one(*5), lambda: one(**5), lambda: one(**{1: 2}), lambda: star(*None), lambda: kwargs(**[1]), lambda: one(**{"a": 1}, **{"a": 2}), lambda: kwargs(x=1, **{"x": 2}), lambda: none.method(), lambda: none.__call__(1)]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)


def outer():
    def inner(p):
        pass

    inner()


try:
    outer()
except TypeError as error:
    print(error)
try:
    one(first=1, second=2)
except TypeError as error:
    print(error)
