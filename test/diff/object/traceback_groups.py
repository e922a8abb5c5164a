"""An uncaught group with chains and notes."""
class Foo:
    def bar(self): return self.baz
def a(n):
    if n == 0: raise ValueError("deep")
    a(n - 1)
try:
    a(5)
except ValueError as e:
    err = e
def b():
    try:
        a(2)
    except ValueError as e:
        raise KeyError("x") from e
def c():
    try:
        b()
    except KeyError:
        Foo().bar()
def d():
    try: c()
    except AttributeError as e:
        e.add_note("a note\nsecond line")
        raise ExceptionGroup("grp", [e, ValueError(1), ExceptionGroup("inner", [TypeError("t"), OSError(2, "No such")])])
d()
