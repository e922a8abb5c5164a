"""statistics: each function over ints, Fractions, Decimals and floats, weights, quantiles by both methods, regression, NormalDist's algebra, errors."""
import copy
import math
import pickle
import statistics
from decimal import Decimal
from fractions import Fraction


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


SETS = {'ints': [1, 2, 2, 3, 9], 'even': [4, 1, 3, 2], 'floats': [0.1, 0.2, 0.3, 1e10], 'fractions': [Fraction(1, 3), Fraction(1, 6), Fraction(5, 2)], 'decimals': [Decimal('0.1'), Decimal('0.2'), Decimal('1.25')], 'mixed': [1, 2.5, Fraction(1, 2)], 'bools': [True, False, True], 'one': [7], 'none': [], 'text': ['a', 'b', 'a'], 'nan': [1, float('nan'), 3], 'inf': [1, float('inf')], 'big': [10**20, 10**20 + 2], 'minus': [-5, -1, 0, 2]}
NAMES = ('mean', 'fmean', 'geometric_mean', 'harmonic_mean', 'median', 'median_low', 'median_high', 'median_grouped', 'mode', 'multimode', 'pstdev', 'pvariance', 'stdev', 'variance')
for label, data in SETS.items():
    for name in NAMES:
        attempt(f'{label} {name}', getattr(statistics, name), iter(data) if name in ('mean', 'fmean', 'median') else data)
for n in (1, 2, 4, 10):
    for method in ('exclusive', 'inclusive'):
        print(n, method, statistics.quantiles(SETS['ints'], n=n, method=method), statistics.quantiles(SETS['decimals'], n=n, method=method))
attempt('quantiles', statistics.quantiles, [1], n=4)
attempt('quantiles', statistics.quantiles, [1, 2], n=0)
attempt('quantiles', statistics.quantiles, [1, 2], method='other')
attempt('weights', statistics.fmean, [1, 2, 3], weights=[1, 1, 2])
attempt('weights', statistics.fmean, [1, 2], [1])
attempt('weights', statistics.fmean, [1, 2], [0, 0])
attempt('weights', statistics.harmonic_mean, [40, 60], weights=[5, 30])
attempt('weights', statistics.harmonic_mean, [1, 2], weights=[1])
attempt('weights', statistics.harmonic_mean, [1, -2])
attempt('weights', statistics.harmonic_mean, [1, 0, 2])
attempt('mu', statistics.pvariance, [1, 2, 3], 2)
attempt('xbar', statistics.variance, [1, 2, 3], xbar=2)
attempt('mu', statistics.pstdev, [1, 2, 3], 5)
attempt('interval', statistics.median_grouped, [1, 3, 3, 5, 7], interval=2)
attempt('interval', statistics.median_grouped, [1, 2], interval='x')

x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
print(statistics.covariance(x, y), statistics.correlation(x, y), statistics.correlation(x, [-v for v in x]), statistics.linear_regression(x, y), statistics.linear_regression(x, y, proportional=True), statistics.linear_regression([0, 1], [1, 3]).slope)
for name in ('covariance', 'correlation', 'linear_regression'):
    for args in (([1], [2]), ([1, 2], [1, 2, 3]), ([1, 1], [1, 2]), (['a', 'b'], [1, 2]), ([], [])):
        attempt(f'{name} {args}', getattr(statistics, name), *args)

N = statistics.NormalDist
a, b = N(100, 15), N(mu=10, sigma=2)
print(a, a.mean, a.median, a.mode, a.stdev, a.variance, a.pdf(100), a.cdf(115), a.cdf(100), a.inv_cdf(0.975), a.zscore(130), a.quantiles(4), a.overlap(N(105, 15)), hash(a) == hash(N(100, 15)), a == N(100, 15), a != b)
print(a + b, a - b, a + 5, 5 + a, a - 5, 5 - a, a * 2, 2 * a, a / 2, -a, +a, b.samples(3, seed=1), N.from_samples([1, 2, 3, 4]), N().samples(2, seed='s'), copy.copy(a) == a, pickle.loads(pickle.dumps(a)) == a)
for label, call in {'sigma': lambda: N(0, -1), 'p': lambda: a.inv_cdf(0), 'p1': lambda: a.inv_cdf(1), 'zero pdf': lambda: N(0, 0).pdf(1), 'zero cdf': lambda: N(0, 0).cdf(1), 'zero z': lambda: N(0, 0).zscore(1), 'zero overlap': lambda: N(0, 0).overlap(a), 'other': lambda: a.overlap(5), 'add': lambda: a + 'x', 'mul': lambda: a * b, 'div': lambda: 1 / a, 'few': lambda: N.from_samples([1]), 'text': lambda: N('x'), 'slots': lambda: setattr(a, 'new', 1), 'mean': lambda: setattr(a, 'mean', 1), 'same': lambda: a.overlap(a)}.items():
    attempt(label, call)
print([round(N().inv_cdf(p), 12) for p in (1e-10, 0.001, 0.02, 0.4, 0.5, 0.9, 0.999999)], [round(N().cdf(z), 12) for z in (-8, -1.5, 0, 3)], math.isclose(N(3, 2).inv_cdf(N(3, 2).cdf(4.5)), 4.5))
print(statistics.StatisticsError.__mro__[1], sorted(statistics.__all__)[:4])
