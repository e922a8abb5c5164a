"""replace, count, find, index and their reversed forms: overlaps, empties, ranges, errors."""

text = "banana"
print(text.replace("a", "o"), text.replace("a", "o", 2), text.replace("", "-"), text.replace("", "-", 3), text.replace("na", ""))
print("aaa".replace("aa", "b"), "".replace("", "x"), "".replace("a", "x"), text.replace("x", "y"), text.replace("a", "AA", -1), text.replace("a", "b", 0))
print(text.count("a"), text.count("ana"), text.count(""), text.count("a", 2), text.count("a", 2, 4), text.count("", 6), text.count("", 7))
print(text.find("na"), text.find("na", 3), text.find("x"), text.find(""), text.find("", 9), text.rfind("na"), text.rfind(""), text.rfind("a", 0, 4))
print(text.index("n"), text.rindex("n"), text.find("a", -1), text.find("a", -100, 100))
cases = [lambda: text.index("x"), lambda: text.rindex("x", 2), lambda: text.find(1), lambda: text.count(), lambda: text.replace("a"),
         lambda: text.replace("a", 1), lambda: text.replace("a", "b", "c"), lambda: text.find("a", "b"), lambda: text.index(b"a"),
         lambda: text.replace(old="a", new="b"), lambda: text.count("a", 1, 2, 3), lambda: text.rfind(None)]
for case in cases:
    try:
        print(case())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def single_characters():
    for text in ("", "a", "banana", "aaaa", "b\xe4nana", "\u20acana", "x" * 40 + "a"):
        for old, new in (("a", "o"), ("a", "a"), ("a", "\xe9"), ("\xe4", "a"), ("\u20ac", "a"), ("z", "a"), ("a", ""), ("", "a"), ("a", "\0"), ("a", "ab")):
            print([ascii(text.replace(old, new, count)) for count in (-1, 0, 1, 2, 100)], text.replace(old, new).isascii())
    print("a.b.c".replace(".", "/").encode(), hash("a.b".replace(".", "/")) == hash("a/b"), {"a/b": 1}["a.b".replace(".", "/")])


single_characters()
