# inspect: signatures of every kind of callable, binding, members, kinds of objects, states of generators, docs, MRO.
import abc
import asyncio
import functools
import inspect


def f(a, /, b: int, c=3, *args: str, d, e: float = 1.5, **kw) -> bool:
    """First line.

        indented
    end
    """


class C:
    """Doc of C."""
    x = 1

    def __init__(self, a, b=2):
        self.a = a

    def method(self, q):
        return q

    @classmethod
    def cls(cls, w):
        return w

    @staticmethod
    def static(z=1):
        return z

    @property
    def prop(self):
        """doc of prop"""
        return 5

    def __call__(self, *, k):
        return k


class D(C):
    def method(self, q):
        return -q


for thing in (f, C, C(1), C.method, C(1).method, C.cls, C.static, lambda x, *y: 0, functools.partial(f, 1, d=5), functools.partial(f, 1, 2, c=9), D, functools.wraps(f)(lambda *a: 0)):
    print(inspect.signature(thing))
s = inspect.signature(f)
for p in s.parameters.values():
    print(p.name, p.kind, p.kind.description, p.default is p.empty, p.annotation, p, repr(p))
print(s.return_annotation, repr(s), s == inspect.signature(f), hash(s) == hash(inspect.signature(f)), s.replace(return_annotation=int), s.parameters['b'].replace(name='z', default=5))
b = s.bind(1, 2, 3, 'x', d=4, z=5)
print(b, b.args, b.kwargs, b.arguments, s.bind_partial(1).arguments, b.signature is s)
b2 = s.bind(1, b=2, d=3)
b2.apply_defaults()
print(b2.arguments)
for call in (lambda: s.bind(), lambda: s.bind(1), lambda: s.bind(1, 2), lambda: s.bind(a=1, b=2, d=3), lambda: inspect.signature(C).bind(1, 2, 3), lambda: inspect.signature(C).bind(1, zz=3), lambda: inspect.signature(5), lambda: inspect.signature(C).bind(1, a=2), lambda: inspect.Parameter('a b', inspect.Parameter.POSITIONAL_ONLY), lambda: inspect.Parameter('a', 9),
             lambda: inspect.Signature([inspect.Parameter('a', inspect.Parameter.KEYWORD_ONLY), inspect.Parameter('b', inspect.Parameter.POSITIONAL_ONLY)]), lambda: inspect.Parameter('a', inspect.Parameter.VAR_POSITIONAL, default=1), lambda: inspect.Signature([inspect.Parameter('a', inspect.Parameter.KEYWORD_ONLY)] * 2), lambda: inspect.Parameter('class', inspect.Parameter.KEYWORD_ONLY), lambda: inspect.getfullargspec(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(inspect.getfullargspec(f), inspect.getfullargspec(C), inspect.getcallargs(C.method, 1, 2), inspect.getdoc(f), inspect.getdoc(D), inspect.getdoc(D.method), inspect.cleandoc('  a\n    b\n  c'), inspect.getdoc(C.prop))
print([n for n, v in inspect.getmembers(D, inspect.isfunction)], [n for n, v in inspect.getmembers(C(1)) if not n.startswith('__')], inspect.getmro(D), [a.name + ':' + a.kind for a in inspect.classify_class_attrs(D) if not a.name.startswith('__')], inspect.getattr_static(C(1), 'prop').__class__.__name__)


def gen():
    yield 1


async def co():
    pass


async def agen():
    yield


for thing in (f, C, C(1).method, len, gen, gen(), co, agen, C.prop, C.static, inspect, 5, C.__dict__['cls'], str.upper, [].append, int.__add__):
    print(getattr(thing, '__name__', type(thing).__name__), [n[2:] for n in ('isfunction isclass ismethod isbuiltin isroutine isgeneratorfunction isgenerator iscoroutinefunction isasyncgenfunction isdatadescriptor ismethoddescriptor ismodule isabstract isgetsetdescriptor ismemberdescriptor iscode').split() if getattr(inspect, n)(thing)])
g = gen()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), g.close(), inspect.getgeneratorstate(g))
c = co()
print(inspect.getcoroutinestate(c), inspect.isawaitable(c), inspect.iscoroutine(c), c.close(), inspect.getcoroutinestate(c), inspect.getmodule(C).__name__, inspect.unwrap(functools.wraps(f)(lambda: 0)) is f, inspect.getmodulename('/a/b.py'), inspect.getclasstree([C, D])[0][0].__name__ if False else '')
print(inspect.Parameter.empty, inspect.Signature.empty, inspect.formatannotation(int), inspect.formatannotation(list[int]), inspect.indentsize('   x'), inspect.isabstract(C), inspect.getclosurevars.__name__)
print(str(inspect.Signature([inspect.Parameter('x', inspect.Parameter.POSITIONAL_ONLY), inspect.Parameter('y', inspect.Parameter.KEYWORD_ONLY, default='d', annotation=int)], return_annotation='R')), inspect.get_annotations(f))
for thing in (asyncio.sleep, asyncio.wait_for, asyncio.wait, asyncio.to_thread, asyncio.gather, asyncio.shield, asyncio.run, asyncio.ensure_future,
              asyncio.Lock.acquire, asyncio.Lock().acquire, asyncio.Lock.release, asyncio.Lock.__aenter__, asyncio.Queue.get, asyncio.Queue.put_nowait, asyncio.Barrier.abort,
              asyncio.Timeout.__aexit__, asyncio.TaskGroup.__aenter__, asyncio.TaskGroup.create_task, asyncio.BaseEventLoop.shutdown_asyncgens, asyncio.AbstractEventLoop.sock_recv,
              functools.partial(asyncio.sleep, 1), asyncio.Event().wait, len, print):
    print(getattr(thing, '__name__', 'partial'), inspect.iscoroutinefunction(thing), asyncio.iscoroutinefunction(thing))


class Client:
    async def get(self, path): ...
    def pages(self): yield


print([inspect.iscoroutinefunction(x) for x in (Client().get, functools.partial(Client().get, "/"), functools.partial(Client().pages))],
      inspect.isgeneratorfunction(functools.partial(Client().pages)), asyncio.iscoroutinefunction(functools.partial(Client().get)))


class AbstractBase(abc.ABC):
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw); print(cls.__name__, inspect.isabstract(cls))
    @abc.abstractmethod
    def run(self): ...
    @property
    @abc.abstractmethod
    def version(self): ...
class PartA(AbstractBase):
    def run(self): pass
class PartB(PartA):
    version = 1
class PartC(AbstractBase):
    run = version = None
class PartD(PartB):
    @abc.abstractmethod
    def more(self): ...
class PartE(PartD): more = 1
print([inspect.isabstract(x) for x in (AbstractBase, PartA, PartB, PartC, PartD, PartE, abc.ABC, int, 3, object)])
class NoABC:
    @abc.abstractmethod
    def x(self): ...
print(inspect.isabstract(NoABC))
