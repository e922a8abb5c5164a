"""Namespaces of class bodies, metaclass hooks, and attributes that change under warm call sites."""
class OD(dict):
    def __setitem__(self, k, v): print("ns set", k); super().__setitem__(k, v)
    def __getitem__(self, k):
        if k == 'magic': return 99
        return super().__getitem__(k)
class M(type):
    @classmethod
    def __prepare__(mcs, n, b): return OD()
    def __new__(mcs, n, b, ns):
        c = super().__new__(mcs, n, b, ns); c.order = [k for k in ns if not k.startswith('__')]; return c
    def __iter__(cls): return iter(cls.order)
    def __len__(cls): return len(cls.order)
    def __contains__(cls, x): return x in cls.order
    def __getitem__(cls, k): return cls.__dict__[k]
    def __instancecheck__(cls, o): print("ic"); return True
    def __subclasscheck__(cls, o): print("sc"); return o is int
    def __repr__(cls): return "<M " + cls.__name__ + ">"
    def __getattr__(cls, n): return "meta " + n
    def __setattr__(cls, n, v): print("meta set", n); super().__setattr__(n, v)
    def __eq__(cls, o): return True
    def __hash__(cls): return 7
    def mro(cls): return super().mro()
class C(metaclass=M):
    a = 1
    b = magic
    def f(self): return a
print(list(C), len(C), 'a' in C, C['b'], C, isinstance(3, C), issubclass(int, C), issubclass(str, C), C.zork, C == 3, hash(C), type(C).__dict__['mro'] is not None)
C.q = 3
print(type(C()), C.__class__, C.__name__, type(C()).__name__)
class N(C): pass
print(N.order, N.__mro__)
class Base:
    def __init_subclass__(cls, **kw): cls.kw = kw
class X(Base, a=1, b=2): pass
print(X.kw)
class Lazy:
    def __get__(self, o, t): 
        if o is None: return self
        v = 42; o.__dict__['lazy'] = v; return v
class HL: lazy = Lazy()
h = HL(); print(h.lazy, h.__dict__, h.lazy)
class WithDict:
    __slots__ = ('a', '__dict__')
w = WithDict(); w.a = 1; w.z = 2; print(w.__dict__, w.a)
class Pr:
    __slots__ = ('__x', 'y')
    def __init__(self): self.__x = 5
    def get(self): return self.__x
print(Pr().get(), [k for k in Pr.__dict__ if 'x' in k])
try:
    class Bd: 
        __slots__ = ('a',); a = 3
except ValueError as e: print(e)
try:
    class Bd: __slots__ = (3,)
except TypeError as e: print(e)
try:
    class Bd: __slots__ = ('1a',)
except TypeError as e: print(e)
try:
    class Bd(int): __slots__ = ('a',)
except TypeError as e: print(e)
class Gen:
    def __mro_entries__(self, bases): print("entries", len(bases)); return (Base,)
class Ge(Gen(), z=1): pass
print(Ge.__bases__, Ge.__orig_bases__[0].__class__, Ge.kw)
class SN:
    def __set_name__(self, o, n): raise ValueError("bad name")
try:
    class Y: s = SN()
except RuntimeError as e: print(e, repr(e.__cause__))
try:
    class M3(type):
        def __new__(m, *a): return 5
    class Z(metaclass=M3): pass
    print(Z)
except Exception as e: print(e)
def fmeta(n, b, ns): print(n, b, sorted(ns)); return type(n, b, ns)
class Fm(metaclass=fmeta): x = 1
print(Fm.x)
class A1: 
    def __eq__(self, o): return isinstance(o, A1)
    def __hash__(self): return 3
print({A1(): 1}[A1()], A1() in [A1()])
class Sub(A1):
    def __eq__(self, o): return False
print(Sub.__hash__)
class Ab:
    pass
Ab.__abstractmethods__ = frozenset(['b', 'a'])
try: Ab()
except TypeError as e: print(e)
Ab.__abstractmethods__ = frozenset(['b'])
try: Ab()
except TypeError as e: print(e)
Ab.__abstractmethods__ = frozenset()
print(type(Ab()).__name__)
import sys
class Cached:
    x = 1
def rd(o): return o.x
o = Cached(); print(rd(o)); o.x = 2; print(rd(o)); Cached.x = property(lambda s: 'p'); print(rd(o))
try: o.x = 5
except AttributeError as e: print(e)
del Cached.x; print(rd(o))
def call(o): return o.m()
class K1:
    def m(self): return 1
class K2:
    def m(self): return 2
print([call(x) for x in (K1(), K2(), K1())]); K1.m = lambda self: 10; print(call(K1())); k = K1(); k.m = lambda: 5; print(call(k), call(K1()))
class K3(K1): pass
print(call(K3())); K1.m = lambda self: 11; print(call(K3())); K3.m = lambda self: 12; print(call(K3())); del K3.m; print(call(K3()))
k3 = K3(); k3.__dict__['m'] = lambda: 'd'; print(call(k3))
