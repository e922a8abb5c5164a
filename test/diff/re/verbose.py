"""Patterns with spaces and comments."""
import re

number = re.compile(r"""
    (?P<sign> [-+] )?       # an optional sign
    (?: (?P<int> \d+ )      # digits
        (?: \. (?P<frac> \d* ) )?
      | \. (?P<only> \d+ )  # or a fraction alone
    )
    (?: [eE] (?P<exp> [-+]? \d+ ) )?
    $                       # nothing behind it
""", re.VERBOSE)
for text in ["1", "-1.5", "+.25e-3", "1e10", ".", "1.", "", "1 2"]:
    match = number.match(text)
    print(repr(text), match and match.groupdict())
print(re.match(r"a\ b[ ]c\#d", "a b c#d", re.X), re.match("a b", "ab", re.X), re.match("(?x)a # b\n c", "ac"), re.match("a #", "a", re.X), re.match("[ #]+", " #", re.X))
print(re.match("(?x: a b # c\n) d", "ab d"), re.match("(?-x: a )b", " a b", re.X), re.match("a  {2}", "aa", re.X), re.match("a{2 }", "a{2}", re.X))
print(re.findall(r"""(?xi)
    \b (\w+) \s+ \1 \b   # doubled words
""", "the The cat cat's is is"), re.match("a\t\n\r\f\v b", "ab", re.X), re.match("a\u2003b", "a\u2003b", re.X), re.match("(?#comment)a(?#another)b", "ab"))
for pattern in ["(?#", "( ?:a)", "(? :a)", "a # \\", "(?x) a (", "\n\n  (", "a\n  b)", "[\n"]:
    try:
        print(repr(pattern), re.compile(pattern, re.X).match("a"))
    except re.error as error:
        print(repr(pattern), "-", error, (error.msg, error.pos, error.lineno, error.colno, error.pattern == pattern))
