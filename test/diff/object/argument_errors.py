"""Wording of argument errors; descriptors and super by name."""
class A:
    def f(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    @property
    def p(self): "doc"
    __slots__=('z',)
print(super(A), super(A,A()), type(super(A)))
def t(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
t(lambda: super(1,2)); t(lambda: super(A, 3)); t(lambda: A.__dict__.__setitem__('x',1))
t(lambda: property(1).__get__(A())); t(lambda: classmethod())
t(lambda: property.getter()); 
def ff():
    A.__dict__['x']=1
t(ff)
m=A().f
t(lambda: setattr(m,'x',1))
t(lambda: type(m)(1,None)); t(lambda: type(m)(1,2))
class X:
    p=property()
t(lambda: X().p)
def ff(): X().p=1
t(ff)
def ff(): del X().p
t(ff)
t(lambda: super())
def q():
    super()
t(q)
t(lambda: staticmethod(5)(1))
print(staticmethod(len), classmethod(len))
class D:
    def __init__(self,a): pass
    def g(self,a,b,*,c): pass
    def h(self,a,b=1,*args,c,d=2,**kw): pass
    def i(self,a,/,b): pass
    def k(self): pass
d=D(1)
t(lambda: D()); t(lambda: D(1,2)); t(lambda: d.g()); t(lambda: d.g(1)); t(lambda: d.g(1,2)); t(lambda: d.g(1,2,3)); t(lambda: d.g(1,2,c=1,d=2))
t(lambda: d.g(1,2,a=2,c=3)); t(lambda: d.i(a=1,b=2)); t(lambda: d.h()); t(lambda: d.h(1)); t(lambda: d.k(1)); t(lambda: d.k(x=1))
t(lambda: d.h(1,2,3)); t(lambda: d.i(1,2,3,4)); t(lambda: d.g(1,2,3,c=1))
def f(a,b=2,*,c=3): pass
t(lambda: f(1,2,3)); t(lambda: f(1,2,3,c=1)); t(lambda: f(1,2,3,4)); t(lambda: f())
def f(a,b,c,d): pass
t(lambda: f()); t(lambda: f(1)); t(lambda: f(1,2));t(lambda: f(*(1,),**{'b':1,'b2':2}))
t(lambda: f(**{1:2})); t(lambda: f(*1)); t(lambda: f(**1))
def f(*,a,b,c): pass
t(lambda: f()); t(lambda: f(a=1)); t(lambda: f(a=1,b=2)); t(lambda: f(1))
t(lambda: f(1,a=1))
