# An inventory of dataclasses: inheritance with keyword-only fields, post-init, frozen keys, ordering, converting to dicts and back, slots, matching.
import dataclasses
from collections import Counter
from dataclasses import KW_ONLY, MISSING, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar, List, Optional


@dataclass(order=True, frozen=True)
class Sku:
    vendor: str
    number: int = field(compare=True)
    note: str = field(default='', compare=False, repr=False)

    @classmethod
    def parse(cls, text):
        vendor, _, number = text.partition('-')
        return cls(vendor, int(number))


@dataclass
class Item:
    sku: Sku
    count: int = 0
    _: KW_ONLY
    price: float = 0.0
    tags: List[str] = field(default_factory=list)
    total: float = field(init=False)
    discount: InitVar[Optional[float]] = None
    made: ClassVar[int] = 0

    def __post_init__(self, discount):
        Item.made += 1
        self.price *= 1 - (discount or 0)
        self.total = round(self.count * self.price, 2)


@dataclass(kw_only=True)
class Perishable(Item):
    days: int
    sku: Sku = Sku('none', 0)

    def __post_init__(self, discount):
        super().__post_init__(0.5 if self.days < 3 else discount)


@dataclass
class Stock:
    items: dict[Sku, Item] = field(default_factory=dict)
    log: list = field(default_factory=list, repr=False, hash=False, compare=False, metadata={'private': True})

    def add(self, item):
        self.items[item.sku] = item
        self.log.append(item)
        return self


nails, milk = Item(Sku.parse('acme-12'), 100, price=0.05), Perishable(sku=Sku('farm', 3), count=10, price=1.2, days=2, tags=['cold'])
stock = Stock().add(nails).add(milk)
print(nails, milk, stock, Item.made, sep='\n')
print(sorted([Sku('b', 1), Sku('a', 9), Sku('a', 2, 'x')]), Sku('a', 1, 'x') == Sku('a', 1), hash(Sku('a', 1)) == hash(Sku('a', 1, 'y')), Sku('a', 1) < Sku('a', 2), max(stock.items), stock == Stock(dict(stock.items)), nails != milk)
print(asdict(milk)['sku'], astuple(milk), asdict(nails, dict_factory=lambda pairs: [key for key, _ in pairs]), replace(nails, count=1).total, replace(nails.sku, number=13), [(f.name, f.init, f.kw_only, f.default is MISSING) for f in fields(Perishable)], [f.name for f in fields(Stock) if f.metadata.get('private')], Perishable.__match_args__)


def build(cls, data):
    if not is_dataclass(cls):
        return data
    kinds = {f.name: f.type for f in fields(cls) if f.init}
    return cls(**{name: build(kinds[name], value) for name, value in data.items() if name in kinds})


data = asdict(nails)
print(data, build(Item, data) == nails, build(Item, {'sku': {'vendor': 'v', 'number': 1}, 'unknown': 5}))


def describe(thing):
    match thing:
        case Sku(vendor, 0 | 3):
            return f'special of {vendor}'
        case Perishable(days=days, count=count) if days < 5:
            return f'{count} soon gone'
        case Item(Sku(vendor), count):
            return f'{count} of {vendor}'
    return 'unknown'


print([describe(thing) for thing in (milk, nails, milk.sku, nails.sku, 5)])


@dataclass(slots=True, eq=False, repr=False)
class Cell:
    value: int
    next: Optional['Cell'] = None

    def __iter__(self):
        while self:
            yield self.value
            self = self.next


chain = Cell(1, Cell(2, Cell(3)))
print(list(chain), Cell.__slots__, hasattr(chain, '__dict__'), chain == Cell(1), Cell.__eq__ is object.__eq__)
Made = make_dataclass('Made', ['a', ('b', int), ('c', str, field(default='z', repr=False))], frozen=True, namespace={'twice': lambda self: (self.a, self.a)})
print(Made(1, 2), Made(1, 2).twice(), Made.__annotations__, fields(Made)[2].default, Made(1, 2) == Made(1, 2, 'z'), {Made(1, 2): 1}[Made(1, 2)])


@dataclass(init=False, unsafe_hash=True)
class Manual:
    x: int = 1
    y: list = field(default_factory=list, hash=False)

    def __init__(self, *values):
        self.x = sum(values)


manual = Manual(1, 2)
print(manual.x, hasattr(manual, 'y'), hash(Manual(3)) == hash(manual), Manual.x)
Counter_of = Counter(type(f.default_factory).__name__ for cls in (Item, Stock, Manual) for f in fields(cls))
print(sorted(Counter_of.items()))


def bad(source):
    try:
        return source()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def order_of_defaults():
    @dataclass
    class Wrong:
        a: int = 1
        b: int


def mutable_default():
    @dataclass
    class Wrong:
        a: list = []


def thaw():
    @dataclass
    class Wrong(Sku):
        c: int = 1


def twice_ordered():
    @dataclass(order=True)
    class Wrong:
        a: int

        def __lt__(self, other):
            return True


def both_factories():
    return field(default=1, default_factory=list)


for source in (order_of_defaults, mutable_default, thaw, twice_ordered, both_factories, lambda: dataclass(order=True, eq=False)(type('X', (), {})), lambda: setattr(nails.sku, 'number', 5), lambda: delattr(nails.sku, 'number'), lambda: Item(), lambda: Item(1, 2, 3), lambda: Perishable(), lambda: Perishable(1), lambda: replace(nails, total=5), lambda: replace(milk, days=1), lambda: fields(5), lambda: asdict(5), lambda: astuple(Item), lambda: replace(5), lambda: nails < milk, lambda: hash(nails), lambda: Sku('a', 1) < 5, lambda: make_dataclass('X', ['1a']), lambda: make_dataclass('X', ['class']), lambda: make_dataclass('X', ['a', 'a']), lambda: make_dataclass('X', [5]), lambda: setattr(chain, 'other', 1), lambda: is_dataclass(Item) and not is_dataclass(5)):
    print(bad(source))
print(issubclass(FrozenInstanceError, AttributeError), repr(MISSING).split(' object')[0], dataclasses.field().__class__.__name__)
