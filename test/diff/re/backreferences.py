"""References to groups, and conditions on them."""
import re
import warnings

warnings.simplefilter("ignore")  # of CPython, whose frames tell who is to be warned

print(re.findall(r"(\w)\1", "aabbcd"), re.match(r"(a+)b\1", "aabaa"), re.match(r"(a+)b\1$", "aaba"), re.match(r"(?P<q>['\"]).*?(?P=q)", "'a\"b'c"), re.match(r"(a)?\1b", "b"))
print(re.match(r"(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\10", "abcdefghijj").span(), re.match(r"(a)\1{2,3}", "aaaa").span(), re.match(r"(?:(a)|b)\1", "bb"), re.match(r"(\w+) \1", "the the").group(1))
print(re.search(r"(\b\w+)\s+\1", "Paris in the the spring").group(), re.sub(r"\b(\w+)( \1\b)+", r"\1", "one one two two two"), re.match(r"(.*)\1$", "abab").groups(), re.match(r"(.+?)\1+$", "ababab").groups())
print(re.match(r"(a)?(?(1)b|c)", "ab"), re.match(r"(a)?(?(1)b|c)", "c"), re.match(r"(a)?(?(1)b|c)", "ac"), re.match(r"(<)?\w+(?(1)>)$", "<a>"), re.match(r"(<)?\w+(?(1)>)$", "<a"), re.match(r"(<)?\w+(?(1)>)$", "a>"))
print(re.match(r"(?P<x>a)?(?(x)b|c)", "ab"), re.match(r"(?:(a)|b)*(?(1)x|y)", "bax"), re.match(r"(?:(a)|b)*(?(1)x|y)", "by"), re.match(r"(a)?(?(1)|c)", "a"), re.match(r"(a)?(?(1)b)", "x"))
print(re.match(r"(a)?(b)?(?(1)(?(2)c|d)|e)", "abc"), re.match(r"(a)?(b)?(?(1)(?(2)c|d)|e)", "ad"), re.match(r"(a)?(b)?(?(1)(?(2)c|d)|e)", "e"))
print(re.match(r"(x)?(?(1)a[\x0f\x0e])", "xa\x0f"), re.match("(x)?(?(1)\x0f)", "x\x0f"), re.match("(x)?(?(1)(?:\x0f|a))", "xa"))
print(re.match(r"(é)\1", "éé"), re.match(r"(é)\1", "éÉ", re.I), re.match(r"(\u20ac.)\1", "€a€a"), re.match(rb"(\xe9)\1", b"\xe9\xe9"))
for pattern in [r"\1", r"(a)\2", r"(a\1)", "(?P=x)", "(?P<x>a)(?P=y)", "(?(1)a)", "(?(x)a)", "(?P<x>a)(?(y)b)", "(a)(?(1)b|c|d)", "(a)(?(1", "(a)(?(1)", "(?(0)a)", "(?(a)", "(?P<x>(?P=x))", r"(a)\100", r"\8", r"(?(999999999999)a)", "(a)(?(1)b|c", "(?(-1)a)", "(?(+1)a)(b)"]:
    try:
        print(pattern, re.compile(pattern).groups)
    except re.error as error:
        print(pattern, "-", error)
