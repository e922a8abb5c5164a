"""Structural pattern matching over everything: an expression simplifier, JSON shapes, class patterns, sequences and mappings."""

import collections
import dataclasses
import enum
import re
from collections import OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass
from types import SimpleNamespace

Point = namedtuple("Point", "x y z", defaults=[0])


@dataclass
class Num:
    value: float


@dataclass
class Var:
    name: str


@dataclass
class Bin:
    op: str
    left: object
    right: object


def simplify(e):
    match e:
        case Num() | Var():
            return e
        case Bin("+", Num(0), x) | Bin("+", x, Num(0)) | Bin("*", Num(1), x) | Bin("*", x, Num(1)):
            return simplify(x)
        case Bin("*", Num(0), _) | Bin("*", _, Num(0)):
            return Num(0)
        case Bin("-", Var(a), Var(b)) if a == b:
            return Num(0)
        case Bin(op, Num(a), Num(b)):
            return Num({"+": a + b, "-": a - b, "*": a * b}[op])
        case Bin(op, l, r):
            new = Bin(op, simplify(l), simplify(r))
            return new if new == e else simplify(new)


x, y = Var("x"), Var("y")
print(simplify(Bin("+", Bin("*", Num(0), x), Bin("*", Num(1), Bin("-", y, y)))))
print(simplify(Bin("+", Bin("*", x, Num(2)), Bin("-", Num(7), Num(3)))))


class Kind(enum.Enum):
    A = 1
    B = "b"


class Const:
    PI = 3.5
    NAMES = ("a", "b")

    class Inner:
        VALUE = None


class Positional:
    __match_args__ = ("first", "second")

    def __init__(self, first, second, third=None):
        self.first, self.second, self.third = first, second, third


class Lazy:
    __match_args__ = ("computed",)

    @property
    def computed(self):
        print("(computing)", end=" ")
        return 42


class Meta(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, (int, str)) and not isinstance(instance, bool)


class Either(metaclass=Meta):
    pass


def kind(value):
    match value:
        case None:
            return "none"
        case True | False as flag:
            return f"bool {flag}"
        case Kind.A | Kind.B:
            return f"kind {value.name}"
        case 0 | 1:
            return "bit"
        case int(n) if n < 0:
            return f"negative {n}"
        case -1.5 | 2 + 3j | -1 - 2j:
            return "literal number"
        case Const.PI | Const.Inner.VALUE:
            return "constant"
        case "" | "a" "b" | b"bytes":
            return "literal text"
        case str() as s if re.fullmatch(r"\d+", s):
            return f"digits {s}"
        case str(s) | bytes(s) | bytearray(s):
            return f"text {s!r}"
        case float(f) | complex(real=f):
            return f"real {f}"
        case Positional(1, second=s, third=None):
            return f"pos one {s}"
        case Positional(f, [a, *_]) if f:
            return f"pos list {a}"
        case Positional():
            return "pos"
        case Lazy(42 as c):
            return f"lazy {c}"
        case Point(x=0, y=0):
            return "origin-ish"
        case Point(x, y, z=0):
            return f"flat {x} {y}"
        case []:
            return "empty sequence"
        case [one]:
            return f"single {one}"
        case [int(a), int(b)] | (str(a), str(b)):
            return f"pair {a} {b}"
        case [[a, b], [c, *d]]:
            return f"nested {a} {b} {c} {d}"
        case ["cmd", *args, "end"]:
            return f"cmd {args}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case [*many, {"tail": t}]:
            return f"tail {t} after {len(many)}"
        case (_, _, _, *rest):
            return f"many, rest {rest}"
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": "poly", "points": [[x0, y0], *_, [x1, y1]], **rest}:
            return f"poly {x0},{y0}..{x1},{y1} {rest}"
        case {"type": str(t), **rest} if not rest:
            return f"only type {t}"
        case {1: one, 2.5: two, None: three}:
            return f"odd keys {one} {two} {three}"
        case {Kind.A: v}:
            return f"enum key {v}"
        case {**rest} if rest:
            return f"mapping {sorted(map(str, rest))}"
        case {}:
            return "mapping"
        case set() | frozenset():
            return f"set of {len(value)}"
        case SimpleNamespace(a=SimpleNamespace(b=[_, second])):
            return f"deep {second}"
        case type(__name__=name):
            return f"class {name}"
        case object(missing=_):
            return "never"
        case _:
            return f"other {type(value).__name__}"


class Seq(collections.abc.Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]


class Map(collections.abc.Mapping):
    def __init__(self, **items):
        self.items_ = items

    def __getitem__(self, k):
        return self.items_[k]

    def __iter__(self):
        return iter(self.items_)

    def __len__(self):
        return len(self.items_)


samples = [None, True, False, 0, 1, 2, -5, Kind.A, Kind.B, -1.5, 2 + 3j, -1 - 2j, 3.5, "", "ab", b"bytes", "123", "xyz", b"raw", bytearray(b"q"), 2.25, 5j,
           Positional(1, 2), Positional(1, 2, 3), Positional(2, [7, 8]), Positional(0, [7]), Lazy(), Point(0, 0, 9), Point(1, 2), Point(1, 2, 3), [], (), [9], (1, 2), ["p", "q"],
           [1, "q"], [[1, 2], [3]], [(1, 2), (3, 4, 5)], ["cmd", "end"], ["cmd", 1, 2, "end"], [5, 6, 5], [0, {"tail": 1}], [1, 2, 3, 4], deque([1, 2]), range(3), Seq(1, 2), Seq("cmd", "x", "end"),
           {"type": "circle", "r": 3}, {"type": "poly", "points": [(0, 1), (5, 5), (2, 3)], "fill": 1}, {"type": "x"}, {"type": 3}, {1: "a", 2.5: "b", None: "c"}, {Kind.A: 5}, {}, OrderedDict(z=1), defaultdict(int),
           Map(type="circle", r=1), {1, 2}, frozenset(), SimpleNamespace(a=SimpleNamespace(b=(1, 2))), int, Kind, object(), lambda: 0, iter([1]), array_like := memoryview(b"ab"), array_like.tolist()]
for sample in samples:
    print(kind(sample))
for v in (3, "s", True, 2.5):
    match v:
        case Either():
            print("either", v)
        case _:
            print("neither", v)
d = defaultdict(list)
match d:
    case {"missing": _}:
        print("made?")
    case _:
        print("not made", dict(d))


def errors():
    def positional(p):
        match p:
            case Positional(1, 2, 3):
                pass

    def twice(p):
        match p:
            case Positional(1, first=1):
                pass

    def none(p):
        match p:
            case SimpleNamespace(1):
                pass

    def not_class(p):
        match p:
            case Const.PI():
                pass

    def bad_args(p):
        class Bad:
            __match_args__ = [1]
        match Bad():
            case Bad(1):
                pass

    def bad_name(p):
        class Bad:
            __match_args__ = (1,)
        match Bad():
            case Bad(1):
                pass

    def duplicate_key(p):
        match {"r": 1, "a": 2}:
            case {Const.NAMES.__class__.__doc__: _, Const.PI: _}:
                pass

    def same_keys(p):
        class K:
            k1 = k2 = "key"
        match {"key": 1, "a": 2}:
            case {K.k1: _, K.k2: _}:
                pass

    def int_many(p):
        match 3:
            case int(1, 2):
                pass

    def no_match(p):
        match p:
            case 1:
                bound = 1
        return bound

    for f in (positional, twice, none, not_class, bad_args, bad_name, duplicate_key, same_keys, int_many, no_match):
        try:
            print(f.__name__, f(Positional(1, 2) if f is not none else SimpleNamespace(a=1)))
        except Exception as error:
            print(f.__name__, type(error).__name__, error)


errors()


def fsm(tokens):
    state, stack = "start", []
    for token in tokens:
        match state, token:
            case "start", "(":
                stack.append("(")
            case "start", ")" if stack:
                stack.pop()
            case "start", ")":
                state = "error"
            case ("start", ch) if ch.isalpha():
                stack.append(ch)
                state = "word"
            case "word", "(" | ")" as paren:
                word = stack.pop()
                stack.append(word + paren)
                state = "start"
            case "word", ch:
                stack[-1] += ch
            case "error", _:
                break
    return state, stack


print(fsm("(ab(c)"), fsm("())x"), fsm("word"))
match = {"match": 1}
case = [match]
match case:
    case [{"match": case}]:
        print(match, case)
print(match["match"])
_ = 5
match 1, 2:
    case _, _:
        print(_)
match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]:
        print(a + b + c + d)
match {"a": {"b": {"c": [1, {"d": 2}]}}}:
    case {"a": {"b": {"c": [_, {"d": deep}], **r1}, **r2}, **r3}:
        print(deep, r1, r2, r3)
