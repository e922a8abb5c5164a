"""Chaining, finally, with, re-raising, and what may not be raised or caught."""
import sys
def show(e):
    while e is not None:
        print(type(e).__name__, e, type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__)
        e = e.__context__
def f():
    try:
        1/0
    except ZeroDivisionError as e:
        raise ValueError("v") from e
try: f()
except ValueError as e: show(e)
def g():
    try: 1/0
    except ZeroDivisionError:
        try: {}['a']
        except KeyError: raise TypeError("t")
try: g()
except TypeError as e: show(e)
try:
    try: 1/0
    except ZeroDivisionError: raise ValueError("n") from None
except ValueError as e: show(e)
try:
    try: raise ValueError(1)
    except ValueError: raise
except ValueError as e: print(repr(e))
def h():
    try: return 1
    finally: print("f")
print(h())
def w():
    while True:
        try:
            try: raise KeyError('k')
            finally: print("inner")
        except KeyError as e:
            print("c", e); break
        finally: print("outer")
w()
print(sys.exc_info())
class CM:
    def __init__(self, n, sw=False): self.n = n; self.sw = sw
    def __enter__(self): print("enter", self.n); return self
    def __exit__(self, t, v, tb): print("exit", self.n, t.__name__ if t else None, v, tb is not None); return self.sw
with CM(1) as a, CM(2, True) as b:
    print(a.n, b.n); raise ValueError("in")
try:
    with CM(3): raise KeyError('z')
except KeyError as e: print("out", e)
try:
    with 5: pass
except TypeError as e: print(e)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except TypeError as e: print(e)
try:
    try: raise ValueError
    except 3: pass
except TypeError as e: print(e)
try: raise 3
except TypeError as e: print(e)
try: raise ValueError from 3
except TypeError as e: print(e)
try: raise
except RuntimeError as e: print(e)
try: assert 1 == 2, "msg"
except AssertionError as e: print(repr(e))
try: assert 0
except AssertionError as e: print(repr(e))
def fl():
    print(lo); lo = 1
try: fl()
except UnboundLocalError as e: print(e)
try: undefined_thing
except NameError as e: print(e, e.name)
def fr():
    def inner(): return v
    inner()
    v = 1
try: fr()
except NameError as e: print(e)
try: del undefd
except NameError as e: print(e)
e = ValueError("a"); e.add_note("n1"); print(e.__notes__)
class MyE(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
    def __str__(self): return f"MyE {self.args} {self.b}"
try: raise MyE(1, 2)
except MyE as e: print(e, repr(e), e.args, e.b, e.__dict__)
