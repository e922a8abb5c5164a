"""What isinstance and issubclass say of protocols: with and without @runtime_checkable, with members that are no methods,
with registered classes, inside of the checks of other abstract classes; what protocols can be derived from."""
import abc
import collections.abc
import typing
from typing import Generic, Protocol, TypeVar, runtime_checkable

T = TypeVar('T')


def told(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


@runtime_checkable
class Closing(Protocol):
    def close(self) -> None: ...


@runtime_checkable
class Named(Protocol):
    name: str

    def rename(self, name): ...


class Unchecked(Protocol[T]):
    def get(self) -> T: ...


@runtime_checkable
class Both(Closing, Named, Protocol):
    @property
    def ready(self) -> bool: ...


class Concrete(Closing):
    def __init__(self):
        self.name = 'n'

    def rename(self, name):
        pass


class Structural:
    close = rename = get = ready = lambda self: None
    name = 'class'


class Blocked:
    close = None


class Inherits(Unchecked[int]):
    pass


for protocol in (Closing, Named, Unchecked, Both):
    for cls in (Concrete, Structural, Blocked, int, Inherits):
        told(lambda: (protocol.__name__, cls.__name__, isinstance(cls(), protocol)))
        told(lambda: (protocol.__name__, cls.__name__, issubclass(cls, protocol)))
    told(lambda: protocol())
    told(lambda: protocol(1))
for make in (lambda: Concrete(1), lambda: type(Inherits()).__name__, lambda: Inherits(5), lambda: issubclass(5, Closing), lambda: Named.register(Blocked), lambda: isinstance(Blocked(), Named), lambda: Unchecked.register(int), lambda: issubclass(int, Unchecked),
             lambda: type('Bad', (Protocol, Concrete), {}), lambda: type(Closing)('Bad', (Concrete, Protocol), {}), lambda: runtime_checkable(Concrete), lambda: runtime_checkable(int), lambda: isinstance([], (Closing, list)),
             lambda: isinstance(3, typing.SupportsInt), lambda: issubclass(float, typing.SupportsRound), lambda: isinstance(3, collections.abc.Sized), lambda: Concrete._is_protocol, lambda: Both._is_protocol):
    told(make)


class Sizes(collections.abc.Sized, Protocol):
    def extra(self): ...


class Mixed(Protocol, Generic[T]):
    pass


class Above(abc.ABC):
    pass


try:
    class BelowAbove(Above, Protocol):
        pass
except TypeError as error:
    print(error)
print(Sizes._is_protocol, Mixed.__parameters__)
