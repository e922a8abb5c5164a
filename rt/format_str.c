/*
 * format_str.c — str.format and str.format_map: replacement fields with attribute and item access,
 * conversions, and nested specifications.
 */
#include "format.h"

/* The arguments of one format call. */
typedef struct FormatArgs {
    const Value *positional;
    uint32_t positional_count;
    const Value *keyword_values;
    Value keyword_names; /* tuple or 0 */
    Value mapping;       /* format_map: instead of the others, or 0 */
    int64_t next; /* number of the next field without a name; -1: fields are numbered by hand */
    bool is_automatic;
} FormatArgs;

enum { NESTING_LIMIT = 2 };

static Value expand(FormatArgs *args, const StrObject *text, int64_t start, int64_t stop,
                    int depth);

/* ---- field names ----------------------------------------------------------------------------- */

static Value switch_error(bool to_manual) {
    return raise_error(&rt_exc_ValueError,
                       to_manual ? "cannot switch from automatic field numbering to manual field "
                                   "specification"
                                 : "cannot switch from manual field specification to automatic "
                                   "field numbering");
}

static Value positional(FormatArgs *args, int64_t index) {
    if (args->mapping)
        return raise_error(&rt_exc_ValueError, "Format string contains positional fields");
    if (index >= args->positional_count)
        return raise_error(&rt_exc_IndexError,
                           "Replacement index %lld out of range for positional args tuple",
                           (long long)index);
    return value_incref(args->positional[index]);
}

static Value keyword(FormatArgs *args, Value name) {
    if (args->mapping)
        return object_getitem(args->mapping, name);
    const TupleObject *names = args->keyword_names ? AS(TupleObject, args->keyword_names) : NULL;
    for (int64_t i = 0; names && i < names->length; i++)
        if (str_equal(names->items[i], name))
            return value_incref(args->keyword_values[i]);
    Value tuple = tuple_new(&name, 1);
    Value error = tuple ? exc_new(&rt_exc_KeyError, tuple) : 0;
    value_decref(tuple);
    return error ? raise_value_take(error) : 0;
}

/* A number if all characters are digits; -1: no, -2: too large. */
static int64_t field_number(const StrObject *text, int64_t start, int64_t stop) {
    int64_t number = 0;
    if (start == stop)
        return -1;
    for (int64_t i = start; i < stop; i++) {
        int digit = char_decimal_value(str_at(text, i));
        if (digit < 0)
            return -1;
        if (number > (INT64_MAX - digit) / 10)
            return -2;
        number = number * 10 + digit;
    }
    return number;
}

static Value first_value(FormatArgs *args, const StrObject *text, int64_t start, int64_t stop) {
    int64_t number = field_number(text, start, stop);
    if (number == -2)
        return raise_error(&rt_exc_ValueError, "Too many decimal digits in format string");
    if (start == stop) {
        if (args->mapping)
            return positional(args, 0);
        if (args->next < 0)
            return switch_error(false);
        args->is_automatic = true;
        return positional(args, args->next++);
    }
    if (number >= 0) {
        if (args->is_automatic)
            return switch_error(true);
        args->next = -1;
        return positional(args, number);
    }
    Value name = str_substring(OBJ(text), start, stop);
    Value result = name ? keyword(args, name) : 0;
    value_decref(name);
    return result;
}

static Value item_of(Value object, const StrObject *text, int64_t start, int64_t stop) {
    int64_t number = field_number(text, start, stop);
    if (number == -2)
        return raise_error(&rt_exc_ValueError, "Too many decimal digits in format string");
    Value key = number >= 0 ? int_from_i64(number) : str_substring(OBJ(text), start, stop);
    Value result = key ? object_getitem(object, key) : 0;
    value_decref(key);
    return result;
}

static Value attribute_of(Value object, const StrObject *text, int64_t start, int64_t stop) {
    Value name = str_intern_take(str_substring(OBJ(text), start, stop));
    Value result = name ? object_getattr(object, name) : 0;
    value_decref(name);
    return result;
}

/* One .name or [item] at *at; steals `object`. */
static Value step_take(Value object, const StrObject *text, int64_t *at, int64_t stop) {
    bool is_item = str_at(text, *at) == '[';
    int64_t start = ++*at;
    Value result;
    while (*at < stop && (is_item ? str_at(text, *at) != ']'
                                  : str_at(text, *at) != '.' && str_at(text, *at) != '['))
        ++*at;
    if (is_item && *at == stop)
        result = raise_error(&rt_exc_ValueError, "Missing ']' in format string");
    else if (start == *at)
        result = raise_error(&rt_exc_ValueError, "Empty attribute in format string");
    else if (is_item)
        result = item_of(object, text, start, *at);
    else
        result = attribute_of(object, text, start, *at);
    *at += is_item;
    if (result && is_item && *at < stop && str_at(text, *at) != '.' && str_at(text, *at) != '[') {
        value_decref(result);
        result = raise_error(&rt_exc_ValueError,
                             "Only '.' or '[' may follow ']' in format field specifier");
    }
    value_decref(object);
    return result;
}

static Value field_value(FormatArgs *args, const StrObject *text, int64_t start, int64_t stop) {
    int64_t at = start;
    while (at < stop && str_at(text, at) != '.' && str_at(text, at) != '[')
        at++;
    Value value = first_value(args, text, start, at);
    while (value && at < stop)
        value = step_take(value, text, &at, stop);
    return value;
}

/* ---- fields ---------------------------------------------------------------------------------- */

/* Where the parts of "{name!conversion:spec}" are. */
typedef struct Field {
    int64_t name_stop, spec_start, stop; /* spec_start -1: none; stop: at the closing brace */
    uint32_t conversion;
} Field;

static int read_conversion(Field *field, const StrObject *text, int64_t at) {
    if (at + 1 >= text->length)
        return raise_status(&rt_exc_ValueError,
                            at < text->length
                                ? "unmatched '{' in format spec"
                                : "end of string while looking for conversion specifier");
    field->conversion = str_at(text, at);
    uint32_t next = str_at(text, at + 1);
    if (next != ':' && next != '}')
        return raise_status(&rt_exc_ValueError, "expected ':' after conversion specifier");
    field->spec_start = next == ':' ? at + 2 : -1;
    return 0;
}

/* Reads a field that starts behind its brace. */
static int read_field(Field *field, const StrObject *text, int64_t start, int64_t limit) {
    int depth = 1;
    bool in_item = false;
    *field = (Field){.name_stop = -1, .spec_start = -1};
    for (int64_t i = start; i < limit; i++) {
        uint32_t character = str_at(text, i);
        if (field->name_stop < 0 && character == '[')
            in_item = true;
        else if (field->name_stop < 0 && character == ']')
            in_item = false;
        if (field->name_stop < 0 && in_item)
            continue;
        if (character == '{') {
            if (field->name_stop < 0)
                return raise_status(&rt_exc_ValueError, "unexpected '{' in field name");
            depth++;
        } else if (character == '}' && --depth == 0) {
            if (field->name_stop < 0)
                field->name_stop = i;
            field->stop = i;
            return 0;
        } else if (field->name_stop < 0 && (character == ':' || character == '!')) {
            field->name_stop = i;
            if (character == ':')
                field->spec_start = i + 1;
            else if (read_conversion(field, text, i + 1) < 0)
                return -1;
        }
    }
    return raise_status(&rt_exc_ValueError, field->name_stop < 0
                                                ? "expected '}' before end of string"
                                                : "unmatched '{' in format spec");
}

static Value convert_take(Value value, uint32_t conversion) {
    Value result;
    switch (conversion) {
    case 0:
        return value;
    case 'r':
        result = object_repr(value);
        break;
    case 's':
        result = object_str(value);
        break;
    case 'a':
        result = object_ascii(value);
        break;
    default:
        result = raise_error(&rt_exc_ValueError, "Unknown conversion specifier %s%c",
                             conversion > 32 && conversion < 127 ? "" : "\\x", (int)conversion);
    }
    value_decref(value);
    return result;
}

/* The specification of a field; one without braces stands for itself. */
static Value field_spec(FormatArgs *args, const StrObject *text, const Field *field, int depth) {
    if (field->spec_start < 0)
        return str_empty();
    for (int64_t i = field->spec_start; i < field->stop; i++)
        if (str_at(text, i) == '{' || str_at(text, i) == '}')
            return expand(args, text, field->spec_start, field->stop, depth - 1);
    return str_substring(OBJ(text), field->spec_start, field->stop);
}

static Value format_field(FormatArgs *args, const StrObject *text, int64_t start,
                          const Field *field, int depth) {
    Value value = field_value(args, text, start, field->name_stop);
    if (value)
        value = convert_take(value, field->conversion);
    if (!value)
        return 0;
    Value spec = field_spec(args, text, field, depth);
    Value result = spec ? object_format(value, spec) : 0;
    value_decref(spec);
    value_decref(value);
    return result;
}

/* Appends one field; the answer is where the text goes on, -1: failed. */
static int64_t add_field(StrBuilder *builder, FormatArgs *args, const StrObject *text,
                         int64_t start, int64_t stop, int depth) {
    Field field;
    if (start >= stop) {
        raise_error(&rt_exc_ValueError, "Single '{' encountered in format string");
        return -1;
    }
    if (read_field(&field, text, start, stop) < 0)
        return -1;
    Value piece = format_field(args, text, start, &field, depth);
    if (!piece)
        return -1;
    str_builder_str(builder, piece);
    value_decref(piece);
    return field.stop + 1;
}

static Value expand(FormatArgs *args, const StrObject *text, int64_t start, int64_t stop,
                    int depth) {
    if (depth <= 0)
        return raise_error(&rt_exc_ValueError, "Max string recursion exceeded");
    StrBuilder builder;
    str_builder_init(&builder);
    for (int64_t i = start; i < stop;) {
        uint32_t character = str_at(text, i++);
        bool brace = character == '{' || character == '}';
        if (!brace || (i < stop && str_at(text, i) == character)) {
            str_builder_char(&builder, character);
            i += brace;
        } else if (character == '}') {
            str_builder_drop(&builder);
            return raise_error(&rt_exc_ValueError, "Single '}' encountered in format string");
        } else if ((i = add_field(&builder, args, text, i, stop, depth)) < 0) {
            str_builder_drop(&builder);
            return 0;
        }
    }
    return str_builder_finish(&builder);
}

/* ---- the methods ----------------------------------------------------------------------------- */

static bool has_braces(const StrObject *text) {
    for (int64_t i = 0; i < text->length; i++)
        if (str_at(text, i) == '{' || str_at(text, i) == '}')
            return true;
    return false;
}

STR_NATIVE(format) {
    (void)callee;
    const StrObject *text = AS(StrObject, args[0]);
    if (!has_braces(text)) /* the object itself, of whatever class */
        return value_incref(args[0]);
    FormatArgs arguments = {.positional = args + 1,
                            .positional_count = count - 1,
                            .keyword_values = args + count,
                            .keyword_names = names};
    return expand(&arguments, text, 0, text->length, NESTING_LIMIT);
}

STR_NATIVE(format_map) {
    NATIVE_UNUSED();
    const StrObject *text = AS(StrObject, args[0]);
    FormatArgs arguments = {.mapping = args[1]};
    return expand(&arguments, text, 0, text->length, NESTING_LIMIT);
}
