/*
 * decimal_text.c — Decimal objects from text and as text, in the forms that need no exponent.
 */
#include "decimal.h"

int wide_text(Wide number, char *buffer) {
    enum { LOW = WIDE_DIGITS / 2 }; /* digits of a word, as are those in front of them */
    char text[WIDE_DIGITS + 2], *end = text + sizeof text, *start = end;
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

/* ---- reading --------------------------------------------------------------------------------- */

enum { LONGEST = 200 }; /* characters that are read here */

static bool is_digit(uint8_t character) {
    return character >= '0' && character <= '9';
}

/* [+-]digits[.digits] */
Value decimal_parse(Value text) {
    const StrObject *str = AS(StrObject, text);
    if (str->length == 0 || str->length > LONGEST || str->kind != 1)
        return 0;
    const uint8_t *next = str_data(str), *end = next + str->length;
    uint8_t digits[LONGEST];
    size_t size = 0;
    int64_t fraction = 0;
    bool negative = *next == '-', point = false, any = false;
    for (next += *next == '-' || *next == '+'; next < end; next++) {
        if (*next == '.' && !point) {
            point = true;
            continue;
        }
        if (!is_digit(*next))
            return 0;
        any = true;
        fraction += point;
        if (size || *next != '0')
            digits[size++] = *next;
    }
    if (!any)
        return 0;
    if (size == 0)
        digits[size++] = '0';
    return decimal_new_text_take(str_from_latin1(digits, size), -fraction, negative);
}

/* ---- str ------------------------------------------------------------------------------------- */

Value decimal_text(const Value *slots) {
    const StrObject *digits = AS(StrObject, slots[rt_decimal.digits]);
    int64_t exponent = value_small_int(slots[rt_decimal.exponent]), length = digits->length;
    int64_t point = exponent + length; /* so many digits stand before it */
    bool negative = slots[rt_decimal.sign] != value_from_small_int(0);
    if (exponent > 0 || point <= -6 || digits->kind != 1)
        return 0;
    if (exponent == 0 && !negative)
        return value_incref(slots[rt_decimal.digits]);
    int64_t zeros = point <= 0 ? 1 - point : 0; /* in front of the digits */
    int64_t size = negative + zeros + length + (exponent < 0);
    StrObject *text = str_alloc(size, 127);
    if (!text)
        return 0;
    char *out = str_data(text);
    const char *from = str_data(digits);
    if (negative)
        *out++ = '-';
    if (point <= 0) {
        *out++ = '0';
        *out++ = '.';
        memset(out, '0', (size_t)-point);
        memcpy(out - point, from, (size_t)length);
    } else {
        memcpy(out, from, (size_t)point);
        out += point;
        if (exponent < 0)
            *out++ = '.';
        memcpy(out, from + point, (size_t)(length - point));
    }
    return OBJ(text);
}

/* ---- format ---------------------------------------------------------------------------------- */

/* [,].Nf, N of one or two digits; false: something else. */
static bool read_spec(const StrObject *spec, bool *commas, int *places) {
    if (spec->kind != 1 || spec->length < 3 || spec->length > 5)
        return false;
    const uint8_t *text = str_data(spec), *end = text + spec->length;
    *commas = *text == ',';
    text += *commas;
    if (*text++ != '.' || end[-1] != 'f' || end - text < 2 || end - text > 3)
        return false;
    *places = 0;
    for (; text < end - 1; text++) {
        if (!is_digit(*text))
            return false;
        *places = *places * 10 + (*text - '0');
    }
    return true;
}

/* Digits with a point before the last `places`, and perhaps commas. */
static Value put_fixed(const char *digits, int size, int places, bool commas, bool negative) {
    char text[3 * WIDE_DIGITS];
    int out = 0, whole = size - places;
    if (negative)
        text[out++] = '-';
    for (int i = 0; i < whole; i++) {
        if (commas && i && (whole - i) % 3 == 0)
            text[out++] = ',';
        text[out++] = digits[i];
    }
    if (places)
        text[out++] = '.';
    memcpy(text + out, digits + whole, (size_t)places);
    return str_from_latin1((const uint8_t *)text, (size_t)(out + places));
}

Value decimal_format(Value self, Value spec) {
    Decimal number;
    Settings settings;
    bool commas, inexact;
    int places;
    if (!read_spec(AS(StrObject, spec), &commas, &places) || !decimal_slots(self) ||
        !decimal_read(self, &number) || settings_read(&settings) != FAST_DONE ||
        places >= WIDE_DIGITS)
        return 0;
    int64_t drop = -places - number.exponent;
    if (drop > WIDE_DIGITS)
        return 0;
    if (drop > 0)
        number.coefficient =
            wide_round(number.coefficient, (int)drop, settings.rounding, number.negative, &inexact);
    else if (!wide_shift(number.coefficient, -drop, &number.coefficient))
        return 0;
    char digits[WIDE_DIGITS * 2];
    char plain[WIDE_DIGITS + 2];
    int size = wide_text(number.coefficient, plain), zeros = size <= places ? places + 1 - size : 0;
    memset(digits, '0', (size_t)zeros);
    memcpy(digits + zeros, plain, (size_t)size);
    return put_fixed(digits, size + zeros, places, commas, number.negative);
}
