"""re.Scanner, and the scanner method of patterns."""
import re


def identifier(scanner, token):
    return "ID", token


def operator(scanner, token):
    return "OP", token, scanner.match.span()


scanner = re.Scanner([(r"[a-zA-Z_]\w*", identifier), (r"\d+\.\d*", lambda s, t: ("FLOAT", float(t))), (r"\d+", lambda s, t: ("INT", int(t))), (r"=|\+|-|\*|/", operator), (r"\s+", None)])
print(scanner.scan("sum = 3*foo + 312.50+bar"))
print(scanner.scan("sum = 3 $ 4"), scanner.scan(""), scanner.scan("  "))
print(re.Scanner([("a", "A"), ("b", None)]).scan("abab"), re.Scanner([("A", 1)], re.I).scan("aA"))
s = re.compile(r"\w").scanner("ab c")
print(type(s).__name__, s.match(), s.match(), s.match(), s.match(), s.pattern.pattern)
s = re.compile(r"\w*").scanner("ab c", 1)
print(s.search(), s.search(), s.search(), s.search(), s.search())
s = re.compile("").scanner("ab")
print(s.match(), s.match(), s.search(), s.match(), s.search())
s = re.compile("a|(b)").scanner("abx", 0, 2)
print(s.match().lastindex, s.match().lastindex, s.match())

TOKENS = re.compile(r"(?P<NUMBER>\d+(?:\.\d*)?)|(?P<ID>[A-Za-z]+)|(?P<OP>[-+*/=])|(?P<SKIP>[ \t]+)|(?P<NEWLINE>\n)|(?P<MISMATCH>.)")


def tokens(code):
    line, start = 1, 0
    for match in TOKENS.finditer(code):
        kind = match.lastgroup
        if kind == "NEWLINE":
            line, start = line + 1, match.end()
        elif kind == "MISMATCH":
            yield "ERROR", match.group(), line, match.start() - start
        elif kind != "SKIP":
            yield kind, match.group(), line, match.start() - start


for token in tokens("x = 3 + 4.5 * y\nz = x / 2 ?\n"):
    print(token)
for action in [lambda: type(s)(), lambda: s.match(1), lambda: re.compile("a").scanner(), lambda: re.compile("a").scanner(1)]:
    try:
        action()
    except TypeError as error:
        print(error)
