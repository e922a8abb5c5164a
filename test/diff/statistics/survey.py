# A survey evaluated with statistics: groups, ranks, outliers, intervals by bootstrap, a trend, mixed number types in and out.
import random
import statistics as s
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

random.seed(1936)
ROWS = [(random.choice(['north', 'south', 'west']), age := random.randint(18, 80), round(random.gauss(30 + age / 2, 8), 1), random.choice('ABBCCC')) for _ in range(90)]
groups = defaultdict(list)
for region, age, score, grade in ROWS:
    groups[region].append(score)
for region, scores in sorted(groups.items()):
    q1, q2, q3 = s.quantiles(scores, n=4)
    spread = q3 - q1
    outliers = sorted(x for x in scores if not q1 - 1.5 * spread <= x <= q3 + 1.5 * spread)
    print(f'{region:<6} n={len(scores):2} mean={s.mean(scores):.4f} fmean={s.fmean(scores):.4f} median={s.median(scores)} [{s.median_low(scores)}, {s.median_high(scores)}] stdev={s.stdev(scores):.6f} quartiles={q1:.3f} {q2:.3f} {q3:.3f} outliers={outliers}')
ages, scores = [row[1] for row in ROWS], [row[2] for row in ROWS]
slope, intercept = line = s.linear_regression(ages, scores)
print(line, s.correlation(ages, scores), s.covariance(ages, scores), s.linear_regression(ages, scores, proportional=True))
residuals = [score - (slope * age + intercept) for age, score in zip(ages, scores)]
print(f'{s.fmean(residuals):.10f} {s.pstdev(residuals):.10f} {max(residuals):.6f}')
print(s.mode(row[3] for row in ROWS), s.multimode(row[3] for row in ROWS), s.multimode(sorted(row[0] for row in ROWS)), s.mode([True, False, True]), s.multimode([]), s.multimode('aabbc'))
means = sorted(s.fmean(random.choices(scores, k=len(scores))) for _ in range(100))
print(means[2], means[97], s.quantiles(means, n=20)[0], s.quantiles(means, n=20, method='inclusive')[-1])
weights = [random.randint(1, 9) for _ in scores]
print(s.fmean(scores, weights), s.harmonic_mean([40, 60, 80], weights=[5, 30, 0]), s.geometric_mean([54, 24, 36]), s.harmonic_mean([Fraction(1, 3), 2]))
for data in ([1, 2, 3, 4], [1.5, 2.5], [Fraction(1, 2), Fraction(3, 4)], [Decimal('0.1'), Decimal('0.3')], [True, False, True], [1, Fraction(1, 2), 2.0], [10 ** 30, 1, -10 ** 30], [1e16, 1, -1e16], [0.1] * 10, [float('inf'), 1], [3]):
    out = []
    for name in ('mean', 'fmean', 'median', 'pvariance', 'variance', 'pstdev', 'stdev', 'median_grouped'):
        try:
            out.append(f'{name}={getattr(s, name)(data)!r}')
        except Exception as error:
            out.append(f'{name}: {type(error).__name__}: {error}')
    print(data, *out)
print(s.variance([1, 2, 3, 4], 2), s.pvariance([1, 2, 3], mu=2), s.variance([Fraction(1, 6), Fraction(1, 2), Fraction(5, 3)]), s.median_grouped([52, 52, 53, 54]), s.median_grouped([1, 3, 3, 5, 7], interval=2), s.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]))
for method in ('exclusive', 'inclusive'):
    print(method, [s.quantiles([3, 1, 4, 1, 5, 9, 2, 6], n=n, method=method) for n in (1, 2, 3, 5)], s.quantiles([Fraction(1, 3), 1, 2], method=method), s.quantiles([Decimal(1), Decimal(2)], n=3, method=method))


def ranks(values):
    order = sorted(values)
    return [order.index(value) + (order.count(value) + 1) / 2 for value in values]


print('rank correlation', s.correlation(ranks(ages), ranks(scores)))
for call in (lambda: s.mean([]), lambda: s.mode([]), lambda: s.variance([1]), lambda: s.geometric_mean([-1]), lambda: s.geometric_mean([0, 1]), lambda: s.harmonic_mean([-1, 2]), lambda: s.harmonic_mean([0, 2]), lambda: s.fmean([1, 2], weights=[1]), lambda: s.fmean([1], weights=[0]), lambda: s.mean(['a']), lambda: s.quantiles([1]), lambda: s.correlation([1, 2], [1, 1]), lambda: s.linear_regression([1, 1], [1, 2]), lambda: s.linear_regression([1], [1]), lambda: s.median([]), lambda: s.median([1, 'a']), lambda: s.stdev(5), lambda: s.harmonic_mean([1], weights=[1, 2]), lambda: s.harmonic_mean(['x']), lambda: s.median_grouped(['a']), lambda: s.multimode([[1]])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(issubclass(s.StatisticsError, ValueError), line._fields, type(line).__name__, line == (slope, intercept))
