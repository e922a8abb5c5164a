/*
 * mod_datetime_delta_ops.c — the arithmetic of datetime.timedelta. It is exact: a delta is a whole
 * number of microseconds below 2^67, floats count as the fractions that they are, and divisions
 * round half to even. A number that is too large for these 128 bits leads to a result that is zero
 * or out of range, which is told before computing.
 */
#include "datetime_delta.h"

#include <math.h>

enum { WIDE_BITS = 125 }; /* numbers below 2^125 can be doubled */

static Value refuse_int(void) {
    return raise_error(&rt_exc_OverflowError, "Python int too large to convert to C int");
}

static int bit_length(__int128 number) {
    unsigned __int128 size = number < 0 ? -(unsigned __int128)number : (unsigned __int128)number;
    uint64_t high = (uint64_t)(size >> 64), low = (uint64_t)size;
    return high ? 128 - __builtin_clzll(high) : low ? 64 - __builtin_clzll(low) : 0;
}

/* An int object of up to 96 bits; *huge: it has more, and *number is its sign alone. */
static __int128 wide_int(Value value, bool *huge) {
    IntView view;
    int64_t word;
    *huge = false;
    if (int_word(value, &word))
        return word;
    int_view(&view, value);
    if (view.big.count > 3) {
        *huge = true;
        return view.negative ? -1 : 1;
    }
    __int128 number = 0;
    for (uint32_t i = view.big.count; i-- > 0;)
        number = number << 32 | view.big.limbs[i];
    return view.negative ? -number : number;
}

/* The int object of a number below 2^96. */
static Value int_from_wide(__int128 number) {
    if (number == (int64_t)number)
        return int_from_i64((int64_t)number);
    IntObject *result = int_alloc(4);
    if (!result)
        return 0;
    unsigned __int128 size = number < 0 ? -(unsigned __int128)number : (unsigned __int128)number;
    for (int i = 0; i < 4; i++)
        result->limbs[i] = (uint32_t)(size >> 32 * i);
    return int_finish_take(result, 4, number < 0);
}

static __int128 floor_divide(__int128 number, __int128 divisor) {
    if (number == (int64_t)number && divisor == (int64_t)divisor && divisor != -1) {
        int64_t a = (int64_t)number, b = (int64_t)divisor;
        return a / b - (a % b != 0 && (a < 0) != (b < 0));
    }
    __int128 quotient = number / divisor;
    return quotient - (quotient * divisor != number && (number < 0) != (divisor < 0));
}

/* number / divisor rounded to the nearest, half to even. */
static __int128 divide_nearest(__int128 number, __int128 divisor) {
    __int128 quotient = floor_divide(number, divisor), rest = number - quotient * divisor;
    if (divisor < 0) {
        rest = -rest;
        divisor = -divisor;
    }
    rest = 2 * rest;
    return quotient + (rest > divisor || (rest == divisor && (quotient & 1)));
}

/* ---- addition -------------------------------------------------------------------------------- */

static Value combine(const DeltaFields *a, const DeltaFields *b, int sign) {
    return delta_new((int64_t)a->days + sign * (int64_t)b->days, a->seconds + sign * b->seconds,
                     a->microseconds + sign * b->microseconds);
}

Value delta_add(Value left, Value right) {
    if (!value_is_delta(left) || !value_is_delta(right))
        return VALUE_NOTIMPLEMENTED;
    return combine(delta_of(left), delta_of(right), 1);
}

Value delta_subtract(Value left, Value right) {
    return combine(delta_of(left), delta_of(right), -1);
}

Value delta_sub(Value left, Value right) {
    if (!value_is_delta(left) || !value_is_delta(right))
        return VALUE_NOTIMPLEMENTED;
    return delta_subtract(left, right);
}

Value delta_negative(Value self) {
    const DeltaFields *delta = delta_of(self);
    return delta_new(-(int64_t)delta->days, -delta->seconds, -delta->microseconds);
}

Value delta_positive(Value self) {
    const DeltaFields *delta = delta_of(self);
    return delta_new(delta->days, delta->seconds, delta->microseconds);
}

Value delta_absolute(Value self) {
    return delta_of(self)->days < 0 ? delta_negative(self) : delta_positive(self);
}

/* ---- floats ---------------------------------------------------------------------------------- */

/* A finite float as mantissa * 2^exponent with an odd mantissa below 2^53; false: raised. */
static bool take_apart(double number, int64_t *mantissa, int *exponent) {
    if (isinf(number))
        return raise_error(&rt_exc_OverflowError, "cannot convert Infinity to integer ratio");
    if (isnan(number))
        return raise_error(&rt_exc_ValueError, "cannot convert NaN to integer ratio");
    *mantissa = (int64_t)ldexp(frexp(number, exponent), 53);
    *exponent -= 53;
    if (*mantissa == 0)
        *exponent = 0;
    else {
        int zeros = __builtin_ctzll((uint64_t)*mantissa);
        *mantissa >>= zeros;
        *exponent += zeros;
    }
    return true;
}

static Value multiply_float(__int128 microseconds, double number) {
    int64_t mantissa;
    int exponent;
    if (!take_apart(number, &mantissa, &exponent))
        return 0;
    __int128 product = microseconds * mantissa;
    if (exponent >= 0) {
        if (bit_length(product) + exponent > WIDE_BITS)
            return product ? refuse_int() : delta_new(0, 0, 0);
        return delta_from_microseconds(product * ((__int128)1 << exponent));
    }
    if (-exponent > WIDE_BITS)
        return delta_new(0, 0, 0);
    return delta_from_microseconds(divide_nearest(product, (__int128)1 << -exponent));
}

static Value raise_zero(const char *message) {
    return raise_error(&rt_exc_ZeroDivisionError, message);
}

static Value divide_float(__int128 microseconds, double number) {
    int64_t mantissa;
    int exponent;
    if (!take_apart(number, &mantissa, &exponent))
        return 0;
    if (!mantissa)
        return raise_zero("integer division or modulo by zero");
    if (exponent <= 0) {
        if (!microseconds)
            return delta_new(0, 0, 0);
        if (bit_length(microseconds) - exponent > WIDE_BITS)
            return refuse_int();
        return delta_from_microseconds(
            divide_nearest(microseconds * ((__int128)1 << -exponent), mantissa));
    }
    if (bit_length(mantissa) + exponent > WIDE_BITS)
        return delta_new(0, 0, 0);
    return delta_from_microseconds(
        divide_nearest(microseconds, mantissa * ((__int128)1 << exponent)));
}

/* ---- multiplication and division ------------------------------------------------------------- */

static Value multiply_int(__int128 microseconds, Value factor) {
    bool huge;
    __int128 number = wide_int(factor, &huge);
    if (!microseconds || !number)
        return delta_new(0, 0, 0);
    if (huge || bit_length(microseconds) + bit_length(number) > WIDE_BITS)
        return refuse_int();
    return delta_from_microseconds(microseconds * number);
}

Value delta_mul(Value left, Value right) {
    Value delta = value_is_delta(left) ? left : right, factor = delta == left ? right : left;
    if (value_is_int(factor))
        return multiply_int(delta_microseconds(delta_of(delta)), factor);
    if (value_is_float(factor))
        return multiply_float(delta_microseconds(delta_of(delta)), float_number(factor));
    return VALUE_NOTIMPLEMENTED;
}

/* The float nearest to number / divisor. */
static Value true_divide(__int128 number, __int128 divisor) {
    if (!divisor)
        return raise_zero("division by zero");
    if (bit_length(number) <= 53 && bit_length(divisor) <= 53)
        return float_new((double)(int64_t)number / (double)(int64_t)divisor);
    Value a = int_from_wide(number), b = a ? int_from_wide(divisor) : 0;
    Value result = b ? int_true_divide(a, b) : 0;
    value_decref(a);
    value_decref(b);
    return result;
}

Value delta_total_seconds(const DeltaFields *delta) {
    return true_divide(delta_microseconds(delta), SECOND_MICROSECONDS);
}

Value delta_truediv(Value left, Value right) {
    if (!value_is_delta(left))
        return VALUE_NOTIMPLEMENTED;
    __int128 number = delta_microseconds(delta_of(left));
    if (value_is_delta(right))
        return true_divide(number, delta_microseconds(delta_of(right)));
    if (value_is_float(right))
        return divide_float(number, float_number(right));
    if (!value_is_int(right))
        return VALUE_NOTIMPLEMENTED;
    bool huge;
    __int128 divisor = wide_int(right, &huge);
    if (!divisor)
        return raise_zero("integer division or modulo by zero");
    return delta_from_microseconds(huge ? 0 : divide_nearest(number, divisor));
}

Value delta_floordiv(Value left, Value right) {
    if (!value_is_delta(left))
        return VALUE_NOTIMPLEMENTED;
    bool huge = false, by_delta = value_is_delta(right);
    if (!by_delta && !value_is_int(right))
        return VALUE_NOTIMPLEMENTED;
    __int128 number = delta_microseconds(delta_of(left));
    __int128 divisor = by_delta ? delta_microseconds(delta_of(right)) : wide_int(right, &huge);
    if (!divisor)
        return raise_zero("integer division or modulo by zero");
    __int128 quotient =
        huge ? -(number != 0 && (number < 0) != (divisor < 0)) : floor_divide(number, divisor);
    return by_delta ? int_from_wide(quotient) : delta_from_microseconds(quotient);
}

Value delta_mod(Value left, Value right) {
    if (!value_is_delta(left) || !value_is_delta(right))
        return VALUE_NOTIMPLEMENTED;
    __int128 number = delta_microseconds(delta_of(left));
    __int128 divisor = delta_microseconds(delta_of(right));
    if (!divisor)
        return raise_zero("integer modulo by zero");
    return delta_from_microseconds(number - floor_divide(number, divisor) * divisor);
}

Value delta_divmod(Value left, Value right) {
    if (!value_is_delta(left) || !value_is_delta(right))
        return VALUE_NOTIMPLEMENTED;
    __int128 number = delta_microseconds(delta_of(left));
    __int128 divisor = delta_microseconds(delta_of(right));
    if (!divisor)
        return raise_zero("integer division or modulo by zero");
    __int128 quotient = floor_divide(number, divisor);
    Value pair[2] = {int_from_wide(quotient), 0};
    pair[1] = pair[0] ? delta_from_microseconds(number - quotient * divisor) : 0;
    return tuple_new_take(pair, 2);
}
