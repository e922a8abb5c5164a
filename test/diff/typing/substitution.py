"""Subscripts of generic aliases: what is put in the places of type variables, parameter specifications and tuples of
variables, what is refused, and that equal aliases are the same object."""
import typing, collections.abc, copy, types
from typing import *
T = TypeVar('T'); S = TypeVar('S'); P = ParamSpec('P'); Ts = TypeVarTuple('Ts'); Q = ParamSpec('Q')
def t(f):
    try:
        r = f()
        print(r, getattr(r, '__args__', None), getattr(r, '__parameters__', None))
    except Exception as e: print(type(e).__name__, e)
class Z(Generic[P]): pass
class X(Generic[T, P]): pass
class A(Generic[Unpack[Ts]]): pass
class B(Generic[T, Unpack[Ts], S]): pass
class G(Generic[T]): pass
class H(Generic[T, S]): pass
for f in (lambda: Z[int, str], lambda: Z[[int, str]], lambda: Z[int], lambda: Z[...], lambda: X[int, [str, int]], lambda: X[int, ...], lambda: X[int, P], lambda: X[int],
  lambda: X[int, Concatenate[int, P]], lambda: X[T, P][str, [int]], lambda: X[int, P][[str]], lambda: Callable[P, T][[int, str], float], lambda: Callable[P, T][..., int],
  lambda: Callable[P, int][int, str], lambda: Callable[[T, S], T][int, str], lambda: Callable[Concatenate[int, P], T][[str], bool], lambda: Callable[Concatenate[T, P], S][int, Q, str],
  lambda: A[int, str], lambda: A[()], lambda: A[int], lambda: A[Unpack[Ts]], lambda: A[Unpack[Ts]][int, str], lambda: B[int, str], lambda: B[int], lambda: B[int, float, bytes, str],
  lambda: B[T, Unpack[Ts], S][int, float, bytes, str], lambda: Tuple[Unpack[Ts]][int, str], lambda: tuple[Unpack[Ts]][int, str], lambda: Tuple[int, Unpack[Ts]][()],
  lambda: A[Unpack[Tuple[int, str]]], lambda: A[*tuple[int, ...]], lambda: B[Unpack[Tuple[int, ...]]], lambda: list[T][int], lambda: dict[str, List[T]][int], lambda: list[Optional[T]][int],
  lambda: Dict[T, list[S]][int, str], lambda: (int | list[T])[str], lambda: (int | list[T]).__parameters__, lambda: Union[T, S][int, int], lambda: Union[T, int][str], lambda: Optional[T][None],
  lambda: List[int][str], lambda: List[T][int, str], lambda: list[T][int, str], lambda: G[G[T]][int], lambda: H[T, T], lambda: H[T, T][int], lambda: H[S, T][int, str], lambda: G['x'], lambda: G[List['x']],
  lambda: Annotated[T, 5][int], lambda: ClassVar[T], lambda: Type[T][int], lambda: Literal[1, True, 1.0], lambda: Literal[1, Literal[2, 'a']], lambda: list[int][str], lambda: Concatenate[()], lambda: Concatenate[int, str],
  lambda: Z[int][str], lambda: Generic[T][int], lambda: Protocol[T][int], lambda: X[int, str], lambda: List[Unpack[Ts]], lambda: G[Unpack[Ts]], lambda: A[Ts], lambda: int | T, lambda: T | S, lambda: 'x' | T, lambda: list[T] | T, lambda: P | int,
  lambda: tuple[T, ...][int], lambda: Tuple[T, ...][int], lambda: Generic[Unpack[Ts], Unpack[Ts]], lambda: Callable[[int], str], 
  lambda: collections.abc.Callable[..., T][str], lambda: List[...], lambda: Dict[int], lambda: Callable[int], lambda: Callable[int, str], lambda: Callable[[int], 5], lambda: Tuple[()], lambda: Tuple[5],
  lambda: Mapping[str, T][int], lambda: type[T][int], lambda: collections.deque[T][int]):
    t(f)
print(List[int] is List[int], Union[int, str] is Union[int, str], G[int] is G[int], Optional[int] is Optional[int], Literal[1] is Literal[1], Literal[1] is Literal[True], Callable[[int], str] is Callable[[int], str],
  Tuple[int] is Tuple[int], List[T][int] is List[T][int], list[int] is list[int], Annotated[int, 1] is Annotated[int, 1], Annotated[int, []] is Annotated[int, []], ClassVar[int] is ClassVar[int])
print(copy.copy(list[int]), copy.deepcopy(list[int]), copy.copy(int | str), copy.deepcopy(List[int]) == List[int], list[int].__reduce__(), copy.copy(T) is T)
for x in (*tuple[int, str],): print(x, x.__unpacked__, x.__reduce__()[0].__name__, copy.copy(x))
