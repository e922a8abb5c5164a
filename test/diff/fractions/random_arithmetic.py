# Random fractions against integer arithmetic done by hand: every operator, conversions to floats and back, nearest simple fractions.
import random
from fractions import Fraction as F
from math import gcd, inf, nextafter

random.seed(355113)


def some(limit=10 ** 6):
    return F(random.randint(-limit, limit), random.randint(1, limit))


log = []
for _ in range(300):
    a, b = some(), some(1000)
    n, d, m, e = a.numerator, a.denominator, b.numerator, b.denominator
    assert gcd(n, d) == 1 and d > 0
    checks = [(a + b, n * e + m * d, d * e), (a - b, n * e - m * d, d * e), (a * b, n * m, d * e)]
    if b:
        checks += [(a / b, n * e, d * m), (F(a // b), n * e // (d * m) if m > 0 else -n * e // (d * -m), 1), (a % b, (n * e) % (m * d), d * e)]
    for result, top, bottom in checks:
        assert result.numerator * bottom == top * result.denominator, (a, b, result)
    assert (a < b) == (n * e < m * d) and (a <= b) == (not b < a) and (a == b) == (n == m and d == e)
    assert round(a) == F(round(n / d)) or abs(a - round(a)) == F(1, 2)
    assert abs(F(float(a)) - a) <= abs(F(nextafter(float(a), inf)) - F(float(a)))
    log.append((a + b, a % b if b else 0))
print(sum(x for x, _ in log[:6]), log[7], hash(tuple(log[:50])) == hash(tuple(log[:50])), str(sum((x.limit_denominator(100) for x, _ in log), F())))
for limit in (1, 2, 9, 50, 1000):
    for _ in range(40):
        x = some(5000)
        simple = x.limit_denominator(limit)
        best = min((abs(F(round(x * q), q) - x) for q in range(1, min(limit, 60) + 1)))
        assert simple.denominator <= limit and (abs(simple - x) <= best)
    print(limit, [str(some(5000).limit_denominator(limit)) for _ in range(6)])
floats = [0.1, 1 / 3, 1e-5, 123.456, 2 ** -30, -0.75, 1e16, 5e-324, 1.7976931348623157e308]
for x in floats:
    exact = F(x)
    print(x, str(exact)[:60], float(exact) == x, exact.limit_denominator(1000), F(str(x)) == F(repr(x)), float(F(str(x))) == x, exact == x, exact < x, F(str(x)) == x)
powers = [(some(20), random.randint(-5, 5)) for _ in range(12)]
print([f'{x}**{n}={x ** n}' for x, n in powers if x or n >= 0])
print([str(round(some(1000), digits)) for digits in (-2, -1, 0, 1, 2, 5) for _ in range(3)])
total = F()
for n in range(1, 40):
    total += F((-1) ** n, n * n + n + 1)
print(total, float(total), total.as_integer_ratio() == (total.numerator, total.denominator))
print([divmod(some(50), some(9) or 1)[0] for _ in range(10)], [int(some(100)) for _ in range(8)], min(some(9) for _ in range(20)), max(some(9) for _ in range(20)))
