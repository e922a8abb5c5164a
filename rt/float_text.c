/*
 * float_text.c — floats as text and back: the shortest digits that read back the same, hexadecimal
 * form, decimal rounding. Conversions go through the C library's strtod and printf, which are
 * exact.
 */
#include "numbers.h"

#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Powers of ten that doubles hold exactly. */
static const double exact_powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                      1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                      1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/* ---- fixed point ----------------------------------------------------------------------------- */

enum { FIXED_PRECISION = 15, FIXED_FRACTION_BITS = 63 };

/* |number| = *mantissa / 2^shift, as its bits have it; answers the shift. */
static int split_double(double number, uint64_t *mantissa) {
    const int exponent_bits = 11, fraction_bits = DBL_MANT_DIG - 1;
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    int exponent = (int)(bits >> fraction_bits) & ((1 << exponent_bits) - 1);
    *mantissa = bits & ((UINT64_C(1) << fraction_bits) - 1);
    if (exponent) /* else zero or denormal */
        *mantissa |= UINT64_C(1) << fraction_bits;
    else
        exponent = 1;
    return DBL_MANT_DIG - DBL_MIN_EXP + 1 - exponent;
}

/* mantissa / 2^shift is whole + rest / 2^shift. Where the shift is at most 63, rest * 10^precision
 * fits into 128 bits, and rounding half to even is exact. */
int float_fixed(double number, int precision, char *buffer) {
    uint64_t whole, rest = 0;
    int shift = split_double(number, &whole);
    if (!(number >= 0) || precision > FIXED_PRECISION || shift < DBL_MANT_DIG - 63 ||
        (number > 0 && shift > FIXED_FRACTION_BITS))
        return 0;
    if (shift <= 0) {
        whole <<= -shift;
    } else if (number > 0) {
        rest = whole & ((UINT64_C(1) << shift) - 1);
        whole >>= shift;
    }
    uint64_t unit = (uint64_t)exact_powers[precision];
    if (rest) {
        unsigned __int128 scaled = (unsigned __int128)rest * unit;
        unsigned __int128 half = (unsigned __int128)1 << (shift - 1);
        unsigned __int128 below = scaled & ((half << 1) - 1);
        rest = (uint64_t)(scaled >> shift);
        bool odd = precision ? rest & 1 : whole & 1;
        rest += below > half || (below == half && odd);
    }
    if (rest >= unit) {
        rest -= unit;
        whole++;
    }
    char digits[24], *end = digits + sizeof digits, *start = decimal_write(end, whole);
    int size = (int)(end - start);
    memcpy(buffer, start, (size_t)size);
    if (precision) { /* all of its places: the unit stands for zeros in front */
        start = decimal_write(end, unit + rest);
        *start = '.';
        memcpy(buffer + size, start, (size_t)(end - start));
        size += (int)(end - start);
    }
    buffer[size] = 0;
    return size;
}

/* ---- repr ------------------------------------------------------------------------------------ */

/* Adds one to the last digit in front of the exponent; false if that carries through all. */
static bool raise_last_digit(char *buffer) {
    for (char *at = strchr(buffer, 'e') - 1; at >= buffer; at--) {
        if (*at == '.')
            continue;
        if (*at != '9') {
            ++*at;
            return true;
        }
        *at = '0';
    }
    return false;
}

/* The shortest decimal digits that strtod reads back as `number`; 15 digits always survive the way
 * from decimal and back (fewer where doubles have fewer bits), 17 the way from double and back.
 * Powers of two have their lower neighbour at half the distance of the upper one: the number of 16
 * digits next below may be another double while that next above is not. */
static void shortest(double number, char buffer[40]) {
    int exponent;
    bool power = frexp(number, &exponent) == 0.5;
    for (int digits = number < DBL_MIN ? 1 : 15; digits <= 17; digits++) {
        snprintf(buffer, 40, "%.*e", digits - 1, number);
        if (digits == 17 || strtod(buffer, NULL) == number)
            return;
        if (power && raise_last_digit(buffer) && strtod(buffer, NULL) == number)
            return;
    }
}

/* Digits of a number: value = 0.d1d2... * 10^(exponent + 1). */
typedef struct Digits {
    char text[40];
    int count, exponent;
} Digits;

/* A step of shortest_fixed: what is left of the number and the distances to the halves towards its
 * neighbours, all times 2^scale. */
typedef struct Remainder {
    unsigned __int128 rest, above, below;
    int scale;
    bool inclusive; /* the halves themselves are read back as the number */
} Remainder;

/* Takes the next digit; true if it was the last one needed. */
static bool next_digit(Remainder *r, int *digit) {
    unsigned __int128 one = (unsigned __int128)1 << r->scale;
    r->rest *= 10;
    r->above *= 10;
    r->below *= 10;
    *digit = (int)(r->rest >> r->scale);
    r->rest &= one - 1;
    bool low = r->inclusive ? r->rest <= r->below : r->rest < r->below;
    bool high = r->inclusive ? r->rest + r->above >= one : r->rest + r->above > one;
    if (high && (!low || 2 * r->rest > one || (2 * r->rest == one && (*digit & 1))))
        ++*digit;
    return low || high;
}

/* The shortest digits of a number whose last bit stands behind the point, in 128-bit arithmetic:
 * Steele and White's free-format algorithm with a power of two as denominator. False: not such a
 * number, or too small. */
static bool shortest_fixed(double number, Digits *digits) {
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(number, &exponent), 53);
    int fraction = 53 - exponent; /* bits behind the point */
    if (mantissa == 0 || fraction < 1 || fraction > 117)
        return false;
    bool power = mantissa == UINT64_C(1) << 52;
    Remainder r = {.rest = (unsigned __int128)mantissa << 2,
                   .above = 2,
                   .below = power ? 1 : 2,
                   .scale = fraction + 2,
                   .inclusive = !(mantissa & 1)};
    uint64_t whole = (uint64_t)(r.rest >> r.scale);
    r.rest &= ((unsigned __int128)1 << r.scale) - 1;
    digits->count =
        whole ? snprintf(digits->text, sizeof digits->text, "%llu", (unsigned long long)whole) : 0;
    digits->exponent = digits->count - 1;
    bool done = r.rest == 0;
    while (!done) {
        int digit;
        done = next_digit(&r, &digit);
        if (digit || digits->count)
            digits->text[digits->count++] = (char)('0' + digit);
        else
            digits->exponent--;
    }
    return true;
}

/* Spells digits and decimal exponent as repr does: plain between 1e-4 and 1e16. */
static void spell(char *out, const char *digits, int count, int exponent) {
    if (exponent < -4 || exponent >= 16) {
        *out++ = digits[0];
        if (count > 1) {
            *out++ = '.';
            memcpy(out, digits + 1, (size_t)count - 1);
            out += count - 1;
        }
        snprintf(out, 8, "e%c%02d", exponent < 0 ? '-' : '+', exponent < 0 ? -exponent : exponent);
        return;
    }
    if (exponent < 0) {
        memcpy(out, "0.", 2);
        memset(out + 2, '0', (size_t)(-exponent - 1));
        memcpy(out + 1 - exponent, digits, (size_t)count);
        out[1 - exponent + count] = 0;
        return;
    }
    int whole = exponent + 1;
    for (int i = 0; i < whole; i++)
        *out++ = i < count ? digits[i] : '0';
    *out++ = '.';
    if (count <= whole)
        *out++ = '0';
    for (int i = whole; i < count; i++)
        *out++ = digits[i];
    *out = 0;
}

/* The shortest digits of any number. */
static void shortest_any(double number, Digits *digits) {
    char text[40], *at = text;
    shortest(number, text);
    digits->count = 0;
    for (; *at && *at != 'e'; at++)
        if (*at != '.')
            digits->text[digits->count++] = *at;
    digits->exponent = atoi(at + 1);
}

char *double_repr(double number, char buffer[32]) {
    if (isnan(number))
        return strcpy(buffer, "nan");
    if (isinf(number))
        return strcpy(buffer, number < 0 ? "-inf" : "inf");
    char *out = buffer;
    Digits digits;
    if (signbit(number))
        *out++ = '-';
    if (!shortest_fixed(fabs(number), &digits))
        shortest_any(fabs(number), &digits);
    while (digits.count > 1 && digits.text[digits.count - 1] == '0')
        digits.count--;
    spell(out, digits.text, digits.count, digits.exponent);
    return buffer;
}

/* ---- rounding -------------------------------------------------------------------------------- */

enum { ROUND_BUFFER = 400 };

/* Drops `places` (at least one) digits in front of the point; a half goes to the even digit. */
static double round_whole(double number, int places) {
    char buffer[ROUND_BUFFER];
    int length = snprintf(buffer, sizeof buffer, "%.0f", trunc(number)), keep = length - places;
    if (keep < 0)
        return 0.0;
    bool odd = keep && (buffer[keep - 1] - '0') % 2;
    bool more = strspn(buffer + keep + 1, "0") < (size_t)(places - 1) || number != trunc(number);
    bool up = buffer[keep] > '5' || (buffer[keep] == '5' && (more || odd));
    memmove(buffer + 1, buffer, (size_t)keep);
    buffer[0] = '0';
    for (int i = keep; up; i--) {
        up = buffer[i] == '9';
        buffer[i] = up ? '0' : (char)(buffer[i] + 1);
    }
    snprintf(buffer + keep + 1, sizeof buffer - (size_t)keep - 1, "e%d", places);
    return strtod(buffer, NULL);
}

double float_round(double number, int digits) {
    if (!isfinite(number) || digits > 323)
        return number;
    if (digits < -308)
        return copysign(0.0, number);
    char buffer[ROUND_BUFFER];
    if (digits >= 0) {
        if (fabs(number) > 1e22)
            return number;
        if (!float_fixed(fabs(number), digits, buffer))
            snprintf(buffer, sizeof buffer, "%.*f", digits, fabs(number));
        return copysign(strtod(buffer, NULL), number);
    }
    return copysign(round_whole(fabs(number), -digits), number);
}

/* ---- parsing --------------------------------------------------------------------------------- */

bool number_plain_text(const StrObject *text, char *out) {
    int64_t start = 0, stop = text->length;
    while (start < stop && char_is_space(str_at(text, start)))
        start++;
    while (stop > start && char_is_space(str_at(text, stop - 1)))
        stop--;
    for (int64_t i = start; i < stop; i++) {
        uint32_t character = str_at(text, i);
        if (character == '_') {
            bool between = i > start && i + 1 < stop && char_is_decimal(str_at(text, i - 1)) &&
                           char_is_decimal(str_at(text, i + 1));
            if (!between)
                return false;
            continue;
        }
        int digit = character < 0x80 ? -1 : char_decimal_value(character);
        bool space = character >= 0x80 && digit < 0 && char_is_space(character);
        if (character == 0 || (character >= 0x80 && digit < 0 && !space))
            return false;
        *out++ = digit >= 0 ? (char)('0' + digit) : space ? ' ' : (char)character;
    }
    *out = 0;
    return start < stop;
}

static bool is_word(const char *text, const char *word) {
    for (; *text && *word; text++, word++)
        if ((*text | 0x20) != *word)
            return false;
    return !*text && !*word;
}

/* Reads what Python allows: no hexadecimal, no "nan(...)". */
static bool parse_plain(const char *text, double *number) {
    const char *digits = text + (*text == '+' || *text == '-');
    if (is_word(digits, "inf") || is_word(digits, "infinity")) {
        *number = *text == '-' ? -INFINITY : INFINITY;
        return true;
    }
    if (is_word(digits, "nan")) {
        *number = copysign(NAN, *text == '-' ? -1.0 : 1.0);
        return true;
    }
    if (strspn(digits, "0123456789.eE+-") != strlen(digits) || !strpbrk(digits, "0123456789") ||
        *digits == '+' || *digits == '-' || *digits == 'e' || *digits == 'E')
        return false;
    char *end;
    *number = strtod(text, &end);
    return !*end;
}

/* The digits of [at, end) up to the first other character are added to *whole; answers where that
 * is. More than 19 digits would overflow: the caller has looked at the length. */
static const char *read_digits(const char *at, const char *end, uint64_t *whole) {
    for (; at < end && *at >= '0' && *at <= '9'; at++)
        *whole = *whole * 10 + (uint64_t)(*at - '0');
    return at;
}

/* Reads "e-12" at the end of a number. */
static bool read_exponent(const char *at, const char *end, int *exponent) {
    bool negative = ++at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+'))
        at++;
    uint64_t power = 0;
    if (at == end || end - at > 3 || read_digits(at, end, &power) != end)
        return false;
    *exponent = negative ? -(int)power : (int)power;
    return true;
}

/* The fast path of Clinger, "How to read floating point numbers accurately" (1990): digits that a
 * double holds exactly, times or over a power of ten that it holds exactly, are rounded once. */
bool float_from_decimal(uint64_t digits, int64_t power, double *number) {
    const int64_t power_max = sizeof exact_powers / sizeof *exact_powers - 1;
    if (digits > (uint64_t)1 << DBL_MANT_DIG || power > power_max || power < -power_max)
        return false;
    *number =
        power < 0 ? (double)digits / exact_powers[-power] : (double)digits * exact_powers[power];
    return true;
}

/* False: some other text than a number of few digits, or one that takes strtod. */
static bool read_short(const char *text, size_t size, double *number) {
    enum { DIGITS_MAX = 18 };
    const char *at = text, *end = text + size;
    bool negative = size && *at == '-';
    at += size && (*at == '-' || *at == '+');
    uint64_t whole = 0;
    if (end - at > DIGITS_MAX)
        return false;
    const char *start = at, *point = NULL;
    at = read_digits(at, end, &whole);
    ptrdiff_t digits = at - start;
    if (at < end && *at == '.') {
        point = at + 1;
        at = read_digits(point, end, &whole);
        digits += at - point;
    }
    int places = point ? (int)(at - point) : 0, exponent = 0;
    if (at < end && (*at | 0x20) == 'e' && !read_exponent(at, end, &exponent))
        return false;
    if (!digits || (at < end && (*at | 0x20) != 'e') ||
        !float_from_decimal(whole, exponent - places, number))
        return false;
    *number = negative ? -*number : *number;
    return true;
}

Value float_parse(Value text) {
    const StrObject *str = AS(StrObject, text);
    double short_number;
    if (str->ascii && read_short(str_data(str), (size_t)str->length, &short_number))
        return float_new(short_number);
    char *buffer = mem_alloc_items(str->length + 1, 1);
    double number = 0;
    if (!buffer)
        return 0;
    bool good = number_plain_text(str, buffer) && parse_plain(buffer, &number);
    mem_free(buffer);
    return good ? float_new(number)
                : raise_error(&rt_exc_ValueError, "could not convert string to float: %R", text);
}

/* ---- hexadecimal ----------------------------------------------------------------------------- */

Value float_to_hex(double number) {
    char buffer[40];
    if (!isfinite(number))
        return str_from_cstr(double_repr(number, buffer));
    if (number == 0)
        return str_from_cstr(signbit(number) ? "-0x0.0p+0" : "0x0.0p+0");
    int exponent;
    double fraction = frexp(fabs(number), &exponent) * 2;
    exponent--;
    if (exponent < -1022) { /* denormal: the exponent stays */
        fraction = ldexp(fraction, exponent + 1022);
        exponent = -1022;
    }
    uint64_t whole = (uint64_t)fraction;
    uint64_t bits = (uint64_t)ldexp(fraction - (double)whole, 52);
    snprintf(buffer, sizeof buffer, "%s0x%d.%013llxp%+d", signbit(number) ? "-" : "", (int)whole,
             (unsigned long long)bits, exponent);
    return str_from_cstr(buffer);
}

enum { HEX_BITS = 60, DOUBLE_BITS = 53, LEAST_EXPONENT = -1074, MOST_EXPONENT = 1024 };

/* mantissa * 2**exponent; of more than 60 bits the last one says whether any further is set. */
typedef struct HexNumber {
    uint64_t mantissa;
    int64_t exponent;
} HexNumber;

static int hex_digit(char character) {
    if (character >= '0' && character <= '9')
        return character - '0';
    char lower = (char)(character | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* Reads digits with at most one point among them; NULL if there is no digit. */
static const char *read_hex_digits(const char *at, HexNumber *number) {
    bool point = false, sticky = false, any = false;
    for (;; at++) {
        int digit = hex_digit(*at);
        if (*at == '.' && !point) {
            point = true;
            continue;
        }
        if (digit < 0)
            break;
        any = true;
        if (number->mantissa >> (HEX_BITS - 4) == 0) {
            number->mantissa = number->mantissa << 4 | (uint64_t)digit;
            number->exponent -= point ? 4 : 0;
        } else {
            sticky |= digit != 0;
            number->exponent += point ? 0 : 4;
        }
    }
    number->mantissa |= sticky;
    return any ? at : NULL;
}

/* Reads "p-12", if it is there; NULL if it has no digits. */
static const char *read_hex_exponent(const char *at, HexNumber *number) {
    if ((*at | 0x20) != 'p')
        return at;
    bool negative = at[1] == '-';
    at += 1 + (at[1] == '-' || at[1] == '+');
    if (*at < '0' || *at > '9')
        return NULL;
    int64_t power = 0;
    for (; *at >= '0' && *at <= '9'; at++)
        power = power > INT32_MAX ? power : power * 10 + (*at - '0');
    number->exponent += negative ? -power : power;
    return at;
}

/* Rounded once, half to even, also where denormal numbers have fewer bits; infinite: too large. */
static double hex_value(const HexNumber *number) {
    if (!number->mantissa)
        return 0;
    int bits = 64 - __builtin_clzll(number->mantissa);
    int64_t top = number->exponent + bits;
    if (top > MOST_EXPONENT)
        return INFINITY;
    if (top < LEAST_EXPONENT)
        return 0;
    int64_t kept = top - LEAST_EXPONENT < DOUBLE_BITS ? top - LEAST_EXPONENT : DOUBLE_BITS;
    int64_t dropped = bits > kept ? bits - kept : 0;
    uint64_t whole = number->mantissa >> dropped, rest = number->mantissa - (whole << dropped);
    uint64_t half = dropped ? (uint64_t)1 << (dropped - 1) : 1;
    whole += rest > half || (dropped && rest == half && (whole & 1));
    return ldexp((double)whole, (int)(number->exponent + dropped));
}

/* Reads the text behind the sign, which may have spaces after it. */
static bool parse_hex(const char *text, double *value) {
    HexNumber number = {0, 0};
    size_t size = strlen(text);
    if (is_word(text, "inf") || is_word(text, "infinity") || is_word(text, "nan")) {
        *value = (*text | 0x20) == 'n' ? NAN : INFINITY;
        return true;
    }
    const char *at = text + (size > 1 && text[0] == '0' && (text[1] | 0x20) == 'x' ? 2 : 0);
    at = read_hex_digits(at, &number);
    at = at ? read_hex_exponent(at, &number) : NULL;
    *value = at ? hex_value(&number) : 0;
    return at && !*at;
}

Value float_from_hex(Value text) {
    size_t size;
    const char *start = str_utf8(text, &size);
    char *copy = start ? mem_alloc(size + 1) : NULL;
    if (!copy)
        return 0;
    while (size && isspace((unsigned char)*start))
        start++, size--;
    while (size && isspace((unsigned char)start[size - 1]))
        size--;
    memcpy(copy, start, size);
    copy[size] = 0;
    const char *digits = copy + (*copy == '-' || *copy == '+');
    double number;
    bool good = strlen(copy) == size && parse_hex(digits, &number);
    bool special = good && hex_digit(*digits) < 0 && *digits != '.';
    bool negative = *copy == '-';
    mem_free(copy);
    if (!good)
        return raise_error(&rt_exc_ValueError, "invalid hexadecimal floating-point string");
    if (isinf(number) && !special)
        return raise_error(&rt_exc_OverflowError,
                           "hexadecimal value too large to represent as a float");
    return float_new(negative ? -number : number);
}
