"""Signatures of classes, callable objects, methods, partials and what is wrapped; their equality, pickling and errors."""
import collections
import copy
import enum
import functools
import inspect
import pickle
import typing
from inspect import signature, Signature, Parameter
def show(label, obj, **kw):
    try: print(label, signature(obj, **kw))
    except Exception as e: print(label, type(e).__name__, str(e).split(' at 0x')[0])
class Plain: pass
class WithInit:
    def __init__(self, a, *, b=1): pass
class WithNew:
    def __new__(cls, x, y=2): return object.__new__(cls)
class Both(WithInit):
    def __new__(cls, *args): return object.__new__(cls)
class Sub(WithNew):
    def __init__(self, p): pass
class Meta(type):
    def __call__(cls, m, n): pass
class M(metaclass=Meta): pass
class MetaPlain(type): pass
class Err(Exception): pass
class Err2(Exception):
    def __init__(self, code): pass
class L(list): pass
class Call:
    def __call__(self, a, b): pass
class CallStatic:
    @staticmethod
    def __call__(a, b): pass
class CallClass:
    @classmethod
    def __call__(cls, a, b): pass
class CallPartial:
    __call__ = functools.partial(lambda x, y: 0, 1)
class CallCall:
    __call__ = Call()
class Methods:
    def m(self, a): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a): pass
    pm = functools.partialmethod(m, 5)
    pm2 = functools.partialmethod(lambda self, a, b, c=3: 0, b=7)
    def noself(): pass
    def onlykw(*, a): pass
    def varargs(*args): pass
    cached = functools.lru_cache()(lambda self, q: 0)
def deco(f):
    @functools.wraps(f)
    def w(*a, **k): return f(*a, **k)
    return w
@deco
def wrapped(a, b: int = 1) -> str: pass
class WrappedMethod:
    @deco
    def m(self, a): pass
    @deco
    @classmethod
    def c(cls, b): pass
class SigAttr:
    __signature__ = Signature([Parameter('z', Parameter.KEYWORD_ONLY)])
    def __call__(self): pass
class Funclike:
    def __init__(self, f):
        self.__name__ = f.__name__; self.__code__ = f.__code__; self.__annotations__ = f.__annotations__; self.__defaults__ = f.__defaults__; self.__kwdefaults__ = f.__kwdefaults__; self.f = f
    def __call__(self, *args, **kwargs): return self.f(*args, **kwargs)
def f(a, /, b, *c, d, e=5, **g): pass
for label, obj in dict(Plain=Plain, WithInit=WithInit, WithNew=WithNew, Both=Both, Sub=Sub, M=M, MetaPlain=MetaPlain, Err=Err, Err2=Err2, L=L, Call=Call(), CallStatic=CallStatic(), CallPartial=CallPartial(), CallCall=CallCall(), m=Methods.m, bm=Methods().m, c=Methods.c, s=Methods.s, pm=Methods.pm, bpm=Methods().pm, pm2=Methods.pm2, bpm2=Methods().pm2, noself=Methods().noself, onlykw=Methods().onlykw, varargs=Methods().varargs, cached=Methods.cached, wrapped=wrapped, wm=WrappedMethod.m, wbm=WrappedMethod().m, sa=SigAttr(), fl=Funclike(f), f=f, p=functools.partial(f, 1), p2=functools.partial(f, 1, 2, 3, d=4), p3=functools.partial(f, 1, b=2), p4=functools.partial(functools.partial(f, 1), 2), pbad=functools.partial(f, zz=1, b=3), pbad2=functools.partial(lambda: 0, 1), three=3, none=None, obj=object, objinst=object(), e=enum.Enum, tp=type, lam=lambda: 0, nt=collections.namedtuple('NT', 'a b', defaults=[1]), gen=typing.Generic).items():
    show(label, obj)
    if label in ('wrapped', 'wbm', 'wm'): show(label, obj, follow_wrapped=False)
class MySig(Signature): pass
for o in (f, WithInit, Call(), functools.partial(f, 1), Methods().m, len):
    print(type(MySig.from_callable(o)).__name__, MySig.from_callable(o))
s1 = signature(lambda a, *, b, c: 0); s2 = signature(lambda a, *, c, b: 0)
print(s1 == s2, hash(s1) == hash(s2), s1 == 3, s1 != s2, s1.parameters == s2.parameters)
def g(x: int, y: 'str' = 'a', *args: float, z=None) -> list: pass
s = signature(g)
for proto in range(6):
    print(pickle.loads(pickle.dumps(s, proto)) == s, pickle.loads(pickle.dumps(s.parameters['x'], proto)) == s.parameters['x'], pickle.loads(pickle.dumps(s.bind(1), proto)) == s.bind(1), pickle.loads(pickle.dumps(Parameter.KEYWORD_ONLY, proto)) is Parameter.KEYWORD_ONLY)
print(copy.copy(s) == s, copy.deepcopy(s) == s, repr(s.parameters), repr(s.bind(1, z=3)))
p = s.parameters['x']
for k in (dict(name=Parameter.empty), dict(name=3), dict(name='if'), dict(kind=7), dict(kind=Parameter.VAR_KEYWORD, default=3), dict(foo=3), dict(annotation=Parameter.empty), dict(name='new', default=None)):
    try: print(repr(p.replace(**k)))
    except Exception as e: print(type(e).__name__, e)
for a in ((s.parameters['y'], s.parameters['x']), (p, p), (s.parameters['z'], p), 5, ('a',)):
    try: print(Signature(a))
    except Exception as e: print(type(e).__name__, e)
print(inspect.signature(g, eval_str=True), MySig.from_callable(g, eval_str=True))
for fn in (f, WithInit, Call(), Methods().m, wrapped, functools.partial(f, 1), Methods.c, WrappedMethod().m, len, Err2):
    try: print(inspect.getfullargspec(fn))
    except Exception as e: print(type(e).__name__, e)
for args, kw in (((1,), {}), ((1, 2, 3), dict(d=4)), ((), dict(a=1)), ((1, 2), dict(d=1, q=2)), ((1,), dict(b=2, d=1)), ((1, 2), dict(b=3))):
    try: print(signature(f).bind(*args, **kw))
    except Exception as e: print(type(e).__name__, e)
