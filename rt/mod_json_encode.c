/*
 * mod_json_encode.c — writing JSON: the class _json.Encoder, and string literals. Text is collected
 * in UTF-8 and becomes a str at the end.
 */
#include "json.h"

#include <math.h>

typedef struct Encoder {
    Object base;
    bool check_circular, sort_keys, skip_keys, allow_nan;
    bool ascii;   /* the strings are in ASCII */
    Value custom; /* the function that makes literals of strings; 0: this file does */
    Value default_function;
    Value indent; /* str, or 0: all on one line */
    Value key_separator, item_separator;
} Encoder;

enum { OUTER = 16 };

/* The containers that are being written are kept for the search for cycles: the outermost in an
 * array that is looked through, the others, of which there may be many, in a set. */
typedef struct Writer {
    ByteBuffer out;
    const Encoder *options;
    uint32_t depth; /* how many they are */
    Value outer[OUTER];
    Value inner; /* their addresses, small ints; or 0 */
} Writer;

/* ---- text ------------------------------------------------------------------------------------ */

static int write_bytes(ByteBuffer *out, const void *data, int64_t size) {
    return byte_buffer_add(out, data, size);
}

static int write_cstr(ByteBuffer *out, const char *text) {
    return write_bytes(out, text, (int64_t)strlen(text));
}

static int write_str(ByteBuffer *out, Value str) {
    size_t size;
    const char *text = str_utf8(str, &size);
    return text ? write_bytes(out, text, (int64_t)size) : -1;
}

Value json_take_text(ByteBuffer *out, bool failed) {
    Value text = 0;
    if (!failed)
        text = out->size ? str_from_utf8((const char *)out->data, (size_t)out->size) : str_empty();
    mem_free(out->data);
    return text;
}

/* ---- string literals ------------------------------------------------------------------------- */

/* Writes \uXXXX. */
static uint8_t *put_unit(uint8_t *to, uint32_t unit) {
    *to++ = '\\';
    *to++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4)
        *to++ = (uint8_t) "0123456789abcdef"[unit >> shift & 15];
    return to;
}

enum { LONGEST_ESCAPE = 12 };

/* Writes the escape of a character that needs one; answers where it ends. */
static uint8_t *put_escape(uint8_t *to, uint32_t character) {
    static const char plain[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
    const char *found = character && character < 0x80 ? strchr(plain, (int)character) : NULL;
    if (found) {
        *to++ = '\\';
        *to++ = (uint8_t)letters[found - plain];
        return to;
    }
    if (character < 0x10000)
        return put_unit(to, character);
    character -= 0x10000;
    to = put_unit(to, 0xd800 + (character >> 10));
    return put_unit(to, 0xdc00 + (character & 0x3ff));
}

/* Does this character stand as it is in a literal? `ascii`: of printable ASCII characters only. */
static inline bool is_plain(uint32_t character, bool ascii) {
    return character >= 0x20 && character != '"' && character != '\\' &&
           (!ascii || character < 0x7f);
}

/* Writes a string of ASCII characters to `to`, where there is room for escapes all over. */
static uint8_t *put_ascii(uint8_t *to, const uint8_t *data, int64_t length, bool ascii) {
    for (int64_t i = 0; i < length; i++) {
        if (is_plain(data[i], ascii))
            *to++ = data[i];
        else
            to = put_escape(to, data[i]);
    }
    return to;
}

static uint8_t *put_wide(uint8_t *to, const StrObject *str, bool ascii) {
    for (int64_t i = 0; i < str->length; i++) {
        uint32_t character = str_at(str, i);
        if (!is_plain(character, ascii))
            to = put_escape(to, character);
        else
            to += utf8_encode_one(character, (char *)to);
    }
    return to;
}

enum { PIECE = 4096 }; /* characters of long strings written at a time */

int json_write_string(ByteBuffer *out, Value value, bool ascii) {
    const StrObject *str = AS(StrObject, value);
    if (byte_buffer_reserve(out, str->length + 2) < 0 || write_bytes(out, "\"", 1) < 0)
        return -1;
    if (!str->ascii) {
        if (byte_buffer_reserve(out, str->length * LONGEST_ESCAPE) < 0)
            return -1;
        out->size = put_wide(out->data + out->size, str, ascii) - out->data;
    }
    for (int64_t i = 0; str->ascii && i < str->length; i += PIECE) {
        int64_t size = str->length - i < PIECE ? str->length - i : PIECE;
        if (byte_buffer_reserve(out, size * 6) < 0)
            return -1;
        const uint8_t *data = (const uint8_t *)str_data(str) + i;
        out->size = put_ascii(out->data + out->size, data, size, ascii) - out->data;
    }
    return write_bytes(out, "\"", 1);
}

static int write_string(Writer *writer, Value str) {
    if (!writer->options->custom)
        return json_write_string(&writer->out, str, writer->options->ascii);
    Value literal = object_call1(writer->options->custom, str);
    if (literal && !value_is_str(literal)) {
        raise_error(&rt_exc_TypeError, "encoder() must return a string, not %T", literal);
        value_replace(&literal, 0);
    }
    int status = literal ? write_str(&writer->out, literal) : -1;
    value_decref(literal);
    return status;
}

/* ---- numbers --------------------------------------------------------------------------------- */

static int write_int(Writer *writer, Value number) {
    int64_t small;
    if (value_is_small_int(number)) {
        small = value_small_int(number);
        char text[24], *at = text + sizeof text;
        uint64_t rest = small < 0 ? -(uint64_t)small : (uint64_t)small;
        do
            *--at = (char)('0' + rest % 10);
        while (rest /= 10);
        if (small < 0)
            *--at = '-';
        return write_bytes(&writer->out, at, text + sizeof text - at);
    }
    Value text = int_to_str(number, 10, false);
    int status = text ? write_str(&writer->out, text) : -1;
    value_decref(text);
    return status;
}

static int write_float(Writer *writer, Value value) {
    double number = float_number(value);
    char text[32];
    if (isfinite(number))
        return write_cstr(&writer->out, double_repr(number, text));
    if (!writer->options->allow_nan && writer->options->indent)
        return raise_status(&rt_exc_ValueError,
                            "Out of range float values are not JSON compliant: %s",
                            double_repr(number, text));
    if (!writer->options->allow_nan)
        return raise_status(&rt_exc_ValueError, "Out of range float values are not JSON compliant");
    return write_cstr(&writer->out, isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
}

/* ---- containers ------------------------------------------------------------------------------ */

static int write_value(Writer *writer, Value value, int64_t level);

static Value address_of(Value container) {
    return value_from_small_int((int64_t)(container >> 4));
}

/* 1, 0 or -1 */
static int is_being_written(const Writer *writer, Value container) {
    for (uint32_t i = 0; i < writer->depth && i < OUTER; i++)
        if (writer->outer[i] == container)
            return 1;
    return writer->depth > OUTER ? set_contains(writer->inner, address_of(container)) : 0;
}

static int note_inner(Writer *writer, Value container) {
    if (!writer->inner && !(writer->inner = set_new(false)))
        return -1;
    return set_add(writer->inner, address_of(container));
}

/* Before a container is written. 0 or -1. */
static int container_enter(Writer *writer, Value container) {
    if (!writer->options->check_circular)
        return stack_check();
    int found = is_being_written(writer, container);
    if (found)
        return found < 0 ? -1 : raise_status(&rt_exc_ValueError, "Circular reference detected");
    if (stack_check() < 0)
        return -1;
    if (writer->depth < OUTER)
        writer->outer[writer->depth] = container;
    else if (note_inner(writer, container) < 0)
        return -1;
    writer->depth++;
    return 0;
}

static void container_leave(Writer *writer, Value container) {
    if (writer->options->check_circular && --writer->depth >= OUTER)
        set_discard(writer->inner, address_of(container));
}

/* A line break with the indentation of `level`, if there is any. */
static int write_break(Writer *writer, int64_t level) {
    if (!writer->options->indent)
        return 0;
    int status = write_bytes(&writer->out, "\n", 1);
    for (int64_t i = 0; status == 0 && i < level; i++)
        status = write_str(&writer->out, writer->options->indent);
    return status;
}

static int write_list(Writer *writer, Value list, int64_t level) {
    Value items = value_isa(list, &rt_type_list) ? value_incref(list) : tuple_from_iterable(list);
    if (!items)
        return -1;
    int status = 0;
    for (int64_t i = 0; status == 0; i++) {
        bool is_list = value_isa(items, &rt_type_list); /* default() may change a list */
        int64_t length = is_list ? AS(ListObject, items)->length : AS(TupleObject, items)->length;
        if (i == 0 && length == 0) {
            status = write_bytes(&writer->out, "[]", 2);
            break;
        }
        if (i == length) {
            status = write_break(writer, level) < 0 ? -1 : write_bytes(&writer->out, "]", 1);
            break;
        }
        status = i ? write_str(&writer->out, writer->options->item_separator)
                   : write_bytes(&writer->out, "[", 1);
        if (status == 0)
            status = write_break(writer, level + 1);
        Value item = value_incref(is_list ? AS(ListObject, items)->items[i]
                                          : AS(TupleObject, items)->items[i]);
        if (status == 0)
            status = write_value(writer, item, level + 1);
        value_decref(item);
    }
    value_decref(items);
    return status;
}

/* 1: written; 0: to be skipped; -1 */
static int write_key(Writer *writer, Value key) {
    ByteBuffer *out = &writer->out;
    if (value_is_str(key))
        return write_string(writer, key) < 0 ? -1 : 1;
    const char *word = key == VALUE_NONE    ? "\"null\""
                       : key == VALUE_TRUE  ? "\"true\""
                       : key == VALUE_FALSE ? "\"false\""
                                            : NULL;
    if (word)
        return write_cstr(out, word) < 0 ? -1 : 1;
    bool is_int = value_is_int(key);
    if (is_int || value_is_float(key)) {
        if (write_bytes(out, "\"", 1) < 0 ||
            (is_int ? write_int(writer, key) : write_float(writer, key)) < 0)
            return -1;
        return write_bytes(out, "\"", 1) < 0 ? -1 : 1;
    }
    if (writer->options->skip_keys)
        return 0;
    return raise_status(&rt_exc_TypeError, "keys must be str, int, float, bool or None, not %N",
                        value_type(key));
}

static int write_member(Writer *writer, Value key, Value value, int64_t level, bool *first) {
    int64_t before = writer->out.size;
    int status = *first ? write_bytes(&writer->out, "{", 1)
                        : write_str(&writer->out, writer->options->item_separator);
    if (status < 0 || write_break(writer, level + 1) < 0)
        return -1;
    int written = write_key(writer, key);
    if (written <= 0) {
        writer->out.size = before;
        return written;
    }
    *first = false;
    if (write_str(&writer->out, writer->options->key_separator) < 0)
        return -1;
    return write_value(writer, value, level + 1);
}

/* The members as a list of pairs, for subclasses and for sorting. */
static int write_pairs(Writer *writer, Value dict, int64_t level, bool *first) {
    Value view = object_call_method(dict, "items", NULL, 0);
    Value pairs = view ? list_from_iterable(view) : 0;
    int status = pairs ? 0 : -1;
    value_decref(view);
    if (status == 0 && writer->options->sort_keys)
        status = list_sort(pairs, 0, false);
    for (int64_t i = 0; status == 0 && i < AS(ListObject, pairs)->length; i++) {
        Value pair = AS(ListObject, pairs)->items[i];
        if (!value_isa(pair, &rt_type_tuple) || AS(TupleObject, pair)->length != 2)
            status = raise_status(&rt_exc_ValueError, "items must return 2-tuples");
        else
            status = write_member(writer, AS(TupleObject, pair)->items[0],
                                  AS(TupleObject, pair)->items[1], level, first);
    }
    value_decref(pairs);
    return status;
}

static int write_members(Writer *writer, Value dict, int64_t level, bool *first) {
    Value key, value;
    int status = 0;
    for (int64_t position = 0; status == 0 && dict_next(dict, &position, &key, &value);) {
        value_incref(key);
        value_incref(value);
        status = write_member(writer, key, value, level, first);
        value_decref(key);
        value_decref(value);
    }
    return status;
}

static int write_dict(Writer *writer, Value dict, int64_t level) {
    bool first = true;
    if (object_len(dict) == 0 || isolate.pending)
        return isolate.pending ? -1 : write_bytes(&writer->out, "{}", 2);
    bool plain = value_is(dict, &rt_type_dict) && !writer->options->sort_keys;
    int status = plain ? write_members(writer, dict, level, &first)
                       : write_pairs(writer, dict, level, &first);
    if (status < 0)
        return -1;
    if (first) /* all keys were skipped */
        status = write_bytes(&writer->out, "{", 1);
    if (status == 0)
        status = write_break(writer, level);
    return status < 0 ? -1 : write_bytes(&writer->out, "}", 1);
}

/* ---- any value ------------------------------------------------------------------------------- */

/* An object that JSON does not know: default() answers what to write instead. */
static int write_other(Writer *writer, Value value, int64_t level) {
    Value instead = object_call1(writer->options->default_function, value);
    int status = instead ? write_value(writer, instead, level) : -1;
    value_decref(instead);
    return status;
}

static int write_container(Writer *writer, Value value, int64_t level) {
    if (container_enter(writer, value) < 0)
        return -1;
    int status;
    if (value_isa(value, &rt_type_dict))
        status = write_dict(writer, value, level);
    else if (value_isa(value, &rt_type_list) || value_isa(value, &rt_type_tuple))
        status = write_list(writer, value, level);
    else
        status = write_other(writer, value, level);
    container_leave(writer, value);
    return status;
}

static int write_value(Writer *writer, Value value, int64_t level) {
    if (value_is_small_int(value))
        return write_int(writer, value);
    if (value == VALUE_NONE || value == VALUE_TRUE || value == VALUE_FALSE)
        return write_cstr(&writer->out, value == VALUE_NONE   ? "null"
                                        : value == VALUE_TRUE ? "true"
                                                              : "false");
    if (value_is_str(value))
        return write_string(writer, value);
    if (value_is_int(value))
        return write_int(writer, value);
    if (value_is_float(value))
        return write_float(writer, value);
    return write_container(writer, value, level);
}

/* ---- the class ------------------------------------------------------------------------------- */

static void encoder_clear(Object *self) {
    Encoder *encoder = (Encoder *)self;
    Value *const fields[] = {&encoder->custom, &encoder->default_function, &encoder->indent,
                             &encoder->key_separator, &encoder->item_separator};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        value_replace(fields[i], 0);
}

static void encoder_traverse(Object *self, VisitValue visit, void *context) {
    visit(((Encoder *)self)->custom, context);
    visit(((Encoder *)self)->default_function, context);
}

/* The function of this module with that name? */
static bool is_own_function(Value function, const char *name) {
    return value_is(function, &rt_type_native_function) &&
           !strcmp(AS(NativeFunction, function)->method->name, name) &&
           AS(NativeFunction, function)->module_name &&
           str_equal_cstr(AS(NativeFunction, function)->module_name, "_json");
}

static int read_flags(Encoder *encoder, const Value *args) {
    int sort = object_truth(args[6]), skip = sort < 0 ? -1 : object_truth(args[7]);
    int nan = skip < 0 ? -1 : object_truth(args[8]);
    encoder->sort_keys = sort > 0;
    encoder->skip_keys = skip > 0;
    encoder->allow_nan = nan > 0;
    encoder->check_circular = args[0] != VALUE_NONE;
    return nan < 0 ? -1 : 0;
}

/* make_encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys,
 * skipkeys, allow_nan) */
NATIVE(encoder_make) {
    NATIVE_UNUSED();
    if (!value_is_str(args[4]) || !value_is_str(args[5]))
        return raise_error(&rt_exc_TypeError, "make_encoder() argument %d must be str, not %T",
                           value_is_str(args[4]) ? 6 : 5,
                           value_is_str(args[4]) ? args[5] : args[4]);
    if (args[3] != VALUE_NONE && !value_is_str(args[3]))
        return raise_error(&rt_exc_TypeError, "make_encoder() argument 4 must be str or None");
    Encoder *encoder = object_new(&rt_type_json_encoder, sizeof *encoder);
    if (!encoder || read_flags(encoder, args) < 0) {
        value_decref(OBJ(encoder));
        return 0;
    }
    encoder->default_function = value_incref(args[1]);
    encoder->ascii = is_own_function(args[2], "encode_basestring_ascii");
    if (!encoder->ascii && !is_own_function(args[2], "encode_basestring"))
        encoder->custom = value_incref(args[2]);
    if (args[3] != VALUE_NONE)
        encoder->indent = value_incref(args[3]);
    encoder->key_separator = value_incref(args[4]);
    encoder->item_separator = value_incref(args[5]);
    return OBJ(encoder);
}

NEW_BY_SPEC(encoder_new, .name = "make_encoder", .call = encoder_make, .min_args = 9, .max_args = 9,
            .keywords = "markers default encoder indent key_separator item_separator sort_keys "
                        "skipkeys allow_nan")

/* encode(object, level): a tuple with the text. */
NATIVE(encoder_encode) {
    NATIVE_UNUSED();
    Writer writer = {.out = {.what = "bytes"}, .options = SPEC_DATA(callee)};
    int64_t level = object_index(args[1]);
    if (level == -1 && isolate.pending)
        return 0;
    int status = write_value(&writer, args[0], level);
    value_decref(writer.inner);
    Value text = json_take_text(&writer.out, status < 0);
    Value tuple = text ? tuple_new(&text, 1) : 0;
    value_decref(text);
    return tuple;
}

static Value encoder_call(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "_iterencode",
                                      .call = encoder_encode,
                                      .min_args = 2,
                                      .max_args = 2,
                                      .kind = METHOD_STATIC,
                                      .keywords = "obj _current_indent_level"};
    return call_spec(&spec, AS(Encoder, self), args, count, names);
}

Type rt_type_json_encoder = {
    .name = "_json.Encoder",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(Encoder),
    .slots = {.new = encoder_new,
              .dealloc = encoder_clear,
              .clear = encoder_clear,
              .traverse = encoder_traverse,
              .call = encoder_call},
};
