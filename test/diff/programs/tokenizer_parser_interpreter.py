"""A small language: tokenizer, Pratt parser, closures, and an interpreter with its own errors."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field


class Kind(enum.Enum):
    NUMBER = enum.auto()
    STRING = enum.auto()
    NAME = enum.auto()
    OP = enum.auto()
    KEYWORD = enum.auto()
    END = enum.auto()


KEYWORDS = {"let", "fn", "if", "else", "while", "return", "true", "false", "nil", "print", "and", "or"}


@dataclass(frozen=True)
class Token:
    kind: Kind
    text: str
    line: int

    def __str__(self):
        return f"{self.kind.name}({self.text})"


class LanguageError(Exception):
    def __init__(self, message, line):
        super().__init__(message)
        self.line = line

    def __str__(self):
        return f"line {self.line}: {self.args[0]}"


class Tokenizer:
    def __init__(self, source):
        self.source, self.at, self.line = source, 0, 1

    def __iter__(self):
        while (char := self.peek()) is not None:
            if char == "\n":
                self.line += 1
                self.at += 1
            elif char.isspace():
                self.at += 1
            elif char == "#":
                self.take_while(lambda c: c != "\n")
            elif char.isdigit():
                yield self.make(Kind.NUMBER, self.take_while(lambda c: c.isdigit() or c == "."))
            elif char.isalpha() or char == "_":
                text = self.take_while(lambda c: c.isalnum() or c == "_")
                yield self.make(Kind.KEYWORD if text in KEYWORDS else Kind.NAME, text)
            elif char == '"':
                self.at += 1
                text = self.take_while(lambda c: c != '"')
                if self.peek() is None:
                    raise LanguageError("unterminated string", self.line)
                self.at += 1
                yield self.make(Kind.STRING, text)
            elif self.source[self.at:self.at + 2] in ("==", "!=", "<=", ">="):
                yield self.make(Kind.OP, self.source[self.at:self.at + 2])
                self.at += 2
            elif char in "+-*/%<>=(){}[],;!.":
                yield self.make(Kind.OP, char)
                self.at += 1
            else:
                raise LanguageError(f"unexpected {char!r}", self.line)
        yield self.make(Kind.END, "")

    def peek(self):
        return self.source[self.at] if self.at < len(self.source) else None

    def take_while(self, test):
        start = self.at
        while (char := self.peek()) is not None and test(char):
            self.at += 1
        return self.source[start:self.at]

    def make(self, kind, text):
        return Token(kind, text, self.line)


@dataclass
class Node:
    line: int = field(repr=False, kw_only=True)


@dataclass
class Literal(Node):
    value: object


@dataclass
class Name(Node):
    name: str


@dataclass
class Binary(Node):
    op: str
    left: Node
    right: Node


@dataclass
class Unary(Node):
    op: str
    operand: Node


@dataclass
class Call(Node):
    callee: Node
    args: list


@dataclass
class Index(Node):
    target: Node
    key: Node


@dataclass
class ListDisplay(Node):
    items: list


@dataclass
class Function(Node):
    name: str
    params: list
    body: list


@dataclass
class Assign(Node):
    name: str
    value: Node
    declare: bool


@dataclass
class If(Node):
    test: Node
    body: list
    orelse: list


@dataclass
class While(Node):
    test: Node
    body: list


@dataclass
class Return(Node):
    value: Node


@dataclass
class Print(Node):
    values: list


class Parser:
    POWERS = {"or": 1, "and": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6}

    def __init__(self, tokens):
        self.tokens = list(tokens)
        self.at = 0

    @property
    def current(self):
        return self.tokens[self.at]

    def advance(self):
        token = self.current
        self.at += 1
        return token

    def match(self, *texts):
        if self.current.text in texts and self.current.kind in (Kind.OP, Kind.KEYWORD):
            return self.advance()
        return None

    def expect(self, text):
        token = self.match(text)
        if token is None:
            raise LanguageError(f"expected {text!r}, found {self.current.text or 'end'!r}", self.current.line)
        return token

    def program(self):
        body = []
        while self.current.kind is not Kind.END:
            body.append(self.statement())
        return body

    def block(self):
        self.expect("{")
        body = []
        while not self.match("}"):
            if self.current.kind is Kind.END:
                raise LanguageError("block is not closed", self.current.line)
            body.append(self.statement())
        return body

    def statement(self):
        token = self.current
        line = token.line
        if self.match("let"):
            name = self.advance()
            self.expect("=")
            return self.ended(Assign(name.text, self.expression(), True, line=line))
        if self.match("if"):
            test, body, orelse = self.expression(), self.block(), []
            if self.match("else"):
                orelse = [self.statement()] if self.current.text == "if" else self.block()
            return If(test, body, orelse, line=line)
        if self.match("while"):
            return While(self.expression(), self.block(), line=line)
        if self.match("return"):
            value = Literal(None, line=line) if self.current.text == ";" else self.expression()
            return self.ended(Return(value, line=line))
        if self.match("print"):
            values = [self.expression()]
            while self.match(","):
                values.append(self.expression())
            return self.ended(Print(values, line=line))
        expression = self.expression()
        match expression:
            case Name(name) if self.match("="):
                return self.ended(Assign(name, self.expression(), False, line=line))
            case Function(name=str(name)) if name:
                return expression
        return self.ended(expression)

    def ended(self, node):
        self.expect(";")
        return node

    def expression(self, power=0):
        left = self.prefix()
        while (op := self.current).text in self.POWERS and op.kind is not Kind.STRING and self.POWERS[op.text] > power:
            self.advance()
            left = Binary(op.text, left, self.expression(self.POWERS[op.text]), line=op.line)
        return left

    def prefix(self):
        token = self.advance()
        match token:
            case Token(Kind.NUMBER, text):
                node = Literal(float(text) if "." in text else int(text), line=token.line)
            case Token(Kind.STRING, text):
                node = Literal(text, line=token.line)
            case Token(Kind.NAME, text):
                node = Name(text, line=token.line)
            case Token(Kind.KEYWORD, "true" | "false" | "nil" as word):
                node = Literal({"true": True, "false": False, "nil": None}[word], line=token.line)
            case Token(Kind.KEYWORD, "fn"):
                node = self.function(token.line)
            case Token(Kind.OP, "-" | "!" as op):
                return Unary(op, self.expression(7), line=token.line)
            case Token(Kind.OP, "("):
                node = self.expression()
                self.expect(")")
            case Token(Kind.OP, "["):
                node = ListDisplay(self.arguments("]"), line=token.line)
            case _:
                raise LanguageError(f"unexpected {token}", token.line)
        return self.postfix(node)

    def function(self, line):
        name = self.advance().text if self.current.kind is Kind.NAME else ""
        self.expect("(")
        params = []
        while not self.match(")"):
            params.append(self.advance().text)
            self.match(",")
        return Function(name, params, self.block(), line=line)

    def postfix(self, node):
        while True:
            if token := self.match("("):
                node = Call(node, self.arguments(")"), line=token.line)
            elif token := self.match("["):
                node = Index(node, self.expression(), line=token.line)
                self.expect("]")
            else:
                return node

    def arguments(self, close):
        items = []
        while not self.match(close):
            items.append(self.expression())
            if not self.match(","):
                self.expect(close)
                break
        return items


class Environment:
    def __init__(self, parent=None):
        self.values, self.parent = {}, parent

    def find(self, name, line):
        scope = self
        while scope is not None:
            if name in scope.values:
                return scope
            scope = scope.parent
        raise LanguageError(f"undefined name {name!r}", line)


class ReturnSignal(Exception):
    pass


class Closure:
    def __init__(self, node, scope):
        self.node, self.scope = node, scope

    def __call__(self, interpreter, args, line):
        if len(args) != len(self.node.params):
            raise LanguageError(f"{self.node.name or 'fn'} wants {len(self.node.params)} arguments, got {len(args)}", line)
        scope = Environment(self.scope)
        scope.values.update(zip(self.node.params, args))
        try:
            interpreter.run(self.node.body, scope)
        except ReturnSignal as signal:
            return signal.args[0]
        return None

    def __str__(self):
        return f"<fn {self.node.name or 'anonymous'}>"


class Interpreter:
    def __init__(self):
        self.scope = Environment()
        self.scope.values.update(
            len=lambda _, args, line: len(args[0]),
            str=lambda _, args, line: show(args[0]),
            push=lambda _, args, line: args[0].append(args[1]),
            map=lambda inner, args, line: [args[1](inner, [item], line) for item in args[0]],
        )
        self.steps = 0

    def run(self, body, scope):
        for node in body:
            getattr(self, "do_" + type(node).__name__.lower(), self.evaluate)(node, scope)

    def do_assign(self, node, scope):
        value = self.evaluate(node.value, scope)
        target = scope if node.declare else scope.find(node.name, node.line)
        target.values[node.name] = value

    def do_if(self, node, scope):
        self.run(node.body if self.evaluate(node.test, scope) else node.orelse, Environment(scope))

    def do_while(self, node, scope):
        while self.evaluate(node.test, scope):
            self.steps += 1
            if self.steps > 10000:
                raise LanguageError("too many steps", node.line)
            self.run(node.body, Environment(scope))

    def do_return(self, node, scope):
        raise ReturnSignal(self.evaluate(node.value, scope))

    def do_print(self, node, scope):
        print("  >", *(show(self.evaluate(value, scope)) for value in node.values))

    def evaluate(self, node, scope):
        match node:
            case Literal(value):
                return value
            case Name(name):
                return scope.find(name, node.line).values[name]
            case Function(name):
                closure = Closure(node, scope)
                if name:
                    scope.values[name] = closure
                return closure
            case ListDisplay(items):
                return [self.evaluate(item, scope) for item in items]
            case Unary("-", operand):
                return -self.evaluate(operand, scope)
            case Unary("!", operand):
                return not self.evaluate(operand, scope)
            case Binary("and", left, right):
                return self.evaluate(left, scope) and self.evaluate(right, scope)
            case Binary("or", left, right):
                return self.evaluate(left, scope) or self.evaluate(right, scope)
            case Binary(op, left, right):
                return self.binary(op, self.evaluate(left, scope), self.evaluate(right, scope), node.line)
            case Index(target, key):
                try:
                    return self.evaluate(target, scope)[self.evaluate(key, scope)]
                except (IndexError, TypeError, KeyError) as error:
                    raise LanguageError(str(error), node.line) from error
            case Call(callee, args):
                function = self.evaluate(callee, scope)
                if not callable(function):
                    raise LanguageError(f"{show(function)} is no function", node.line)
                return function(self, [self.evaluate(arg, scope) for arg in args], node.line)
        raise AssertionError(node)

    @staticmethod
    def binary(op, a, b, line):
        operations = {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b, "%": lambda: a % b, "==": lambda: a == b, "!=": lambda: a != b, "<": lambda: a < b, ">": lambda: a > b, "<=": lambda: a <= b, ">=": lambda: a >= b}
        try:
            return operations[op]()
        except (TypeError, ZeroDivisionError) as error:
            raise LanguageError(str(error), line) from error


def show(value):
    match value:
        case None:
            return "nil"
        case bool():
            return str(value).lower()
        case list():
            return "[" + ", ".join(map(show, value)) + "]"
    return str(value)


PROGRAMS = {
    "arithmetic": 'print 1 + 2 * 3 - 4 / 2, (1 + 2) * 3, -2 * -3, 7 % 4, 1 < 2 and 2 < 1, !true or "yes";',
    "functions": """
        fn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
        let i = 0;
        while i < 10 { print i, fib(i); i = i + 3; }
        print fib, fn(x) { return x; };
    """,
    "closures": """
        fn counter() { let n = 0; return fn() { n = n + 1; return n; }; }
        let a = counter(); let b = counter();
        a(); a();
        print a(), b();
        print map([1, 2, 3], fn(x) { return x * x; });
    """,
    "lists": 'let xs = [1, "two", [3, nil, true]]; push(xs, 4.5); print xs, len(xs), xs[2][0], xs[-1], str(xs) + "!";',
    "chain": 'let x = 5; if x < 3 { print "small"; } else if x < 10 { print "medium"; } else { print "large"; }',
    "undefined": "let x = 1;\n\nprint y;",
    "type error": 'print 1 + "a";',
    "division": "fn f(n) { return 10 / n; }\nprint f(2);\nprint f(0);",
    "syntax": "let x = ;",
    "unclosed": "fn f() { print 1;",
    "string": 'print "oops;',
    "arity": "fn two(a, b) { return a; }\nprint two(1);",
    "not callable": "let x = 3; x();",
    "endless": "while true { 1; }",
    "index": "print [1][5];",
    "character": "let a = 1 $ 2;",
}
for title, source in PROGRAMS.items():
    print(title)
    try:
        tree = Parser(Tokenizer(source)).program()
        if title == "chain":
            print("  tree", tree[1])
        Interpreter().run(tree, interpreter_scope := Interpreter().scope)
    except LanguageError as error:
        print("  error:", error, "| cause:", type(error.__cause__).__name__)
print([str(token) for token in Tokenizer("a >= 1.5 # comment\n")])
