"""Weak references, proxies, callbacks, resurrection."""
import gc
import weakref as _weakref
class N: 
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = N('a'); b = N('b'); a.b = b; b.a = a
r = _weakref.ref(a, lambda r: print("cb", r() is None))
del a, b
print(gc.collect() > 0, r())
x = N('x'); x.self = x
p = _weakref.proxy(x)
print(p.n)
x.self = None; del x
try: p.n
except ReferenceError as e: print(e)
class R:
    def __del__(self): global saved; saved = self
q = R(); q.c = q; del q
gc.collect(); print(type(saved).__name__); del saved.c; del saved
k = N('k')
print(_weakref.getweakrefcount(k)); w1 = _weakref.ref(k); w2 = _weakref.ref(k); print(w1 is w2, _weakref.getweakrefcount(k), w1() is k, hash(w1) == hash(k), w1 == _weakref.ref(k))
print(k.__weakref__ is w1)
try: _weakref.ref(5)
except TypeError as e: print(e)
