"""A spreadsheet: formulas with references and ranges, dependency tracking, cycles, errors as values."""

import operator
import re
from collections import defaultdict
from functools import reduce


class CellError(Exception):
    code = "#ERROR!"


class CycleError(CellError):
    code = "#CYCLE!"


class DivisionError(CellError):
    code = "#DIV/0!"


class ReferenceError_(CellError):
    code = "#REF!"


class NameError_(CellError):
    code = "#NAME?"


TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|([A-Z]+\d+:[A-Z]+\d+)|([A-Z]+\d+)|([A-Z]+)|(\"[^\"]*\")|(<=|>=|<>|[-+*/^(),=<>&]))")


def tokenize(text):
    at = 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise CellError(f"bad character {text[at]!r}")
        yield match.lastindex, match.group(match.lastindex)
        at = match.end()
    yield 0, ""


class Formula:
    FUNCTIONS = {
        "SUM": lambda *xs: sum(xs),
        "AVG": lambda *xs: sum(xs) / len(xs) if xs else 0,
        "MAX": max, "MIN": min, "ABS": abs,
        "COUNT": lambda *xs: len(xs),
        "PROD": lambda *xs: reduce(operator.mul, xs, 1),
        "IF": lambda test, yes, no=0: yes if test else no,
        "CONCAT": lambda *xs: "".join(map(fmt, xs)),
    }
    OPERATORS = {"=": (1, operator.eq), "<>": (1, operator.ne), "<": (1, operator.lt), ">": (1, operator.gt), "<=": (1, operator.le), ">=": (1, operator.ge), "&": (2, lambda a, b: fmt(a) + fmt(b)), "+": (3, operator.add), "-": (3, operator.sub), "*": (4, operator.mul), "/": (4, operator.truediv), "^": (5, operator.pow)}

    def __init__(self, text, sheet):
        self.tokens, self.at, self.sheet = list(tokenize(text)), 0, sheet
        self.references = set()

    def next(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def peek(self):
        return self.tokens[self.at][1]

    def parse(self, level=0):
        left = self.atom()
        while (found := self.OPERATORS.get(self.peek())) and found[0] > level:
            power, function = found
            self.next()
            right = self.parse(power)
            try:
                left = function(left, right)
            except ZeroDivisionError:
                raise DivisionError from None
            except TypeError as error:
                raise CellError(str(error)) from None
        return left

    def atom(self):
        kind, text = self.next()
        match kind:
            case 1:
                return float(text) if "." in text else int(text)
            case 2:
                return [v for ref in expand(text) if (v := self.read(ref)) is not None]
            case 3:
                value = self.read(text)
                return 0 if value is None else value
            case 4:
                return self.call(text)
            case 5:
                return text[1:-1]
        if text == "-":
            return -self.atom()
        if text == "(":
            value = self.parse()
            self.expect(")")
            return value
        raise CellError(f"unexpected {text!r}")

    def call(self, name):
        if name not in self.FUNCTIONS:
            raise NameError_(name)
        self.expect("(")
        arguments = []
        while self.peek() != ")":
            value = self.parse()
            arguments.extend(value if isinstance(value, list) else [value])
            if self.peek() == ",":
                self.next()
        self.expect(")")
        return self.FUNCTIONS[name](*arguments)

    def expect(self, text):
        if self.next()[1] != text:
            raise CellError(f"expected {text}")

    def read(self, ref):
        self.references.add(ref)
        return self.sheet.value(ref)


def expand(text):
    first, last = text.split(":")
    (c1, r1), (c2, r2) = split(first), split(last)
    return [f"{chr(c)}{r}" for r in range(r1, r2 + 1) for c in range(ord(c1), ord(c2) + 1)]


def split(ref):
    return ref[0], int(ref[1:])


def fmt(value):
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return f"{value:.3g}"
        case CellError():
            return value.code
    return str(value)


class Sheet:
    def __init__(self):
        self.sources, self.cache, self.active = {}, {}, []
        self.users = defaultdict(set)
        self.evaluations = 0

    def __setitem__(self, ref, source):
        self.sources[ref] = source
        self.invalidate(ref)

    def __delitem__(self, ref):
        del self.sources[ref]
        self.invalidate(ref)

    def invalidate(self, ref, seen=None):
        seen = set() if seen is None else seen
        if ref in seen:
            return
        seen.add(ref)
        self.cache.pop(ref, None)
        for user in self.users[ref]:
            self.invalidate(user, seen)

    def value(self, ref):
        if ref in self.active:
            raise CycleError(" -> ".join(self.active + [ref]))
        if ref not in self.cache:
            self.active.append(ref)
            try:
                self.cache[ref] = self.evaluate(ref)
            finally:
                self.active.pop()
        value = self.cache[ref]
        if isinstance(value, CellError):
            raise value
        return value

    def evaluate(self, ref):
        source = self.sources.get(ref)
        if not isinstance(source, str) or not source.startswith("="):
            return source
        self.evaluations += 1
        formula = Formula(source[1:], self)
        try:
            return formula.parse()
        except CycleError:
            raise
        except CellError as error:
            return error
        finally:
            for used in formula.references:
                self.users[used].add(ref)

    def show(self, ref):
        try:
            return fmt(self.value(ref))
        except CellError as error:
            return error.code

    def render(self, columns, rows):
        width = 9
        lines = ["   " + "".join(f"{c:^{width}}" for c in columns)]
        for row in rows:
            lines.append(f"{row:>2} " + "".join(f"{self.show(f'{c}{row}'):>{width}}" for c in columns))
        return "\n".join(lines)


sheet = Sheet()
data = {"A1": 10, "A2": 20, "A3": 30, "B1": "=A1*2", "B2": "=B1+A2/4", "B3": "=SUM(A1:A3)", "C1": "=AVG(A1:B3)", "C2": '=IF(A1<A2, "less", "more")', "C3": "=MAX(A1:A3)^2-MIN(A1:A3)", "D1": "=A1/Z9", "D2": "=D1+1", "D3": "=NOPE(1)", "E1": "=E2", "E2": "=E1+1", "E3": '="n="&COUNT(A1:C3)&"!"'}
for ref, source in data.items():
    sheet[ref] = source
print(sheet.render("ABCDE", range(1, 4)))
print("evaluations", sheet.evaluations)
sheet["A1"] = 1.5
print(sheet.render("ABC", range(1, 4)))
sheet["E1"] = 5
sheet["Z9"] = 3
del sheet["A2"]
print(sheet.render("ABCDE", range(1, 4)))
for formula in ("=1+2*3^2", "=(1+2)*3", "=-(4-6)", '="a"&"b"', "=1<2", "=2+", "=$", "=SUM()", "=ABS(-3)", '="a"-1', "=CONCAT(A1:A3)"):
    sheet["Q1"] = formula
    print(f"{formula:16} {sheet.show('Q1')}")
