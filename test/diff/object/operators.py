"""Special methods: operators, reflected and in-place forms, containers, conversions, native bases."""
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): print("add"); return V(self.x + (o.x if isinstance(o, V) else o))
    def __radd__(self, o): print("radd"); return V(o + self.x)
    def __iadd__(self, o): print("iadd"); self.x = self.x + o; return self
    def __sub__(self, o): return NotImplemented
    def __rsub__(self, o): return "rsub"
    def __eq__(self, o): print("eq"); return NotImplemented
    def __lt__(self, o): print("lt"); return self.x < o.x
    def __gt__(self, o): print("gt"); return NotImplemented
    def __repr__(self): return "V(%s)" % self.x if 0 else f"V({self.x})"
    def __bool__(self): return self.x != 0
    def __len__(self): return 3
    def __getitem__(self, k): 
        if isinstance(k, int) and k > 2: raise IndexError(k)
        return k
    def __setitem__(self, k, v): print("setitem", k, v)
    def __delitem__(self, k): print("delitem", k)
    def __contains__(self, k): return k == 7
    def __call__(self, *a, **k): return a, k
    def __neg__(self): return "neg"
    def __abs__(self): return "abs"
    def __index__(self): return 1
    def __int__(self): return 4
    def __hash__(self): return 5
    def __divmod__(self, o): return "dm"
    def __matmul__(self, o): return "mm"
    def __iter__(self): return iter([1, 2])
    def __enter__(self): return self
    def __exit__(self, *a): pass
    def __format__(self, s): return "F" + s
a = V(1); b = V(2)
print(a + b, a + 1, 1 + a)
a += 5; print(a)
try: a - b
except TypeError as e: print(e)
print(1 - a, a == b, a != b, a < b, a > b, bool(V(0)), len(a), a[1], 7 in a, 8 in a, a(1, k=2), -a, abs(a), [10, 20][a], hash(a), divmod(a, 1), a @ b, list(a), f"{a:xyz}")
a[1] = 2; del a[1]
class W(V):
    def __radd__(self, o): return "W.radd"
    __iadd__ = None
print(V(1) + W(2))
w = W(1)
try: w += 1
except TypeError as e: print(e)
class O: pass
o = O()
for f in [lambda: o + 1, lambda: 1 + o, lambda: o < o, lambda: -o, lambda: o[1], lambda: o(), lambda: len(o), lambda: iter(o), lambda: next(o), lambda: 1 in o, lambda: abs(o), lambda: o @ o, lambda: divmod(o, 1), lambda: [][o], lambda: o.x]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def st(): o[1] = 2
def dl(): del o[1]
for f in [st, dl]:
    try: f()
    except TypeError as e: print(e)
class BadB:
    def __bool__(self): return 3
    def __len__(self): return -1
    def __repr__(self): return 3
    def __str__(self): return 4
    def __hash__(self): return "x"
    def __index__(self): return "i"
    def __iter__(self): return 3
    def __contains__(self, x): return 5
bb = BadB()
for f in [lambda: bool(bb), lambda: len(bb), lambda: repr(bb), lambda: str(bb), lambda: hash(bb), lambda: [1][bb], lambda: iter(bb), lambda: 4 in bb]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration("v")
        return self.n
print(list(It()), [x for x in It()])
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq())
class L(list):
    def append(self, x): print("append", x); super().append(x)
    def __len__(self): return 42
l = L([1, 2]); l.append(3); print(l, len(l), isinstance(l, list), l == [1, 2, 3], l.__class__, type(l).__mro__)
l.attr = 1; print(l.attr, l.__dict__)
class D(dict):
    def __missing__(self, k): return "missing " + k
d = D(a=1); print(d['a'], d['zz'], d, d.get('q'))
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
t = T(1, 2, 3); t.z = 5; print(t, t.z, t[1], len(t))
class I(int):
    def __add__(self, o): return "iadd"
i = I(5); i.q = 1; print(i.q, i + 1)
class St(str): pass
s = St("abc"); s.u = 2; print(s, s.u, len(s), {s: 1}["abc"])
class E(Exception): pass
class F(E, ValueError): pass
try: raise F("x")
except E as e: e.k = 3; print(repr(e), e.k, isinstance(e, ValueError), F.__mro__)
# diamond
class R:
    def f(self): return ["R"]
class S1(R):
    def f(self): return ["S1"] + super().f()
class S2(R):
    def f(self): return ["S2"] + super().f()
class U(S1, S2):
    def f(self): return ["U"] + super().f()
print(U().f(), super(S1, U()).f(), super(U, U).f(U()))
U.f2 = lambda self: super(U, self).f()
print(U().f2())
def fn(a, b: int = 3, *c, d=4, **e) -> str:
    "doc"
fn.attr = 9
print(fn.__name__, fn.__qualname__, fn.__doc__, fn.__defaults__, fn.__kwdefaults__, fn.__annotations__, fn.__dict__, fn.__module__, fn.__closure__, fn.__code__.co_name, fn.__code__.co_argcount, fn.__code__.co_varnames[:2] if 0 else fn.__code__.co_argcount)
print(vars(O()), vars(l), callable(fn), callable(o))
o.x = 1; o.y = 2; o.__dict__['z'] = 3; print(o.z, vars(o)); del o.x; print(vars(o), hasattr(o, 'x'))
o.__dict__ = {'n': 1}; print(o.n, vars(o))
setattr(o, 'dyn' + 'amic', 5); print(o.dynamic, getattr(o, 'dyn' 'amic')); delattr(o, 'dynamic')
class Cnt:
    n = 0
    def inc(self): Cnt.n += 1; return Cnt.n
c = Cnt(); c.inc(); c.inc(); print(Cnt.n, c.n)
class P1:
    x = property(lambda s: 5)
p = P1()
p.__dict__['x'] = 7; print(p.x)
print(isinstance(p, object), type(type), type.__class__, object.__class__, type(None), None.__class__)
g = globals(); g['newvar'] = 12; print(newvar, 'newvar' in g, g['fn'] is fn, 'zzz' in globals())
print(__name__, O.__module__)
m = [1].append; m2 = [1].append
print(a.__eq__(b), o.__eq__(o), o.__ne__(3), (5).__lt__(6), o.__str__() == str(o), o.__reduce__ if 0 else 1)
class Res:
    def __init__(self): print("open")
    def __del__(self): print("close")
def use():
    r = Res()
    print("using")
use()
print("after")
