/*
 * decimal_text.c — Decimal objects from text and floats, and as text in the forms that need no
 * exponent.
 */
#include "decimal.h"
#include "format.h"
#include "isolate.h"

#include <float.h>
#include <math.h>

int wide_text(Wide number, char *buffer) {
    enum { LOW = WIDE_DIGITS / 2 }; /* digits of a word, as are those in front of them */
    char text[WIDE_TEXT], *end = text + sizeof text, *start = end;
    Wide low = number;
    if (number >> 64) {
        number = wide_divide(number, wide_power(LOW), &low);
        start = decimal_write(end, (uint64_t)low);
        while (start > end - LOW)
            *--start = '0';
        low = number;
    }
    start = decimal_write(start, (uint64_t)low);
    memcpy(buffer, start, (size_t)(end - start));
    return (int)(end - start);
}

/* ---- from text ------------------------------------------------------------------------------- */

enum { LONGEST = 200 }; /* characters that are read here */

static bool is_digit(uint8_t character) {
    return character >= '0' && character <= '9';
}

/* [eE][+-]digits up to the end, five at most; false: something else. */
static bool read_exponent(const uint8_t *next, const uint8_t *end, int64_t *exponent) {
    if (next == end || (*next != 'e' && *next != 'E'))
        return false;
    next++;
    bool negative = next < end && *next == '-';
    next += next < end && (*next == '-' || *next == '+');
    if (next == end || end - next > 5)
        return false;
    for (*exponent = 0; next < end; next++) {
        if (!is_digit(*next))
            return false;
        *exponent = *exponent * 10 + (*next - '0');
    }
    *exponent = negative ? -*exponent : *exponent;
    return true;
}

/* [+-]digits[.digits][exponent] */
Value decimal_parse(Value text) {
    const StrObject *str = AS(StrObject, text);
    if (str->length == 0 || str->length > LONGEST || str->kind != 1)
        return 0;
    const uint8_t *next = str_data(str), *end = next + str->length;
    uint8_t digits[LONGEST];
    size_t size = 0;
    int64_t fraction = 0, exponent = 0;
    bool negative = *next == '-', point = false, any = false;
    for (next += *next == '-' || *next == '+'; next < end; next++) {
        if (*next == '.' && !point) {
            point = true;
            continue;
        }
        if (!is_digit(*next))
            break;
        any = true;
        fraction += point;
        if (size || *next != '0')
            digits[size++] = *next;
    }
    if (!any || (next < end && !read_exponent(next, end, &exponent)))
        return 0;
    exponent -= fraction;
    if (size <= WIDE_DIGITS)
        return decimal_new(&(Decimal){wide_of_digits(digits, (int64_t)size), exponent, negative});
    return decimal_new_text_take(str_from_latin1(digits, size), exponent, negative);
}

/* ---- from floats ----------------------------------------------------------------------------- */

/* odd * 5^power, of which no double has more than 767 digits. */
static Value long_product(uint64_t odd, int power, bool negative) {
    enum { LIMB = 1000000000, LIMB_DIGITS = 9, LIMBS = 86, STEP = 12, FIVES = 244140625 };
    uint32_t limbs[LIMBS];
    int count = 0;
    for (; odd; odd /= LIMB)
        limbs[count++] = (uint32_t)(odd % LIMB);
    for (int left = power; left > 0; left -= STEP) {
        uint64_t factor = FIVES, carry = 0;
        for (int i = left; i < STEP; i++)
            factor /= 5;
        for (int i = 0; i < count; i++) {
            carry += limbs[i] * factor;
            limbs[i] = (uint32_t)(carry % LIMB);
            carry /= LIMB;
        }
        if (carry)
            limbs[count++] = (uint32_t)carry;
    }
    char text[LIMBS * LIMB_DIGITS], *end = text + sizeof text, *start = end;
    for (int i = 0; i < count; i++) {
        char *limit = start - LIMB_DIGITS;
        start = decimal_write(start, limbs[i]);
        while (start > limit && i < count - 1)
            *--start = '0';
    }
    return decimal_new_text_take(str_of_ascii(start, end - start), -power, negative);
}

Value decimal_from_double(double number) {
    if (!isfinite(number))
        return 0;
    int exponent;
    uint64_t odd = (uint64_t)ldexp(frexp(fabs(number), &exponent), DBL_MANT_DIG);
    if (odd == 0)
        return decimal_new(&(Decimal){0, 0, signbit(number)});
    int zeros = __builtin_ctzll(odd);
    odd >>= zeros;
    exponent += zeros - DBL_MANT_DIG;
    if (exponent > 64)
        return 0;
    if (exponent >= 0)
        return decimal_new(&(Decimal){(Wide)odd << exponent, 0, signbit(number)});
    enum { WORD_FIVES = 27 }; /* 5^27 is a word */
    if (exponent < -WORD_FIVES)
        return long_product(odd, -exponent, signbit(number));
    Wide product = odd;
    for (int i = exponent; i < 0; i++)
        product *= 5;
    return decimal_new(&(Decimal){product, exponent, signbit(number)});
}

/* ---- str ------------------------------------------------------------------------------------- */

/* Does str show it without an exponent? */
static bool is_plain(int64_t exponent, int64_t length) {
    return exponent <= 0 && exponent + length > -6;
}

Value decimal_text(const Value *slots) {
    Digits digits;
    if (!slots_digits(slots, &digits) || !is_plain(digits.exponent, digits.length))
        return 0;
    int64_t length = digits.length, point = digits.exponent + length; /* so many stand before it */
    int64_t zeros = point <= 0 ? 1 - point : 0;                       /* in front of the digits */
    int64_t size = digits.negative + zeros + length + (digits.exponent < 0);
    StrObject *text = str_alloc(size, 127);
    if (!text)
        return 0;
    char *out = str_data(text);
    const char *from = digits.text;
    if (digits.negative)
        *out++ = '-';
    if (point <= 0) {
        *out++ = '0';
        *out++ = '.';
        memset(out, '0', (size_t)-point);
        memcpy(out - point, from, (size_t)length);
    } else {
        memcpy(out, from, (size_t)point);
        out += point;
        if (digits.exponent < 0)
            *out++ = '.';
        memcpy(out, from + point, (size_t)(length - point));
    }
    return OBJ(text);
}

/* ---- format ---------------------------------------------------------------------------------- */

/* Reads a specification whose type is f, F, %, or none without a precision. */
static bool read_spec(Value text, FormatSpec *spec) {
    if (format_read(spec, text, rt_decimal.decimal) < 0) {
        exc_clear();
        return false;
    }
    bool is_fixed = spec->type == 'f' || spec->type == 'F' || spec->type == '%';
    bool is_text = !spec->type && spec->precision < 0;
    bool zeros = spec->zero && (spec->align || spec->grouping);
    return (is_fixed || is_text) && spec->precision < WIDE_DIGITS && !zeros &&
           !spec->no_negative_zero && !spec->alternate && spec->grouping != '_';
}

/* *number with so many digits behind the point. */
static bool set_places(Decimal *number, int64_t places) {
    Settings settings;
    int64_t drop = -places - number->exponent;
    bool inexact;
    number->exponent = -places;
    if (drop <= 0)
        return wide_shift(number->coefficient, -drop, &number->coefficient);
    if (drop > WIDE_DIGITS || settings_read(&settings) != FAST_DONE)
        return false;
    number->coefficient =
        wide_round(number->coefficient, (int)drop, settings.rounding, number->negative, &inexact);
    return true;
}

/* The digits of a number with `places` digits behind the point, which is at least -exponent;
 * answers how many, *whole: those in front of the point. */
static int64_t write_fixed(const Decimal *number, int64_t places, char *text, int64_t *whole) {
    char digits[WIDE_TEXT];
    int64_t size = wide_text(number->coefficient, digits);
    int64_t zeros = size <= places ? places + 1 - size : 0, total = size + zeros;
    memset(text, '0', (size_t)zeros);
    memcpy(text + zeros, digits, (size_t)size);
    *whole = total - places;
    if (places == 0)
        return total;
    memmove(text + *whole + 1, text + *whole, (size_t)places);
    text[*whole] = '.';
    return total + 1;
}

static Value format_number(Decimal *number, const FormatSpec *spec) {
    int64_t places = spec->precision >= 0   ? spec->precision
                     : number->exponent < 0 ? -number->exponent
                                            : 0;
    if (places > WIDE_DIGITS || !set_places(number, places))
        return 0;
    char text[2 * WIDE_TEXT];
    int64_t whole, size = write_fixed(number, places, text, &whole);
    if (spec->type == '%')
        text[size++] = '%';
    StrBuilder builder;
    str_builder_init(&builder);
    format_add_digits(&builder, spec, number->negative, text, whole, size);
    return str_builder_finish(&builder);
}

Value decimal_format(Value self, Value spec_text) {
    FormatSpec spec;
    Decimal number;
    const Value *slots = decimal_slots(self);
    if (slots && AS(StrObject, spec_text)->length == 0)
        return decimal_text(slots);
    if (!slots || !decimal_read(self, &number) || !read_spec(spec_text, &spec))
        return 0;
    if (!spec.type && !is_plain(number.exponent, wide_digits(number.coefficient)))
        return 0;
    if (spec.type == '%')
        number.exponent += 2;
    return format_number(&number, &spec);
}
