# difftest: no-wasi (the functions of its C library differ in the last digit)
# Every function of cmath on a grid of ordinary, huge, tiny and special values.
import cmath
import math

inf, nan = math.inf, math.nan
FUNCTIONS = [cmath.acos, cmath.acosh, cmath.asin, cmath.asinh, cmath.atan, cmath.atanh, cmath.cos,
             cmath.cosh, cmath.exp, cmath.log, cmath.log10, cmath.sin, cmath.sinh, cmath.sqrt,
             cmath.tan, cmath.tanh, cmath.phase, cmath.polar, cmath.isfinite, cmath.isnan,
             cmath.isinf]
PARTS = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 1e-310, 1e308, -1e308, 711.0, -30.0, inf, -inf, nan]


def show(number):
    """repr, with the sign of NaN left out."""
    if isinstance(number, complex):
        return f'({show(number.real)}, {show(number.imag)})'
    if isinstance(number, tuple):
        return ', '.join(map(show, number))
    return repr(number)


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

