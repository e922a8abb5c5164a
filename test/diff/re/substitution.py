"""sub and subn: texts, templates, functions, counts, empty matches."""
import re

print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", 2), re.sub("a", "b", "banana", count=1), re.subn("a", "", "banana"))
print(re.sub("", "-", "abc"), re.sub("x*", "-", "abxd"), re.sub("a|", "-", "aba"), re.sub(r"\b", "|", "one two"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"(?P<x>\w+)", r"<\g<x>>", "a b"), re.sub(r"(a)", r"\g<1>0", "a"))
print(re.sub("a", r"\n\t\\\0\101", "a") == "\n\t\\\0A", re.sub("(a)(b)?", r"[\2]", "ab a"), re.sub("a", "\\\\", "a"))
print(re.sub(r"(?i)A", "x", "aA"), re.sub("a", r"\g<0>\g<0>", "aba"), re.sub("(.)", r"\1\1", "abc"))


def shout(match):
    return match.group().upper()


print(re.sub(r"\w+", shout, "some words here"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 22 333"))
print(re.sub("a", lambda m: None, "banana"), re.subn("[aeiou]", lambda m: "<%d>" % m.start(), "education", 3))
print(re.sub("a", str, "a"), re.compile("b").sub(repl="x", string="abc", count=1), re.compile("b").subn("x", "abcb"))
print(re.sub("x", "y", "no match here"), re.sub("a", "", ""), re.sub("a", "\u20ac", "banana"), re.sub("\u20ac", "e", "1\u20ac2\xe9"))
text = "unchanged"
print(re.sub("x", "y", text) is text)
print(re.sub(b"a", b"b", b"banana"), re.sub(b"(a)", rb"<\1>", bytearray(b"banana")), re.subn(b"n", lambda m: b"N", b"banana"))
print(re.sub("(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)", r"\11\10", "abcdefghijk"))
for pattern, replacement, subject in [
        ("(a)", r"\2", "a"), ("a", r"\g<x>", "a"), ("a", r"\g<", "a"), ("a", r"\g", "a"), ("a", r"\g<1a>", "a"), ("a", r"\q", "a"),
        ("a", "\\", "a"), ("a", r"\g<>", "a"), ("a", r"\400", "a"), ("a", 5, "a"), ("a", None, "a"), ("a", b"b", "a"),
        (b"a", "b", b"a"), ("a", lambda m: 5, "xa"), ("a", lambda m: m.nothing, "a"), ("a", "b", 5), (b"(a)", r"\1x", b"a"),
        ("a", r"\g<-1>", "a"), ("(a)", b"\\1", "a")]:
    try:
        print(re.sub(pattern, replacement, subject))
    except Exception as error:
        print(type(error).__name__, error)
calls = []
re.sub("a", lambda m: calls.append(m.span()) or "", "banana", 2)
print(calls)
print(re.sub(r"(\w)", lambda m: re.sub("b", "[b]", m[1]), "abc"))
big = re.sub("a", "bb", "a" * 100000)
print(len(big), set(big), len(re.sub(r"(a)(a)", r"\2-\1", "a" * 50000)))
print(re.escape("a.b*c[d]\n-é#&~ "), re.escape(b"a.b\xe9 "), re.escape("") == "", re.fullmatch(re.escape("1+1=2?"), "1+1=2?"))
