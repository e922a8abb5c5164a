"""+ and * of sequences: numeric methods of both operands come first, in place too."""
class X:
    def __repr__(self): return "X()"
    def __radd__(self, o): return "radd"
    def __rmul__(self, o): return "rmul"
    def __index__(self): return 2
    def __iter__(self): return iter([7])
class L(list): pass
class A(list):
    def __add__(self, o): return ("add", o)
class M(list):
    def __imul__(self, o): return "imul"
import collections, array
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def iadd(a, b):
    a += b
    return a
def imul(a, b):
    a *= b
    return a
show(lambda: [1] * X()); show(lambda: X() * [1]); show(lambda: "a" * X()); show(lambda: [1] + X()); show(lambda: (1,) + X()); show(lambda: b"" + X())
for v in (L([1]), A([1]), M([1]), [1], (1,), "a", b"a", bytearray(b"b"), collections.deque([1]), array.array("i", [1]), {1}, {1: 2}, 3, 2.5):
  for w in (X(), [3], (3,), "s", 2, L([5]), True, None, 1.5, collections.deque([2]), array.array("i",[5]), {3:4}):
    import copy
    for f in (iadd, imul):
        show(lambda: f(copy.copy(v), w))
    show(lambda: v + w)
    show(lambda: v * w)
    show(lambda: w * v)
