"""Copies by what classes say of themselves: __reduce_ex__, __reduce__, __getstate__ and __slots__, and what cannot be
copied."""
import collections
import copy
import types
import typing


def told(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Attribute(property):
    pass


class Bytes(bytearray):
    pass


class Lazy(collections.UserDict):
    def __init__(self):
        pass


class Slots:
    __slots__ = ('b', 'a', '__private')

    def __init__(self):
        self.b, self.a, self.__private = 1, [2], 3


class MoreSlots(Slots):
    __slots__ = ('z', 'c', '__dict__')


class Hidden:
    def __getattribute__(self, name):
        if name == '__reduce_ex__':
            raise AttributeError(name)
        return super().__getattribute__(name)


class NotAtAll(Hidden):
    __reduce__ = property()


class Wrong:
    def __reduce_ex__(self, protocol):
        return self.answer


class OnInstance:
    def __init__(self):
        self.seen = []
        self.__setstate__ = self.seen.append
        self.__deepcopy__ = lambda memo: 'of the instance'


bytes_ = Bytes(b'xy')
bytes_.tag = [1]
more = MoreSlots()
more.z, more.free = 'z', 'f'
for make in (lambda: copy.copy(Attribute()), lambda: copy.deepcopy(Attribute()), lambda: property().__reduce_ex__(4), lambda: copy.copy(Lazy()), lambda: bytes_.__reduce_ex__(2),
             lambda: bytes_.__reduce__(), lambda: bytes_.__reduce_ex__(3), lambda: bytearray().__reduce_ex__(2), lambda: copy.copy(bytes_), lambda: copy.copy(bytes_).tag is bytes_.tag,
             lambda: copy.deepcopy(bytes_).tag is bytes_.tag, lambda: Slots().__getstate__(), lambda: more.__getstate__(), lambda: copy.copy(more).__getstate__() == more.__getstate__(),
             lambda: copy.deepcopy(more).a is more.a, lambda: copy.copy(Hidden()).__class__.__name__, lambda: copy.copy(NotAtAll()).__class__.__name__, lambda: copy.copy(list[int]), lambda: copy.deepcopy(dict[str, int]),
             lambda: copy.copy(int | str), lambda: list[int].__reduce__(), lambda: copy.copy(typing.List[int]) == typing.List[int], lambda: copy.deepcopy(typing.Optional[int]),
             lambda: copy.deepcopy(OnInstance()), lambda: copy.copy(OnInstance()).__class__.__name__, lambda: copy.copy(types.SimpleNamespace(a=1)), lambda: copy.copy(KeyError('k', 2)).args, lambda: copy.copy(frozenset([1]) | {2}),
             lambda: copy.copy(iter([1, 2])).__next__(), lambda: copy.copy(memoryview(b'x')), lambda: copy.copy(type('X', (int,), {})(5)) + 1, lambda: copy.deepcopy(type('Y', (set,), {})([7]))):
    told(make)
for answer in (5, (), (list,), (list, ()), (list, ([1],)), (dict, (), None, None, [('k', 1)]), (list, (), None, [3, 4]), (1, 2, 3, 4, 5, 6), (list, (), {'x': 1}), 'text', (str, ('a', 'b', 'c', 'd')), (Slots, (), (None, {'a': 9}))):
    wrong = Wrong()
    wrong.answer = answer
    told(lambda: type(copy.copy(wrong)).__name__)
    told(lambda: type(copy.deepcopy(wrong)).__name__)


class Slotted:
    __slots__ = 'a', 'b'


class Further(Slotted):
    pass


class Without:
    __slots__ = ()


class Knowing:
    __slots__ = 'a',

    def __getstate__(self):
        return 1


for made in Slotted(), Further(), Without(), Knowing():
    for protocol in 0, 1, 2, 4:
        try:
            made.__reduce_ex__(protocol)
            print(type(made).__name__, protocol)
        except TypeError as error:
            print(type(made).__name__, protocol, error)
