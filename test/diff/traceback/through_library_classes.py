# difftest: no-wasi (the text of these lines is read from the installed library)
"""Errors that come out of the classes and functions that programs are built with: enum, dataclasses, contextlib,
functools, typing, collections. Tracebacks show the lines of CPython's library."""

import abc
import collections
import collections.abc
import contextlib
import dataclasses
import enum
import functools
import io
import string
import typing
import weakref
import sys
import traceback


class Color(enum.Enum): RED=1


class Fl(enum.Flag): A=1


@dataclasses.dataclass
class P:
    x: int


@dataclasses.dataclass(frozen=True)
class Q:
    x: int = 0


@dataclasses.dataclass(order=True)
class R:
    x: int


class Abs(abc.ABC):
    @abc.abstractmethod
    def f(self): ...


@contextlib.contextmanager
def cm(swallow=False):
    yield 1


@contextlib.contextmanager
def cm_bad():
    if 0: yield


@contextlib.contextmanager
def cm_two():
    yield; yield


def use(c):
    with c: raise ValueError("in body")


def use_ok(c):
    with c: pass


@functools.singledispatch
def sd(x): raise TypeError("no")


@functools.lru_cache
def lru(x): return 1//x


@functools.cache
def lru2(x): return 1//x


class CP:
    @functools.cached_property
    def v(self): return 1//0


@contextlib.contextmanager
def nested():
    with cm(): yield


def exitstack():
    with contextlib.ExitStack() as s:
        s.enter_context(cm()); s.callback(lambda: 1//0)
        raise KeyError("body")


def deco():
    @cm()
    def f(): raise ValueError("deco")
    f()


class Base(typing.NamedTuple):
    a: int


class Proto(typing.Protocol):
    def f(self): ...


class Meta(type):
    def __call__(cls): return super().__call__(1)


class UM(metaclass=Meta): pass


CASES = {
    'enum_call': lambda: Color(5),
    'enum_attr': lambda: Color.BLUE,
    'enum_item': lambda: Color["X"],
    'enum_set': lambda: setattr(Color,"RED",2),
    'enum_sub': lambda: enum.Enum("Y","A A"),
    'enum_ext': lambda: type("Z",(Color,),{}),
    'flag': lambda: Fl(8),
    'dc_init': lambda: P(),
    'dc_frozen': lambda: setattr(Q(),"x",1),
    'dc_order': lambda: R(1)<3,
    'dc_fields': lambda: dataclasses.fields(3),
    'dc_replace': lambda: dataclasses.replace(P(1),y=2),
    'cm': lambda: use(cm()),
    'cm_bad': lambda: use_ok(cm_bad()),
    'cm_two': lambda: use_ok(cm_two()),
    'cm_two2': lambda: use(cm_two()),
    'nested': lambda: use(nested()),
    'exitstack': exitstack,
    'deco': deco,
    'closing': lambda: use(contextlib.closing(io.StringIO())),
    'suppress': lambda: use(contextlib.suppress(KeyError)),
    'redirect': lambda: use(contextlib.redirect_stdout(io.StringIO())),
    'sd': lambda: sd(1),
    'lru': lambda: lru(0),
    'lru2': lambda: lru2(0),
    'cp': lambda: CP().v,
    'reduce': lambda: functools.reduce(lambda a,b:a/b,[1,0]),
    'partial': lambda: functools.partial(lru)(0),
    'cmp': lambda: sorted([1,2],key=functools.cmp_to_key(lambda a,b:1//0)),
    'total': lambda: functools.total_ordering(type("T",(),{})),
    'nt': lambda: collections.namedtuple("N","a a"),
    'nt2': lambda: Base(),
    'nt3': lambda: Base(1)._replace(z=1),
    'cd': lambda: collections.ChainMap()["x"],
    'ud': lambda: collections.UserDict()["x"],
    'cnt': lambda: collections.Counter(3),
    'od': lambda: collections.OrderedDict().popitem(),
    'dq': lambda: collections.deque().popleft(),
    'mm': lambda: collections.abc.MutableMapping(),
    'proto': lambda: Proto(),
    'typ': lambda: typing.List[1,2],
    'typ2': lambda: typing.Union[1],
    'typ3': lambda: typing.get_type_hints(3),
    'isproto': lambda: isinstance(3,Proto),
    'tv': lambda: typing.TypeVar("T",int),
    'td2': lambda: isinstance(3, typing.TypedDict("D",{})),
    'lit': lambda: typing.Optional[1,2],
    'gen': lambda: typing.Generic[int],
    'abs': lambda: Abs(),
    'wk': lambda: weakref.ref(3),
    'fmt': lambda: string.Formatter().format("{a}"),
    'meta': lambda: UM(),
}
for name, case in CASES.items():
    print("-", name)
    try:
        case()
    except BaseException as error:
        traceback.print_exception(error, file=sys.stdout)
