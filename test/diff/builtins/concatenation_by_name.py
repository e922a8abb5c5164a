"""Concatenation asked for by name, and between subclasses that only reflect it."""
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class B(list):
    def __radd__(self, o): return "radd b"
class A(float):
    def __radd__(self, o): return "radd a"
show(lambda: B() + A(1.0))
show(lambda: [].__add__(5))
show(lambda: "a".__add__(5))
show(lambda: ().__add__([]))
show(lambda: b"".__add__("x"))
show(lambda: B() + B())
show(lambda: (5).__add__("x"))
show(lambda: list.__add__([], [1]))
class C(list):
    def __add__(self, o): return super().__add__(o)
show(lambda: C() + 5)
show(lambda: C([1]) + [2])
