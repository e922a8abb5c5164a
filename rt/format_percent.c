/*
 * format_percent.c — the % operator of str and of bytes: printf-style formatting.
 */
#include "bytes.h"
#include "format.h"

/* What is being formatted and the arguments that are left. */
typedef struct Percent {
    const StrObject *format;
    int64_t at;
    Value arguments; /* the right operand */
    int64_t next;    /* next item of a tuple; 1: a single argument was used */
    bool is_tuple, is_mapping;
    bool bytes; /* the operator of bytes: the format is text of the same characters */
    Value item; /* %(key)s: what the key gave; owned */
} Percent;

/* One conversion specification. */
typedef struct Conversion {
    bool left, sign, blank, alternate, zero;
    int64_t width, precision; /* -1: none */
    uint32_t type;
} Conversion;

/* ---- arguments ------------------------------------------------------------------------------- */

static Value next_argument(Percent *percent) {
    if (percent->item)
        return value_incref(percent->item);
    if (percent->is_tuple) {
        const TupleObject *tuple = AS(TupleObject, percent->arguments);
        if (percent->next < tuple->length)
            return value_incref(tuple->items[percent->next++]);
    } else if (percent->next == 0) {
        percent->next = 1;
        return value_incref(percent->arguments);
    }
    return raise_error(&rt_exc_TypeError, "not enough arguments for format string");
}

/* %(key): looks the key up in the mapping. The text stands behind the parenthesis. */
static int read_key(Percent *percent) {
    const StrObject *format = percent->format;
    int64_t start = percent->at, depth = 1;
    if (!percent->is_mapping)
        return raise_status(&rt_exc_TypeError, "format requires a mapping");
    while (percent->at < format->length && depth) {
        uint32_t character = str_at(format, percent->at++);
        depth += character == '(' ? 1 : character == ')' ? -1 : 0;
    }
    if (depth)
        return raise_status(&rt_exc_ValueError, "incomplete format key");
    Value key = str_substring(OBJ(format), start, percent->at - 1);
    if (key && percent->bytes)
        value_replace(&key, codec_encode(key, "latin-1", "strict"));
    value_replace(&percent->item, key ? object_getitem(percent->arguments, key) : 0);
    value_decref(key);
    return percent->item ? 0 : -1;
}

/* ---- reading a conversion -------------------------------------------------------------------- */

static uint32_t peek(const Percent *percent) {
    return percent->at < percent->format->length ? str_at(percent->format, percent->at) : 0;
}

/* What may stand for a number: the width is a Py_ssize_t of CPython, the precision a C int. */
typedef struct NumberKind {
    const char *name, *short_name, *c_type; /* short_name: as bytes words it */
    int64_t most;
} NumberKind;

static const NumberKind width_kind = {"width", "width", "ssize_t", INT64_MAX};
static const NumberKind precision_kind = {"precision", "prec", "int", INT32_MAX};

/* The argument of a `*`. */
static int read_argument_number(Percent *percent, const NumberKind *kind, int64_t *number) {
    Value argument = next_argument(percent);
    if (!argument)
        return -1;
    int status = 0;
    if (!value_is_int(argument))
        status = raise_status(&rt_exc_TypeError, "* wants int");
    else if (!int_to_i64(argument, number) || *number > kind->most || *number < -kind->most - 1)
        status = raise_status(&rt_exc_OverflowError, "Python int too large to convert to C %s",
                              kind->c_type);
    value_decref(argument);
    return status;
}

/* Digits, or * for an argument; leaves *number alone if there is neither. */
static int read_number(Percent *percent, const NumberKind *kind, int64_t *number) {
    if (peek(percent) == '*') {
        percent->at++;
        return read_argument_number(percent, kind, number);
    }
    if (peek(percent) >= '0' && peek(percent) <= '9')
        *number = 0;
    for (; peek(percent) >= '0' && peek(percent) <= '9'; percent->at++) {
        int64_t digit = (int64_t)(peek(percent) - '0');
        if (*number > (kind->most - digit) / 10)
            return raise_status(&rt_exc_ValueError, "%s too big",
                                percent->bytes ? kind->short_name : kind->name);
        *number = *number * 10 + digit;
    }
    return 0;
}

static bool read_flag(Conversion *conversion, uint32_t character) {
    switch (character) {
    case '-':
        return conversion->left = true;
    case '+':
        return conversion->sign = true;
    case ' ':
        return conversion->blank = true;
    case '#':
        return conversion->alternate = true;
    case '0':
        return conversion->zero = true;
    default:
        return false;
    }
}

static int read_conversion(Percent *percent, Conversion *conversion) {
    *conversion = (Conversion){.width = -1, .precision = -1};
    if (peek(percent) == '(') {
        percent->at++;
        if (read_key(percent) < 0)
            return -1;
    }
    while (read_flag(conversion, peek(percent)))
        percent->at++;
    if (read_number(percent, &width_kind, &conversion->width) < 0)
        return -1;
    conversion->left |= conversion->width < -1;
    if (conversion->width < -1)
        conversion->width = conversion->width == INT64_MIN ? -1 : -conversion->width;
    if (peek(percent) == '.') {
        percent->at++;
        if (read_number(percent, &precision_kind, &conversion->precision) < 0)
            return -1;
        if (conversion->precision < 0)
            conversion->precision = 0;
    }
    if (peek(percent) == 'l' || peek(percent) == 'h' || peek(percent) == 'L')
        percent->at++;
    if (percent->at >= percent->format->length)
        return raise_status(&rt_exc_ValueError, "incomplete format");
    conversion->type = str_at(percent->format, percent->at++);
    return 0;
}

/* ---- writing --------------------------------------------------------------------------------- */

static FormatSpec spec_of(const Conversion *conversion, bool number) {
    bool zero = conversion->zero && number && !conversion->left;
    return (FormatSpec){.fill = zero ? '0' : ' ',
                        .align = conversion->left ? '<'
                                 : zero           ? '='
                                                  : '>',
                        .sign = conversion->sign    ? '+'
                                : conversion->blank ? ' '
                                                    : 0,
                        .alternate = conversion->alternate,
                        .width = conversion->width,
                        .precision = conversion->precision,
                        .type = conversion->type};
}

static int add_text(StrBuilder *builder, const Conversion *conversion, Value text_take) {
    if (!text_take)
        return -1;
    FormatSpec spec = spec_of(conversion, false);
    format_add_text(builder, &spec, AS(StrObject, text_take), '>');
    value_decref(text_take);
    return 0;
}

/* %d of something that is no int: int(x), or %x: index only. New reference. */
static Value integer_argument(const Percent *percent, Value argument, uint32_t type) {
    const TypeSlots *slots = &value_type(argument)->slots;
    bool decimal = type == 'd' || type == 'i' || type == 'u';
    if (value_is_int(argument))
        return value_incref(argument);
    bool is_number = slots->index || (decimal && (slots->to_int || slots->to_float));
    Value result = !is_number ? 0 : decimal ? int_from_object(argument) : slots->index(argument);
    if (result || (is_number && !exc_pending_is(&rt_exc_TypeError)))
        return result;
    exc_clear();
    return raise_error(&rt_exc_TypeError, "%%%c format: %s is required, not %T",
                       type == 'i' && percent->bytes ? 'd' : (int)type,
                       decimal ? "a real number" : "an integer", argument);
}

static int add_integer(StrBuilder *builder, const Percent *percent, const Conversion *conversion,
                       Value argument) {
    FormatSpec spec = spec_of(conversion, true);
    Value number = integer_argument(percent, argument, conversion->type);
    int status = -1;
    if (number && conversion->precision > INT32_MAX - 3) /* as in CPython, for sign and prefix */
        raise_error(&rt_exc_OverflowError, "precision too large");
    else if (number)
        status = format_add_int(builder, &spec, number);
    value_decref(number);
    return status;
}

static int add_float(StrBuilder *builder, const Percent *percent, const Conversion *conversion,
                     Value argument) {
    double value;
    if (!value_to_double(argument, &value)) {
        if (percent->bytes && exc_pending_is(&rt_exc_TypeError)) {
            exc_clear();
            raise_error(&rt_exc_TypeError, "float argument required, not %T", argument);
        }
        return -1;
    }
    FormatSpec spec = spec_of(conversion, true);
    return format_add_double(builder, &spec, value);
}

/* %c, whose text no precision shortens; steals the text. */
static int add_one(StrBuilder *builder, const Conversion *conversion, Value text_take) {
    Conversion whole = *conversion;
    whole.precision = -1;
    return add_text(builder, &whole, text_take);
}

static int add_character(StrBuilder *builder, const Conversion *conversion, Value argument) {
    if (value_is_str(argument) && AS(StrObject, argument)->length == 1)
        return add_one(builder, conversion, value_incref(argument));
    if (value_is_str(argument) || !value_type(argument)->slots.index)
        return raise_status(&rt_exc_TypeError, "%%c requires int or char");
    Value number = pyrt_index(argument);
    if (!number)
        return -1;
    int64_t code = -1;
    bool good = int_to_i64(number, &code) && code >= 0 && code <= 0x10ffff;
    value_decref(number);
    if (!good)
        return raise_status(&rt_exc_OverflowError, "%%c arg not in range(0x110000)");
    return add_one(builder, conversion, str_from_char((uint32_t)code));
}

static int unsupported(const Percent *percent, uint32_t type) {
    return raise_status(
        &rt_exc_ValueError, "unsupported format character '%c' (0x%x) at index %lld",
        type > 31 && type < 127 ? (int)type : '?', type, (long long)(percent->at - 1));
}

static int add_value(StrBuilder *builder, const Percent *percent, const Conversion *conversion,
                     Value argument) {
    switch (conversion->type) {
    case 'b':
        if (!percent->bytes)
            return unsupported(percent, 'b');
        return add_text(builder, conversion, bytes_percent_text(argument));
    case 's':
        return add_text(builder, conversion,
                        percent->bytes ? bytes_percent_text(argument) : object_str(argument));
    case 'r':
        if (!percent->bytes)
            return add_text(builder, conversion, object_repr(argument));
        return add_text(builder, conversion, object_ascii(argument));
    case 'a':
        return add_text(builder, conversion, object_ascii(argument));
    case 'c':
        if (percent->bytes)
            return add_one(builder, conversion, bytes_percent_char(argument));
        return add_character(builder, conversion, argument);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
        return add_integer(builder, percent, conversion, argument);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
        return add_float(builder, percent, conversion, argument);
    default:
        return unsupported(percent, conversion->type);
    }
}

/* %s of a str and %s or %d of a small int, the most frequent ones, need no specification. */
static bool add_plain(StrBuilder *builder, Percent *percent) {
    uint32_t type = peek(percent);
    if ((type != 's' && type != 'd') || !percent->is_tuple || percent->bytes ||
        percent->next >= AS(TupleObject, percent->arguments)->length)
        return false;
    Value argument = AS(TupleObject, percent->arguments)->items[percent->next];
    if (type == 's' && value_is(argument, &rt_type_str))
        str_builder_str(builder, argument);
    else if (value_is_small_int(argument))
        str_builder_i64(builder, value_small_int(argument));
    else
        return false;
    percent->next++;
    percent->at++;
    return true;
}

static int add_conversion(StrBuilder *builder, Percent *percent) {
    Conversion conversion;
    if (add_plain(builder, percent))
        return 0;
    if (peek(percent) == '%') {
        percent->at++;
        str_builder_char(builder, '%');
        return 0;
    }
    if (read_conversion(percent, &conversion) < 0)
        return -1;
    Value argument = next_argument(percent);
    int status = argument ? add_value(builder, percent, &conversion, argument) : -1;
    value_decref(argument);
    value_replace(&percent->item, 0);
    return status;
}

static bool has_unused(const Percent *percent) {
    if (percent->is_tuple)
        return percent->next < AS(TupleObject, percent->arguments)->length;
    return percent->next == 0 && !percent->is_mapping;
}

static bool is_byte_text(Value value) {
    return value_isa(value, &rt_type_bytes) || value_isa(value, &rt_type_bytearray);
}

Value str_percent(Value format, Value arguments, bool bytes) {
    bool is_tuple = value_isa(arguments, &rt_type_tuple);
    Percent percent = {.format = AS(StrObject, format),
                       .arguments = arguments,
                       .is_tuple = is_tuple,
                       .bytes = bytes,
                       .is_mapping = !is_tuple && !value_is_str(arguments) &&
                                     !(bytes && is_byte_text(arguments)) &&
                                     type_maps(value_type(arguments))};
    StrBuilder builder;
    str_builder_init(&builder);
    int status = 0;
    while (status == 0 && percent.at < percent.format->length) {
        int64_t start = percent.at;
        while (percent.at < percent.format->length && str_at(percent.format, percent.at) != '%')
            percent.at++;
        str_builder_part(&builder, percent.format, start, percent.at);
        if (percent.at++ < percent.format->length)
            status = add_conversion(&builder, &percent);
    }
    value_replace(&percent.item, 0);
    if (status == 0 && has_unused(&percent))
        status = raise_status(&rt_exc_TypeError, "not all arguments converted during %s formatting",
                              bytes ? "bytes" : "string");
    if (status == 0)
        return str_builder_finish(&builder);
    str_builder_drop(&builder);
    return 0;
}
