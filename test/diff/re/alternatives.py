"""Alternatives: order, common prefixes, empty ones, sets made of single characters."""
import re

words = "and as assert break class continue def del elif else except finally for from if import in is lambda not or pass raise return try while with yield".split()
keyword = re.compile(r"\b(?:%s)\b" % "|".join(words))
print(keyword.findall("if x in y: return not z or lambda: islambda in_ else elseif"))
print([keyword.fullmatch(w) is not None for w in words + ["an", "andy", "ifs", ""]])
print(re.findall("a|b|c", "abcd"), re.findall("foo|foobar", "foobar foo"), re.findall("foobar|foo", "foobar foo"), re.findall("a||b", "ab"), re.findall("|a", "aa"), re.findall("a|", "aab"))
print(re.match("(?:a|ab)(?:c|bcd)(?:d*)", "abcd").group(), re.match("(a|ab)(c|bcd)(d*)", "abcd").groups(), re.match("(?:x|y|z|abc|abd)+", "xabdabczab").group())
print(re.match("(?:ab|a)(?:bc|c)?$", "abc").span(), re.match("((a)|(ab))((c)|(bc))$", "abc").groups(), re.match("(a(b)?|c)+", "abac").groups(), re.match("(?:[ab]|cd|e)*", "acdbef").group())
print(re.search("b|ab", "ab").span(), re.search("(?:c|b)d", "abcd").span(), re.search("cat|dog", "a dog and a cat").group(), re.findall("(?:a|b)c|d", "acbcd"), re.search("é|€", "x€").span(), re.findall("a|€|\U0001f600", "\U0001f600€a"))
print(re.match("abc|abd|abe", "abe").group(), re.match("(?:abc|abd)x|aby", "aby"), re.match("(?:abx|aby|(abz))", "abz").groups(), re.match("(?i)abc|abd", "ABD"), re.match("a(?:b|)c", "ac"), re.match("(?:|a)+b", "aab"))
print(re.match(r"(\d+)|([a-z]+)|(\s+)", "abc").lastindex, [m.lastgroup for m in re.finditer(r"(?P<num>\d+)|(?P<word>[a-z]+)|(?P<other>.)", "12 ab-")])
print(re.match("|".join("w%d" % i for i in range(500)), "w321").group(), re.fullmatch("|".join("w%d" % i for i in range(500)), "w321").group(), re.fullmatch("|".join("(w%d)" % i for i in range(200)), "w150").lastindex)
