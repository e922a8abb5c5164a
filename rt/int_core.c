/*
 * int_core.c — the representation of ints: small ones in the value word, others as sign and
 * magnitude. Conversions to and from C numbers, comparison, hash.
 */
#include "numbers.h"

#include <math.h>

/* ---- taking apart, putting together ---------------------------------------------------------- */

static void view_word(IntView *view, uint64_t magnitude) {
    view->small[0] = (uint32_t)magnitude;
    view->small[1] = (uint32_t)(magnitude >> 32);
    view->big = (Big){view->small, magnitude >> 32 ? 2 : magnitude ? 1 : 0};
}

void int_view(IntView *view, Value number) {
    if (value_is_small_int(number)) {
        int64_t small = value_small_int(number);
        view->negative = small < 0;
        view_word(view, small < 0 ? 0 - (uint64_t)small : (uint64_t)small);
    } else if (value_is_pointer(number)) {
        const IntObject *object = AS(IntObject, number);
        view->negative = object->sign < 0;
        view->big = (Big){object->limbs, object->limb_count};
    } else { /* a bool */
        view->negative = false;
        view_word(view, number == VALUE_TRUE);
    }
}

IntObject *int_alloc(uint64_t count) {
    if (count > UINT32_MAX / 64) {
        raise_no_memory();
        return NULL;
    }
    return object_new(&rt_type_int, sizeof(IntObject) + (count + 1) * sizeof(uint32_t));
}

Value int_finish_take(IntObject *number, uint32_t count, bool negative) {
    count = big_trim(number->limbs, count);
    if (count <= 2) {
        uint64_t magnitude = count > 0 ? number->limbs[0] : 0;
        if (count == 2)
            magnitude |= (uint64_t)number->limbs[1] << 32;
        if (magnitude <= (uint64_t)SMALL_INT_MAX + negative) {
            value_decref(OBJ(number));
            return value_from_small_int((int64_t)(negative ? 0 - magnitude : magnitude));
        }
    }
    number->limb_count = count;
    number->sign = negative ? -1 : 1;
    return OBJ(number);
}

static Value from_magnitude(uint64_t magnitude, bool negative) {
    IntObject *number = int_alloc(2);
    if (!number)
        return 0;
    number->limbs[0] = (uint32_t)magnitude;
    number->limbs[1] = (uint32_t)(magnitude >> 32);
    return int_finish_take(number, 2, negative);
}

Value int_from_i64(int64_t number) {
    if (number >= SMALL_INT_MIN && number <= SMALL_INT_MAX)
        return value_from_small_int(number);
    return from_magnitude(number < 0 ? 0 - (uint64_t)number : (uint64_t)number, number < 0);
}

Value int_from_u64(uint64_t number) {
    return number <= (uint64_t)SMALL_INT_MAX ? value_from_small_int((int64_t)number)
                                             : from_magnitude(number, false);
}

Value int_from_double(double number) {
    if (isnan(number))
        return raise_error(&rt_exc_ValueError, "cannot convert float NaN to integer");
    if (isinf(number))
        return raise_error(&rt_exc_OverflowError, "cannot convert float infinity to integer");
    if (fabs(number) < 4e18)
        return int_from_i64((int64_t)number);
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(number), &exponent), 53);
    uint32_t limbs[] = {(uint32_t)mantissa, (uint32_t)(mantissa >> 32)};
    IntObject *result = int_alloc((uint64_t)exponent / 32 + 4);
    if (!result)
        return 0;
    uint32_t count = big_shift_left(result->limbs, (Big){limbs, 2}, (uint64_t)(exponent - 53));
    return int_finish_take(result, count, number < 0);
}

Value int_from_hex(const char *digits, size_t size) {
    uint32_t count = (uint32_t)((size + 7) / 8);
    IntObject *number = int_alloc(count);
    if (!number)
        return 0;
    for (size_t i = 0; i < size; i++) {
        char digit = digits[size - 1 - i];
        uint32_t value = (uint32_t)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        number->limbs[i / 8] |= value << (i % 8 * 4);
    }
    return int_finish_take(number, count, false);
}

Value int_exact(Value number) {
    if (value_is_small_int(number) || value_is(number, &rt_type_int))
        return value_incref(number);
    IntView view;
    int_view(&view, number);
    IntObject *copy = int_alloc(view.big.count);
    if (!copy)
        return 0;
    memcpy(copy->limbs, view.big.limbs, view.big.count * sizeof(uint32_t));
    return int_finish_take(copy, view.big.count, view.negative);
}

/* ---- to C numbers ---------------------------------------------------------------------------- */

bool value_is_int(Value value) {
    if (value_is_small_int(value) || value == VALUE_TRUE || value == VALUE_FALSE)
        return true;
    return value_is_pointer(value) && (value_object(value)->type->flags & TYPE_INT_SUBCLASS);
}

bool int_to_i64(Value value, int64_t *number) {
    IntView view;
    int_view(&view, value);
    if (view.big.count > 2)
        return false;
    uint64_t magnitude = view.big.count > 0 ? view.big.limbs[0] : 0;
    if (view.big.count == 2)
        magnitude |= (uint64_t)view.big.limbs[1] << 32;
    if (magnitude > (uint64_t)INT64_MAX + view.negative)
        return false;
    *number = (int64_t)(view.negative ? 0 - magnitude : magnitude);
    return true;
}

double int_to_double(Value value) {
    if (value_is_small_int(value))
        return (double)value_small_int(value);
    IntView view;
    int_view(&view, value);
    int64_t exponent;
    double fraction = big_frexp(view.big, &exponent);
    if (exponent > 1024) {
        raise_error(&rt_exc_OverflowError, "int too large to convert to float");
        return -1.0;
    }
    double number = ldexp(fraction, (int)exponent);
    return view.negative ? -number : number;
}

int64_t pyrt_int_clamp(Value number) {
    if (value_is_small_int(number))
        return value_small_int(number);
    return AS(IntObject, number)->sign < 0 ? SMALL_INT_MIN : SMALL_INT_MAX;
}

double pyrt_int_as_f64(Value number) {
    IntView view;
    int_view(&view, number);
    int64_t exponent;
    double fraction = big_frexp(view.big, &exponent);
    double magnitude = exponent > 1024 ? INFINITY : ldexp(fraction, (int)exponent);
    return view.negative ? -magnitude : magnitude;
}

/* ---- comparison ------------------------------------------------------------------------------ */

int int_sign(Value number) {
    IntView view;
    int_view(&view, number);
    return view.big.count == 0 ? 0 : view.negative ? -1 : 1;
}

int int_compare(Value left, Value right) {
    int64_t x, y;
    if (int_word(left, &x) && int_word(right, &y))
        return (x > y) - (x < y);
    IntView a, b;
    int_view(&a, left);
    int_view(&b, right);
    if (a.negative != b.negative)
        return a.negative ? -1 : 1;
    int order = big_compare(a.big, b.big);
    return a.negative ? -order : order;
}

int rt_int_compare(Value left, Value right) {
    return int_compare(left, right);
}

/* ---- hash: the number modulo 2^61 - 1, as all of Python's numbers ---------------------------- */

enum { HASH_BITS = 61 };
#define HASH_MODULUS (((uint64_t)1 << HASH_BITS) - 1)

int64_t hash_i64(int64_t number) {
    uint64_t magnitude = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    int64_t hash = (int64_t)(magnitude % HASH_MODULUS);
    if (number < 0)
        hash = -hash;
    return hash == -1 ? -2 : hash;
}

int64_t int_hash(Value number) {
    if (value_is_small_int(number))
        return hash_i64(value_small_int(number));
    IntView view;
    int_view(&view, number);
    uint64_t hash = 0;
    for (uint32_t i = view.big.count; i-- > 0;) {
        /* hash * 2^32 + limb: a rotation by 32 of 61 bits, then an addition */
        hash = ((hash << 32) & HASH_MODULUS) | hash >> (HASH_BITS - 32);
        hash += view.big.limbs[i];
        if (hash >= HASH_MODULUS)
            hash -= HASH_MODULUS;
    }
    int64_t result = view.negative ? -(int64_t)hash : (int64_t)hash;
    return result == -1 ? -2 : result;
}

/* CPython's _Py_HashDouble. */
int64_t hash_double(double number) {
    if (isinf(number))
        return number > 0 ? 314159 : -314159;
    int exponent;
    double fraction = frexp(fabs(number), &exponent);
    uint64_t hash = 0;
    while (fraction != 0) {
        hash = ((hash << 28) & HASH_MODULUS) | hash >> (HASH_BITS - 28);
        fraction *= 268435456.0; /* 2^28 */
        exponent -= 28;
        uint64_t whole = (uint64_t)fraction;
        fraction -= (double)whole;
        hash += whole;
        if (hash >= HASH_MODULUS)
            hash -= HASH_MODULUS;
    }
    exponent = exponent >= 0 ? exponent % HASH_BITS : HASH_BITS - 1 - (-1 - exponent) % HASH_BITS;
    hash = ((hash << exponent) & HASH_MODULUS) | hash >> (HASH_BITS - exponent);
    int64_t result = number < 0 ? -(int64_t)hash : (int64_t)hash;
    return result == -1 ? -2 : result;
}
