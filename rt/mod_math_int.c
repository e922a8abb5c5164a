/*
 * mod_math_int.c — the functions of the module math that work on ints: gcd, lcm, factorial, comb,
 * perm, isqrt, prod.
 */
#include "math_module.h"

/* ---- gcd, lcm -------------------------------------------------------------------------------- */

static Value index_of(Value value) {
    if (value_is_int(value))
        return int_exact(value);
    if (value_type(value)->slots.index)
        return value_type(value)->slots.index(value);
    return raise_error(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer", value);
}

static Value absolute_take(Value number) {
    if (!number || int_sign(number) >= 0)
        return number;
    Value result = int_negate(number);
    value_decref(number);
    return result;
}

static Value gcd_small(int64_t a, int64_t b) {
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return int_from_i64(a < 0 ? -a : a);
}

/* Euclid; steals both. */
static Value gcd_take(Value a, Value b) {
    if (value_is_small_int(a) && value_is_small_int(b))
        return gcd_small(value_small_int(a), value_small_int(b));
    while (a && b && int_sign(b)) {
        Value rest = 0;
        if (int_divmod(a, b, NULL, &rest) < 0)
            rest = 0;
        value_decref(a);
        a = b;
        b = rest;
    }
    bool failed = !a || !b;
    value_decref(b);
    if (failed)
        value_decref(a);
    return failed ? 0 : absolute_take(a);
}

static Value lcm_take(Value a, Value b) {
    Value result = 0, divisor = 0, times = 0;
    if (a && b && (!int_sign(a) || !int_sign(b)))
        result = value_from_small_int(0);
    else if (a && b && (divisor = gcd_take(value_incref(a), value_incref(b))) &&
             int_divmod(a, divisor, &times, NULL) == 0)
        result = absolute_take(int_mul(times, b));
    value_decref(a);
    value_decref(b);
    value_decref(divisor);
    value_decref(times);
    return result;
}

NATIVE(math_gcd) {
    NATIVE_UNUSED();
    Value result = value_from_small_int(0);
    for (uint32_t i = 0; result && i < count; i++)
        result = gcd_take(result, index_of(args[i]));
    return result;
}

NATIVE(math_lcm) {
    NATIVE_UNUSED();
    Value result = value_from_small_int(1);
    for (uint32_t i = 0; result && i < count; i++)
        result = lcm_take(result, index_of(args[i]));
    return result;
}

/* ---- products -------------------------------------------------------------------------------- */

/* Of so many factors the product may fit into a word: those of 20!. */
enum { MOST_FACTORS = 20 };

static bool product_in_word(int64_t first, int64_t last, int64_t *product) {
    *product = first;
    for (int64_t i = first + 1; i <= last; i++)
        if (__builtin_mul_overflow(*product, i, product))
            return false;
    return true;
}

/* first * (first + 1) * ... * last, by halves, so that the factors are of like size. */
static Value product_of_range(int64_t first, int64_t last) {
    if (first > last)
        return value_from_small_int(1);
    int64_t product;
    if (last - first < MOST_FACTORS && product_in_word(first, last, &product))
        return int_from_i64(product);
    int64_t middle = first + (last - first) / 2;
    Value low = product_of_range(first, middle);
    Value high = low ? product_of_range(middle + 1, last) : 0;
    Value result = high ? int_mul(low, high) : 0;
    value_decref(low);
    value_decref(high);
    return result;
}

NATIVE(math_factorial) {
    NATIVE_UNUSED();
    Value number = index_of(args[0]);
    int64_t n;
    if (!number)
        return 0;
    bool negative = int_sign(number) < 0, fits = int_to_i64(number, &n);
    value_decref(number);
    if (negative)
        return raise_error(&rt_exc_ValueError, "factorial() not defined for negative values");
    if (!fits)
        return raise_error(&rt_exc_OverflowError,
                           "factorial() argument should not exceed 9223372036854775807");
    return product_of_range(1, n);
}

/* n * (n - 1) * ... * (n - k + 1) for n of any size. Borrows. */
static Value falling(Value n, int64_t k) {
    int64_t small;
    if (int_to_i64(n, &small))
        return k > small ? value_from_small_int(0) : product_of_range(small - k + 1, small);
    Value result = value_from_small_int(1);
    for (int64_t i = 0; result && i < k; i++) {
        Value factor = int_sub(n, value_from_small_int(i));
        Value next = factor ? int_mul(result, factor) : 0;
        value_decref(factor);
        value_decref(result);
        result = next;
    }
    return result;
}

/* Reads n and k; *k -1: k > n. False: failed. New reference in *n. */
static bool read_choice(const Value *args, Value k_value, Value *n, int64_t *k) {
    *n = index_of(args[0]);
    Value second = *n ? index_of(k_value) : 0;
    bool good = second != 0;
    if (good && int_sign(*n) < 0) {
        raise_error(&rt_exc_ValueError, "n must be a non-negative integer");
        good = false;
    } else if (good && int_sign(second) < 0) {
        raise_error(&rt_exc_ValueError, "k must be a non-negative integer");
        good = false;
    } else if (good && int_compare(second, *n) > 0) {
        *k = -1;
    } else if (good && !int_to_i64(second, k)) {
        raise_error(&rt_exc_OverflowError, "k must not exceed 9223372036854775807");
        good = false;
    }
    value_decref(second);
    if (!good)
        value_decref(*n);
    return good;
}

NATIVE(math_perm) {
    NATIVE_UNUSED();
    Value n;
    int64_t k;
    if (!ARG(1) || args[1] == VALUE_NONE)
        return math_factorial(callee, args, 1, 0);
    if (!read_choice(args, args[1], &n, &k))
        return 0;
    Value result = k < 0 ? value_from_small_int(0) : falling(n, k);
    value_decref(n);
    return result;
}

NATIVE(math_comb) {
    NATIVE_UNUSED();
    Value n;
    int64_t k, small;
    if (!read_choice(args, args[1], &n, &k))
        return 0;
    if (k >= 0 && int_to_i64(n, &small) && small - k < k)
        k = small - k;
    Value result = 0;
    if (k < 0) {
        result = value_from_small_int(0);
    } else {
        Value above = falling(n, k), below = above ? product_of_range(1, k) : 0;
        if (below && int_divmod(above, below, &result, NULL) < 0)
            result = 0;
        value_decref(above);
        value_decref(below);
    }
    value_decref(n);
    return result;
}

/* ---- isqrt ----------------------------------------------------------------------------------- */

/* Newton's iteration from above. */
static Value square_root(Value n) {
    IntView view;
    int_view(&view, n);
    uint64_t bits = big_bits(view.big);
    Value root =
        int_shift_left(value_from_small_int(1), value_from_small_int((int64_t)(bits + 1) / 2));
    while (root) {
        Value quotient = 0, sum = 0, next = 0;
        if (int_divmod(n, root, &quotient, NULL) == 0 && (sum = int_add(root, quotient)))
            next = int_shift_right(sum, value_from_small_int(1));
        value_decref(quotient);
        value_decref(sum);
        if (!next) {
            value_decref(root);
            return 0;
        }
        if (int_compare(next, root) >= 0) {
            value_decref(next);
            return root;
        }
        value_decref(root);
        root = next;
    }
    return 0;
}

NATIVE(math_isqrt) {
    NATIVE_UNUSED();
    Value n = index_of(args[0]);
    if (!n)
        return 0;
    Value result = int_sign(n) < 0
                       ? raise_error(&rt_exc_ValueError, "isqrt() argument must be nonnegative")
                   : int_sign(n) ? square_root(n)
                                 : value_from_small_int(0);
    value_decref(n);
    return result;
}

/* ---- prod ------------------------------------------------------------------------------------ */

static int multiply_item(Value item, void *context) {
    Value *product = context;
    Value next = object_binary(*product, item, SLOT_MUL);
    if (!next)
        return -1;
    value_replace(product, next);
    return 0;
}

NATIVE(math_prod) {
    NATIVE_UNUSED();
    Value product = ARG(1) ? value_incref(args[1]) : value_from_small_int(1);
    if (object_iterate(args[0], multiply_item, &product) == 0)
        return product;
    value_decref(product);
    return 0;
}

const NativeMethod math_int_functions[] = {
    {.name = "gcd", .call = math_gcd, .max_args = -1},
    {.name = "lcm", .call = math_lcm, .max_args = -1},
    {.name = "factorial", .call = math_factorial, .min_args = 1, .max_args = 1},
    {.name = "perm", .call = math_perm, .min_args = 1, .max_args = 2},
    {.name = "comb", .call = math_comb, .min_args = 2, .max_args = 2},
    {.name = "isqrt", .call = math_isqrt, .min_args = 1, .max_args = 1},
    {.name = "prod", .call = math_prod, .min_args = 1, .max_args = 1, .keywords = " start"},
    {0},
};
