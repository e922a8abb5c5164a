"""Repetitions: greedy, lazy, possessive, counted, nested, of the empty text."""
import re

for pattern in ["a*", "a+", "a?", "a{2}", "a{2,}", "a{,2}", "a{2,3}", "a*?", "a+?", "a??", "a{2}?", "a{2,}?", "a{,2}?", "a{2,3}?", "a*+", "a++", "a?+", "a{2}+", "a{2,}+", "a{,2}+", "a{2,3}+",
                "(?:ab)*", "(?:ab)+", "(?:ab)?", "(?:ab){2}", "(?:ab){1,2}", "(?:ab)*?", "(?:ab)+?", "(?:ab)??", "(?:ab){1,2}?", "(?:ab)*+", "(?:ab)++", "(?:ab){1,2}+",
                "(?:a|ab)*b", "(?:a|ab)*?b", "(?:a|ab)*+b", "(?:a|ab)++$", "(?:a?)*", "(?:a?)+", "(?:a?){3}", "(?:a*)*b", "(?:a*?)*b", "(?:a?)*?b", "(?:)*", "(?:)+?a", "(?:|a)*", "(?:|a)*?b",
                "(?:a{2}){2}", "(?:a{1,2}){2,3}", "(?:a+b?)+", "(?:.a)*", "(?:(?:a)*)*", "(?:(?:a)+b)*", "a{0}", "a{0}b", "(?:ab){0}", "(?:a{0,1}b{0,1}){2}", ".*b", ".*?b", ".+b.", "[ab]*b", "[^b]*b", r"\w*\b", "a*a", "a*ab", "a*?ab", "a+a+a+", "(?:a|b)*abb", "x*", "a{2,1000}", "(?:a|b){3,5}?$"]:
    print(pattern, *[m and m.span() for m in (re.match(pattern, s) for s in ["aaab", "ababab", "", "abb", "aaaa"])], [m.span() for m in re.finditer(pattern, "aabab")])
print(re.match(r"(a*)+", "aa").groups(), re.match(r"(a*?)+", "aa").groups(), re.match(r"(?:(a)|b)+", "ab").groups(), re.match(r"(a|b)+?c", "abc").groups(), re.match(r"(?:(\w)(\d)?)+", "a1b").groups())
print(re.match(r"((a)|(b))*", "aba").groups(), re.match(r"(?:(a)?b)*", "abb").groups(), re.match(r"(a(b)?)+", "aba").groups(), re.match(r"(a(b)?)+?$", "aba").groups(), re.match(r"(?:(a)(b)?){2}", "aba").groups())
print(re.match("(?>a+)b", "aab"), re.match("(?>a+)ab", "aab"), re.match("(?>a|ab)c", "abc"), re.match("(?>(?:a|ab)+)c", "abc"), re.match("(?:(?>a|ab)c|abd)", "abd"), re.match("x(?>)y", "xy"))
for pattern in ["*", "+a", "?", "a**", "a*??", "a{2}{3}", "(?:*)", "|*", "a{2,1}", "^*", "a{1,2}{3}", "a{99999999999}", "a{4294967294}", "a{0,4294967296}", "a{", "a{1", "a{1,", "a{,}", "a{x}", "a{,5", "a+++", "a?*", "(*)"]:
    try:
        print(pattern, re.compile(pattern), re.match(pattern, "a{1"))
    except (re.error, OverflowError) as error:
        print(pattern, "-", error)
