"""Classes with several generic bases, and where Generic itself stands among them."""

from typing import Generic, Protocol, TypeVar, Iterable, Mapping
T = TypeVar("T")
K = TypeVar("K")
class A(Generic[T]): pass
class B(Generic[T], A[T]): pass
class C(Generic[T, K], A[T], Mapping[K, T]):
    def __getitem__(self, k): return k
    def __iter__(self): return iter(())
    def __len__(self): return 0
class P(Protocol[T]):
    def f(self) -> T: ...
class Q(Generic[T], Protocol): pass
class R(P[T], Generic[T]): pass
class S(Iterable[T]):
    def __iter__(self): return iter([1])
for cls in (A, B, C, P, Q, R, S):
    print(cls.__name__, [c.__name__ for c in cls.__mro__], cls.__orig_bases__)
