"""Looking ahead and behind, and the anchors."""
import re

print(re.findall(r"\w+(?=!)", "hey! you there!"), re.findall(r"\b\w+\b(?!!)", "hey! you there!"), re.findall(r"(?<=\$)\d+", "$5 6 $70"), re.findall(r"(?<!\$)\b\d+", "$5 6 $70"))
print(re.match(r"(?=(a+))a*b\1", "aabaa"), re.match(r"(?=(a+))", "aa").groups(), re.match(r"(?!(a)b)a", "ac").groups(), re.match(r"(?=a)(?=.b)ab", "ab"), re.match(r"(?!)", "a"), re.match("(?=)", "a"))
print(re.search(r"(?<=ab|cd)e", "cde"), re.search(r"(?<=(a)b)c", "abc").groups(), re.search(r"(?<=^a)b", "ab"), re.search(r"(?<=\ba)b", "ab"), re.search(r"(?<!^)a", "aa").span(), re.search(r"(?<=)a", "a"))
print(re.search(r"(?<=a(?=b))b", "ab"), re.search(r"(?<=(?<!x)a)b", "xab ab").span(), re.findall(r"(?<=(.)(.))c", "abcxyc"), re.search(r"(?<=a{3})b", "aaab").span(), re.search(r"(a)(?<=\1)b", "ab"))
print(re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", "1234567890"), re.sub(r"(?<=[a-z])(?=[A-Z])", "_", "camelCaseText"), re.split(r"(?=[A-Z])", "camelCaseText"))
print(re.match(r"(?:(?=(\w))\1)*", "abc").groups(), re.match(r"(?:(?!b)\w)*", "aab").span(), re.match(r"(?:(?!(b))\w)*", "aab").groups(), re.match(r"((?=a).)*", "aab").span())
for pattern in [r"\ba", r"a\b", r"\Ba", r"a\B", r"\b", r"\B", "^", "$", r"\A", r"\Z", "(?m)^", "(?m)$", "^a", "a$", r"\n$", r"$\n", "(?m)$\\n^", r"\Aa", r"a\Z", r"^$", r"(?m)^$"]:
    print(pattern, [[m.span() for m in re.finditer(pattern, s)] for s in ["a ba\na", "", "\n", "a\n\n", "aé é"]])
print(re.findall(r"\bé", "é", re.A), re.findall(r"\bé", "é"), re.findall(rb"\ba\b", b"a ba a"), re.findall(rb"(?L)\ba\B", b"ab a"), re.findall(r"\b", ""), re.findall(r"\B", ""))
for pattern in ["(?<=a*)b", "(?<!a+)b", "(?<=a|bc)d", "(?<=(a)\\1)b", "(?<=a", "(?=", "(?<", "(?<x)", "(?<=a{2,3})b", "(a)(?<=\\2)", "(?<=(?P=x))", "(?<=(?(1)a|b))c(x)", "(x)(?<=(?(1)a|bc))"]:
    try:
        print(pattern, re.compile(pattern))
    except re.error as error:
        print(pattern, "-", error)
