"""Augmented assignment changes a str or float in place when nothing else refers to it, and only then."""

import asyncio


def aliases():
    s = "start" + str(1)
    t = s
    s += "-more"
    u = s
    s += "-again"
    print(s, t, u)
    kept = []
    s = str(10)
    for i in range(5):
        kept.append(s)
        s += str(i)
    print(kept, s)
    keys = {}
    s = str(7)
    for i in range(4):
        keys[s] = i
        s += "x"
    print(keys, s in keys, hash(s) == hash(str(7) + "xxxx"), len(s))


def parameter(s, x):
    s += "!"
    s += "?"
    x += 0.5
    x *= 2
    return s, x


def widths():
    s = str(1)
    for piece in ("abc", "\xe9", "", "\u20ac", "x" * 50, "\U0001f600", "end"):
        s += piece
        print(len(s), s[-1:], s.isascii(), s.encode("utf-8")[-5:], repr(s)[:20])
    t = "\xe9" * 3
    t += "plain"
    print(t, t.encode(), t.isascii())


def itself():
    s = str(12)
    s += s
    s += s
    print(s)
    for c in s:
        s += c
    print(s)
    x = 1.5 * len(s)
    x += x
    x -= x / 4
    y = x
    x *= x
    print(x, y)


def failures():
    s = "text" + str(0)
    try:
        s += 1
    except TypeError as error:
        print(error, s)
    x = 1.5 * len(s)
    for wrong in (None, "a", []):
        try:
            x += wrong
        except TypeError as error:
            print(error, x)
    try:
        x /= 0
    except ZeroDivisionError as error:
        print(error, x)


def choices(flag):
    s = str(5)
    s += "yes" if flag else "no"
    s += (s := "new") + s
    s += f"{s}{len(s)}"
    return s


def closure():
    s = str(1)

    def inner():
        nonlocal s
        s += "i"
        return s
    first = inner()
    s += "o"
    return first, inner(), s


def generator(count):
    s = str(0)
    for i in range(count):
        s += yield s
    yield s


class Text(str):
    def __add__(self, other):
        return Text("<" + str(self) + other + ">")


class Adds:
    def __init__(self):
        self.log = []

    def __iadd__(self, other):
        self.log.append(other)
        return self


def others():
    t = Text("t")
    t += "a"
    t += "b"
    a = b = Adds()
    a += 1
    a += 2
    l = m = [1]
    l += [2]
    n = (1,)
    n += (2,)
    big = 10 ** 30
    old = big
    big += 1
    print(t, type(t).__name__, a.log, a is b, l is m, l, n, big, old)


async def concurrent():
    async def piece(i):
        await asyncio.sleep(0)
        return str(i)

    async def collect(name):
        s = str(name)
        total = float(len(s))
        for i in range(4):
            s += await piece(i)
            total += len(s)
        return s, total
    print(await asyncio.gather(collect("a"), collect("b")))


def long():
    s = ""
    parts = []
    for i in range(20000):
        s += str(i)
        if i % 5000 == 0:
            parts.append(s)
    print(len(s), [len(p) for p in parts], hash(s) == hash("".join(map(str, range(20000)))))


if __name__ == "__main__":
    aliases()
    given, number = "given" + str(2), 2.5 * len("ab")
    print(parameter(given, number), given, number)
    widths()
    itself()
    failures()
    print(choices(True), choices(False))
    print(closure())
    g = generator(3)
    print(next(g), g.send("a"), g.send("b"), g.send("c"))
    others()
    asyncio.run(concurrent())
    long()


# `x = x + y` for a variable of the function may change the text in place as `x += y` does
def written_out(pieces):
    text = ""
    kept = []
    for piece in pieces:
        text = text + piece
        kept.append(text)
        text = text + "-" + piece
    return text, kept


print(written_out(["a", "bc", "", "\xe9", "\u20ac", "\U0001f600"]))


def doubled(times):
    text = "ab"
    number = 1.5
    for _ in range(times):
        text = text + text
        number = number + number
        number = number * number
        number = number - 0.25
        number = number / 2
    return text, number


print(doubled(3))


class Tracked:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        print("add", self.name, other)
        return Tracked(self.name + "+") if other != "fail" else 1 / 0

    def __iadd__(self, other):
        print("iadd", self.name, other)
        return self

    def __radd__(self, other):
        print("radd", other, self.name)
        return NotImplemented

    __sub__ = __mul__ = __truediv__ = __add__

    def __del__(self):
        print("del", self.name)


def reassigned():
    x = Tracked("x")
    x = x + 1
    x += 2
    x = x - 3
    x = x * 4
    x = x / 5
    y = x
    x = x + 6
    print(x.name, y.name)
    try:
        x = x + "fail"
    except ZeroDivisionError:
        print("kept", x.name)
    n = 5
    try:
        n = n + x
    except TypeError as error:
        print(error, n)
    n = n + True
    n = n - False
    flag = True
    flag = flag + flag
    items = [1]
    other = items
    items = items + [2]
    print(n, flag, items, other)
    try:
        items = items + 3
    except TypeError as error:
        print(error, items)


reassigned()
