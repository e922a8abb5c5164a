"""Subclasses of int: construction, arithmetic results, repr and format overrides, enum-like uses."""


class Celsius(int):
    def __new__(cls, value, unit="C"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __repr__(self):
        return f"{int(self)}°{self.unit}"

    def __add__(self, other):
        result = super().__add__(other)
        return result if result is NotImplemented else Celsius(result, self.unit)

    __radd__ = __add__

    def __eq__(self, other):
        print("eq")
        return int(self) == other

    __hash__ = int.__hash__


c = Celsius(20)
print(c, str(c), repr(c), f"{c}", f"{c:5d}|", "%d %s" % (c, c), c + 5, 5 + c, c - 1, type(c - 1).__name__, c == 20, c in [1, 20], {c: 1}[20], c.unit, [c], sum([c, c]), -c, int(c), c.bit_length())
print(isinstance(c, int), Celsius("12"), Celsius(3.7), Celsius(0) or "zero", c > 3, max(c, 3), c.__dict__, bool(c), c * "ab" if False else "ab" * Celsius(2), [1, 2, 3][Celsius(1)])
try:
    c + "x"
except TypeError as error:
    print(error)


class Weird(int):
    def __str__(self):
        return "weird"

    def __format__(self, spec):
        return f"<{spec}>"


w = Weird(7)
print(w, repr(w), f"{w:>9}", f"{w}", "{:d}".format(w), "%s %d" % (w, w), format(w), str(w), [w], json_like := {"w": w})
