"""The methods that dataclass makes are functions with the signature, attributes and tracebacks of written ones."""

import copy
import inspect
import pickle
import traceback
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields, replace

made = []


def factory(name):
    def make():
        made.append(name)
        return [name]
    return make


@dataclass
class Point:
    x: int
    y: int = 2
    tags: list = field(default_factory=factory("tags"))


@dataclass
class Order:
    first: list = field(default_factory=factory("first"), init=False)
    given: int = 0
    second: list = field(default_factory=factory("second"))
    scale: InitVar[int] = 3
    kept: int = field(default=7, init=False)
    _: KW_ONLY
    name: str = "n"
    other: list = field(default_factory=factory("other"), kw_only=True)
    needed: int

    def __post_init__(self, scale):
        if scale < 0:
            raise ValueError(f"scale {scale}")
        self.given *= scale


@dataclass(frozen=True, order=True, slots=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False)
    mark: int = field(default=5, init=False, repr=False)


@dataclass(unsafe_hash=True)
class Base:
    self: int
    b: float = 1.5


@dataclass
class Derived(Base):
    c: str = "c"
    self: int = 9


@dataclass(eq=False, repr=False)
class Plain:
    a: int


@dataclass
class Checked:
    value: int

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        if isinstance(value, property):
            value = -1
        if value == 0:
            raise ValueError("zero")
        self._value = value


def signatures():
    for cls in (Point, Order, Version, Base, Derived, Plain, Checked):
        init = cls.__init__
        print(cls.__name__, str(inspect.signature(init)).replace(repr(Checked.__dict__["value"]), "PROPERTY"))
        print(init.__name__, init.__qualname__, init.__module__, init.__code__.co_argcount, init.__code__.co_varnames[:3],
              init.__code__.co_kwonlyargcount, list(init.__annotations__), init.__doc__)
        if cls is not Checked:
            print(init.__defaults__, init.__kwdefaults__, init.__globals__ is globals())
    print(inspect.signature(Point), inspect.signature(Point.__eq__), inspect.signature(Version.__lt__),
          inspect.signature(Version.__hash__), Version.__lt__.__qualname__, Version.__hash__.__name__)


def calls():
    print(Point(1), Point(1, 3), Point(y=5, x=4), Point(1, tags=[]), made)
    made.clear()
    print(Order(needed=1), made)
    made.clear()
    print(Order(2, [1], 4, needed=0, other=[], name="m"), made, vars(Order(needed=1)))
    print(Version(1), Version(1, 2, "x").mark, Derived(), Derived(1, 2, 3), Checked(4).value, Checked().value)
    for wrong in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: Point(1, z=1), lambda: Point(1, x=2),
                  lambda: Order(), lambda: Order(1, 2, 3, 4, needed=1), lambda: Version(), lambda: Version(1, 2, 3, 4),
                  lambda: Plain(), lambda: Base()):
        try:
            wrong()
        except TypeError as error:
            print(error)


def failures():
    def fail():
        raise KeyError("factory")

    @dataclass
    class Failing:
        a: int
        b: int = field(default_factory=fail)
    for wrong in (lambda: Order(needed=1, scale=-1), lambda: Failing(1), lambda: Checked(0),
                  lambda: Version(1) < Version("a"), lambda: hash(Base([])), lambda: Version(1) < 3):
        try:
            wrong()
        except (KeyError, ValueError, TypeError) as error:
            lines = traceback.format_exception(error)
            print("".join(line for line in lines if "<lambda>" not in line))
    version = Version(1)
    for wrong in (lambda: setattr(version, "major", 2), lambda: delattr(version, "major")):
        try:
            wrong()
        except AttributeError as error:
            print(type(error).__name__, error)


def comparisons():
    print(Version(1, 2) < Version(1, 3), Version(2) >= Version(1, 9), Version(1, 0, "a") == Version(1, 0, "b"),
          sorted([Version(3), Version(1, 5), Version(1)]), Version(1) == (1, 0), Version(1) != Version(2))
    nan = float("nan")
    print(Point(nan) == Point(nan), Base(nan) == Base(float("nan")), Base(1) == Derived(1), Plain(1) == Plain(1))
    print(hash(Version(1, 2)) == hash((1, 2)), hash(Base(1)) == hash((1, 1.5)), {Version(1): 1}[Version(1)])
    print(Point.__hash__, Derived.__eq__ is Base.__eq__, Version(1).__lt__(3), Version(1).__eq__(None))

    class Sub(Version):
        __slots__ = ()
    print(Sub(1) == Version(1), Sub(1) == Sub(1), Sub(1))


def copies():
    point = Point(1, 2, ["t"])
    print(copy.copy(point), copy.deepcopy(point) == point, pickle.loads(pickle.dumps(point)), replace(point, y=9))
    version = Version(1, 2, "n")
    print(copy.copy(version), pickle.loads(pickle.dumps(version)), replace(version, minor=4), fields(version)[1].default)
    many = [Point(i, -i, None) for i in range(1000)]
    print(sum(p.x - p.y for p in many), many[7])


def changed():
    class Tracer:
        def __setattr__(self, name, value):
            made.append(name)
            object.__setattr__(self, name, value)

    @dataclass
    class Traced(Tracer):
        a: int
        b: int = 1
    made.clear()
    Traced(1)
    print(made)
    made.clear()
    Point.__setattr__ = lambda self, name, value: (made.append((name, value)), object.__setattr__(self, name, value))
    Point(8, 9, 10)
    del Point.__setattr__
    Point(1, 2, 3)
    print(made)


if __name__ == "__main__":
    signatures()
    calls()
    failures()
    comparisons()
    copies()
    changed()
