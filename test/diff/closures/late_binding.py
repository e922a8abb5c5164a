"""Closures see variables, not values: loops, defaults, reassignments, deletion."""
fs = [lambda: i for i in range(4)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(4)]
print([f() for f in fs])
def make():
    out = []
    for i in range(3):
        def f():
            return i
        out.append(f)
    i = "changed"
    return out
print([f() for f in make()])
def per_call(i):
    return lambda: i
print([f() for f in [per_call(i) for i in range(3)]])
def before():
    def inner():
        return later
    try:
        print(inner())
    except NameError as error:
        print(type(error).__name__, error)
    later = "now set"
    print(inner())
    del later
    try:
        inner()
    except NameError as error:
        print(error)
    later = "again"
    return inner()
print(before())
def many():
    a, b = 1, [2]
    def read():
        return a, b
    def write():
        b.append(a)
    a = 10
    write()
    return read()
print(many())
def nested():
    x = "outer"
    def middle():
        def inner():
            return x
        return inner
    x = "reassigned"
    return middle()()
print(nested())
gens = [(lambda: (yield i))() for i in range(3)]
print([next(g) for g in gens])
acc = {}
for name in ("a", "b"):
    acc[name] = lambda value: (name, value)
print(acc["a"](1), acc["b"](2))
def while_loop():
    n, fs = 0, []
    while n < 3:
        m = n
        fs.append(lambda: (n, m))
        n += 1
    return [f() for f in fs]
print(while_loop())
def exception_name():
    try:
        1 / 0
    except ZeroDivisionError as e:
        f = lambda: e
        print(type(f()).__name__)
    try:
        f()
    except NameError as error:
        print(error)
exception_name()
