"""The functions of the module beside the methods of patterns; its cache."""
import re

print(re.match("a", "a"), re.fullmatch("a", "a"), re.search("a", "ba"), re.sub("a", "b", "a"), re.subn("a", "b", "a"), re.split("a", "bab"), re.findall("a", "aa"), list(re.finditer("a", "a")))
print(re.match("A", "a", re.I), re.match("A", "a", flags=re.I), re.sub("A", "b", "aa", 1, re.I), re.sub("A", "b", "aa", flags=re.I), re.split("A", "bab", 0, re.I), re.findall("A", "aa", flags=re.IGNORECASE))
for i in range(600):
    assert re.compile("x%d" % i).match("x%d" % i)
print(len(re._cache) <= 512, re.compile("x599") is re.compile("x599"))
re.purge()
print(len(re._cache), re.compile("a", re.I) is re.compile("a", 2), re.compile("a") is re.compile(b"a"))


class Text(str):
    pass


print(re.match(Text("a"), Text("ab")), type(re.match("a", Text("a")).group()).__name__, type(re.sub("x", "y", Text("a"))).__name__, re.compile(Text("a")).pattern.__class__.__name__)
print(re.sub("a", Text("b"), "a"), type(re.sub("a", Text("b"), "a")).__name__, re.split("b", Text("abc")), type(re.match("", Text("a")).string).__name__)
import _sre
print(_sre.MAGIC, _sre.CODESIZE, _sre.MAXREPEAT, _sre.MAXGROUPS, _sre.getcodesize(), _sre.ascii_iscased(97), _sre.ascii_iscased(233), _sre.unicode_iscased(233), _sre.unicode_iscased(48), _sre.ascii_tolower(65), _sre.unicode_tolower(0xc9), _sre.ascii_tolower(0xc9))
for code in [[], [1, 2], [99], [16, 97], [23, 9, 1, 1], [10**10, 1], ["a", 1], [17, 5, 1], [7, 0, 1], [13, 3, 99, 0, 1], [4, 1, 0, 1], [24, 3, 2, 1, 2, 1, 1]]:
    try:
        print(code, _sre.compile("x", 0, code, 0, {}, (None,)).match(""))
    except Exception as error:
        print(code, type(error).__name__, error)
print(_sre.compile("ab", 0, [16, 97, 16, 98, 1], 0, {}, (None,)).match("abc"), _sre.compile(None, 0, [1], 0, {}, (None,)).match(b"x"), _sre.compile(None, 0, [2, 1], 0, {}, (None,)).match("x"))
