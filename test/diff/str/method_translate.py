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


class Counting(dict):
    """Notes which characters are looked up: those of ASCII text once, until one becomes something else."""

    def __init__(self, *args):
        super().__init__(*args)
        self.asked = []

    def __getitem__(self, key):
        self.asked.append(chr(key))
        return super().__getitem__(key)

    def __missing__(self, key):
        if key == ord("!"):
            raise IndexError(key)
        if key == ord("?"):
            raise ValueError("not that one")
        return chr(key).upper()


for text in ("abcabc", "aXbXa", "aZaZb", "aYa!!", "\xe9abab", "a?", "", "NNN"):
    table = Counting({97: "1", 98: 50, 88: "xx", 89: 0x20AC, 90: "\xe9", 78: None})
    try:
        print(ascii(text.translate(table)), end=" ")
    except ValueError as error:
        print(error, end=" ")
    print(ascii("".join(table.asked)))
plain = {97: None, 98: "", 99: True, 100: "dd", 101: 200, 102: "f"}
print(ascii("fabcdefabc\xe9b".translate(plain)), ascii("faff".translate(plain)), ascii("fcaf".translate(plain)))
for bad in (2.5, 0x110000, -1, 1 << 80, b"x"):
    try:
        print("ffg".translate({103: bad}))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
