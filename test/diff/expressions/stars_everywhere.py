"""Star expressions at every place and depth: displays, calls, subscripts, returns, yields, targets, for, del, annotations."""


def triple(*args: *tuple[int, ...]):
    return *args, *reversed(args)


print(triple(1, 2, 3), triple.__annotations__)


def gives():
    yield *"ab", *range(2)
    yield *(), *{}
    received = yield *[1], 2
    yield received


generator = gives()
print(next(generator), next(generator), next(generator), generator.send("sent"))
for item in *"ab", *(1, 2), *{"k": 0}:
    print(item, end=" ")
print()
a, *b = *"xyz", 1
*c, = *b, *b
[d, *[e, *f]] = 1, *[2, 3, 4]
(*g, (h, *i)), *j = ([1, 2, [3, 4, 5]], 6, 7)
print(a, b, c, d, e, f, g, h, i, j)
first, (second, *third), *(fourth, *fifth) = 1, "two", 4, 5, 6
print(first, second, third, fourth, fifth)
for (x, *y), *z in [((1, 2, 3), 4, 5), ("ab", *"cd")]:
    print(x, y, z)
print([*[*[*"deep"]], *{*"s"}, *{**{"d": 1}}, *(*(), *((1,),))])
print({**{"a": 1, "b": 2}, "a": 3, **{"b": 4, "c": 5}, "d": 6}, {*(), *[1], *{1: 2}, *"1"} == {1, "1"})
data = {(1, 2): "pair", (1, 2, 3): "triple", ((1, 2),): "nested"}
index = (1, 2)
print(data[*index], data[*index, 3], data[(*index,)], data[index,])
data[*index, 9] = "stored"
print(data[1, 2, 9])
del data[*index, 9]
print(len(data))


class Slices:
    def __getitem__(self, key):
        return key


print(Slices()[*"ab", 1:2, *[]], Slices()[*[]], Slices()[*[1], ...])


def everything(a, b=2, /, c=3, *args, d, e=5, **rest):
    return a, b, c, args, d, e, rest


print(everything(*[1], d=4), everything(*"abcde", **{"d": 1, "z": 2}), everything(1, *[2], *[3], 4, d=5, *[6], **{"x": 7}, y=8))
print((lambda *a, **k: (a, k))(*"ab", *[], **{}, **{"q": 1}), (lambda *, k: k)(**dict(k=1)))


def fails(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def unpack(source):
    a, b = source
    return a, b


def unpack_star(source):
    a, *b, c = source
    return a, b, c


def infinite():
    n = 0
    while True:
        yield n
        n += 1


for source in ([1, 2], "ab", {1: 2, 3: 4}, (x for x in (1, 2)), [1], [], [1, 2, 3], range(10), infinite(), 5, None, int, {1, 2, 3}, "", b"ab", iter("abc")):
    fails(lambda: unpack(source))
for source in ([1, 2], [1, 2, 3, 4], [1], "", 5, {1: 2}, b"abc"):
    fails(lambda: unpack_star(source))


class Broken:
    def __iter__(self):
        yield 1
        raise KeyError("in the middle")


fails(lambda: unpack(Broken()))
fails(lambda: [*Broken()])
fails(lambda: {*Broken()})
fails(lambda: print(*Broken()))
fails(lambda: {**Broken()})
fails(lambda: {**[1]})
fails(lambda: [*1])
fails(lambda: (*None,))
fails(lambda: {*3})
fails(lambda: {*[[]]})


def returns(flag):
    if flag:
        return *[1, 2], 3
    return *(),


print(returns(True), returns(False))
total = 0
for number, *others in ((1,), (2, 3), (4, 5, 6)):
    total += number + sum(others)
print(total, [*map(lambda pair: [*pair], zip(*[[1, 2], [3, 4]]))])
[] = ()
() = []
[[]] = [[]]
(a,) = [a] = "z"
print(a)
with open("/dev/null") as (*nothing,):
    print(nothing)
print(*sorted({**{"b": 1}, **{"a": 2}}), sep="-")
print(f"{[*'ab']} {(*'cd',)} { {**{'e': 1}} }")
x = *y, = *"hello",
print(x, y)


class Targets:
    """At the start of a block, too."""

    def __init__(self, values):
        *self.first, self.last = values
        self.parts = {}
        if self.first:
            *self.parts["all"], self.parts[len(values)] = values
        for _ in range(1):
            *self.get()["more"], = values
        try:
            *self.nothing.x, self.last = values
        except AttributeError as error:
            print(error)

    def get(self):
        return self.parts


targets = Targets([1, 2, 3])
print(targets.first, targets.last, targets.parts)
