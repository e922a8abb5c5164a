"""All matches: lists, tuples of groups, iterators; empty matches beside others."""
import re

print(re.findall("a", "banana"), re.findall("(a)(n)?", "banana"), re.findall("(a)n", "banana"), re.findall("x", "banana"))
print(re.findall("", "abc"), re.findall("x*", "axbxx"), re.findall("a|", "banana"), re.findall(r"\b", "one two"))
print(re.findall(r"\b|\w+", "one two"), re.findall(r"\w*?", "ab"), re.findall(r"^|\w", "ab"), re.findall("(?m)^", "a\nb\n"))
print(re.findall("(?m)$", "a\nb\n"), re.findall("(a)|b", "aabb"), re.findall("(a)|(b)", "ab"))
print(re.compile("an").findall("banana", 2), re.compile("an").findall("banana", 0, 3), re.compile("an").findall(string="banana", endpos=4))
iterator = re.finditer(r"(\w)(\d)", "a1 b2 c3")
print(iter(iterator) is iterator, next(iterator), [m.groups() for m in iterator], list(iterator), next(iterator, "end"))
print([m.span() for m in re.finditer("", "ab")], [m.span() for m in re.finditer("a*", "baac")])
print([m.span() for m in re.compile("a").finditer("aaaa", 1, 3)], type(re.finditer("a", "")).__name__)
for m in re.finditer(r"(?P<word>\w+)", "one two"):
    print(m.group("word"), m.start(), m.end())
subject = bytearray(b"abc")
iterator = re.finditer(b"[ab]", subject)
print(next(iterator))
try:
    subject.append(1)
except BufferError as error:
    print(error)
del iterator
subject.append(100)
print(subject)
pairs = re.compile(r"(\w+)=(\w+)")
print(dict(pairs.findall("a=1, b=2, c=3")), {m[1]: int(m[2]) for m in pairs.finditer("x=10 y=20")})
print(sum(len(m[0]) for m in re.finditer(r"\S+", "lorem ipsum dolor sit amet " * 100)))
nested = [(a.group(), b.group()) for a in re.finditer("a.", "abac") for b in re.finditer(".", a.group())]
print(nested)
