"""Closures over variables of generators and comprehensions, and cells that outlive their frame."""
def numbers():
    n = 0
    def set_n(v):
        nonlocal n
        n = v
    while n < 100:
        got = yield n, set_n
        n += 1 if got is None else got
g = numbers()
print(next(g)[0], next(g)[0])
_, setter = next(g)
setter(50)
print(next(g)[0], g.send(10)[0])
setter(99)
print(next(g, "exhausted"))
funcs = [[(lambda: (i, j)) for j in range(2)] for i in range(2)]
print([[f() for f in row] for row in funcs])
adders = {k: (lambda v, k=k: v + k) for k in range(3)}
print([adders[k](10) for k in adders])
gen = (lambda x: (x + y for y in range(3)))(10)
print(list(gen))
y = 1
lazy = (y * v for v in range(3))
y = 100
print(list(lazy))
def first_evaluated_now():
    source = [1, 2, 3]
    g = (v * factor for v in source)
    source = ["other"]
    factor = 2
    return list(g)
print(first_evaluated_now())
def make_stack():
    items = []
    return items.append, items.pop, lambda: list(items)
push, pop, peek = make_stack()
push(1); push(2); push(3)
print(pop(), peek())
def chain(*fs):
    def run(v):
        for f in fs:
            v = f(v)
        return v
    return run
print(chain(lambda v: v + 1, chain(str, lambda s: s * 2), len)(99))
def self_reference():
    def f(n):
        return 1 if n < 2 else n * f(n - 1)
    return f
f = self_reference()
print(f(10), f.__closure__[0].cell_contents is f, f.__code__.co_freevars if hasattr(f, "__code__") else ("f",))
def outer(a, *args, b=2, **kwargs):
    def inner():
        return a, args, b, kwargs
    a += 1
    args = args + ("more",)
    kwargs["k"] = 1
    return inner
print(outer(1, 2, 3, b=4, c=5)())
class Lazy:
    def __init__(self, f):
        self.f = f
values = [Lazy(lambda: total) for total in range(3)]
print([v.f() for v in values])
