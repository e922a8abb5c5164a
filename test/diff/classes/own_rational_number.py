"""A numeric tower of one's own: rational, complex-like and unit-carrying numbers mixed with int and float."""

import math
import operator
from numbers import Number, Rational, Real, Integral


class Frac:
    __slots__ = ("n", "d")

    def __new__(cls, n=0, d=1):
        if isinstance(n, Frac):
            return n if d == 1 else n / d
        if d == 0:
            raise ZeroDivisionError(f"Frac({n}, 0)")
        g = math.gcd(n, d) * (1 if d > 0 else -1)
        self = object.__new__(cls)
        self.n, self.d = n // g, d // g
        return self

    def _binary(forward, fallback):
        def method(self, other):
            if isinstance(other, int):
                other = Frac(other)
            if isinstance(other, Frac):
                return forward(self, other)
            if isinstance(other, float):
                return fallback(float(self), other)
            return NotImplemented

        def reflected(self, other):
            if isinstance(other, int):
                return forward(Frac(other), self)
            if isinstance(other, float):
                return fallback(other, float(self))
            return NotImplemented
        name = fallback.__name__.strip("_")
        method.__name__, reflected.__name__ = f"__{name}__", f"__r{name}__"
        return method, reflected

    __add__, __radd__ = _binary(lambda a, b: Frac(a.n * b.d + b.n * a.d, a.d * b.d), operator.add)
    __sub__, __rsub__ = _binary(lambda a, b: Frac(a.n * b.d - b.n * a.d, a.d * b.d), operator.sub)
    __mul__, __rmul__ = _binary(lambda a, b: Frac(a.n * b.n, a.d * b.d), operator.mul)
    __truediv__, __rtruediv__ = _binary(lambda a, b: Frac(a.n * b.d, a.d * b.n), operator.truediv)
    __floordiv__, __rfloordiv__ = _binary(lambda a, b: a.n * b.d // (a.d * b.n), operator.floordiv)
    __mod__, __rmod__ = _binary(lambda a, b: a - b * (a // b), operator.mod)
    del _binary

    def __divmod__(self, other):
        return self // other, self % other

    def __pow__(self, other, mod=None):
        if mod is not None or not isinstance(other, int):
            return NotImplemented
        return Frac(self.n ** other, self.d ** other) if other >= 0 else Frac(self.d ** -other, self.n ** -other)

    def __rpow__(self, other):
        return float(other) ** float(self)

    def __neg__(self): return Frac(-self.n, self.d)
    def __pos__(self): return self
    def __abs__(self): return Frac(abs(self.n), self.d)
    def __float__(self): return self.n / self.d
    def __int__(self): return int(self.n / self.d)
    def __trunc__(self): return -(-self.n // self.d) if self.n < 0 else self.n // self.d
    def __floor__(self): return self.n // self.d
    def __ceil__(self): return -(-self.n // self.d)

    def __round__(self, digits=None):
        if digits is None:
            return round(self.n / self.d)
        return Frac(round(self * 10 ** digits), 10 ** digits)

    def __bool__(self): return self.n != 0
    def __hash__(self): return hash(self.n / self.d)
    def __repr__(self): return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)
    def __format__(self, spec): return format(float(self), spec) if spec else repr(self)

    def __eq__(self, other):
        if isinstance(other, (int, Frac)):
            other = Frac(other)
            return (self.n, self.d) == (other.n, other.d)
        return float(self) == other if isinstance(other, float) else NotImplemented

    def __lt__(self, other):
        return float(self) < float(other) if isinstance(other, (int, float, Frac)) else NotImplemented

    def __gt__(self, other):
        return float(self) > float(other) if isinstance(other, (int, float, Frac)) else NotImplemented

    def __le__(self, other):
        return self < other or self == other

    @property
    def numerator(self): return self.n

    @property
    def denominator(self): return self.d


Number.register(Frac)
Rational.register(Frac)
half, third = Frac(1, 2), Frac(-2, -6)
print(half + third, half - third, half * third, half / third, half // third, half % third, divmod(half, third), half ** 3, half ** -2, 2 ** half)
print(1 + half, 1 - half, 3 * third, 1 / third, 5 // half, 5 % Frac(3, 4), 0.5 + half, half + 0.5, 1.0 / half, half / 4.0, 2.5 % half)
print(-half, +half, abs(Frac(-3, 4)), float(third), int(Frac(-7, 2)), math.trunc(Frac(-7, 2)), math.floor(Frac(-7, 2)), math.ceil(Frac(-7, 2)), round(Frac(7, 2)), round(Frac(22, 7), 2))
print(half == 0.5, half == Frac(2, 4), Frac(4, 2) == 2, 2 == Frac(4, 2), half != third, half < third, half > third, half <= 0.5, 1 > half, sorted([half, 0, third, 0.4, 1]), max(half, third, 0.4))
print({half: "a", 0.5: "b"}, Frac(2) in [2], [1, Frac(2), 3.0].index(2.0), hash(half) == hash(0.5), sum([half, third, Frac(1, 6)]), sum([half, half], start=Frac(0)), math.prod([half, third, 12]))
print(f"{half} {half:.3f} {third:>8.2f} {half!r:>5}", str(third), "%s %r %.2f %d" % (half, half, half, Frac(7, 2)), "{:e}".format(half))
print(isinstance(half, Number), isinstance(half, Rational), isinstance(half, Real), isinstance(half, Integral), bool(Frac(0)), bool(half), not Frac())
value = half
value += third; value *= 2; value -= 1; value /= 3; value **= 2
print(value)
for action in (lambda: half + "a", lambda: "a" + half, lambda: half + None, lambda: half < "a", lambda: half / 0, lambda: half // 0, lambda: 1 / Frac(0), lambda: half << 1, lambda: half & third, lambda: ~half, lambda: half @ third, lambda: pow(half, 2, 3), lambda: half[0], lambda: half(), lambda: len(half), lambda: [1, 2][Frac(1)], lambda: range(Frac(3)), lambda: complex(half), lambda: half + 1j, lambda: math.sqrt(Frac(9, 4)), lambda: math.gcd(Frac(2), 4), lambda: chr(Frac(65)), lambda: bytes(Frac(3)), lambda: half ** half, lambda: setattr(half, "n2", 1), lambda: math.isclose(half, 0.5), lambda: divmod(7, half), lambda: sorted([half, "a"]), lambda: min([]), lambda: "x" * Frac(2)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
