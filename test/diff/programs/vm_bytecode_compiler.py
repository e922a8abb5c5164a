"""A compiler for a small language: lexer, Pratt parser, type checker, bytecode, peephole optimiser, stack machine."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Iterator


class Op(Enum):
    CONST = auto()
    LOAD = auto()
    STORE = auto()
    BINARY = auto()
    JUMP = auto()
    JUMP_IF_FALSE = auto()
    CALL = auto()
    RETURN = auto()
    POP = auto()
    PRINT = auto()


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    line: int


TOKENS = re.compile(r"""
    (?P<number>\d+(\.\d+)?) | (?P<string>"[^"\n]*") | (?P<name>[A-Za-z_]\w*)
  | (?P<op>==|!=|<=|>=|&&|\|\||[-+*/%<>=(){},;!]) | (?P<newline>\n) | (?P<space>[ \t]+|\#[^\n]*) | (?P<bad>.)
""", re.X)
KEYWORDS = {"let", "fn", "if", "else", "while", "return", "print", "true", "false"}


class CompileError(Exception):
    def __init__(self, message, line):
        super().__init__(f"line {line}: {message}")


def lex(text: str) -> Iterator[Token]:
    line = 1
    for match in TOKENS.finditer(text):
        kind, value = match.lastgroup, match.group()
        match kind:
            case "newline":
                line += 1
            case "space":
                pass
            case "bad":
                raise CompileError(f"unexpected {value!r}", line)
            case "name" if value in KEYWORDS:
                yield Token(value, value, line)
            case "op":
                yield Token(value, value, line)
            case _:
                yield Token(kind, value, line)
    yield Token("end", "", line)


@dataclass
class Node:
    line: int = field(repr=False, kw_only=True, default=0)


@dataclass
class Literal(Node):
    value: object


@dataclass
class Name(Node):
    id: str


@dataclass
class Binary(Node):
    op: str
    left: Node
    right: Node


@dataclass
class Call(Node):
    function: str
    args: list[Node]


@dataclass
class Let(Node):
    name: str
    value: Node
    new: bool = True


@dataclass
class If(Node):
    test: Node
    body: list[Node]
    orelse: list[Node]


@dataclass
class While(Node):
    test: Node
    body: list[Node]


@dataclass
class Return(Node):
    value: Node


@dataclass
class Print(Node):
    args: list[Node]


@dataclass
class Function(Node):
    name: str
    params: list[str]
    body: list[Node]


class Parser:
    POWER = {"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6}

    def __init__(self, text):
        self.tokens = list(lex(text))
        self.at = 0

    @property
    def token(self):
        return self.tokens[self.at]

    def take(self, *kinds):
        token = self.token
        if kinds and token.kind not in kinds:
            raise CompileError(f"expected {' or '.join(kinds)}, got {token.text or 'end'!r}", token.line)
        self.at += 1
        return token

    def accept(self, kind):
        if self.token.kind == kind:
            return self.take()

    def program(self):
        body = []
        while self.token.kind != "end":
            body.append(self.statement())
        return body

    def block(self):
        self.take("{")
        body = []
        while not self.accept("}"):
            body.append(self.statement())
        return body

    def statement(self):
        line = self.token.line
        match self.token.kind:
            case "let":
                self.take()
                name = self.take("name").text
                self.take("=")
                node = Let(name, self.expression(), line=line)
            case "fn":
                self.take()
                name, params = self.take("name").text, []
                self.take("(")
                while not self.accept(")"):
                    params.append(self.take("name").text)
                    if not self.accept(","):
                        self.take(")")
                        break
                return Function(name, params, self.block(), line=line)
            case "if":
                self.take()
                test, body = self.expression(), self.block()
                orelse = ([self.statement()] if self.token.kind == "if" else self.block()) if self.accept("else") else []
                return If(test, body, orelse, line=line)
            case "while":
                self.take()
                return While(self.expression(), self.block(), line=line)
            case "return":
                self.take()
                node = Return(self.expression(), line=line)
            case "print":
                self.take()
                args = [self.expression()]
                while self.accept(","):
                    args.append(self.expression())
                node = Print(args, line=line)
            case "name" if self.tokens[self.at + 1].kind == "=":
                name = self.take().text
                self.take()
                node = Let(name, self.expression(), False, line=line)
            case _:
                node = self.expression()
        self.take(";")
        return node

    def expression(self, level=0):
        left = self.atom()
        while (power := self.POWER.get(self.token.kind, 0)) > level:
            op = self.take()
            left = Binary(op.kind, left, self.expression(power), line=op.line)
        return left

    def atom(self):
        match self.take():
            case Token("number", text, line):
                return Literal(float(text) if "." in text else int(text), line=line)
            case Token("string", text, line):
                return Literal(text[1:-1], line=line)
            case Token(("true" | "false") as kind, _, line):
                return Literal(kind == "true", line=line)
            case Token("name", name, line):
                if not self.accept("("):
                    return Name(name, line=line)
                args = []
                while not self.accept(")"):
                    args.append(self.expression())
                    if not self.accept(","):
                        self.take(")")
                        break
                return Call(name, args, line=line)
            case Token("(", _, _):
                inner = self.expression()
                self.take(")")
                return inner
            case Token("-", _, line):
                return Binary("-", Literal(0, line=line), self.expression(6), line=line)
            case Token("!", _, line):
                return Binary("==", self.expression(6), Literal(False, line=line), line=line)
            case Token(kind=kind, text=text, line=line):
                raise CompileError(f"unexpected {text or kind!r}", line)


class Compiler:
    def __init__(self):
        self.functions, self.code, self.names = {}, [], {}

    def emit(self, op, argument=None):
        self.code.append((op, argument))
        return len(self.code) - 1

    def patch(self, *places):
        for place in places:
            self.code[place] = (self.code[place][0], len(self.code))

    def compile(self, node):
        getattr(self, f"compile_{type(node).__name__.lower()}")(node)

    def compile_all(self, nodes):
        for node in nodes:
            self.compile(node)
            if not isinstance(node, (Let, If, While, Return, Print, Function)):
                self.emit(Op.POP)

    def compile_literal(self, node):
        self.emit(Op.CONST, node.value)

    def compile_name(self, node):
        if node.id not in self.names:
            raise CompileError(f"unknown name {node.id}", node.line)
        self.emit(Op.LOAD, self.names[node.id])

    def compile_binary(self, node):
        self.compile(node.left)
        if node.op in ("&&", "||"):
            place = self.emit(Op.JUMP_IF_FALSE)
            if node.op == "&&":
                self.compile(node.right)
                end = self.emit(Op.JUMP)
                self.patch(place)
                self.emit(Op.CONST, False)
            else:
                self.emit(Op.CONST, True)
                end = self.emit(Op.JUMP)
                self.patch(place)
                self.compile(node.right)
            self.patch(end)
            return
        self.compile(node.right)
        self.emit(Op.BINARY, node.op)

    def compile_call(self, node):
        if node.function not in self.functions:
            raise CompileError(f"unknown function {node.function}", node.line)
        expected = len(self.functions[node.function].params)
        if len(node.args) != expected:
            raise CompileError(f"{node.function} takes {expected} arguments, got {len(node.args)}", node.line)
        for arg in node.args:
            self.compile(arg)
        self.emit(Op.CALL, node.function)

    def compile_let(self, node):
        self.compile(node.value)
        if not node.new and node.name not in self.names:
            raise CompileError(f"assignment to unknown {node.name}", node.line)
        self.emit(Op.STORE, self.names.setdefault(node.name, len(self.names)))

    def compile_if(self, node):
        self.compile(node.test)
        otherwise = self.emit(Op.JUMP_IF_FALSE)
        self.compile_all(node.body)
        end = self.emit(Op.JUMP) if node.orelse else None
        self.patch(otherwise)
        self.compile_all(node.orelse)
        if end is not None:
            self.patch(end)

    def compile_while(self, node):
        start = len(self.code)
        self.compile(node.test)
        out = self.emit(Op.JUMP_IF_FALSE)
        self.compile_all(node.body)
        self.emit(Op.JUMP, start)
        self.patch(out)

    def compile_return(self, node):
        self.compile(node.value)
        self.emit(Op.RETURN)

    def compile_print(self, node):
        for arg in node.args:
            self.compile(arg)
        self.emit(Op.PRINT, len(node.args))

    def compile_function(self, node):
        self.functions[node.name] = node
        outer, outer_names = self.code, self.names
        self.code, self.names = [], {name: i for i, name in enumerate(node.params)}
        self.compile_all(node.body)
        self.emit(Op.CONST, None)
        self.emit(Op.RETURN)
        node.code, node.size = optimise(self.code), len(self.names)
        self.code, self.names = outer, outer_names


BINARY = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b if isinstance(a, float) or isinstance(b, float) else a // b, "%": lambda a, b: a % b,
          "==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b}


def optimise(code):
    """Folds constants where no jump lands between."""
    targets = {argument for op, argument in code if op in (Op.JUMP, Op.JUMP_IF_FALSE)}
    out, moved = [], {}
    for index, (op, argument) in enumerate(code):
        moved[index] = len(out)
        match (op, *[o for o, _ in out[-2:]]):
            case (Op.BINARY, Op.CONST, Op.CONST) if not targets & {index, index - 1}:
                right, left = out.pop()[1], out.pop()[1]
                try:
                    out.append((Op.CONST, BINARY[argument](left, right)))
                except (ZeroDivisionError, TypeError):
                    out += [(Op.CONST, left), (Op.CONST, right), (op, argument)]
            case _:
                out.append((op, argument))
    moved[len(code)] = len(out)
    return [(op, moved[argument]) if op in (Op.JUMP, Op.JUMP_IF_FALSE) else (op, argument) for op, argument in out]


def run(code, size, functions, arguments=(), depth=0):
    if depth > 100:
        raise RecursionError("stack overflow in the small language")
    stack, slots, at = [], [*arguments, *[None] * (size - len(arguments))], 0
    while at < len(code):
        op, argument = code[at]
        at += 1
        match op:
            case Op.CONST:
                stack.append(argument)
            case Op.LOAD:
                stack.append(slots[argument])
            case Op.STORE:
                slots[argument] = stack.pop()
            case Op.BINARY:
                right, left = stack.pop(), stack.pop()
                stack.append(BINARY[argument](left, right))
            case Op.JUMP:
                at = argument
            case Op.JUMP_IF_FALSE:
                if not stack.pop():
                    at = argument
            case Op.CALL:
                function = functions[argument]
                count = len(function.params)
                args = [stack.pop() for _ in range(count)][::-1]
                stack.append(run(function.code, function.size, functions, args, depth + 1))
            case Op.RETURN:
                return stack.pop()
            case Op.POP:
                stack.pop()
            case Op.PRINT:
                args = [stack.pop() for _ in range(argument)]
                print("   >", *reversed(args))


def execute(source, show=False):
    try:
        compiler = Compiler()
        compiler.compile_all(Parser(source).program())
        code = optimise(compiler.code)
        if show:
            print(*(f"{i:3} {op.name:<14}{'' if argument is None else argument!r}".rstrip() for i, (op, argument) in enumerate(code)), sep="\n")
        run(code, len(compiler.names), compiler.functions)
    except (CompileError, ZeroDivisionError, TypeError, RecursionError) as error:
        print(f"   {type(error).__name__}: {error}")


execute("let x = 1 + 2 * 3; print x, x * (2 + 3), \"a\" + \"b\";", show=True)
execute("""
fn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
fn gcd(a, b) { while b != 0 { let t = a % b; a = b; b = t; } return a; }
let i = 0;
while i < 10 && true { print i, fib(i), gcd(i * 6, 15); i = i + 3; }
if i == 12 { print "twelve"; } else if i > 12 { print "more"; } else { print "less"; }
print 7 / 2, 7.0 / 2, -3 + 1, !true, !(1 == 2), false || 5 > 3;
""")
for broken in ("let = 5;", "print y;", "fn f(a) { return a; } print f(1, 2);", "x = 1;", "print 1 / 0;", "print 1 + \"a\";", "let s = 'x';", "while true { print 1", "fn r(n) { return r(n + 1); } print r(0);", "print (1 + 2;", "if { }", ""):
    print(broken)
    execute(broken)
