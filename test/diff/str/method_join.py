"""str.join over every kind of iterable, and what it refuses."""


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        for value in range(self.start, 0, -1):
            yield str(value)


class Broken:
    def __iter__(self):
        yield "a"
        raise RuntimeError("source failed")


print(", ".join(["a", "b"]), "-".join("abc"), "".join(()), "x".join(["only"]), "|".join(Countdown(4)))
print("/".join({"k": 1, "l": 2}), "+".join(str(i) for i in range(5)), "é".join(["ü", "ß"]), "".join(map(chr, [97, 0x1F600])).encode())
for bad in (["a", 1], [1], ["a", None, "b"], 5, None, ["x", b"y"], Broken()):
    try:
        print("-".join(bad))
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
try:
    "".join()
except TypeError as error:
    print(error)
try:
    "".join(["a"], ["b"])
except TypeError as error:
    print(error)


class Text(str):
    def __str__(self):
        return "other"


joined = "-".join([Text("x"), Text("y")])
print(joined, type(joined).__name__, type("".join([Text("z")])).__name__)
