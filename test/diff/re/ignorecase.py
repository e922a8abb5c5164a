"""Comparing without regard to case, in ASCII and in Unicode with its odd pairs."""
import re

print(re.findall("[a-c]+", "abcABCd", re.I), re.findall("[^a-c]+", "abcABCdE", re.I), re.findall("straße", "STRASSE straße STRAßE", re.I))
for pattern, subjects in [("k", "kK\u212a"), ("s", "sS\u017f"), ("å", "åÅ\u212b"), ("µ", "µμΜ"), ("σ", "σςΣ"), ("ß", "ßẞ"), ("i", "iIİı"), ("İ", "iIİı"),
                          ("ǆ", "ǆǅǄ"), ("θ", "θϑΘϴ"), ("ﬅ", "ﬅﬆ"), ("\U00010400", "\U00010400\U00010428"), ("[k-l]", "kK\u212alL"), ("[\u2160-\u2163]", "ⅰⅡⅢⅳ"),
                          ("[^s]", "sS\u017fx"), ("\u0345", "\u0345ιΙ\u1fbe"), ("[а-я]", "аЯё"), ("[\U00010400-\U00010410]", "\U00010428\U00010438\U0001043a")]:
    print(pattern, re.findall(pattern, subjects, re.I), re.findall(pattern, subjects, re.I | re.A), re.findall(pattern * 2, subjects * 2, re.I), re.findall("(?:%s)+" % pattern, subjects, re.I))
print(re.findall(r"(\w)\1", "aAbBcC ßẞ σς kK", re.I), re.findall(r"(\w)\1", "aAbBéÉ", re.I | re.A), re.findall(rb"(\w)\1", b"aAbB", re.I), re.findall(rb"(.)\1", b"aA\xe9\xc9", re.I | re.L))
print(re.findall(b"[a-c]+", b"abcABCd", re.I), re.findall(b"[^a-c]+", b"abcABCdE", re.I | re.L), re.findall(b"a", b"aA", re.L | re.I), re.findall(b"[^a]", b"aAb", re.L | re.I))
print(re.match("(?i:ab)c", "ABc"), re.match("(?i:ab)c", "ABC"), re.sub("(?i)hello", "bye", "Hello hELLO"), re.split("X", "axbXc", flags=re.I))
print(re.match("[é-í]+", "ÉÊëí", re.I), re.match("[É-Í]+", "éê", re.I), re.match("[^é]", "É", re.I), re.search("a{2,3}", "bAaA", re.I), re.search("a+?b", "AAB", re.I))
print([c for c in map(chr, range(0x250)) if re.match("[a-z]", c, re.I) and not c.isascii()], [c for c in "abc123-" if re.match("[^a]", c, re.I)])
