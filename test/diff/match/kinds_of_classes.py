"""Which classes match patterns of sequences and of mappings: those of collections.abc, what is registered with them,
and what is derived from such classes."""
import abc
import array
import collections
import collections.abc
import types


def kind(value):
    match value:
        case {'a': found, **rest}:
            return 'mapping', found, rest
        case [first, *rest]:
            return 'sequence', first, rest
        case {}:
            return 'any mapping'
        case []:
            return 'empty sequence'
        case _:
            return 'neither'


class MyDict(collections.UserDict):
    def __setattr__(self, name, value):
        super().__setattr__(name, value)


class MyList(collections.UserList):
    pass


class OwnMapping(collections.abc.Mapping):
    def __getitem__(self, key):
        return {'a': 'of a'}[key]

    def __len__(self):
        return 1

    def __iter__(self):
        return iter('a')


class OwnSequence(collections.abc.Sequence):
    def __getitem__(self, index):
        return 'xyz'[index]

    def __len__(self):
        return 3


class Derived(OwnSequence):
    pass


for value in (MyDict(a=1, b=2), collections.UserDict(a=1), collections.UserList([1, 2]), MyList('pq'), collections.ChainMap({'a': 1}), collections.Counter('aa'),
              collections.OrderedDict(a=2), collections.defaultdict(list, a=3), OwnMapping(), OwnSequence(), Derived(), types.MappingProxyType({'a': 5}), collections.deque('d'),
              range(3), array.array('i', [7, 8]), memoryview(b'mv'), (1,), 'text', b'bytes', bytearray(b'b'), {1}, frozenset(), iter([1]), collections.UserString('us'), {}, []):
    print(type(value).__name__, kind(value))


class Later:
    def __getitem__(self, index):
        return [10, 20][index]

    def __len__(self):
        return 2


class BelowLater(Later):
    pass


print(kind(Later()), kind(BelowLater()))
collections.abc.Sequence.register(Later)
print(kind(Later()), kind(BelowLater()))


class Mine(collections.abc.MutableMapping):
    pass


class Registered:
    def get(self, key, default=None):
        return 'got ' + key

    def keys(self):
        return ['a', 'z']

    def __len__(self):
        return 2

    def __getitem__(self, key):
        return key * 2


Mine.register(Registered)
print(kind(Registered()))


class Unrelated(metaclass=abc.ABCMeta):
    pass


class Nothing:
    pass


Unrelated.register(Nothing)
print(kind(Nothing()))


class Both(list, collections.abc.Mapping):
    pass


class Reverse(OwnMapping, Later):
    pass


print(kind(Both([1, 2])), kind(Reverse()))
