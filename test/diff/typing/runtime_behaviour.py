# typing: reprs, get_type_hints, get_origin/args, generics, protocols, NamedTuple, TypedDict, NewType, casts, errors.
import collections.abc
import typing
from typing import *

T = TypeVar('T')
K = TypeVar('K', bound=int)
V = TypeVar('V', int, str, covariant=False)
P = ParamSpec('P')
for t in (List[int], Dict[str, Any], Optional[int], Union[int, str, None], Callable[[int], str], Callable[..., T], Tuple[int, ...], Tuple[()], Type[int], Literal['a', 1, None], Annotated[int, 'meta'], ClassVar[int], Final[str], Generic[T], Iterable[T], Set[FrozenSet[int]], DefaultDict[str, list], Awaitable[int], Coroutine[int, str, None],
          AsyncIterator[T], Concatenate[int, P], Callable[P, T], TypeGuard[int], T, K, V, P, P.args, P.kwargs, Any, NoReturn, Never, Self, LiteralString, Union[int], Union[int, int], Optional[None], list[T], dict[str, List[T]], int | None, Required[int], ForwardRef('X'), Deque[int], Counter[str], ContextManager[int], AnyStr, Unpack[Tuple[int]], TypeVarTuple('Ts')):
    print(t, get_origin(t), get_args(t))
print(List[T][int], Dict[K, T][int, str], Callable[[T], T][int], Union[T, int][str], Optional[T][int], Tuple[T, ...][str], List[int] == List[int], hash(List[int]) == hash(List[int]), Union[int, str] == Union[str, int], Literal[1, 2] == Literal[2, 1], Literal[1] == Literal[True])


class Box(Generic[T]):
    def __init__(self, x: T):
        self.x = x

    def get(self) -> T:
        return self.x


class Pair(Box[int], Generic[T, K]):
    pass


print(Box[int], Box[int](5).get(), Box[int](5).__orig_class__, Box.__parameters__, Pair.__parameters__, Pair.__orig_bases__, Pair[str, int], Pair.__mro__[1].__name__)


def f(a: 'int', b: Optional['Box'] = None, *args: str, c: 'List[T]' = (), **kw: Annotated[float, 1]) -> None:
    pass


print(get_type_hints(f), get_type_hints(f, include_extras=True), get_type_hints(Box.get))


class Named(NamedTuple):
    x: int
    y: str = 'd'

    def show(self):
        return self.x, self.y


class Movie(TypedDict, total=False):
    name: Required[str]
    year: int


print(Named(1), Named._field_defaults, Named.__annotations__, Named(1).show(), NamedTuple('N', [('a', int)])(1), Movie(name='x', year=1), Movie.__required_keys__, sorted(Movie.__optional_keys__), Movie.__total__, TypedDict('D', {'a': int}).__annotations__, is_typeddict(Movie))


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None:
        ...


class Plain(Protocol):
    x: int


class Thing:
    def close(self):
        pass


UserId = NewType('UserId', int)
print(isinstance(Thing(), Closes), isinstance(5, Closes), issubclass(Thing, Closes), UserId(5), UserId, UserId.__supertype__, cast(int, 'x'), get_origin(5), NoReturn, TYPE_CHECKING, assert_type(5, int), reveal_type.__name__)
for call in (lambda: List[int, str], lambda: Union[()], lambda: Box[int, str], lambda: List[int](), lambda: isinstance([], List[int]), lambda: Any(), lambda: Union[int, str](), lambda: isinstance(1, Plain), lambda: Closes(), lambda: TypeVar('X', int), lambda: TypeVar('X', bound=int, covariant=True, contravariant=True), lambda: Literal(), lambda: Generic[int], lambda: Optional[int, str], lambda: Callable[int, str],
             lambda: cast(int), lambda: Named(), lambda: Named(1, 2, 3), lambda: class_of_any(), lambda: Tuple[int](), lambda: assert_never(5), lambda: isinstance(1, Optional[int]), lambda: isinstance(1, Union[int, List[int]]), lambda: Annotated[int], lambda: int[int], lambda: Movie(1), lambda: isinstance({}, Movie), lambda: get_type_hints(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


@overload
def g(x: int) -> int: ...


@overload
def g(x: str) -> str: ...


@final
@no_type_check
def g(x):
    return x


print(g(1), len(get_overloads(g)), g.__final__, clear_overloads(), get_overloads(g), typing.get_type_hints(g), isinstance({}, typing.Mapping), issubclass(list, typing.Sequence), isinstance(5, typing.Hashable), Sized.__name__ if hasattr(Sized, '__name__') else Sized, List.__name__, List[int].__origin__, Dict._name)

for other in (lambda: list), (lambda: dict), (lambda: Sized):
    try:
        class Mixed(NamedTuple, other()):
            a: int
    except TypeError as error:
        print(error)


class Boxed(NamedTuple, Generic[T]):
    content: T


print(Boxed(1), Boxed[int], Boxed.__new__.__annotations__)
