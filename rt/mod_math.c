/*
 * mod_math.c — the module math: functions of doubles here, those of ints in mod_math_int.c.
 */
#include "math_module.h"

#include <errno.h>
#include <math.h>

/* ---- one double to one double ---------------------------------------------------------------- */

static Value domain_error(void) {
    return raise_error(&rt_exc_ValueError, "math domain error");
}

static Value range_error(void) {
    return raise_error(&rt_exc_OverflowError, "math range error");
}

/* The C library's answer as Python gives it: NaN out of a number and infinity out of finite ones
 * are errors; `may_overflow` tells a domain error (log of 0) from a range error. */
static Value checked(double result, bool from_nan, bool from_finite, bool may_overflow) {
    if (isnan(result) && !from_nan)
        return domain_error();
    if (isinf(result) && from_finite)
        return may_overflow ? range_error() : domain_error();
    return float_new(result);
}

#define UNARY(name, expression, may_overflow)                                                      \
    NATIVE(math_##name) {                                                                          \
        NATIVE_UNUSED();                                                                           \
        double x;                                                                                  \
        if (!value_to_double(args[0], &x))                                                         \
            return 0;                                                                              \
        return checked(expression, isnan(x), isfinite(x), may_overflow);                           \
    }
UNARY(sqrt, sqrt(x), false)
UNARY(cbrt, cbrt(x), false)
UNARY(exp, exp(x), true)
UNARY(exp2, exp2(x), true)
UNARY(expm1, expm1(x), true)
UNARY(log1p, log1p(x), false)
UNARY(sin, sin(x), false)
UNARY(cos, cos(x), false)
UNARY(tan, tan(x), false)
UNARY(asin, asin(x), false)
UNARY(acos, acos(x), false)
UNARY(atan, atan(x), false)
UNARY(sinh, sinh(x), true)
UNARY(cosh, cosh(x), true)
UNARY(tanh, tanh(x), false)
UNARY(asinh, asinh(x), false)
UNARY(acosh, acosh(x), false)
UNARY(atanh, atanh(x), false)
UNARY(fabs, fabs(x), false)
UNARY(erf, erf(x), false)
UNARY(erfc, erfc(x), false)
UNARY(gamma, x == floor(x) && x <= 0 ? NAN : gamma_of(x), true)
UNARY(lgamma, lgamma_of(x), !(x == floor(x) && x <= 0))

#define ANGLE(name, factor)                                                                        \
    NATIVE(math_##name) {                                                                          \
        NATIVE_UNUSED();                                                                           \
        double x;                                                                                  \
        return value_to_double(args[0], &x) ? float_new(x * (factor)) : 0;                         \
    }
ANGLE(degrees, 180.0 / M_PI)
ANGLE(radians, M_PI / 180.0)

NATIVE(math_ulp) {
    NATIVE_UNUSED();
    double x;
    if (!value_to_double(args[0], &x))
        return 0;
    x = fabs(x);
    if (!isfinite(x))
        return float_new(x);
    double next = nextafter(x, INFINITY);
    return float_new(isinf(next) ? x - nextafter(x, -INFINITY) : next - x);
}

/* ---- two doubles ----------------------------------------------------------------------------- */

static bool two(const Value *args, double *x, double *y) {
    return value_to_double(args[0], x) && value_to_double(args[1], y);
}

#define BINARY(name, expression)                                                                   \
    NATIVE(math_##name) {                                                                          \
        NATIVE_UNUSED();                                                                           \
        double x, y;                                                                               \
        return two(args, &x, &y) ? expression : 0;                                                 \
    }
BINARY(atan2, float_new(atan2(x, y)))
BINARY(copysign, float_new(copysign(x, y)))
BINARY(nextafter, float_new(nextafter(x, y)))
BINARY(fmod, isinf(x) || y == 0 ? (isnan(x) || isnan(y) ? float_new(NAN) : domain_error())
                                : float_new(fmod(x, y)))
BINARY(remainder,
       (isinf(x) || y == 0) && !isnan(x) && !isnan(y) ? domain_error() : float_new(remainder(x, y)))

NATIVE(math_pow) {
    NATIVE_UNUSED();
    double x, y;
    if (!two(args, &x, &y))
        return 0;
    double result = pow(x, y);
    if (isnan(result) && !isnan(x) && !isnan(y))
        return domain_error();
    if (isinf(result) && isfinite(x) && isfinite(y))
        return x == 0 ? domain_error() : range_error();
    return float_new(result);
}

NATIVE(math_ldexp) {
    NATIVE_UNUSED();
    double x;
    int64_t exponent;
    if (!value_to_double(args[0], &x))
        return 0;
    if (!value_is_int(args[1]))
        return raise_error(&rt_exc_TypeError, "Expected an int as second argument to ldexp.");
    if (!int_to_i64(args[1], &exponent))
        exponent = int_sign(args[1]) < 0 ? -100000 : 100000;
    exponent = exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : exponent;
    double result = ldexp(x, (int)exponent);
    return isinf(result) && isfinite(x) ? range_error() : float_new(result);
}

static Value pair_take(Value first, Value second) {
    Value parts[] = {first, second};
    return tuple_new_take(parts, 2);
}

NATIVE(math_frexp) {
    NATIVE_UNUSED();
    double x;
    int exponent = 0;
    if (!value_to_double(args[0], &x))
        return 0;
    if (isfinite(x))
        x = frexp(x, &exponent);
    return pair_take(float_new(x), value_from_small_int(exponent));
}

NATIVE(math_modf) {
    NATIVE_UNUSED();
    double x, whole;
    if (!value_to_double(args[0], &x))
        return 0;
    double fraction = modf(x, &whole);
    return pair_take(float_new(fraction), float_new(whole));
}

NATIVE(math_isclose) {
    NATIVE_UNUSED();
    double a, b, relative = 1e-9, absolute = 0;
    if (!two(args, &a, &b) || (ARG(2) && !value_to_double(args[2], &relative)) ||
        (ARG(3) && !value_to_double(args[3], &absolute)))
        return 0;
    if (relative < 0 || absolute < 0)
        return raise_error(&rt_exc_ValueError, "tolerances must be non-negative");
    if (a == b)
        return VALUE_TRUE;
    if (isinf(a) || isinf(b))
        return VALUE_FALSE;
    double difference = fabs(b - a);
    return VALUE_BOOL(difference <= fabs(relative * b) || difference <= fabs(relative * a) ||
                      difference <= absolute);
}

#define TEST(name, expression)                                                                     \
    NATIVE(math_##name) {                                                                          \
        NATIVE_UNUSED();                                                                           \
        double x;                                                                                  \
        return value_to_double(args[0], &x) ? VALUE_BOOL(expression) : 0;                          \
    }
TEST(isnan, isnan(x))
TEST(isinf, isinf(x))
TEST(isfinite, isfinite(x))

/* ---- to ints --------------------------------------------------------------------------------- */

/* math.floor and its like: the special method, else the double. */
static Value whole(Value number, const char *method, double (*round_down)(double)) {
    double x;
    if (value_is(number, &rt_type_float))
        return int_from_double(round_down(float_number(number)));
    Value special = object_lookup_special(number, str_name(method));
    if (special) {
        Value result = object_call0(special);
        value_decref(special);
        return result;
    }
    if (isolate.pending)
        return 0;
    if (round_down == trunc)
        return raise_error(&rt_exc_TypeError, "type %T doesn't define __trunc__ method", number);
    return value_to_double(number, &x) ? int_from_double(round_down(x)) : 0;
}

NATIVE(math_floor) {
    NATIVE_UNUSED();
    return whole(args[0], "__floor__", floor);
}

NATIVE(math_ceil) {
    NATIVE_UNUSED();
    return whole(args[0], "__ceil__", ceil);
}

NATIVE(math_trunc) {
    NATIVE_UNUSED();
    return whole(args[0], "__trunc__", trunc);
}

/* ---- logarithms ------------------------------------------------------------------------------ */

/* A logarithm of floats and of ints of any size; `scale` is the logarithm of 2. */
static bool logarithm(Value number, double (*function)(double), double scale, double *result) {
    double x;
    if (value_is_int(number)) {
        IntView view;
        int_view(&view, number);
        int64_t exponent;
        if (view.negative || !view.big.count) {
            domain_error();
            return false;
        }
        double fraction = big_frexp(view.big, &exponent);
        *result = exponent <= 1024 ? function(ldexp(fraction, (int)exponent))
                                   : function(fraction) + scale * (double)exponent;
        return true;
    }
    if (!value_to_double(number, &x))
        return false;
    if (x <= 0) {
        domain_error();
        return false;
    }
    *result = function(x);
    return true;
}

NATIVE(math_log) {
    NATIVE_UNUSED();
    double result, base;
    if (count < 1 || count > 2)
        return raise_error(&rt_exc_TypeError, "math.log requires 1 to 2 arguments");
    if (!logarithm(args[0], log, M_LN2, &result))
        return 0;
    if (!ARG(1))
        return float_new(result);
    if (!logarithm(args[1], log, M_LN2, &base))
        return 0;
    if (base == 0)
        return raise_error(&rt_exc_ZeroDivisionError, "float division by zero");
    return float_new(result / base);
}

NATIVE(math_log2) {
    NATIVE_UNUSED();
    double result;
    return logarithm(args[0], log2, 1.0, &result) ? float_new(result) : 0;
}

NATIVE(math_log10) {
    NATIVE_UNUSED();
    double result;
    return logarithm(args[0], log10, M_LN2 / M_LN10, &result) ? float_new(result) : 0;
}

/* ---- sums ------------------------------------------------------------------------------------ */

/* Shewchuk's exact sum (1997): partials that do not overlap, in order of magnitude. */
typedef struct Partials {
    double *items;
    int64_t count, capacity;
    double special, infinities; /* sum of infinities and NaNs, of infinities alone */
    bool has_special;
} Partials;

static int add_partial(Partials *partials, double x) {
    int64_t kept = 0;
    double original = x;
    for (int64_t i = 0; i < partials->count; i++) {
        double y = partials->items[i];
        if (fabs(x) < fabs(y)) {
            double swap = x;
            x = y;
            y = swap;
        }
        double high = x + y, low = y - (high - x);
        if (low != 0)
            partials->items[kept++] = low;
        x = high;
    }
    partials->count = kept;
    if (!isfinite(x)) {
        if (isfinite(original)) {
            raise_error(&rt_exc_OverflowError, "intermediate overflow in fsum");
            return -1;
        }
        if (isinf(original))
            partials->infinities += original;
        partials->special += original;
        partials->has_special = true;
        partials->count = 0;
        return 0;
    }
    if (kept == partials->capacity) {
        int64_t capacity = kept ? 2 * kept : 32;
        double *grown = mem_realloc(partials->items, (uint64_t)capacity * sizeof *grown);
        if (!grown)
            return -1;
        partials->items = grown;
        partials->capacity = capacity;
    }
    partials->items[partials->count++] = x;
    return 0;
}

static int add_item(Value item, void *context) {
    double x;
    return value_to_double(item, &x) ? add_partial(context, x) : -1;
}

/* The partials added from the largest, rounded half to even. */
static double round_partials(const Partials *partials) {
    int64_t n = partials->count;
    if (!n)
        return 0;
    double high = partials->items[--n], low = 0;
    while (n > 0) {
        double x = high, y = partials->items[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0)
            break;
    }
    if (n > 0 &&
        ((low < 0 && partials->items[n - 1] < 0) || (low > 0 && partials->items[n - 1] > 0))) {
        double twice = low * 2, sum = high + twice;
        if (twice == sum - high)
            high = sum;
    }
    return high;
}

NATIVE(math_fsum) {
    NATIVE_UNUSED();
    Partials partials = {0};
    int status = object_iterate(args[0], add_item, &partials);
    double result = partials.has_special ? partials.special : round_partials(&partials);
    mem_free(partials.items);
    if (status < 0)
        return 0;
    if (isnan(partials.infinities))
        return raise_error(&rt_exc_ValueError, "-inf + inf in fsum");
    return float_new(result);
}

/* Length of a vector, scaled so that nothing overflows, with the lost digits added back. */
static double vector_length(const double *items, int64_t count) {
    double most = 0, sum = 0, lost = 0;
    bool nan = false;
    for (int64_t i = 0; i < count; i++) {
        nan |= isnan(items[i]);
        most = fabs(items[i]) > most ? fabs(items[i]) : most;
    }
    if (isinf(most))
        return most;
    if (nan)
        return NAN;
    if (most == 0)
        return 0;
    int exponent;
    frexp(most, &exponent);
    for (int64_t i = 0; i < count; i++) {
        double x = ldexp(items[i], -exponent), square = x * x, error = fma(x, x, -square);
        double next = sum + square;
        lost += (fabs(sum) >= square ? (sum - next) + square : (square - next) + sum) + error;
        sum = next;
    }
    double root = sqrt(sum + lost), product = root * root, error = fma(root, root, -product);
    root += ((sum - product) + (lost - error)) / (2 * root);
    return ldexp(root, exponent);
}

static Value length_of(const Value *values, const Value *others, uint32_t count) {
    double small[16], *items = count > 16 ? mem_alloc(count * sizeof *items) : small;
    Value result = 0;
    bool good = items != NULL;
    for (uint32_t i = 0; good && i < count; i++) {
        double other = 0;
        good = value_to_double(values[i], &items[i]) &&
               (!others || value_to_double(others[i], &other));
        items[i] = good ? items[i] - other : 0;
    }
    if (good)
        result = float_new(vector_length(items, count));
    if (items != small)
        mem_free(items);
    return result;
}

NATIVE(math_hypot) {
    NATIVE_UNUSED();
    return length_of(args, NULL, count);
}

NATIVE(math_dist) {
    NATIVE_UNUSED();
    Value p = tuple_from_iterable(args[0]), q = p ? tuple_from_iterable(args[1]) : 0, result = 0;
    if (q && AS(TupleObject, p)->length != AS(TupleObject, q)->length)
        raise_error(&rt_exc_ValueError, "both points must have the same number of dimensions");
    else if (q)
        result = length_of(AS(TupleObject, p)->items, AS(TupleObject, q)->items,
                           (uint32_t)AS(TupleObject, p)->length);
    value_decref(p);
    value_decref(q);
    return result;
}

/* ---- the module ------------------------------------------------------------------------------ */

#define ONE(python_name)                                                                           \
    { .name = #python_name, .call = math_##python_name, .min_args = 1, .max_args = 1 }
/* A function of the C library with the same name, which sets no store by its argument's kind. */
#define REAL(python_name)                                                                          \
    {                                                                                              \
        .name = #python_name, .call = math_##python_name, .min_args = 1, .max_args = 1,            \
        .real = python_name                                                                        \
    }
#define TWO(python_name)                                                                           \
    { .name = #python_name, .call = math_##python_name, .min_args = 2, .max_args = 2 }
static const NativeMethod functions[] = {
    REAL(sqrt),
    REAL(cbrt),
    REAL(exp),
    REAL(exp2),
    REAL(expm1),
    REAL(log1p),
    ONE(log2),
    ONE(log10),
    REAL(sin),
    REAL(cos),
    REAL(tan),
    REAL(asin),
    REAL(acos),
    REAL(atan),
    REAL(sinh),
    REAL(cosh),
    REAL(tanh),
    REAL(asinh),
    REAL(acosh),
    REAL(atanh),
    REAL(fabs),
    REAL(erf),
    REAL(erfc),
    ONE(gamma),
    ONE(lgamma),
    ONE(degrees),
    ONE(radians),
    ONE(ulp),
    ONE(floor),
    ONE(ceil),
    ONE(trunc),
    ONE(frexp),
    ONE(modf),
    ONE(isnan),
    ONE(isinf),
    ONE(isfinite),
    ONE(fsum),
    TWO(atan2),
    TWO(copysign),
    TWO(nextafter),
    TWO(fmod),
    TWO(remainder),
    TWO(pow),
    TWO(ldexp),
    TWO(dist),
    {.name = "log", .call = math_log, .max_args = -1, .kind = METHOD_TUPLE},
    {.name = "hypot", .call = math_hypot, .max_args = -1},
    {.name = "isclose",
     .call = math_isclose,
     .min_args = 2,
     .max_args = 2,
     .keywords = "a b rel_tol abs_tol"},
    {0},
};

static int init_math(ModuleObject *module) {
    static const struct {
        const char *name;
        double value;
    } constants[] = {{"pi", M_PI}, {"e", M_E}, {"tau", 2 * M_PI}, {"inf", INFINITY}, {"nan", NAN}};
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_set(module, constants[i].name, float_new(constants[i].value)) < 0)
            return -1;
    if (module_add_functions(module, functions) < 0)
        return -1;
    return module_add_functions(module, math_int_functions);
}

const NativeModule pyrt_module_math = {"math", init_math};
