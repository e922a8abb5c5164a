"""Patterns of bytes on everything that holds bytes."""
import re
import warnings

warnings.simplefilter("ignore")  # of CPython, whose frames tell who is to be warned

print(re.match(b"a.c", b"abc"), re.findall(rb"\w+", b"one, two"), re.search(b"[\x80-\xff]+", b"ab\xe9\xea").span(), re.sub(b"b", b"\x00", b"abc"), re.split(b"", b"ab"), re.escape(b"a.b"))
for subject in [b"key=value", bytearray(b"key=value"), memoryview(b"key=value")]:
    match = re.match(rb"(?P<k>\w+)=(\w+)", subject)
    print(match.groups(), match.group(), match["k"], match.string == subject, match.span(2), type(match.group()).__name__, type(match.string).__name__)
    print(re.findall(b"[aeiou]", subject), re.sub(b"[aeiou]", b"*", subject), re.split(b"=", subject), [m.group() for m in re.finditer(b"e.", subject)])
print(repr(re.compile(b"a\xff")), re.compile(b"a").flags, re.compile(b"a", re.I), re.match(b"\\x61\\141\\n", b"aa\n"), re.match(b"\xe9", "\xe9".encode("latin-1")))
for pattern, subject in [("a", b"a"), (b"a", "a"), ("a", bytearray(b"a")), (b"a", 1), ("a", None), ("a", memoryview(b"a"))]:
    for function in [re.match, re.findall, re.split, re.finditer]:
        try:
            print(function(pattern, subject))
        except TypeError as error:
            print(function.__name__, error)
for pattern in [rb"\u0041", rb"\N{DIGIT ONE}", b"(?u)a", rb"\q", b"(?P<\xe9>a)"]:
    try:
        print(re.compile(pattern))
    except (re.error, ValueError) as error:
        print(pattern, error)
m = re.match(b"(a)(b)?", bytearray(b"a"))
print(m, m.groups(b"-"), m.expand(rb"<\1\2>"), repr(m.group(2)))
data = bytes(range(256))
print(re.findall(rb"\s", data), len(re.findall(rb"\w", data)), len(re.findall(rb"\W", data)), re.findall(rb"(?s).", data) == [bytes([i]) for i in range(256)], len(re.findall(rb".", data)))
print(re.match(b"(?i)abc", b"ABC"), re.findall(b"(?i)[a-c]", b"aBcD"), re.findall(b"(?i)[^a-c]", b"aBcD"), re.match(b"a\x00b", b"a\x00b"), re.search(b"\x00", b"ab\x00").span())
