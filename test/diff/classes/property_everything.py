"""property: all forms of making, extending in subclasses, errors and their words, docs, abstract and class-level use."""

import abc


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Temperature:
    def __init__(self, celsius):
        self._celsius = celsius

    @property
    def celsius(self):
        """Degrees Celsius."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        """Ignored doc."""
        if value < -273.15:
            raise ValueError("too cold")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        self._celsius = None

    fahrenheit = property(lambda self: self._celsius * 9 / 5 + 32, doc="Degrees Fahrenheit.")
    only_set = property(None, lambda self, value: setattr(self, "_celsius", value))
    nothing = property()
    kelvin = property(fget=lambda self: self._celsius + 273.15, fset=lambda self, v: setattr(self, "_celsius", v - 273.15))


t = Temperature(20)
print(t.celsius, t.fahrenheit, t.kelvin, Temperature.celsius.__doc__, Temperature.fahrenheit.__doc__, Temperature.nothing.__doc__)
t.kelvin = 300
t.only_set = 5
print(t.celsius, type(Temperature.celsius).__name__, Temperature.celsius.fget.__name__, Temperature.celsius.fset.__doc__, Temperature.nothing.fget)
del t.celsius
print(t.celsius)
for action in (lambda: setattr(t, "celsius", -300), lambda: setattr(t, "fahrenheit", 1), lambda: t.only_set, lambda: t.nothing, lambda: setattr(t, "nothing", 1), lambda: delattr(t, "fahrenheit"), lambda: delattr(t, "nothing"), lambda: Temperature.celsius.fget(5),
               lambda: setattr(Temperature.celsius, "fget", 1), lambda: property(1, 2, 3, 4, 5), lambda: property(fget=1, bad=2), lambda: property(5).__get__(1), lambda: Temperature.celsius.__set__(t, 1), lambda: Temperature.fahrenheit.__set__(t, 1), lambda: Temperature.nothing.__delete__(t), lambda: Temperature.celsius.__get__(None, Temperature) is Temperature.celsius):
    attempt(action)


class Warmer(Temperature):
    @Temperature.celsius.getter
    def celsius(self):
        return f"about {self._celsius}"

    @Temperature.fahrenheit.setter
    def fahrenheit(self, value):
        self._celsius = (value - 32) * 5 / 9


w = Warmer(1)
w.celsius = 7
w.fahrenheit = 50
print(w.celsius, w.fahrenheit, Warmer.celsius.__doc__, Temperature(3).celsius)


class Colder(Warmer):
    @property
    def celsius(self):
        return super().celsius.upper()

    @celsius.setter
    def celsius(self, value):
        super(Colder, type(self)).celsius.fset(self, value)


c = Colder(2)
c.celsius = 9
print(c.celsius)


class Base(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...

    @area.setter
    @abc.abstractmethod
    def area(self, value): ...


class Half(Base):
    @property
    def area(self):
        return 1


class Full(Base):
    area = 5


print(Base.area.__isabstractmethod__, Half().area, Full().area, Half.area.__isabstractmethod__)
attempt(Base)


class Typed(property):
    def __init__(self, *args, unit="", **keywords):
        super().__init__(*args, **keywords)
        self.unit = unit

    def __get__(self, instance, owner=None):
        value = super().__get__(instance, owner)
        return value if instance is None else f"{value}{self.unit}"

    def with_unit(self, unit):
        return type(self)(self.fget, self.fset, self.fdel, self.__doc__, unit=unit)


class Length:
    value = Typed(lambda self: 5)
    metres = value.with_unit("m")


print(Length().value, Length().metres, Length.metres.unit, isinstance(Length.metres, property))


class Meta(type):
    @property
    def label(cls):
        return cls.__name__.lower()

    @label.setter
    def label(cls, value):
        cls.__name__ = value.title()


class Thing(metaclass=Meta):
    @classmethod
    @property
    def both(cls):
        return cls.label


print(Thing.label, Thing.both, Thing().both)
Thing.label = "other"
print(Thing.__name__, Thing.label)
attempt(lambda: Thing().label)


class Slotted:
    __slots__ = ("_x",)
    x = property(lambda self: self._x, lambda self, v: object.__setattr__(self, "_x", v * 2))


s = Slotted()
attempt(lambda: s.x)
s.x = 4
print(s.x)
x = property.__new__(property)
print(x.fget, x.__doc__)
attempt(lambda: x.__get__(s))
loop = [property(lambda self, i=i: i) for i in range(3)]
Many = type("Many", (), {f"p{i}": p for i, p in enumerate(loop)})
print([getattr(Many(), f"p{i}") for i in range(3)], Many.p1 is loop[1])
p = property(doc="only doc")
print(p.__doc__, p.getter(len).__doc__ == "only doc", p.getter(len).fget is len)
