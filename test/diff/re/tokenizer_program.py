"""A small interpreter whose tokens, templates and messages all come from patterns."""
import re
from dataclasses import dataclass

TOKEN = re.compile(r"""
    \s* (?: (?P<number> \d+ (?: \. \d+ )? (?: [eE] [-+]? \d+ )? )
          | (?P<name> [^\W\d] \w* )
          | (?P<text> "(?: [^"\\] | \\. )*" | '(?: [^'\\] | \\. )*' )
          | (?P<op> \*\* | [-+*/()=,] )
          | (?P<end> $ ) )""", re.X)
ESCAPES = {"n": "\n", "t": "\t", "\\": "\\", '"': '"', "'": "'"}


@dataclass
class Token:
    kind: str
    text: str
    column: int


def tokenize(line):
    position = 0
    while True:
        match = TOKEN.match(line, position)
        if not match:
            raise SyntaxError("bad character %r at column %d" % (line[position], position))
        kind = match.lastgroup
        yield Token(kind, match[kind], match.start(kind))
        if kind == "end":
            return
        position = match.end()


class Interpreter:
    def __init__(self):
        self.names = {}

    def run(self, line):
        self.tokens = list(tokenize(line))
        self.at = 0
        if self.tokens[0].kind == "name" and self.tokens[1].text == "=":
            self.at = 2
            self.names[self.tokens[0].text] = value = self.sum()
        else:
            value = self.sum()
        self.expect("end")
        return value

    def peek(self):
        return self.tokens[self.at]

    def expect(self, kind, text=None):
        token = self.peek()
        if token.kind != kind or (text and token.text != text):
            raise SyntaxError("unexpected %r at column %d" % (token.text, token.column))
        self.at += 1
        return token

    def sum(self):
        value = self.product()
        while self.peek().text in ("+", "-"):
            op = self.expect("op").text
            right = self.product()
            value = value + right if op == "+" else value - right
        return value

    def product(self):
        value = self.atom()
        while self.peek().text in ("*", "/", "**"):
            op = self.expect("op").text
            right = self.atom()
            value = value * right if op == "*" else value / right if op == "/" else value ** right
        return value

    def atom(self):
        token = self.peek()
        self.at += 1
        if token.kind == "number":
            return float(token.text) if re.search("[.eE]", token.text) else int(token.text)
        if token.kind == "text":
            return re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[0]), token.text[1:-1])
        if token.kind == "name":
            if token.text not in self.names:
                raise NameError("%s is not known" % token.text)
            return self.names[token.text]
        if token.text == "(":
            value = self.sum()
            self.expect("op", ")")
            return value
        raise SyntaxError("unexpected %r at column %d" % (token.text, token.column))


interpreter = Interpreter()
for line in ["x = 3 * (4 + 5)", "x ** 2 - 1", "größe = 1.5e3 / 4", "größe", '"tab\\tand \\"quotes\\"" + \' end\'', "y + 1", "2 $ 3", "(1 + 2", "'open", "", "x x", "1 + + 2"]:
    try:
        print(repr(line), "->", repr(interpreter.run(line)))
    except (SyntaxError, NameError) as error:
        print(repr(line), "->", type(error).__name__, error)

TEMPLATE = re.compile(r"\{\{\s*(?P<name>\w+)(?:\|(?P<filter>\w+)(?:\((?P<argument>[^)]*)\))?)?\s*\}\}")
FILTERS = {"upper": lambda v, a: v.upper(), "pad": lambda v, a: v.ljust(int(a), "."), "join": lambda v, a: a.join(v)}


def render(template, **values):
    def replace(match):
        value = values[match["name"]]
        return FILTERS[match["filter"]](value, match["argument"]) if match["filter"] else str(value)
    return TEMPLATE.sub(replace, template)


print(render("Dear {{ name|upper }}, {{count}} items: {{ items|join(, ) }} {{name|pad(8)}}|", name="Ann", count=3, items=["a", "b"]))
