"""copy.copy of every built-in iterator, in the middle."""

import copy


class Indexed:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index


def show(iterator):
    next(iterator)
    try:
        copied = copy.copy(iterator)
        print(type(iterator).__name__, list(copied), list(iterator), list(copied))
    except Exception as error:
        print(type(iterator).__name__, type(error).__name__, error)


for source in ([1, 2, 3], (1, 2, 3), "abc", "äbc", b"abc", bytearray(b"abc"), range(3), range(10**20, 10**20 + 3),
               {1: 2, 3: 4}, {1: 2, 3: 4}.values(), {1: 2, 3: 4}.items(), {5, 6}, Indexed()):
    show(iter(source))
    if hasattr(source, "__reversed__") or hasattr(source, "__len__") and not isinstance(source, set):
        show(reversed(source))
for iterator in (zip([1, 2], [3, 4]), zip("ab", "cd", strict=True), map(str, [1, 2]), map(max, [1, 2], [3, 0]), filter(None, [1, 2]),
                 enumerate("abc", 5), enumerate("abc", 10**20), iter([0, 5, 3].pop, 0), (x for x in [1, 2])):
    show(iterator)
ended = iter([])
list(ended)
print(ended.__reduce__()[1:], iter("").__reduce__()[1:], iter(()).__reduce__()[1:], reversed([1]).__reduce__()[1:])
placed = iter([1, 2, 3])
for place in (2, -5, 99, 1):
    placed.__setstate__(place)
    print(place, next(placed, "end"))
