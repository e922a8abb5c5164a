/*
 * format.c — the format mini-language for str, int, float and complex (PEP 3101).
 */
#include "format.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- reading a specification ----------------------------------------------------------------- */

#define SPEC_END UINT32_MAX /* behind the last character */

typedef struct SpecReader {
    const StrObject *text;
    int64_t at;
    uint32_t next; /* the character at `at` */
} SpecReader;

static inline uint32_t character_at(const SpecReader *reader, int64_t at) {
    return at < reader->text->length ? str_at(reader->text, at) : SPEC_END;
}

static inline void skip(SpecReader *reader, int64_t count) {
    reader->at += count;
    reader->next = character_at(reader, reader->at);
}

static bool take(SpecReader *reader, uint32_t wanted) {
    if (reader->next != wanted)
        return false;
    skip(reader, 1);
    return true;
}

static bool is_align(uint32_t character) {
    return (character >= '<' && character <= '>') || character == '^'; /* < = > ^ */
}

/* The value of the next character as a digit, or -1. */
static inline int next_digit(const SpecReader *reader) {
    uint32_t character = reader->next;
    if (character < 0x80 || character == SPEC_END)
        return character - '0' < 10 ? (int)(character - '0') : -1;
    return char_decimal_value(character);
}

/* Reads decimal digits; -1: there are none, -2: too many. */
static int64_t read_count(SpecReader *reader) {
    int64_t number = -1;
    for (int digit; (digit = next_digit(reader)) >= 0; skip(reader, 1)) {
        number = number < 0 ? 0 : number;
        if (number > (INT64_MAX - digit) / 10)
            return -2;
        number = number * 10 + digit;
    }
    return number;
}

static int too_many_digits(void) {
    return raise_status(&rt_exc_ValueError, "Too many decimal digits in format string");
}

/* Answers whether there was a fill character. */
static bool read_alignment(FormatSpec *spec, SpecReader *reader) {
    uint32_t second = character_at(reader, reader->at + 1);
    bool has_fill = is_align(second);
    if (has_fill) {
        spec->fill = reader->next;
        spec->align = (char)second;
        skip(reader, 2);
    } else if (is_align(reader->next)) {
        spec->align = (char)reader->next;
        skip(reader, 1);
    }
    return has_fill;
}

static void read_flags(FormatSpec *spec, SpecReader *reader, bool has_fill) {
    if (reader->next == '+' || reader->next == '-' || reader->next == ' ') {
        spec->sign = (char)reader->next;
        skip(reader, 1);
    }
    spec->no_negative_zero = take(reader, 'z');
    spec->alternate = take(reader, '#');
    if (!has_fill && take(reader, '0')) {
        spec->fill = '0';
        spec->zero = true;
    }
}

static int read_grouping(FormatSpec *spec, SpecReader *reader) {
    if (take(reader, ','))
        spec->grouping = ',';
    if (take(reader, '_')) {
        if (spec->grouping)
            return raise_status(&rt_exc_ValueError, "Cannot specify both ',' and '_'.");
        spec->grouping = '_';
    }
    if (reader->next == ',' && spec->grouping)
        return raise_status(&rt_exc_ValueError, spec->grouping == ','
                                                    ? "Cannot specify ',' with ','."
                                                    : "Cannot specify both ',' and '_'.");
    return 0;
}

static bool is_float_type(uint32_t type) {
    switch (type) {
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%':
        return true;
    default:
        return false;
    }
}

static bool is_decimal(uint32_t type) {
    return type != 'b' && type != 'o' && type != 'x' && type != 'X';
}

/* , and _ go with decimal numbers, _ with the binary ones too. */
static int check_grouping(const FormatSpec *spec, uint32_t type) {
    if (!type || type == 'd' || is_float_type(type))
        return 0;
    if (spec->grouping == '_' && !is_decimal(type))
        return 0;
    if (type > 32 && type < 128)
        return raise_status(&rt_exc_ValueError, "Cannot specify '%c' with '%c'.", spec->grouping,
                            (int)type);
    return raise_status(&rt_exc_ValueError, "Cannot specify '%c' with '\\x%x'.", spec->grouping,
                        type);
}

static Value unknown_type(uint32_t code, const Type *type) {
    if (code > 32 && code < 128)
        return raise_error(&rt_exc_ValueError, "Unknown format code '%c' for object of type '%s'",
                           (int)code, short_name(type));
    return raise_error(&rt_exc_ValueError, "Unknown format code '\\x%x' for object of type '%s'",
                       code, short_name(type));
}

int format_read(FormatSpec *spec, Value text, const Type *type) {
    SpecReader reader = {.text = AS(StrObject, text)};
    *spec = (FormatSpec){.fill = ' ', .width = -1, .precision = -1};
    skip(&reader, 0);
    bool has_fill = read_alignment(spec, &reader);
    read_flags(spec, &reader, has_fill);
    spec->width = read_count(&reader);
    if (spec->width == -2)
        return too_many_digits();
    if (read_grouping(spec, &reader) < 0)
        return -1;
    if (take(&reader, '.')) {
        spec->precision = read_count(&reader);
        if (spec->precision == -2)
            return too_many_digits();
        if (spec->precision < 0)
            return raise_status(&rt_exc_ValueError, "Format specifier missing precision");
    }
    if (reader.text->length - reader.at > 1)
        return raise_status(&rt_exc_ValueError,
                            "Invalid format specifier '%S' for object of type '%s'", text,
                            short_name(type));
    bool has_type = reader.next != SPEC_END;
    if (has_type)
        spec->type = reader.next;
    bool is_text = !has_type && !strcmp(short_name(type), "str");
    if (spec->grouping && check_grouping(spec, is_text ? 's' : spec->type) < 0)
        return -1;
    if (has_type && !spec->type && type->flags & (TYPE_INT_SUBCLASS | TYPE_STR_SUBCLASS)) {
        unknown_type(0, type); /* floats take it for none */
        return -1;
    }
    return 0;
}

static bool is_int_type(uint32_t type) {
    switch (type) {
    case 'b':
    case 'c':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'n':
        return true;
    default:
        return false;
    }
}

/* ---- padding --------------------------------------------------------------------------------- */

/* How many of the missing characters stand to the left. */
static int64_t left_part(char align, int64_t missing) {
    return align == '>' ? missing : align == '^' ? missing / 2 : 0;
}

void format_add_text(StrBuilder *builder, const FormatSpec *spec, const StrObject *text,
                     char align) {
    int64_t length = text->length;
    if (spec->precision >= 0 && spec->precision < length)
        length = spec->precision;
    int64_t missing = spec->width > length ? spec->width - length : 0;
    if (!str_builder_reserve(builder, missing + length))
        return;
    int64_t left = left_part(spec->align ? spec->align : align, missing);
    str_builder_fill(builder, spec->fill, left);
    str_builder_part(builder, text, 0, length);
    str_builder_fill(builder, spec->fill, missing - left);
}

/* A number ready to be padded: sign, prefix, zeros and digits (ASCII). */
typedef struct Number {
    char sign;          /* 0: none */
    const char *prefix; /* NULL, or two characters */
    int64_t zeros;      /* in front of the digits */
    const char *digits; /* the integer part starts here */
    int64_t whole;      /* digits of it; what follows (fraction, exponent) is not grouped */
    int64_t size;
} Number;

/* How many characters the integer part takes with its separators. */
static int64_t grouped_size(int64_t digits, char grouping, int group) {
    return grouping && digits ? digits + (digits - 1) / group : digits;
}

/* The integer part, group by group. */
static void add_grouped(StrBuilder *builder, const Number *number, char grouping, int group) {
    int64_t total = number->zeros + number->whole;
    for (int64_t at = 0, stop; at < total; at = stop) {
        stop = total - (total - at - 1) / group * group;
        int64_t digits = at > number->zeros ? at : number->zeros < stop ? number->zeros : stop;
        if (at)
            str_builder_char(builder, (uint8_t)grouping);
        str_builder_fill(builder, '0', digits - at);
        str_builder_ascii(builder, number->digits + digits - number->zeros, stop - digits);
    }
}

/* How many zeros in front of the digits fill up the width; they are grouped with them. */
static int64_t filling_zeros(int64_t missing, int64_t digits, char grouping, int group) {
    if (grouping && missing > 0)
        missing -= (missing - 1) / (group + 1);
    return missing > digits ? missing - digits : 0;
}

/* Groups, pads and aligns. */
static void add_number(StrBuilder *builder, const FormatSpec *spec, Number *number) {
    int group = is_decimal(spec->type) ? 3 : 4;
    int64_t outside = (number->sign != 0) + (number->prefix ? 2 : 0) + number->size - number->whole;
    char align = spec->align ? spec->align : spec->zero ? '=' : '>';
    char grouping = number->whole ? spec->grouping : 0; /* not for inf and nan */
    if (spec->fill == '0' && align == '=')
        number->zeros +=
            filling_zeros(spec->width - outside, number->zeros + number->whole, grouping, group);
    int64_t size = outside + grouped_size(number->zeros + number->whole, grouping, group);
    int64_t missing = spec->width > size ? spec->width - size : 0;
    if (!str_builder_reserve(builder, size + missing))
        return;
    int64_t left = left_part(align, missing), from = 0;
    str_builder_fill(builder, spec->fill, left);
    if (number->sign)
        str_builder_char(builder, (uint8_t)number->sign);
    if (number->prefix)
        str_builder_ascii(builder, number->prefix, 2);
    if (align == '=') {
        str_builder_fill(builder, spec->fill, missing);
        left = missing;
    }
    if (grouping) {
        add_grouped(builder, number, grouping, group);
        from = number->whole;
    } else {
        str_builder_fill(builder, '0', number->zeros);
    }
    str_builder_ascii(builder, number->digits + from, number->size - from);
    str_builder_fill(builder, spec->fill, missing - left);
}

/* The text that was built, or NULL if adding to it failed. */
static Value finish(StrBuilder *builder, int status) {
    if (status == 0)
        return str_builder_finish(builder);
    str_builder_drop(builder);
    return 0;
}

/* ---- str ------------------------------------------------------------------------------------- */

Value str_format_spec(Value self, Value spec_text) {
    FormatSpec spec;
    if (AS(StrObject, spec_text)->length == 0)
        return object_str(self);
    if (format_read(&spec, spec_text, value_type(self)) < 0)
        return 0;
    if (spec.type && spec.type != 's')
        return unknown_type(spec.type, value_type(self));
    if (spec.sign)
        return raise_error(&rt_exc_ValueError, spec.sign == ' '
                                                   ? "Space not allowed in string format specifier"
                                                   : "Sign not allowed in string format specifier");
    if (spec.no_negative_zero)
        return raise_error(&rt_exc_ValueError,
                           "Negative zero coercion (z) not allowed in string format specifier");
    if (spec.alternate)
        return raise_error(&rt_exc_ValueError,
                           "Alternate form (#) not allowed in string format specifier");
    if (spec.grouping)
        return raise_error(&rt_exc_ValueError, "Cannot specify '%c' with 's'.", spec.grouping);
    if (spec.align == '=')
        return raise_error(&rt_exc_ValueError,
                           "'=' alignment not allowed in string format specifier");
    StrBuilder builder;
    str_builder_init(&builder);
    format_add_text(&builder, &spec, AS(StrObject, self), '<');
    return str_builder_finish(&builder);
}

static char sign_of(const FormatSpec *spec, bool negative) {
    if (negative)
        return '-';
    return spec->sign == '+' || spec->sign == ' ' ? spec->sign : 0;
}

void format_add_digits(StrBuilder *builder, const FormatSpec *spec, bool negative,
                       const char *digits, int64_t whole, int64_t size) {
    Number number = {
        .sign = sign_of(spec, negative), .digits = digits, .whole = whole, .size = size};
    add_number(builder, spec, &number);
}

/* ---- int ------------------------------------------------------------------------------------- */

static Value format_character(Value self, FormatSpec *spec) {
    int64_t code;
    if (spec->sign)
        return raise_error(&rt_exc_ValueError,
                           "Sign not allowed with integer format specifier 'c'");
    if (spec->alternate)
        return raise_error(&rt_exc_ValueError,
                           "Alternate form (#) not allowed with integer format specifier 'c'");
    if (!int_to_i64(self, &code))
        return raise_error(&rt_exc_OverflowError, "Python int too large to convert to C long");
    if (code < 0 || code > 0x10ffff)
        return raise_error(&rt_exc_OverflowError, "%%c arg not in range(0x110000)");
    if (spec->align == '=')
        spec->align = '>'; /* there is no sign */
    Value text = str_from_char((uint32_t)code);
    StrBuilder builder;
    str_builder_init(&builder);
    if (text)
        format_add_text(&builder, spec, AS(StrObject, text), '>');
    else
        builder.failed = true;
    value_decref(text);
    return str_builder_finish(&builder);
}

int format_add_int(StrBuilder *builder, const FormatSpec *spec, Value number) {
    static const char *const prefixes[][2] = {
        [2] = {"0b", "0B"}, [8] = {"0o", "0O"}, [16] = {"0x", "0X"}};
    int base = spec->type == 'b' ? 2 : spec->type == 'o' ? 8 : (spec->type | 0x20) == 'x' ? 16 : 10;
    bool upper = spec->type == 'X';
    IntDigits digits;
    if (!int_digits(&digits, number, base, upper))
        return -1;
    Number parts = {.sign = sign_of(spec, digits.negative),
                    .prefix = spec->alternate && base != 10 ? prefixes[base][upper] : NULL,
                    .zeros = spec->precision > digits.size ? spec->precision - digits.size : 0,
                    .digits = digits.start,
                    .whole = digits.size,
                    .size = digits.size};
    add_number(builder, spec, &parts);
    int_digits_drop(&digits);
    return 0;
}

static Value format_double(double value, const FormatSpec *spec);

Value int_format(Value self, Value spec_text) {
    FormatSpec spec;
    if (AS(StrObject, spec_text)->length == 0)
        return object_str(self);
    if (format_read(&spec, spec_text, value_type(self)) < 0)
        return 0;
    if (is_float_type(spec.type)) {
        double number = int_to_double(self);
        return number == -1.0 && isolate.pending ? 0 : format_double(number, &spec);
    }
    if (spec.type && !is_int_type(spec.type))
        return unknown_type(spec.type, value_type(self));
    if (spec.precision >= 0)
        return raise_error(&rt_exc_ValueError, "Precision not allowed in integer format specifier");
    if (spec.no_negative_zero)
        return raise_error(&rt_exc_ValueError,
                           "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec.type == 'c')
        return format_character(self, &spec);
    StrBuilder builder;
    str_builder_init(&builder);
    return finish(&builder, format_add_int(&builder, &spec, self));
}

/* ---- the digits of a double ------------------------------------------------------------------ */

/* The digits of a double, without a sign: NUL-terminated, with room for SPARE more characters. */
enum { FEW_DIGITS = 64, SPARE = 8 };
typedef struct DoubleDigits {
    char *text; /* few, or memory of its own */
    char few[FEW_DIGITS];
} DoubleDigits;

static void drop_digits(DoubleDigits *digits) {
    if (digits->text != digits->few)
        mem_free(digits->text);
}

/* As printf has them. The functions that fill in digits answer false for MemoryError; *digits must
 * stay where it is. */
static bool print_digits(DoubleDigits *digits, double number, char type, int precision,
                         bool alternate) {
    char pattern[8];
    snprintf(pattern, sizeof pattern, alternate ? "%%#.*%c" : "%%.*%c", type);
    digits->text = digits->few;
    int size = snprintf(digits->text, FEW_DIGITS - SPARE, pattern, precision, fabs(number));
    if (size < 0) /* more than an int counts */
        return raise_no_memory();
    if (size < FEW_DIGITS - SPARE)
        return true;
    size_t room = (size_t)size + 1 + SPARE;
    if (!(digits->text = mem_alloc(room)))
        return false;
    snprintf(digits->text, room, pattern, precision, fabs(number));
    return true;
}

/* "%#.*g" as C defines it: some C libraries lose a zero where rounding adds a digit in front. */
static bool alternate_general(DoubleDigits *digits, double number, char type, int precision) {
    char exponential = type == 'G' ? 'E' : 'e';
    if (!print_digits(digits, number, exponential, precision - 1, true))
        return false;
    int exponent = atoi(strchr(digits->text, exponential) + 1);
    if (exponent < -4 || exponent >= precision)
        return true;
    drop_digits(digits);
    return print_digits(digits, number, 'f', precision - 1 - exponent, true);
}

/* In the form of printf's e f g E F G, or r for repr's; `alternate` keeps the point and zeros. */
static bool write_digits(DoubleDigits *digits, double number, char type, int precision,
                         bool alternate) {
    digits->text = digits->few;
    if (type == 'r') {
        double_repr(fabs(number), digits->few);
        return true;
    }
    if (!isfinite(number)) {
        bool upper = isupper((unsigned char)type);
        strcpy(digits->few, isnan(number) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf"));
        return true;
    }
    if ((type | 0x20) == 'f' && !alternate && float_fixed(fabs(number), precision, digits->few))
        return true;
    if ((type | 0x20) == 'g' && alternate)
        return alternate_general(digits, number, type, precision ? precision : 1);
    return print_digits(digits, number, type, precision, alternate);
}

/* Drops the zeros at the end of the mantissa of "d.ddde+XX", and its point if nothing is left. */
static void strip_mantissa(char *digits) {
    char *exponent = strchr(digits, 'e'), *end = exponent;
    if (!exponent || !memchr(digits, '.', (size_t)(exponent - digits)))
        return;
    while (end[-1] == '0')
        end--;
    if (end[-1] == '.')
        end--;
    memmove(end, exponent, strlen(exponent) + 1);
}

static bool is_zero_text(const char *digits) {
    for (; *digits && (*digits | 0x20) != 'e'; digits++)
        if (*digits >= '1' && *digits <= '9')
            return false;
    return true;
}

static int64_t count_digits(const char *text) {
    int64_t count = 0;
    while (text[count] >= '0' && text[count] <= '9')
        count++;
    return count;
}

/* The alternate form: a point even without digits behind it. */
static void add_point(char *digits) {
    char *end = digits + count_digits(digits);
    if (end == digits || *end == '.')
        return;
    memmove(end + 1, end, strlen(end) + 1);
    *end = '.';
}

/* The format without a type: like g, but with the digits of repr if no precision is given, and with
 * at least one digit behind the point. */
static bool default_digits(DoubleDigits *digits, double number, int precision, bool alternate) {
    if (precision < 0) {
        write_digits(digits, number, 'r', 0, false);
        if (alternate)
            add_point(digits->text);
        return true;
    }
    int wanted = precision > 0 ? precision : 1;
    if (!write_digits(digits, number, 'g', wanted, alternate))
        return false;
    char *text = digits->text;
    if (!isfinite(number) || strchr(text, 'e'))
        return true;
    bool has_units = *text != '0' || is_zero_text(text);
    if (has_units && count_digits(text) >= wanted) { /* 12 with .2: 1.2e+01 */
        drop_digits(digits);
        if (!write_digits(digits, number, 'e', wanted - 1, alternate))
            return false;
        if (!alternate)
            strip_mantissa(digits->text);
    } else if (!strchr(text, '.')) {
        strcat(text, ".0");
    }
    return true;
}

/* As repr shows a part of a complex number: without a fraction if it has none. */
static void part_digits(DoubleDigits *digits, double value, bool alternate) {
    write_digits(digits, value, 'r', 0, false);
    size_t size = strlen(digits->text);
    if (size > 2 && !strcmp(digits->text + size - 2, ".0"))
        digits->text[size - 2] = 0;
    if (alternate)
        add_point(digits->text);
}

static bool digits_of(DoubleDigits *digits, double value, const FormatSpec *spec) {
    char type = (char)spec->type;
    if (spec->precision > INT32_MAX) {
        raise_error(&rt_exc_ValueError, "precision too big");
        return false;
    }
    int precision = spec->precision < 0 ? 6 : (int)spec->precision;
    switch (type) {
    case 'r':
        part_digits(digits, value, spec->alternate);
        return true;
    case 0:
        return default_digits(digits, value, (int)spec->precision, spec->alternate);
    case '%':
        return write_digits(digits, value * 100, 'f', precision, spec->alternate);
    case 'n':
        type = 'g'; /* fall through */
    case 'g':
    case 'G':
        precision = precision ? precision : 1; /* fall through */
    default:
        return write_digits(digits, value, type, precision, spec->alternate);
    }
}

/* ---- float ----------------------------------------------------------------------------------- */

int format_add_double(StrBuilder *builder, const FormatSpec *spec, double number) {
    DoubleDigits digits;
    if (!digits_of(&digits, number, spec))
        return -1;
    bool negative = signbit(number) && !isnan(number);
    if (spec->no_negative_zero && negative && isfinite(number) && is_zero_text(digits.text))
        negative = false;
    if (spec->type == '%')
        strcat(digits.text, "%");
    int64_t whole = count_digits(digits.text);
    format_add_digits(builder, spec, negative, digits.text, whole,
                      whole + (int64_t)strlen(digits.text + whole));
    drop_digits(&digits);
    return 0;
}

static Value format_double(double value, const FormatSpec *spec) {
    StrBuilder builder;
    str_builder_init(&builder);
    return finish(&builder, format_add_double(&builder, spec, value));
}

Value float_format(Value self, Value spec_text) {
    FormatSpec spec;
    if (AS(StrObject, spec_text)->length == 0)
        return object_str(self);
    if (format_read(&spec, spec_text, value_type(self)) < 0)
        return 0;
    if (spec.type && spec.type != 'n' && !is_float_type(spec.type))
        return unknown_type(spec.type, value_type(self));
    return format_double(float_number(self), &spec);
}

/* ---- complex --------------------------------------------------------------------------------- */

/* Both parts in the given form; without a type as repr shows them, in parentheses. */
Value complex_format_parts(double real, double imag, Value spec_text, const Type *type) {
    FormatSpec spec;
    if (format_read(&spec, spec_text, type) < 0)
        return 0;
    if (spec.type && spec.type != 'n' && (!is_float_type(spec.type) || spec.type == '%'))
        return unknown_type(spec.type, type);
    if (spec.fill == '0')
        return raise_error(&rt_exc_ValueError,
                           "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=')
        return raise_error(&rt_exc_ValueError,
                           "'=' alignment flag is not allowed in complex format specifier");
    FormatSpec part = spec;
    part.width = -1;
    part.align = 0;
    part.fill = ' ';
    bool plain = !spec.type;
    if (plain)
        part.type = spec.precision < 0 ? 'r' : 'g';
    StrBuilder builder;
    str_builder_init(&builder);
    bool skip_real = plain && real == 0 && !signbit(real);
    if (plain && !skip_real)
        str_builder_char(&builder, '(');
    int status = 0;
    if (!skip_real) {
        status = format_add_double(&builder, &part, real);
        part.sign = '+';
    }
    if (status == 0)
        status = format_add_double(&builder, &part, imag);
    str_builder_char(&builder, 'j');
    if (plain && !skip_real)
        str_builder_char(&builder, ')');
    Value text = finish(&builder, status);
    if (!text || spec.width <= AS(StrObject, text)->length)
        return text;
    spec.precision = -1;
    str_builder_init(&builder);
    format_add_text(&builder, &spec, AS(StrObject, text), '>');
    value_decref(text);
    return str_builder_finish(&builder);
}
