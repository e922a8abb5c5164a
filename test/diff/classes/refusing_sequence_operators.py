"""Classes that extend a sequence and answer NotImplemented from one operator method: which of the others still come."""
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for base in str, list, tuple, bytes, bytearray:
    one = base("ab", "ascii") if base in (bytes, bytearray) else base("ab")
    class A(base):
        def __add__(self, o): return NotImplemented
    class M(base):
        def __mul__(self, o): return NotImplemented
    class R(base):
        def __rmul__(self, o): return NotImplemented
    class RA(base):
        def __radd__(self, o): return NotImplemented
    class I(base):
        def __imul__(self, o): return NotImplemented
        def __iadd__(self, o): return NotImplemented
    class S(M): pass
    for C in A, M, R, RA, I, S:
        x = C(one)
        print(base.__name__, C.__name__)
        show(lambda: x + one)
        show(lambda: one + x)
        show(lambda: x + x)
        show(lambda: x * 2)
        show(lambda: 2 * x)
        show(lambda: True * x)
        show(lambda: x * True)
        show(lambda: x * 1.5)
        show(lambda: 1.5 * x)
        def ia(y=C(one)):
            y += one
            return y, type(y).__name__
        def im(y=C(one)):
            y *= 2
            return y, type(y).__name__
        def ib(y=base(one)):
            y += x
            return y, type(y).__name__
        show(ia); show(im); show(ib)
