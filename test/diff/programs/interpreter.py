"""A small language: tokenizer, recursive-descent parser and evaluator, with error positions."""
from dataclasses import dataclass


class LanguageError(Exception):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")


@dataclass
class Token:
    kind: str
    text: str
    position: int


def tokenize(source):
    i = 0
    while i < len(source):
        start = i
        c = source[i]
        if c.isspace():
            i += 1
            continue
        if c.isdigit():
            while i < len(source) and (source[i].isdigit() or source[i] == "."):
                i += 1
            yield Token("number", source[start:i], start)
        elif c.isalpha():
            while i < len(source) and source[i].isalnum():
                i += 1
            yield Token("name", source[start:i], start)
        elif c in "+-*/^()=,":
            i += 1
            yield Token(c, c, start)
        else:
            raise LanguageError(f"unexpected {c!r}", start)
    yield Token("end", "", i)


class Parser:
    levels = [{"+": lambda a, b: a + b, "-": lambda a, b: a - b}, {"*": lambda a, b: a * b, "/": lambda a, b: a / b}]

    def __init__(self, source, names):
        self.tokens = tokenize(source)
        self.names = names
        self.current = next(self.tokens)

    def take(self, *kinds):
        if self.current.kind in kinds:
            token, self.current = self.current, next(self.tokens, self.current)
            return token
        return None

    def expect(self, kind):
        return self.take(kind) or self.fail(f"expected {kind}")

    def fail(self, message):
        raise LanguageError(f"{message}, found {self.current.text or 'end'!r}", self.current.position)

    def statement(self):
        value = self.binary(0)
        self.expect("end")
        return value

    def binary(self, level):
        if level == len(self.levels):
            return self.power()
        value = self.binary(level + 1)
        while token := self.take(*self.levels[level]):
            right = self.binary(level + 1)
            try:
                value = self.levels[level][token.kind](value, right)
            except ZeroDivisionError:
                raise LanguageError("division by zero", token.position) from None
        return value

    def power(self):
        base = self.atom()
        return base ** self.power() if self.take("^") else base

    def atom(self):
        if token := self.take("number"):
            return float(token.text) if "." in token.text else int(token.text)
        if self.take("-"):
            return -self.power()
        if self.take("("):
            value = self.binary(0)
            self.expect(")")
            return value
        if token := self.take("name"):
            return self.name(token)
        self.fail("expected a value")

    def name(self, token):
        if self.take("="):
            self.names[token.text] = value = self.binary(0)
            return value
        if token.text not in self.names:
            raise LanguageError(f"unknown name {token.text}", token.position)
        value = self.names[token.text]
        if self.take("("):
            arguments = [self.binary(0)]
            while self.take(","):
                arguments.append(self.binary(0))
            self.expect(")")
            return value(*arguments)
        return value


names = {"max": max, "pi": 3.14159, "hyp": lambda a, b: (a * a + b * b) ** 0.5}
for line in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "x = 10 / 4", "x * pi", "max(1, x, 2 * x)", "hyp(3, 4)",
             "1 +", "1 / 0", "y", "2 $ 3", "(1", "y = z = 7", "y * z", "12345678901234567890 * 98765432109876543210", "1 2"]:
    try:
        print(line, "->", Parser(line, names).statement())
    except LanguageError as error:
        print(line, "-> error:", error)
