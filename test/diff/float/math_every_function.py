"""Every function of math: values, special cases, and each error's words."""

import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
xs = [0.0, 0.5, 1, -1, 2.5, -0.0, math.inf, -math.inf, math.nan, 100, 1000.5]
for name in ("ceil", "floor", "trunc", "fabs", "sqrt", "exp", "expm1", "exp2", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "erf", "erfc", "gamma", "lgamma", "degrees", "radians", "cbrt", "isfinite", "isinf", "isnan", "modf", "frexp", "ulp"):
    row = []
    for x in xs:
        try:
            answer = getattr(math, name)(x)
            row.append(f"{answer:.12g}" if isinstance(answer, float) else repr(answer))
        except (ValueError, OverflowError) as error:
            row.append(f"{type(error).__name__}({error})")
    print(name, *row)
print(math.atan2(1, -1), math.atan2(-0.0, -1), math.hypot(3, 4), math.hypot(), math.hypot(1, 2, 3), math.dist([1, 2], [4, 6]), math.copysign(3, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.ldexp(0.5, 3), math.pow(2, 0.5), math.pow(0, 0), math.nextafter(1, 2), math.log(8, 2), math.log(10**400))
print(math.gcd(), math.gcd(12, 18, 27), math.gcd(-4, 0), math.lcm(), math.lcm(4, 6), math.lcm(0, 5), math.factorial(20), math.factorial(0), math.comb(10, 3), math.comb(3, 10), math.perm(5), math.perm(5, 2), math.isqrt(10**20 + 1), math.fsum([0.1] * 10), math.prod([1, 2, 3], start=4), math.prod([]), math.isclose(1, 1 + 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9))
cases = [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-5), lambda: math.log(2, 1), lambda: math.acos(2), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.comb(-1, 2), lambda: math.comb(5, -2), lambda: math.isqrt(-1), lambda: math.isqrt(2.0), lambda: math.gcd(1.5), lambda: math.sqrt("a"), lambda: math.sqrt(), lambda: math.sqrt(1, 2), lambda: math.floor("a"), lambda: math.floor(None), lambda: math.ceil([]), lambda: math.pow(0, -1), lambda: math.pow(-8, 1 / 3), lambda: math.pow(10, 1000), lambda: math.fmod(1, 0), lambda: math.remainder(1, 0), lambda: math.ldexp(1, 5000), lambda: math.ldexp(1, 1.5), lambda: math.dist([1], [1, 2]), lambda: math.fsum(["a"]), lambda: math.prod(["a", 2]), lambda: math.prod("ab"), lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.trunc("a"), lambda: math.modf("a"), lambda: math.gamma(0), lambda: math.gamma(-3), lambda: math.gamma(200), lambda: math.cosh(1000), lambda: math.perm(3, -1), lambda: math.log("a"), lambda: math.hypot("a"), lambda: math.atan2(1), lambda: math.nope, lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.sqrt(10**400), lambda: math.atanh(1), lambda: math.log1p(-1), lambda: math.fsum([1e308, 1e308]), lambda: math.fsum([math.inf, -math.inf])]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
