"""Direct calls: binding of arguments, defaults, errors, functions that change."""


def plain(a, b=2, *, c=3.5, d="text"):
    return a, b, c, d


def positional(a, /, b, c=(1, 2)):
    return a, b, c


def collects(*args, **kwargs):
    return args, kwargs


def made(default=[]):
    default.append(1)
    return len(default)


def recursive(n, acc=0):
    return acc if n == 0 else recursive(n - 1, acc + n)


def outer(n):
    def inner(k=1):
        return n + k

    def chained(depth):
        return inner() if depth == 0 else chained(depth - 1)

    return inner(2), inner(), chained(3)


def note(value):
    print("note", value)
    return value


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


print(plain(1), plain(1, 5), plain(1, c=2), plain(d=1, a=2), plain(*[1], **{"b": 3}))
print(positional(1, 2), positional(1, b=2, c=3), collects(1, x=2), made(), made(), made([]))
print(recursive(50), recursive(3, 0.5), outer(10))
print(plain(note(1), c=note(2), b=note(3)))
attempt(lambda: plain())
attempt(lambda: plain(1, 2, 3))
attempt(lambda: plain(1, a=2))
attempt(lambda: plain(1, e=2))
attempt(lambda: positional(a=1, b=2))
attempt(lambda: plain(b=1))


def before():
    return later(3)


attempt(before)


def later(x):
    return x * 2


attempt(before)


class Box:
    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value


def changing(x):
    return x


attempt(lambda: changing(1))
original = changing
changing = lambda x: -x
attempt(lambda: (changing(1), original(1)))


def gen(n, start=0):
    for i in range(start, n):
        yield i


def spread(n):
    total = 0
    for v in gen(n):
        if v == 3:
            continue
        if v > 6:
            break
        for w in gen(v, 1):
            total += v * w
    else:
        total = -total
    return total


print(spread(3), spread(5), spread(20), [v for v in gen(3)], list(gen(2)))


def walk(tree):
    if isinstance(tree, list):
        for child in tree:
            for leaf in walk(child):
                yield leaf
    else:
        yield tree


print([leaf for leaf in walk([1, [2, [3, 4]], [[5]]])])


def first(n):
    for v in gen(n):
        return v
    return "none"


print(first(3), first(0))


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def holds(n):
    held = Noisy("held")
    for i in range(n):
        yield i
    print("end of holds")


def leave_early():
    for v in holds(3):
        if v == 1:
            break
    print("left")


def run_out():
    for v in holds(1):
        print("item", v)
    print("ran out")


def fails():
    try:
        for v in holds(3):
            1 // v
    except ZeroDivisionError:
        print("caught")


leave_early()
run_out()
fails()
