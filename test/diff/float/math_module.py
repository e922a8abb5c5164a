"""The math module, with domain errors."""
import math

for f in (math.sqrt, math.exp, math.log, math.log2, math.log10, math.sin, math.cos, math.tan, math.atan, math.sinh,
          math.tanh, math.degrees, math.radians, math.cbrt, math.log1p, math.expm1, math.asinh, math.exp2):
    print(f.__name__, [round(f(x), 9) for x in (0.25, 1, 2.5, 10)])
print(math.pi, math.e, math.tau, math.inf, math.nan, math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((0, 0), (3, 4)))
print(math.atan2(1, -1), math.copysign(3, -0.0), math.fmod(-7, 3), -7 % 3, math.modf(-2.5), math.frexp(10), math.ldexp(0.5, 5))
print(math.log(8, 2), math.log(10**400), math.log2(2**1000), math.log10(10**50), math.prod([1, 2, 3.5]), math.prod([], start=5))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308), math.isclose(1, 1 + 1e-10), math.gcd(12, 18))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.remainder(5, 3), math.nextafter(1, 2), math.ulp(1.0))
for f, args in [(math.sqrt, (-1,)), (math.log, (0,)), (math.log, (-5,)), (math.acos, (2,)), (math.exp, (1000,)), (math.factorial, (-1,)),
                (math.fmod, (1, 0)), (math.pow, (0, -1)), (math.pow, (-1, 0.5)), (math.sqrt, ("x",)), (math.isqrt, (-1,)), (math.floor, (math.inf,)),
                (math.factorial, (2.5,)), (math.gcd, (1.5, 2)), (math.cosh, (1000,)), (math.comb, (-1, 2))]:
    try:
        print(f.__name__, args, f(*args))
    except (ValueError, OverflowError, TypeError) as error:
        print(f.__name__, args, type(error).__name__, error)
