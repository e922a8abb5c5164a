"""A Lisp with closures, tail calls, macros, error reporting and a little standard library."""

import operator
import sys
from collections import ChainMap
from dataclasses import dataclass, field
from functools import reduce
from io import StringIO
from typing import Any, Callable, Iterator


class LispError(Exception):
    """Something wrong in a program; knows where."""

    def __init__(self, message, *, form=None):
        super().__init__(message)
        self.form = form

    def __str__(self):
        text = super().__str__()
        return text if self.form is None else f"{text} in {show(self.form)}"


class Symbol(str):
    __slots__ = ()
    table: dict[str, "Symbol"] = {}

    def __new__(cls, name):
        try:
            return cls.table[name]
        except KeyError:
            return cls.table.setdefault(name, super().__new__(cls, name))

    def __repr__(self):
        return f"Symbol({str.__repr__(self)})"


QUOTE, QUASI, UNQUOTE, SPLICE, IF, DEFINE, LAMBDA, LET, BEGIN, SET, MACRO, AND, OR, COND, ELSE = map(
    Symbol, "quote quasiquote unquote unquote-splicing if define lambda let begin set! defmacro and or cond else".split())


def tokenize(text: str) -> Iterator[tuple[str, int]]:
    line = 1
    i = 0
    while i < len(text):
        match text[i]:
            case "\n":
                line += 1
                i += 1
            case " " | "\t":
                i += 1
            case ";":
                while i < len(text) and text[i] != "\n":
                    i += 1
            case "(" | ")" | "'" | "`" as c:
                yield c, line
                i += 1
            case ",":
                step = 2 if text[i + 1 : i + 2] == "@" else 1
                yield text[i : i + step], line
                i += step
            case '"':
                j = i + 1
                while text[j] != '"':
                    j += 2 if text[j] == "\\" else 1
                yield text[i : j + 1], line
                i = j + 1
            case _:
                j = i
                while j < len(text) and not text[j].isspace() and text[j] not in "();'`,\"":
                    j += 1
                yield text[i:j], line
                i = j


class Reader:
    marks = {"'": QUOTE, "`": QUASI, ",": UNQUOTE, ",@": SPLICE}

    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.at = 0

    def __iter__(self):
        while self.at < len(self.tokens):
            yield self.form()

    def form(self):
        try:
            token, line = self.tokens[self.at]
        except IndexError:
            raise LispError("unexpected end of input") from None
        self.at += 1
        if token in self.marks:
            return [self.marks[token], self.form()]
        if token == "(":
            items = []
            while self.at < len(self.tokens) and self.tokens[self.at][0] != ")":
                items.append(self.form())
            if self.at == len(self.tokens):
                raise LispError(f"line {line}: parenthesis is never closed")
            self.at += 1
            return items
        if token == ")":
            raise LispError(f"line {line}: unexpected )")
        return self.atom(token)

    @staticmethod
    def atom(token):
        if token[0] == '"':
            return token[1:-1].encode().decode("unicode_escape")
        if token in ("#t", "#f"):
            return token == "#t"
        for kind in (int, float, complex):
            try:
                return kind(token)
            except ValueError:
                pass
        return Symbol(token)


def show(value) -> str:
    match value:
        case True:
            return "#t"
        case False:
            return "#f"
        case None:
            return "()"
        case Symbol():
            return str(value)
        case str():
            return '"' + value.replace('"', '\\"') + '"'
        case [Symbol("quote"), inner]:
            return "'" + show(inner)
        case list():
            return "(" + " ".join(map(show, value)) + ")"
        case Closure(name=name):
            return f"#<{name}>"
        case _:
            return repr(value) if not callable(value) else f"#<builtin {value.__name__}>"


@dataclass(slots=True, eq=False)
class Closure:
    params: list
    body: list
    env: "Env"
    name: str = "lambda"
    is_macro: bool = False

    def bind(self, args):
        params, rest = self.params, None
        if Symbol("&") in params:
            at = params.index("&")
            params, rest = params[:at], params[at + 1]
        if len(args) < len(params) or (rest is None and len(args) > len(params)):
            raise LispError(f"{self.name} takes {len(params)}{'+' if rest else ''} arguments, got {len(args)}")
        env = self.env.child(dict(zip(params, args)))
        if rest is not None:
            env[rest] = list(args[len(params):])
        return env

    def __call__(self, *args):
        env = self.bind(args)
        for form in self.body[:-1]:
            evaluate(form, env)
        return evaluate(self.body[-1], env)


class Env(ChainMap):
    def child(self, names):
        return type(self)(names, *self.maps)

    def assign(self, name, value):
        for scope in self.maps:
            if name in scope:
                scope[name] = value
                return
        raise LispError(f"undefined: {name}")

    def __missing__(self, name):
        raise LispError(f"undefined: {name}")


steps = 0


def evaluate(form, env):
    global steps
    while True:
        steps += 1
        match form:
            case Symbol():
                return env[form]
            case []:
                return None
            case int() | float() | complex() | str() | None:
                return form
            case [Symbol("quote"), value]:
                return value
            case [Symbol("quasiquote"), template]:
                return expand(template, env)
            case [Symbol("if"), test, yes, *no]:
                chosen = yes if truth(evaluate(test, env)) else (no[0] if no else None)
                form = chosen
            case [Symbol("define"), [name, *params], *body]:
                env[name] = Closure(params, body, env, name)
                return None
            case [Symbol("define"), Symbol() as name, value]:
                env[name] = evaluate(value, env)
                return None
            case [Symbol("defmacro"), [name, *params], *body]:
                env[name] = Closure(params, body, env, name, is_macro=True)
                return None
            case [Symbol("lambda"), [*params], *body]:
                return Closure(params, body, env)
            case [Symbol("let"), [*pairs], *body]:
                env = env.child({name: evaluate(value, env) for name, value in pairs})
                form = [BEGIN, *body]
            case [Symbol("begin"), *body]:
                for item in body[:-1]:
                    evaluate(item, env)
                form = body[-1] if body else None
            case [Symbol("set!"), name, value]:
                env.assign(name, evaluate(value, env))
                return None
            case [Symbol("and" | "or" as word), *parts]:
                result = word == "and"
                for part in parts:
                    result = evaluate(part, env)
                    if truth(result) != (word == "and"):
                        break
                return result
            case [Symbol("cond"), *clauses]:
                for test, *body in clauses:
                    if test is ELSE or truth(evaluate(test, env)):
                        form = [BEGIN, *body]
                        break
                else:
                    return None
            case [head, *args]:
                function = evaluate(head, env)
                if isinstance(function, Closure) and function.is_macro:
                    form = function(*args)
                    continue
                values = [evaluate(arg, env) for arg in args]
                if isinstance(function, Closure):
                    env = function.bind(values)
                    form = [BEGIN, *function.body]
                    continue
                if not callable(function):
                    raise LispError(f"{show(function)} is not a function", form=form)
                try:
                    return function(*values)
                except (TypeError, ZeroDivisionError, IndexError) as error:
                    raise LispError(f"{type(error).__name__}: {error}", form=form) from error
            case _:
                return form


def truth(value):
    return value is not None and value is not False


def expand(template, env):
    match template:
        case [Symbol("unquote"), form]:
            return evaluate(form, env)
        case list():
            result = []
            for item in template:
                match item:
                    case [Symbol("unquote-splicing"), form]:
                        result += evaluate(form, env)
                    case _:
                        result.append(expand(item, env))
            return result
    return template


def chain(op) -> Callable[..., bool]:
    def compare(*args):
        return all(op(a, b) for a, b in zip(args, args[1:]))
    compare.__name__ = op.__name__
    return compare


def fold(op, unit):
    def apply(*args):
        if len(args) == 1 and op in (operator.sub, operator.truediv):
            return op(unit, args[0])
        return reduce(op, args) if args else unit
    apply.__name__ = op.__name__
    return apply


def standard(out) -> Env:
    table: dict[str, Any] = {
        "+": fold(operator.add, 0), "-": fold(operator.sub, 0), "*": fold(operator.mul, 1), "/": fold(operator.truediv, 1),
        "mod": operator.mod, "quotient": operator.floordiv, "expt": operator.pow,
        **{s: chain(getattr(operator, n)) for s, n in zip("= < > <= >=".split(), "eq lt gt le ge".split())},
        "list": lambda *a: list(a), "car": lambda l: l[0], "cdr": lambda l: l[1:], "cons": lambda a, l: [a, *(l or [])],
        "null?": lambda l: not l, "length": len, "append": lambda *ls: sum(ls, []), "not": lambda v: not truth(v),
        "apply": lambda f, args: f(*args), "map": lambda f, *ls: [f(*xs) for xs in zip(*ls)], "filter": lambda f, l: [x for x in l if truth(f(x))],
        "print": lambda *a: print(*map(show, a), file=out), "string-append": lambda *s: "".join(s), "symbol?": lambda s: isinstance(s, Symbol),
        "sort": lambda l, f: sorted(l, key=f), "error": lambda m, *a: (_ for _ in ()).throw(LispError(m + " " + " ".join(map(show, a)))),
    }
    return Env({Symbol(k): v for k, v in table.items()})


PROGRAM = r"""
; definitions
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(print (fact 30) 'symbol "text \"quoted\"" #t '() '(1 (2 . 3) 'x))
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(print (loop 3000 0))
(define (compose & fs) (if (null? fs) (lambda (x) x) (lambda (x) ((car fs) ((apply compose (cdr fs)) x)))))
(print ((compose (lambda (x) (* x 2)) (lambda (x) (+ x 1))) 5))
(defmacro (unless test & body) `(if ,test () (begin ,@body)))
(defmacro (while test & body) `(let ((again ())) (begin (set! again (lambda () (if ,test (begin ,@body (again))))) (again))))
(unless (> 1 2) (print "unless works"))
(define i 0)
(while (< i 3) (print i) (set! i (+ i 1)))
(define (counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(define c (counter)) (c) (c)
(print (c) ((counter)))
(print (let ((x 2) (y 3)) (cond ((> x y) "greater") ((= x y) "equal") (else "less"))))
(print (and 1 2 3) (and 1 #f 3) (or #f () 7) (and) (or))
(print (map + '(1 2 3) '(10 20 30)) (filter (lambda (x) (= 0 (mod x 2))) '(1 2 3 4)) (sort '(3 1 2) -))
(print `(1 ,(+ 1 1) ,@(list 3 4) (nested ,(fact 5))))
(define (quicksort l) (if (null? l) () (let ((p (car l)) (r (cdr l)))
  (append (quicksort (filter (lambda (x) (< x p)) r)) (list p) (quicksort (filter (lambda (x) (>= x p)) r))))))
(print (quicksort '(3 1 4 1 5 9 2 6 5 3 5)))
(print 1.5e3 2+3j (/ 7 2) (- 5) (expt 2 100) fact print)
"""


def run(text, env, out):
    for form in Reader(text):
        try:
            result = evaluate(form, env)
        except LispError as error:
            cause = f" <- {error.__cause__!r}" if error.__cause__ else ""
            print("error:", error, cause, file=out)
        except RecursionError:
            print("error: too deep", file=out)
        else:
            if result is not None:
                print("=>", show(result), file=out)


out = StringIO()
env = standard(out)
run(PROGRAM, env, out)
for broken in ("(undefined 1)", "(car ())", "(1 2)", "(fact)", "(/ 1 0)", '(error "custom" 1 (quote a))', "(set! nope 1)", "(+ 1 \"s\")", "((lambda (x & r) r) 1 2 3)"):
    run(broken, env, out)
for bad in ("(1 2", ")", "'", '(a . "b'):
    try:
        run(bad, env, out)
    except (LispError, IndexError) as error:
        print(type(error).__name__, error, file=out)
print(out.getvalue(), end="")
print(len(Symbol.table), Symbol("if") is IF, repr(IF), steps)
