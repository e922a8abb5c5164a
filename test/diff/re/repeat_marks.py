"""What groups remember when a repetition goes round again or gives up a round."""
import re

cases = [("(?:(a)|b)*", "ab"), ("(?:(a)|b)*?$", "ab"), ("(?:(a)(?=b)|b)*", "aba"), ("(?:(ab)|(a)|(b))*", "abab"), ("(?:(ab)|(a)|(b))*c", "ababc"), ("(a)?b|ac", "ac"), ("(?:(a)b)?a", "aa"), ("(?:(a)b)*a", "abac"),
         ("((a)|b)*", "ab"), ("(?:(a)|(b)){2}", "ab"), ("(?:(a)|(b)){1,2}?$", "ab"), ("(?:(?=(a))a|b)*", "ab"), ("(?:(?!(a))b|a)*", "ab"), ("(?:(a)?(b)?)*", "ab"), ("(?:(a*)(b*))*", "aab"), ("(?:(a*)(b*))*?$", "aab"),
         ("(a(?:(b)|c))*", "abac"), ("(?:a(?:(b)|c))*", "abac"), ("(?:(x)|(y)|z)*", "xyz"), ("(?:(x)|(y)|z)+?$", "xyz"), ("(a|(b))*?$", "ba"), ("((?:(a)|(b))c)*", "acbc"), ("(?:((a)|(b))+c)*", "abcbc"), ("(?:(a)|(?:(b)|(c)))*d", "abcd"),
         (r"(?:(\w)(\d)?)*", "a1b"), (r"(?:(\w)(?:(\d)|-))*", "a1b-c"), (r"((\w)\2)*", "aabb"), (r"(?:(\w)\1)*", "aabbc"), (r"(?:(a)|\1b)*", "aab"), ("(?:(a)|(b)|)*", "ab"), ("(|a)*", "aa"), ("(|a)+", "aa"), ("(a|)*", "aa"), ("(a*|b)*", "aab"),
         ("(?:a|(b))*(?(1)c|d)", "abad"), ("(?:a|(b))*(?(1)c|d)", "abac"), ("(?:(a)|b(?(1)c|d))*", "bdabc"), ("(?:(a)|b(?(1)c|d))*?$", "abc"), ("(?<=(a)|(b))c", "bc"), ("(?:(?<=(a))b|a)*", "abab"), ("(x(y)?)*(z)?", "xyxz")]
for pattern, subject in cases:
    for function in (re.match, re.search, re.fullmatch):
        match = function(pattern, subject)
        print(pattern, subject, match and (match.span(), match.groups(), match.lastindex))
