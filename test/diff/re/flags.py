"""Flags: as arguments, inside patterns, for parts of them, and how they are shown."""
import re

print(re.findall("^a.c$", "A\nC\nabc", re.I | re.M | re.S), re.findall("^a.c$", "abc\nabc", re.M), re.match("a.c", "a\nc", re.S), re.match("a.c", "a\nc"))
print(re.match("(?i)ABC", "abc"), re.match("(?i:a)B", "AB"), re.match("(?i:a)B", "Ab"), re.match("(?-i:a)B", "ab", re.I), re.match("(?-i:A)B", "ab", re.I))
print(re.match("(?s:.)\n.", "\n\n\n"), re.findall("(?m:^)b", "a\nb"), re.match("(?x) a  b # comment\n c", "abc"), re.match("(?x: a b )c d", "abc d"))
print(re.match(r"\w+", "äöü"), re.match(r"\w+", "äöü", re.A), re.match(r"(?a)\w", "ä"), re.match(r"(?a:\w)|(?u:\w)", "ä"), re.match(r"\d", "٣"), re.match(r"\d", "٣", re.A))
print(re.match(b"(?i)\xe9", b"\xc9"), re.match(b"(?iL)a", b"A"), re.match(rb"(?L)\w", b"\xe9"), re.match(rb"\w", b"\xe9"))
for flag in [re.A, re.I, re.L, re.M, re.S, re.X, re.U, re.ASCII | re.I, re.NOFLAG, re.I | re.M | re.S | re.X, re.RegexFlag(0x300)]:
    print(repr(flag), str(flag), int(flag), bool(flag))
print(~re.I, re.I ^ re.M, re.I & re.M, re.I | 4096, re.I in re.I | re.M, re.RegexFlag["I"], list(re.I | re.M), len(re.RegexFlag))
for pattern, flags in [("a", 0), ("a", re.I), ("(?i)a", 0), (b"a", 0), (b"a", re.L), ("a", re.A), ("a'b\"", re.M | re.S | re.X), ("x" * 250, re.I), ("a", re.U), ("é\n", 0)]:
    p = re.compile(pattern, flags)
    print(p, p.flags, repr(p.flags))
for pattern, flags in [("a", re.L), (b"a", re.U), ("a", re.A | re.U), (b"a", re.L | re.A), ("(?L)a", 0), (b"(?u)a", 0), ("(?au)a", 0), ("a(?i)b", 0), ("(?i-i:a)", 0),
                       ("(?z)", 0), ("(?i", 0), ("(?i-", 0), ("(?-i)", 0), ("(?a-u:x)", 0), ("(?-a:x)", 0), ("(?-:x)", 0), ("(?iz:x)", 0), ("(?i-z:x)", 0), ("(?im-s:^A.)", 0)]:
    try:
        print(pattern, re.compile(pattern, flags))
    except (ValueError, re.error) as error:
        print(pattern, type(error).__name__, error)
p = re.compile("a")
print(re.compile(p) is p, re.match(p, "a"))
try:
    re.compile(p, re.I)
except ValueError as error:
    print(error)
