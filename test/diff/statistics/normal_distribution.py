# NormalDist: its arithmetic, tables of the distribution, overlap, sampling by seed, classification, control charts, errors.
import copy
import pickle
import statistics
from fractions import Fraction
from math import inf, nan
from statistics import NormalDist

standard = NormalDist()
print(standard, repr(NormalDist(mu=5, sigma=Fraction(1, 2))), NormalDist(1).stdev, NormalDist.__slots__)
for z in (-6, -3, -1.96, -1, 0, 0.5, 1, 2.33, 8):
    print(z, standard.pdf(z), standard.cdf(z), end='; ')
print()
for p in (1e-9, 0.001, 0.025, 0.1, 0.425, 0.5, 0.575, 0.9, 0.999, 1 - 1e-9):
    print(p, standard.inv_cdf(p), standard.cdf(standard.inv_cdf(p)) - p < 1e-12, end='; ')
print()
height, other = NormalDist(175, 7.5), NormalDist(168, 6)
print(height + other, height - other, height + 2.5, 3 - height, height * 2, 0.5 * height, height / 4, -height, +height, height == NormalDist(175.0, 7.5), height != other, hash(height) == hash(NormalDist(175, 7.5)))
print(height.mean, height.median, height.mode, height.variance, height.stdev, height.overlap(other), height.overlap(NormalDist(180, 7.5)), height.overlap(height), height.quantiles(), height.quantiles(10)[0], height.quantiles(n=1), height.zscore(190), height.cdf(160), height.pdf(175))
samples = height.samples(8, seed=5)
print(samples, NormalDist.from_samples(samples), height.samples(0), NormalDist(1, 0).samples(3, seed='x'), height.samples(3, seed='text'))
fitted = NormalDist.from_samples(height.samples(400, seed=42))
print(fitted, abs(fitted.mean - 175) < 1, fitted.overlap(height))
TRAIN = {'spam': {'length': [120, 200, 340, 150], 'links': [5, 8, 3, 9]}, 'mail': {'length': [400, 350, 800, 90], 'links': [0, 1, 1, 2]}}
MODEL = {kind: {name: NormalDist.from_samples(values) for name, values in features.items()} for kind, features in TRAIN.items()}


def classify(**features):
    scores = {}
    for kind, model in MODEL.items():
        score = 1 / len(MODEL)
        for name, value in features.items():
            score *= model[name].pdf(value)
        scores[kind] = score
    total = sum(scores.values())
    return {kind: round(score / total, 9) for kind, score in scores.items()}


print(MODEL, classify(length=180, links=6), classify(length=500, links=1), classify(links=3), sep='\n')


def chart(values, known=10):
    limits = NormalDist.from_samples(values[:known])
    for number, value in enumerate(values):
        z = limits.zscore(value)
        if abs(z) > 2:
            yield number, value, round(z, 6), 'out' if abs(z) > 3 else 'warning'


readings = NormalDist(50, 2).samples(30, seed=9)
readings[20] += 12
print(list(chart(readings)))
demand = NormalDist(100, 15) + NormalDist(40, 8) * 0.5
print(demand, [round(demand.inv_cdf(level), 6) for level in (0.5, 0.9, 0.95, 0.99)], 1 - demand.cdf(150))
print(copy.copy(height) == height, copy.deepcopy(height) == height, pickle.loads(pickle.dumps(height)) == height, {height: 1}[NormalDist(175, 7.5)])
for call in (lambda: NormalDist(0, -1), lambda: NormalDist('a'), lambda: NormalDist(0, 0).pdf(1), lambda: NormalDist(0, 0).cdf(1), lambda: standard.inv_cdf(0), lambda: standard.inv_cdf(1.0), lambda: standard.inv_cdf(nan), lambda: NormalDist(0, 0).inv_cdf(0.5), lambda: standard.overlap(5), lambda: standard.overlap(NormalDist(0, 0)), lambda: NormalDist.from_samples([1]), lambda: NormalDist.from_samples([]), lambda: NormalDist(0, 0).zscore(1), lambda: standard * standard, lambda: standard / standard, lambda: 1 / standard, lambda: standard + 'x', lambda: standard < height, lambda: setattr(standard, 'mean', 5), lambda: standard.quantiles(0), lambda: standard.pdf('x'), lambda: NormalDist(inf).pdf(1), lambda: standard.cdf(inf), lambda: standard == 5, lambda: setattr(standard, 'extra', 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(statistics.NormalDist.__module__, [name for name in dir(standard) if name[0] != '_'])
