/*
 * decimal_number.c — exact arithmetic on decimal numbers of up to 38 digits, and rounding. The
 * operations say false where a number on the way would be longer.
 */
#include "decimal.h"

static Wide powers[WIDE_DIGITS + 1];

void wide_init(void) {
    powers[0] = 1;
    for (int i = 1; i <= WIDE_DIGITS; i++)
        powers[i] = powers[i - 1] * 10;
}

Wide wide_power(int exponent) {
    return powers[exponent];
}

int wide_digits(Wide number) {
    uint64_t high = (uint64_t)(number >> 64), low = (uint64_t)number;
    int bits = high ? 128 - __builtin_clzll(high) : low ? 64 - __builtin_clzll(low) : 1;
    int digits = bits * 1233 >> 12; /* log10(2), rounded down */
    return digits <= WIDE_DIGITS && number >= powers[digits] ? digits + 1 : digits ? digits : 1;
}

Wide wide_divide(Wide number, Wide divisor, Wide *rest) {
    Wide quotient;
    if (number >> 64 == 0 && divisor >> 64 == 0)
        quotient = (uint64_t)number / (uint64_t)divisor;
    else
        quotient = number / divisor;
    *rest = number - quotient * divisor;
    return quotient;
}

bool wide_shift(Wide number, int64_t count, Wide *shifted) {
    if (number == 0 || count == 0) {
        *shifted = number;
        return true;
    }
    if (count > WIDE_DIGITS || wide_digits(number) + count > WIDE_DIGITS)
        return false;
    *shifted = number * powers[count];
    return true;
}

bool wide_rounds_up(Wide kept, Wide rest, Wide unit, Rounding rounding, bool negative) {
    Wide half = unit >> 1, last;
    switch (rounding) {
    case ROUND_UP:
        return rest != 0;
    case ROUND_CEILING:
        return rest != 0 && !negative;
    case ROUND_FLOOR:
        return rest != 0 && negative;
    case ROUND_HALF_UP:
        return rest >= half;
    case ROUND_HALF_DOWN:
        return rest > half;
    case ROUND_HALF_EVEN:
        return rest > half || (rest == half && (kept & 1));
    case ROUND_05UP:
        wide_divide(kept, 5, &last);
        return rest != 0 && last == 0;
    default:
        return false;
    }
}

Wide wide_round(Wide number, int count, Rounding rounding, bool negative, bool *inexact) {
    Wide rest, kept = wide_divide(number, powers[count], &rest);
    *inexact = rest != 0;
    return kept + (count > 0 && wide_rounds_up(kept, rest, powers[count], rounding, negative));
}

/* ---- comparison ------------------------------------------------------------------------------ */

/* Of numbers greater than 0. */
static int compare_sizes(const Decimal *left, const Decimal *right) {
    if (left->exponent == right->exponent)
        return left->coefficient < right->coefficient ? -1 : left->coefficient > right->coefficient;
    int left_digits = wide_digits(left->coefficient),
        right_digits = wide_digits(right->coefficient);
    int64_t left_top = left_digits + left->exponent, right_top = right_digits + right->exponent;
    if (left_top != right_top)
        return left_top < right_top ? -1 : 1;
    Wide a = left->coefficient, b = right->coefficient;
    if (left_digits < right_digits)
        a *= powers[right_digits - left_digits];
    else
        b *= powers[left_digits - right_digits];
    return a < b ? -1 : a > b;
}

int decimal_compare(const Decimal *left, const Decimal *right) {
    bool left_zero = left->coefficient == 0, right_zero = right->coefficient == 0;
    if (left_zero || right_zero)
        return left_zero && right_zero ? 0
               : left_zero             ? (right->negative ? 1 : -1)
                                       : (left->negative ? -1 : 1);
    if (left->negative != right->negative)
        return left->negative ? -1 : 1;
    int order = compare_sizes(left, right);
    return left->negative ? -order : order;
}

/* ---- hash ------------------------------------------------------------------------------------ */

#define HASH_MODULUS (((uint64_t)1 << 61) - 1)

static uint64_t reduce(Wide number) {
    uint64_t sum = (uint64_t)(number & HASH_MODULUS) + (uint64_t)(number >> 61 & HASH_MODULUS) +
                   (uint64_t)(number >> 122);
    while (sum >= HASH_MODULUS)
        sum -= HASH_MODULUS;
    return sum;
}

static uint64_t power_modulo(uint64_t base, uint64_t exponent) {
    uint64_t result = 1;
    for (; exponent; exponent >>= 1) {
        if (exponent & 1)
            result = reduce((Wide)result * base);
        base = reduce((Wide)base * base);
    }
    return result;
}

int64_t decimal_hash(const Decimal *number) {
    static uint64_t tenth; /* 1/10 */
    if (!tenth)
        tenth = power_modulo(10, HASH_MODULUS - 2);
    uint64_t scale = number->exponent >= 0 ? power_modulo(10, (uint64_t)number->exponent)
                                           : power_modulo(tenth, (uint64_t)-number->exponent);
    int64_t hash = (int64_t)reduce((Wide)reduce(number->coefficient) * scale);
    hash = number->negative ? -hash : hash;
    return hash == -1 ? -2 : hash;
}

/* ---- arithmetic ------------------------------------------------------------------------------ */

/* Both coefficients for the lower exponent of the two. */
static bool align(const Decimal *left, const Decimal *right, Wide *a, Wide *b, int64_t *exponent) {
    *a = left->coefficient;
    *b = right->coefficient;
    *exponent = left->exponent < right->exponent ? left->exponent : right->exponent;
    if (left->exponent == right->exponent)
        return true;
    return wide_shift(*a, left->exponent - *exponent, a) &&
           wide_shift(*b, right->exponent - *exponent, b);
}

/* number without its last `count` digits; *more: some of these are not 0. */
static Wide cut_digits(Wide number, int64_t count, bool *more) {
    Wide rest = number, kept = 0;
    if (count < WIDE_DIGITS)
        kept = wide_divide(number, powers[count], &rest);
    *more = rest != 0;
    return kept;
}

/* number, whose last digit is the one that decides rounding or behind that, and after it `more`
 * than nothing: then its last digit, if it is 0 or 5, must say so. */
static Wide mark_inexact(Wide number, bool more) {
    uint64_t fives = (uint64_t)(number >> 64) % 5 + (uint64_t)number % 5; /* 2^64 is 1 modulo 5 */
    return number + (more && fives % 5 == 0);
}

/* The sum of numbers, not 0, so far apart that their digits would not fit: the smaller one is cut.
 */
static bool add_apart(const Decimal *left, const Decimal *right, int64_t precision, Decimal *sum) {
    const Decimal *high = left->exponent > right->exponent ? left : right;
    const Decimal *low = high == left ? right : left;
    bool subtract = left->negative != right->negative;
    int shift = WIDE_DIGITS - !subtract - wide_digits(high->coefficient);
    if (!high->coefficient || !low->coefficient || shift < 0)
        return false;
    sum->exponent = high->exponent - shift;
    sum->negative = high->negative;
    Wide scaled = high->coefficient * powers[shift];
    bool more;
    if (sum->exponent < low->exponent)
        return false;
    Wide kept = cut_digits(low->coefficient, sum->exponent - low->exponent, &more);
    if (subtract && kept + 1 >= scaled)
        return false;
    sum->coefficient = mark_inexact(subtract ? scaled - kept - more : scaled + kept, more);
    return wide_digits(sum->coefficient) > precision && sum->coefficient < powers[WIDE_DIGITS];
}

bool decimal_add(const Decimal *left, const Decimal *right, int64_t precision, Decimal *sum) {
    Wide a, b;
    if (!align(left, right, &a, &b, &sum->exponent))
        return add_apart(left, right, precision, sum);
    if (left->negative == right->negative) {
        sum->negative = left->negative;
        sum->coefficient = a + b; /* below 2^128, but perhaps of 39 digits */
        return sum->coefficient < powers[WIDE_DIGITS];
    }
    sum->negative = a == b ? false : a > b ? left->negative : right->negative;
    sum->coefficient = a > b ? a - b : b - a;
    return true;
}

/* The product of numbers of 38 digits at most, cut to 38 digits; *dropped: how many are gone. */
static Wide multiply_cut(Wide a, Wide b, int *dropped) {
    enum { HALF = WIDE_DIGITS / 2 };
    Wide a_low, a_high = wide_divide(a, powers[HALF], &a_low);
    Wide b_low, b_high = wide_divide(b, powers[HALF], &b_low);
    Wide middle_low,
        middle_high = wide_divide(a_high * b_low + a_low * b_high, powers[HALF], &middle_low);
    Wide low,
        carry = wide_divide(a_low * b_low + middle_low * powers[HALF], powers[WIDE_DIGITS], &low);
    Wide high = a_high * b_high + middle_high + carry; /* the product: high * 10^38 + low */
    *dropped = high ? wide_digits(high) : 0;
    bool more;
    Wide kept = cut_digits(low, *dropped, &more);
    return mark_inexact(high * powers[WIDE_DIGITS - *dropped] + kept, more);
}

bool decimal_multiply(const Decimal *left, const Decimal *right, int64_t precision,
                      Decimal *product) {
    int dropped = 0;
    bool words = left->coefficient >> 63 == 0 && right->coefficient >> 63 == 0;
    if (words || wide_digits(left->coefficient) + wide_digits(right->coefficient) <= WIDE_DIGITS)
        product->coefficient = left->coefficient * right->coefficient;
    else if (precision < WIDE_DIGITS)
        product->coefficient = multiply_cut(left->coefficient, right->coefficient, &dropped);
    else
        return false;
    product->exponent = left->exponent + right->exponent + dropped;
    product->negative = left->negative != right->negative;
    return true;
}

bool decimal_power(const Decimal *base, int exponent, Decimal *power) {
    int digits = wide_digits(base->coefficient);
    if (base->coefficient == 0 || exponent < 1)
        return false;
    *power = (Decimal){.coefficient = 1, .exponent = base->exponent * exponent};
    power->negative = base->negative && exponent % 2;
    for (int i = 0; i < exponent && base->coefficient != 1; i++) {
        if (wide_digits(power->coefficient) + digits > WIDE_DIGITS)
            return false;
        power->coefficient *= base->coefficient;
    }
    return true;
}

void decimal_strip(Decimal *number, int64_t ideal) {
    for (int step = 16; step > 0; step /= 2)
        while (ideal - number->exponent >= step) {
            Wide rest, shorter = wide_divide(number->coefficient, powers[step], &rest);
            if (rest)
                break;
            number->coefficient = shorter;
            number->exponent += step;
        }
}

/* number * 10^shift divided by `divisor`, some digits at a time; false: too many digits. */
static bool divide_long(Wide number, int shift, Wide divisor, Wide *quotient, Wide *rest) {
    int room = WIDE_DIGITS - wide_digits(divisor); /* the rest is smaller than the divisor */
    *quotient = wide_divide(number, divisor, rest);
    while (shift > 0) {
        int step = room < shift ? room : shift;
        if (step == 0 || !wide_shift(*quotient, step, quotient))
            return false;
        *quotient += wide_divide(*rest * powers[step], divisor, rest);
        shift -= step;
    }
    return true;
}

bool decimal_divide(const Decimal *left, const Decimal *right, int precision, Decimal *quotient) {
    int64_t ideal = left->exponent - right->exponent;
    quotient->negative = left->negative != right->negative;
    quotient->exponent = ideal;
    quotient->coefficient = 0;
    if (left->coefficient == 0)
        return true;
    int shift = wide_digits(right->coefficient) - wide_digits(left->coefficient) + precision + 1;
    Wide number = left->coefficient, divisor = right->coefficient, rest;
    if (shift < 0 && !wide_shift(divisor, -shift, &divisor))
        return false;
    if (!divide_long(number, shift, divisor, &quotient->coefficient, &rest))
        return false;
    quotient->exponent -= shift;
    if (rest)
        quotient->coefficient = mark_inexact(quotient->coefficient, true);
    else
        decimal_strip(quotient, ideal);
    return true;
}

bool decimal_divide_whole(const Decimal *left, const Decimal *right, int precision,
                          Decimal *quotient, Decimal *rest) {
    Wide a, b;
    if (precision > WIDE_DIGITS || !align(left, right, &a, &b, &rest->exponent))
        return false;
    quotient->coefficient = wide_divide(a, b, &rest->coefficient);
    quotient->exponent = 0;
    quotient->negative = left->negative != right->negative;
    rest->negative = left->negative;
    return quotient->coefficient < powers[precision];
}
