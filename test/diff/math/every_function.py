# math: every function at its edges, special values, errors, big integers, arguments of other types.
import decimal
import fractions
import math

values = (0.0, -0.0, 1, -1, 0.5, 2.5, -3.7, 1e300, 1e-310, float('inf'), -float('inf'), float('nan'), 10 ** 400, True)
for name in ('acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs factorial floor frexp gamma isfinite isinf isnan isqrt lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp').split():
    out = []
    for value in values:
        try:
            if name == 'factorial' and value == 10 ** 400:
                continue
            result = getattr(math, name)(value)
            out.append(format(result, '.12g') if isinstance(result, float) else str(result)[:24])
        except Exception as error:
            out.append(f'{type(error).__name__}: {error}')
    print(name, out)
for name, args in (('atan2', (0.0, -0.0)), ('atan2', (-1, float('-inf'))), ('copysign', (3, -0.0)), ('fmod', (-7, 3)), ('fmod', (1, 0)), ('fmod', (float('inf'), 1)), ('remainder', (7, 2)), ('remainder', (5, float('inf'))), ('remainder', (1, 0)), ('pow', (0, -1)), ('pow', (-8, 1 / 3)), ('pow', (2, 1e5)), ('pow', (1, float('nan'))), ('pow', (-1, float('inf'))),
                   ('ldexp', (0.5, 5000)), ('ldexp', (1, -5000)), ('ldexp', (1.5, 3)), ('nextafter', (1, 2)), ('nextafter', (0, -1)), ('hypot', (3, 4)), ('hypot', ()), ('hypot', (1, float('inf'), float('nan'))), ('dist', ([1, 2], (4, 6))), ('dist', ([1], [1, 2])), ('dist', (1, 2)), ('log', (8, 2)), ('log', (0,)), ('log', (2, 1)), ('log', (10 ** 500, 10)), ('log', (-1,)),
                   ('gcd', (12, -18, 27)), ('gcd', ()), ('gcd', (1.5, 2)), ('lcm', (4, 6)), ('lcm', (0, 5)), ('comb', (50, 25)), ('comb', (5, 7)), ('comb', (-1, 2)), ('comb', (5, -1)), ('perm', (5,)), ('perm', (5, 2)), ('perm', (3, 5)), ('perm', (5, -1)), ('perm', (-5,)), ('isclose', (1, 1 + 1e-10)), ('isclose', (1, 1.1)), ('isclose', (float('inf'), float('inf'))), ('factorial', (30,)), ('factorial', (2.0,)), ('factorial', (10 ** 30,)),
                   ('ceil', ('x',)), ('floor', (None,)), ('trunc', ('x',)), ('sqrt', ('4',)), ('sqrt', (1j,)), ('isqrt', (10 ** 40,)), ('isqrt', (2.5,)), ('modf', (-3.25,)), ('frexp', (-10,)), ('fsum', ([0.1] * 10,)), ('fsum', ([1e308, 1e308],)), ('fsum', ([float('inf'), -float('inf')],)), ('fsum', (['x'],)), ('prod', ([1, 2, 3],)), ('prod', ([],)), ('prod', (['a', 2],)), ('prod', ([0.5, 2],)), ('gamma', (171,)), ('gamma', (172,)), ('lgamma', (-2,)), ('degrees', (math.pi,)), ('sin', (1e22,)), ('exp', (710,)), ('sqrt', ())):
    try:
        result = getattr(math, name)(*args)
        print(name, args if len(str(args)) < 60 else '...', format(result, '.15g') if isinstance(result, float) else result)
    except Exception as error:
        print(name, args if len(str(args)) < 60 else '...', type(error).__name__, error)
print(math.isclose(1, 1.05, rel_tol=0.1), math.isclose(0, 1e-12, abs_tol=1e-9), math.prod([2, 3], start=5), math.prod(x for x in (1.5, 2)), math.pi, math.e, math.tau, math.inf, math.nan)
try:
    math.isclose(1, 1, rel_tol=-1)
except ValueError as error:
    print(error)


class Num:
    def __float__(self):
        return 4.0

    def __index__(self):
        return 9

    def __ceil__(self):
        return 'ceil'

    def __floor__(self):
        return 'floor'

    def __trunc__(self):
        return 'trunc'


n = Num()
print(math.sqrt(n), math.isqrt(n), math.ceil(n), math.floor(n), math.trunc(n), math.gcd(n, 6), math.factorial(n), math.comb(n, 2), math.ceil(fractions.Fraction(7, 2)), math.floor(decimal.Decimal('-1.5')), math.sqrt(fractions.Fraction(1, 4)), math.exp(decimal.Decimal(0)))
