/*
 * format.c — the format mini-language for str, int, float and complex (PEP 3101).
 */
#include "format.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- reading a specification ----------------------------------------------------------------- */

static bool is_align(uint32_t character) {
    return character == '<' || character == '>' || character == '=' || character == '^';
}

/* Reads decimal digits at *at; -1: there are none, -2: too many. */
static int64_t read_count(const StrObject *text, int64_t *at) {
    int64_t number = -1;
    for (; *at < text->length; ++*at) {
        int digit = char_decimal_value(str_at(text, *at));
        if (digit < 0)
            break;
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

static void read_alignment(FormatSpec *spec, const StrObject *text, int64_t *at) {
    if (text->length - *at >= 2 && is_align(str_at(text, *at + 1))) {
        spec->fill = str_at(text, *at);
        spec->align = (char)str_at(text, *at + 1);
        *at += 2;
    } else if (text->length > *at && is_align(str_at(text, *at))) {
        spec->align = (char)str_at(text, *at);
        ++*at;
    }
}

static bool take(const StrObject *text, int64_t *at, uint32_t wanted) {
    if (*at >= text->length || str_at(text, *at) != wanted)
        return false;
    ++*at;
    return true;
}

static void read_flags(FormatSpec *spec, const StrObject *text, int64_t *at) {
    if (*at < text->length &&
        (str_at(text, *at) == '+' || str_at(text, *at) == '-' || str_at(text, *at) == ' '))
        spec->sign = (char)str_at(text, (*at)++);
    spec->no_negative_zero = take(text, at, 'z');
    spec->alternate = take(text, at, '#');
    if (!spec->fill && *at < text->length && str_at(text, *at) == '0') {
        spec->fill = '0';
        spec->zero = true;
        if (!spec->align)
            spec->align = '=';
        ++*at;
    }
}

static int read_grouping(FormatSpec *spec, const StrObject *text, int64_t *at) {
    if (take(text, at, ','))
        spec->grouping = ',';
    if (take(text, at, '_')) {
        if (spec->grouping)
            return raise_status(&rt_exc_ValueError, "Cannot specify both ',' and '_'.");
        spec->grouping = '_';
    }
    if (*at < text->length && str_at(text, *at) == ',' && spec->grouping)
        return raise_status(&rt_exc_ValueError, spec->grouping == ','
                                                    ? "Cannot specify ',' with ','."
                                                    : "Cannot specify both ',' and '_'.");
    return 0;
}

static int invalid_spec(const StrObject *text, const char *type_name) {
    return raise_status(&rt_exc_ValueError, "Invalid format specifier '%S' for object of type '%s'",
                        OBJ(text), type_name);
}

/* , and _ go with decimal numbers, _ with the binary ones too. */
static int check_grouping(const FormatSpec *spec, uint32_t type) {
    if (!spec->grouping || !type || type > 0x7f || strchr("defgEGF%", (int)type))
        return 0;
    if (spec->grouping == '_' && strchr("boxX", (int)type))
        return 0;
    if (type > 32 && type < 128)
        return raise_status(&rt_exc_ValueError, "Cannot specify '%c' with '%c'.", spec->grouping,
                            (int)type);
    return raise_status(&rt_exc_ValueError, "Cannot specify '%c' with '\\x%x'.", spec->grouping,
                        type);
}

int format_spec_read(FormatSpec *spec, const StrObject *text, const char *type_name) {
    int64_t at = 0;
    *spec = (FormatSpec){.width = -1, .precision = -1};
    read_alignment(spec, text, &at);
    read_flags(spec, text, &at);
    spec->width = read_count(text, &at);
    if (spec->width == -2)
        return too_many_digits();
    if (read_grouping(spec, text, &at) < 0)
        return -1;
    if (take(text, &at, '.')) {
        int64_t precision = read_count(text, &at);
        if (precision == -2)
            return too_many_digits();
        if (precision < 0)
            return raise_status(&rt_exc_ValueError, "Format specifier missing precision");
        spec->precision = precision;
    }
    if (text->length - at > 1)
        return invalid_spec(text, type_name);
    if (at < text->length)
        spec->type = str_at(text, at);
    return check_grouping(spec, spec->type || strcmp(type_name, "str") ? spec->type : 's');
}

Value format_unknown_type(uint32_t type, const char *type_name) {
    if (type > 32 && type < 128)
        return raise_error(&rt_exc_ValueError, "Unknown format code '%c' for object of type '%s'",
                           (int)type, type_name);
    return raise_error(&rt_exc_ValueError, "Unknown format code '\\x%x' for object of type '%s'",
                       type, type_name);
}

/* ---- padding --------------------------------------------------------------------------------- */

static void add_fill(StrBuilder *builder, const FormatSpec *spec, int64_t count) {
    for (; count > 0; count--)
        str_builder_char(builder, spec->fill ? spec->fill : ' ');
}

void format_add_text(StrBuilder *builder, const FormatSpec *spec, const StrObject *text,
                     char align) {
    int64_t length = text->length;
    if (spec->precision >= 0 && spec->precision < length)
        length = spec->precision;
    int64_t missing = spec->width > length ? spec->width - length : 0;
    if (!str_builder_reserve(builder, missing + length))
        return;
    if (spec->align)
        align = spec->align;
    int64_t left = align == '>' ? missing : align == '^' ? missing / 2 : 0;
    add_fill(builder, spec, left);
    str_builder_part(builder, text, 0, length);
    add_fill(builder, spec, missing - left);
}

/* How many characters the integer part takes with its separators. */
static int64_t grouped_size(int64_t digits, char grouping, int group) {
    return grouping && digits ? digits + (digits - 1) / group : digits;
}

static void add_grouped(StrBuilder *builder, const FormatNumber *number, int64_t zeros,
                        char grouping, int group) {
    int64_t total = zeros + number->whole;
    for (int64_t i = 0; i < total; i++) {
        if (i && (total - i) % group == 0)
            str_builder_char(builder, (uint32_t)grouping);
        str_builder_char(builder, i < zeros ? '0' : (uint8_t)number->digits[i - zeros]);
    }
}

static void add_digits(StrBuilder *builder, const FormatNumber *number, int64_t zeros,
                       char grouping, int group) {
    int64_t from = 0;
    if (grouping) {
        add_grouped(builder, number, zeros, grouping, group);
        from = number->whole;
    }
    for (; !grouping && zeros > 0; zeros--)
        str_builder_char(builder, '0');
    str_builder_ascii(builder, number->digits + from, number->size - from);
}

void format_add_number(StrBuilder *builder, const FormatSpec *spec, const FormatNumber *number) {
    int group = spec->type && spec->type < 0x80 && strchr("boxX", (int)spec->type) ? 4 : 3;
    int64_t outside =
        (number->sign != 0) + (int64_t)strlen(number->prefix) + number->size - number->whole;
    char align = spec->align ? spec->align : '>';
    int64_t zeros = 0;
    if (spec->width > 0 && !str_builder_reserve(builder, spec->width))
        return;
    /* zeros that fill up the width are grouped with the digits */
    char grouping = number->whole ? spec->grouping : 0; /* not for inf and nan */
    if (spec->fill == '0' && align == '=') {
        if (!grouping && spec->width > outside + number->whole)
            zeros = spec->width - outside - number->whole;
        while (outside + grouped_size(number->whole + zeros, grouping, group) < spec->width)
            zeros++;
    }
    int64_t size = outside + grouped_size(number->whole + zeros, grouping, group);
    int64_t missing = spec->width > size ? spec->width - size : 0;
    int64_t left = align == '>' ? missing : align == '^' ? missing / 2 : 0;
    add_fill(builder, spec, left);
    if (number->sign)
        str_builder_char(builder, (uint8_t)number->sign);
    str_builder_cstr(builder, number->prefix);
    if (align == '=')
        add_fill(builder, spec, missing);
    add_digits(builder, number, zeros, grouping, group);
    if (align != '=')
        add_fill(builder, spec, missing - left);
}

/* ---- str ------------------------------------------------------------------------------------- */

Value str_format_spec(Value self, Value spec_text) {
    FormatSpec spec;
    if (AS(StrObject, spec_text)->length == 0)
        return object_str(self);
    if (format_spec_read(&spec, AS(StrObject, spec_text), short_name(value_type(self))) < 0)
        return 0;
    if (spec.type && spec.type != 's')
        return format_unknown_type(spec.type, short_name(value_type(self)));
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
    if (spec.align == '=' && !spec.zero)
        return raise_error(&rt_exc_ValueError,
                           "'=' alignment not allowed in string format specifier");
    if (spec.zero && spec.align == '=')
        spec.align = '<';
    StrBuilder builder;
    str_builder_init(&builder);
    format_add_text(&builder, &spec, AS(StrObject, self), '<');
    return str_builder_finish(&builder);
}

/* ---- int ------------------------------------------------------------------------------------- */

static char sign_of(const FormatSpec *spec, bool negative) {
    if (negative)
        return '-';
    return spec->sign == '+' || spec->sign == ' ' ? spec->sign : 0;
}

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

static Value format_integer(Value self, const FormatSpec *spec) {
    int base = spec->type == 'b' ? 2 : spec->type == 'o' ? 8 : (spec->type | 0x20) == 'x' ? 16 : 10;
    static const char *const prefixes[][2] = {
        [2] = {"0b", "0B"}, [8] = {"0o", "0O"}, [16] = {"0x", "0X"}};
    Value text = int_to_str(self, base, false);
    size_t size;
    if (!text)
        return 0;
    const char *digits = str_utf8(text, &size);
    char *upper = NULL;
    bool negative = *digits == '-';
    if (spec->type == 'X' && (upper = mem_alloc(size + 1))) {
        for (size_t i = 0; i <= size; i++)
            upper[i] = (char)toupper((unsigned char)digits[i]);
        digits = upper;
    }
    FormatNumber number = {
        .sign = sign_of(spec, negative),
        .prefix = spec->alternate && base != 10 ? prefixes[base][spec->type == 'X'] : "",
        .digits = digits + negative,
        .whole = (int64_t)size - negative,
        .size = (int64_t)size - negative};
    StrBuilder builder;
    str_builder_init(&builder);
    format_add_number(&builder, spec, &number);
    mem_free(upper);
    value_decref(text);
    return str_builder_finish(&builder);
}

static Value format_float(double value, const FormatSpec *spec, const char *type_name);

Value int_format(Value self, Value spec_text) {
    FormatSpec spec;
    const char *type_name = short_name(value_type(self));
    if (AS(StrObject, spec_text)->length == 0)
        return object_str(self);
    if (format_spec_read(&spec, AS(StrObject, spec_text), type_name) < 0)
        return 0;
    if (spec.type && spec.type < 0x80 && strchr("eEfFgG%", (int)spec.type)) {
        double number = int_to_double(self);
        return number == -1.0 && isolate.pending ? 0 : format_float(number, &spec, type_name);
    }
    if (spec.type && (spec.type > 0x7f || !strchr("bcdoxXn", (int)spec.type)))
        return format_unknown_type(spec.type, type_name);
    if (spec.precision >= 0)
        return raise_error(&rt_exc_ValueError, "Precision not allowed in integer format specifier");
    if (spec.no_negative_zero)
        return raise_error(&rt_exc_ValueError,
                           "Negative zero coercion (z) not allowed in integer format specifier");
    return spec.type == 'c' ? format_character(self, &spec) : format_integer(self, &spec);
}

/* ---- float ----------------------------------------------------------------------------------- */

/* "%#.*g" as C defines it: some C libraries lose a zero where rounding adds a digit in front. */
static char *alternate_general(double number, char type, int precision) {
    char exponential = isupper((unsigned char)type) ? 'E' : 'e';
    char *digits = format_double_digits(number, exponential, precision - 1, true);
    if (!digits)
        return NULL;
    int exponent = atoi(strchr(digits, exponential) + 1);
    if (exponent < -4 || exponent >= precision)
        return digits;
    mem_free(digits);
    return format_double_digits(number, 'f', precision - 1 - exponent, true);
}

char *format_double_digits(double number, char type, int precision, bool alternate) {
    char pattern[16];
    if (type == 'r') {
        char *buffer = mem_alloc(40);
        return buffer ? double_repr(fabs(number), buffer) : NULL;
    }
    if (!isfinite(number)) {
        char *buffer = mem_alloc(8);
        if (buffer)
            strcpy(buffer, isnan(number) ? (isupper((unsigned char)type) ? "NAN" : "nan")
                                         : (isupper((unsigned char)type) ? "INF" : "inf"));
        return buffer;
    }
    enum { FIXED_SIZE = 48 };
    if (tolower((unsigned char)type) == 'f' && !alternate) {
        char *buffer = mem_alloc(FIXED_SIZE);
        if (!buffer || float_fixed(fabs(number), precision, buffer))
            return buffer;
        mem_free(buffer);
    }
    if (tolower((unsigned char)type) == 'g' && alternate)
        return alternate_general(number, type, precision ? precision : 1);
    snprintf(pattern, sizeof pattern, alternate ? "%%#.*%c" : "%%.*%c", type);
    int size = snprintf(NULL, 0, pattern, precision, fabs(number));
    char *buffer = mem_alloc((size_t)size + 8);
    if (buffer)
        snprintf(buffer, (size_t)size + 8, pattern, precision, fabs(number));
    return buffer;
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

/* The alternate form: a point even without digits behind it. Takes and gives the text. */
static char *with_point(char *digits, bool wanted) {
    size_t whole = digits ? strspn(digits, "0123456789") : 0, size = digits ? strlen(digits) : 0;
    if (!wanted || !whole || digits[whole] == '.')
        return digits;
    char *longer = mem_realloc(digits, size + 2);
    if (!longer) {
        mem_free(digits);
        return NULL;
    }
    memmove(longer + whole + 1, longer + whole, size - whole + 1);
    longer[whole] = '.';
    return longer;
}

/* The format without a type: like g, but with the digits of repr if no precision is given, and with
 * at least one digit behind the point. */
static char *default_digits(double number, int precision, bool alternate) {
    if (precision < 0)
        return with_point(format_double_digits(number, 'r', 0, false),
                          alternate && isfinite(number));
    int wanted = precision > 0 ? precision : 1;
    char *digits = format_double_digits(number, 'g', wanted, alternate);
    if (!digits || !isfinite(number) || strchr(digits, 'e'))
        return digits;
    bool has_units = *digits != '0' || is_zero_text(digits);
    if (has_units && strspn(digits, "0123456789") >= (size_t)wanted) { /* 12 with .2: 1.2e+01 */
        mem_free(digits);
        digits = format_double_digits(number, 'e', wanted - 1, alternate);
        if (digits && !alternate)
            strip_mantissa(digits);
    } else if (!strchr(digits, '.')) {
        strcat(digits, ".0");
    }
    return digits;
}

/* As repr shows a part of a complex number: without a fraction if it has none. */
static char *shortest_digits(double value) {
    char *digits = default_digits(value, -1, false);
    size_t size = digits ? strlen(digits) : 0;
    if (size > 2 && !strcmp(digits + size - 2, ".0"))
        digits[size - 2] = 0;
    return digits;
}

static char *float_digits(double value, const FormatSpec *spec) {
    char type = (char)spec->type;
    int precision = spec->precision < 0 ? 6 : (int)spec->precision;
    if (spec->precision > INT32_MAX) {
        raise_error(&rt_exc_ValueError, "precision too big");
        return NULL;
    }
    switch (type) {
    case 'r':
        return with_point(shortest_digits(value), spec->alternate);
    case 0:
        return default_digits(value, (int)spec->precision, spec->alternate);
    case '%':
        return format_double_digits(value * 100, 'f', precision, spec->alternate);
    case 'n':
        return format_double_digits(value, 'g', precision ? precision : 1, spec->alternate);
    case 'g':
    case 'G':
        return format_double_digits(value, type, precision ? precision : 1, spec->alternate);
    default:
        return format_double_digits(value, type, precision, spec->alternate);
    }
}

/* Appends a float without padding of its own if `pad` is false (parts of complex numbers). */
static void add_float(StrBuilder *builder, double value, const FormatSpec *spec) {
    char *digits = float_digits(value, spec);
    if (!digits) {
        builder->failed = true;
        return;
    }
    bool negative = signbit(value) && !isnan(value);
    if (spec->no_negative_zero && negative && isfinite(value) && is_zero_text(digits))
        negative = false;
    if (spec->type == '%')
        strcat(digits, "%");
    FormatNumber number = {.sign = sign_of(spec, negative),
                           .prefix = "",
                           .digits = digits,
                           .whole = (int64_t)strspn(digits, "0123456789"),
                           .size = (int64_t)strlen(digits)};
    format_add_number(builder, spec, &number);
    mem_free(digits);
}

static Value format_float(double value, const FormatSpec *spec, const char *type_name) {
    if (spec->type && (spec->type > 0x7f || !strchr("eEfFgGn%", (int)spec->type)))
        return format_unknown_type(spec->type, type_name);
    StrBuilder builder;
    str_builder_init(&builder);
    add_float(&builder, value, spec);
    return str_builder_finish(&builder);
}

Value float_format(Value self, Value spec_text) {
    FormatSpec spec;
    const char *type_name = short_name(value_type(self));
    if (AS(StrObject, spec_text)->length == 0)
        return object_str(self);
    if (format_spec_read(&spec, AS(StrObject, spec_text), type_name) < 0)
        return 0;
    return format_float(float_number(self), &spec, type_name);
}

/* ---- complex --------------------------------------------------------------------------------- */

/* Both parts in the given form; without a type as repr shows them, in parentheses. */
Value complex_format_parts(double real, double imag, Value spec_text, const char *type_name) {
    FormatSpec spec;
    if (format_spec_read(&spec, AS(StrObject, spec_text), type_name) < 0)
        return 0;
    if (spec.type && (spec.type > 0x7f || !strchr("eEfFgGn", (int)spec.type)))
        return format_unknown_type(spec.type, type_name);
    if (spec.fill == '0')
        return raise_error(&rt_exc_ValueError,
                           "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=')
        return raise_error(&rt_exc_ValueError,
                           "'=' alignment flag is not allowed in complex format specifier");
    FormatSpec part = spec;
    part.width = -1;
    part.align = 0;
    part.fill = 0;
    bool plain = !spec.type;
    if (plain)
        part.type = spec.precision < 0 ? 'r' : 'g';
    StrBuilder builder;
    str_builder_init(&builder);
    bool skip_real = plain && real == 0 && !signbit(real);
    if (plain && !skip_real)
        str_builder_char(&builder, '(');
    if (!skip_real) {
        add_float(&builder, real, &part);
        part.sign = '+';
    }
    add_float(&builder, imag, &part);
    str_builder_char(&builder, 'j');
    if (plain && !skip_real)
        str_builder_char(&builder, ')');
    Value text = str_builder_finish(&builder);
    if (!text || spec.width <= AS(StrObject, text)->length)
        return text;
    spec.precision = -1;
    str_builder_init(&builder);
    format_add_text(&builder, &spec, AS(StrObject, text), '>');
    value_decref(text);
    return str_builder_finish(&builder);
}
