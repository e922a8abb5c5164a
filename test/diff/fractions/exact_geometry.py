# Exact computing with fractions: lines that meet, a polygon's area, a linear system, Bernoulli numbers, continued fractions.
from fractions import Fraction as F
from itertools import islice
from math import comb, floor, gcd


def meet(p, q, r, s):
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = p, q, r, s
    below = (x1 - x2) * (y3 - y4) - (y1 - y2) * (x3 - x4)
    if not below:
        return None
    t = F((x1 - x3) * (y3 - y4) - (y1 - y3) * (x3 - x4), below)
    return x1 + t * (x2 - x1), y1 + t * (y2 - y1)


for lines in ([(0, 0), (4, 4), (0, 3), (5, 1)], [(0, 0), (1, 1), (0, 1), (1, 2)], [(F(1, 3), F(1, 7)), (2, -5), (F(-9, 4), 0), (8, F(11, 5))]):
    print(lines, '->', meet(*lines))


def area(points):
    return sum((x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1])), F()) / 2


print(area([(0, 0), (4, 0), (4, 3)]), area([(F(1, 2), F(1, 3)), (F(7, 5), F(-2, 3)), (3, F(9, 4)), (F(1, 6), 2)]))


def solve(matrix, vector):
    rows = [[F(value) for value in row] + [F(right)] for row, right in zip(matrix, vector)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda r: abs(rows[r][column]))
        if not rows[pivot][column]:
            raise ZeroDivisionError('singular')
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for r in range(size):
            if r != column:
                factor = rows[r][column]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[column])]
    return [row[-1] for row in rows]


hilbert = [[F(1, i + j + 1) for j in range(6)] for i in range(6)]
print([str(x) for x in solve(hilbert, [1] * 6)], solve([[2, 1], [1, '3/7']], [0.5, '1e-2']))
try:
    solve([[1, 2], [2, 4]], [1, 2])
except ZeroDivisionError as error:
    print(error)


def bernoulli(count):
    numbers = []
    for m in range(count):
        numbers.append(F(m == 0) - sum((comb(m, k) * numbers[k] / (m - k + 1) for k in range(m)), F(0)))
    return numbers


print([str(number) for number in bernoulli(17)])


def continued(x):
    while True:
        whole = floor(x)
        yield whole
        if x == whole:
            return
        x = 1 / (x - whole)


def convergents(terms):
    p0, q0, p1, q1 = 0, 1, 1, 0
    for term in terms:
        p0, q0, p1, q1 = p1, q1, term * p1 + p0, term * q1 + q0
        yield F(p1, q1)


for x in (F(415, 93), F(-17, 12), F('3.14159265358979'), F(0.1), F(1, 3) + F(1, 10 ** 12)):
    terms = list(islice(continued(x), 12))
    print(x, terms, [str(c) for c in convergents(terms)][:5], [str(x.limit_denominator(n)) for n in (1, 7, 100, 10 ** 6)])
egyptian, rest = [], F(43, 48)
while rest:
    unit = F(1, -(-rest.denominator // rest.numerator))
    egyptian.append(unit)
    rest -= unit
print(' + '.join(map(str, egyptian)), sum(egyptian))
harmonic = sum(F(1, n) for n in range(1, 60))
print(harmonic, float(harmonic), round(harmonic, 6), round(harmonic), floor(harmonic), harmonic.limit_denominator(50), gcd(harmonic.numerator, harmonic.denominator))
farey = sorted({F(a, b) for b in range(1, 9) for a in range(b + 1)})
print([str(x) for x in farey], all(b.numerator * a.denominator - a.numerator * b.denominator == 1 for a, b in zip(farey, farey[1:])))
for a in (F(7, 3), F(-7, 3), F(1, 2)):
    for b in (F(2, 3), F(-1, 4), 2, -0.5):
        print(a, b, a // b, a % b, divmod(a, b), (a // b) * b + a % b == a, end='; ')
    print()
