# statistics: every function over ints, floats, fractions and decimals, errors, NormalDist.
import statistics as s
from decimal import Decimal as D
from fractions import Fraction as F

sets = ([1, 2, 3, 4], [1.5, 2.5, 2.5, 7], [F(1, 2), F(3, 4)], [D('1.1'), D('2.2'), D('4.4')], [3], [True, False, True], [1e300, -1e300, 1], [-1, -2, 5])
for data in sets:
    for name in ('mean', 'fmean', 'median', 'median_low', 'median_high', 'median_grouped', 'mode', 'multimode', 'pstdev', 'pvariance', 'stdev', 'variance', 'geometric_mean', 'harmonic_mean', 'quantiles'):
        try:
            print(name, repr(getattr(s, name)(data)), end='; ')
        except Exception as error:
            print(name, type(error).__name__, error, end='; ')
    print()
for name in ('mean', 'median', 'mode', 'stdev', 'pvariance', 'fmean', 'geometric_mean', 'harmonic_mean', 'median_grouped', 'multimode', 'quantiles'):
    for bad in ([], ['a', 'b'], [1, None], iter([])):
        try:
            print(name, getattr(s, name)(bad))
        except Exception as error:
            print(name, type(error).__name__, error)
print(s.quantiles(range(10), n=4), s.quantiles([1, 2, 3, 4, 5], n=10, method='inclusive'), s.quantiles([5, 1], n=2), s.fmean([1, 2, 3], weights=[3, 1, 1]), s.harmonic_mean([40, 60], weights=[5, 30]), s.harmonic_mean([0, 1]), s.mode('aabbc'), s.multimode('aabb'), s.multimode(''), s.median_grouped([1, 3, 3, 5, 7], interval=2), s.median([1, 3.5]), s.pvariance([1, 2], mu=1), s.variance([1, 2, 4], 2))
print(s.correlation([1, 2, 3], [2, 4, 7]), s.covariance([1, 2, 3], [1, 5, 3]), s.linear_regression([1, 2, 3], [2, 4, 5]), s.linear_regression([1, 2, 3], [2, 4, 6], proportional=True).slope)
for call in (lambda: s.quantiles([1, 2], n=0), lambda: s.quantiles([1, 2], method='x'), lambda: s.correlation([1], [1]), lambda: s.correlation([1, 2], [1]), lambda: s.correlation([1, 1], [1, 2]), lambda: s.covariance([1], [2]), lambda: s.linear_regression([1, 1], [1, 2]), lambda: s.fmean([1], weights=[1, 2]), lambda: s.fmean([1], weights=[0]), lambda: s.harmonic_mean([-1]), lambda: s.geometric_mean([0]), lambda: s.NormalDist(0, -1), lambda: s.NormalDist(0, 0).pdf(1), lambda: s.NormalDist().inv_cdf(1), lambda: s.NormalDist() + 'x', lambda: s.NormalDist().overlap(5), lambda: s.stdev([1])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
n, m = s.NormalDist(100, 15), s.NormalDist.from_samples([1, 2, 3, 4])
print(n, m, n.mean, n.median, n.mode, n.stdev, n.variance, n.pdf(110), n.cdf(110), n.inv_cdf(0.25), n.quantiles(4), n.zscore(130), n.overlap(s.NormalDist(110, 10)), n + 5, n * 2, n / 5, -n, +n, n - m, n + m, 3 - n, n == s.NormalDist(100, 15), hash(n) == hash(s.NormalDist(100, 15)), s.NormalDist().samples(3, seed=5))
