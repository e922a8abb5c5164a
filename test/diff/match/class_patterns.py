"""match on classes: positional through __match_args__, keywords, built-in types, nesting."""
from dataclasses import dataclass


@dataclass
class Number:
    value: float


@dataclass
class Binary:
    operator: str
    left: object
    right: object


class Call:
    __match_args__ = ("name", "arguments")

    def __init__(self, name, *arguments):
        self.name = name
        self.arguments = arguments


class Plain:
    attribute = "class attribute"


def evaluate(node):
    match node:
        case Number(value):
            return value
        case Binary("+", left, right):
            return evaluate(left) + evaluate(right)
        case Binary("*", Number(0), _) | Binary("*", _, Number(0)):
            return 0
        case Binary(operator="*", left=a, right=b):
            return evaluate(a) * evaluate(b)
        case Call("max", [first, *rest]):
            return max(evaluate(first), *map(evaluate, rest)) if rest else evaluate(first)
        case Call(name=unknown):
            raise NameError(f"no function {unknown}")
        case int() | float():
            return node
        case _:
            raise TypeError(f"cannot evaluate {node!r}")


print(evaluate(Binary("+", Number(1), Binary("*", Number(2), Number(3.5)))))
print(evaluate(Binary("*", Call("undefined"), Number(0))))
print(evaluate(Call("max", Number(1), 7, Binary("+", 2, 3))), evaluate(Call("max", Number(4))))
for bad in (Call("min", Number(1)), "text", Binary("-", 1, 2)):
    try:
        evaluate(bad)
    except (NameError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")


def kind(value):
    match value:
        case Plain(attribute=text):
            return text
        case bool(flag):
            return f"bool {flag}"
        case str(s) | bytes(s):
            return f"text of {len(s)}"
        case list([first, *_]):
            return f"list from {first}"
        case tuple((a, b)):
            return f"pair {a} {b}"
        case dict(d):
            return f"dict {sorted(d)}"
        case set() | frozenset():
            return "set"
        case Exception(args=(message,)):
            return f"exception {message}"
        case object(real=r, imag=i):
            return f"number {r} {i}"


for value in (Plain(), True, "abc", b"d", [1, 2], [], (1, 2), (1,), {"k": 1}, frozenset(), ValueError("v"), 3, 2.5):
    print(repr(value) if not isinstance(value, Plain) else "Plain()", "->", kind(value))


def wrong(value):
    match value:
        case Plain(1):
            return "never"


try:
    wrong(Plain())
except TypeError as error:
    print("TypeError:", error)
try:
    match 5:
        case Number(1, 2):
            pass
    match Number(5):
        case Number(1, 2):
            pass
except TypeError as error:
    print("TypeError:", error)
