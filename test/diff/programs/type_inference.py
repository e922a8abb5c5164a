"""Type inference for a small functional language: parser by recursive descent, unification, let-polymorphism, evaluation."""

import itertools
import re
from collections import ChainMap
from dataclasses import dataclass
from functools import singledispatch


class TypeProblem(Exception):
    pass


@dataclass(frozen=True)
class Var:
    id: int


@dataclass(frozen=True)
class Con:
    name: str
    args: tuple = ()


INT, BOOL, STR = Con("int"), Con("bool"), Con("str")


def fn(*types):
    *front, result = types
    for argument in reversed(front):
        result = Con("->", (argument, result))
    return result


@dataclass
class Scheme:
    variables: frozenset
    type: object


class Expr:
    pass


@dataclass
class Lit(Expr):
    value: object


@dataclass
class Ref(Expr):
    name: str


@dataclass
class Lam(Expr):
    param: str
    body: Expr


@dataclass
class App(Expr):
    function: Expr
    argument: Expr


@dataclass
class Let(Expr):
    name: str
    value: Expr
    body: Expr
    recursive: bool = False


@dataclass
class Cond(Expr):
    test: Expr
    yes: Expr
    no: Expr


class Parser:
    def __init__(self, text):
        self.tokens = re.findall(r'\d+|"[^"]*"|[A-Za-z_]\w*|->|==|[-+*<\\().=\[\],:]', text) + ["<end>"]

    def peek(self):
        return self.tokens[0]

    def take(self, expected=None):
        token = self.tokens.pop(0)
        if expected and token != expected:
            raise SyntaxError(f"expected {expected}, got {token}")
        return token

    def expr(self):
        match self.peek():
            case "let":
                self.take()
                recursive = self.peek() == "rec" and bool(self.take())
                name = self.take()
                params = []
                while self.peek() != "=":
                    params.append(self.take())
                self.take("=")
                value = self.expr()
                for param in reversed(params):
                    value = Lam(param, value)
                self.take("in")
                return Let(name, value, self.expr(), recursive)
            case "if":
                self.take()
                test = self.expr()
                self.take("then")
                yes = self.expr()
                self.take("else")
                return Cond(test, yes, self.expr())
            case "\\":
                self.take()
                param = self.take()
                self.take("->")
                return Lam(param, self.expr())
        return self.operators(0)

    LEVELS = (("==", "<"), (":",), ("+", "-"), ("*",))

    def operators(self, level):
        if level == len(self.LEVELS):
            return self.application()
        left = self.operators(level + 1)
        while self.peek() in self.LEVELS[level]:
            op = self.take()
            right = self.operators(level if op == ":" else level + 1)
            left = App(App(Ref(op), left), right)
        return left

    def application(self):
        function = self.atom()
        while self.peek() not in {"<end>", ")", "then", "else", "in", "]", ",", "=", *itertools.chain(*self.LEVELS)}:
            function = App(function, self.atom())
        return function

    def atom(self):
        token = self.take()
        if token.isdigit():
            return Lit(int(token))
        if token[0] == '"':
            return Lit(token[1:-1])
        if token in ("true", "false"):
            return Lit(token == "true")
        if token == "(":
            inner = self.expr()
            self.take(")")
            return inner
        if token == "[":
            items = []
            while self.peek() != "]":
                items.append(self.expr())
                if self.peek() == ",":
                    self.take()
            self.take("]")
            result = Ref("nil")
            for item in reversed(items):
                result = App(App(Ref(":"), item), result)
            return result
        if not token.isidentifier():
            raise SyntaxError(f"unexpected {token}")
        return Ref(token)


class Inference:
    def __init__(self):
        self.fresh_ids, self.bindings = itertools.count(), {}

    def fresh(self):
        return Var(next(self.fresh_ids))

    def find(self, t):
        while isinstance(t, Var) and t in self.bindings:
            t = self.bindings[t]
        return t

    def occurs(self, var, t):
        t = self.find(t)
        return t == var or isinstance(t, Con) and any(self.occurs(var, a) for a in t.args)

    def unify(self, a, b):
        match self.find(a), self.find(b):
            case (x, y) if x == y:
                pass
            case (Var() as v, t) | (t, Var() as v):
                if self.occurs(v, t):
                    raise TypeProblem(f"infinite type {self.show(v)} = {self.show(t)}")
                self.bindings[v] = t
            case Con(n1, a1), Con(n2, a2) if n1 == n2 and len(a1) == len(a2):
                for x, y in zip(a1, a2):
                    self.unify(x, y)
            case x, y:
                raise TypeProblem(f"{self.show(x)} is not {self.show(y)}")

    def free(self, t):
        match self.find(t):
            case Var() as v:
                return {v}
            case Con(args=args):
                return set().union(*map(self.free, args))

    def instantiate(self, scheme):
        fresh = {v: self.fresh() for v in scheme.variables}

        def walk(t):
            match self.find(t):
                case Var() as v:
                    return fresh.get(v, v)
                case Con(name, args):
                    return Con(name, tuple(map(walk, args)))
        return walk(scheme.type)

    def generalise(self, t, env):
        outer = set().union(*(self.free(s.type) - s.variables for s in env.values()))
        return Scheme(frozenset(self.free(t) - outer), t)

    def infer(self, node, env):
        match node:
            case Lit(bool()):
                return BOOL
            case Lit(int()):
                return INT
            case Lit(str()):
                return STR
            case Ref(name):
                if name not in env:
                    raise TypeProblem(f"unknown name {name}")
                return self.instantiate(env[name])
            case Lam(param, body):
                argument = self.fresh()
                return fn(argument, self.infer(body, env.new_child({param: Scheme(frozenset(), argument)})))
            case App(function, argument):
                result = self.fresh()
                self.unify(self.infer(function, env), fn(self.infer(argument, env), result))
                return result
            case Let(name, value, body, recursive):
                inner = env
                if recursive:
                    inner = env.new_child({name: Scheme(frozenset(), own := self.fresh())})
                t = self.infer(value, inner)
                if recursive:
                    self.unify(own, t)
                return self.infer(body, env.new_child({name: self.generalise(t, env)}))
            case Cond(test, yes, no):
                self.unify(self.infer(test, env), BOOL)
                t = self.infer(yes, env)
                self.unify(t, self.infer(no, env))
                return t

    def show(self, t, names=None):
        names = {} if names is None else names
        match self.find(t):
            case Var() as v:
                return names.setdefault(v, "'" + "abcdefgh"[len(names)])
            case Con("->", (a, b)):
                left = self.show(a, names)
                return f"({left}) -> {self.show(b, names)}" if isinstance(x := self.find(a), Con) and x.name == "->" else f"{left} -> {self.show(b, names)}"
            case Con(name, ()):
                return name
            case Con(name, args):
                return f"{name}[{', '.join(self.show(a, names) for a in args)}]"


def scheme(build):
    a = Var(-1)
    return Scheme(frozenset({a}), build(a))


LIST = lambda a: Con("list", (a,))
TYPES = {**{op: Scheme(frozenset(), fn(INT, INT, INT)) for op in "+-*"}, "<": Scheme(frozenset(), fn(INT, INT, BOOL)), "==": scheme(lambda a: fn(a, a, BOOL)), "nil": scheme(LIST), ":": scheme(lambda a: fn(a, LIST(a), LIST(a))),
         "head": scheme(lambda a: fn(LIST(a), a)), "tail": scheme(lambda a: fn(LIST(a), LIST(a))), "empty": scheme(lambda a: fn(LIST(a), BOOL)), "length": Scheme(frozenset(), fn(STR, INT))}
VALUES = {"+": lambda a: lambda b: a + b, "-": lambda a: lambda b: a - b, "*": lambda a: lambda b: a * b, "<": lambda a: lambda b: a < b, "==": lambda a: lambda b: a == b, "nil": (), ":": lambda a: lambda b: (a, *b),
          "head": lambda a: a[0], "tail": lambda a: a[1:], "empty": lambda a: not a, "length": len}


@singledispatch
def evaluate(node, env):
    raise NotImplementedError(type(node))


@evaluate.register
def _(node: Lit, env):
    return node.value


@evaluate.register
def _(node: Ref, env):
    return env[node.name]


@evaluate.register
def _(node: Lam, env):
    return lambda value: evaluate(node.body, env.new_child({node.param: value}))


@evaluate.register
def _(node: App, env):
    return evaluate(node.function, env)(evaluate(node.argument, env))


@evaluate.register
def _(node: Let, env):
    env = env.new_child()
    env[node.name] = evaluate(node.value, env)
    return evaluate(node.body, env)


@evaluate.register
def _(node: Cond, env):
    return evaluate(node.yes if evaluate(node.test, env) else node.no, env)


PROGRAMS = ['1 + 2 * 3', '\\x -> x', '\\f -> \\g -> \\x -> f (g x)', 'let id = \\x -> x in if id true then id 1 else 2', 'let rec fact n = if n < 2 then 1 else n * fact (n - 1) in fact 20',
            'let rec map f xs = if empty xs then nil else f (head xs) : map f (tail xs) in map (\\x -> x * x) [1, 2, 3]', 'let rec fold f z xs = if empty xs then z else f (head xs) (fold f z (tail xs)) in fold',
            'let twice f x = f (f x) in twice twice (\\n -> n + 1) 0', '["a", "bc"]', 'length "four" == 4', '\\x -> x x', 'if 1 then 2 else 3', '1 + "a"', '[1, true]', 'nothing', 'let f x = x in f f 1', '(1', 'let pair = \\a -> \\b -> \\f -> f a b in pair 1 true (\\a -> \\b -> b)', 'head [nil, [1]]', '\\x -> \\y -> x == y', 'let rec f x = f in f']
for text in PROGRAMS:
    inference = Inference()
    try:
        parser = Parser(text)
        tree = parser.expr()
        parser.take("<end>")
        t = inference.show(inference.infer(tree, ChainMap(dict(TYPES))))
        value = evaluate(tree, ChainMap(dict(VALUES)))
        print(f"{text} : {t} = {'<function>' if callable(value) else value}")
    except (TypeProblem, SyntaxError, IndexError) as error:
        print(f"{text} ! {type(error).__name__}: {error}")
