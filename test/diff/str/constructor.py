"""str(): objects, encodings, error handlers, and its argument errors."""


class Both:
    def __str__(self):
        return "the str"

    def __repr__(self):
        return "the repr"


class OnlyRepr:
    def __repr__(self):
        return "only repr"


class Wrong:
    def __str__(self):
        return 5


class WrongRepr:
    def __repr__(self):
        return None


print(str(), repr(str("")), str(5), str(None), str([Both()]), str(Both()), str(OnlyRepr()), str(object=7))
print(str(b"caf\xc3\xa9", "utf-8"), str(b"\xff", "latin-1"), str(b"\xff", errors="replace"), str(b"ab", encoding="ascii"), str(bytearray(b"xy"), "utf8"))
print(str(b"raw"), str(memoryview(b"view"), "ascii"))
cases = [lambda: str(Wrong()), lambda: repr(WrongRepr()), lambda: str(WrongRepr()), lambda: str(5, "utf-8"), lambda: str("x", "utf-8"),
         lambda: str(b"\xff", "utf-8"), lambda: str(b"x", "no-such"), lambda: str(b"\xff", "ascii", "nothing"), lambda: str(b"x", 5),
         lambda: str(1, 2, 3, 4), lambda: str(foo=1), lambda: f"{Wrong()}", lambda: format(Both(), "x"), lambda: str(b"\xe9", "ascii")]
for case in cases:
    try:
        print(repr(case()))
    except Exception as error:
        print(type(error).__name__, error)
