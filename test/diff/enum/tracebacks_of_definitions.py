"""Tracebacks of enumerations that cannot be made and of values that are none."""
import enum, traceback, sys
def a():
    class A(enum.Enum):
        X = 1
        def _generate_next_value_(n, s, c, l): return 1
def b():
    class A(enum.Enum):
        X = 1
        _ignore_ = "X"
def c():
    class A(enum.Enum):
        _foo_ = 1
def d():
    class A(enum.Enum):
        X = 1
        X = 2
def f():
    class A(enum.Enum):
        def _generate_next_value_(n, s, c, l): 1/0
        X = enum.auto()
def g():
    class A(enum.Enum):
        X = 1
        def __new__(cls): pass
def h():
    class A(enum.Enum):
        mro = 1
def i():
    class A(int, enum.Enum):
        X = "a"
def j():
    class A(enum.Enum):
        X = 1
    class B(A): Y = 2
def k():
    class A(enum.Enum):
        X = 1
        def __init__(self, v): raise KeyError(v)
def l():
    class A(enum.StrEnum):
        X = 1
def m():
    class A(enum.Enum):
        _order_ = "B A"
        A = 1; B = 2
def n():
    @enum.unique
    class A(enum.Enum):
        A = 1; B = 1
def o():
    @enum.verify(enum.CONTINUOUS)
    class A(enum.Enum):
        A = 1; B = 3
def p(): enum.Enum("X", "a a")
def q():
    class A(enum.Flag):
        A = "x"; B = enum.auto()
def r():
    class A(enum.Flag, boundary=enum.STRICT): A = 1
    A(8)
def s():
    class A(enum.Enum):
        A = 1
        @classmethod
        def _missing_(cls, v): return 5
    A(3)
def t():
    class A(enum.Enum):
        A = 1
        @classmethod
        def _missing_(cls, v): raise IndexError
    A(3)
for z in a, b, c, d, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t:
    try: z()
    except Exception: traceback.print_exc(file=sys.stdout)
