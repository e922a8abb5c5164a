# An application with plug-ins: interfaces by abc, mixins that fill in, registration of foreign classes, structural checks, versions of interfaces.
import abc
import collections.abc
from abc import ABC, ABCMeta, abstractmethod


class Plugin(ABC):
    registry = {}

    def __init_subclass__(cls, *, name=None, **named):
        super().__init_subclass__(**named)
        if name:
            Plugin.registry[name] = cls

    @property
    @abstractmethod
    def version(self):
        """Which version."""

    @abstractmethod
    def run(self, data):
        return f'[{type(self).__name__}]'

    @classmethod
    @abstractmethod
    def create(cls, **options):
        return cls()

    @staticmethod
    @abstractmethod
    def supports(kind):
        ...

    def describe(self):
        return f'{type(self).__name__} {self.version}'


class Base(Plugin):
    version = 1

    @classmethod
    def create(cls, **options):
        self = super().create()
        self.options = options
        return self


class Upper(Base, name='upper'):
    def run(self, data):
        return super().run(data) + data.upper()

    @staticmethod
    def supports(kind):
        return kind == 'text'


class Lazy(Upper, name='lazy'):
    @property
    def version(self):
        return len(self.options)


class Half(Base, name='half'):
    def run(self, data):
        return data


for name, cls in Plugin.registry.items():
    try:
        plugin = cls.create(a=1, b=2)
        print(name, plugin.describe(), plugin.run('x'), plugin.supports('text'), isinstance(plugin, Plugin))
    except TypeError as error:
        print(name, error)
for cls in (Plugin, Base, Upper, Half):
    print(cls.__name__, sorted(cls.__abstractmethods__), type(cls).__name__, len(cls.__abstractmethods__))


@Plugin.register
class Foreign:
    version = 9


class Child(Foreign):
    pass


print(issubclass(Foreign, Plugin), isinstance(Child(), Plugin), Plugin in Foreign.__mro__, Plugin.__subclasses__(), isinstance(5, Plugin))


class Closer(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Closer:
            if any('close' in base.__dict__ for base in other.__mro__):
                return True
        return NotImplemented

    @abstractmethod
    def close(self):
        ...


class Door:
    def close(self):
        return 'closed'


class NoDoor(Door):
    close = None


class Strict(Closer):
    def close(self):
        return 'strict'


print(issubclass(Door, Closer), issubclass(NoDoor, Closer), issubclass(int, Closer), isinstance(Door(), Strict), issubclass(Strict, Closer), isinstance(open, Closer))
Late = type('Late', (Plugin,), {'run': lambda self, data: data})
print(sorted(Late.__abstractmethods__))
for name, value in (('version', 2), ('create', classmethod(lambda cls: cls())), ('supports', staticmethod(bool))):
    setattr(Late, name, value)
try:
    Late()
except TypeError as error:
    print(error)
print(abc.update_abstractmethods(Late) is Late, sorted(Late.__abstractmethods__), Late().run('late'))


class Meta(ABCMeta):
    def __instancecheck__(cls, instance):
        log.append(f'{cls.__name__}?')
        return super().__instancecheck__(instance)


log = []


class Checked(metaclass=Meta):
    @abstractmethod
    def f(self):
        ...


Checked.register(list)
print(isinstance([], Checked), isinstance(Upper, Checked), log)


class Bag(collections.abc.MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        self.items[index] = value

    def __delitem__(self, index):
        del self.items[index]

    def __len__(self):
        return len(self.items)

    def insert(self, index, value):
        self.items.insert(index, value)


bag = Bag(3, 1, 2)
bag.append(9)
bag += [7, 8]
bag.reverse()
bag.remove(1)
print(bag.items, bag.pop(), bag.pop(0), bag.index(9), bag.count(2), 7 in bag, list(reversed(bag)), bag.extend(bag), bag.items, isinstance(bag, collections.abc.Sequence), isinstance(bag, list))
bag.clear()
print(bag.items, len(bag))


class Shape(ABC):
    area = property(abstractmethod(lambda self: 0))

    @area.setter
    def area(self, value):
        self._area = value


class Square(Shape):
    @Shape.area.getter
    def area(self):
        return getattr(self, '_area', 1)


try:
    Shape()
except TypeError as error:
    print(error)
square = Square()
square.area = 5
print(square.area, Square.__abstractmethods__, Shape.area.__isabstractmethod__, Square.area.__isabstractmethod__, Plugin.run.__isabstractmethod__, getattr(Upper.run, '__isabstractmethod__', False))
for call in (lambda: Plugin.register(5), lambda: Upper.register(Plugin), lambda: abstractmethod(5), lambda: ABC.register(), lambda: isinstance(1, ABC), lambda: issubclass(1, ABC), lambda: abc.update_abstractmethods(int), lambda: ABC().__class__.__name__, lambda: abc.get_cache_token().__class__.__name__):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
