"""Proxies, operator overloading DSLs, attribute hooks and a small symbolic algebra."""

import math
import operator
from fractions import Fraction
from functools import partial, reduce


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


class Proxy:
    __slots__ = ("_target", "_calls", "__weakref__")

    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_calls", [])

    def __getattr__(self, name):
        value = getattr(object.__getattribute__(self, "_target"), name)
        self._calls.append(name)
        if callable(value):
            return partial(self._log, name, value)
        return value

    def _log(self, name, function, *args, **kwargs):
        result = function(*args, **kwargs)
        self._calls.append((name, args, kwargs, result))
        return result

    def __setattr__(self, name, value):
        self._calls.append(("set", name))
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self._calls.append(("del", name))
        delattr(self._target, name)

    def __dir__(self):
        return ["proxied", *[n for n in dir(self._target) if not n.startswith("_")]]

    def make(name):
        def method(self, *args):
            return getattr(operator, name)(self._target, *args)
        method.__name__ = name
        return method

    for _name in ("__len__", "__iter__", "__getitem__", "__contains__", "__eq__", "__lt__", "__add__"):
        if hasattr(operator, _name):
            vars()[_name] = make(_name)
    del make, _name

    def __len__(self):
        return len(self._target)

    def __iter__(self):
        return iter(self._target)

    def __class_getitem__(cls, item):
        return f"Proxy of {item}"

    __hash__ = None

    @property
    def __class__(self):
        return type(self._target)


class Thing:
    kind = "thing"

    def __init__(self):
        self.items = [3, 1, 2]

    def total(self, plus=0):
        return sum(self.items) + plus


p = Proxy(Thing())
print(p.total(plus=4), p.kind, p.items, isinstance(p, Thing), isinstance(p, Proxy), type(p).__name__, p.__class__.__name__)
p.extra = 5
del p.extra
show(lambda: p.missing)
print(p._calls, dir(p))
q = Proxy([1, 2, 3])
print(len(q), list(q), q[1], 2 in q, q == [1, 2, 3], q + [4], q < [2], Proxy[int], sorted(q, reverse=True), [*q], q.count(2))
show(hash, q)
show(lambda: q.append(9) or list(q))


class Expr:
    prec = 10

    def __init__(self, *args):
        self.args = args

    @staticmethod
    def lift(value):
        return value if isinstance(value, Expr) else Const(value)

    def __eq__(self, other):
        return type(self) is type(other) and self.args == other.args

    def __hash__(self):
        return hash((type(self).__name__, self.args))

    def __bool__(self):
        raise TypeError("an expression has no truth value")

    def __call__(self, **env):
        return self.eval(env)

    def wrap(self, child, strict=False):
        text = str(child)
        return f"({text})" if child.prec < self.prec or strict and child.prec == self.prec else text


def binary(name, symbol, prec, function, reflected=True):
    class Op(Expr):
        def __str__(self):
            a, b = self.args
            return f"{self.wrap(a, symbol == '**')} {symbol} {self.wrap(b, symbol in '-/%//')}"

        def eval(self, env):
            a, b = self.args
            return function(a.eval(env), b.eval(env))

    Op.prec = prec
    Op.__name__ = Op.__qualname__ = name.title()
    setattr(Expr, f"__{name}__", lambda self, other: Op(self, Expr.lift(other)))
    setattr(Expr, f"__r{name}__", lambda self, other: Op(Expr.lift(other), self))
    return Op


Add = binary("add", "+", 1, operator.add)
Sub = binary("sub", "-", 1, operator.sub)
Mul = binary("mul", "*", 2, operator.mul)
Div = binary("truediv", "/", 2, lambda a, b: Fraction(a) / b)
Mod = binary("mod", "%", 2, operator.mod)
Pow = binary("pow", "**", 4, operator.pow)
Shift = binary("lshift", "<<", 0, operator.lshift)
Mat = binary("matmul", "@", 2, lambda a, b: sum(map(operator.mul, a, b)))


class Const(Expr):
    def __str__(self):
        return str(self.args[0])

    def eval(self, env):
        return self.args[0]


class Var(Expr):
    def __str__(self):
        return self.args[0]

    def eval(self, env):
        try:
            return env[self.args[0]]
        except KeyError:
            raise NameError(f"unbound variable {self.args[0]}") from None


class Neg(Expr):
    prec = 3

    def __str__(self):
        return "-" + self.wrap(self.args[0])

    def eval(self, env):
        return -self.args[0].eval(env)


class Call(Expr):
    def __init__(self, function, *args):
        super().__init__(function, *map(Expr.lift, args))

    def __str__(self):
        f, *args = self.args
        return f"{f.__name__}({', '.join(map(str, args))})"

    def eval(self, env):
        f, *args = self.args
        return f(*(a.eval(env) for a in args))


Expr.__neg__ = lambda self: Neg(self)
Expr.__abs__ = lambda self: Call(abs, self)
Expr.__round__ = lambda self, n=None: Call(round, self, n)
Expr.__divmod__ = lambda self, other: (Call(divmod, self, other))


def diff(e, v):
    match e:
        case Const():
            return Const(0)
        case Var(args=(name,)):
            return Const(int(name == v))
        case Add(args=(a, b)):
            return diff(a, v) + diff(b, v)
        case Sub(args=(a, b)):
            return diff(a, v) - diff(b, v)
        case Mul(args=(a, b)):
            return diff(a, v) * b + a * diff(b, v)
        case Pow(args=(a, Const(args=(n,)))):
            return n * a ** (n - 1) * diff(a, v)
        case Neg(args=(a,)):
            return -diff(a, v)
        case _:
            raise NotImplementedError(type(e).__name__)


def fold(e):
    match e:
        case Const() | Var():
            return e
        case Call(args=(f, *rest)):
            return Call(f, *map(fold, rest))
    e = type(e)(*map(fold, e.args))
    if all(isinstance(a, Const) for a in e.args):
        return Const(e.eval({}))
    match e:
        case Mul(args=(Const(args=(0,)), _) | (_, Const(args=(0,)))):
            return Const(0)
        case Mul(args=(Const(args=(1,)), other) | (other, Const(args=(1,)))) | Add(args=(Const(args=(0,)), other) | (other, Const(args=(0,)))) | Pow(args=(other, Const(args=(1,)))):
            return other
    return e


x, y = Var("x"), Var("y")
f = (x + 2) * (x - y) ** 3 / 4 - -x % 5
print(f, "|", f(x=3, y=1), "|", 2 ** x, "|", (2 ** x) ** y, "|", 2 ** x ** y, "|", 1 - (2 - x), "|", -(x + 1), "|", -x * 2, "|", abs(x - 1), "|", 1 << x << 2)
g = 3 * x ** 2 + 2 * x * y - 7
print(diff(g, "x"), "=>", fold(diff(g, "x")), fold(diff(g, "x"))(x=2, y=5), fold(diff(diff(g, "x"), "y")))
print(x + 1 == x + 1, x + 1 == 1 + x, len({x + 1, x + 1, y}), (Var("v") @ Const((1, 2, 3)))(v=(4, 5, 6)), divmod(x, 3)(x=10), round(x / 3, 2)(x=10))
show(lambda: f(x=1))
show(lambda: bool(x))
show(lambda: x and y)
show(lambda: diff(abs(x), "x"))
show(lambda: x // 2)
show(lambda: x < y)
show(lambda: [1] @ (x if False else 3))


class Vec(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)

    def __add__(self, other):
        if not isinstance(other, Vec):
            return NotImplemented
        return Vec(*map(operator.add, self, other))

    __radd__ = lambda self, other: self if other == 0 else NotImplemented

    def __mul__(self, k):
        return Vec(*(k * v for v in self)) if isinstance(k, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        return sum(map(operator.mul, self, other))

    def __invert__(self):
        return math.sqrt(self @ self)

    def __pos__(self):
        n = ~self
        return Vec(*(round(v / n, 3) for v in self))

    def __imul__(self, k):
        print("in place", end=" ")
        return self * k

    def __getattr__(self, name):
        try:
            return Vec(*(self["xyz".index(c)] for c in name)) if len(name) > 1 else self["xyz".index(name)]
        except ValueError:
            raise AttributeError(f"no component {name!r}", name=name, obj=self) from None

    def __format__(self, spec):
        return "<" + ", ".join(format(v, spec) for v in self) + ">"

    def __repr__(self):
        return f"Vec{super().__repr__()}"


v = Vec(1, 2, 2)
print(v + v, 3 * v, v * 0.5, v @ v, ~v, +v, sum([v, v, v]), v.zyx, v.x, f"{v:.2f}", f"{v!r:>20}")
v *= 2
print(v, v[1:], v == (2, 4, 4), hash(v) == hash((2, 4, 4)))
for bad in (lambda: v + (1,), lambda: (1,) + v, lambda: v * "a", lambda: v.w, lambda: v.xw, lambda: v @ 3, lambda: -v, lambda: f"{v:q}"):
    show(bad)


class Pipe:
    def __init__(self, *functions):
        self.functions = functions

    def __or__(self, other):
        return Pipe(*self.functions, other)

    def __ror__(self, value):
        return reduce(lambda acc, f: f(acc), self.functions, value)

    def __rshift__(self, name):
        globals()[name] = self
        return self


class Placeholder:
    def __getattr__(self, name):
        return lambda *a: Pipe(operator.methodcaller(name, *a))

    def __getitem__(self, key):
        return Pipe(operator.itemgetter(key))

    def __mod__(self, other):
        return Pipe(lambda v: v % other)


_ = Placeholder()
print("hello world" | _.split() | (lambda w: [s.title() for s in w]) | _[::-1] | ", ".join, 17 | _ % 5)
_.upper() >> "shout"
print("abc" | shout)
print(-v)
