"""Metaclasses, __slots__ and descriptors together: a small typed-record library."""

from functools import partial


class Field:
    order = 0

    def __init__(self, kind=object, *, default=..., check=None):
        self.kind, self.default, self.check = kind, default, check
        Field.order += 1
        self.number = Field.order

    def __set_name__(self, owner, name):
        self.public, self.private = name, "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        try:
            return getattr(instance, self.private)
        except AttributeError:
            if self.default is ...:
                raise AttributeError(f"{self.public} is not set") from None
            return self.default() if callable(self.default) else self.default

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.public}: {type(value).__name__} instead of {self.kind.__name__}")
        if self.check and not self.check(value):
            raise ValueError(f"{self.public}: {value!r} refused")
        setattr(instance, self.private, value)

    def __delete__(self, instance):
        delattr(instance, self.private)

    def __repr__(self):
        return f"<Field {self.public}>"


class RecordMeta(type):
    registry = {}

    def __new__(mcs, name, bases, namespace, abstract=False, **options):
        fields = {key: value for key, value in namespace.items() if isinstance(value, Field)}
        namespace["__slots__"] = tuple("_" + key for key in fields)
        cls = super().__new__(mcs, name, bases, namespace)
        inherited = {key: value for base in reversed(cls.__mro__[1:]) for key, value in getattr(base, "__fields__", {}).items()}
        cls.__fields__ = dict(sorted((inherited | fields).items(), key=lambda item: item[1].number))
        cls.__match_args__ = tuple(cls.__fields__)
        if not abstract:
            mcs.registry[name] = cls
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        cls.options = options

    def __call__(cls, *args, **keywords):
        if len(args) > len(cls.__fields__):
            raise TypeError(f"{cls.__name__} has {len(cls.__fields__)} fields, {len(args)} given")
        instance = cls.__new__(cls)
        for name, value in {**dict(zip(cls.__fields__, args)), **keywords}.items():
            if name not in cls.__fields__:
                raise TypeError(f"{cls.__name__} has no field {name}")
            setattr(instance, name, value)
        return instance

    def __len__(cls):
        return len(cls.__fields__)

    def __iter__(cls):
        return iter(cls.__fields__)

    def __contains__(cls, name):
        return name in cls.__fields__

    def __getitem__(cls, name):
        return cls.__fields__[name]

    def __or__(cls, other):
        return RecordMeta(f"{cls.__name__}Or{other.__name__}", (cls, other), {}, abstract=True)

    def __repr__(cls):
        return f"<record {cls.__name__}({', '.join(cls)})>"

    def __bool__(cls):
        return True


class Record(metaclass=RecordMeta, abstract=True):
    def __eq__(self, other):
        return type(self) is type(other) and tuple(self) == tuple(other)

    def __hash__(self):
        return hash(tuple(self))

    def __iter__(self):
        return (getattr(self, name) for name in type(self))

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={v!r}' for n, v in zip(type(self), self))})"

    def _replace(self, **changes):
        return type(self)(**{**dict(zip(type(self), self)), **changes})


class Named(Record, abstract=True):
    name = Field(str, check=str.isidentifier)


class Account(Named, table="accounts"):
    balance = Field(int, default=0)
    tags = Field(list, default=list)
    limit = Field(int, default=partial(int, "100"))


class Savings(Account):
    rate = Field(float, default=0.5)


account = Account("bob", 5)
print(account, Account, len(Account), list(Savings), "rate" in Savings, "rate" in Account, Account["balance"], Account.options, Savings.options)
print(RecordMeta.registry)
print(account == Account("bob", balance=5, tags=[], limit=100), account._replace(name="al", balance=7))
savings = Savings("eve", rate=2.5)
print(savings, hasattr(savings, "__dict__"), Savings.__slots__, Account.__slots__)
for action in (lambda: Account(5), lambda: Account("not ok"), lambda: Account("a", 1, [], 2, 3), lambda: Account(nam="x"), lambda: setattr(account, "balance", "5"), lambda: setattr(account, "other", 1), lambda: Account().name, lambda: Account["nope"], lambda: savings._rates):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
del account.balance
print(account.balance)
try:
    del account.balance
except AttributeError as error:
    print(error)
match savings:
    case Savings(name, balance, rate=rate) if rate > 1:
        print("matched", name, balance, rate)
print(account.tags is account.tags, {Account("x", 1, (t := [])): 1} if False else "unhashable list skipped")


class Point2(Record):
    x = Field(int, default=0)
    y = Field(int, default=0)


print({Point2(1, 2): "a"}[Point2(1, 2)], hash(Point2()) == hash((0, 0)), [*Point2(3)], Point2 in {Point2}, bool(Point2), isinstance(Point2(), Record), type(Point2).__name__)


class Ratio(Record):
    __slots__ = ("ignored by the metaclass",)
    numerator = Field((int, float).__class__ and int)


print(Ratio.__slots__, Ratio(3))
mixed = (lambda: Named | Account)
try:
    print(mixed())
except TypeError as error:
    print(type(error).__name__)
