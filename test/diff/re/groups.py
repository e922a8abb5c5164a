"""Groups of a match: by number, by name, several at once, and those that did not take part."""
import re

match = re.match(r"(\w+) (\w+)(?:-(\d+))?", "Isaac Newton, physicist")
print(match.group(), match.group(0), match.group(1, 2), match.group(1, 2, 3), match[0], match[2], match[3])
print(match.groups(), match.groups("none"), match.groups(default=0))
print(match.start(), match.end(2), match.span(), match.span(3), match.start(3), match.regs)
print(match.pos, match.endpos, match.lastindex, match.lastgroup, match.string, match.re.pattern)
print(match, bool(match), match.expand(r"\2, \1"), match.expand(r"<\g<0>>"))

named = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)(?P<day>-\d\d)?", "on 2023-04 or so")
print(named.groupdict(), named.groupdict("?"), named.groupdict(default=""), named["year"], named.group("month", "day"))
print(named.start("year"), named.end("month"), named.span("day"), named.lastgroup, named.lastindex)
print(named.expand(r"\g<month>/\g<year>"), named.re.groupindex, named.re.groups)
print(dict(named.re.groupindex), type(named.re.groupindex).__name__)


class Index:
    def __index__(self):
        return 2


print(match[Index()], match.group(True))
for key in [4, -1, "x", "day", 2**100, None, 1.5, []]:
    try:
        print(key, match[key])
    except Exception as error:
        print(key, type(error).__name__, error)

print(re.match(r"(a)|(b)", "b").groups(), re.match(r"(a)|(b)", "b").lastindex)
print(re.match(r"((a)(b))", "ab").lastindex, re.match(r"(a)((b))", "ab").lastindex, re.match(r"ab", "ab").lastindex)
print(re.match(r"((?P<x>a)b)", "ab").lastgroup, re.match(r"(?P<y>(?P<x>a)b)", "ab").lastgroup)
print(re.match(r"(a*)*", "aaa").groups(), re.match(r"(a|b)*", "abab").groups(), re.match(r"(?:(a)|b)*", "ab").groups())
print(re.match(r"(?:(a)|(b)|(c))*", "abcab").groups(), re.match(r"(a)?b", "b").groups())
many = re.compile("".join("(%s)" % chr(97 + i % 26) for i in range(120)))
letters = "".join(chr(97 + i % 26) for i in range(120))
print(many.groups, many.match(letters).group(1, 100, 120), len(many.match(letters).groups()))
