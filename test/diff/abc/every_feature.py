# abc: abstract methods and properties, registration, subclass hooks, updates, caches, errors.
import abc
import collections.abc


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        "doc"
        return 0

    @property
    @abc.abstractmethod
    def name(self):
        return 'shape'

    @name.setter
    @abc.abstractmethod
    def name(self, value):
        pass

    @classmethod
    @abc.abstractmethod
    def make(cls):
        return cls

    @staticmethod
    @abc.abstractmethod
    def helper():
        return 'h'

    def concrete(self):
        return 'c'


print(sorted(Shape.__abstractmethods__), Shape.area.__isabstractmethod__, Shape.__dict__['name'].__isabstractmethod__, Shape.__dict__['make'].__isabstractmethod__, Shape.helper())


class Half(Shape):
    def area(self):
        return super().area() + 1

    name = 'half'


class Full(Half):
    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def helper():
        return 'full'


class One(abc.ABC):
    @abc.abstractmethod
    def only(self):
        pass


for cls in (Shape, Half, Full, One):
    try:
        print(cls().concrete())
    except TypeError as error:
        print(error)
print(Full().area(), Full.make().name, Full.__abstractmethods__)


class Plug(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Plug:
            return any('plug' in base.__dict__ for base in other.__mro__) or NotImplemented
        return NotImplemented


class HasPlug:
    plug = 1


class Other:
    pass


print(issubclass(HasPlug, Plug), isinstance(HasPlug(), Plug), issubclass(Other, Plug), Plug.register(Other) is Other, issubclass(Other, Plug), isinstance(Other(), Plug))


@Plug.register
class Deco:
    pass


class Child(Plug):
    pass


print(issubclass(Deco, Plug), issubclass(Deco, Child), issubclass(type('Sub', (Deco,), {}), Plug), abc.get_cache_token() > 0)
for call in (lambda: Child.register(Plug), lambda: Plug.register(5), lambda: isinstance(1, Plug), lambda: issubclass(5, Plug), lambda: Plug.register(Plug) and 'same', lambda: abc.update_abstractmethods(5), lambda: type('Late', (Half,), {'make': 1})()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
Half.make = classmethod(lambda cls: cls)
Half.helper = staticmethod(lambda: 1)
print(abc.update_abstractmethods(Half) is Half, Half.__abstractmethods__, Half().area())


class Meta(abc.ABCMeta):
    def __instancecheck__(cls, instance):
        return instance == 42 or super().__instancecheck__(instance)


class Answer(metaclass=Meta):
    pass


print(isinstance(42, Answer), isinstance(41, Answer), isinstance(Answer(), Answer))


class Seq(collections.abc.Sequence):
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i]

    def __len__(self):
        return len(self.items)


s = Seq(1, 2, 3, 2)
print(list(reversed(s)), s.index(2), s.count(2), 3 in s, isinstance(s, collections.abc.Collection), s.index(2, 2))
try:
    s.index(9)
except ValueError as error:
    print(repr(error))
try:
    collections.abc.MutableMapping()
except TypeError as error:
    print(error)


class Old(metaclass=abc.ABCMeta):
    x = abc.abstractproperty(lambda self: 1)


try:
    Old()
except TypeError as error:
    print(error)


class Metaclass(abc.ABCMeta):
    pass


# The module of a class that a call makes is that of the code that calls type.__new__.
print([type('Z', (Old,), {}), abc.ABCMeta('Y', (), {}), Metaclass('X', (), {}), type('W', (Old,), {'__module__': 'here'}), Metaclass])
