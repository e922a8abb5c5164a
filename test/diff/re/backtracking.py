"""Much backtracking, but not too much."""
import re

print(re.match("(a+)+b", "a" * 16), re.match("(?:a|aa)+$", "a" * 20 + "b"), re.match("(a|a)*b", "a" * 12), re.match("(.*)(.*)(.*)x", "a" * 60), re.match("(?:a*)*b", "a" * 14))
print(re.match("a?" * 12 + "a" * 12, "a" * 12).end(), re.match("(?:x+x+)+y", "x" * 13), re.match(r"(\w+\s?)+$", "some words and then!"), re.match("(?:(?:a|b)+c?)+d", "abcab"), re.search("(a*)*c", "aab"))
print(re.match("(?>a+)+b", "a" * 30), re.match("(?:a++)+b", "a" * 200), re.match("(?:a+)++b", "a" * 200), re.match("(?>(?:a|aa)+)$", "a" * 200 + "b"), re.match("(?>.*)x", "a" * 1000 + "x"))
print(re.match(r"^(([a-z])+.)+[A-Z]([a-z])+$", "aaaaaaaaaaaaaa"), re.match(r"(.*?,){5}P", "1,2,3,4,5,6,7"), re.match(r"(.*?,){3}4", "1,2,3,4,5").groups(), re.match(r"(?:.*,){3}5", "1,2,3,4,5").span())
print(re.match("(a*)(a*)(a*)b", "aaab").groups(), re.match("(a*?)(a*?)(a*)b", "aaab").groups(), re.match("(a|ab|abc)(d|cd|bcd)", "abcd").groups(), re.match("(.+)(.+)(.+)", "abcde").groups(), re.match("(.{1,3})(.{1,3})$", "abcd").groups())
print(re.match(r"((\w+)\s*=\s*(\w+)\s*;?\s*)*$", "a=1; b = 2 ;c=3").groups(), re.match("(?:(a)|(b)|(ab))*c", "ababc").groups(), re.match("(?:(a)b|(a)c)+", "acab").groups(), re.match("((a)?(b)?)*?c", "abbac").groups())
board = re.compile(r"^(?:(\()|(\))|[^()])*$")
print(board.match("a(b)c").groups(), board.match("((x").groups(), re.match("^(?!(..+)\\1+$)..+$", "1" * 7) is not None, [n for n in range(30) if re.match("^(?!(..+)\\1+$)..+$", "1" * n)])
print(re.match("(?=(a*))\\1b", "aaab").groups(), re.match("(?:(?=(a+))\\1)*b", "aaab").groups(), re.match("(?:a(?!c)|b)*", "ababac").span(), re.search("(?:(?<=a)b|c)+", "xacbab").span())
