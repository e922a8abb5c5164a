"""Matrices and polynomials with operators: elimination over fractions, determinants, powers, formatting, fitting."""

from fractions import Fraction
from functools import reduce
from itertools import zip_longest, product, accumulate
import operator


class Matrix:
    def __init__(self, rows):
        self.rows = [list(map(Fraction, row)) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different lengths")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    def __getitem__(self, key):
        match key:
            case (int(i), int(j)):
                return self.rows[i][j]
            case (slice() as i, slice() as j):
                return Matrix([row[j] for row in self.rows[i]])
            case (int(i), slice() as j):
                return self.rows[i][j]
            case (slice() as i, int(j)):
                return [row[j] for row in self.rows[i]]
            case int(i):
                return self.rows[i]
            case _:
                raise TypeError(f"bad index {key!r}")

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = Fraction(value)

    def __matmul__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        return Matrix([[sum(map(operator.mul, row, column)) for column in zip(*other.rows)] for row in self.rows])

    def __imatmul__(self, other):
        self.rows = (self @ other).rows
        return self

    def __add__(self, other):
        if isinstance(other, Matrix):
            return Matrix([[a + b for a, b in zip(r, s, strict=True)] for r, s in zip(self.rows, other.rows, strict=True)])
        return NotImplemented

    def __mul__(self, scalar):
        return Matrix([[a * scalar for a in row] for row in self.rows])

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __pow__(self, n):
        if n < 0:
            return self.inverse() ** -n
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            n, odd = divmod(n, 2)
            if odd:
                result @= base
            base = base @ base
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __invert__(self):
        return Matrix(zip(*self.rows))

    def __format__(self, spec):
        cells = [[format(float(x), spec) if spec else str(x) for x in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(*cells)]
        return "\n".join("[" + " ".join(c.rjust(w) for c, w in zip(row, widths)) + "]" for row in cells)

    def __str__(self):
        return format(self)

    def echelon(self):
        rows, sign, pivots = [row[:] for row in self.rows], 1, []
        row = 0
        for column in range(self.shape[1]):
            for candidate in range(row, len(rows)):
                if rows[candidate][column]:
                    break
            else:
                continue
            if candidate != row:
                rows[row], rows[candidate], sign = rows[candidate], rows[row], -sign
            pivots.append(column)
            for below in range(row + 1, len(rows)):
                factor = rows[below][column] / rows[row][column]
                rows[below] = [b - factor * a for a, b in zip(rows[row], rows[below])]
            if (row := row + 1) == len(rows):
                break
        return rows, sign, pivots

    def determinant(self):
        if self.shape[0] != self.shape[1]:
            raise ValueError("not square")
        rows, sign, pivots = self.echelon()
        return reduce(operator.mul, (rows[i][i] for i in range(len(rows))), Fraction(sign))

    def inverse(self):
        n = len(self.rows)
        work = Matrix([row + unit for row, unit in zip(self.rows, Matrix.identity(n).rows)])
        rows, _, pivots = work.echelon()
        if pivots[:n] != list(range(n)):
            raise ZeroDivisionError("singular matrix")
        for i in reversed(range(n)):
            rows[i] = [x / rows[i][i] for x in rows[i]]
            for above in range(i):
                rows[above] = [x - rows[above][i] * y for x, y in zip(rows[above], rows[i])]
        return Matrix([row[n:] for row in rows])


class Poly:
    def __init__(self, *coefficients):
        while coefficients and not coefficients[-1]:
            coefficients = coefficients[:-1]
        self.c = coefficients

    def __call__(self, x):
        return reduce(lambda total, a: total * x + a, reversed(self.c), 0)

    def __add__(self, other):
        other = other if isinstance(other, Poly) else Poly(other)
        return Poly(*(a + b for a, b in zip_longest(self.c, other.c, fillvalue=0)))

    __radd__ = __add__

    def __mul__(self, other):
        if not isinstance(other, Poly):
            return Poly(*(a * other for a in self.c))
        out = [0] * (len(self.c) + len(other.c))
        for (i, a), (j, b) in product(enumerate(self.c), enumerate(other.c)):
            out[i + j] += a * b
        return Poly(*out)

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __pow__(self, n):
        return reduce(operator.mul, [self] * n, Poly(1))

    def __divmod__(self, other):
        quotient, rest = Poly(), self
        while len(rest.c) >= len(other.c):
            term = Poly(*[0] * (len(rest.c) - len(other.c)), Fraction(rest.c[-1]) / other.c[-1])
            quotient, rest = quotient + term, rest - term * other
        return quotient, rest

    def __floordiv__(self, other): return divmod(self, other)[0]
    def __mod__(self, other): return divmod(self, other)[1]
    def __bool__(self): return bool(self.c)
    def __eq__(self, other): return isinstance(other, Poly) and self.c == other.c

    def derive(self):
        return Poly(*(i * a for i, a in enumerate(self.c) if i))

    def __repr__(self):
        parts = []
        for power, a in reversed(list(enumerate(self.c))):
            if a:
                head = "" if abs(a) == 1 and power else str(abs(a))
                parts.append(("- " if a < 0 else "+ ") + head + ("" if power == 0 else "x" if power == 1 else f"x^{power}"))
        text = " ".join(parts)
        return text.removeprefix("+ ").replace("- ", "-", 1) if text.startswith("-") else text.removeprefix("+ ") or "0"


a = Matrix([[2, 1, 1], [1, 3, 2], [1, 0, 0]])
print(a, a.shape, a.determinant(), sep="\n")
print(a.inverse(), a @ a.inverse() == Matrix.identity(3), a ** 3 == a @ a @ a, a ** -1 == a.inverse(), ~a, sep="\n")
print(f"{a.inverse():.2f}", f"{2 * a - a * Fraction(1, 3)}", sep="\n")
print(a[0], a[1, 2], a[:, 1], a[0, 1:], a[1:, :2], sep="\n")
fibonacci = Matrix([[1, 1], [1, 0]])
print((fibonacci ** 90)[0, 1], [int((fibonacci ** n)[0, 1]) for n in range(10)])
a[0, 0] = "1/7"
print(a[0, 0], a != Matrix.identity(3))
for action in (lambda: Matrix([[1, 2], [3]]), lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: Matrix([[1, 2]]) @ Matrix([[1, 2]]), lambda: a @ 5, lambda: a + 5, lambda: 5 + a, lambda: a["x"], lambda: Matrix([[1, 2]]).determinant(), lambda: a + Matrix([[1]]), lambda: a[9, 9], lambda: Matrix([["x"]])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
p, q = Poly(-1, 0, 1), Poly(1, 1)
print(p, q, p * q, p + q, p - q, 3 - q, p // q, p % q, divmod(Poly(1, 2, 3, 4), Poly(1, 2)), q ** 5, (q ** 5).derive(), Poly(), -p, sep=" | ")
print([p(x) for x in range(-2, 3)], p(0.5), p(q), Poly(1, 2)(Fraction(1, 2)), bool(p % q), p == Poly(-1, 0, 1, 0, 0))


def interpolate(points):
    total = Poly()
    for x, y in points:
        term = Poly(Fraction(y))
        for other, _ in points:
            if other != x:
                term = term * Poly(-other, 1) * Fraction(1, x - other)
        total += term
    return total


sums = list(enumerate(accumulate(n * n for n in range(6))))
print(interpolate(sums), [interpolate(sums)(n) for n in (10, 100)])
