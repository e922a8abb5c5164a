/*
 * int_ops.c — arithmetic of ints of any size: signs and two's complement on top of bigint.c.
 */
#include "numbers.h"

#include "fast.h"

#include <math.h>

/* ---- sums and products ----------------------------------------------------------------------- */

static Value sum(const IntView *a, const IntView *b, bool negate_b) {
    bool b_negative = b->negative != negate_b;
    uint32_t most = a->big.count > b->big.count ? a->big.count : b->big.count;
    IntObject *result = int_alloc((uint64_t)most + 1);
    if (!result)
        return 0;
    if (a->negative == b_negative)
        return int_finish_take(result, big_add(result->limbs, a->big, b->big), a->negative);
    if (big_compare(a->big, b->big) >= 0)
        return int_finish_take(result, big_sub(result->limbs, a->big, b->big), a->negative);
    return int_finish_take(result, big_sub(result->limbs, b->big, a->big), b_negative);
}

Value int_add(Value left, Value right) {
    int64_t x, y;
    if (int_word(left, &x) && int_word(right, &y))
        return int_from_i64(x + y); /* 63 bits each: no overflow */
    IntView a, b;
    int_view(&a, left);
    int_view(&b, right);
    return sum(&a, &b, false);
}

Value int_sub(Value left, Value right) {
    int64_t x, y;
    if (int_word(left, &x) && int_word(right, &y))
        return int_from_i64(x - y);
    IntView a, b;
    int_view(&a, left);
    int_view(&b, right);
    return sum(&a, &b, true);
}

Value int_mul(Value left, Value right) {
    int64_t x, y, product;
    if (int_word(left, &x) && int_word(right, &y) && !__builtin_mul_overflow(x, y, &product))
        return int_from_i64(product);
    IntView a, b;
    int_view(&a, left);
    int_view(&b, right);
    uint64_t count = (uint64_t)a.big.count + b.big.count;
    IntObject *result = int_alloc(count);
    if (!result)
        return 0;
    if (!big_mul(result->limbs, a.big, b.big)) {
        value_decref(OBJ(result));
        return 0;
    }
    return int_finish_take(result, (uint32_t)count, a.negative != b.negative);
}

Value int_negate(Value number) {
    IntView view;
    int_view(&view, number);
    IntObject *result = int_alloc(view.big.count);
    if (!result)
        return 0;
    memcpy(result->limbs, view.big.limbs, view.big.count * sizeof(uint32_t));
    return int_finish_take(result, view.big.count, !view.negative);
}

/* ---- division -------------------------------------------------------------------------------- */

/* Rounds towards minus infinity: a quotient between -1 and 0 is -1. */
static int floor_results(IntObject *quotient, IntObject *remainder, const IntView *a,
                         const IntView *b, Value *out_quotient, Value *out_remainder) {
    Value rest = int_finish_take(remainder, b->big.count, a->negative);
    Value times = int_finish_take(quotient, a->big.count, a->negative != b->negative);
    if (times && rest && int_sign(rest) && a->negative != b->negative) {
        Value old_times = times, old_rest = rest;
        IntView rest_view;
        int_view(&rest_view, old_rest);
        times = int_sub(old_times, value_from_small_int(1));
        rest = sum(&rest_view, b, false);
        value_decref(old_times);
        value_decref(old_rest);
    }
    bool good = times && rest;
    if (good && out_quotient)
        *out_quotient = times;
    else
        value_decref(times);
    if (good && out_remainder)
        *out_remainder = rest;
    else
        value_decref(rest);
    return good ? 0 : -1;
}

static int divmod_small(int64_t a, int64_t b, Value *quotient, Value *remainder) {
    int64_t times = a / b, rest = a % b;
    if (rest && (rest < 0) != (b < 0)) {
        times--;
        rest += b;
    }
    if (remainder)
        *remainder = value_from_small_int(rest);
    if (quotient)
        *quotient = int_from_i64(times);
    return quotient && !*quotient ? -1 : 0;
}

int int_divmod(Value left, Value right, Value *quotient, Value *remainder) {
    if (int_sign(right) == 0)
        return raise_status(&rt_exc_ZeroDivisionError, "integer division or modulo by zero");
    if (value_is_small_int(left) && value_is_small_int(right))
        return divmod_small(value_small_int(left), value_small_int(right), quotient, remainder);
    IntView a, b;
    int_view(&a, left);
    int_view(&b, right);
    IntObject *times = int_alloc(a.big.count), *rest = times ? int_alloc(b.big.count) : NULL;
    if (!rest || !big_divmod(times->limbs, rest->limbs, a.big, b.big)) {
        value_decref(OBJ(times));
        value_decref(OBJ(rest));
        return -1;
    }
    return floor_results(times, rest, &a, &b, quotient, remainder);
}

/* The quotient rounded once: scaled so that it has at least 55 bits, with a sticky last bit. */
static double divide_exactly(Big a, Big b, int64_t *exponent, bool *failed) {
    int64_t shift = (int64_t)big_bits(b) - (int64_t)big_bits(a) + 66;
    if (shift < 0)
        shift = 0;
    uint64_t room = a.count + (uint64_t)shift / 32 + 2;
    uint32_t *scratch = mem_alloc((2 * room + b.count) * sizeof *scratch);
    *failed = !scratch;
    if (!scratch)
        return 0;
    Big scaled = {scratch, big_shift_left(scratch, a, (uint64_t)shift)};
    uint32_t *quotient = scratch + room, *rest = quotient + room;
    *failed = !big_divmod(quotient, rest, scaled, b);
    if (!*failed && big_trim(rest, b.count))
        quotient[0] |= 1;
    double result = big_frexp((Big){quotient, big_trim(quotient, scaled.count)}, exponent);
    *exponent -= shift;
    mem_free(scratch);
    return result;
}

Value int_true_divide(Value left, Value right) {
    if (int_sign(right) == 0)
        return raise_error(&rt_exc_ZeroDivisionError, "division by zero");
    IntView a, b;
    int_view(&a, left);
    int_view(&b, right);
    int64_t exponent;
    bool failed;
    if (big_bits(a.big) <= 53 && big_bits(b.big) <= 53)
        return float_new(int_to_double(left) / int_to_double(right));
    double fraction = divide_exactly(a.big, b.big, &exponent, &failed);
    if (failed)
        return 0;
    if (exponent > 1024)
        return raise_error(&rt_exc_OverflowError, "integer division result too large for a float");
    double result = exponent < -1100 ? 0.0 : ldexp(fraction, (int)exponent);
    return float_new(a.negative != b.negative ? -result : result);
}

/* ---- power ----------------------------------------------------------------------------------- */

/* base ** exponent % modulus by squaring, from the highest bit; modulus 0: none. All >= 0
 * exponents. */
static Value power(Value base, Value exponent, Value modulus) {
    IntView bits;
    int_view(&bits, exponent);
    Value result = value_from_small_int(1);
    for (uint64_t i = big_bits(bits.big); result && i-- > 0;) {
        Value next = int_mul(result, result);
        value_decref(result);
        result = next;
        if (result && bits.big.limbs[i / 32] >> (i % 32) & 1) {
            next = int_mul(result, base);
            value_decref(result);
            result = next;
        }
        if (result && modulus) {
            Value rest = 0;
            if (int_divmod(result, modulus, NULL, &rest) < 0)
                rest = 0;
            value_decref(result);
            result = rest;
        }
    }
    return result;
}

Value int_power(Value base, Value exponent) {
    if (int_sign(exponent) >= 0)
        return power(base, exponent, 0);
    double number = int_to_double(base),
           times = number == -1.0 && isolate.pending ? 0 : int_to_double(exponent);
    return isolate.pending ? 0 : float_power(number, times);
}

/* The inverse of `number` modulo `modulus` > 0: Euclid's extended algorithm. */
static Value invert_modulo(Value number, Value modulus) {
    Value a = value_incref(number), b = value_incref(modulus);
    Value x = value_from_small_int(1), y = value_from_small_int(0);
    while (a && b && x && y && int_sign(b)) {
        Value times = 0, rest = 0, product = 0, next = 0;
        if (int_divmod(a, b, &times, &rest) == 0 && (product = int_mul(times, y)))
            next = int_sub(x, product);
        value_decref(times);
        value_decref(product);
        value_decref(a);
        value_decref(x);
        a = b;
        b = rest;
        x = y;
        y = next;
    }
    bool failed = !a || !b || !x || !y;
    bool coprime = !failed && a == value_from_small_int(1);
    value_decref(a);
    value_decref(b);
    value_decref(y);
    if (coprime)
        return x;
    value_decref(x);
    return failed ? 0
                  : raise_error(&rt_exc_ValueError, "base is not invertible for the given modulus");
}

static Value modular_power(Value base, Value exponent, Value modulus) {
    Value inverse = 0, positive = 0, rest = 0, result = 0;
    bool negative = int_sign(exponent) < 0;
    if (negative) {
        Value reduced = 0;
        if (int_divmod(base, modulus, NULL, &reduced) == 0)
            inverse = invert_modulo(reduced, modulus);
        value_decref(reduced);
        positive = inverse ? int_negate(exponent) : 0;
        if (!positive)
            goto done;
    }
    if (int_divmod(negative ? inverse : base, modulus, NULL, &rest) < 0)
        goto done;
    result = power(rest, negative ? positive : exponent, modulus);
done:
    value_decref(inverse);
    value_decref(positive);
    value_decref(rest);
    return result;
}

Value int_pow_mod(Value base, Value exponent, Value modulus) {
    int sign = int_sign(modulus);
    if (sign == 0)
        return raise_error(&rt_exc_ValueError, "pow() 3rd argument cannot be 0");
    Value positive = sign < 0 ? int_negate(modulus) : value_incref(modulus);
    Value result = positive ? modular_power(base, exponent, positive) : 0;
    Value reduced = 0; /* x ** 0 % 1 is 0; a negative modulus gives a negative rest */
    if (result && int_divmod(result, modulus, NULL, &reduced) < 0)
        reduced = 0;
    value_decref(result);
    value_decref(positive);
    return reduced;
}

/* ---- shifts ---------------------------------------------------------------------------------- */

/* CPython's ints have so many bits in a digit of so many bytes: more digits than memory could
 * address are another error than more than there is memory for. */
enum { DIGIT_BITS = 30, DIGIT_SIZE = 4 };

/* Reads a shift count: 1 good, 0 larger than anything fits, -1 negative (ValueError pending). */
static int shift_count(Value right, int64_t *count) {
    if (int_sign(right) < 0)
        return raise_status(&rt_exc_ValueError, "negative shift count");
    return int_to_i64(right, count) && *count < (int64_t)UINT32_MAX * 16;
}

Value int_shift_left(Value left, Value right) {
    int64_t count;
    int known = shift_count(right, &count);
    IntView a;
    int_view(&a, left);
    if (known < 0)
        return 0;
    if (!a.big.count)
        return value_from_small_int(0);
    if (!known && pyrt_int_as_f64(right) < (double)(INT64_MAX / DIGIT_SIZE) * DIGIT_BITS)
        return raise_no_memory();
    if (!known)
        return raise_error(&rt_exc_OverflowError, "too many digits in integer");
    IntObject *result = int_alloc((uint64_t)a.big.count + (uint64_t)count / 32 + 1);
    if (!result)
        return 0;
    return int_finish_take(result, big_shift_left(result->limbs, a.big, (uint64_t)count),
                           a.negative);
}

Value int_shift_right(Value left, Value right) {
    int64_t count;
    int known = shift_count(right, &count);
    IntView a;
    int_view(&a, left);
    if (known < 0)
        return 0;
    if (!known)
        return value_from_small_int(a.negative ? -1 : 0);
    IntObject *result = int_alloc((uint64_t)a.big.count + 1);
    if (!result)
        return 0;
    bool lost;
    uint32_t limbs = big_shift_right(result->limbs, a.big, (uint64_t)count, &lost);
    if (a.negative && lost) { /* towards minus infinity */
        static const uint32_t one[] = {1};
        result->limbs[limbs] = 0;
        limbs = big_add(result->limbs, (Big){result->limbs, limbs}, (Big){one, 1});
    }
    return int_finish_take(result, limbs, a.negative);
}

/* ---- bits: two's complement, the sign goes on without end ------------------------------------ */

typedef struct TwosComplement {
    const IntView *view;
    uint32_t carry;
} TwosComplement;

static uint32_t next_limb(TwosComplement *bits, uint32_t index) {
    uint32_t limb = index < bits->view->big.count ? bits->view->big.limbs[index] : 0;
    if (!bits->view->negative)
        return limb;
    uint64_t flipped = (uint64_t)(uint32_t)~limb + bits->carry;
    bits->carry = (uint32_t)(flipped >> 32);
    return (uint32_t)flipped;
}

static void negate_limbs(uint32_t *limbs, uint32_t count) {
    uint64_t carry = 1;
    for (uint32_t i = 0; i < count; i++) {
        carry += (uint32_t)~limbs[i];
        limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

static Value bitwise(Value left, Value right, char operator) {
    int64_t l, r;
    if (int_word(left, &l) && int_word(right, &r))
        return int_from_i64(operator== '&' ? l & r : operator== '|' ? l | r : l ^ r);
    IntView a, b;
    int_view(&a, left);
    int_view(&b, right);
    uint32_t count = (a.big.count > b.big.count ? a.big.count : b.big.count) + 1;
    IntObject *result = int_alloc(count);
    if (!result)
        return 0;
    TwosComplement p = {&a, 1}, q = {&b, 1};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t x = next_limb(&p, i), y = next_limb(&q, i);
        result->limbs[i] = operator== '&' ? x & y : operator== '|' ? x | y : x ^ y;
    }
    bool negative = result->limbs[count - 1] >> 31;
    if (negative)
        negate_limbs(result->limbs, count);
    return int_finish_take(result, count, negative);
}

/* ---- what fast.c leaves over ----------------------------------------------------------------- */

#define SLOW(name, expression)                                                                     \
    Value rt_int_##name##_slow(Value left, Value right) {                                          \
        return expression;                                                                         \
    }
SLOW(add, int_add(left, right))
SLOW(sub, int_sub(left, right))
SLOW(mul, int_mul(left, right))
SLOW(pow, int_power(left, right))
SLOW(truediv, int_true_divide(left, right))
SLOW(lshift, int_shift_left(left, right))
SLOW(rshift, int_shift_right(left, right))
SLOW(and, bitwise(left, right, '&'))
SLOW(or, bitwise(left, right, '|'))
SLOW(xor, bitwise(left, right, '^'))

Value rt_int_floordiv_slow(Value left, Value right) {
    Value quotient = 0;
    return int_divmod(left, right, &quotient, NULL) == 0 ? quotient : 0;
}

Value rt_int_mod_slow(Value left, Value right) {
    Value remainder = 0;
    if (int_sign(right) == 0)
        return raise_error(&rt_exc_ZeroDivisionError, "integer modulo by zero");
    return int_divmod(left, right, NULL, &remainder) == 0 ? remainder : 0;
}

Value rt_int_negative_slow(Value operand) {
    return int_negate(operand);
}

Value rt_int_invert_slow(Value operand) {
    Value next = int_add(operand, value_from_small_int(1));
    Value result = next ? int_negate(next) : 0;
    value_decref(next);
    return result;
}
