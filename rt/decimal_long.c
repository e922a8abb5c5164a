/*
 * decimal_long.c — arithmetic on decimal numbers of more digits than a Wide has: coefficients are
 * limbs of nine decimal digits, so that their text, which is what Decimal objects hold, is read and
 * written in linear time. Products and quotients are computed as at school; numbers that are longer
 * than LONG_DIGITS are left to the Python code, whose ints know better methods.
 */
#include "decimal.h"

enum { LIMB_DIGITS = 9, LONG_DIGITS = 4000 };
#define BASE UINT64_C(1000000000)

/* Little-endian. */
typedef struct Limbs {
    uint32_t *limbs;
    int64_t count;
} Limbs;

/* A result that is not rounded yet: `digits` is for mem_free. */
typedef struct Result {
    uint8_t *digits;
    int64_t length, exponent;
    bool negative;
} Result;

/* ---- operands -------------------------------------------------------------------------------- */

/* A Decimal or an int, not 0, as its text. */
static bool read_operand(Value value, Digits *operand) {
    int64_t word;
    const Value *slots = decimal_slots(value);
    if (slots)
        return slots_digits(slots, operand) && operand->length <= LONG_DIGITS &&
               *operand->text != '0';
    if (!int_word(value, &word) || word == 0)
        return false;
    operand->length = wide_text(word < 0 ? -(uint64_t)word : (uint64_t)word, operand->buffer);
    operand->text = operand->buffer;
    operand->exponent = 0;
    operand->negative = word < 0;
    return true;
}

/* The order of the sizes: -1, 0, 1. */
static int compare_sizes(const Digits *left, const Digits *right) {
    int64_t left_top = left->length + left->exponent, right_top = right->length + right->exponent;
    if (left_top != right_top)
        return left_top < right_top ? -1 : 1;
    const Digits *longer = left->length > right->length ? left : right;
    int64_t common = longer == left ? right->length : left->length;
    int order = memcmp(left->text, right->text, (size_t)common);
    if (order != 0)
        return order < 0 ? -1 : 1;
    for (int64_t i = common; i < longer->length; i++)
        if (longer->text[i] != '0')
            return longer == left ? 1 : -1;
    return 0;
}

bool decimal_long_compare(Value left, Value right, int *order) {
    Digits a, b;
    if (!read_operand(left, &a) || !read_operand(right, &b))
        return false;
    *order = a.negative != b.negative ? 1 : compare_sizes(&a, &b);
    if (a.negative)
        *order = -*order;
    return true;
}

/* ---- limbs ----------------------------------------------------------------------------------- */

static bool limbs_new(Limbs *number, int64_t count) {
    number->count = count;
    number->limbs = mem_alloc_items(count, sizeof *number->limbs);
    if (number->limbs)
        memset(number->limbs, 0, (size_t)count * sizeof *number->limbs);
    return number->limbs != NULL;
}

/* The coefficient followed by `zeros`, and room for `spare` limbs above it. */
static bool limbs_read(Limbs *number, const Digits *operand, int64_t zeros, int64_t spare) {
    int64_t total = operand->length + zeros, used = (total + LIMB_DIGITS - 1) / LIMB_DIGITS;
    if (!limbs_new(number, used + spare))
        return false;
    for (int64_t i = 0; i < operand->length; i++) {
        uint32_t *limb = &number->limbs[(total - 1 - i) / LIMB_DIGITS];
        *limb = *limb * 10 + (uint32_t)(operand->text[i] - '0');
    }
    static const uint32_t powers[LIMB_DIGITS] = {1,      10,      100,      1000,     10000,
                                                 100000, 1000000, 10000000, 100000000};
    number->limbs[zeros / LIMB_DIGITS] *= powers[zeros % LIMB_DIGITS];
    return true;
}

static void limbs_trim(Limbs *number) {
    while (number->count && !number->limbs[number->count - 1])
        number->count--;
}

/* The text of a number that is not 0. */
static bool result_write(Result *result, Limbs *number) {
    limbs_trim(number);
    int64_t room = number->count * LIMB_DIGITS;
    result->digits = mem_alloc((size_t)room + 1);
    if (!result->digits)
        return false;
    char *start = (char *)result->digits, *end = start + room;
    for (int64_t i = 0; i < number->count; i++) {
        char *limit = end - LIMB_DIGITS;
        end = decimal_write(end, number->limbs[i]);
        while (end > limit && i < number->count - 1)
            *--end = '0';
    }
    result->length = start + room - end;
    memmove(start, end, (size_t)result->length);
    return true;
}

/* left += right, which has no more limbs; left has room for the carry. */
static void limbs_add(Limbs *left, const Limbs *right) {
    uint32_t carry = 0;
    for (int64_t i = 0; i < right->count || carry; i++) {
        uint32_t sum = left->limbs[i] + (i < right->count ? right->limbs[i] : 0) + carry;
        carry = sum >= BASE;
        left->limbs[i] = carry ? sum - (uint32_t)BASE : sum;
    }
}

/* left -= right, which is not greater */
static void limbs_sub(Limbs *left, const Limbs *right) {
    uint32_t borrow = 0;
    for (int64_t i = 0; i < right->count || borrow; i++) {
        uint32_t take = (i < right->count ? right->limbs[i] : 0) + borrow;
        borrow = left->limbs[i] < take;
        left->limbs[i] += (borrow ? (uint32_t)BASE : 0) - take;
    }
}

/* product: zeros, of as many limbs as both have */
static void limbs_multiply(Limbs *product, const Limbs *left, const Limbs *right) {
    for (int64_t i = 0; i < left->count; i++) {
        uint64_t carry = 0, factor = left->limbs[i];
        for (int64_t k = 0; k < right->count; k++) {
            carry += factor * right->limbs[k] + product->limbs[i + k];
            product->limbs[i + k] = (uint32_t)(carry % BASE);
            carry /= BASE;
        }
        product->limbs[i + right->count] = (uint32_t)carry;
    }
}

static void limbs_scale(Limbs *number, uint64_t factor) {
    uint64_t carry = 0;
    for (int64_t i = 0; i < number->count; i++) {
        carry += number->limbs[i] * factor;
        number->limbs[i] = (uint32_t)(carry % BASE);
        carry /= BASE;
    }
}

/* number -= divisor * digit, where number's limbs start at `at`; false: digit was one too much. */
static bool take_multiple(uint32_t *at, const Limbs *divisor, uint64_t digit) {
    uint64_t carry = 0;
    for (int64_t i = 0; i < divisor->count; i++) {
        carry += divisor->limbs[i] * digit;
        uint32_t take = (uint32_t)(carry % BASE);
        carry /= BASE;
        carry += at[i] < take;
        at[i] += (at[i] < take ? (uint32_t)BASE : 0) - take;
    }
    bool fits = at[divisor->count] >= carry;
    at[divisor->count] += (fits ? 0 : (uint32_t)BASE) - (uint32_t)carry;
    return fits;
}

static void give_back(uint32_t *at, const Limbs *divisor) {
    uint32_t carry = 0;
    for (int64_t i = 0; i < divisor->count; i++) {
        uint32_t sum = at[i] + divisor->limbs[i] + carry;
        carry = sum >= BASE;
        at[i] = carry ? sum - (uint32_t)BASE : sum;
    }
    uint32_t top = at[divisor->count] + carry;
    at[divisor->count] = top >= BASE ? top - (uint32_t)BASE : top;
}

/* Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D. quotient: zeros, with as many limbs
 * as `number`, whose highest limb is 0 and in which the rest is left. */
static void limbs_divide(Limbs *quotient, Limbs *number, Limbs *divisor) {
    uint64_t scale = BASE / (divisor->limbs[divisor->count - 1] + UINT64_C(1));
    limbs_scale(number, scale);
    limbs_scale(divisor, scale);
    int64_t size = divisor->count;
    uint64_t top = divisor->limbs[size - 1], next = size > 1 ? divisor->limbs[size - 2] : 0;
    for (int64_t i = number->count - 1 - size; i >= 0; i--) {
        uint32_t *at = number->limbs + i;
        uint64_t head = at[size] * BASE + at[size - 1], digit = head / top, rest = head % top;
        uint64_t below = size > 1 ? at[size - 2] : 0;
        while (digit >= BASE || digit * next > rest * BASE + below) {
            digit--;
            rest += top;
            if (rest >= BASE)
                break;
        }
        if (!take_multiple(at, divisor, digit)) {
            give_back(at, divisor);
            digit--;
        }
        quotient->limbs[i] = (uint32_t)digit;
    }
}

/* ---- the operations; false: not done, perhaps an exception is pending ------------------------ */

static bool add(const Digits *left, const Digits *right, Result *sum) {
    int order = compare_sizes(left, right);
    const Digits *large = order < 0 ? right : left, *small = order < 0 ? left : right;
    bool subtract = left->negative != right->negative;
    sum->exponent = left->exponent < right->exponent ? left->exponent : right->exponent;
    sum->negative = large->negative;
    int64_t large_zeros = large->exponent - sum->exponent;
    int64_t small_zeros = small->exponent - sum->exponent;
    if ((subtract && order == 0) || large_zeros > LONG_DIGITS || small_zeros > LONG_DIGITS)
        return false;
    Limbs a, b;
    if (!limbs_read(&a, large, large_zeros, 1))
        return false;
    bool done = limbs_read(&b, small, small_zeros, 0);
    if (done) {
        (subtract ? limbs_sub : limbs_add)(&a, &b);
        done = result_write(sum, &a);
    }
    mem_free(b.limbs);
    mem_free(a.limbs);
    return done;
}

static bool multiply(const Digits *left, const Digits *right, Result *product) {
    Limbs a, b = {0}, all = {0};
    product->exponent = left->exponent + right->exponent;
    product->negative = left->negative != right->negative;
    bool done = limbs_read(&a, left, 0, 0) && limbs_read(&b, right, 0, 0) &&
                limbs_new(&all, a.count + b.count);
    if (done) {
        limbs_multiply(&all, &a, &b);
        done = result_write(product, &all);
    }
    mem_free(all.limbs);
    mem_free(b.limbs);
    mem_free(a.limbs);
    return done;
}

/* The quotient of `precision` digits and one more that decides rounding is in `quotient`; takes
 * away zeros at the end of an exact one, as long as the exponent stays below `ideal`. */
static bool finish_quotient(Limbs *quotient, const Limbs *rest, int64_t ideal, Result *result) {
    bool exact = true;
    for (int64_t i = 0; i < rest->count && exact; i++)
        exact = rest->limbs[i] == 0;
    if (!exact && quotient->limbs[0] % 5 == 0)
        quotient->limbs[0]++;
    if (!result_write(result, quotient))
        return false;
    while (exact && result->exponent < ideal && result->digits[result->length - 1] == '0') {
        result->length--;
        result->exponent++;
    }
    return true;
}

static bool divide(const Digits *left, const Digits *right, int64_t precision, Result *result) {
    int64_t shift = right->length - left->length + precision + 1;
    int64_t ideal = left->exponent - right->exponent;
    Limbs number, divisor = {0}, quotient = {0};
    result->exponent = ideal - shift;
    result->negative = left->negative != right->negative;
    bool done = limbs_read(&number, left, shift > 0 ? shift : 0, 1) &&
                limbs_read(&divisor, right, shift < 0 ? -shift : 0, 0) &&
                limbs_new(&quotient, number.count);
    if (done) {
        limbs_divide(&quotient, &number, &divisor);
        done = finish_quotient(&quotient, &number, ideal, result);
    }
    mem_free(quotient.limbs);
    mem_free(divisor.limbs);
    mem_free(number.limbs);
    return done;
}

/* ---- rounding -------------------------------------------------------------------------------- */

/* How `count` digits compare with half of a unit in front of them, which is 4: 0, 1 (less), 2
 * (exactly half), 3 (more). */
static Wide weigh(const uint8_t *digits, int64_t count) {
    bool more = false;
    for (int64_t i = 1; i < count && !more; i++)
        more = digits[i] != '0';
    if (*digits == '5')
        return more ? 3 : 2;
    return *digits > '5' ? 3 : *digits > '0' || more;
}

/* Adds a unit to the last digit; true: the number is a power of ten now, of as many digits. */
static bool count_up(Result *result) {
    int64_t i = result->length - 1;
    for (; i >= 0 && result->digits[i] == '9'; i--)
        result->digits[i] = '0';
    result->digits[i < 0 ? 0 : i]++;
    return i < 0;
}

/* As settings_fix. */
static FastStatus result_fix(const Settings *settings, Result *result) {
    int64_t precision = settings->precision;
    int64_t tiny = settings->least - precision + 1, top = settings->most - precision + 1;
    int64_t least = result->length + result->exponent - precision;
    if (least < tiny || least >= top)
        return FAST_RARE;
    if (result->exponent >= least)
        return FAST_DONE;
    const uint8_t *cut = result->digits + precision;
    Wide rest = weigh(cut, result->length - precision);
    bool up = wide_rounds_up((Wide)(cut[-1] - '0'), rest, 4, settings->rounding, result->negative);
    result->length = precision;
    result->exponent = least + (up && count_up(result));
    return settings_signal(settings, rest != 0);
}

/* Rounds the result and drops its digits. */
static Value finish(const Settings *settings, Result *result) {
    FastStatus status = result_fix(settings, result);
    Value made = 0;
    if (status == FAST_DONE)
        made = decimal_new_text_take(str_from_latin1(result->digits, (size_t)result->length),
                                     result->exponent, result->negative);
    mem_free(result->digits);
    return made;
}

Value decimal_long(NumberSlot slot, Value left, Value right) {
    Digits a, b;
    Settings settings;
    Result result;
    if (!read_operand(left, &a) || !read_operand(right, &b) ||
        settings_read(&settings) != FAST_DONE || settings.precision > LONG_DIGITS)
        return 0;
    if (slot == SLOT_SUB)
        b.negative ^= true;
    bool done = slot == SLOT_MUL       ? multiply(&a, &b, &result)
                : slot == SLOT_TRUEDIV ? divide(&a, &b, settings.precision, &result)
                                       : add(&a, &b, &result);
    return done ? finish(&settings, &result) : 0;
}
