"""Abstract base classes of the container, iterator and coroutine protocols."""
# CPython: file <frozen _collections_abc>

from abc import ABCMeta, abstractmethod
from sys import _match_like

__all__ = ['Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'Hashable',
           'Iterable', 'Iterator', 'Generator', 'Reversible', 'Sized', 'Container', 'Callable',
           'Collection', 'Set', 'MutableSet', 'Mapping', 'MutableMapping', 'MappingView', 'KeysView',
           'ItemsView', 'ValuesView', 'Sequence', 'MutableSequence', 'ByteString', 'Buffer']

_GenericAlias = type(list[int])


def _has_methods(cls, *names):
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


def _alias(cls, item):
    return _GenericAlias(cls, item)


class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, '__hash__') if cls is Hashable else NotImplemented


class Awaitable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, '__await__') if cls is Awaitable else NotImplemented

    __class_getitem__ = classmethod(_alias)


class Coroutine(Awaitable):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        raise StopIteration  # CPython: 131

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        if val is None:
            if tb is None:
                raise typ  # CPython: 140
            val = typ()
        raise val  # CPython: 144

    def close(self):
        try:
            self.throw(GeneratorExit)  # CPython: 150
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError('coroutine ignored GeneratorExit')  # CPython: 154

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Coroutine:
            return _has_methods(C, '__await__', 'send', 'throw', 'close')
        return NotImplemented


class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, '__aiter__') if cls is AsyncIterable else NotImplemented

    __class_getitem__ = classmethod(_alias)


class AsyncIterator(AsyncIterable):
    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration  # CPython: 190

    def __aiter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AsyncIterator:
            return _has_methods(C, '__anext__', '__aiter__')
        return NotImplemented


class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    async def __anext__(self):
        return await self.asend(None)  # CPython: 210

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration  # CPython: 217

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        if val is None:
            if tb is None:
                raise typ  # CPython: 226
            val = typ()
        raise val  # CPython: 230

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)  # CPython: 236
        except (GeneratorExit, StopAsyncIteration):
            pass
        else:
            raise RuntimeError('asynchronous generator ignored GeneratorExit')  # CPython: 240

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AsyncGenerator:
            return _has_methods(C, '__aiter__', '__anext__', 'asend', 'athrow', 'aclose')
        return NotImplemented


class Iterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, '__iter__') if cls is Iterable else NotImplemented

    __class_getitem__ = classmethod(_alias)


class Iterator(Iterable):
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        raise StopIteration  # CPython: 278

    def __iter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Iterator:
            return _has_methods(C, '__iter__', '__next__')
        return NotImplemented


class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Reversible:
            return _has_methods(C, '__reversed__', '__iter__')
        return NotImplemented


class Generator(Iterator):
    __slots__ = ()

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration  # CPython: 337

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        if val is None:
            if tb is None:
                raise typ  # CPython: 346
            val = typ()
        raise val  # CPython: 350

    def close(self):
        try:
            self.throw(GeneratorExit)  # CPython: 356
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError('generator ignored GeneratorExit')  # CPython: 360

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Generator:
            return _has_methods(C, '__iter__', '__next__', 'send', 'throw', 'close')
        return NotImplemented


class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, '__len__') if cls is Sized else NotImplemented


class Container(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, '__contains__') if cls is Container else NotImplemented

    __class_getitem__ = classmethod(_alias)


class Collection(Sized, Iterable, Container):
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Collection:
            return _has_methods(C, '__len__', '__iter__', '__contains__')
        return NotImplemented


class Buffer(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, '__buffer__') if cls is Buffer else NotImplemented


class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, '__call__') if cls is Callable else NotImplemented

    @classmethod
    def __class_getitem__(cls, item):
        if isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], list):
            item = (*item[0], item[1])
        return _GenericAlias(cls, item)


# -- sets -----------------------------------------------------------------------------------------

class Set(Collection):
    __slots__ = ()

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all(item in other for item in self)

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self.__le__(other)  # CPython: 554

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self.__ge__(other)  # CPython: 559

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all(item in self for item in other)

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)  # CPython: 574

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)  # CPython: 583

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(value for value in other if value in self)  # CPython: 588

    __rand__ = __and__

    def isdisjoint(self, other):
        return not any(value in self for value in other)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for part in (self, other) for item in part)

    __ror__ = __or__

    def __sub__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)  # CPython: 611
        return self._from_iterable(value for value in self if value not in other)  # CPython: 612

    def __rsub__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)  # CPython: 619
        return self._from_iterable(value for value in other if value not in self)  # CPython: 620

    def __xor__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)  # CPython: 627
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def _hash(self):
        return hash(frozenset(self))


class MutableSet(Set):
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        raise NotImplementedError  # CPython: 686

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError  # CPython: 691

    def remove(self, value):
        if value not in self:  # CPython: 695
            raise KeyError(value)  # CPython: 696
        self.discard(value)  # CPython: 697

    def pop(self):
        try:
            value = next(iter(self))
        except StopIteration:
            raise KeyError from None  # CPython: 705
        self.discard(value)  # CPython: 706
        return value

    def clear(self):
        try:
            while True:
                self.pop()  # CPython: 713
        except KeyError:
            pass

    def __ior__(self, it):
        for value in it:  # CPython: 718
            self.add(value)  # CPython: 719
        return self

    def __iand__(self, it):
        for value in self - it:  # CPython: 723
            self.discard(value)  # CPython: 724
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()  # CPython: 729
            return self
        if not isinstance(it, Set):
            it = self._from_iterable(it)  # CPython: 732
        for value in it:  # CPython: 733
            if value in self:  # CPython: 734
                self.discard(value)  # CPython: 735
            else:
                self.add(value)  # CPython: 737
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()  # CPython: 742
        else:
            for value in it:  # CPython: 744
                self.discard(value)  # CPython: 745
        return self


# -- mappings -------------------------------------------------------------------------------------

class Mapping(Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError  # CPython: 769

    def get(self, key, default=None):
        try:
            return self[key]  # CPython: 774
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]  # CPython: 780
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)  # CPython: 788

    def items(self):
        return ItemsView(self)  # CPython: 792

    def values(self):
        return ValuesView(self)  # CPython: 796

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())  # CPython: 801

    __reversed__ = None


class MappingView(Sized):
    __slots__ = ('_mapping',)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)  # CPython: 816

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, self._mapping)  # CPython: 819

    __class_getitem__ = classmethod(_alias)


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)  # CPython: 830

    def __contains__(self, key):
        return key in self._mapping  # CPython: 833

    def __iter__(self):
        yield from self._mapping  # CPython: 836


class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)  # CPython: 848

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]  # CPython: 853
        except KeyError:
            return False
        return found is value or found == value  # CPython: 857

    def __iter__(self):
        for key in self._mapping:  # CPython: 860
            yield (key, self._mapping[key])  # CPython: 861


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        for key in self._mapping:  # CPython: 872
            found = self._mapping[key]  # CPython: 873
            if found is value or found == value:  # CPython: 874
                return True
        return False

    def __iter__(self):
        for key in self._mapping:  # CPython: 879
            yield self._mapping[key]  # CPython: 880


_NOTHING = object()


class MutableMapping(Mapping):
    __slots__ = ()
    __marker = object()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError  # CPython: 899

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError  # CPython: 903

    def pop(self, key, default=__marker):
        try:
            value = self[key]  # CPython: 912
        except KeyError:
            if default is self.__marker:
                raise
            return default
        del self[key]  # CPython: 918
        return value

    def popitem(self):
        try:
            key = next(iter(self))  # CPython: 926
        except StopIteration:
            raise KeyError from None  # CPython: 928
        value = self[key]  # CPython: 929
        del self[key]  # CPython: 930
        return key, value

    def clear(self):
        try:
            while True:
                self.popitem()  # CPython: 937
        except KeyError:
            pass

    def update(self, other=(), /, **kwds):
        if isinstance(other, Mapping):
            for key in other:  # CPython: 948
                self[key] = other[key]  # CPython: 949
        elif hasattr(other, 'keys'):  # CPython: 950
            for key in other.keys():  # CPython: 951
                self[key] = other[key]  # CPython: 952
        else:
            for key, value in other:  # CPython: 954
                self[key] = value  # CPython: 955
        for key, value in kwds.items():  # CPython: 956
            self[key] = value  # CPython: 957

    def setdefault(self, key, default=None):
        try:
            return self[key]  # CPython: 962
        except KeyError:
            self[key] = default  # CPython: 964
        return default


# -- sequences ------------------------------------------------------------------------------------

class Sequence(Reversible, Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError  # CPython: 987

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]  # CPython: 993
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        for item in self:  # CPython: 1000
            if item is value or item == value:  # CPython: 1001
                return True
        return False

    def __reversed__(self):
        for i in reversed(range(len(self))):  # CPython: 1006
            yield self[i]  # CPython: 1007

    def index(self, value, start=0, stop=None):
        if start is not None and start < 0:  # CPython: 1016
            start = max(len(self) + start, 0)  # CPython: 1017
        if stop is not None and stop < 0:  # CPython: 1018
            stop += len(self)  # CPython: 1019
        i = start
        while stop is None or i < stop:
            try:
                item = self[i]  # CPython: 1024
            except IndexError:
                break
            if item is value or item == value:  # CPython: 1027
                return i
            i += 1
        raise ValueError  # CPython: 1030

    def count(self, value):
        return sum(1 for item in self if item is value or item == value)  # CPython: 1034


class ByteString(Sequence):
    __slots__ = ()


class MutableSequence(Sequence):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError  # CPython: 1065

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError  # CPython: 1069

    @abstractmethod
    def insert(self, index, value):
        raise IndexError  # CPython: 1074

    def append(self, value):
        self.insert(len(self), value)  # CPython: 1078

    def clear(self):
        try:
            while True:
                self.pop()  # CPython: 1084
        except IndexError:
            pass

    def reverse(self):
        n = len(self)
        for i in range(n // 2):  # CPython: 1091
            self[i], self[n - i - 1] = self[n - i - 1], self[i]  # CPython: 1092

    def extend(self, values):
        if values is self:
            values = list(values)  # CPython: 1097
        for value in values:  # CPython: 1098
            self.append(value)  # CPython: 1099

    def pop(self, index=-1):
        value = self[index]  # CPython: 1105
        del self[index]  # CPython: 1106
        return value

    def remove(self, value):
        del self[self.index(value)]  # CPython: 1113

    def __iadd__(self, values):
        self.extend(values)  # CPython: 1116
        return self


# -- the built-in classes belong to these ----------------------------------------------------------

_match_like(Mapping, dict)
_match_like(Sequence, list)

for _cls in (frozenset, type({}.keys()), type({}.items())):
    Set.register(_cls)
MutableSet.register(set)
Mapping.register(type(type.__dict__))
MutableMapping.register(dict)
MappingView.register(type({}.keys()))
MappingView.register(type({}.items()))
MappingView.register(type({}.values()))
KeysView.register(type({}.keys()))
ItemsView.register(type({}.items()))
ValuesView.register(type({}.values()))
for _cls in (tuple, str, range, memoryview):
    Sequence.register(_cls)
for _cls in (bytes, bytearray):
    ByteString.register(_cls)
for _cls in (list, bytearray):
    MutableSequence.register(_cls)
del _cls
