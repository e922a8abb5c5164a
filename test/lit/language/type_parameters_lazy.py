# Bounds and constraints of type parameters and the values of aliases are computed when they are asked for, in
# scopes that see the names of a class around them. The expectations are CPython 3.12's.

# RUN: %run -O0 %s | FileCheck %s --match-full-lines
# CHECK: ['default']
# CHECK: <class 'int'> ['default', 'T'] <class 'int'> ['default', 'T'] ()
# CHECK: (<class 'int'>, <class 'int'>) ['default', 'T', 'U1', 'U2'] None (<class 'int'>, <class 'int'>)
# CHECK: (<class 'int'>, <class 'str'>) <class 'int'> () None P Ts fwd <class 'int'>
# CHECK: name 'Later' is not defined
# CHECK: <class '__main__.Later'> (<class '__main__.Later'>, <class 'int'>) <class 'float'> T
# CHECK: <class 'float'> (Q,) typing.Union[list[Q], T] <class 'float'>
# CHECK: name 'E' is not defined
# CHECK: Rec tuple[T, Rec[T]] | None Rec Rec Rec[int]
# CHECK: 0 1 1 1 ()
# CHECK: (T,) 1 Y 2 <class 'int'> T 2
# CHECK: name 'undefined' is not defined
# CHECK: name 'undefined' is not defined
# CHECK: 5
# CHECK: <class 'str'> (T, <class 'str'>) <class 'str'> (typing.Generic[T],) (<class '__main__.outer.<locals>.Inner'>, <class 'typing.Generic'>, <class 'object'>)
# CHECK: Only generic type aliases are subscriptable
# CHECK: True <class 'typing.TypeAliasType'> P False True (T,)
# CHECK: {'a': <class 'int'>, 'b': R, 'return': 'X'} (<class '__main__.Names.D'>, <class 'int'>, <class 'typing.Generic'>, <class 'object'>)
# CHECK: (__T, U) {'a': __T, 'b': __W} (__T, __W) __Alias tuple[__T, __V]
# CHECK: __T True
# CHECK: __main__ TypeAliasType () True
# CHECK: readonly attribute
# CHECK: attribute '__value__' of 'typing.TypeAliasType' objects is not writable
# CHECK: attribute '__type_params__' of 'typing.TypeAliasType' objects is not writable
# CHECK: 'typing.TypeAliasType' object has no attribute 'other'
# CHECK: Made Made[int] list[T] (T,) __main__
# CHECK: typealias() argument 'name' must be str, not int
# CHECK: type_params must be a tuple
# CHECK: type 'typing.TypeAliasType' is not an acceptable base type
# CHECK: (Ts,) (*Ts,) Tuple[int, str]

import pickle
import typing

log = []
def f(x):
    log.append(x)
    return int
def g[T: f("T"), U: (f("U1"), f("U2")), V: (int, str), W: int, **P, *Ts, X: "fwd", Y: f("Y") or None](a: T = f("default")) -> U:
    return a
print(log)
T, U, V, W, P, Ts, X, Y = g.__type_params__
print(T.__bound__, log, T.__bound__, log, T.__constraints__)
print(U.__constraints__, log, U.__bound__, U.__constraints__)
print(V.__constraints__, W.__bound__, W.__constraints__, V.__bound__, P.__name__, Ts.__name__, X.__bound__, Y.__bound__)
class C[T: Later, U: (Later, int)]:
    x: T
    X = float
    def m[S: X, R: T](self) -> S: ...
    type A = X
    type B[Q: X] = list[Q] | T
    type D = dict[A, E]
try:
    C.__type_params__[0].__bound__
except NameError as e:
    print(e)
class Later: pass
print(C.__type_params__[0].__bound__, C.__type_params__[1].__constraints__, C.m.__type_params__[0].__bound__, C.m.__type_params__[1].__bound__)
print(C.A.__value__, C.B.__type_params__, C.B.__value__, C.B.__type_params__[0].__bound__)
try:
    C.D.__value__
except NameError as e:
    print(e)
type Rec[T: Rec] = tuple[T, Rec[T]] | None
print(Rec.__type_params__[0].__bound__, Rec.__value__, Rec.__name__, Rec, Rec[int])
count = 0
def value():
    global count
    count += 1
    return count
type Once = value()
print(count, Once.__value__, Once.__value__, count, Once.__type_params__)
type Param[T: value()] = f(T)
print(Param.__type_params__, count, log[-1], Param.__type_params__[0].__bound__, Param.__value__, log[-1], count)
type Bad = undefined + 1
for _ in range(2):
    try:
        print(Bad.__value__)
    except NameError as e:
        print(e)
undefined = 4
print(Bad.__value__)
def outer(kind):
    class Inner[T: kind]:
        def get[R: (T, kind)](self, x: R) -> T:
            return R.__constraints__
    type Alias = kind
    kind = str
    return Inner, Alias
I, A = outer(int)
print(I.__type_params__[0].__bound__, I().get(1), A.__value__, I.__orig_bases__, I.__mro__)
try:
    Once[int]
except TypeError as e:
    print(e)
print(isinstance(T, __import__("typing").TypeVar), type(Rec), repr(P), T.__covariant__, T.__infer_variance__, Rec.__parameters__)


class Names:
    X = int

    def m[R](self, a: X, b: R) -> "X": ...

    class D[T](X):
        y: T


print(Names.m.__annotations__, Names.D.__mro__)


class Private[__T, U: __T]:
    type __Alias[__V] = tuple[__T, __V]
    alias = __Alias

    def own[__W](self, a: __T, b: __W):
        return __T, __W


print(Private.__type_params__, Private.own.__annotations__, Private().own(1, 2), Private.alias, Private.alias.__value__)
print(Private.__type_params__[1].__bound__, P.__infer_variance__)

type Plain = int
print(Plain.__module__, type(Plain).__name__, Plain.__parameters__, pickle.loads(pickle.dumps(Plain)) is Plain)
for name in "__name__", "__value__", "__type_params__", "other":
    try:
        setattr(Plain, name, 1)
    except AttributeError as e:
        print(e)
Made = typing.TypeAliasType("Made", list[T], type_params=(T,))
print(Made, Made[int], Made.__value__, Made.__type_params__, Made.__module__)
for args, options in ((1, int), {}), (("X", int), {"type_params": [T]}):
    try:
        typing.TypeAliasType(*args, **options)
    except TypeError as e:
        print(e)
try:
    class Sub(typing.TypeAliasType):
        pass
except TypeError as e:
    print(e)
type Tuple[*Ts] = tuple[*Ts]
print(Tuple.__type_params__, Tuple.__parameters__, Tuple[int, str])
