"""Subjects so long that an engine which calls itself would run out of stack."""
import re

size = 1000000
a, ab = "a" * size, "ab" * (size // 2)
print(re.match("(?:a)*", a).end(), re.match("(?:a|b)*", ab).end(), re.match("(a|b)*", ab).end(), re.match("(a|b)*", ab).groups(), re.match("(?:ab)+", ab).end(), re.match("(?:ab)+?$", ab).end())
print(re.match("(?:.|x)*?$", a).end(), re.match("(?:a?)*", a).end(), re.match("((a)|(b))*", ab).groups(), re.match("(?:(?:a|b)(?:b|a))*", ab).end(), re.match("(?:a(?=a|b|$))*", a).end())
print(re.match(".*", a).end(), re.match(".*b", a), re.match(".*?b", a), re.match("(.)*", a).span(1), re.match("(?:[^b]|b)*b", ab).end(), re.match("(?:a|b)*+", ab).end(), re.match("(?>(?:a|b)*)", ab).end())
print(re.match("(a+)+$", a).span(), re.match("(?:a{1,3})*", a).end(), re.match("(?:a|b){1000000}", ab).end(), re.match("(?:a|b){1000001}", ab), re.fullmatch("(?:aa)*", a) is not None, re.fullmatch("(?:aa)*", a[1:]))
print(len(re.findall("a", a)), len(re.findall("", a)), len(re.sub("a", "b", a)), len(re.split("b", ab)), len(re.sub("(a)(b)", r"\2\1\2", ab)), sum(1 for _ in re.finditer("ab", ab)))
print(re.search("b", a), re.search("aab", a), re.search("c|ab$", ab).span(), re.search("[bc]", a), re.search(r"(?<=b)c|\Z", a).span(), re.search(r"(.)\1$", a[:2000]).span())
wide = a + "\u20ac"
print(re.match("(?:a|\u20ac)*", wide).end(), re.search("\u20ac", wide).span(), re.match("(?:a|(\u20ac))*", wide).groups(), len(re.sub("a", "\U0001f600", wide)), re.match(r"\w*", wide).end())
print(re.match(b"(?:a|b)*", ab.encode()).end(), len(re.sub(b"b", b"", ab.encode())), re.match(r"(?:\w\w)*?$", a).end(), re.match('"(?:[^"\\\\]|\\\\.)*"', '"' + 'x\\"' * 100000 + '"').end())
deep = "(" * 30 + "a" + ")" * 30
print(re.match(deep, "a").groups().count("a"), re.match("(?:" * 30 + "a" + ")*" * 30, a[:1000]).end())
