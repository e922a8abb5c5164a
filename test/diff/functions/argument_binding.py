"""Positional, keyword, default, keyword-only, positional-only, *args and **kwargs: every way to call."""
def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs
def g(a, b, /, c, d=5, *, e, f=7):
    return a, b, c, d, e, f
def h(*args, **kwargs):
    return args, kwargs
def k(a, /, **kwargs):
    return a, kwargs
print(f(1, c=3), f(1, 2, 3, 4, c=5, z=6), f(*[1, 2], **{"c": 3, "x": 1}), f(b=1, a=0, c=2), f(*"ab", *"cd", c=1, **{"p": 1}, **{"q": 2}))
print(g(1, 2, 3, e=4), g(1, 2, c=3, e=4, f=0), g(*range(4), e=1), h(), h(1, x=2), h(*(), **{}), h(*[1], 2, *[3], k=4), k(1, a=2), k(0))
print((lambda *a, b=1, **k: (a, b, k))(1, 2, b=3, c=4), (lambda: 0)(), (lambda x, y=10: x + y)(1), (lambda x, /, *, y: x - y)(5, y=3))
for action in (lambda: f(), lambda: f(1), lambda: f(c=1), lambda: f(1, a=2, c=3), lambda: g(1, 2, 3), lambda: g(1, 2, 3, 4, 5, e=6), lambda: g(a=1, b=2, c=3, e=4), lambda: g(1, c=3, e=4), lambda: g(1, 2, 3, e=1, z=2), lambda: h(**{1: 2}), lambda: h(*5), lambda: h(**5), lambda: k(), lambda: (lambda: 0)(1), lambda: (lambda a: 0)(), lambda: (lambda a, b, c: 0)(), lambda: (lambda a, b: 0)(1), lambda: (lambda *, a, b: 0)(), lambda: (lambda *, a: 0)(1),
               lambda: (lambda a, b=1: 0)(1, 2, 3), lambda: (lambda a: 0)(1, a=2), lambda: (lambda a: 0)(b=2), lambda: (lambda *, a, b, c: 0)(b=1), lambda: h(x=1, **{"x": 2}), lambda: f(**{"c": 1}, **{"c": 2}), lambda: (lambda a, /: 0)(a=1), lambda: (lambda a, b, /, c: 0)(1, 2, 3, 4), lambda: (lambda: 0)(x=1), lambda: (lambda a, *, k: 0)(1, 2, k=3), lambda: (lambda a, *, k=1: 0)(1, 2, 3)):
    try:
        print(action())
    except TypeError as error:
        print(error)
