# A module becomes an instance of a subclass of its class: what that defines applies, what the module contains stays.
import sys
import types


class L(types.ModuleType):
    def __getattribute__(self, n):
        if n == 'q':
            return 5
        return super().__getattribute__(n)

    @property
    def p(self):
        return 7

    def __setattr__(self, n, v):
        print('set', n)
        super().__setattr__(n, v)


m = types.ModuleType('m')
m.__class__ = L
print(type(m), m.q, m.p)
m.z = 3
print(m.z)
main = sys.modules['__main__']
main.__class__ = L
print(main.q, main.p, type(main).__name__)
main.w = 5
print(w)
print(object.__getattribute__(m, 'z'), object.__getattribute__(m, '__dict__') is m.__dict__, types.ModuleType.__dict__['__dict__'].__get__(m) is m.__dict__)
try:
    m.__class__ = int
except TypeError as e:
    print(e)


class S(types.ModuleType):
    __slots__ = ('a',)


s = S('s'); s.a = 1
s.b = 2
print(s.a, s.b, sorted(k for k in s.__dict__ if k[0] != '_'))
try:
    m.__class__ = S
except TypeError as e:
    print(e)
m.__class__ = types.ModuleType
print(type(m), m.z)
try:
    m.q
except AttributeError as e:
    print(e)
del main.w
print(hasattr(main, 'w'))
