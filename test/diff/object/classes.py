"""Classes: metaclasses, descriptors, slots, properties, attribute hooks, type()."""
class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("Meta.__new__", name, bases, sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("Meta.__init__", name)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("Meta.__call__", a, k)
        return super().__call__(*a, **k)
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 1}
    @property
    def prop(cls): return "metaprop " + cls.__name__
class A(metaclass=Meta, flag=True):
    x = 1
    def __init__(self, v): self.v = v
    def me(self): return __class__
a = A(3)
print(a.v, a.injected, a.me() is A, A.prop, type(A), A.__mro__)
class B(A, other=2):
    def __init_subclass__(cls, **kw): print("isub", cls, kw)
    def me(self): return super().me()
b = B(4)
print(b.me())
class C(B): pass
print(C.__subclasses__(), B.__subclasses__(), A.__subclasses__())
class D:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); cls.tag = tag
class E(D, tag="t"): pass
print(E.tag)
try:
    class F(D, foo=1): pass
except TypeError as e: print(e)
class Desc:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name); self.name = name
    def __get__(self, obj, owner): 
        if obj is None: return self
        return ("get", self.name, obj.__class__.__name__, owner.__name__)
    def __set__(self, obj, value): print("set", self.name, value)
    def __delete__(self, obj): print("del", self.name)
class ND:
    def __get__(self, obj, owner=None): return "nd"
class G:
    d = Desc(); n = ND()
g = G(); print(g.d, g.n); g.d = 3; del g.d; g.n = 5; print(g.n, G.n, G.d.name); g.__dict__['d'] = 9; print(g.d)
class H:
    def __getattr__(self, n):
        if n.startswith('z'): return n.upper()
        raise AttributeError(n)
h = H(); print(h.zed)
try: h.foo
except AttributeError as e: print(repr(e), e.name)
print(hasattr(h, 'foo'), hasattr(h, 'zz'), getattr(h, 'foo', 3))
class I:
    def __getattribute__(self, n):
        if n == 'x': return 'gx'
        return super().__getattribute__(n)
    def __setattr__(self, n, v): print("setattr", n, v); super().__setattr__(n, v)
    def __delattr__(self, n): print("delattr", n); object.__delattr__(self, n)
i = I(); i.y = 3; print(i.x, i.y); del i.y
try: i.y
except AttributeError as e: print(e)
class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
s = S(); print(s.a)
try: s.b
except AttributeError as e: print(e)
s.b = 2; print(s.b); del s.a
try: s.c = 1
except AttributeError as e: print(e)
class S2(S): pass
s2 = S2(); s2.zz = 3; print(s2.a, s2.zz, s2.__dict__)
class S3(S): __slots__ = ('c',)
s3 = S3(); s3.c = 7; print(s3.a, s3.c)
try:
    class Bad(S, S3): pass
except TypeError as e: print(e)
class X1: __slots__=('q',)
class X2: __slots__=('r',)
try:
    class Bad(X1, X2): pass
except TypeError as e: print(e)
try:
    class Bad(bool): pass
except TypeError as e: print(e)
try:
    class Bad(A, A): pass
except TypeError as e: print(e)
try:
    class Bad(len): pass
except TypeError as e: print(e)
class M1(type): pass
class M2(type): pass
class Y1(metaclass=M1): pass
class Y2(metaclass=M2): pass
try:
    class Bad(Y1, Y2): pass
except TypeError as e: print(e)
class P:
    def __init__(self): self._x = 1
    @property
    def x(self): "the x"; return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @x.deleter
    def x(self): print("deleter"); del self._x
p = P(); p.x = 5; print(p.x, P.x.__doc__); del p.x
try: p.x
except AttributeError as e: print(e)
class K:
    @classmethod
    def c(cls, *a): return cls.__name__, a
    @staticmethod
    def s(*a): return a
class K2(K): pass
print(K.c(1), K2.c(2), K2().c(3), K.s(1), K().s(2))
T = type('T', (K,), {'z': 3, '__doc__': 'doc'}); print(T, T.z, T.__doc__, T().c())
print(T.__name__, T.__qualname__, T.__module__, T.__bases__, T.__base__)
T.__name__ = 'U'; print(T, T.__qualname__); T.__qualname__ = 'V.W'; print(T)
class N:
    def __new__(cls, *a): print("new", a); o = super().__new__(cls); o.t = 1; return o
    def __init__(self, *a): print("init", a)
print(N(1, 2).t)
class N2:
    def __new__(cls): return 5
print(N2())
class Q:
    def __init__(self): return 5
try: Q()
except TypeError as e: print(e)
try: object(1)
except TypeError as e: print(e)
class R: pass
try: R(1)
except TypeError as e: print(e)
class R2:
    def __init__(self): pass
try: R2(1)
except TypeError as e: print(e)
try: object.__new__(5)
except TypeError as e: print(e)
try: int.__new__(str)
except TypeError as e: print(e)
try: object.__new__(int)
except TypeError as e: print(e)
R.__call__ = lambda self, x: x + 1
print(R()(4))
R.__len__ = lambda self: 7
print(len(R()))
del R.__len__
try: len(R())
except TypeError as e: print(e)
class Z: pass
z = Z(); z.__class__ = R; print(type(z))
print(isinstance(z, R), issubclass(S2, S), isinstance(3, (str, int)))
class EqOnly:
    def __eq__(self, o): return True
try: hash(EqOnly())
except TypeError as e: print(e)
print(EqOnly.__hash__, EqOnly() != 3, EqOnly() == 3)
class Cg:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(Cg[3], Cg[1, 2])
print(sorted(x for x in dir(Z()) if 'class' in x))
print(A.__dict__.keys() if 0 else [k for k in R.__dict__], [k for k in S.__dict__])
class Doc:
    "a doc"
print(Doc.__doc__, Doc().__doc__, Z.__doc__)
print(Z.__dict__['__dict__'], Z.__dict__['__weakref__'])
print(super, super.__mro__)
class In1:
    class In2:
        def f(self): pass
def outer():
    class L:
        def m(self): pass
    return L
