"""match, fullmatch, search with pos and endpos, and what anchors make of them."""
import re

p = re.compile("b+")
print(p.match("abb"), p.match("abb", 1), p.search("abb"), p.search("aabbb", 3, 4), p.fullmatch("bb"), p.fullmatch("bba"))
print(p.fullmatch("abba", 1, 3), p.match("abb", -5), p.search("abb", 2, 100), p.search("abb", 100), p.match("abb", pos=1, endpos=2))
print(p.search(string="xbx"), p.search("abb", 3), p.search("abb", 2, 1))
empty = re.compile("")
print(empty.match("abc", 2, 1), empty.search("abc", 2, 1), empty.findall("abc"), empty.findall("abc", 1, 2), empty.match(""))
for pattern in ["^b", r"\Ab", "b$", r"b\Z", r"\bb", r"(?<=a)b", r"(?m)^b", r"b(?=b)", r"(?!a)b"]:
    q = re.compile(pattern)
    print(pattern, [q.search("abb\nb", pos) for pos in range(6)], q.match("abb", 1), q.search("abb", 0, 2))
print(re.search("a|ab", "ab"), re.fullmatch("a|ab", "ab"), re.fullmatch("a*?", "aaa"), re.fullmatch("(a|ab)(c|bcd)", "abcd"))
print(re.fullmatch("(?:a|b)*?", "abab"), re.fullmatch(r"\w+?(\d*)", "ab12").groups(), re.fullmatch("a{2,3}?", "aaa"))
print(re.search("x*", "aax"), re.search("x+", "aax").span(), re.match("x*", "aax").span())
long = "a" * 1000 + "needle" + "b" * 1000
print(re.search("needle", long).span(), re.search("n[e]{2}dle", long).span(), re.search("needles", long), re.search("b$", long).span())
print(re.search("ababac", "abababac").span(), re.search("aab", "aaaab").span(), re.search("aa", "baaa", 2).span())
for bad in [1, None, [], b"x", object]:
    try:
        p.search(bad)
    except TypeError as error:
        print(error)
for call in [lambda: p.match(), lambda: p.match("a", "b"), lambda: p.match("a", 1, 2, 3), lambda: p.match("a", x=1),
             lambda: p.search("a", pos=None), lambda: p.match("a", string="b")]:
    try:
        print(call())
    except TypeError as error:
        print(error)
