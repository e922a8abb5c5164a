# dataclasses: order, frozen, slots, kw_only, hash rules, inheritance, fields, replace, make_dataclass, match, errors.
import copy
import dataclasses
import inspect
from dataclasses import *
from typing import ClassVar, Any


@dataclass(order=True)
class V:
    major: int
    minor: int = 0
    note: str = field(default='', compare=False, repr=False)
    tags: list = field(default_factory=list, hash=False)
    shared: ClassVar[int] = 5
    seed: InitVar[int] = 3

    def __post_init__(self, seed):
        self.total = self.major + self.minor + seed


print(V(1), V(1, 2) < V(1, 3), V(1) == V(1, note='x'), V(2) >= V(1, 9), V(1, seed=10).total, [f.name for f in fields(V)], V.__match_args__, V.seed, inspect.signature(V))
for call in (lambda: V(), lambda: V(1, 2, 3, 4, 5, 6), lambda: V(1) < 5, lambda: hash(V(1)), lambda: V(1, nope=2), lambda: replace(V(1), seed=1, major=9).total, lambda: replace(V(1), nope=1), lambda: fields(5), lambda: asdict(5), lambda: replace(5), lambda: V(1) < V(1, 1) < V(2), lambda: field(default=1, default_factory=int), lambda: astuple(V)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass(frozen=True, slots=True, kw_only=True)
class F:
    x: int
    y: Any = None


f = F(x=1)
for call in (lambda: setattr(f, 'x', 5), lambda: delattr(f, 'x'), lambda: F(1), lambda: hash(f) == hash(F(x=1)), lambda: f.__dict__, lambda: F.__slots__, lambda: replace(f, y=2), lambda: copy.copy(f), lambda: F(x=1, y=[]).__hash__()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class Base:
    a: int = 1
    _: KW_ONLY
    k: str = 'k'


@dataclass(repr=False, eq=False)
class Child(Base):
    b: float = 2.0
    a: str = 'over'

    def __repr__(self):
        return f'child {self.a} {self.b} {self.k}'


print(Base(5, k='z'), Child(), Child('q', 3), Child() == Child(), inspect.signature(Child), [(x.name, x.kw_only, x.type) for x in fields(Child)], is_dataclass(Child), is_dataclass(Child()), is_dataclass(5))
M = make_dataclass('M', ['x', ('y', int), ('z', int, field(default=7))], bases=(Base,), namespace={'twice': lambda self: self.z * 2}, frozen=False)if False else make_dataclass('M', ['x', ('y', int), ('z', int, field(default=7))], namespace={'twice': lambda self: self.z * 2}, order=True)
print(M(1, 2), M(1, 2).twice(), M(1, 2) < M(1, 3), M.__annotations__, M.__name__)


@dataclass
class Tree:
    value: int
    left: 'Tree' = None
    others: dict = field(default_factory=dict)


t = Tree(1, Tree(2), {'k': [Tree(3)], 'p': (Tree(4), 5)})
print(asdict(t), astuple(t), asdict(t, dict_factory=lambda pairs: [k for k, v in pairs]), asdict(t) is not asdict(t))
t.left = t
print(repr(t)[:80])
for body, options in (({'__annotations__': {'a': int, 'b': int}, 'a': 1}, {}), ({'__annotations__': {'a': list}, 'a': []}, {}), ({'__annotations__': {'a': int}, '__lt__': lambda s, o: 1}, {'order': True}), ({'__annotations__': {'a': int}}, {'order': True, 'eq': False}), ({'__annotations__': {'a': int}, '__setattr__': 1}, {'frozen': True}),
                      ({'__annotations__': {'a': int}, '__slots__': ()}, {'slots': True}), ({'__annotations__': {'a': int}, '__hash__': lambda s: 1}, {'unsafe_hash': True}), ({'a': field()}, {}), ({'__annotations__': {'a': ClassVar[int]}, 'a': field(default_factory=int)}, {}), ({'__annotations__': {'a': int}}, {'weakref_slot': True})):
    try:
        print(dataclass(**options)(type('B', (), dict(body))))
    except Exception as error:
        print(type(error).__name__, error)
try:
    @dataclass
    class Thaw(F):
        z: int = 1
except TypeError as error:
    print(error)
for eq in (True, False):
    for frozen in (True, False):
        for unsafe in (True, False):
            C = dataclass(eq=eq, frozen=frozen, unsafe_hash=unsafe)(type('C', (), {'__annotations__': {'a': int}}))
            print(eq, frozen, unsafe, C.__hash__ is None, C.__hash__ is object.__hash__)
print(fields(V)[0].name, V.__dataclass_params__, type(MISSING).__name__, FrozenInstanceError.__mro__[1].__name__, V.__doc__, F.__doc__)
match V(3, 4):
    case V(major, minor, note='n'):
        print('no')
    case V(3, minor):
        print('matched', minor)
