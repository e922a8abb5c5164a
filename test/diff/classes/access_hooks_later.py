"""Hooks of attribute access that a class gets after its attributes were used."""
class A:
    def __init__(self): self.v = 1
def f(a):
    for i in range(3):
        a.v = i
a = A(); f(a)
def s(self, n, v): print("set", n, v); object.__setattr__(self, n, v)
A.__setattr__ = s
f(a)
del A.__setattr__
f(a)
A.__getattribute__ = lambda self, n: (print("get", n), object.__getattribute__(self, n))[1]
def g(a):
    for i in range(2): a.v
g(a)
class B(A): pass
b = B(); g(b); f(b)
A.__setattr__ = s
f(b)
