"""Equality and ordering by code points, min, max, sorted and hashing of equal strings."""
words = ["b", "a", "B", "", "ab", "aa", "é", "e", "z", "日", "🐍", "\uffff", "aé", "a日", "A", "10", "9", " "]
print(sorted(words))
print(sorted(words, key=str.lower), sorted(words, reverse=True), sorted(words, key=len))
print(min(words), max(words), min(words, key=len), max(words, key=ord if False else len))
for a in ("a", "ab", "é", "🐍", ""):
    print([(a < b, a <= b, a == b, a != b, a > b, a >= b) for b in ("a", "b", "日", "\uffff")])
a, b = "hello", "hel"
b += "lo"
print(a == b, hash(a) == hash(b), {a: 1}[b], a in {b}, "x" * 0 == "", "a" == b"a", "1" == 1, "é" == "e\u0301")
for other in (5, None, b"a", ["a"]):
    for op in ("<", "+"):
        try:
            print("a" < other if op == "<" else "a" + other)
        except TypeError as error:
            print(error)
try:
    print("a" * "b")
except TypeError as error:
    print(error)
try:
    print("a" * 2.0)
except TypeError as error:
    print(error)
print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -5, "" * 100, "é" * True)
