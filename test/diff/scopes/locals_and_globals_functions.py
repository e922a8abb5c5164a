"""locals(), globals(), vars(), dir() in modules, functions, comprehensions; what they show and when."""

import sys

alpha = 1


def f(a, *args, b=2, **kw):
    c = a + b
    before = sorted(locals())
    if c > 100:
        never = 1
    d = [locals_in for locals_in in sorted(locals())]
    del c
    return before, d, sorted(locals())


print(f(1, 2, z=3))


def snapshot():
    x = 1
    first = locals()
    y = 2
    second = locals()
    return first is second, sorted(second)


print(snapshot()[1])


def nested():
    outer = 1

    def inner():
        used = outer
        return sorted(locals())

    def unused():
        return sorted(locals())

    return inner(), unused(), sorted(locals())


print(nested())


def change():
    v = 1
    locals()["v"] = 99
    return v


print(change())


def with_vars():
    p = 1
    return vars(), sorted(dir())


print(with_vars())
print("alpha" in vars(), "alpha" in dir(), globals() is vars(sys.modules[__name__]), __name__, locals() is globals())


class Thing:
    attribute = 1

    def __init__(self):
        self.mine = 2


print(vars(Thing()), "attribute" in vars(Thing), sorted(d for d in dir(Thing()) if not d.startswith("__")))
for bad in (lambda: vars(5), lambda: vars(1, 2), lambda: locals(1), lambda: globals(1), lambda: dir(1, 2)):
    try:
        print(bad())
    except TypeError as error:
        print(error)
print(sorted((lambda q, r=1: locals())(5).items()))


def generator():
    g = 1
    yield sorted(locals())
    h = 2
    yield sorted(locals())


print(list(generator()))
