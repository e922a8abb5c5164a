"""Wording of AttributeErrors and of argument errors of built-in methods."""
class A: pass
class B:
    __slots__=('s',)
def t(f):
    try: f()
    except Exception as e: print(type(e).__name__, e, getattr(e,'name',None), getattr(e,'obj',None) is not None)
a=A()
def f1(): del a.x
t(f1)
a.y=1
a.__dict__
t(f1)
def f2(): del A.zz
t(f2)
def f3(): A.zz
t(f3)
b=B()
def f4(): b.s
t(f4)
def f5(): b.q=1
t(f5)
def f6(): del b.s
t(f6)
def f7(): object().x=1
t(f7)
def f8(): (5).real=3
t(f8)
def f9(): (5).zork
t(f9)
import sys
def f10(): sys.zork
t(f10)
def f11(): int.x=1
t(f11)
def f12(): del int.x
t(f12)
class P:
    @property
    def p(self): return 1
def f13(): P().p=1
t(f13)
def f14(): del P().p
t(f14)
def f15(): (lambda:0).__name__=3
t(f15)
def f16(): del a.__class__
t(f16)
def f17(): b.__init__=3
t(f17)
def f18(): del sys.zork
t(f18)
def f19(): super(A,a).foo
t(f19)
def f20(): A.__name__=3
t(f20)
def f21(): int.__name__=3
t(f21)
def f22(): a.__dict__=3
t(f22)
def f23(): list.append.x=3
t(f23)
def f24(): [].append()
t(f24)
def f25(): [].append(1,2)
t(f25)
def f26(): [].append(x=1)
t(f26)
def f27(): [].insert(1)
t(f27)
def f28(): (5).__add__()
t(f28)
def f29(): "".join()
t(f29)
def f30(): list.append()
t(f30)
def f31(): list.append(3,3)
t(f31)
def f32(): print(foo=1)
t(f32)
def f33(): len()
t(f33)
def f34(): len(1,2)
t(f34)
def f35(): isinstance(1)
t(f35)
def f36(): sorted()
t(f36)
def f37(): {}.get()
t(f37)
def f38(): {}.pop()
t(f38)
def f39(): "".split(1,2,3)
t(f39)
def f40(): "".split(foo=1)
t(f40)
def f41(): [].sort(1)
t(f41)
def f42(): len(x=1)
t(f42)
def f43(): [].clear(1)
t(f43)
def f44(): int.from_bytes()
t(f44)
def f45(): "a".encode(1,2,3,4)
t(f45)
def f46(): dict.fromkeys()
t(f46)
def f47(): [].pop(1,2)
t(f47)
