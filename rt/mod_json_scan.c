/*
 * mod_json_scan.c — reading JSON: the class _json.Scanner, which turns the text at a position into
 * a value. Most texts have one byte a character; those are read through a plain pointer. Keys of
 * objects are kept in a small table while a text is read, as the same ones come again and again.
 */
#include "json.h"

#include <math.h>
#include <stdlib.h>

enum { KEY_TABLE = 256, KEY_LONGEST = 64 };

/* The keys of a text's objects. */
typedef struct KeyTable {
    Value keys[KEY_TABLE];
    uint8_t taken[KEY_TABLE]; /* the places of the first `count` that came */
    int count;
} KeyTable;

/* One reading of a text. */
typedef struct Scan {
    Value text;
    const StrObject *str;
    const uint8_t *bytes; /* the characters if they are bytes, or NULL */
    int64_t length;
    const struct Scanner *options;
    KeyTable *keys; /* or NULL */
} Scan;

typedef struct Scanner {
    Object base;
    bool strict;
    Value object_hook, object_pairs_hook;         /* or 0: none */
    Value parse_float, parse_int, parse_constant; /* the first two: 0: float and int themselves */
} Scanner;

/* ---- characters ------------------------------------------------------------------------------ */

static inline uint32_t char_at(const Scan *scan, int64_t index) {
    return scan->bytes ? scan->bytes[index] : str_at(scan->str, index);
}

/* The character, or 0 behind the end. */
static inline uint32_t peek(const Scan *scan, int64_t index) {
    return index < scan->length ? char_at(scan, index) : 0;
}

static inline int64_t skip_blanks(const Scan *scan, int64_t index) {
    while (index < scan->length) {
        uint32_t character = char_at(scan, index);
        if (character != ' ' && character != '\n' && character != '\t' && character != '\r')
            break;
        index++;
    }
    return index;
}

static bool matches(const Scan *scan, int64_t index, const char *word) {
    for (; *word; word++, index++)
        if (peek(scan, index) != (uint8_t)*word)
            return false;
    return true;
}

/* ---- errors ---------------------------------------------------------------------------------- */

Value json_error(const char *message, Value text, int64_t position) {
    Value module = module_import("json.decoder");
    Value type = module ? object_getattr_cstr(module, "JSONDecodeError") : 0;
    Value args[3] = {str_from_cstr(message), text, value_from_small_int(position)};
    Value error = type && args[0] ? object_call(type, args, 3, 0) : 0;
    value_decref(args[0]);
    value_decref(type);
    value_decref(module);
    return error ? raise_value_take(error) : 0;
}

/* There is no value at `index`: the caller of the scanner makes an error of it. */
static Value no_value(int64_t index) {
    return raise_stop_iteration(value_from_small_int(index));
}

/* ---- strings --------------------------------------------------------------------------------- */

static int hex_value(uint32_t character) {
    return character >= '0' && character <= '9'   ? (int)character - '0'
           : character >= 'a' && character <= 'f' ? (int)character - 'a' + 10
           : character >= 'A' && character <= 'F' ? (int)character - 'A' + 10
                                                  : -1;
}

/* The four digits at `index`, or -1. */
static int32_t hex_unit(const Scan *scan, int64_t index) {
    int32_t unit = 0;
    for (int i = 0; i < 4; i++) {
        int digit = hex_value(peek(scan, index + i));
        if (digit < 0)
            return -1;
        unit = unit << 4 | digit;
    }
    return unit;
}

/* Reads \uXXXX, whose digits start at *index, and a second one that makes a pair with it. -1: it is
 * broken. */
static int32_t scan_unicode(const Scan *scan, int64_t *index) {
    int32_t unit = hex_unit(scan, *index);
    if (unit < 0)
        return -1;
    *index += 4;
    if (unit >= 0xd800 && unit < 0xdc00 && matches(scan, *index, "\\u")) {
        int32_t low = hex_unit(scan, *index + 2);
        if (low >= 0xdc00 && low < 0xe000) {
            *index += 6;
            return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        }
    }
    return unit;
}

/* Reads the escape whose backslash is at *index; -1: failed. */
static int32_t scan_escape(const Scan *scan, int64_t start, int64_t *index) {
    static const char letters[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    int64_t at = *index + 1;
    if (at >= scan->length) {
        json_error("Unterminated string starting at", scan->text, start - 1);
        return -1;
    }
    uint32_t letter = char_at(scan, at++);
    if (letter == 'u') {
        int64_t digits = at;
        int32_t character = scan_unicode(scan, &at);
        if (character < 0)
            json_error("Invalid \\uXXXX escape", scan->text, digits - 1);
        *index = at;
        return character;
    }
    const char *found = letter && letter < 0x80 ? strchr(letters, (int)letter) : NULL;
    if (!found) {
        json_error("Invalid \\escape", scan->text, at - 2);
        return -1;
    }
    *index = at;
    return values[found - letters];
}

/* Where the run of plain characters from `index` on ends. */
static int64_t plain_end(const Scan *scan, int64_t index) {
    if (scan->bytes) {
        while (index < scan->length && scan->bytes[index] != '"' && scan->bytes[index] != '\\' &&
               scan->bytes[index] > 0x1f)
            index++;
        return index;
    }
    while (index < scan->length) {
        uint32_t character = str_at(scan->str, index);
        if (character == '"' || character == '\\' || character <= 0x1f)
            break;
        index++;
    }
    return index;
}

/* The rest of a string that is not plain; `index` is at its first special character. */
static Value scan_special(const Scan *scan, int64_t start, int64_t index, bool strict,
                          int64_t *end) {
    StrBuilder builder;
    str_builder_init(&builder);
    int64_t from = start;
    for (;;) {
        for (int64_t i = from; i < index; i++)
            str_builder_char(&builder, char_at(scan, i));
        if (index >= scan->length) {
            json_error("Unterminated string starting at", scan->text, start - 1);
            break;
        }
        uint32_t character = char_at(scan, index);
        if (character == '"') {
            *end = index + 1;
            return str_builder_finish(&builder);
        }
        int32_t decoded = (int32_t)character;
        if (character == '\\') {
            decoded = scan_escape(scan, start, &index);
            if (decoded < 0)
                break;
        } else if (strict) {
            json_error("Invalid control character at", scan->text, index);
            break;
        } else {
            index++;
        }
        str_builder_char(&builder, (uint32_t)decoded);
        from = index;
        index = plain_end(scan, index);
    }
    str_builder_drop(&builder);
    return 0;
}

static Value plain_text(const Scan *scan, int64_t start, int64_t end) {
    if (scan->bytes && scan->str->ascii) {
        StrObject *str = str_alloc(end - start, 0x7f);
        if (str)
            memcpy(str_data(str), scan->bytes + start, (size_t)(end - start));
        return OBJ(str);
    }
    return str_substring(scan->text, start, end);
}

static Value scan_string(const Scan *scan, int64_t start, bool strict, int64_t *end) {
    int64_t index = plain_end(scan, start);
    if (peek(scan, index) != '"')
        return scan_special(scan, start, index, strict, end);
    *end = index + 1;
    return index == start ? str_empty() : plain_text(scan, start, index);
}

static void scan_init(Scan *scan, Value text) {
    scan->text = text;
    scan->str = AS(StrObject, text);
    scan->bytes = scan->str->kind == 1 ? str_data(scan->str) : NULL;
    scan->length = scan->str->length;
}

Value json_scan_string(Value text, int64_t start, bool strict, int64_t *end) {
    Scan scan = {0};
    scan_init(&scan, text);
    return scan_string(&scan, start, strict, end);
}

/* The key of an object: as scan_string, but the same key is the same str object. */
static Value scan_key(Scan *scan, int64_t start, int64_t *end) {
    int64_t stop = plain_end(scan, start), size = stop - start;
    if (!scan->keys || !scan->bytes || size > KEY_LONGEST || peek(scan, stop) != '"')
        return scan_string(scan, start, scan->options->strict, end);
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (int64_t i = start; i < stop; i++)
        hash = (hash ^ scan->bytes[i]) * 16777619u;
    uint32_t place = (hash ^ hash >> 16) % KEY_TABLE;
    Value *known = &scan->keys->keys[place];
    *end = stop + 1;
    if (*known) {
        const StrObject *str = AS(StrObject, *known);
        if (str->length == size && memcmp(str_data(str), scan->bytes + start, (size_t)size) == 0)
            return value_incref(*known);
    }
    Value key = plain_text(scan, start, stop);
    if (key && AS(StrObject, key)->kind == 1) {
        if (!*known)
            scan->keys->taken[scan->keys->count++] = (uint8_t)place;
        value_replace(known, value_incref(key));
    }
    return key;
}

/* ---- numbers --------------------------------------------------------------------------------- */

/* What is known of a number once it was measured. */
typedef struct Number {
    int64_t start, end;
    uint64_t digits; /* all digits as one number, if there are at most 18 of them */
    int digit_count, fraction;
    int64_t exponent;
    bool negative, is_float;
} Number;

static int64_t scan_digits(const Scan *scan, int64_t index, Number *number) {
    for (uint32_t c = peek(scan, index); c >= '0' && c <= '9'; c = peek(scan, ++index)) {
        if (number->digit_count++ < 18)
            number->digits = number->digits * 10 + (c - '0');
    }
    return index;
}

static bool digit_at(const Scan *scan, int64_t index) {
    uint32_t character = peek(scan, index);
    return character >= '0' && character <= '9';
}

static int64_t scan_exponent(const Scan *scan, int64_t index, Number *number) {
    int64_t at = index + 1;
    bool negative = peek(scan, at) == '-';
    at += negative || peek(scan, at) == '+';
    if (!digit_at(scan, at))
        return index;
    for (; digit_at(scan, at); at++)
        if (number->exponent < 100000)
            number->exponent = number->exponent * 10 + (peek(scan, at) - '0');
    if (negative)
        number->exponent = -number->exponent;
    number->is_float = true;
    return at;
}

/* Measures the number at `start`; false: there is none. */
static bool measure_number(const Scan *scan, int64_t start, Number *number) {
    *number = (Number){.start = start, .negative = peek(scan, start) == '-'};
    int64_t index = start + number->negative;
    if (!digit_at(scan, index))
        return false;
    if (peek(scan, index) == '0') {
        index++;
        number->digit_count = 0;
    } else {
        index = scan_digits(scan, index, number);
    }
    if (peek(scan, index) == '.' && digit_at(scan, index + 1)) {
        int64_t first = index + 1;
        number->is_float = true;
        index = scan_digits(scan, first, number);
        number->fraction = (int)(index - first);
    }
    uint32_t letter = peek(scan, index);
    if (letter == 'e' || letter == 'E')
        index = scan_exponent(scan, index, number);
    number->end = index;
    return true;
}

static double number_double(const Scan *scan, const Number *number) {
    double result;
    if (number->digit_count <= 18 &&
        float_from_decimal(number->digits, number->exponent - number->fraction, &result))
        return number->negative ? -result : result;
    char few[64], *text = few;
    size_t size = (size_t)(number->end - number->start);
    if (size >= sizeof few && !(text = malloc(size + 1)))
        return NAN;
    for (size_t i = 0; i < size; i++)
        text[i] = (char)char_at(scan, number->start + (int64_t)i);
    text[size] = 0;
    result = strtod(text, NULL);
    if (text != few)
        free(text);
    return result;
}

static Value scan_number(const Scan *scan, int64_t start, int64_t *end) {
    Number number;
    if (!measure_number(scan, start, &number))
        return no_value(start);
    *end = number.end;
    Value parse = number.is_float ? scan->options->parse_float : scan->options->parse_int;
    if (!parse && number.is_float)
        return float_new(number_double(scan, &number));
    if (!parse && number.digit_count <= 18)
        return int_from_i64(number.negative ? -(int64_t)number.digits : (int64_t)number.digits);
    Value text = str_substring(scan->text, number.start, number.end), result = 0;
    if (text)
        result = parse ? object_call1(parse, text) : int_from_text(text, 10);
    value_decref(text);
    return result;
}

static Value scan_constant(const Scan *scan, const char *name, int64_t start, int64_t *end) {
    Value text = str_from_cstr(name);
    Value result = text ? object_call1(scan->options->parse_constant, text) : 0;
    *end = start + (int64_t)strlen(name);
    value_decref(text);
    return result;
}

/* ---- containers ------------------------------------------------------------------------------ */

static Value scan_value(Scan *scan, int64_t index, int64_t *end);

/* Reads one "key": value; *end: behind the value. 0 or -1. */
static int scan_pair(Scan *scan, int64_t index, Value *key, Value *value, int64_t *end) {
    if (peek(scan, index) != '"') {
        json_error("Expecting property name enclosed in double quotes", scan->text, index);
        return -1;
    }
    if (!(*key = scan_key(scan, index + 1, &index)))
        return -1;
    index = skip_blanks(scan, index);
    if (peek(scan, index) != ':')
        json_error("Expecting ':' delimiter", scan->text, index);
    else if ((*value = scan_value(scan, skip_blanks(scan, index + 1), end)))
        return 0;
    value_decref(*key);
    return -1;
}

static int keep_pair_take(Value container, bool pairs, Value key, Value value) {
    int status;
    if (pairs) {
        Value items[2] = {key, value};
        status = list_append_take(container, tuple_new(items, 2));
    } else {
        int64_t hash = key_hash(key);
        status = hash == -1 ? -1 : dict_set_hashed(AS(DictObject, container), key, hash, value);
    }
    value_decref(key);
    value_decref(value);
    return status;
}

/* The members of an object, into a dict or a list of pairs. 0 or -1. */
static int scan_members(Scan *scan, Value container, bool pairs, int64_t index, int64_t *end) {
    index = skip_blanks(scan, index);
    if (peek(scan, index) == '}') {
        *end = index + 1;
        return 0;
    }
    for (;;) {
        Value key, value;
        if (scan_pair(scan, index, &key, &value, &index) < 0 ||
            keep_pair_take(container, pairs, key, value) < 0)
            return -1;
        index = skip_blanks(scan, index);
        uint32_t next = peek(scan, index);
        if (next == '}')
            break;
        if (next != ',') {
            json_error("Expecting ',' delimiter", scan->text, index);
            return -1;
        }
        index = skip_blanks(scan, index + 1);
    }
    *end = index + 1;
    return 0;
}

static Value scan_object(Scan *scan, int64_t index, int64_t *end) {
    Value pairs_hook = scan->options->object_pairs_hook, hook = scan->options->object_hook;
    Value container = pairs_hook ? list_new(NULL, 0) : dict_new();
    if (!container || scan_members(scan, container, pairs_hook != 0, index, end) < 0) {
        value_decref(container);
        return 0;
    }
    if (!pairs_hook && !hook)
        return container;
    Value result = object_call1(pairs_hook ? pairs_hook : hook, container);
    value_decref(container);
    return result;
}

static int scan_items(Scan *scan, Value list, int64_t index, int64_t *end) {
    index = skip_blanks(scan, index);
    if (peek(scan, index) == ']') {
        *end = index + 1;
        return 0;
    }
    for (;;) {
        Value item = scan_value(scan, index, &index);
        if (!item || list_append_take(list, item) < 0)
            return -1;
        index = skip_blanks(scan, index);
        uint32_t next = peek(scan, index);
        if (next == ']')
            break;
        if (next != ',') {
            json_error("Expecting ',' delimiter", scan->text, index);
            return -1;
        }
        index = skip_blanks(scan, index + 1);
    }
    *end = index + 1;
    return 0;
}

static Value scan_array(Scan *scan, int64_t index, int64_t *end) {
    Value list = list_new(NULL, 0);
    if (list && scan_items(scan, list, index, end) == 0)
        return list;
    value_decref(list);
    return 0;
}

/* ---- any value ------------------------------------------------------------------------------- */

static Value scan_word(const Scan *scan, int64_t index, int64_t *end) {
    static const struct {
        const char *text;
        Value value; /* 0: the program says */
    } words[] = {{"null", VALUE_NONE}, {"true", VALUE_TRUE}, {"false", VALUE_FALSE},
                 {"NaN", 0},           {"Infinity", 0},      {"-Infinity", 0}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (!matches(scan, index, words[i].text))
            continue;
        if (!words[i].value)
            return scan_constant(scan, words[i].text, index, end);
        *end = index + (int64_t)strlen(words[i].text);
        return words[i].value;
    }
    return scan_number(scan, index, end);
}

static Value scan_nested(Scan *scan, int64_t index, int64_t *end, bool object) {
    if (stack_check() < 0)
        return 0;
    return object ? scan_object(scan, index, end) : scan_array(scan, index, end);
}

static Value scan_value(Scan *scan, int64_t index, int64_t *end) {
    if (index >= scan->length)
        return no_value(index);
    uint32_t character = char_at(scan, index);
    switch (character) {
    case '"':
        return scan_string(scan, index + 1, scan->options->strict, end);
    case '{':
    case '[':
        return scan_nested(scan, index + 1, end, character == '{');
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
        return scan_number(scan, index, end);
    default:
        return scan_word(scan, index, end);
    }
}

/* ---- the class ------------------------------------------------------------------------------- */

static void scanner_clear(Object *self) {
    Scanner *scanner = (Scanner *)self;
    Value *const fields[] = {&scanner->object_hook, &scanner->object_pairs_hook,
                             &scanner->parse_float, &scanner->parse_int, &scanner->parse_constant};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        value_replace(fields[i], 0);
}

static void scanner_traverse(Object *self, VisitValue visit, void *context) {
    const Scanner *scanner = (const Scanner *)self;
    const Value fields[] = {scanner->object_hook, scanner->object_pairs_hook, scanner->parse_float,
                            scanner->parse_int, scanner->parse_constant};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        visit(fields[i], context);
}

/* Reads an attribute of the decoder; `usual`, or None, counts as 0. */
static int read_option(Value context, const char *name, Value usual, Value *option) {
    *option = object_getattr_cstr(context, name);
    if (*option && (*option == usual || *option == VALUE_NONE))
        value_replace(option, 0);
    else if (!*option)
        return -1;
    return 0;
}

static int read_options(Scanner *scanner, Value context) {
    Value strict = object_getattr_cstr(context, "strict");
    int truth = strict ? object_truth(strict) : -1;
    value_decref(strict);
    scanner->strict = truth > 0;
    if (truth < 0 || read_option(context, "object_hook", 0, &scanner->object_hook) < 0 ||
        read_option(context, "object_pairs_hook", 0, &scanner->object_pairs_hook) < 0 ||
        read_option(context, "parse_float", OBJ(&rt_type_float), &scanner->parse_float) < 0 ||
        read_option(context, "parse_int", OBJ(&rt_type_int), &scanner->parse_int) < 0)
        return -1;
    scanner->parse_constant = object_getattr_cstr(context, "parse_constant");
    return scanner->parse_constant ? 0 : -1;
}

NATIVE(scanner_make) {
    NATIVE_UNUSED();
    Scanner *scanner = object_new(&rt_type_json_scanner, sizeof *scanner);
    if (scanner && read_options(scanner, args[0]) == 0)
        return OBJ(scanner);
    value_decref(OBJ(scanner));
    return 0;
}

NEW_BY_SPEC(scanner_new, .name = "make_scanner", .call = scanner_make, .min_args = 1, .max_args = 1,
            .keywords = "context")

static Value scan_at(const Scanner *options, Value text, int64_t index, int64_t *end) {
    KeyTable table;
    memset(table.keys, 0, sizeof table.keys);
    table.count = 0;
    Scan scan = {.options = options, .keys = &table};
    scan_init(&scan, text);
    Value result = scan_value(&scan, index, end);
    for (int i = 0; i < table.count; i++)
        value_decref(table.keys[table.taken[i]]);
    return result;
}

/* scan_once(string, idx): (value, end) */
NATIVE(scanner_scan) {
    NATIVE_UNUSED();
    if (!value_is_str(args[0]))
        return raise_error(&rt_exc_TypeError, "first argument must be a string, not %T", args[0]);
    int64_t index = object_index(args[1]), end = 0;
    if (index == -1 && isolate.pending)
        return 0;
    if (index < 0)
        return raise_error(&rt_exc_ValueError, "idx cannot be negative");
    Value items[2] = {scan_at(SPEC_DATA(callee), args[0], index, &end), 0};
    if (!items[0])
        return 0;
    items[1] = value_from_small_int(end);
    Value pair = tuple_new(items, 2);
    value_decref(items[0]);
    return pair;
}

static Value scanner_call(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "scan_once",
                                      .call = scanner_scan,
                                      .min_args = 2,
                                      .max_args = 2,
                                      .kind = METHOD_STATIC,
                                      .keywords = "string idx"};
    return call_spec(&spec, AS(Scanner, self), args, count, names);
}

#define OPTION(field)                                                                              \
    NATIVE(get_##field) {                                                                          \
        NATIVE_UNUSED();                                                                           \
        Value option = AS(Scanner, args[0])->field;                                                \
        return option ? value_incref(option) : VALUE_NONE;                                         \
    }
OPTION(object_hook)
OPTION(object_pairs_hook)

NATIVE(get_strict) {
    NATIVE_UNUSED();
    return VALUE_BOOL(AS(Scanner, args[0])->strict);
}

static const NativeMethod scanner_methods[] = {
    {.name = "strict", .call = get_strict, .kind = METHOD_GETTER},
    {.name = "object_hook", .call = get_object_hook, .kind = METHOD_GETTER},
    {.name = "object_pairs_hook", .call = get_object_pairs_hook, .kind = METHOD_GETTER},
    {0},
};

Type rt_type_json_scanner = {
    .name = "_json.Scanner",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(Scanner),
    .methods = scanner_methods,
    .slots = {.new = scanner_new,
              .dealloc = scanner_clear,
              .clear = scanner_clear,
              .traverse = scanner_traverse,
              .call = scanner_call},
};
