/*
 * mod_cmath.c — the module cmath. The formulas and the places where they are scaled are those of
 * CPython (Modules/cmathmodule.c, after Kahan, "Branch cuts for complex elementary functions"), so
 * that the answers agree to the last bit; infinities and NaNs are looked up in a table.
 */
#include "numbers.h"

#include <float.h>
#include <math.h>

typedef struct Complex {
    double real, imag;
} Complex;

/* What went wrong, as errno says it in C. */
typedef enum Trouble { TROUBLE_NONE, TROUBLE_DOMAIN, TROUBLE_RANGE } Trouble;

#define LARGE           (DBL_MAX / 4) /* beyond it sums are scaled down */
#define SQRT_LARGE      sqrt(LARGE)
#define LOG_LARGE       log(LARGE)
#define SQRT_DOUBLE_MIN sqrt(DBL_MIN)

/* ---- infinities and NaNs --------------------------------------------------------------------- */

typedef enum Special {
    SPECIAL_acos,
    SPECIAL_acosh,
    SPECIAL_asinh,
    SPECIAL_atanh,
    SPECIAL_cosh,
    SPECIAL_exp,
    SPECIAL_log,
    SPECIAL_sinh,
    SPECIAL_sqrt,
    SPECIAL_tanh,
    SPECIAL_rect,
} Special;

/* Rows by the real part, columns by the imaginary one: -inf, negative, -0, 0, positive, inf, nan;
 * two letters an answer, of those special_part knows. */
static const char *const specials[] = {
    [SPECIAL_acos] = "tipipipIpItIni"
                     "hi........hInn"
                     "hi........hIhn"
                     "hi........hIhn"
                     "hi........hInn"
                     "qizizizIzIqIni"
                     "ninnnnnnnnnInn",
    [SPECIAL_acosh] = "iTiPiPipipitin"
                      "iH........ihnn"
                      "iH........ihnn"
                      "iH........ihnn"
                      "iH........ihnn"
                      "iQiZiZiziziqin"
                      "innnnnnnnninnn",
    [SPECIAL_asinh] = "IQIZIZIzIzIqIn"
                      "IH........Ihnn"
                      "IH........Ihnn"
                      "iH........ihnn"
                      "iH........ihnn"
                      "iQiZiZiziziqin"
                      "innnnZnznninnn",
    [SPECIAL_atanh] = "ZHZHZHZhZhZhZn"
                      "ZH........Zhnn"
                      "ZH........ZhZn"
                      "zH........zhzn"
                      "zH........zhnn"
                      "zHzHzHzhzhzhzn"
                      "zHnnnnnnnnzhnn",
    [SPECIAL_cosh] = "nnIiiziZIInnin"
                     "nn........nnnn"
                     "nn........nnnz"
                     "nn........nnnz"
                     "nn........nnnn"
                     "nnIIiZizIinnin"
                     "nnnnnznznnnnnn",
    [SPECIAL_exp] = "zzZZzZzzZzzzzz"
                    "nn........nnnn"
                    "nn........nnnn"
                    "nn........nnnn"
                    "nn........nnnn"
                    "nnIIiZizIinnin"
                    "nnnnnZnznnnnnn",
    [SPECIAL_log] = "iTiPiPipipitin"
                    "iH........ihnn"
                    "iH........ihnn"
                    "iH........ihnn"
                    "iH........ihnn"
                    "iQiZiZiziziqin"
                    "innnnnnnnninnn",
    [SPECIAL_sinh] = "nniIIZIziinnin"
                     "nn........nnnn"
                     "nn........nnzn"
                     "nn........nnzn"
                     "nn........nnnn"
                     "nnIIiZizIinnin"
                     "nnnnnZnznnnnnn",
    [SPECIAL_sqrt] = "iIzIzIziziiini"
                     "iI........iinn"
                     "iI........iinn"
                     "iI........iinn"
                     "iI........iinn"
                     "iIiZiZiziziiin"
                     "iInnnnnnnniinn",
    [SPECIAL_tanh] = "OzOzOZOzOZOzOz"
                     "nn........nnnn"
                     "nn........nnnn"
                     "nn........nnnn"
                     "nn........nnnn"
                     "ozozoZozoZozoz"
                     "nnnnnZnznnnnnn",
    [SPECIAL_rect] = "nniiIzIZiInnin"
                     "nn........nnnn"
                     "zz........zzzz"
                     "zz........zzzz"
                     "nn........nnnn"
                     "nnIIiZizIinnin"
                     "nnnnnznznnnnnn",
};

static int special_class(double x) {
    if (isnan(x))
        return 6;
    if (isinf(x))
        return signbit(x) ? 0 : 5;
    if (x == 0)
        return signbit(x) ? 2 : 3;
    return x < 0 ? 1 : 4;
}

/* Capitals are negative: zero, infinite, one, pi and its half, quarter, three quarters. */
static double special_part(char letter) {
    double part = 0;
    switch (letter | 0x20) {
    case 'n':
        return NAN;
    case 'i':
        part = INFINITY;
        break;
    case 'o':
        part = 1;
        break;
    case 'p':
        part = M_PI;
        break;
    case 'h':
        part = M_PI_2;
        break;
    case 'q':
        part = M_PI_4;
        break;
    case 't':
        part = 0.75 * M_PI;
        break;
    default:
        break;
    }
    return letter & 0x20 ? part : -part;
}

static bool is_special(Complex z) {
    return !isfinite(z.real) || !isfinite(z.imag);
}

static Complex special(Special function, Complex z) {
    const char *answer =
        specials[function] + 14 * special_class(z.real) + 2 * special_class(z.imag);
    return (Complex){special_part(answer[0]), special_part(answer[1])};
}

/* An infinite real part with a finite imaginary one turns the infinity (or zero) by that angle. */
static bool turns(double size, double angle) {
    return isinf(size) && isfinite(angle) && angle != 0;
}

static Complex turned(double size, double angle) {
    return (Complex){copysign(size, cos(angle)), copysign(size, sin(angle))};
}

/* ---- the functions --------------------------------------------------------------------------- */

static double log1p_signed(double x) {
    return x == 0 ? x : log1p(x);
}

/* log|z| for a huge z. */
static double log_huge(Complex z) {
    return log(hypot(z.real / 2, z.imag / 2));
}

static bool is_huge(Complex z) {
    return fabs(z.real) > LARGE || fabs(z.imag) > LARGE;
}

static Trouble overflow(Complex z) {
    return isinf(z.real) || isinf(z.imag) ? TROUBLE_RANGE : TROUBLE_NONE;
}

static Complex root(Complex z) {
    enum { SCALE_UP = 2 * (DBL_MANT_DIG / 2) + 1, SCALE_DOWN = -(SCALE_UP + 1) / 2 };
    if (is_special(z))
        return special(SPECIAL_sqrt, z);
    if (z.real == 0 && z.imag == 0)
        return (Complex){0, z.imag};
    double ax = fabs(z.real), ay = fabs(z.imag), s;
    if (ax < DBL_MIN && ay < DBL_MIN) {
        ax = ldexp(ax, SCALE_UP);
        s = ldexp(sqrt(ax + hypot(ax, ldexp(ay, SCALE_UP))), SCALE_DOWN);
    } else {
        ax /= 8;
        s = 2 * sqrt(ax + hypot(ax, ay / 8));
    }
    double d = ay / (2 * s);
    return z.real >= 0 ? (Complex){s, copysign(d, z.imag)} : (Complex){d, copysign(s, z.imag)};
}

static Complex compute_sqrt(Complex z, Trouble *trouble) {
    (void)trouble;
    return root(z);
}

static Complex compute_acos(Complex z, Trouble *trouble) {
    (void)trouble;
    if (is_special(z))
        return special(SPECIAL_acos, z);
    if (is_huge(z))
        return (Complex){atan2(fabs(z.imag), z.real), -copysign(log_huge(z) + M_LN2 * 2, z.imag)};
    Complex a = root((Complex){1 - z.real, -z.imag}), b = root((Complex){1 + z.real, z.imag});
    return (Complex){2 * atan2(a.real, b.real), asinh(b.real * a.imag - b.imag * a.real)};
}

static Complex compute_acosh(Complex z, Trouble *trouble) {
    (void)trouble;
    if (is_special(z))
        return special(SPECIAL_acosh, z);
    if (is_huge(z))
        return (Complex){log_huge(z) + M_LN2 * 2, atan2(z.imag, z.real)};
    Complex a = root((Complex){z.real - 1, z.imag}), b = root((Complex){z.real + 1, z.imag});
    return (Complex){asinh(a.real * b.real + a.imag * b.imag), 2 * atan2(a.imag, b.real)};
}

static Complex compute_asinh(Complex z, Trouble *trouble) {
    (void)trouble;
    if (is_special(z))
        return special(SPECIAL_asinh, z);
    if (is_huge(z))
        return (Complex){copysign(log_huge(z) + M_LN2 * 2, z.real), atan2(z.imag, fabs(z.real))};
    Complex a = root((Complex){1 + z.imag, -z.real}), b = root((Complex){1 - z.imag, z.real});
    return (Complex){asinh(a.real * b.imag - b.real * a.imag),
                     atan2(z.imag, a.real * b.real - a.imag * b.imag)};
}

static Complex compute_atanh(Complex z, Trouble *trouble) {
    if (is_special(z))
        return special(SPECIAL_atanh, z);
    if (signbit(z.real)) {
        Complex mirrored = compute_atanh((Complex){-z.real, -z.imag}, trouble);
        return (Complex){-mirrored.real, -mirrored.imag};
    }
    double ay = fabs(z.imag);
    if (z.real > SQRT_LARGE || ay > SQRT_LARGE) {
        double h = hypot(z.real / 2, z.imag / 2);
        return (Complex){z.real / 4 / h / h, -copysign(M_PI_2, -z.imag)};
    }
    if (z.real == 1 && ay < SQRT_DOUBLE_MIN) {
        if (ay == 0) {
            *trouble = TROUBLE_DOMAIN;
            return (Complex){INFINITY, z.imag};
        }
        return (Complex){-log(sqrt(ay) / sqrt(hypot(ay, 2))), copysign(atan2(2, -ay) / 2, z.imag)};
    }
    double rest = 1 - z.real;
    return (Complex){log1p_signed(4 * z.real / (rest * rest + ay * ay)) / 4,
                     -atan2(-2 * z.imag, rest * (1 + z.real) - ay * ay) / 2};
}

static Complex compute_cosh(Complex z, Trouble *trouble) {
    if (is_special(z)) {
        if (isinf(z.imag) && !isnan(z.real))
            *trouble = TROUBLE_DOMAIN;
        if (!turns(z.real, z.imag))
            return special(SPECIAL_cosh, z);
        Complex result = turned(INFINITY, z.imag);
        return (Complex){result.real, z.real > 0 ? result.imag : -result.imag};
    }
    Complex result;
    if (fabs(z.real) > LOG_LARGE) {
        double less = z.real - copysign(1, z.real);
        result = (Complex){cos(z.imag) * cosh(less) * M_E, sin(z.imag) * sinh(less) * M_E};
    } else {
        result = (Complex){cos(z.imag) * cosh(z.real), sin(z.imag) * sinh(z.real)};
    }
    *trouble = overflow(result);
    return result;
}

static Complex compute_sinh(Complex z, Trouble *trouble) {
    if (is_special(z)) {
        if (isinf(z.imag) && !isnan(z.real))
            *trouble = TROUBLE_DOMAIN;
        if (!turns(z.real, z.imag))
            return special(SPECIAL_sinh, z);
        Complex result = turned(INFINITY, z.imag);
        return (Complex){z.real > 0 ? result.real : -result.real, result.imag};
    }
    Complex result;
    if (fabs(z.real) > LOG_LARGE) {
        double less = z.real - copysign(1, z.real);
        result = (Complex){cos(z.imag) * sinh(less) * M_E, sin(z.imag) * cosh(less) * M_E};
    } else {
        result = (Complex){cos(z.imag) * sinh(z.real), sin(z.imag) * cosh(z.real)};
    }
    *trouble = overflow(result);
    return result;
}

static Complex compute_tanh(Complex z, Trouble *trouble) {
    if (is_special(z)) {
        if (isinf(z.imag) && isfinite(z.real))
            *trouble = TROUBLE_DOMAIN;
        if (!turns(z.real, z.imag))
            return special(SPECIAL_tanh, z);
        return (Complex){copysign(1, z.real), copysign(0, 2 * sin(z.imag) * cos(z.imag))};
    }
    if (fabs(z.real) > LOG_LARGE)
        return (Complex){copysign(1, z.real),
                         4 * sin(z.imag) * cos(z.imag) * exp(-2 * fabs(z.real))};
    double tx = tanh(z.real), ty = tan(z.imag), cx = 1 / cosh(z.real), both = tx * ty;
    double divisor = 1 + both * both;
    return (Complex){tx * (1 + ty * ty) / divisor, ((ty / divisor) * cx) * cx};
}

static Complex compute_exp(Complex z, Trouble *trouble) {
    if (is_special(z)) {
        if (isinf(z.imag) && (isfinite(z.real) || (isinf(z.real) && z.real > 0)))
            *trouble = TROUBLE_DOMAIN;
        return turns(z.real, z.imag) ? turned(z.real > 0 ? INFINITY : 0, z.imag)
                                     : special(SPECIAL_exp, z);
    }
    Complex result;
    if (z.real > LOG_LARGE) {
        double size = exp(z.real - 1);
        result = (Complex){size * cos(z.imag) * M_E, size * sin(z.imag) * M_E};
    } else {
        double size = exp(z.real);
        result = (Complex){size * cos(z.imag), size * sin(z.imag)};
    }
    *trouble = overflow(result);
    return result;
}

/* log|z|, accurate near 1 and at both ends. */
static double log_size(Complex z) {
    double ax = fabs(z.real), ay = fabs(z.imag);
    if (is_huge(z))
        return log_huge(z) + M_LN2;
    if (ax < DBL_MIN && ay < DBL_MIN)
        return log(hypot(ldexp(ax, DBL_MANT_DIG), ldexp(ay, DBL_MANT_DIG))) - DBL_MANT_DIG * M_LN2;
    double h = hypot(ax, ay);
    if (h < 0.71 || h > 1.73)
        return log(h);
    double more = ax > ay ? ax : ay, less = ax > ay ? ay : ax;
    return log1p_signed((more - 1) * (more + 1) + less * less) / 2;
}

static Complex compute_log(Complex z, Trouble *trouble) {
    if (is_special(z))
        return special(SPECIAL_log, z);
    double angle = atan2(z.imag, z.real);
    if (z.real == 0 && z.imag == 0) {
        *trouble = TROUBLE_DOMAIN;
        return (Complex){-INFINITY, angle};
    }
    return (Complex){log_size(z), angle};
}

static Complex compute_log10(Complex z, Trouble *trouble) {
    Complex result = compute_log(z, trouble);
    return (Complex){result.real / M_LN10, result.imag / M_LN10};
}

/* f(z) = g(iz) and f(z) = -i g(iz). */
static Complex compute_cos(Complex z, Trouble *trouble) {
    return compute_cosh((Complex){-z.imag, z.real}, trouble);
}
#define BY_ROTATION(function, hyperbolic)                                                          \
    static Complex function(Complex z, Trouble *trouble) {                                         \
        Complex result = hyperbolic((Complex){-z.imag, z.real}, trouble);                          \
        return (Complex){result.imag, -result.real};                                               \
    }
BY_ROTATION(compute_sin, compute_sinh)
BY_ROTATION(compute_tan, compute_tanh)
BY_ROTATION(compute_asin, compute_asinh)
BY_ROTATION(compute_atan, compute_atanh)

/* ---- for programs ---------------------------------------------------------------------------- */

static bool argument(Value value, Complex *z) {
    return value_to_complex(value, &z->real, &z->imag);
}

static Value answer(Complex z, Trouble trouble) {
    if (trouble == TROUBLE_DOMAIN)
        return raise_error(&rt_exc_ValueError, "math domain error");
    if (trouble == TROUBLE_RANGE)
        return raise_error(&rt_exc_OverflowError, "math range error");
    return complex_new(z.real, z.imag);
}

#define FUNCTIONS(X)                                                                               \
    X(acos)                                                                                        \
    X(acosh)                                                                                       \
    X(asin)                                                                                        \
    X(asinh) X(atan) X(atanh) X(cos) X(cosh) X(exp) X(log10) X(sin) X(sinh) X(sqrt) X(tan) X(tanh)
#define DEFINE(name)                                                                               \
    NATIVE(cmath_##name) {                                                                         \
        NATIVE_UNUSED();                                                                           \
        Complex z;                                                                                 \
        Trouble trouble = TROUBLE_NONE;                                                            \
        if (!argument(args[0], &z))                                                                \
            return 0;                                                                              \
        z = compute_##name(z, &trouble);                                                           \
        return answer(z, trouble);                                                                 \
    }
FUNCTIONS(DEFINE)

/* log(z) or log(z)/log(base), divided as complex numbers are. */
NATIVE(cmath_log) {
    NATIVE_UNUSED();
    Complex z, base;
    Trouble trouble = TROUBLE_NONE;
    if (!argument(args[0], &z) || (ARG(1) && !argument(args[1], &base)))
        return 0;
    z = compute_log(z, &trouble);
    if (!ARG(1))
        return answer(z, trouble);
    trouble = TROUBLE_NONE; /* log(0, base) is no error in CPython 3.11 */
    base = compute_log(base, &trouble);
    if (trouble || (base.real == 0 && base.imag == 0))
        return answer(z, TROUBLE_DOMAIN);
    Value parts[] = {complex_new(z.real, z.imag), complex_new(base.real, base.imag)};
    Value result = parts[0] && parts[1] ? object_binary(parts[0], parts[1], SLOT_TRUEDIV) : 0;
    value_decref(parts[0]);
    value_decref(parts[1]);
    return result;
}

NATIVE(cmath_phase) {
    NATIVE_UNUSED();
    Complex z;
    if (!argument(args[0], &z))
        return 0;
    double angle = atan2(z.imag, z.real);
    if (angle == 0 && z.imag != 0 && !is_special(z)) /* too small for a double */
        return answer(z, TROUBLE_RANGE);
    return float_new(angle);
}

NATIVE(cmath_polar) {
    NATIVE_UNUSED();
    Complex z;
    if (!argument(args[0], &z))
        return 0;
    double size = hypot(z.real, z.imag);
    if (isinf(size) && !is_special(z))
        return raise_error(&rt_exc_OverflowError, "math range error");
    Value parts[] = {float_new(size), float_new(atan2(z.imag, z.real))};
    return tuple_new_take(parts, 2);
}

NATIVE(cmath_rect) {
    NATIVE_UNUSED();
    double size, angle;
    if (!value_to_double(args[0], &size) || !value_to_double(args[1], &angle))
        return 0;
    if (isinf(angle) && size != 0 && !isnan(size))
        return answer((Complex){0, 0}, TROUBLE_DOMAIN);
    Complex z = {size, angle};
    if (is_special(z)) {
        z = turns(size, angle) ? turned(INFINITY, angle) : special(SPECIAL_rect, z);
        if (turns(size, angle) && size < 0)
            z = (Complex){-z.real, -z.imag};
    } else {
        z = angle == 0 ? (Complex){size, size * angle}
                       : (Complex){size * cos(angle), size * sin(angle)};
    }
    return answer(z, TROUBLE_NONE);
}

#define TEST(name, expression)                                                                     \
    NATIVE(cmath_##name) {                                                                         \
        NATIVE_UNUSED();                                                                           \
        Complex z;                                                                                 \
        return argument(args[0], &z) ? VALUE_BOOL(expression) : 0;                                 \
    }
TEST(isfinite, !is_special(z))
TEST(isnan, isnan(z.real) || isnan(z.imag))
TEST(isinf, isinf(z.real) || isinf(z.imag))

NATIVE(cmath_isclose) {
    NATIVE_UNUSED();
    Complex a, b;
    double relative = 1e-9, absolute = 0;
    if (!argument(args[0], &a) || !argument(args[1], &b) ||
        (args[2] && !value_to_double(args[2], &relative)) ||
        (args[3] && !value_to_double(args[3], &absolute)))
        return 0;
    if (relative < 0 || absolute < 0)
        return raise_error(&rt_exc_ValueError, "tolerances must be non-negative");
    if (a.real == b.real && a.imag == b.imag)
        return VALUE_TRUE;
    if (isinf(a.real) || isinf(a.imag) || isinf(b.real) || isinf(b.imag))
        return VALUE_FALSE;
    double apart = hypot(a.real - b.real, a.imag - b.imag);
    return VALUE_BOOL(apart <= relative * hypot(b.real, b.imag) ||
                      apart <= relative * hypot(a.real, a.imag) || apart <= absolute);
}

#define ROW(python_name)                                                                           \
    {.name = #python_name, .call = cmath_##python_name, .min_args = 1, .max_args = 1},
static const NativeMethod functions[] = {
    FUNCTIONS(ROW) ROW(phase) ROW(polar) ROW(isfinite) ROW(isnan)
        ROW(isinf){.name = "log", .call = cmath_log, .min_args = 1, .max_args = 2},
    {.name = "rect", .call = cmath_rect, .min_args = 2, .max_args = 2},
    {.name = "isclose",
     .call = cmath_isclose,
     .min_args = 2,
     .max_args = 2,
     .keywords = "a b rel_tol abs_tol"},
    {0},
};

static int cmath_init(ModuleObject *module) {
    if (module_add_functions(module, functions) < 0 ||
        module_set(module, "pi", float_new(M_PI)) < 0 ||
        module_set(module, "e", float_new(M_E)) < 0 ||
        module_set(module, "tau", float_new(2 * M_PI)) < 0 ||
        module_set(module, "inf", float_new(INFINITY)) < 0 ||
        module_set(module, "nan", float_new(NAN)) < 0)
        return -1;
    return module_set(module, "infj", complex_new(0, INFINITY)) < 0
               ? -1
               : module_set(module, "nanj", complex_new(0, NAN));
}

const NativeModule pyrt_module_cmath = {"cmath", cmath_init};
