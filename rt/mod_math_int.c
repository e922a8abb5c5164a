/*
 * mod_math_int.c — the functions of the module math that work on ints: gcd, lcm, factorial, comb,
 * perm, isqrt, prod.
 */
#include "math_module.h"

#include <math.h>

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

/* Steals both. */
static Value gcd_take(Value a, Value b) {
    Value result = a && b ? int_gcd(a, b) : 0;
    value_decref(a);
    value_decref(b);
    return result;
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

static bool read_fitting(Value value, bool symmetric, int64_t *k) {
    if (int_to_i64(value, k))
        return true;
    raise_error(&rt_exc_OverflowError, "%s must not exceed 9223372036854775807",
                symmetric ? "min(n - k, k)" : "k");
    return false;
}

/* Reads n and k; *k -1: k > n. `symmetric`: n - k may stand for k, and does if it is less. False:
 * failed. New reference in *n. */
static bool read_choice(const Value *args, Value k_value, bool symmetric, Value *n, int64_t *k) {
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
    } else {
        Value rest = good && symmetric ? int_sub(*n, second) : 0;
        if (rest && int_compare(rest, second) < 0)
            value_replace(&second, value_incref(rest));
        value_decref(rest);
        good = good && (rest || !symmetric) && read_fitting(second, symmetric, k);
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
    if (!read_choice(args, args[1], false, &n, &k))
        return 0;
    Value result = k < 0 ? value_from_small_int(0) : falling(n, k);
    value_decref(n);
    return result;
}

/* The odd parts of the factorials modulo 2^64, their inverses, and the exponents of 2 that were
 * taken out: a binomial coefficient below 2^64 is a product of three of these (CPython's
 * Modules/mathmodule.c, perm_comb_small; D. Lemire). */
enum { FACTORIALS = 128 };
static struct OddFactorial {
    uint64_t odd, inverse;
    uint32_t twos;
} odd_factorials[FACTORIALS];

static void odd_factorials_fill(void) {
    struct OddFactorial last = {1, 1, 0};
    odd_factorials[0] = last;
    for (uint64_t n = 1; n < FACTORIALS; n++) {
        int twos = __builtin_ctzll(n);
        last.twos += (uint32_t)twos;
        last.odd *= n >> twos;
        last.inverse = last.odd; /* right for three bits; each step doubles them */
        for (int bits = 3; bits < 64; bits *= 2)
            last.inverse *= 2 - last.odd * last.inverse;
        odd_factorials[n] = last;
    }
}

/* Is n over k below 2^64? k <= n / 2. */
static bool choice_fits(int64_t n, int64_t k) {
    static const uint8_t most_from_16[] = {116, 105, 97, 91, 86, 82, 78, 76, 74,
                                           72,  71,  70, 69, 68, 68, 67, 67, 67};
    enum { ALWAYS = 16, LAST = ALWAYS + sizeof most_from_16 };
    return n < FACTORIALS && k < LAST && (k < ALWAYS || n <= most_from_16[k - ALWAYS]);
}

static Value choose_in_word(int64_t n, int64_t k) {
    if (!odd_factorials[0].odd)
        odd_factorials_fill();
    const struct OddFactorial *all = &odd_factorials[n], *one = &odd_factorials[k],
                              *other = &odd_factorials[n - k];
    uint64_t odd = all->odd * one->inverse * other->inverse;
    return int_from_u64(odd << (all->twos - one->twos - other->twos));
}

static Value choose(Value n, int64_t k) {
    Value above = falling(n, k), below = above ? product_of_range(1, k) : 0, result = 0;
    if (below && int_divmod(above, below, &result, NULL) < 0)
        result = 0;
    value_decref(above);
    value_decref(below);
    return result;
}

NATIVE(math_comb) {
    NATIVE_UNUSED();
    Value n;
    int64_t k, small;
    if (!read_choice(args, args[1], true, &n, &k))
        return 0;
    bool in_word = int_to_i64(n, &small) && k >= 0 && choice_fits(small, k);
    Value result = k < 0     ? value_from_small_int(0)
                   : in_word ? choose_in_word(small, k)
                             : choose(n, k);
    value_decref(n);
    return result;
}

/* ---- isqrt ----------------------------------------------------------------------------------- */

/* The root of a double is off by less than one from that of the word it is near to. */
static uint64_t root_of_word(uint64_t n) {
    uint64_t root = (uint64_t)sqrt((double)n);
    if (root > UINT32_MAX)
        root = UINT32_MAX;
    if (root * root > n)
        return root - 1;
    return root < UINT32_MAX && (root + 1) * (root + 1) <= n ? root + 1 : root;
}

static Value shift_right(Value number, uint64_t bits) {
    return int_shift_right(number, value_from_small_int((int64_t)bits));
}

/* a, the root of the first bits of n, becomes that of twice as many: Newton's step with numbers of
 * just the length that counts. Steals a. */
static Value refine_take(Value a, Value n, uint64_t add, uint64_t drop) {
    Value part = a ? shift_right(n, drop) : 0, quotient = 0;
    if (part && int_divmod(part, a, &quotient, NULL) < 0)
        quotient = 0;
    Value shifted = quotient ? int_shift_left(a, value_from_small_int((int64_t)add)) : 0;
    Value result = shifted ? int_add(shifted, quotient) : 0;
    value_decref(part);
    value_decref(quotient);
    value_decref(shifted);
    value_decref(a);
    return result;
}

/* It may be one too large. Steals root. */
static Value lower_take(Value root, Value n) {
    Value square = root ? int_mul(root, root) : 0;
    bool above = square && int_compare(square, n) > 0;
    Value result = !square ? 0
                   : above ? int_sub(root, value_from_small_int(1))
                           : value_incref(root);
    value_decref(square);
    value_decref(root);
    return result;
}

/* Of n from 2^64 on: the algorithm that CPython's Modules/mathmodule.c describes and proves, which
 * doubles the bits of the root from the 32 of a word's on. */
static Value root_of_long(Value n, uint64_t bits) {
    uint64_t c = (bits - 1) / 2, length = 64 - (uint64_t)__builtin_clzll(c);
    uint64_t known = c >> (length - 5), word = 0;
    IntView first;
    Value head = shift_right(n, 2 * c - 62);
    if (!head)
        return 0;
    int_view(&first, head);
    for (uint32_t i = first.big.count; i-- > 0;)
        word = word << 32 | first.big.limbs[i];
    value_decref(head);
    Value root = int_from_u64(root_of_word(word) >> (31 - known));
    for (uint64_t left = length - 5; root && left-- > 0;) {
        uint64_t before = known;
        known = c >> left;
        root = refine_take(root, n, known - 1 - before, 2 * c - before - known + 1);
    }
    return lower_take(root, n);
}

static Value square_root(Value n) {
    IntView view;
    int_view(&view, n);
    const uint32_t *limbs = view.big.limbs;
    if (view.big.count > 2)
        return root_of_long(n, big_bits(view.big));
    return int_from_u64(root_of_word(view.big.count == 2 ? (uint64_t)limbs[1] << 32 | limbs[0]
                                     : view.big.count    ? limbs[0]
                                                         : 0));
}

NATIVE(math_isqrt) {
    NATIVE_UNUSED();
    Value n = index_of(args[0]);
    if (!n)
        return 0;
    Value result = int_sign(n) < 0
                       ? raise_error(&rt_exc_ValueError, "isqrt() argument must be nonnegative")
                       : square_root(n);
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
