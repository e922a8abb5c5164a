"""Properties with getter, setter, deleter; classmethod and staticmethod; cached values."""
import functools


class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        """Degrees Celsius."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError(f"below absolute zero: {value}")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("  deleted")
        self._celsius = 0

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @classmethod
    def from_fahrenheit(cls, value):
        return cls((value - 32) * 5 / 9)

    @staticmethod
    def is_cold(value):
        return value < 10

    @functools.cached_property
    def slow(self):
        print("  computing")
        return self.celsius * 2


class Precise(Temperature):
    @property
    def fahrenheit(self):
        return round(super().fahrenheit, 1)

    @Temperature.celsius.getter
    def celsius(self):
        return round(self._celsius, 2)


t = Temperature(20)
print(t.celsius, t.fahrenheit)
t.celsius += 5
print(t.celsius)
del t.celsius
print(t.celsius, Temperature.celsius.__doc__)
for action in (lambda: setattr(t, "celsius", -300), lambda: setattr(t, "fahrenheit", 1),
               lambda: delattr(t, "fahrenheit")):
    try:
        action()
    except (ValueError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")
print(Temperature.from_fahrenheit(212).celsius, Precise.from_fahrenheit(100).celsius, Precise(36.6).fahrenheit)
print(Temperature.is_cold(3), t.is_cold(30), type(Precise.from_fahrenheit(1)).__name__)
print(t.slow, t.slow, "slow" in vars(t))


class Lazy:
    value = property(lambda self: self.missing_thing)

    def __getattr__(self, name):
        return f"fallback for {name}"


print(Lazy().value, Lazy().other)


class Documented(property):
    pass


class Closed(property):
    __slots__ = ()


def getter(self):
    "what the getter says"


def silent(self):
    pass


for make in (lambda: Documented(getter), lambda: Documented(silent), lambda: Documented(), lambda: Documented(getter, doc='given'), lambda: Closed(getter), lambda: Closed(), lambda: Documented(getter).setter(getter),
             lambda: property(getter), lambda: property(silent), lambda: Documented(fget=getter, doc=None)):
    try:
        made = make()
        print(type(made).__name__, made.__doc__, getattr(made, '__dict__', None))
    except AttributeError as error:
        print(error)
