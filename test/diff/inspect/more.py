# The parts of inspect beyond signatures: getcallargs, getfullargspec of all kinds, sources, class trees, frames.
import functools
import inspect
import sys


def plain(a, b=2, *args, c, d=4, **kwargs) -> int:
    """Documented."""
    return a


class Base:
    kind = 1

    def method(self, x, y=1):
        return x

    @classmethod
    def make(cls, z): pass

    @property
    def value(self): return 1


class Derived(Base):
    # a comment
    @staticmethod
    def helper(q=(1,
                  2)):
        if q:
            return q


def attempt(function, *args, **kwargs):
    try:
        print(function.__name__, inspect.getcallargs(function, *args, **kwargs))
    except TypeError as error:
        print(error)


attempt(plain, 1, c=3)
attempt(plain, 1, 2, 3, 4, c=5, e=6)
attempt(plain)
attempt(plain, 1)
attempt(plain, 1, a=2, c=1)
attempt(Base().method)
attempt(Base().method, 1, 2, 3)
attempt(Derived.helper, 1, 2)
attempt(Derived.helper, w=1)
print(inspect.getcallargs(Base.method, 'self', 1))
print(inspect.getfullargspec(plain))
print(inspect.getfullargspec(Base().method), inspect.getfullargspec(Base.make))
print(inspect.getfullargspec(functools.partial(plain, 1)).kwonlyargs)
print(inspect.getfullargspec(Derived))
try:
    inspect.getfullargspec(5)
except TypeError as error:
    print(error)
print(inspect.getmodule(plain) is sys.modules['__main__'], inspect.getmodule(inspect) is inspect,
      inspect.getmodule(functools.partial).__name__)
print(inspect.getsource(plain), inspect.getsource(Derived), inspect.getsource(Derived.helper), sep='|')
print(inspect.getsourcelines(attempt)[1] > 10, inspect.getsourcefile(plain) == __file__)
for bad in (len, 5, int):
    try:
        inspect.getfile(bad)
    except TypeError as error:
        print(error)
print(inspect.getclasstree([Base, Derived]))
print([(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(Derived)
       if not a.name.startswith('__')])
print(inspect.getattr_static(Base(), 'value') is Base.__dict__['value'], inspect.getattr_static(Base, 'kind'))
frame = sys._getframe()
print(frame.f_globals['__name__'], inspect.currentframe().f_code.co_name, frame.f_locals['plain'] is plain)
try:
    1 / 0
except ZeroDivisionError:
    info = inspect.trace()[0]
    print(info.function, info.code_context, info.index, type(info).__name__)
print(inspect.getargvalues(frame).args, inspect.getargs(plain.__code__))
