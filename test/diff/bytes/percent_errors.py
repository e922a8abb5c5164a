"""The % operators of bytes and str beside each other: what they take, and their words for errors."""


def show(function):
    try:
        print(function())
    except (TypeError, ValueError, OverflowError, LookupError, MemoryError) as error:
        print(type(error).__name__, error)


class Texted:
    def __bytes__(self):
        return b"<texted>"


class Wrong:
    def __bytes__(self):
        return "text"


class Number(int):
    def __index__(self):
        return 66


for argument in (0, 65, 255, 256, -1, 2 ** 70, "a", "ab", b"a", b"ab", bytearray(b"z"), memoryview(b"m"), None, 1.5, Number(1), Texted()):
    show(lambda: b"%c" % (argument,))
    show(lambda: "%c" % (argument,))
for argument in ("a", b"a", 5, None, Texted(), Wrong(), bytearray(b"z"), memoryview(b"m"), [1], True):
    for conversion in ("s", "b", "r", "a", "d", "i", "x", "f", "q"):
        if type(argument).__name__ not in ("Texted", "Wrong", "memoryview") or conversion not in "ra":
            show(lambda: ("%" + conversion).encode() % (argument,))
            show(lambda: ("%" + conversion) % (argument,) if not isinstance(argument, (Texted, Wrong, memoryview)) else None)
for text, arguments in [("%s", (1, 2)), ("x", (1,)), ("%s %s", ("a",)), ("%", ()), ("%5", 5), ("%.", 5), ("%5%|", ()), ("%5%|", (1,)), ("%%%%", 1),
                        ("%d%%", 1), ("%*d|", (5, 1)), ("%-*d|", (-5, 1)), ("%.*f|", (2, 1.5)), ("%.*f|", ("a", 1)), ("%*d", (2 ** 70, 1)),
                        ("%.*d", (2 ** 53, 1)), ("%.*d", (-2 ** 31, 7)), ("%.*d", (-2 ** 31 - 1, 7)), ("%99999999999999999999d", 5),
                        ("%.99999999999999999999d", 5), ("%.9999999999f", 5), ("%(a", {"a": 1}), ("%(a)", {"a": 1}), ("%(a)s", 5), ("%(a)d", {"a": 1}),
                        ("%i", float("inf")), ("%d", float("nan")), ("%i", "x"), ("%u", "x"), ("%x", "1"), ("%#.c|", 3), ("%5.1c|", 65), ("%lld %hd %Lf", (1, 2, 3))]:
    show(lambda: text % arguments)
    show(lambda: text.encode() % arguments)
show(lambda: b"%(a)s" % {b"a": b"c"})
show(lambda: b"%(a)s" % {"a": b"c"})
show(lambda: b"%(a)s" % b"c")
show(lambda: b"abc" % {})
show(lambda: b"abc" % b"")
show(lambda: bytearray(b"%b|%a") % (b"x", "é"))
