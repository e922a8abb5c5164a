/*
 * mod_codecs.c — the module _codecs_native: the functions of CPython's _codecs that work on bytes
 * and characters, each answering (result, how much was consumed). The registry of codecs and error
 * handlers is Python (pylib/_codecs.py); the hooks lead from str.encode and bytes.decode to it.
 */
#include "bytes.h"

static Value lookup_hook, handler_hook;

/* ---- arguments ------------------------------------------------------------------------------- */

static Value pair_take(Value result, int64_t consumed) {
    if (!result)
        return 0;
    Value items[2] = {result, value_from_small_int(consumed)};
    Value pair = tuple_new(items, 2);
    value_decref(result);
    return pair;
}

static const char *errors_text(Value errors) {
    size_t size;
    if (!errors || errors == VALUE_NONE)
        return "strict";
    if (value_is_str(errors))
        return str_utf8(errors, &size);
    raise_error(&rt_exc_TypeError, "errors must be str or None, not %T", errors);
    return NULL;
}

/* The bytes to decode; a str counts as its UTF-8 form where `text` allows it. */
static bool data_argument(Value value, bool text, const uint8_t **data, int64_t *size) {
    if (text && value_is_str(value)) {
        size_t length;
        *data = (const uint8_t *)str_utf8(value, &length);
        *size = (int64_t)length;
        return *data != NULL;
    }
    if (bytes_view(value, data, size))
        return true;
    buffer_refused(value);
    return false;
}

static bool str_given(Value value) {
    if (value_is_str(value))
        return true;
    raise_error(&rt_exc_TypeError, "argument 1 must be str, not %A", value);
    return false;
}

/* ---- encoders and decoders of codecs.c ------------------------------------------------------- */

static Value encode_with(const char *encoding, const Value *args, uint32_t count) {
    const char *errors = errors_text(ARG(1));
    if (!errors || !str_given(args[0]))
        return 0;
    return pair_take(codec_encode(args[0], encoding, errors), AS(StrObject, args[0])->length);
}

/* decode(data, errors=None, final=False) */
static Value decode_with(const char *encoding, bool partial, const Value *args, uint32_t count) {
    const char *errors = errors_text(ARG(1));
    const uint8_t *data;
    int64_t size, consumed;
    int final = !partial ? 1 : ARG(2) ? object_truth(args[2]) : 0;
    if (!errors || final < 0 || !data_argument(args[0], false, &data, &size))
        return 0;
    consumed = size;
    Value text = codec_decode_part(data, size, encoding, errors, final ? NULL : &consumed, NULL);
    return pair_take(text, consumed);
}

#define CODEC(name, encoding, partial)                                                             \
    NATIVE(name##_encode) {                                                                        \
        NATIVE_UNUSED();                                                                           \
        return encode_with(encoding, args, count);                                                 \
    }                                                                                              \
    NATIVE(name##_decode) {                                                                        \
        NATIVE_UNUSED();                                                                           \
        return decode_with(encoding, partial, args, count);                                        \
    }
CODEC(utf_8, "utf-8", true)
CODEC(ascii, "ascii", false)
CODEC(latin_1, "latin-1", false)
CODEC(utf_7, "utf-7", true)
CODEC(utf_16_le, "utf-16-le", true)
CODEC(utf_16_be, "utf-16-be", true)
CODEC(utf_32_le, "utf-32-le", true)
CODEC(utf_32_be, "utf-32-be", true)

/* encode(str, errors=None, byteorder=0): 0 writes a mark. */
static Value encode_ordered(const char *const encodings[3], const Value *args, uint32_t count) {
    int64_t order = ARG(2) ? object_index(args[2]) : 0;
    if (order == -1 && isolate.pending)
        return 0;
    return encode_with(encodings[order < 0 ? 0 : order > 0 ? 2 : 1], args, count);
}

/* ex_decode(data, errors=None, byteorder=0, final=False): (text, consumed, byteorder); the order is
 * 0 as long as no mark was seen, then -1 or 1. */
static Value decode_ordered(const char *const encodings[3], const Value *args, uint32_t count) {
    const char *errors = errors_text(ARG(1));
    const uint8_t *data;
    int64_t size, given = ARG(2) ? object_index(args[2]) : 0;
    int final = ARG(3) ? object_truth(args[3]) : 0;
    if (!errors || final < 0 || isolate.pending || !data_argument(args[0], false, &data, &size))
        return 0;
    int order = given < 0 ? -1 : given > 0;
    int64_t consumed = size;
    Value text = codec_decode_part(data, size, encodings[order + 1], errors,
                                   final ? NULL : &consumed, &order);
    if (!text)
        return 0;
    Value items[3] = {text, value_from_small_int(consumed), value_from_small_int(order)};
    Value result = tuple_new(items, 3);
    value_decref(text);
    return result;
}

/* Without its third item. */
static Value first_two_take(Value triple) {
    Value pair = triple ? tuple_new(AS(TupleObject, triple)->items, 2) : 0;
    value_decref(triple);
    return pair;
}

#define ORDERED(name, width)                                                                       \
    static const char *const name##_encodings[3] = {"utf-" width "-le", "utf-" width,              \
                                                    "utf-" width "-be"};                           \
    NATIVE(name##_encode) {                                                                        \
        NATIVE_UNUSED();                                                                           \
        return encode_ordered(name##_encodings, args, count);                                      \
    }                                                                                              \
    NATIVE(name##_ex_decode) {                                                                     \
        NATIVE_UNUSED();                                                                           \
        return decode_ordered(name##_encodings, args, count);                                      \
    }                                                                                              \
    NATIVE(name##_decode) {                                                                        \
        NATIVE_UNUSED();                                                                           \
        Value all[4] = {args[0], ARG(1), 0, ARG(2)};                                               \
        return first_two_take(decode_ordered(name##_encodings, all, 4));                           \
    }
ORDERED(utf_16, "16")
ORDERED(utf_32, "32")

/* ---- escapes --------------------------------------------------------------------------------- */

/* Decodes by the codecs that codecs.c reaches by name and that take str too. */
static Value decode_escapes(const char *encoding, const Value *args, uint32_t count) {
    const char *errors = errors_text(ARG(1));
    const uint8_t *data;
    int64_t size, consumed;
    int final = ARG(2) ? object_truth(args[2]) : 1;
    if (!errors || final < 0 || !data_argument(args[0], true, &data, &size))
        return 0;
    consumed = size;
    Value text = codec_decode_part(data, size, encoding, errors, final ? NULL : &consumed, NULL);
    return pair_take(text, consumed);
}

NATIVE(unicode_escape_encode) {
    NATIVE_UNUSED();
    return encode_with("unicode_escape", args, count);
}
NATIVE(unicode_escape_decode) {
    NATIVE_UNUSED();
    return decode_escapes("unicode_escape", args, count);
}
NATIVE(raw_unicode_escape_encode) {
    NATIVE_UNUSED();
    return encode_with("raw_unicode_escape", args, count);
}
NATIVE(raw_unicode_escape_decode) {
    NATIVE_UNUSED();
    return decode_escapes("raw_unicode_escape", args, count);
}

/* escape_encode(bytes): as in a literal, without quotes. */
NATIVE(escape_encode) {
    NATIVE_UNUSED();
    if (!value_isa(args[0], &rt_type_bytes))
        return raise_error(&rt_exc_TypeError, "escape_encode() argument 1 must be bytes, not %A",
                           args[0]);
    const BytesObject *bytes = AS(BytesObject, args[0]);
    static const char plain[] = "\t\n\r'\\", letters[] = "tnr'\\";
    ByteBuffer buffer = {.what = "bytes"};
    int status = 0;
    for (int64_t i = 0; status == 0 && i < bytes->length; i++) {
        uint8_t byte = bytes->data[i];
        const char *found = byte ? strchr(plain, byte) : NULL;
        char text[8];
        int size = found ? snprintf(text, sizeof text, "\\%c", letters[found - plain])
                   : byte < 0x20 || byte >= 0x7f ? snprintf(text, sizeof text, "\\x%02x", byte)
                                                 : snprintf(text, sizeof text, "%c", byte);
        status = byte_buffer_add(&buffer, (const uint8_t *)text, size);
    }
    Value result = status == 0 ? bytes_new(buffer.data, (size_t)buffer.size) : 0;
    mem_free(buffer.data);
    return pair_take(result, bytes->length);
}

static int hex_digit(uint8_t byte) {
    return byte >= '0' && byte <= '9'   ? byte - '0'
           : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
           : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
                                        : -1;
}

/* Decodes the escape behind a backslash at *text; answers how many bytes it wrote to `out` (at most
 * 2), -1: a broken \x. */
static int decode_escape(const uint8_t **text, const uint8_t *end, uint8_t out[2]) {
    static const char letters[] = "\\'\"abfnrtv", values[] = "\\'\"\a\b\f\n\r\t\v";
    uint8_t letter = *(*text)++;
    const char *found = letter ? strchr(letters, letter) : NULL;
    if (letter == '\n')
        return 0;
    if (found) {
        out[0] = (uint8_t)values[found - letters];
        return 1;
    }
    if (letter >= '0' && letter <= '7') {
        unsigned number = letter - '0';
        for (int i = 0; i < 2 && *text < end && **text >= '0' && **text <= '7'; i++)
            number = number * 8 + (*(*text)++ - '0');
        out[0] = (uint8_t)number;
        return 1;
    }
    if (letter != 'x') {
        out[0] = '\\';
        out[1] = letter;
        return 2;
    }
    int high = *text < end ? hex_digit((*text)[0]) : -1;
    int low = high >= 0 && *text + 1 < end ? hex_digit((*text)[1]) : -1;
    if (low < 0)
        return -1;
    *text += 2;
    out[0] = (uint8_t)(high << 4 | low);
    return 1;
}

NATIVE(escape_decode) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    const char *errors = errors_text(ARG(1));
    if (!errors || !data_argument(args[0], true, &data, &size))
        return 0;
    ByteBuffer buffer = {.what = "bytes"};
    int status = 0;
    for (const uint8_t *text = data, *end = data + size; status == 0 && text < end;) {
        uint8_t out[2] = {*text++};
        int length = 1;
        if (out[0] == '\\' && text == end) {
            status = raise_status(&rt_exc_ValueError, "Trailing \\ in string");
        } else if (out[0] == '\\' && (length = decode_escape(&text, end, out)) < 0) {
            if (!strcmp(errors, "strict"))
                status = raise_status(&rt_exc_ValueError, "invalid \\x escape at position %lld",
                                      (long long)(text - data) - 2);
            else if (!strcmp(errors, "replace"))
                out[0] = '?';
            length = !strcmp(errors, "replace");
            text += text < end && hex_digit(*text) >= 0;
        }
        if (status == 0)
            status = byte_buffer_add(&buffer, out, length);
    }
    Value result = status == 0 ? bytes_new(buffer.data, (size_t)buffer.size) : 0;
    mem_free(buffer.data);
    return pair_take(result, size);
}

/* readbuffer_encode(data, errors=None): the bytes themselves. */
NATIVE(readbuffer_encode) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    if (!data_argument(args[0], true, &data, &size))
        return 0;
    return pair_take(bytes_new(data, (size_t)size), size);
}

/* named_decode(encoding, data, errors, final) */
NATIVE(named_decode) {
    NATIVE_UNUSED();
    size_t size;
    const char *text = str_given(args[0]) ? str_utf8(args[0], &size) : NULL;
    return text ? decode_with(text, true, args + 1, count - 1) : 0;
}

/* codec_name(encoding): what codecs.lookup calls an encoding of codecs_more.c or
 * codecs_multibyte.c, or None. */
NATIVE(codec_name_function) {
    NATIVE_UNUSED();
    size_t size;
    const char *text = str_given(args[0]) ? str_utf8(args[0], &size) : NULL;
    return text ? codec_name(text) : 0;
}

/* ---- hooks ----------------------------------------------------------------------------------- */

static Value lookup_by_hook(const char *encoding, const char *what) {
    Value args[2] = {str_from_cstr(encoding), str_name(what)};
    Value result = args[0] ? object_call(lookup_hook, args, 2, 0) : 0;
    value_decref(args[0]);
    return result;
}

static Value handler_by_hook(const char *name) {
    Value text = str_from_cstr(name);
    Value result = text ? object_call1(handler_hook, text) : 0;
    value_decref(text);
    return result;
}

static void drop_hooks(void) {
    rt_codec_lookup = NULL;
    rt_codec_handler = NULL;
    value_replace(&lookup_hook, 0);
    value_replace(&handler_hook, 0);
}

/* set_hooks(lookup(encoding, 'encode' or 'decode'), lookup_error): what str.encode and bytes.decode
 * ask. */
NATIVE(set_hooks) {
    NATIVE_UNUSED();
    value_replace(&lookup_hook, value_incref(args[0]));
    value_replace(&handler_hook, value_incref(args[1]));
    rt_codec_lookup = lookup_by_hook;
    rt_codec_handler = handler_by_hook;
    rt_at_finish(drop_hooks);
    return VALUE_NONE;
}

/* ---- the module ------------------------------------------------------------------------------ */

#define ENCODE(stem)                                                                               \
    { .name = #stem "_encode", .call = stem##_encode, .min_args = 1, .max_args = 3 }
#define DECODE(stem)                                                                               \
    { .name = #stem "_decode", .call = stem##_decode, .min_args = 1, .max_args = 4 }
#define BOTH(stem) ENCODE(stem), DECODE(stem)
static const NativeMethod functions[] = {
    BOTH(utf_8),
    BOTH(utf_7),
    BOTH(ascii),
    BOTH(latin_1),
    BOTH(utf_16),
    BOTH(utf_16_le),
    BOTH(utf_16_be),
    BOTH(utf_32),
    BOTH(utf_32_le),
    BOTH(utf_32_be),
    DECODE(utf_16_ex),
    DECODE(utf_32_ex),
    BOTH(unicode_escape),
    BOTH(raw_unicode_escape),
    BOTH(escape),
    ENCODE(readbuffer),
    {.name = "codec_name", .call = codec_name_function, .min_args = 1, .max_args = 1},
    {.name = "named_decode", .call = named_decode, .min_args = 4, .max_args = 4},
    {.name = "set_hooks", .call = set_hooks, .min_args = 2, .max_args = 2},
    {0},
};

static int codecs_init(ModuleObject *module) {
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__codecs_native = {"_codecs_native", codecs_init};
