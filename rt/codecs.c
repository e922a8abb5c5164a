/*
 * codecs.c — bytes to text and back: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32, with the standard
 * error handlers.
 */
#include "codecs.h"

#include <ctype.h>

/* Normalised spellings, and the name messages use. */
static const struct Alias {
    const char *alias;
    Encoding encoding;
    const char *name;
} aliases[] = {
    {"utf8", ENCODING_UTF8, "utf-8"},
    {"u8", ENCODING_UTF8, "utf-8"},
    {"cp65001", ENCODING_UTF8, "utf-8"},
    {"utf8sig", ENCODING_UTF8_SIG, "utf-8"},
    {"ascii", ENCODING_ASCII, "ascii"},
    {"usascii", ENCODING_ASCII, "ascii"},
    {"646", ENCODING_ASCII, "ascii"},
    {"latin1", ENCODING_LATIN1, "latin-1"},
    {"latin", ENCODING_LATIN1, "latin-1"},
    {"iso88591", ENCODING_LATIN1, "latin-1"},
    {"l1", ENCODING_LATIN1, "latin-1"},
    {"88591", ENCODING_LATIN1, "latin-1"},
    {"utf16", ENCODING_UTF16, "utf-16"},
    {"u16", ENCODING_UTF16, "utf-16"},
    {"utf16le", ENCODING_UTF16_LE, "utf-16-le"},
    {"utf16be", ENCODING_UTF16_BE, "utf-16-be"},
    {"utf32", ENCODING_UTF32, "utf-32"},
    {"u32", ENCODING_UTF32, "utf-32"},
    {"utf32le", ENCODING_UTF32_LE, "utf-32-le"},
    {"utf32be", ENCODING_UTF32_BE, "utf-32-be"},
    {"unicodeescape", ENCODING_ESCAPE, "unicodeescape"},
    {"rawunicodeescape", ENCODING_RAW_ESCAPE, "rawunicodeescape"},
    {"idna", ENCODING_IDNA, "idna"},
    {"punycode", ENCODING_PUNYCODE, "punycode"},
};

const MoreCodecs *rt_more_codecs;
const MultibyteCodecs *rt_multibyte_codecs;

/* Takes up codecs_more.c, if the program has it. */
static bool have_more_codecs(void) {
    if (!rt_more_codecs)
        native_part_init(RT_MORE_CODECS);
    return rt_more_codecs != NULL;
}

static const Multibyte *find_multibyte(const char *text) {
    if (!rt_multibyte_codecs)
        native_part_init(RT_MULTIBYTE_CODECS);
    return rt_multibyte_codecs ? rt_multibyte_codecs->find(text) : NULL;
}

static Encoding find_more(const char *text, const char **name, EncodingTable *table) {
    Encoding encoding = have_more_codecs() ? rt_more_codecs->find(text, table) : ENCODING_UNKNOWN;
    if (encoding == ENCODING_UNKNOWN && (table->multibyte = find_multibyte(text))) {
        *name = rt_multibyte_codecs->name(table->multibyte);
        return ENCODING_MULTIBYTE;
    }
    *name = encoding == ENCODING_UTF7 ? "utf7" : "charmap";
    for (size_t i = 0; encoding < ENCODING_CHARMAP && i < sizeof aliases / sizeof *aliases; i++)
        if (aliases[i].encoding == encoding)
            *name = aliases[i].name;
    return encoding;
}

/* Case, hyphens, underscores and spaces do not count. NULL: it is none of those known here. */
static const struct Alias *find_alias(const char *text) {
    char plain[32];
    size_t size = 0;
    for (; *text && size + 1 < sizeof plain; text++)
        if (*text != '-' && *text != '_' && *text != ' ')
            plain[size++] = (char)tolower((unsigned char)*text);
    plain[size] = 0;
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (plain[0] == aliases[i].alias[0] && !strcmp(plain, aliases[i].alias))
            return &aliases[i];
    return NULL;
}

/* *name: as messages say it. Programs mostly name one encoding as they did the last time. */
static Encoding find_encoding(const char *text, const char **name, EncodingTable *table) {
    static char last_text[16];
    static const struct Alias *last;
    if (!strcmp(text, "utf-8")) { /* which is meant where none is named */
        *name = "utf-8";
        return ENCODING_UTF8;
    }
    const struct Alias *alias = last && !strcmp(text, last_text) ? last : find_alias(text);
    if (!alias)
        return find_more(text, name, table);
    size_t size = strlen(text);
    if (alias != last && size < sizeof last_text) {
        memcpy(last_text, text, size + 1);
        last = alias;
    }
    *name = alias->name;
    return alias->encoding;
}

FileEncoding codec_of_file(const char *encoding) {
    const char *name;
    EncodingTable table = {0};
    switch (find_encoding(encoding, &name, &table)) {
    case ENCODING_UTF8:
        return FILE_UTF8;
    case ENCODING_UTF8_SIG:
        return FILE_UTF8_SIG;
    case ENCODING_ASCII:
        return FILE_ASCII;
    case ENCODING_LATIN1:
        return FILE_LATIN1;
    case ENCODING_CHARMAP:
        return table.charmap->is_ascii ? FILE_BYTEWISE : FILE_OTHER;
    default:
        return FILE_OTHER;
    }
}

const char *codec_unmarked(const char *encoding) {
    const char *name;
    EncodingTable table = {0};
    Encoding found = find_encoding(encoding, &name, &table);
    return found == ENCODING_UTF16 ? "utf-16-le" : found == ENCODING_UTF32 ? "utf-32-le" : encoding;
}

Value codec_name(const char *encoding) {
    const char *name;
    EncodingTable table = {0};
    switch (find_encoding(encoding, &name, &table)) {
    case ENCODING_CHARMAP:
        return str_from_cstr(table.charmap->name);
    case ENCODING_MULTIBYTE:
        return str_from_cstr(name);
    case ENCODING_UTF7:
        return str_from_cstr("utf-7");
    default:
        return VALUE_NONE;
    }
}

static Value unknown_encoding(const char *name, const char *what) {
    EncodingTable table;
    if (have_more_codecs() && rt_more_codecs->find(name, &table) == ENCODING_NOT_TEXT)
        return raise_error(
            &rt_exc_LookupError,
            "'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs", name, what);
    return raise_error(&rt_exc_LookupError, "unknown encoding: %s", name);
}

static Value unknown_handler(const char *name) {
    return raise_error(&rt_exc_LookupError, "unknown error handler name '%s'", name);
}

/* Raises UnicodeDecodeError or UnicodeEncodeError(encoding, object, start, end, reason). */
static int raise_unicode(Type *type, const char *encoding, Value object, int64_t start, int64_t end,
                         const char *reason) {
    Value args[] = {str_from_cstr(encoding), object, value_from_small_int(start),
                    value_from_small_int(end), str_from_cstr(reason)};
    Value tuple = args[0] && args[4] ? tuple_new(args, 5) : 0;
    Value error = tuple ? exc_new(type, tuple) : 0;
    value_decref(args[0]);
    value_decref(args[4]);
    value_decref(tuple);
    if (error)
        raise_value_take(error);
    return -1;
}

/* ---- what Python code adds: the module _codecs sets these --------------------------------------
 */

Value (*rt_codec_lookup)(const char *encoding, const char *what);
Value (*rt_codec_handler)(const char *name);

/* Calls the error handler `name`, if it was registered, with the pending exception, which is taken
 * away. Answers the replacement (str, or bytes for an encoder) and where to go on; 0: failed. */
static Value call_handler(const char *name, int64_t length, int64_t *next) {
    Value exception = exc_fetch();
    Value handler = rt_codec_handler ? rt_codec_handler(name) : unknown_handler(name);
    Value answer = handler ? object_call1(handler, exception) : 0;
    bool encoding = value_isa(exception, &rt_exc_UnicodeEncodeError);
    value_decref(handler);
    value_decref(exception);
    if (!answer)
        return 0;
    const TupleObject *pair = AS(TupleObject, answer);
    Value text = 0;
    if (value_isa(answer, &rt_type_tuple) && pair->length == 2 && value_is_int(pair->items[1]) &&
        (value_is_str(pair->items[0]) || (encoding && value_isa(pair->items[0], &rt_type_bytes))))
        text = value_incref(pair->items[0]);
    else
        raise_error(&rt_exc_TypeError,
                    encoding ? "encoding error handler must return (str/bytes, int) tuple"
                             : "decoding error handler must return (str, int) tuple");
    *next = text ? object_index(pair->items[1]) : 0;
    value_decref(answer);
    if (text && *next < 0)
        *next += length;
    if (text && (*next < 0 || *next > length)) {
        raise_error(&rt_exc_IndexError, "position %lld from error handler out of bounds",
                    (long long)*next);
        value_decref(text);
        return 0;
    }
    return text;
}

/* ---- decoding -------------------------------------------------------------------------------- */

/* A registered handler decides. */
static int64_t decode_by_handler(Decoder *decoder, int64_t *next) {
    Value text = call_handler(decoder->errors, decoder->size, next);
    if (!text)
        return -1;
    str_builder_str(&decoder->builder, text);
    value_decref(text);
    return 0;
}

static int raise_decode(Decoder *decoder, int64_t start, int64_t end, const char *reason) {
    Value bytes = bytes_new(decoder->data, (size_t)decoder->size);
    if (bytes)
        raise_unicode(&rt_exc_UnicodeDecodeError, decoder->name, bytes, start, end, reason);
    value_decref(bytes);
    return -1;
}

/* Bytes [start, end) cannot be decoded. Answers where to go on, -1: failed. */
int64_t decode_error(Decoder *decoder, int64_t start, int64_t end, const char *reason) {
    const char *errors = decoder->errors;
    if (!strcmp(errors, "strict") || !strcmp(errors, "surrogatepass"))
        return raise_decode(decoder, start, end, reason);
    if (!strcmp(errors, "ignore"))
        return end;
    if (!strcmp(errors, "replace")) {
        str_builder_char(&decoder->builder, 0xfffd);
        return end;
    }
    bool escape = !strcmp(errors, "surrogateescape");
    if (!escape && strcmp(errors, "backslashreplace") != 0) {
        int64_t next;
        raise_decode(decoder, start, end, reason);
        return decode_by_handler(decoder, &next) < 0 ? -1 : next;
    }
    for (int64_t i = start; i < end; i++) {
        char text[8];
        uint8_t byte = decoder->data[i];
        if (escape && byte < 0x80)
            return i == start ? raise_decode(decoder, start, end, reason) : i;
        if (escape) {
            str_builder_char(&decoder->builder, 0xdc00u + byte);
        } else {
            snprintf(text, sizeof text, "\\x%02x", byte);
            str_builder_cstr(&decoder->builder, text);
        }
    }
    return end;
}

/* The data ends at `start` in the middle of something: with more to come that is no error. */
int64_t decode_cut(Decoder *decoder, int64_t start, const char *reason) {
    if (!decoder->more)
        return decode_error(decoder, start, decoder->size, reason);
    decoder->consumed = start;
    return decoder->size;
}

/* How many bytes of a broken sequence go together (Unicode 3.9, maximal subparts), and why. */
static int broken_length(const uint8_t *text, int64_t size, const char **reason) {
    uint8_t first = text[0];
    *reason = "invalid start byte";
    if (first < 0xc2 || first > 0xf4)
        return 1;
    int needed = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    uint8_t low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    uint8_t high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    int length = 1;
    for (; length < needed && length < size; length++) {
        if (text[length] < low || text[length] > high) {
            *reason = "invalid continuation byte";
            return length;
        }
        low = 0x80;
        high = 0xbf;
    }
    *reason = "unexpected end of data";
    return length;
}

static int decode_utf8(Decoder *decoder) {
    for (int64_t i = 0; i < decoder->size;) {
        uint32_t character;
        int step = utf8_decode_one(decoder->data + i, (size_t)(decoder->size - i), &character);
        bool surrogate = step && character >= 0xd800 && character < 0xe000;
        if (step && (!surrogate || !strcmp(decoder->errors, "surrogatepass"))) {
            str_builder_char(&decoder->builder, character);
            i += step;
            continue;
        }
        const char *reason;
        int length = broken_length(decoder->data + i, decoder->size - i, &reason);
        bool cut = i + length == decoder->size && reason[0] == 'u';
        i = cut ? decode_cut(decoder, i, reason) : decode_error(decoder, i, i + length, reason);
        if (i < 0)
            return -1;
    }
    return 0;
}

static int decode_ascii(Decoder *decoder) {
    for (int64_t i = 0; i < decoder->size;) {
        if (decoder->data[i] < 0x80)
            str_builder_char(&decoder->builder, decoder->data[i++]);
        else if ((i = decode_error(decoder, i, i + 1, "ordinal not in range(128)")) < 0)
            return -1;
    }
    return 0;
}

static uint32_t unit_at(const uint8_t *data, int width, bool big) {
    uint32_t unit = 0;
    for (int i = 0; i < width; i++)
        unit |= (uint32_t)data[big ? width - 1 - i : i] << (8 * i);
    return unit;
}

static int decode_utf16(Decoder *decoder, bool big, int64_t i) {
    while (i >= 0 && i < decoder->size) {
        if (i + 2 > decoder->size) {
            i = decode_cut(decoder, i, "truncated data");
            continue;
        }
        uint32_t unit = unit_at(decoder->data + i, 2, big);
        bool high = unit >= 0xd800 && unit < 0xdc00;
        if (high && i + 4 <= decoder->size) {
            uint32_t low = unit_at(decoder->data + i + 2, 2, big);
            if (low >= 0xdc00 && low < 0xe000) {
                str_builder_char(&decoder->builder,
                                 0x10000 + ((unit - 0xd800) << 10) + low - 0xdc00);
                i += 4;
                continue;
            }
        }
        if (unit < 0xd800 || unit >= 0xe000 || !strcmp(decoder->errors, "surrogatepass")) {
            str_builder_char(&decoder->builder, unit);
            i += 2;
        } else if (high && i + 4 > decoder->size) {
            i = decode_cut(decoder, i, "unexpected end of data");
        } else {
            i = decode_error(decoder, i, i + 2,
                             high ? "illegal UTF-16 surrogate" : "illegal encoding");
        }
    }
    return i < 0 ? -1 : 0;
}

static int decode_utf32(Decoder *decoder, bool big, int64_t i) {
    bool pass = !strcmp(decoder->errors, "surrogatepass");
    while (i >= 0 && i < decoder->size) {
        if (i + 4 > decoder->size) {
            i = decode_cut(decoder, i, "truncated data");
            continue;
        }
        uint32_t unit = unit_at(decoder->data + i, 4, big);
        if (unit > 0x10ffff) {
            i = decode_error(decoder, i, i + 4, "code point not in range(0x110000)");
        } else if (unit >= 0xd800 && unit < 0xe000 && !pass) {
            i = decode_error(decoder, i, i + 4,
                             "code point in surrogate code point range(0xd800, 0xe000)");
        } else {
            str_builder_char(&decoder->builder, unit);
            i += 4;
        }
    }
    return i < 0 ? -1 : 0;
}

/* The byte order mark, if there is one, tells big from little; little without. *order as in
 * codec_decode_part. */
static int decode_marked(Decoder *decoder, int width, int *order) {
    if (decoder->more && decoder->size < width) {
        decoder->consumed = 0;
        return 0;
    }
    bool marked = decoder->size >= width && unit_at(decoder->data, width, false) == 0xfeff;
    bool big = decoder->size >= width && unit_at(decoder->data, width, true) == 0xfeff;
    int64_t start = marked || big ? width : 0;
    if (order && start)
        *order = big ? 1 : -1;
    if (width == 2) /* errors name the order found */
        decoder->name = big ? "utf-16-be" : "utf-16-le";
    else
        decoder->name = big ? "utf-32-be" : "utf-32-le";
    return width == 2 ? decode_utf16(decoder, big, start) : decode_utf32(decoder, big, start);
}

static int decode_with(Decoder *decoder, Encoding encoding, int *order) {
    switch (encoding) {
    case ENCODING_UTF8_SIG:
        if (decoder->size >= 3 && !memcmp(decoder->data, "\xef\xbb\xbf", 3)) {
            decoder->data += 3;
            decoder->size -= 3;
        }
        return decode_utf8(decoder);
    case ENCODING_UTF8:
        return decode_utf8(decoder);
    case ENCODING_ASCII:
        return decode_ascii(decoder);
    case ENCODING_UTF16:
        return decode_marked(decoder, 2, order);
    case ENCODING_UTF32:
        return decode_marked(decoder, 4, order);
    case ENCODING_UTF16_LE:
    case ENCODING_UTF16_BE:
        return decode_utf16(decoder, encoding == ENCODING_UTF16_BE, 0);
    case ENCODING_ESCAPE:
    case ENCODING_RAW_ESCAPE:
        return decode_escapes(decoder, encoding == ENCODING_RAW_ESCAPE);
    case ENCODING_CHARMAP:
    case ENCODING_UTF7:
        return rt_more_codecs->decode(decoder, encoding);
    case ENCODING_MULTIBYTE:
        return rt_multibyte_codecs->decode(decoder);
    default:
        return decode_utf32(decoder, encoding == ENCODING_UTF32_BE, 0);
    }
}

/* Decoding by a codec that was registered in Python. */
static Value decode_by_codec(const uint8_t *data, int64_t size, const char *encoding,
                             const char *errors) {
    if (!rt_codec_lookup)
        return unknown_encoding(encoding, "decode");
    Value codec = rt_codec_lookup(encoding, "decode"), pair = 0, result = 0;
    Value args[2] = {codec ? bytes_new(data, (size_t)size) : 0, str_from_cstr(errors)};
    if (args[0] && args[1] && AS(TupleObject, codec)->length > 1)
        pair = object_call(AS(TupleObject, codec)->items[1], args, 2, 0);
    if (pair && value_isa(pair, &rt_type_tuple) && AS(TupleObject, pair)->length == 2)
        result = value_incref(AS(TupleObject, pair)->items[0]);
    if (result && !value_is_str(result)) {
        raise_error(&rt_exc_TypeError,
                    "'%s' decoder returned '%T' instead of 'str'; use codecs.decode() to decode "
                    "to arbitrary types",
                    encoding, result);
        value_replace(&result, 0);
    } else if (!result && !isolate.pending) {
        raise_error(&rt_exc_TypeError, "decoder must return a tuple (object,integer)");
    }
    value_decref(pair);
    value_decref(args[0]);
    value_decref(args[1]);
    value_decref(codec);
    return result;
}

Value codec_decode_part(const uint8_t *data, int64_t size, const char *encoding, const char *errors,
                        int64_t *consumed, int *order) {
    Decoder decoder = {.data = data, .size = size, .errors = errors, .more = consumed != NULL};
    Encoding found = find_encoding(encoding, &decoder.name, &decoder.table);
    decoder.consumed = size;
    if (found == ENCODING_UNKNOWN || found == ENCODING_NOT_TEXT)
        return decode_by_codec(data, size, encoding, errors);
    bool is_plain = (found == ENCODING_UTF8 || found == ENCODING_ASCII) &&
                    text_is_ascii((const char *)data, (size_t)size);
    if (is_plain && consumed)
        *consumed = size;
    if (is_plain || found == ENCODING_LATIN1)
        return str_from_latin1(data, (size_t)size);
    if (found == ENCODING_IDNA || found == ENCODING_PUNYCODE)
        return codec_idna_decode(data, size, found == ENCODING_PUNYCODE);
    bool valid = found == ENCODING_UTF8 && size > 0;
    Value text = valid ? str_from_utf8_strict(data, (size_t)size, &valid) : 0;
    if (valid && consumed)
        *consumed = size;
    if (valid)
        return text;
    str_builder_init(&decoder.builder);
    if (decode_with(&decoder, found, order) == 0) {
        if (consumed)
            *consumed = decoder.consumed;
        return str_builder_finish(&decoder.builder);
    }
    str_builder_drop(&decoder.builder);
    return 0;
}

Value codec_decode(const uint8_t *data, int64_t size, const char *encoding, const char *errors) {
    return codec_decode_part(data, size, encoding, errors, NULL, NULL);
}

Value text_from_system(const char *text, size_t size) {
    return codec_decode((const uint8_t *)text, (int64_t)size, "utf-8", "surrogateescape");
}

int codec_check(const char *encoding) {
    const char *name;
    EncodingTable table = {0};
    Encoding found = find_encoding(encoding, &name, &table);
    if (found != ENCODING_UNKNOWN && found != ENCODING_NOT_TEXT)
        return 0;
    Value codec =
        rt_codec_lookup ? rt_codec_lookup(encoding, "encode") : unknown_encoding(encoding, "open");
    value_decref(codec);
    return codec ? 0 : -1;
}

/* ---- encoding -------------------------------------------------------------------------------- */

typedef struct Encoder {
    ByteBuffer buffer;
    Value str;
    Encoding encoding;
    const char *name, *errors;
    EncodingTable table;
    int64_t at, end; /* the characters that are replaced */
} Encoder;

static bool can_encode(const Encoder *encoder, uint32_t character) {
    switch (encoder->encoding) {
    case ENCODING_ASCII:
        return character < 0x80;
    case ENCODING_LATIN1:
        return character < 0x100;
    case ENCODING_CHARMAP:
        return rt_more_codecs->byte(encoder->table.charmap, character) >= 0;
    case ENCODING_MULTIBYTE:
        return rt_multibyte_codecs->encode(encoder->table.multibyte, character,
                                           (uint8_t[MULTIBYTE_MOST]){0}) != 0;
    default:
        return character < 0xd800 || character >= 0xe000;
    }
}

/* Bytes that go together. */
static int unit_width(const Encoder *encoder) {
    switch (encoder->encoding) {
    case ENCODING_UTF16:
    case ENCODING_UTF16_LE:
    case ENCODING_UTF16_BE:
        return 2;
    case ENCODING_UTF32:
    case ENCODING_UTF32_LE:
    case ENCODING_UTF32_BE:
        return 4;
    default:
        return 1;
    }
}

static bool is_unicode(const Encoder *encoder) {
    return unit_width(encoder) > 1 || encoder->encoding == ENCODING_UTF8 ||
           encoder->encoding == ENCODING_UTF8_SIG;
}

static int add_unit(Encoder *encoder, uint32_t unit, int width, bool big) {
    uint8_t bytes[4];
    for (int i = 0; i < width; i++)
        bytes[big ? width - 1 - i : i] = (uint8_t)(unit >> (8 * i));
    return byte_buffer_add(&encoder->buffer, bytes, width);
}

static int raise_encode(const Encoder *encoder, int64_t start, int64_t end);

/* What stands for a character may not be in the table either. */
static int add_mapped(Encoder *encoder, uint32_t character) {
    int byte = rt_more_codecs->byte(encoder->table.charmap, character);
    return byte < 0 ? raise_encode(encoder, encoder->at, encoder->end)
                    : add_unit(encoder, (uint32_t)byte, 1, false);
}

static int add_multibyte(Encoder *encoder, uint32_t character) {
    uint8_t bytes[MULTIBYTE_MOST];
    int size = rt_multibyte_codecs->encode(encoder->table.multibyte, character, bytes);
    if (size <= 0)
        return size < 0 ? -1 : raise_encode(encoder, encoder->at, encoder->end);
    return byte_buffer_add(&encoder->buffer, bytes, size);
}

static int add_character(Encoder *encoder, uint32_t character) {
    char text[4];
    bool big = encoder->encoding == ENCODING_UTF16_BE || encoder->encoding == ENCODING_UTF32_BE;
    switch (encoder->encoding) {
    case ENCODING_ASCII:
    case ENCODING_LATIN1:
        return add_unit(encoder, character, 1, false);
    case ENCODING_CHARMAP:
        return add_mapped(encoder, character);
    case ENCODING_MULTIBYTE:
        return add_multibyte(encoder, character);
    case ENCODING_UTF8:
    case ENCODING_UTF8_SIG:
        return byte_buffer_add(&encoder->buffer, (uint8_t *)text, utf8_encode_one(character, text));
    case ENCODING_UTF16:
    case ENCODING_UTF16_LE:
    case ENCODING_UTF16_BE:
        if (character < 0x10000)
            return add_unit(encoder, character, 2, big);
        character -= 0x10000;
        if (add_unit(encoder, 0xd800 + (character >> 10), 2, big) < 0)
            return -1;
        return add_unit(encoder, 0xdc00 + (character & 0x3ff), 2, big);
    default:
        return add_unit(encoder, character, 4, big);
    }
}

static int add_ascii(Encoder *encoder, const char *text) {
    int status = 0;
    for (; status == 0 && *text; text++)
        status = add_character(encoder, (uint8_t)*text);
    return status;
}

static const char *encode_reason(const Encoder *encoder) {
    switch (encoder->encoding) {
    case ENCODING_ASCII:
        return "ordinal not in range(128)";
    case ENCODING_LATIN1:
        return "ordinal not in range(256)";
    case ENCODING_CHARMAP:
        return "character maps to <undefined>";
    case ENCODING_MULTIBYTE:
        return "illegal multibyte sequence";
    default:
        return "surrogates not allowed";
    }
}

static int raise_encode(const Encoder *encoder, int64_t start, int64_t end) {
    return raise_unicode(&rt_exc_UnicodeEncodeError, encoder->name, encoder->str, start, end,
                         encode_reason(encoder));
}

/* Writes a character as \N{NAME}: a program that mentions "namereplace" has the names. 0: done; 1:
 * it has none; -1: failed. */
static int replace_by_name(Encoder *encoder, uint32_t character) {
    Value module = module_import("unicodedata");
    Value args[] = {module ? str_from_char(character) : 0, VALUE_NONE};
    Value name = args[0] ? object_call_method(module, "name", args, 2) : 0;
    size_t size;
    int status = name ? 1 : -1;
    if (value_is_str(name))
        status = add_ascii(encoder, "\\N{") < 0 || add_ascii(encoder, str_utf8(name, &size)) < 0 ||
                         add_ascii(encoder, "}") < 0
                     ? -1
                     : 0;
    value_decref(name);
    value_decref(args[0]);
    value_decref(module);
    return status;
}

static int replace_character(Encoder *encoder, uint32_t character) {
    const char *errors = encoder->errors;
    char text[24];
    bool by_name = !strcmp(errors, "namereplace");
    int status = by_name ? replace_by_name(encoder, character) : 1;
    if (status <= 0)
        return status;
    if (!strcmp(errors, "ignore"))
        return 0;
    if (!strcmp(errors, "replace"))
        return add_ascii(encoder, "?");
    if (by_name || !strcmp(errors, "backslashreplace"))
        snprintf(text, sizeof text,
                 character < 0x100     ? "\\x%02x"
                 : character < 0x10000 ? "\\u%04x"
                                       : "\\U%08x",
                 character);
    else if (!strcmp(errors, "xmlcharrefreplace"))
        snprintf(text, sizeof text, "&#%u;", character);
    else if (!strcmp(errors, "surrogateescape") && character >= 0xdc80 && character < 0xdd00 &&
             unit_width(encoder) == 1)
        return add_unit(encoder, character - 0xdc00, 1, false);
    else if (!strcmp(errors, "surrogatepass") && is_unicode(encoder) && character >= 0xd800 &&
             character < 0xe000)
        return add_character(encoder, character);
    else
        return 1;
    return add_ascii(encoder, text);
}

/* Of what a handler answers, Unicode encodings take only whole units and ASCII. */
static bool takes_answer(const Encoder *encoder, uint32_t character) {
    return character < 0x80 || (!is_unicode(encoder) && can_encode(encoder, character));
}

/* Adds what a handler answered (bytes or str) to `exception`. 0 or -1. */
static int add_answer(Encoder *encoder, Value answer, Value exception) {
    if (value_isa(answer, &rt_type_bytes)) {
        const BytesObject *bytes = AS(BytesObject, answer);
        if (bytes->length % unit_width(encoder) == 0)
            return byte_buffer_add(&encoder->buffer, bytes->data, bytes->length);
        raise_value_take(value_incref(exception));
        return -1;
    }
    const StrObject *str = AS(StrObject, answer);
    for (int64_t i = 0; i < str->length; i++) {
        if (takes_answer(encoder, str_at(str, i))) {
            if (add_character(encoder, str_at(str, i)) < 0)
                return -1;
            continue;
        }
        if (encoder->encoding == ENCODING_MULTIBYTE) /* says what it could not replace by */
            return raise_unicode(&rt_exc_UnicodeEncodeError, encoder->name, answer, i, i + 1,
                                 encode_reason(encoder));
        raise_value_take(value_incref(exception));
        return -1;
    }
    return 0;
}

/* A registered handler decides about the pending UnicodeEncodeError. Answers where to go on. */
static int64_t encode_by_handler(Encoder *encoder) {
    int64_t next, length = AS(StrObject, encoder->str)->length;
    Value exception = value_incref(isolate.pending);
    Value answer = call_handler(encoder->errors, length, &next);
    int status = answer ? add_answer(encoder, answer, exception) : -1;
    value_decref(answer);
    value_decref(exception);
    return status < 0 ? -1 : next;
}

static bool is_standard_handler(const char *errors) {
    static const char *const names[] = {
        "ignore",          "replace",       "backslashreplace", "xmlcharrefreplace",
        "surrogateescape", "surrogatepass", "namereplace"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (!strcmp(errors, names[i]))
            return true;
    return false;
}

/* Where the characters from `at` on end that cannot be encoded. Encodings of single bytes, and
 * UTF-8, complain of them together. */
static int64_t error_end(const Encoder *encoder, int64_t at) {
    const StrObject *str = AS(StrObject, encoder->str);
    bool is_run = encoder->encoding != ENCODING_MULTIBYTE && unit_width(encoder) == 1;
    int64_t end = at + 1;
    while (is_run && end < str->length && !can_encode(encoder, str_at(str, end)))
        end++;
    return end;
}

/* Lets a standard handler replace the characters [*at, end). 0: done; 1: it refuses one, and the
 * error is of those from *at on; -1: failed. */
static int replace_characters(Encoder *encoder, int64_t *at, int64_t end) {
    bool is_escape = !strcmp(encoder->errors, "surrogateescape");
    for (int64_t i = *at; i < end; i++) {
        int status = replace_character(encoder, str_at(AS(StrObject, encoder->str), i));
        if (status > 0 && is_escape && encoder->encoding != ENCODING_CHARMAP)
            *at = i; /* those in front were escaped */
        if (status)
            return status;
    }
    return 0;
}

/* The characters from `at` on cannot be encoded. Answers where to go on, -1: failed. */
static int64_t encode_error(Encoder *encoder, int64_t at) {
    int64_t end = error_end(encoder, at);
    bool strict = !strcmp(encoder->errors, "strict");
    bool registered = !strict && !is_standard_handler(encoder->errors);
    encoder->at = at;
    encoder->end = end;
    int status = strict || registered ? 1 : replace_characters(encoder, &at, end);
    if (status <= 0)
        return status < 0 ? -1 : end;
    raise_encode(encoder, at, end);
    return registered ? encode_by_handler(encoder) : -1;
}

/* Encodes the characters from `at` on up to one that UTF-8 has not. Answers where that is, or -1.
 */
static int64_t add_utf8_run(Encoder *encoder, const StrObject *str, int64_t at) {
    int64_t widest = str->kind == 4 ? 4 : str->kind + 1; /* bytes of a character */
    ByteBuffer *buffer = &encoder->buffer;
    if (byte_buffer_reserve(buffer, (str->length - at) * widest) < 0)
        return -1;
    uint8_t *to = buffer->data + buffer->size;
    for (; at < str->length; at++) {
        uint32_t character = str_at(str, at);
        if (character < 0x80)
            *to++ = (uint8_t)character;
        else if (can_encode(encoder, character))
            to += utf8_encode_one(character, (char *)to);
        else
            break;
    }
    buffer->size = to - buffer->data;
    return at;
}

static int encode_all(Encoder *encoder) {
    const StrObject *str = AS(StrObject, encoder->str);
    if (encoder->encoding == ENCODING_UTF16 || encoder->encoding == ENCODING_UTF32 ||
        encoder->encoding == ENCODING_UTF8_SIG)
        if (add_character(encoder, 0xfeff) < 0)
            return -1;
    bool is_utf8 = encoder->encoding == ENCODING_UTF8 || encoder->encoding == ENCODING_UTF8_SIG;
    for (int64_t i = 0; i < str->length;) {
        if (is_utf8 && (i = add_utf8_run(encoder, str, i)) < 0)
            return -1;
        if (i == str->length)
            break;
        uint32_t character = str_at(str, i);
        if (can_encode(encoder, character)) {
            if (add_character(encoder, character) < 0)
                return -1;
            i++;
        } else if ((i = encode_error(encoder, i)) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Encoding by a codec that was registered in Python. */
static Value encode_by_codec(Value text, const char *encoding, const char *errors) {
    if (!rt_codec_lookup)
        return unknown_encoding(encoding, "encode");
    Value codec = rt_codec_lookup(encoding, "encode"), pair = 0, result = 0;
    Value args[2] = {text, codec ? str_from_cstr(errors) : 0};
    if (args[1] && AS(TupleObject, codec)->length > 1)
        pair = object_call(AS(TupleObject, codec)->items[0], args, 2, 0);
    if (pair && value_isa(pair, &rt_type_tuple) && AS(TupleObject, pair)->length == 2)
        result = value_incref(AS(TupleObject, pair)->items[0]);
    if (result && !value_isa(result, &rt_type_bytes)) {
        raise_error(&rt_exc_TypeError,
                    "'%s' encoder returned '%T' instead of 'bytes'; use codecs.encode() to encode "
                    "to arbitrary types",
                    encoding, result);
        value_replace(&result, 0);
    } else if (!result && !isolate.pending) {
        raise_error(&rt_exc_TypeError, "encoder must return a tuple (object, integer)");
    }
    value_decref(pair);
    value_decref(args[1]);
    value_decref(codec);
    return result;
}

Value codec_encode(Value text, const char *encoding, const char *errors) {
    Encoder encoder = {.str = text, .errors = errors};
    const StrObject *str = AS(StrObject, text);
    encoder.encoding = find_encoding(encoding, &encoder.name, &encoder.table);
    if (encoder.encoding == ENCODING_UNKNOWN || encoder.encoding == ENCODING_NOT_TEXT)
        return encode_by_codec(text, encoding, errors);
    if (encoder.encoding == ENCODING_ESCAPE || encoder.encoding == ENCODING_RAW_ESCAPE)
        return encode_escapes(str, encoder.encoding == ENCODING_RAW_ESCAPE);
    if (encoder.encoding == ENCODING_IDNA || encoder.encoding == ENCODING_PUNYCODE)
        return codec_idna_encode(text, encoder.encoding == ENCODING_PUNYCODE);
    bool bytewise = encoder.encoding == ENCODING_ASCII || encoder.encoding == ENCODING_UTF8;
    if ((str->ascii && bytewise) || (str->kind == 1 && encoder.encoding == ENCODING_LATIN1))
        return bytes_new(str_data(str), (size_t)str->length);
    int status = encoder.encoding == ENCODING_UTF7
                     ? rt_more_codecs->encode_utf7(&encoder.buffer, str)
                     : encode_all(&encoder);
    Value result = status == 0 ? bytes_new(encoder.buffer.data, (size_t)encoder.buffer.size) : 0;
    mem_free(encoder.buffer.data);
    return result;
}
