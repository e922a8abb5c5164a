"""Big-integer number theory, fractions, decimals and numeric protocols."""

import decimal
import math
import numbers
import random
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import reduce
from itertools import count, takewhile


def is_prime(n, rounds=12):
    if n < 2 or n % 2 == 0:
        return n == 2
    d, s = n - 1, 0
    while not d & 1:
        d >>= 1
        s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)[:rounds]:
        if a % n == 0:
            continue
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def egcd(a, b):
    x0, x1 = 1, 0
    y0, y1 = 0, 1
    while b:
        (q, r) = divmod(a, b)
        a, b, x0, x1, y0, y1 = b, r, x1, x0 - q * x1, y1, y0 - q * y1
    return a, x0, y0


def crt(residues, moduli):
    product = math.prod(moduli)
    return sum(r * (p := product // m) * pow(p, -1, m) for r, m in zip(residues, moduli)) % product


def rho(n):
    if n % 2 == 0:
        return 2
    for c in count(1):
        x = y = 2
        d = 1
        while d == 1:
            x = (x * x + c) % n
            y = (y * y + c) % n
            y = (y * y + c) % n
            d = math.gcd(abs(x - y), n)
        if d != n:
            return d


def factor(n):
    if n == 1:
        return {}
    if is_prime(n):
        return {n: 1}
    d = rho(n)
    result = factor(d)
    for p, e in factor(n // d).items():
        result[p] = result.get(p, 0) + e
    return dict(sorted(result.items()))


print([n for n in range(60) if is_prime(n)], is_prime(2**127 - 1), is_prime(2**128 + 1))
print(factor(10**18 + 9), factor(600851475143), factor(2**64 + 1), egcd(10**30 + 57, 10**20 + 39))
print(crt([2, 3, 2, 10**10], [3, 5, 7, 10**12 + 39]), math.lcm(*range(1, 40)), math.isqrt(10**61), math.comb(200, 99), math.perm(30, 12))
fermat = [2**2**n + 1 for n in range(8)]
print(fermat[-1], [f.bit_length() for f in fermat], hex(fermat[6]), oct(-fermat[4]), bin(fermat[3]))
f100 = math.factorial(100)
print(f100, len(str(f100)), f100 >> 300, f100 & (1 << 200) - 1, (-f100) >> 310, ~f100 % 10**9, -f100 // 7**50, -f100 % 7**70, divmod(f100, -(10**150)))
print(int("z" * 30, 36), int("-0b1011", 0), int("  1_000_000  "), f"{10**25:,}", f"{2**70:_x}", f"{-2**65:+#b}"[:20], (2**90).to_bytes(12, "little").hex(), int.from_bytes(b"\xff" * 9, "big", signed=True))
print(pow(3, 10**40, 10**20 + 39), pow(7, -1, 10**9 + 7), pow(-3, 3, 7), 10**400 % 997, (10**50) / (10**48), 2**0.5, (-8) ** (1 / 3), 2**-3, 0**0)
for bad in (lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: 1 << -1, lambda: 10**400 / 3.0, lambda: int("12a"), lambda: int("1" * 5000), lambda: str(10**5000), lambda: (256).to_bytes(1, "big"), lambda: math.isqrt(-1), lambda: 5 % 0, lambda: float(10**400), lambda: round(10**400 + 0.5), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: int(float("inf")), lambda: int("1", 40)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


def harmonic(n):
    return sum((Fraction(1, k) for k in range(1, n + 1)), Fraction())


h = harmonic(30)
print(h, float(h), round(h, 3), math.floor(h), -h % 1, h.limit_denominator(100), Fraction("3.14159"), Fraction(0.1), Fraction("-7/21"), Fraction(3, -4) ** -3, Fraction(1, 3) ** 0.5, h == float(h), hash(Fraction(4, 2)) == hash(2))
print(f"{Fraction(22, 7)}", repr(Fraction(5)), Fraction(7, 2) // 1, divmod(Fraction(7, 2), Fraction(2, 3)), Fraction(1, 2) + 1, 0.5 + Fraction(1, 2), Fraction(1, 2) < 0.6, max(Fraction(1, 3), Decimal("0.3") if False else Fraction(3, 10)), Fraction(5, 3).as_integer_ratio(), isinstance(h, numbers.Rational))


def convergents(terms):
    p0, q0, p1, q1 = 1, 0, next(terms), 1
    yield Fraction(p1, q1)
    for t in terms:
        p0, q0, p1, q1 = p1, q1, t * p1 + p0, t * q1 + q0
        yield Fraction(p1, q1)


def sqrt_terms(n):
    a0 = math.isqrt(n)
    m, d, a = 0, 1, a0
    while True:
        yield a
        m = d * a - m
        d = (n - m * m) // d
        a = (a0 + m) // d


print(*[c for c, _ in zip(convergents(sqrt_terms(61)), range(12))])
pell = next(c for c in convergents(sqrt_terms(61)) if c.numerator**2 - 61 * c.denominator**2 == 1)
print(pell)


def pi_digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2


print("".join(str(d) for d, _ in zip(pi_digits(), range(120))))
with localcontext() as ctx:
    ctx.prec = 60
    print(Decimal(2).sqrt(), Decimal(1).exp(), Decimal(10).ln(), (Decimal(1) / 7).quantize(Decimal("1e-20")))
    ctx.rounding = decimal.ROUND_DOWN
    ctx.prec = 5
    print(Decimal("123.456789") + 0, -Decimal("0.00012345678"), Decimal(1) / 3, +Decimal("99999.9"))
print(Decimal("1.10") + Decimal("2.2"), Decimal("1E+3").normalize(), f"{Decimal('12345.678'):,.1f}", Decimal(0.1), Decimal("NaN").is_nan(), Decimal("-0") == 0, Decimal("1.0").as_tuple(), sorted(map(Decimal, ["1.5", "-2", "1e-3"])), round(Decimal("2.675"), 2), Decimal(7) // -2, Decimal(7) % -2)
for bad in (lambda: Decimal("x"), lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal(1) + 1.0, lambda: Decimal("sNaN") + 1, lambda: Decimal(10) ** 10**10, lambda: Fraction(1, 0), lambda: Fraction("a/b"), lambda: Fraction(1.5, 2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Gauss(numbers.Complex if False else object):
    """A Gaussian integer."""
    __slots__ = ("re", "im")

    def __init__(self, re, im=0):
        self.re, self.im = re, im

    def __mul__(self, other):
        if isinstance(other, int):
            other = Gauss(other)
        return Gauss(self.re * other.re - self.im * other.im, self.re * other.im + self.im * other.re)

    __rmul__ = __mul__

    def __pow__(self, n, modulus=None):
        result = Gauss(1)
        for _ in range(n):
            result = result * self
            if modulus is not None:
                result = Gauss(result.re % modulus, result.im % modulus)
        return result

    def __complex__(self):
        return complex(self.re, self.im)

    def __index__(self):
        if self.im:
            raise TypeError(f"{self} is not real")
        return self.re

    def __repr__(self):
        return f"{self.re}{self.im:+}i"

    def __round__(self, n=None):
        return ("rounded", n)

    def __trunc__(self):
        return self.re

    __floor__ = __ceil__ = lambda self: "floor or ceil"


z = Gauss(2, 3)
print(z * z, 2 * z, z**5, pow(z, 5, 10), complex(z), [1, 2, 3][Gauss(1)], hex(Gauss(255)), round(z), round(z, 2), math.trunc(z), math.floor(z), math.ceil(z), range(Gauss(3)), bytes([Gauss(65)]), int(Gauss(9)))
for bad in (lambda: [1][z], lambda: bin(z), lambda: int(z), lambda: float(z), lambda: z + 1):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
random.seed(12345)
print([random.randrange(10**20) for _ in range(3)], random.getrandbits(100), random.random(), random.sample(range(1000), 5), random.choices("abc", [1, 2, 3], k=8))
print(*takewhile(lambda n: n < 10**6, (reduce(lambda a, _: a * 3 + 1, range(k), 1) for k in count())))
print(float.fromhex("0x1.8p3"), (0.1).hex(), 1e16, 1e15 + 0.3, 123456789.0e-20, 5e-324, 1.7976931348623157e308 * 10, -0.0, float("nan") != float("nan"), (2.5).as_integer_ratio(), round(2.5), round(-3.5), round(1234.5678, -2), f"{1e-7:g} {1e22:f} {3.0:.3e} {0.00001234:.2%}", math.fsum([0.1] * 10), math.nextafter(1, 2), math.ulp(1e10), math.remainder(7, 4), math.hypot(3, 4, 12), math.dist((1, 2), (4, 6)))
crt([1], [0])
