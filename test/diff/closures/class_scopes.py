"""Closures and class bodies: class scope is skipped, __class__ cell, comprehensions in classes."""
x = "global"
class A:
    x = "class"
    seen = x
    def method(self):
        return x
    values = [x for _ in range(2)]
    first = [y for y in x]
    lam = lambda self: x
    nested = (lambda: x)()
    x = "rebound"
    def default(self, v=x):
        return v
print(A.seen, A().method(), A.values, A.first, A().lam(), A.nested, A.x, A().default())
def function():
    x = "enclosing"
    class B:
        y = x
        x = "own"
        z = x
        def get(self):
            return x
        class Inner:
            w = x
    return B.y if hasattr(B, "y") else None, B.z, B().get(), B.Inner.w
try:
    print(function())
except NameError as error:
    print(error)
def function2():
    x = "enclosing"
    class B:
        y = x
        def get(self):
            return x
        def set(self, v):
            nonlocal x
            x = v
            return self
    return B.y, B().get(), B().set("new").get(), x
print(function2())
class Base:
    def who(self):
        return "base"
class Derived(Base):
    def who(self):
        def helper():
            return super(Derived, self).who() + "/" + __class__.__name__
        return helper() + ":" + super().who() + ":" + (lambda: __class__.__name__)()
print(Derived().who())
class G:
    global made_global
    made_global = 5
    def f(self): return made_global
print(made_global, G().f(), hasattr(G, "made_global"))
class Counter:
    total = 0
    for i in range(3):
        total += i
    if total > 2:
        big = True
    names = {n: n * 2 for n in range(total)}
    def __init__(self): self.i = Counter.i
    del i
try:
    Counter()
except AttributeError as error:
    print(error)
print(Counter.total, Counter.big, Counter.names, "i" in vars(Counter))
try:
    class Broken:
        items = [1, 2]
        limit = 1
        bad = [i for i in items if i > limit]
except NameError as error:
    print(error)
