"""isinstance and issubclass: tuples, unions, hooks, ABC registration, virtual subclasses, errors."""

from abc import ABC, ABCMeta, abstractmethod
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, MutableSequence, Sequence, Sized


class Meta(type):
    def __instancecheck__(cls, instance):
        print("  instancecheck", instance)
        return instance in ("yes", 1)

    def __subclasscheck__(cls, sub):
        print("  subclasscheck", sub)
        return sub is str


class Magic(metaclass=Meta):
    pass


print(isinstance("yes", Magic), isinstance("no", Magic), isinstance(Magic(), Magic), issubclass(str, Magic), issubclass(int, (float, Magic)), isinstance(1, (str, Magic)))
print(isinstance(5, int | str), isinstance(5, (str, (list, int))), issubclass(bool, int | None), isinstance(None, int | None), isinstance(True, int), isinstance(5, object), issubclass(int, int))


class Shape(ABC):
    @abstractmethod
    def area(self):
        ...

    @property
    @abstractmethod
    def name(self):
        ...

    @classmethod
    def __subclasshook__(cls, sub):
        return True if hasattr(sub, "quacks") else NotImplemented


class Duck:
    quacks = True


@Shape.register
class Registered:
    pass


class Square(Shape):
    name = "square"

    def area(self):
        return 4


print(issubclass(Duck, Shape), isinstance(Duck(), Shape), issubclass(Registered, Shape), isinstance(Square(), Shape), issubclass(int, Shape), Shape.__abstractmethods__ == {"area", "name"}, Square().area())


class Partial(Shape):
    name = "partial"


class None_(Shape):
    pass


for case in (Shape, Partial, None_, lambda: isinstance(1, 5), lambda: isinstance(1, "int"), lambda: isinstance(1, (int, "x")), lambda: isinstance("a", (int, "x")), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1), lambda: issubclass(int, list[int]), lambda: isinstance([], list[int]), lambda: isinstance(1, int | list[int]), lambda: Shape.register(5), lambda: isinstance(1, [int])):
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
objects = [[], (), {}, set(), "", b"", 5, len, range(3), iter([]), (x for x in ()), {}.keys(), object(), int]
for o in objects:
    print(type(o).__name__, [abc.__name__ for abc in (Callable, Container, Hashable, Iterable, Iterator, Mapping, MutableSequence, Sequence, Sized) if isinstance(o, abc)])
print(isinstance(Meta, type), isinstance(type, type), isinstance(type, object), issubclass(type, object), isinstance(Shape, ABCMeta))


class StandsForClass:
    """An object with __bases__ counts as a class."""

    def __init__(self, bases):
        self.__bases__ = bases

    def __repr__(self):
        return "StandsForClass"


class StandsForInstance:
    def __init__(self, cls):
        self._class = cls

    @property
    def __class__(self):
        return self._class


class Loops:
    @property
    def __bases__(self):
        return (self, self)


class Fails:
    @property
    def __bases__(self):
        raise RuntimeError("no bases")


root = StandsForClass(())
child = StandsForClass((root,))
grandchild = StandsForClass((StandsForClass(()), child, int))
instance = StandsForInstance(grandchild)
print(isinstance(instance, grandchild), isinstance(instance, root), isinstance(instance, child), isinstance(5, root), isinstance(root, root))
print(issubclass(grandchild, root), issubclass(root, grandchild), issubclass(grandchild, int), issubclass(child, int), issubclass(int, root), issubclass(root, (str, root)))
print(isinstance(StandsForInstance(int), int), issubclass(StandsForClass((bool,)), int), type.__subclasscheck__(int, grandchild))
for case in (lambda: isinstance(1, Fails()), lambda: issubclass(Fails(), int), lambda: issubclass(int, Fails()), lambda: issubclass(Loops(), int), lambda: isinstance(1, StandsForClass(5)),
             lambda: issubclass(StandsForClass([]), int), lambda: issubclass(5, root), lambda: issubclass(root, list[int])):
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error if not isinstance(error, RecursionError) else "")
