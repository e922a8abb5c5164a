"""split: with groups, limits, empty matches."""
import re

print(re.split(r"\W+", "Words, words, words."), re.split(r"(\W+)", "Words, words."), re.split(r"\W+", "a b c d", 2), re.split("x", "abc"))
print(re.split(r"\b", "one two"), re.split("", "abc"), re.split("x*", "axbc"), re.split("(x)|(y)", "axbyc"), re.split("(?<=,)", "a,b,c"))
print(re.split(",", ""), re.split("(,)", ","), re.split("(a)?", "bab"), re.split(r"(...words...)", "Words, words, words."))
print(re.compile(" ").split("a b c", maxsplit=1), re.compile(" ").split(string="a b"), re.split("B", "aBbbcb", flags=re.I), re.split("b", "abc", -1))
print(re.split(b",", b"a,b,,c"), re.split(b"(,)", bytearray(b"a,b")), re.split(b",", memoryview(b"a,b")))
print(re.split(r"[;,\s]\s*", "a; b,c  d"), re.split(r"(?m)^", "a\nb\n"), re.split("\u20ac", "1\u20ac2\xe9"))
for arguments in [(), (1,), ("a", "b"), (b"a",), ("a", 2**70)]:
    try:
        print(re.compile(" ").split(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
