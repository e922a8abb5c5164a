# Special values, arguments and errors, with 12 digits: the last ones differ between C libraries.
import cmath
import math

inf, nan = math.inf, math.nan
FUNCTIONS = [cmath.acos, cmath.acosh, cmath.asin, cmath.asinh, cmath.atan, cmath.atanh, cmath.cos,
             cmath.cosh, cmath.exp, cmath.log, cmath.log10, cmath.sin, cmath.sinh, cmath.sqrt,
             cmath.tan, cmath.tanh, cmath.phase, cmath.polar, cmath.isfinite, cmath.isnan,
             cmath.isinf]
PARTS = [0.0, -0.0, 2.0, -2.0, inf, -inf, nan]


def show(number):
    """repr, with the sign of NaN left out."""
    if isinstance(number, complex):
        return f'({show(number.real)}, {show(number.imag)})'
    if isinstance(number, tuple):
        return ', '.join(map(show, number))
    return f'{number:.12g}' if isinstance(number, float) else repr(number)


def attempt(function, *args, **named):
    try:
        return show(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


for function in FUNCTIONS:
    for real in PARTS:
        print(function.__name__, real, [attempt(function, complex(real, imag)) for imag in PARTS])

print('rect')
for size in PARTS:
    print(size, [attempt(cmath.rect, size, angle) for angle in PARTS])

print('log with a base')
for z in (2, 2 + 1j, 0, -1, 1e300):
    print([attempt(cmath.log, z, base) for base in (10, 2, 1, 0, 1j, -3)])

print('arguments')


class Complex:
    def __complex__(self):
        return 1 + 2j


class Float:
    def __float__(self):
        return 2.5


class Index:
    def __index__(self):
        return 4


class Wrong:
    def __complex__(self):
        return 'x'


for value in (Complex(), Float(), Index(), Wrong(), 'a', None, [1], 10 ** 400, True, 3, 2.5):
    print(attempt(cmath.sqrt, value), attempt(cmath.phase, value))
print(attempt(cmath.sqrt), attempt(cmath.sqrt, 1, 2), attempt(cmath.log), attempt(cmath.rect, 1),
      attempt(cmath.rect, 'a', 1))

print('isclose')
for pair in ((1, 1), (1, 1 + 1e-10), (1 + 1j, 1 + 1.1j), (inf, inf), (inf, 1), (nan, nan), (0, 1e-12)):
    print(attempt(cmath.isclose, *pair), attempt(cmath.isclose, *pair, rel_tol=0.2),
          attempt(cmath.isclose, *pair, abs_tol=1e-9))
print(attempt(cmath.isclose, 1, 2, rel_tol=-1), attempt(cmath.isclose, 1, 2, 3))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)

print('typical')
roots = [cmath.rect(1, 2 * cmath.pi * k / 8) for k in range(8)]
print([f'{z.real:.6f}{z.imag:+.6f}j' for z in roots], abs(sum(roots)) < 1e-12)
a, b, c = 1, 2, 5
d = cmath.sqrt(b * b - 4 * a * c)
print((-b + d) / (2 * a), (-b - d) / (2 * a))


def transform(samples):
    n = len(samples)
    if n == 1:
        return samples
    even, odd = transform(samples[::2]), transform(samples[1::2])
    turned = [cmath.exp(-2j * cmath.pi * k / n) * odd[k] for k in range(n // 2)]
    return [e + t for e, t in zip(even, turned)] + [e - t for e, t in zip(even, turned)]


print([f'{abs(z):.4f}' for z in transform([1, 1, 1, 1, 0, 0, 0, 0])])
