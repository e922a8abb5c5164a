"""Special forms and aliases copied, pickled and as bases; hints that name themselves; no_type_check; attributes of aliases."""
import copy
import enum
import pickle
from typing import *
T = TypeVar('T'); P = ParamSpec('P')
for form in (Any, List, Dict, Tuple, Callable, Union, Optional, ClassVar, Literal, Type, Iterable, List[int], Union[int, str], Callable[[int], str], Literal[1], Annotated[int, 3], Tuple[int, ...], T, P, NoReturn, Final, list[int], Generic, Protocol, Self, LiteralString, Never, Concatenate, TypeGuard, Required, Unpack, Annotated):
    try: print(form, copy.copy(form) is form, copy.deepcopy(form) is form, [pickle.loads(pickle.dumps(form, p)) == form for p in (0, 2, 5)])
    except Exception as e: print(form, type(e), e)
JSON = Union[int, str, List['JSON'], Dict[str, 'JSON']]
J2 = Union[int, list['J2']]
class Node:
    value: 'JSON'
    next: 'Optional[Node]'
    children: List['Node']
    more: list['Node']
    j: J2
    self_: 'list[list["Node"]]'
def f(x: JSON, y: 'J2' = 1) -> 'Node': pass
for o in (Node, f):
    try: print(get_type_hints(o))
    except Exception as e: print(type(e), e)
class Meta(type):
    a: int
for o in (int, type, Meta, object, len, Exception, enum.Enum):
    try: print(get_type_hints(o))
    except Exception as e: print(o, type(e), e)
@no_type_check
def g(a: 'whatever') -> {1: 2}: pass
@no_type_check
class C:
    x: 'nope'
    def m(self, y: 'nope'): pass
    @staticmethod
    def s(y: 'nope'): pass
    @classmethod
    def c(cls, y: 'nope'): pass
    class Inner:
        def q(self, z: 'nope'): pass
    alias = list
class D(C):
    y: 'int'
for o in (g, C, C.m, C.s, C.c, C.Inner, C.Inner.q, D):
    try: print(get_type_hints(o), getattr(o, '__no_type_check__', None))
    except Exception as e: print(type(e), e)
class G(Generic[T]):
    attr = 'def'
G[int].attr = 'changed'
print(G.attr, G[str].attr)
try: G[int].__dunder__ = 3; print(G.__dunder__)
except Exception as e: print(type(e), e)
A = Annotated[G, 4]
A.x = 1
print(G.x, A.x)
for base in (ClassVar[int], Union[int, str], Optional[int], Literal[1], Union, Any, List[int], Annotated[int, 3], Callable[[int], str]):
    try:
        class X(base): pass
        print(X.__mro__, X.__bases__)
    except Exception as e: print(type(e), e)
for a in ({}, {'frozen': 1, 'eq_default': False}):
    @dataclass_transform(**({'eq_default': False} if a else {}))
    def deco(c): return c
    print(deco.__dataclass_transform__)
