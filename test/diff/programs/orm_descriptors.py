# An object mapper with descriptors, a metaclass and a query builder over rows in memory.
import operator
import weakref
from collections import OrderedDict
from functools import reduce, total_ordering
from itertools import count


class ValidationError(ValueError):
    pass


class Field:
    kind = object
    _serial = count()

    def __init__(self, *, default=None, null=False, unique=False, check=None):
        self.default, self.null, self.unique, self.check = default, null, unique, check
        self.order = next(Field._serial)
        self.name = self.owner = None

    def __set_name__(self, owner, name):
        self.owner, self.name = owner, name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance._values.get(self.name, self.default)

    def __set__(self, instance, value):
        value = self.clean(value)
        old = instance._values.get(self.name)
        instance._values[self.name] = value
        if old != value:
            instance._dirty.add(self.name)

    def __delete__(self, instance):
        if not self.null:
            raise AttributeError(f"cannot delete {self!r}")
        instance._values.pop(self.name, None)

    def clean(self, value):
        if value is None:
            if not self.null:
                raise ValidationError(f"{self.name} must not be null")
            return None
        if not isinstance(value, self.kind):
            try:
                value = self.kind(value)
            except (TypeError, ValueError) as error:
                raise ValidationError(f"{self.name}: {error}") from error
        if self.check is not None and not self.check(value):
            raise ValidationError(f"{self.name}: {value!r} refused")
        return value

    def __repr__(self):
        return f"<{type(self).__name__} {self.owner.__name__ if self.owner else '?'}.{self.name}>"

    def _compare(op, symbol):
        def method(self, other):
            return Condition(f"{self.name} {symbol} {other!r}", lambda row: op(getattr(row, self.name), other))
        method.__name__ = f"__{op.__name__}__"
        return method

    __eq__ = _compare(operator.eq, "==")
    __ne__ = _compare(operator.ne, "!=")
    __lt__ = _compare(operator.lt, "<")
    __ge__ = _compare(operator.ge, ">=")
    __hash__ = object.__hash__
    del _compare

    def in_(self, values):
        values = frozenset(values)
        return Condition(f"{self.name} in {sorted(values)}", lambda row: getattr(row, self.name) in values)


class Integer(Field):
    kind = int


class Text(Field):
    kind = str

    def __init__(self, max_length=20, **options):
        super().__init__(**options)
        self.max_length = max_length

    def clean(self, value):
        value = super().clean(value)
        if value is not None and len(value) > self.max_length:
            raise ValidationError(f"{self.name} is longer than {self.max_length}: {value[:10]!r}...")
        return value


class Real(Field):
    kind = float


class Reference(Field):
    def __init__(self, model, related, **options):
        super().__init__(**options)
        self.model, self.related = model, related

    @property
    def kind(self):
        if isinstance(self.model, str):
            self.model = Model.registry[self.model]
        return self.model

    def __set_name__(self, owner, name):
        super().__set_name__(owner, name)
        Model.pending.append(self)


class Condition:
    def __init__(self, text, test):
        self.text, self.test = text, test

    def __and__(self, other):
        return Condition(f"({self.text} and {other.text})", lambda row: self.test(row) and other.test(row))

    def __or__(self, other):
        return Condition(f"({self.text} or {other.text})", lambda row: self.test(row) or other.test(row))

    def __invert__(self):
        return Condition(f"not {self.text}", lambda row: not self.test(row))

    def __bool__(self):
        raise TypeError(f"the truth of {self.text!r} is not known")


class Query:
    def __init__(self, model, conditions=(), order=(), limit=None):
        self.model, self.conditions, self.order, self.count_limit = model, conditions, order, limit

    def where(self, *conditions, **equal):
        more = tuple(getattr(self.model, name) == value for name, value in equal.items())
        return Query(self.model, self.conditions + conditions + more, self.order, self.count_limit)

    def order_by(self, *names):
        return Query(self.model, self.conditions, names, self.count_limit)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Query(self.model, self.conditions, self.order, index)
        return list(self)[index]

    def __iter__(self):
        rows = [row for row in self.model.rows.values() if all(c.test(row) for c in self.conditions)]
        for name in reversed(self.order):
            rows.sort(key=operator.attrgetter(name.lstrip("-")), reverse=name.startswith("-"))
        yield from rows[self.count_limit] if self.count_limit else rows

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        where = reduce(lambda a, b: a & b, self.conditions).text if self.conditions else "all"
        return f"<Query {self.model.__name__} where {where} order {self.order} limit {self.count_limit}>"

    def update(self, **values):
        changed = 0
        for changed, row in enumerate(self, 1):
            for name, value in values.items():
                setattr(row, name, value)
        return changed


class ModelMeta(type):
    @classmethod
    def __prepare__(meta, name, bases, **options):
        return OrderedDict()

    def __new__(meta, name, bases, namespace, table=None, **options):
        cls = super().__new__(meta, name, bases, dict(namespace), **options)
        inherited = reduce(lambda found, base: found | getattr(base, "fields", {}), reversed(bases), {})
        own = {key: value for key, value in namespace.items() if isinstance(value, Field)}
        cls.fields = dict(sorted((inherited | own).items(), key=lambda item: item[1].order))
        cls.table = table or name.lower() + "s"
        cls.rows = {}
        cls.serial = count(1)
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        if bases:
            Model.registry[name] = cls
            for field in [f for f in Model.pending if f.model in Model.registry]:
                Model.pending.remove(field)
                setattr(Model.registry[field.model], field.related, property(lambda self, f=field: f.owner.query.where(f == self)))

    @property
    def query(cls):
        return Query(cls)

    def __len__(cls):
        return len(cls.rows)

    def __contains__(cls, row):
        return getattr(row, "id", None) in cls.rows

    def __getitem__(cls, key):
        return cls.rows[key]

    def __bool__(cls):
        return True


@total_ordering
class Model(metaclass=ModelMeta):
    registry = weakref.WeakValueDictionary()
    pending = []

    def __init_subclass__(cls, abstract=False, **options):
        super().__init_subclass__(**options)
        cls.abstract = abstract

    def __init__(self, **values):
        if type(self).abstract:
            raise TypeError(f"{type(self).__name__} is abstract")
        self._values, self._dirty, self.id = {}, set(), None
        unknown = values.keys() - self.fields.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(unknown))}")
        for name, field in self.fields.items():
            value = values.get(name, field.default() if callable(field.default) else field.default)
            if value is not None or not field.null:
                setattr(self, name, value)

    def save(self):
        for name, field in self.fields.items():
            if field.unique and any(getattr(row, name) == getattr(self, name) and row is not self for row in self.rows.values()):
                raise ValidationError(f"{name} {getattr(self, name)!r} is taken")
        if self.id is None:
            self.id = next(type(self).serial)
        self.rows[self.id] = self
        changed, self._dirty = sorted(self._dirty), set()
        return changed

    def __eq__(self, other):
        return type(self) is type(other) and self.id == other.id if isinstance(other, Model) else NotImplemented

    def __lt__(self, other):
        return self.id < other.id

    def __hash__(self):
        return hash((type(self).__name__, self.id))

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in self._values.items() if not isinstance(value, Model))
        return f"{type(self).__name__}#{self.id}({shown})"


class Stamped(Model, abstract=True):
    stamp = Integer(default=iter(range(100, 200)).__next__)


class Author(Stamped, table="people"):
    name = Text(unique=True)
    born = Integer(null=True, check=lambda year: 1000 < year < 2100)


class Book(Stamped):
    title = Text(max_length=30)
    author = Reference("Author", "books")
    price = Real(default=9.5)


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except (ValidationError, TypeError, AttributeError, KeyError) as error:
        cause = f" <- {error.__cause__!r}" if error.__cause__ else ""
        print(f"  {type(error).__name__}: {error}{cause}")


ann = Author(name="Ann", born="1950")
bob = Author(name="Bob")
print(ann.save(), bob.save(), ann, bob, Author.table, Book.table, list(Author.fields), list(Book.fields))
for title, author, price in [("First", ann, 5), ("Second", ann, "7.25"), ("Third", bob, 3.5), ("Fourth", ann, 20)]:
    Book(title=title, author=author, price=price).save()
print(len(Author), len(Book), ann in Author, Book(title="x", author=bob) in Book, Book[2])
print([book.title for book in ann.books.order_by("-price")], len(bob.books))
query = Book.query.where((Book.price < 6) | (Book.title == "Second"), ~Book.title.in_(["Third"])).order_by("price", "title")
print(query, list(query))
print(query[:1], query[0], Book.query.order_by("-stamp")[1:3], [b.id for b in Book.query.order_by("-stamp")[1:3]])
print(query.update(price=1), [b.price for b in Book.query], sorted(Book.query, reverse=True)[0])
print(ann < bob, ann >= bob, ann == Author[1], ann != bob, {ann, Author[1]} == {ann}, max(Author.query))
attempt(Author, name="Ann", age=3)
attempt(Author(name="Ann").save)
attempt(Author, name=None)
attempt(Author, name="x" * 21)
attempt(Author, name="C", born="soon")
attempt(Author, name="C", born=10)
attempt(Book, title="No author", author="me")
attempt(Stamped)
attempt(lambda: bool(Book.price < 3))
attempt(lambda: Book[99])
attempt(delattr, ann, "name")
attempt(lambda: ann < 3)
attempt(getattr, Author, "nothing")
del ann.born
print(ann, ann.born, Author.born, ann._dirty, Author.query.where(born=None))
print(sorted(Model.registry), Model.pending, Author.__mro__[1:], type(Author).__name__, Field.__eq__.__name__)
