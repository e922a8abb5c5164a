/*
 * int_text.c — ints as text: digits in any base, and back. Bases that are powers of two go bit by
 * bit; the others by the largest power of the base that a word holds.
 */
#include "numbers.h"

int64_t rt_int_max_digits = INT_MAX_DIGITS;

typedef unsigned __int128 Pair;

/* The largest power of ten in a word. Its highest bit is set, so that dividing by it takes two
 * multiplications, one of them with its reciprocal (Möller and Granlund: Improved Division by
 * Invariant Integers, 2011). */
enum { CHUNK_DIGITS = 19 };
#define CHUNK            UINT64_C(10000000000000000000)
#define CHUNK_RECIPROCAL ((uint64_t)(~(Pair)0 / CHUNK)) /* without its 2^64 */

/* ---- to text --------------------------------------------------------------------------------- */

/* The digits of all pairs: two at a time take half of the divisions. */
static const char pair_chars[] = "00010203040506070809101112131415161718192021222324"
                                 "25262728293031323334353637383940414243444546474849"
                                 "50515253545556575859606162636465666768697071727374"
                                 "75767778798081828384858687888990919293949596979899";

char *decimal_write(char *end, uint64_t number) {
    for (; number >= 100; number /= 100)
        memcpy(end -= 2, pair_chars + number % 100 * 2, 2);
    if (number >= 10)
        memcpy(end -= 2, pair_chars + number * 2, 2);
    else
        *--end = (char)('0' + number);
    return end;
}

char *decimal_write_signed(char *end, int64_t number) {
    if (number >= 0)
        return decimal_write(end, (uint64_t)number);
    end = decimal_write(end, 0 - (uint64_t)number);
    *--end = '-';
    return end;
}

static const char lower_chars[] = "0123456789abcdef", upper_chars[] = "0123456789ABCDEF";

/* Writes the digits of a number in base 2, 8 or 16 backwards from `end`; answers the start. */
static char *binary_digits(char *end, Big big, int bits_per_digit, const char *digit_chars) {
    uint64_t bits = big_bits(big);
    for (uint64_t i = 0; i < bits; i += (uint64_t)bits_per_digit) {
        uint64_t pair = big.limbs[i / 32];
        if (i / 32 + 1 < big.count)
            pair |= (uint64_t)big.limbs[i / 32 + 1] << 32;
        *--end = digit_chars[pair >> (i % 32) & ((1u << bits_per_digit) - 1)];
    }
    return end;
}

/* The same of one word. */
static char *binary_word(char *end, uint64_t word, int bits_per_digit, const char *digit_chars) {
    do
        *--end = digit_chars[word & ((1u << bits_per_digit) - 1)];
    while (word >>= bits_per_digit);
    return end;
}

/* (*rest << 64 | low) / CHUNK, where *rest is less than that and becomes the remainder. */
static inline uint64_t divide_by_chunk(uint64_t *rest, uint64_t low) {
    Pair estimate = (Pair)CHUNK_RECIPROCAL * *rest + ((Pair)*rest << 64 | low);
    uint64_t quotient = (uint64_t)(estimate >> 64) + 1, left = low - quotient * CHUNK;
    if (left > (uint64_t)estimate) {
        quotient--;
        left += CHUNK;
    }
    if (left >= CHUNK) {
        quotient++;
        left -= CHUNK;
    }
    *rest = left;
    return quotient;
}

/* The same in base 10, of words; destroys them. */
static char *decimal_digits(char *end, uint64_t *words, uint64_t count) {
    while (count) {
        uint64_t chunk = 0;
        for (uint64_t i = count; i-- > 0;)
            words[i] = divide_by_chunk(&chunk, words[i]);
        while (count && !words[count - 1])
            count--;
        char *stop = end - CHUNK_DIGITS;
        end = decimal_write(end, chunk);
        while (count && end > stop)
            *--end = '0';
    }
    return end;
}

static int bits_of_base(int base) {
    return base == 2 ? 1 : base == 8 ? 3 : 4;
}

/* The limbs 2 * i and 2 * i + 1. */
static uint64_t limb_pair(Big big, uint64_t i) {
    uint64_t high = 2 * i + 1 < big.count ? big.limbs[2 * i + 1] : 0;
    return high << 32 | big.limbs[2 * i];
}

static char *write_digits(char *end, const IntView *view, int base, const char *digit_chars) {
    if (!view->big.count) {
        *--end = '0';
        return end;
    }
    if (base != 10)
        return binary_digits(end, view->big, bits_of_base(base), digit_chars);
    uint64_t words = (view->big.count + UINT64_C(1)) / 2;
    uint64_t *copy = mem_alloc(words * sizeof *copy);
    if (!copy)
        return NULL;
    for (uint64_t i = 0; i < words; i++)
        copy[i] = limb_pair(view->big, i);
    end = decimal_digits(end, copy, words);
    mem_free(copy);
    return end;
}

static bool too_long(void) {
    raise_error(&rt_exc_ValueError,
                "Exceeds the limit (%lld digits) for integer string conversion; use "
                "sys.set_int_max_str_digits() to increase the limit",
                (long long)rt_int_max_digits);
    return false;
}

/* int_digits of a number that is no word: in memory of its own. */
static bool long_digits(IntDigits *digits, Value number, int base, const char *digit_chars) {
    IntView view;
    int_view(&view, number);
    uint64_t bits = big_bits(view.big);
    uint64_t room = (base == 10 ? bits * 30103 / 100000 : bits) + 5 + INT_DIGITS_SPARE;
    if (base == 10 && rt_int_max_digits && room > INT_DIGITS_THRESHOLD &&
        (double)bits * 0.30102999 > (double)rt_int_max_digits + 1)
        return too_long();
    if (!(digits->block = mem_alloc(room)))
        return false;
    char *end = digits->block + room;
    digits->start = write_digits(end, &view, base, digit_chars);
    digits->size = end - digits->start;
    digits->negative = view.negative;
    bool over = digits->start && base == 10 && rt_int_max_digits &&
                digits->size > INT_DIGITS_THRESHOLD && digits->size > rt_int_max_digits;
    if (digits->start && !over)
        return true;
    int_digits_drop(digits);
    return over ? too_long() : false;
}

bool int_digits(IntDigits *digits, Value number, int base, bool upper) {
    const char *digit_chars = upper ? upper_chars : lower_chars;
    int64_t word;
    digits->block = NULL;
    if (!int_word(number, &word))
        return long_digits(digits, number, base, digit_chars);
    char *end = digits->few + sizeof digits->few;
    uint64_t magnitude = word < 0 ? 0 - (uint64_t)word : (uint64_t)word;
    digits->start = base == 10 ? decimal_write(end, magnitude)
                               : binary_word(end, magnitude, bits_of_base(base), digit_chars);
    digits->size = end - digits->start;
    digits->negative = word < 0;
    return true;
}

void int_digits_drop(IntDigits *digits) {
    if (digits->block)
        mem_free(digits->block);
}

static Value text_of_digits(const char *start, const char *end) {
    return end - start == 1 ? str_from_char((uint8_t)*start) : str_of_ascii(start, end - start);
}

Value int_to_str(Value number, int base, bool prefix) {
    if (base == 10 && value_is_small_int(number)) { /* by far the most frequent */
        char few[DECIMAL_MAX], *few_end = few + sizeof few;
        return text_of_digits(decimal_write_signed(few_end, value_small_int(number)), few_end);
    }
    IntDigits digits;
    if (!int_digits(&digits, number, base, false))
        return 0;
    char *start = digits.start, *end = start + digits.size;
    if (prefix) {
        *--start = base == 2 ? 'b' : base == 8 ? 'o' : 'x';
        *--start = '0';
    }
    if (digits.negative)
        *--start = '-';
    Value result = text_of_digits(start, end);
    int_digits_drop(&digits);
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

/* Multiplies a number of `count` limbs by `factor` and adds `add`; answers how many it then has,
 * always an even number. */
static uint32_t scale_limbs(uint32_t *limbs, uint32_t count, uint64_t factor, uint64_t add) {
    for (uint32_t i = 0; i < count; i += 2) {
        Pair product = (Pair)((uint64_t)limbs[i + 1] << 32 | limbs[i]) * factor + add;
        limbs[i] = (uint32_t)product;
        limbs[i + 1] = (uint32_t)(product >> 32);
        add = (uint64_t)(product >> 64);
    }
    if (!add)
        return count;
    limbs[count] = (uint32_t)add;
    limbs[count + 1] = (uint32_t)(add >> 32);
    return count + 2;
}

static Value convert(const Digits *digits, int64_t count) {
    uint32_t base = (uint32_t)(digits->base < 0 ? 10 : digits->base), limbs = 0;
    IntObject *number = int_alloc((uint64_t)count / 6 + 3); /* 36^6 < 2^32 */
    uint64_t chunk = 0, scale = 1, most = UINT64_MAX / base;
    if (!number)
        return 0;
    for (int64_t i = digits->start; i < digits->stop; i++) {
        uint32_t character = str_at(digits->text, i);
        if (character != '_') {
            chunk = chunk * base + (uint64_t)digit_value(character);
            scale *= base;
        }
        if (scale <= most && i + 1 < digits->stop)
            continue;
        limbs = scale_limbs(number->limbs, limbs, scale, chunk);
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
    bool ascii = AS(StrObject, text)->ascii; /* digits and spaces beyond are those of str alone */
    Value result = ascii ? value_of_literal(&digits) : VALUE_STOP;
    value_decref(text);
    if (result != VALUE_STOP)
        return result;
    Value shown = bytes_new(data, (size_t)size);
    if (shown)
        invalid(shown, base);
    value_decref(shown);
    return 0;
}
