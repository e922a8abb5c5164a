"""match on literals, constants, captures, wildcards, alternatives and guards."""
import enum


class Color(enum.Enum):
    RED = 1
    BLUE = 2


LIMIT = 100


class Config:
    limit = 50


def describe(value):
    match value:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case 2.5 | 1j | 3 + 4j:
            return "fraction or complex"
        case "yes" | "y":
            return "yes"
        case b"raw":
            return "bytes"
        case True | False:
            return "bool (not reached for True, which is 1)"
        case None:
            return "none"
        case Color.RED:
            return "red"
        case Config.limit:
            return "the limit"
        case int(n) | float(n) if n > 1000:
            return f"large {n}"
        case str() as text if text.isupper():
            return f"loud {text}"
        case str(text):
            return f"text {text}"
        case x if isinstance(x, Color):
            return f"color {x.name}"
        case _:
            return f"other {type(value).__name__}"


for value in (0, 0.0, 2, -1, 2.5, 1j, 3 + 4j, "y", b"raw", True, False, None, Color.RED, Color.BLUE, 50, 5000,
              5000.5, "LOUD", "quiet", [], 99):
    print(repr(value), "->", describe(value))


def no_match(value):
    match value:
        case "only this":
            return 1
    return "fell through"


print(no_match(5), no_match("only this"))
match 5:
    case captured:
        pass
print(captured)
match = {"match": "soft keyword"}
case = match["match"]
print(case)
match case, 1:
    case "soft keyword", n:
        print("tuple subject", n)
