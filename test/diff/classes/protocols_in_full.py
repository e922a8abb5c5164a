"""Every protocol of the data model on one class each, called through syntax, functions and operators."""

import warnings

warnings.simplefilter("ignore")    # results of special methods of subclasses of int
import math
import operator


def show(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


class Log:
    """Answers every special method with its name and arguments."""


NAMES_BINARY = "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or".split()
NAMES_UNARY = "neg pos abs invert".split()
for name in NAMES_BINARY:
    for prefix in ("", "r", "i"):
        if (prefix, name) == ("i", "divmod"):
            continue
        def method(self, *args, _name=f"__{prefix}{name}__"):
            return (_name, *args)
        method.__name__ = f"__{prefix}{name}__"
        setattr(Log, method.__name__, method)
for name in NAMES_UNARY:
    setattr(Log, f"__{name}__", lambda self, _n=name: _n)
for name in ("lt", "le", "gt", "ge", "eq", "ne"):
    setattr(Log, f"__{name}__", lambda self, other, _n=name: (_n, type(other).__name__))
Log.__hash__ = lambda self: 7
x = Log()
for symbol, function in [("+", operator.add), ("-", operator.sub), ("*", operator.mul), ("@", operator.matmul), ("/", operator.truediv), ("//", operator.floordiv), ("%", operator.mod), ("**", operator.pow),
                         ("<<", operator.lshift), (">>", operator.rshift), ("&", operator.and_), ("^", operator.xor), ("|", operator.or_), ("divmod", divmod), ("<", operator.lt), (">=", operator.ge), ("==", operator.eq), ("!=", operator.ne)]:
    print(symbol, function(x, 1), function(1, x), function({1}, x), function([1], x), function(None, x))
print(-x, +x, abs(x), ~x, pow(x, 2), pow(2, x), pow(x, 2, 3), hash(x))
show("pow3", lambda: pow(2, x, 5))
y = x
y += 1
print(y)
y = x
y **= 2
print(y)
y = x
y @= [1]
print(y)
for name in "iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand ixor ior".split():
    print(name, getattr(operator, name)(x, 5), end="; ")
print()


class Num:
    def __init__(self, v):
        self.v = v

    def __int__(self):
        return self.v

    def __float__(self):
        return self.v / 2

    def __complex__(self):
        return complex(self.v, 1)

    def __index__(self):
        return self.v

    def __round__(self, *n):
        return ("round", *n)

    def __trunc__(self):
        return "trunc"

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __bool__(self):
        return self.v != 0

    def __bytes__(self):
        return b"bytes" * self.v

    def __str__(self):
        return f"Num {self.v}"

    def __repr__(self):
        return f"Num({self.v})"

    def __format__(self, spec):
        return f"<{spec or 'empty'}>"

    def __dir__(self):
        return ["zeta", "alpha"]

    def __sizeof__(self):
        return 1000

    def __length_hint__(self):
        return 3


n = Num(3)
print(int(n), float(n), complex(n), hex(n), bin(n), oct(n), round(n), round(n, 2), math.trunc(n), math.floor(n), math.ceil(n), bool(n), bool(Num(0)), bytes(n), str(n), repr(n), format(n), format(n, ">5"), f"{n}", f"{n:x}", f"{n!r:>8}", f"{n!s}", dir(n), operator.index(n), operator.length_hint(n), [10, 20, 30, 40][n], "abcdef"[n:], range(n), chr(Num(65)), math.sqrt(n), "%d %s %r" % (n, n, n), "{0!r} {0}".format(n), int.__add__(1, 2), [0] * n, divmod(7, int(n)), "x".ljust(n, "-"), bytes([Num(65)]), n.__sizeof__())
for function in (lambda: "%d" % Num(2), lambda: "%f" % Num(3), lambda: "%x" % Num(255), lambda: "%c" % Num(66), lambda: (5).to_bytes(Num(2), "big"), lambda: 1 << Num(3), lambda: 2 ** Num(3), lambda: Num(3) + 1, lambda: sum([Num(1)]), lambda: math.factorial(Num(4)), lambda: math.gcd(Num(4), 6), lambda: int("11", Num(2)), lambda: round(2.567, Num(1)), lambda: [1, 2, 3].pop(Num(1)), lambda: "a".zfill(Num(3)), lambda: slice(Num(1), Num(5)).indices(Num(4)), lambda: list(range(Num(1), Num(7), Num(2))), lambda: memoryview(b"abc")[Num(1)], lambda: bytearray(Num(2)), lambda: complex(Num(1), 2), lambda: float(Num(5)), lambda: abs(Num(1)), lambda: -Num(1)):
    show("n", function)


class Wrong:
    def __len__(self):
        return self.answer

    def __bool__(self):
        return self.answer

    def __hash__(self):
        return self.answer

    def __repr__(self):
        return self.answer

    def __str__(self):
        return self.answer

    def __int__(self):
        return self.answer

    def __index__(self):
        return self.answer

    def __float__(self):
        return self.answer

    def __complex__(self):
        return self.answer

    def __iter__(self):
        return self.answer

    def __contains__(self, v):
        return self.answer

    def __format__(self, spec):
        return self.answer

    def __bytes__(self):
        return self.answer

    def __dir__(self):
        return self.answer

    def __reversed__(self):
        return self.answer

    def __length_hint__(self):
        return self.answer

    def __enter__(self):
        return self.answer

    def __fspath__(self):
        return self.answer

    def __call__(self):
        return self.answer


import os
w = Wrong()
for w.answer in (None, -1, 3, "text", 2.5, b"b", [1], 10**30, True, NotImplemented):
    for label, function in [("len", lambda: len(w)), ("bool", lambda: bool(w)), ("hash", lambda: hash(w)), ("repr", lambda: repr(w)), ("str", lambda: str(w)), ("int", lambda: int(w)), ("index", lambda: operator.index(w)), ("float", lambda: float(w)), ("complex", lambda: complex(w)),
                            ("iter", lambda: list(iter(w))), ("in", lambda: 1 in w), ("format", lambda: format(w)), ("bytes", lambda: bytes(w)), ("dir", lambda: dir(w)), ("reversed", lambda: reversed(w)), ("hint", lambda: operator.length_hint(w)), ("fspath", lambda: os.fspath(w)), ("call", lambda: w()), ("while", lambda: "t" if w else "f"), ("not", lambda: not w), ("f", lambda: f"{w}"), ("range", lambda: range(w)), ("list", lambda: [1, 2, 3, 4, 5][w])]:
        show(f"{w.answer!r} {label}:", function)


class Seq:
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, i):
        if isinstance(i, slice):
            return ("slice", i.start, i.stop, i.step)
        if isinstance(i, tuple):
            return ("tuple", *i)
        return self.items[i]

    def __len__(self):
        return len(self.items)


s = Seq(5, 3, 9)
print(list(s), 3 in s, 4 in s, sorted(s), list(reversed(s)), max(s), [*s], dict(enumerate(s)), s[1:], s[::2], s[1, 2], s[1:2, ...], s[-1], tuple(zip(s, s)), (lambda a, *b: (a, b))(*s), sum(s), any(s), list(map(str, s)), iter(s).__length_hint__())
a, *b = s
print(a, b, s.__contains__(3) if hasattr(s, "__contains__") else "no __contains__")


class Keys:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, key):
        return key * 2


print(dict(Keys()), {**Keys()}, (lambda **k: k)(**Keys()), dict([("z", 1)], **Keys()))
d = {"old": 1}
d.update(Keys())
print(d)


class Desc:
    def __init__(self, *kinds):
        for kind in kinds:
            setattr(self, "kinds", kinds)

    def __get__(self, obj, owner):
        return ("get", obj is None, owner.__name__)


class DataDesc(Desc):
    def __set__(self, obj, value):
        print("set", value)

    def __delete__(self, obj):
        print("delete")


class Host:
    plain, data = Desc(1), DataDesc(2)

    def __getattribute__(self, name):
        if name == "secret":
            return "from __getattribute__"
        return super().__getattribute__(name)

    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError(f"custom {name}")
        return f"made {name}"


h = Host()
h.__dict__.update(plain="instance", data="instance")
print(h.plain, h.data, Host.plain, h.secret, h.anything, getattr(h, "nope", "default"), hasattr(h, "nothing"))
h.data = 5
del h.data
h.plain = 6
print(h.plain, vars(h))
show("nope", lambda: h.nope)
show("class", lambda: Host.missing)


class Count:
    n = 0

    def __eq__(self, other):
        Count.n += 1
        return True

    def __lt__(self, other):
        Count.n += 1
        return False


c = Count()
print([c, c] == [c, c], Count.n, c in [1, c], Count.n, [1, 2].index(c), Count.n, (c,) < (c, 1), Count.n, max(c, c) is c, {1: c} == {1: c}, Count.n)
show("hash", lambda: hash(c))
show("subclass", lambda: issubclass(1, int))
show("order", lambda: object() < object())
