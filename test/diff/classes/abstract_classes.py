"""Abstract base classes: abstract methods and properties, registration, collections.abc."""
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized


class Codec(ABC):
    @abstractmethod
    def encode(self, text):
        """Encode."""

    @abstractmethod
    def decode(self, data):
        """Decode."""

    @property
    @abstractmethod
    def name(self):
        ...

    def round_trip(self, text):
        return self.decode(self.encode(text)) == text


class Half(Codec):
    def encode(self, text):
        return text[::-1]


class Reverse(Half):
    name = "reverse"

    def decode(self, data):
        return data[::-1]


for cls in (Codec, Half):
    try:
        cls()
    except TypeError as error:
        print("TypeError:", error)
print(Reverse().round_trip("hello"), Reverse().name, sorted(Half.__abstractmethods__), Reverse.__abstractmethods__)


class Ring(Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


ring = Ring(3, 1, 2, 1)
print(list(ring), 1 in ring, ring.index(2), ring.count(1), list(reversed(ring)), isinstance(ring, Sized))


class Settings(Mapping):
    def __init__(self, **values):
        self.values_ = values

    def __getitem__(self, key):
        return self.values_[key]

    def __iter__(self):
        return iter(self.values_)

    def __len__(self):
        return len(self.values_)


settings = Settings(a=1, b=2)
print(dict(settings), settings.get("c", 3), "a" in settings, list(settings.items()), settings == {"a": 1, "b": 2}, {**settings})
print(isinstance([], Iterable), isinstance(5, Iterable), isinstance(iter([]), Iterator), issubclass(dict, Mapping))


@Codec.register
class Foreign:
    pass


print(isinstance(Foreign(), Codec), issubclass(Foreign, Codec), Codec in Foreign.__mro__)
