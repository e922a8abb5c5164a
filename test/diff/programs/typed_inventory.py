"""Generic classes, protocols, overloads and typed dictionaries as a stranger uses them at run time: a small inventory."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, ClassVar, Generic, NamedTuple, Protocol, TypedDict, TypeVar, overload, runtime_checkable

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T", bound="Priced")


@runtime_checkable
class Priced(Protocol):
    price: int

    @abstractmethod
    def total(self, count: int = 1) -> int: ...


class Options(TypedDict, total=False):
    currency: str
    rounding: int


class Line(NamedTuple):
    item: Item
    count: int = 1

    @property
    def sum(self) -> int:
        return self.item.total(self.count)


@dataclass(order=True)
class Item:
    name: str = field(compare=False)
    price: int
    tags: set[str] = field(default_factory=set, compare=False, repr=False)
    created: ClassVar[int] = 0

    def __post_init__(self) -> None:
        if self.price < 0:
            raise ValueError(f"price of {self.name} is negative")
        type(self).created += 1

    def total(self, count: int = 1) -> int:
        return self.price * count


@dataclass
class Discounted(Item):
    percent: int = 10

    def total(self, count: int = 1) -> int:
        return super().total(count) * (100 - self.percent) // 100


class Registry(Generic[K, V]):
    def __init__(self, key: Callable[[V], K]) -> None:
        self._items: dict[K, V] = {}
        self._key = key

    def add(self, *values: V) -> Registry[K, V]:
        for value in values:
            self._items[self._key(value)] = value
        return self

    @overload
    def get(self, key: K) -> V: ...
    @overload
    def get(self, key: K, default: V) -> V: ...

    def get(self, key, default=None):
        return self._items.get(key, default)

    def __iter__(self) -> Iterator[V]:
        yield from self._items.values()

    def __len__(self) -> int:
        return len(self._items)

    def select(self, **criteria: Any) -> Registry[K, V]:
        return Registry(self._key).add(*(v for v in self if all(getattr(v, k) == want for k, want in criteria.items())))


class Inventory(Registry[str, Item]):
    def __init__(self, options: Options | None = None) -> None:
        super().__init__(lambda item: item.name)
        self.options: Options = {"currency": "EUR", **(options or {})}

    def bill(self, lines: Iterable[Line | tuple[str, int]]) -> str:
        out, total = [], 0
        for line in lines:
            match line:
                case Line(item=item, count=count):
                    pass
                case (str(name), int(count)) if item := self.get(name):
                    line = Line(item, count)
                case (name, _):
                    out.append(f"{name:<12}{'unknown':>10}")
                    continue
            total += line.sum
            out.append(f"{item.name:<12}{count:>3} x {item.price / 100:>7.2f} = {line.sum / 100:>8.2f}")
        out.append(f"{'total':<12}{total / 100:>24.2f} {self.options['currency']}")
        return "\n".join(out)


def cheapest(items: Iterable[T]) -> T | None:
    return min(items, key=lambda item: item.total(), default=None)


pen, book, lamp = Item("pen", 150, {"office"}), Item("book", 2495), Discounted("lamp", 4999, {"home"}, 25)
inventory = Inventory({"rounding": 2}).add(pen, book, lamp)
print(inventory.bill([Line(pen, 10), ("book", 2), ("lamp", 1), ("ghost", 4), Line(lamp)]))
print(pen, lamp, pen < book, sorted([book, pen])[0].name, Item.created, Discounted.created, max([book, pen]).name)
print(isinstance(pen, Priced), isinstance(5, Priced), issubclass(Item, object), cheapest(inventory).name, cheapest([]))
print([f.name for f in fields(Discounted)], asdict(replace(pen, price=5, tags={"x"})), len(inventory.select(price=150)), inventory.get("nothing"), inventory.get("nothing", pen) is pen)
print(Item.__annotations__, Line.__annotations__, Options.__annotations__, Inventory.bill.__annotations__["lines"], cheapest.__annotations__)
print(Line._fields, Line._field_defaults, Line(pen)._replace(count=3).sum, Options.__total__, Options(currency="x"), Inventory.__orig_bases__, Registry.__parameters__)
print(Registry[int, str], Inventory.__mro__[1].__name__, Registry[int, str](len).add("abc", "de").get(2))
for action in (lambda: Item("bad", -1), lambda: Item(), lambda: Priced(), lambda: Registry[int], lambda: Registry[int, str, float], lambda: T("x"), lambda: pen < 5, lambda: Line(), lambda: Discounted("x"), lambda: replace(pen, nope=1), lambda: Item.total()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
