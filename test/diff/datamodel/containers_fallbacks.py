"""Data model 3.3.7: fallbacks of iteration, membership, reversal, truth and length; __missing__, slices as keys."""


class Sequence:
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        print("[", index, "]", end=" ")
        return self.items[index]

    def __len__(self):
        return len(self.items)


sequence = Sequence(10, 20, 30)
print(list(sequence))
print(20 in sequence)
print(99 in sequence)
print(list(reversed(sequence)))
print(sequence[1:], sequence[::-1], sequence[-1])
a, *b = sequence
print(a, b)
print(max(sequence), sum(sequence), sorted(sequence, reverse=True), tuple(sequence), dict(enumerate(sequence)))
print(*sequence)
print(bool(sequence), bool(Sequence()))


class Keys:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)

    def __class_getitem__(cls, key):
        return ("class", key)


keys = Keys()
print(keys[1:2, ..., ::3], keys[()], keys[1,], keys[None:None:None], keys[(1, 2)], keys[1:2], keys[lambda: 1].__name__, keys[*[1, 2], 3], keys[(x := 5)], x)
print(Keys[int], Keys[1:2, 3])
keys[1:2] = 3
keys[1, 2:3] = keys[...] = 4
keys["a"] += "b"
del keys[1:2], keys[...], keys[()]


class Infinite:
    def __getitem__(self, index):
        if index > 5:
            raise IndexError
        return index * index


print(list(Infinite()), 16 in Infinite(), 17 in Infinite(), list(zip(Infinite(), "abc")), [*Infinite()], {*Infinite()} == {0, 1, 4, 9, 16, 25})


class StopsOtherwise:
    def __init__(self, exception):
        self.exception = exception

    def __getitem__(self, index):
        if index == 2:
            raise self.exception
        return index


for exception in (IndexError, StopIteration, KeyError("k"), IndexError("x")):
    try:
        print(list(StopsOtherwise(exception)))
    except Exception as error:
        print(type(error).__name__, error)


class NoIter:
    __iter__ = None

    def __getitem__(self, index):
        return index


class NoContains(list):
    __contains__ = None


class NoReversed(list):
    __reversed__ = None


class NoHash(tuple):
    __hash__ = None


for action in (lambda: iter(NoIter()), lambda: 1 in NoIter(), lambda: 1 in NoContains([1]), lambda: reversed(NoReversed()), lambda: hash(NoHash()),
               lambda: [*NoIter()], lambda: list(NoIter()), lambda: reversed(Infinite()), lambda: len(Infinite()), lambda: reversed(Keys()),
               lambda: 5[0], lambda: None[0], lambda: (lambda: 1)[0], lambda: keys.x[0], lambda: int[0], lambda: object[0], lambda: print[0]):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        return key * 2


default = Default(a=1)
print(default["a"], default["b"], default.get("b"), "b" in default, default)
try:
    default.pop("b")
except KeyError as error:
    print(repr(error))
print("%(a)s %(zz)s" % default, "{a} {q}".format_map(default))


class Counting:
    def __init__(self):
        self.count = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        if self.count % 4 == 0:
            raise StopIteration
        return self.count


counting = Counting()
print(list(counting), list(counting), 6 in counting, 10 in counting, counting.count)
print(list(iter(counting.__next__, 13)), list(iter(lambda: counting.count, counting.count)))


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter("ab")

    def __length_hint__(self):
        if isinstance(self.hint, type):
            raise self.hint("hint")
        return self.hint


for hint in (0, 5, -1, "x", NotImplemented, ValueError, TypeError):
    try:
        print(list(Hinted(hint)))
    except Exception as error:
        print(type(error).__name__, error)


class BadLen:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value


for value in (-1, 2**70, 1.0, "x", True):
    for use in (len, bool, list.__len__):
        try:
            print(use(BadLen(value)))
        except Exception as error:
            print(type(error).__name__, error)
