"""Operators on str with every kind of wrong operand."""

values = {"int": 1, "none": None, "bytes": b"b", "list": [1], "float": 1.5, "str": "s", "tuple": ("t",), "dict": {}}
for name, value in values.items():
    for symbol, operate in (("+", lambda a, b: a + b), ("*", lambda a, b: a * b), ("-", lambda a, b: a - b), ("<", lambda a, b: a < b),
                            ("in", lambda a, b: a in b), ("[]", lambda a, b: a[b]), ("//", lambda a, b: a // b), ("@", lambda a, b: a @ b)):
        for left, right in (("ab", value), (value, "ab")):
            try:
                print(name, symbol, repr(operate(left, right)))
            except Exception as error:
                print(name, symbol, type(error).__name__, error)
text = "abc"
for bad in (lambda: -"a", lambda: +"a", lambda: ~"a", lambda: abs("a"), lambda: round("a"), lambda: divmod("a", 1), lambda: pow("a", 2),
            lambda: text[5], lambda: text[-4], lambda: text[1.0], lambda: text["0"], lambda: text[None:2:"x"], lambda: text[::0],
            lambda: ""[0], lambda: len(5), lambda: hash([]), lambda: "a" * 10**20, lambda: "a" * 1.0):
    try:
        print(repr(bad()))
    except Exception as error:
        print(type(error).__name__, error)
try:
    text[0] = "x"
except TypeError as error:
    print(error)
try:
    del text[0]
except TypeError as error:
    print(error)
try:
    text.name = 1
except AttributeError as error:
    print(error)
try:
    text.uper()
except AttributeError as error:
    print(error)
text += "d"
text *= 2
print(text)
