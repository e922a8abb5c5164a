# fractions, numbers, statistics: constructors, arithmetic with other numbers, every function, errors.
import decimal
import fractions
import math
import numbers
import random
import statistics
from fractions import Fraction as F


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print('Fraction')
for args in ((), (5,), (6, 4), (-6, 4), (6, -4), (0, 7), ('3/7',), (' -3/7 ',), ('1.25',), ('1e-3',), ('-.5',), ('7e2',), ('1_000/3',), (1.25,), (decimal.Decimal('1.1'),), (F(1, 2), F(3, 4)), (True,), (1, 0), ('1/0',), ('x',), ('1/ 2',), ('',), (1.5, 2), (float('nan'),), (float('inf'),), (1j,), (None,), ('3', 4), (decimal.Decimal('NaN'),)):
    print(args, attempt(F, *args), attempt(lambda: str(F(*args))))
a, b = F(3, 4), F(-5, 6)
print([str(v) for v in (a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, a ** -2, -a, +a, abs(b))], divmod(a, b), a ** b if False else a ** 0.5, a + 1, 1 - a, a * 2.0, a + 1j, 2 ** F(3), 2 ** F(1, 2), F(4, 9) ** F(1, 2), attempt(lambda: a / 0), attempt(lambda: a + 'x'), attempt(lambda: F(0) ** -1), divmod(7, F(3, 2)), 5 % F(3, 2))
print(a < b, a == 0.75, a == decimal.Decimal('0.75'), a >= F(3, 4), a < 1, a < float('inf'), a == float('nan'), attempt(lambda: a < 'x'), a < 1.5, hash(F(1, 2)) == hash(.5), hash(F(5)) == hash(5), bool(F(0)), attempt(lambda: a < 1j), a == 1j, F(1) == 1 + 0j)
print(int(F(7, 2)), float(F(1, 3)), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), round(F(1234), -2), math.floor(b), math.ceil(b), math.trunc(b), a.limit_denominator(3), F(math.pi).limit_denominator(100), attempt(a.limit_denominator, 0), a.numerator, a.denominator, a.as_integer_ratio(), F.from_float(.5), F.from_decimal(decimal.Decimal('.3')), attempt(F.from_float, 'x'), complex(a), a.real, a.imag, a.conjugate(), repr(a), f'{a}', attempt(format, a, '.2f'), sum([F(1, n) for n in range(1, 8)]), max(a, b), F('0.1') * 3 == F('0.3'), attempt(setattr, a, 'numerator', 3))


class Sub(F):
    pass


print(repr(Sub(1, 2)), repr(Sub(1, 2) + Sub(1, 2)), fractions.Fraction.__slots__)

print('numbers')
for value in (1, True, 1.5, 1j, F(1, 2), decimal.Decimal(1), 'x', None):
    print(value, [isinstance(value, cls) for cls in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])


class Mod7(numbers.Number):
    pass


print(isinstance(Mod7(), numbers.Number), attempt(numbers.Integral), attempt(hash, Mod7()), issubclass(int, numbers.Rational), numbers.Integral.numerator.fget(5), numbers.Real.__complex__(2.5), numbers.Complex.__bool__(0), numbers.__all__)

print('statistics')
DATA = [2.5, 3.25, 5.5, 11.75, 11.75, 1, 8]
INTS = [1, 2, 3, 4, 4, 7]
for data in (DATA, INTS, [F(1, 2), F(1, 3), F(5, 6)], [decimal.Decimal('1.5'), decimal.Decimal('2.25'), decimal.Decimal(4)], [1], [], [1, 'x'], [True, False, True], [1e300, 1e300, -1e300], [float('nan'), 1], [0.1] * 10, range(10), iter([1, 2, 3])):
    names = ('mean', 'fmean', 'geometric_mean', 'harmonic_mean', 'median', 'median_low', 'median_high', 'median_grouped', 'mode', 'multimode', 'pstdev', 'pvariance', 'stdev', 'variance', 'quantiles')
    data = list(data)
    print(data[:4], [(name, attempt(getattr(statistics, name), data)) for name in names])
s = statistics
print(s.fmean(DATA, weights=range(1, 8)), attempt(s.fmean, [1, 2], [0, 0]), attempt(s.fmean, [1], [1, 2]), s.harmonic_mean([40, 60], weights=[5, 30]), attempt(s.harmonic_mean, [-1, 2]), attempt(s.harmonic_mean, [0, 2]), s.median_grouped([1, 3, 3, 5, 7], interval=2), s.pvariance(INTS, mu=3.5), s.variance(INTS, 3.5), s.mode('aabbb'), s.multimode('aabb'), s.quantiles(DATA, n=10), s.quantiles(DATA, n=4, method='inclusive'), attempt(s.quantiles, DATA, n=0), attempt(s.quantiles, [1]), attempt(s.quantiles, DATA, method='x'))
X, Y = [1, 2, 3, 4, 5, 6, 7], [1, 3, 2, 5, 6, 6.5, 8]
print(s.covariance(X, Y), s.correlation(X, Y), s.linear_regression(X, Y), s.linear_regression(X, Y, proportional=True).slope, attempt(s.correlation, [1, 1], [1, 2]), attempt(s.covariance, [1], [1, 2]), attempt(s.linear_regression, [1], [1]), attempt(s.linear_regression, [1, 1], [1, 2]))
n = s.NormalDist(100, 15)
print(n, repr(n), n.mean, n.median, n.mode, n.stdev, n.variance, n.pdf(110), n.cdf(115), n.inv_cdf(.9), n.zscore(130), n.quantiles(5), n + 5, n - 5, n * 2, n / 2, -n, +n, n + n, n - s.NormalDist(1, 2), 3 * n, 5 - n, n.overlap(s.NormalDist(110, 15)), n == s.NormalDist(100, 15), hash(n) == hash(s.NormalDist(100, 15)), s.NormalDist.from_samples(DATA), n.samples(3, seed=42), attempt(s.NormalDist, 0, -1), attempt(n.inv_cdf, 0), attempt(s.NormalDist(0, 0).pdf, 1), attempt(s.NormalDist(0, 0).cdf, 1), attempt(s.NormalDist.from_samples, [1]), [n.inv_cdf(p / 20) for p in range(1, 20)], s.StatisticsError.__mro__[1])
print(s.mean([1e16, 1, -1e16]), s.stdev([1e-200, 2e-200]), s.pstdev([10 ** 20, 10 ** 20 + 1]), s.mean([decimal.Decimal('0.1')] * 3), s.variance([F(1, 3), F(2, 3)]), attempt(s.mean, ['a']), s.geometric_mean([54, 24, 36]), attempt(s.geometric_mean, [0, 1]), attempt(s.geometric_mean, [-1]), sorted(s.__all__))
