"""typing at run time: aliases, generics, NamedTuple, TypedDict, Protocol, get_type_hints, cast, overload, reprs."""

import typing
from typing import Annotated, Any, Callable, ClassVar, Dict, Final, Generic, List, Literal, NamedTuple, NewType, Optional, Protocol, Tuple, TypedDict, TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable

T = TypeVar("T")
K = TypeVar("K", bound=int)
V = TypeVar("V", str, bytes)


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


class Pair(Generic[T, K]):
    pass


class Employee(NamedTuple):
    """An employee."""
    name: str
    id: int = 3

    def label(self) -> str:
        return f"{self.name}#{self.id}"


class Movie(TypedDict, total=False):
    title: str
    year: int


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None:
        ...


class File:
    def close(self):
        pass


UserId = NewType("UserId", int)


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


def hints(a: int, b: "Optional[str]" = None, *args: List[int], **kw: Dict[str, Any]) -> Union[int, None]:
    pass


print(Stack[int], Stack[int]().push(1).items, Stack().push("x").items, Pair[int, str], List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Union[int], Callable[[int], str], Callable[..., Any], Tuple[int, ...], Literal["a", 1], Annotated[int, "meta"], ClassVar[int], Final[str], list[int], dict[str, list[int]], int | None, tuple[int, ...], type[int])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Optional[int]), get_args(Optional[int]), get_args(Callable[[int, str], bool]), get_origin(list[int]), get_args(list[int]), get_origin(int), get_args(int), get_args(Literal[1, "x"]), get_origin(int | str))
print(Employee("a"), Employee("a", 5).label(), Employee._fields, Employee.__doc__, Employee.__annotations__, Movie(title="x"), Movie.__annotations__, Movie.__total__, isinstance(File(), Closable), isinstance(5, Closable), UserId(5) + 1, UserId.__name__, f(3), cast(str, 5), T, K, V, T.__name__, K.__bound__, V.__constraints__)
print(get_type_hints(hints), hints.__annotations__, Any, typing.TYPE_CHECKING, typing.Iterable[int], typing.Awaitable[str], Union[int, str] == Union[str, int], Optional[int] == Union[int, None], hash(List[int]) == hash(List[int]), Stack[int] == Stack[int], Stack[int].__origin__ is Stack, Stack[int].__args__, Stack.__parameters__, Stack[T][int])
for bad in (lambda: Stack[int, str], lambda: Optional[int, str], lambda: Union[()], lambda: List[int, str], lambda: Stack[5] if False else List[5], lambda: isinstance(5, List[int]), lambda: isinstance(5, Stack[int]), lambda: Any(), lambda: T(), lambda: Union[int, str](), lambda: Literal["a"](), lambda: Closable(), lambda: Generic[int], lambda: issubclass(int, Movie), lambda: TypeVar("X", int), lambda: Callable[int], lambda: Employee(), lambda: list[int](5), lambda: int[str], lambda: Final[int, str], lambda: issubclass(int, Closable)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Shape(Protocol):
    sides: int

    def area(self) -> float:
        return 1.0


class Square(Shape):
    sides = 4


print(Square().area(), Square.sides, isinstance(Square(), Shape) if False else "explicit subclass", typing.get_type_hints(Employee), typing.no_type_check(f) is f, typing.assert_type(5, int), typing.NamedTuple("N", [("a", int)])(1))
