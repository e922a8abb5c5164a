"""bool, int, float, str, list, tuple, dict and set built from objects with special methods."""
class Full:
    def __bool__(self): return False
    def __int__(self): return 42
    def __float__(self): return 4.5
    def __index__(self): return 9
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __bytes__(self): return b"bytes"
    def __complex__(self): return 1j
    def __iter__(self): return iter("xyz")
    def __len__(self): return 2
    def __hash__(self): return 77
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return 5
    def __abs__(self): return "abs"
    def __reversed__(self): return "zyx"
    def __contains__(self, v): return v == "in"
    def __dir__(self): return ["b", "a"]
    def __sizeof__(self): return 1
    def keys(self): return ["k1", "k2"]
    def __getitem__(self, k): return f"value of {k}"
f = Full()
print(bool(f), int(f), float(f), str(f), repr(f), bytes(f), complex(f), list(f), tuple(f), sorted(set(f)), dict(f), len(f), hash(f), round(f), round(f, 2), abs(f), reversed(f), "in" in f, "x" in f, dir(f), [f], f"{f}", {**f}, [10 * i for i in range(12)][f], hex(f), chr(f + 56 if False else 65), range(f), not f)
import math
print(math.trunc(f), math.sqrt(f), "%d %s %r %x" % (f, f, f, f), "abcdefghijkl"[f], (lambda *a, **k: (a, k))(*f, **f))
class Bad:
    def __bool__(self): return 1
    def __int__(self): return "x"
    def __float__(self): return 1
    def __index__(self): return 1.5
    def __str__(self): return 5
    def __repr__(self): return None
    def __bytes__(self): return "s"
    def __iter__(self): return 5
    def __len__(self): return "3"
    def __hash__(self): return "h"
b = Bad()
for function in (bool, int, float, str, repr, bytes, list, len, hash, hex, range, complex):
    try:
        print(function.__name__, function(b))
    except TypeError as error:
        print(function.__name__, error)
class NoIter:
    __iter__ = None
    def __getitem__(self, i): return i
class Raises:
    def __bool__(self): raise ValueError("bool!")
    def __iter__(self): raise KeyError("iter!")
for action in (lambda: list(NoIter()), lambda: bool(Raises()), lambda: list(Raises()), lambda: 1 if Raises() else 2, lambda: not Raises(), lambda: [x for x in Raises()], lambda: all([Raises()]), lambda: Raises() and 1):
    try:
        print(action())
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
print(bool(), int(), float(), str(), list(), tuple(), dict(), complex(), bytes(), set(), frozenset(), type(None)(), bool(None), bool(...), bool(NotImplemented) if False else "")
