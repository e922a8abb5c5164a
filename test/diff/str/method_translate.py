"""str.maketrans in all its forms and str.translate with mappings, sequences and objects."""

print("hello".translate(str.maketrans("el", "ip")))
print("hello".translate(str.maketrans("el", "ip", "o")))
print("hello".translate(str.maketrans({"h": "J", "l": None, 111: "00"})))
print(str.maketrans("ab", "cd", "e"))
print(str.maketrans({"x": 1, 2: "y"}))


class Rot13:
    def __getitem__(self, key):
        char = chr(key)
        if char.islower():
            return chr((key - 97 + 13) % 26 + 97)
        raise LookupError(key)


print("Hello, World".translate(Rot13()))
table = [chr(i) for i in range(100)]
table[ord("A")] = "@@"
table[ord("B")] = None
table[ord("C")] = 0x1F600
print(ascii("ABCxyz".translate(table)))

cases = [
    lambda: str.maketrans("ab", "c"),
    lambda: str.maketrans("ab"),
    lambda: str.maketrans({"ab": 1}),
    lambda: str.maketrans({1.5: 1}),
    lambda: str.maketrans("a", 1),
    lambda: str.maketrans("a", "b", 3),
    lambda: str.maketrans(1, "b"),
    lambda: str.maketrans(),
    lambda: "a".translate(),
    lambda: "a".translate({97: 1.5}),
    lambda: "a".translate({97: 0x110000}),
    lambda: "a".translate({97: -1}),
    lambda: "a".translate(5),
]
for case in cases:
    try:
        print(ascii(case()))
    except Exception as error:
        print(type(error).__name__, error)
