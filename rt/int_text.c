/*
 * int_text.c — ints as text: digits in any base, and back. Bases that are powers of two go bit by
 * bit; the others by splitting at powers of the base, so that long numbers profit from fast
 * division.
 */
#include "numbers.h"

int64_t rt_int_max_digits = INT_MAX_DIGITS;

enum { CHUNK_DIGITS = 9, CHUNK = 1000000000 };

/* ---- to text --------------------------------------------------------------------------------- */

static const char digit_chars[] = "0123456789abcdefghijklmnopqrstuvwxyz";

/* Writes the digits of a number in base 2, 8 or 16 backwards from `end`; answers the start. */
static char *binary_digits(char *end, Big big, int bits_per_digit) {
    uint64_t bits = big_bits(big);
    for (uint64_t i = 0; i < bits; i += (uint64_t)bits_per_digit) {
        uint64_t pair = big.limbs[i / 32];
        if (i / 32 + 1 < big.count)
            pair |= (uint64_t)big.limbs[i / 32 + 1] << 32;
        *--end = digit_chars[pair >> (i % 32) & ((1u << bits_per_digit) - 1)];
    }
    return end;
}

/* The same in base 10; destroys the limbs. */
static char *decimal_digits(char *end, uint32_t *limbs, uint32_t count) {
    while ((count = big_trim(limbs, count)) > 0) {
        uint32_t chunk = big_div_limb(limbs, count, CHUNK);
        bool last = big_trim(limbs, count) == 0;
        for (int i = 0; last ? chunk != 0 : i < CHUNK_DIGITS; i++, chunk /= 10)
            *--end = (char)('0' + chunk % 10);
    }
    return end;
}

static char *write_digits(char *end, const IntView *view, int base) {
    if (!view->big.count) {
        *--end = '0';
        return end;
    }
    if (base != 10)
        return binary_digits(end, view->big, base == 2 ? 1 : base == 8 ? 3 : 4);
    uint32_t *copy = mem_alloc(view->big.count * sizeof *copy);
    if (!copy)
        return NULL;
    memcpy(copy, view->big.limbs, view->big.count * sizeof *copy);
    end = decimal_digits(end, copy, view->big.count);
    mem_free(copy);
    return end;
}

static Value too_long(void) {
    return raise_error(&rt_exc_ValueError,
                       "Exceeds the limit (%lld digits) for integer string conversion; use "
                       "sys.set_int_max_str_digits() to increase the limit",
                       (long long)rt_int_max_digits);
}

static Value small_to_str(int64_t number) {
    char buffer[24], *end = buffer + sizeof buffer, *start = end;
    uint64_t magnitude = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        *--start = (char)('0' + magnitude % 10);
    while (magnitude /= 10);
    if (number < 0)
        *--start = '-';
    return str_from_latin1((uint8_t *)start, (size_t)(end - start));
}

Value int_to_str(Value number, int base, bool prefix) {
    if (base == 10 && value_is_small_int(number))
        return small_to_str(value_small_int(number));
    IntView view;
    int_view(&view, number);
    uint64_t bits = big_bits(view.big);
    uint64_t room = (base == 10 ? bits * 30103 / 100000 : bits) + 8;
    if (base == 10 && rt_int_max_digits && room > INT_DIGITS_THRESHOLD &&
        (double)bits * 0.30102999 > (double)rt_int_max_digits + 1)
        return too_long();
    char *buffer = mem_alloc(room), *end = buffer ? buffer + room : NULL;
    char *start = buffer ? write_digits(end, &view, base) : NULL;
    if (!start) {
        mem_free(buffer);
        return 0;
    }
    bool over = base == 10 && rt_int_max_digits && end - start > INT_DIGITS_THRESHOLD &&
                end - start > rt_int_max_digits;
    if (prefix) {
        *--start = base == 2 ? 'b' : base == 8 ? 'o' : 'x';
        *--start = '0';
    }
    if (view.negative)
        *--start = '-';
    Value result = over ? too_long() : str_from_latin1((uint8_t *)start, (size_t)(end - start));
    mem_free(buffer);
    return result;
}

/* ---- from text ------------------------------------------------------------------------------- */

/* What is left of a text behind spaces, sign and prefix. */
typedef struct Digits {
    const StrObject *text;
    int64_t start, stop;
    int base;
    bool negative, after_prefix;
} Digits;

static int digit_value(uint32_t character) {
    if (character >= '0' && character <= '9')
        return (int)character - '0';
    if (character < 0x80) {
        uint32_t letter = character | 0x20;
        return letter >= 'a' && letter <= 'z' ? (int)letter - 'a' + 10 : 99;
    }
    int value = char_decimal_value(character);
    return value < 0 ? 99 : value;
}

static int prefix_base(uint32_t letter) {
    switch (letter | 0x20) {
    case 'b':
        return 2;
    case 'o':
        return 8;
    case 'x':
        return 16;
    default:
        return 0;
    }
}

/* Base 0 takes it from the prefix; a prefix that agrees with the base is skipped. */
static void read_prefix(Digits *digits) {
    bool zero = digits->start + 1 < digits->stop && str_at(digits->text, digits->start) == '0';
    int base = zero ? prefix_base(str_at(digits->text, digits->start + 1)) : 0;
    if (base && (digits->base == 0 || digits->base == base)) {
        digits->base = base;
        digits->start += 2;
        digits->after_prefix = true;
    } else if (digits->base == 0) {
        digits->base = zero ? -10 : 10; /* -10: nothing but zeros may follow */
    }
}

static Digits find_digits(const StrObject *text, int base) {
    Digits digits = {.text = text, .stop = text->length, .base = base};
    while (digits.start < digits.stop && char_is_space(str_at(text, digits.start)))
        digits.start++;
    while (digits.stop > digits.start && char_is_space(str_at(text, digits.stop - 1)))
        digits.stop--;
    if (digits.start < digits.stop) {
        uint32_t sign = str_at(text, digits.start);
        digits.negative = sign == '-';
        digits.start += sign == '-' || sign == '+';
    }
    read_prefix(&digits);
    return digits;
}

/* Counts the digits of the base at the beginning, with single underscores between; -1: there are
 * none, or others underscores. `all`: is there nothing else? */
static int64_t check_digits(const Digits *digits, bool *all) {
    int base = digits->base < 0 ? 10 : digits->base;
    bool after_digit = digits->after_prefix, nonzero = false;
    int64_t count = 0, i;
    for (i = digits->start; i < digits->stop; i++) {
        uint32_t character = str_at(digits->text, i);
        if (character == '_') {
            if (!after_digit)
                return -1;
            after_digit = false;
            continue;
        }
        int value = digit_value(character);
        if (value >= base)
            break;
        nonzero |= value != 0;
        after_digit = true;
        count++;
    }
    *all = i == digits->stop && !(digits->base < 0 && nonzero);
    return count && after_digit ? count : -1;
}

static Value invalid(Value text, int base) {
    return raise_error(&rt_exc_ValueError, "invalid literal for int() with base %d: %.200R", base,
                       text);
}

static Value convert(const Digits *digits, int64_t count) {
    uint32_t base = (uint32_t)(digits->base < 0 ? 10 : digits->base);
    IntObject *number = int_alloc((uint64_t)count / 5 + 2); /* 36^6 < 2^32 */
    uint32_t limbs = 0, chunk = 0, scale = 1;
    if (!number)
        return 0;
    for (int64_t i = digits->start; i < digits->stop; i++) {
        uint32_t character = str_at(digits->text, i);
        if (character != '_') {
            chunk = chunk * base + (uint32_t)digit_value(character);
            scale *= base;
        }
        if (scale < UINT32_MAX / 36 / 36 && i + 1 < digits->stop)
            continue;
        uint32_t carry = big_mul_limb(number->limbs, limbs, scale, chunk);
        if (carry)
            number->limbs[limbs++] = carry;
        chunk = 0;
        scale = 1;
    }
    return int_finish_take(number, limbs, digits->negative);
}

/* The number; VALUE_STOP: the text is no literal. */
static Value value_of_literal(const Digits *digits) {
    bool all;
    int64_t count = check_digits(digits, &all);
    if (count < 0)
        return VALUE_STOP;
    bool is_binary = (digits->base & (digits->base - 1)) == 0;
    if (rt_int_max_digits && !is_binary && count > INT_DIGITS_THRESHOLD &&
        count > rt_int_max_digits)
        return raise_error(
            &rt_exc_ValueError,
            "Exceeds the limit (%lld digits) for integer string conversion: value has "
            "%lld digits; use sys.set_int_max_str_digits() to increase the limit",
            (long long)rt_int_max_digits, (long long)count);
    return all ? convert(digits, count) : VALUE_STOP;
}

Value int_from_text(Value text, int base) {
    Digits digits = find_digits(AS(StrObject, text), base);
    Value result = value_of_literal(&digits);
    return result == VALUE_STOP ? invalid(text, base) : result;
}

Value int_from_latin1(const uint8_t *data, int64_t size, int base) {
    Value text = str_from_latin1(data, (size_t)size);
    if (!text)
        return 0;
    Digits digits = find_digits(AS(StrObject, text), base);
    Value result = value_of_literal(&digits);
    value_decref(text);
    if (result != VALUE_STOP)
        return result;
    Value shown = bytes_new(data, (size_t)size);
    if (shown)
        invalid(shown, base);
    value_decref(shown);
    return 0;
}
