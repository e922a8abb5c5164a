"""Descriptors as fields of models: validation, defaults, relations kept by weak references, queries built by operators."""

import operator
import re
import weakref
from itertools import count


class ValidationError(ValueError):
    def __init__(self, field, value, reason):
        super().__init__(field, value, reason)
        self.field, self.value, self.reason = field, value, reason

    def __str__(self):
        return f"{self.field.owner.__name__}.{self.field.name}: {self.value!r} {self.reason}"


class Expression:
    def __init__(self, op, left, right=None):
        self.op, self.left, self.right = op, left, right

    def __and__(self, other):
        return Expression("and", self, other)

    def __or__(self, other):
        return Expression("or", self, other)

    def __invert__(self):
        return Expression("not", self)

    def __call__(self, row):
        match self:
            case Expression(op="and", left=a, right=b):
                return a(row) and b(row)
            case Expression(op="or", left=a, right=b):
                return a(row) or b(row)
            case Expression(op="not", left=a):
                return not a(row)
            case Expression(op="in", left=field, right=values):
                return getattr(row, field.name) in values
            case Expression(op="like", left=field, right=pattern):
                return re.fullmatch(pattern.replace("%", ".*"), getattr(row, field.name)) is not None
            case Expression(op=op, left=field, right=value):
                return getattr(operator, op)(getattr(row, field.name), value)

    def __str__(self):
        match self.op:
            case "and" | "or" as word:
                return f"({self.left} {word.upper()} {self.right})"
            case "not":
                return f"NOT {self.left}"
            case _:
                symbols = {"eq": "=", "ne": "<>", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
                return f"{self.left.name} {symbols.get(self.op, self.op.upper())} {self.right!r}"

    def __bool__(self):
        raise TypeError("use & and | on expressions, not and/or")


class Field:
    __slots__ = ("name", "owner", "default", "null", "checks", "serial", "__weakref__")
    serials = count()
    kind = object

    def __init__(self, default=None, *, null=False, checks=()):
        self.default, self.null, self.checks = default, null, tuple(checks)
        self.serial = next(Field.serials)

    def __set_name__(self, owner, name):
        self.owner, self.name = owner, name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        try:
            return instance.__dict__["_" + self.name]
        except KeyError:
            value = self.default() if callable(self.default) else self.default
            return instance.__dict__.setdefault("_" + self.name, value)

    def __set__(self, instance, value):
        if value is None:
            if not self.null:
                raise ValidationError(self, value, "must not be null")
        else:
            value = self.convert(value)
            for check in self.checks:
                if not check(value):
                    raise ValidationError(self, value, f"fails {check.__name__}")
        instance.__dict__["_" + self.name] = value
        instance.dirty.add(self.name)

    def __delete__(self, instance):
        if instance.__dict__.pop("_" + self.name, None) is None:
            raise AttributeError(self.name)

    def convert(self, value):
        if not isinstance(value, self.kind):
            raise ValidationError(self, value, f"is no {self.kind.__name__}")
        return value

    def compare(op):
        def method(self, other):
            return Expression(op, self, other)
        method.__name__ = f"__{op}__"
        return method

    for _op in ("eq", "ne", "lt", "le", "gt", "ge"):
        locals()[f"__{_op}__"] = compare(_op)
    del compare, _op
    __hash__ = object.__hash__

    def isin(self, values):
        return Expression("in", self, tuple(values))

    def __repr__(self):
        return f"<{type(self).__name__} {self.owner.__name__}.{self.name}>"


class Integer(Field):
    kind = int

    def convert(self, value):
        if isinstance(value, str) and value.strip().lstrip("-").isdigit():
            return int(value)
        return super().convert(value)


class Text(Field):
    kind = str

    def like(self, pattern):
        return Expression("like", self, pattern)


class Reference(Field):
    def __init__(self, target, related):
        super().__init__(null=True)
        self.target, self.related = target, related

    __slots__ = ("target", "related")

    def convert(self, value):
        target = Model.models[self.target]
        if not isinstance(value, target):
            raise ValidationError(self, value, f"is no {self.target}")
        getattr(value, self.related).add(self.owner_instance(value))
        return weakref.ref(value)

    def owner_instance(self, value):
        return self.current

    def __set__(self, instance, value):
        type(self).current = instance
        try:
            super().__set__(instance, value)
        finally:
            del type(self).current

    def __get__(self, instance, owner=None):
        reference = super().__get__(instance, owner)
        return reference if instance is None or reference is None else reference()


class Many:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.setdefault(self.name, weakref.WeakSet())


class Model:
    models = {}

    def __init_subclass__(cls, /, table=None, **rest):
        super().__init_subclass__(**rest)
        cls.table = table or cls.__name__.lower() + "s"
        cls.fields = sorted((v for k in cls.__mro__ for v in vars(k).values() if isinstance(v, Field)), key=lambda f: f.serial)
        cls.rows = []
        Model.models[cls.__name__] = cls

    def __init__(self, **values):
        self.dirty = set()
        for name, value in values.items():
            if name not in {f.name for f in self.fields}:
                raise AttributeError(f"{type(self).__name__} has no field {name!r}", name=name, obj=self)
            setattr(self, name, value)
        self.rows.append(self)

    @classmethod
    def select(cls, where=None, *, order=None, limit=None):
        rows = (row for row in cls.rows if where is None or where(row))
        if order is not None:
            names = [o.lstrip("-") for o in order]
            rows = list(rows)
            for o, name in reversed(list(zip(order, names))):
                rows.sort(key=operator.attrgetter(name), reverse=o.startswith("-"))
        for n, row in enumerate(rows):
            if limit is not None and n >= limit:
                return "cut"
            yield row
        return "all"

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{f.name}={getattr(self, f.name)!r}' for f in self.fields if not isinstance(f, Reference))})"


def positive(n):
    return n > 0


class Author(Model):
    name = Text(checks=[str.istitle])
    born = Integer(1900, checks=[positive])
    books = Many()


class Book(Model, table="library"):
    title = Text("untitled", checks=[len])
    pages = Integer(lambda: 100)
    author = Reference("Author", "books")


ann, bob = Author(name="Ann", born="1950"), Author(name="Bob")
for n, who in enumerate([ann, bob, ann, None, ann]):
    Book(title=f"Title {n}", pages=(n * 37) % 90 + 1, author=who)
print(ann, bob, [f.name for f in Book.fields], Book.table, Author.table)
print(sorted(b.title for b in ann.books), len(bob.books))
query = (Book.pages > 20) & ~(Book.title == "Title 2") | Book.title.like("%0")
print(query)
print(list(Book.select(query)))
print(list(Book.select(Book.pages.isin(range(0, 50)), order=["-pages", "title"], limit=2)))


def drain(generator):
    result = yield from generator
    yield result


print([r if isinstance(r, str) else r.title for r in drain(Book.select(limit=1))])
for broken in (
    lambda: Author(name="lower"),
    lambda: Author(name=None),
    lambda: Author(name="Ok", born=-3),
    lambda: Author(nme="x"),
    lambda: setattr(bob, "born", 1.5),
    lambda: bool(Book.pages == 3),
    lambda: delattr(bob, "born") or delattr(bob, "born"),
):
    try:
        broken()
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error, error.args[1:] if isinstance(error, ValidationError) else "")
print(bob.born, sorted(bob.dirty))
del ann
Author.rows.clear()
print([b.author and b.author.name for b in Book.rows])
print(Book.pages, Field.__dict__["__eq__"].__name__, hash(Book.pages) == hash(Book.pages), Book.author.__class__.__mro__[1].__name__)
Author(name="Zed").name = 12
