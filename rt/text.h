/*
 * text.h — what the files of str and bytes share: access to characters of any width, character
 * properties, searching. Private to the runtime.
 */
#ifndef PYASYNCC_RT_TEXT_H
#define PYASYNCC_RT_TEXT_H

#include "containers.h"
#include "object.h"

/* -- str_new.c -- */

/* A new str for `length` characters none of which exceeds `max_char`, to be filled in; NULL with
 * MemoryError. Its kind is the narrowest for max_char. */
StrObject *str_alloc(int64_t length, uint32_t max_char);
/* A new str of `length` characters, all of them ASCII. */
Value str_of_ascii(const char *text, int64_t length);
/* str_alloc for an instance of `type`, str or a subclass. */
StrObject *str_alloc_of(Type *type, int64_t length, uint32_t max_char);
bool text_is_ascii(const char *text, size_t size);
bool text_is_utf8(const char *text, size_t size); /* without surrogates */
Value str_empty(void);                            /* the one "" (immortal) */
/* The same text as an instance of `type`. */
Value str_copy_as(Type *type, Value str);
/* The largest character of str[start:stop]. */
uint32_t str_max_char(const StrObject *str, int64_t start, int64_t stop);

static inline bool value_is_str(Value value) {
    return value_is_pointer(value) && (value_object(value)->type->flags & TYPE_STR_SUBCLASS);
}
static inline uint32_t str_at(const StrObject *str, int64_t index) {
    const void *data = str_data(str);
    if (str->kind == 1)
        return ((const uint8_t *)data)[index];
    return str->kind == 2 ? ((const uint16_t *)data)[index] : ((const uint32_t *)data)[index];
}
static inline void str_put(StrObject *str, int64_t index, uint32_t character) {
    void *data = str_data(str);
    if (str->kind == 1)
        ((uint8_t *)data)[index] = (uint8_t)character;
    else if (str->kind == 2)
        ((uint16_t *)data)[index] = (uint16_t)character;
    else
        ((uint32_t *)data)[index] = character;
}
/* The greatest character that a str of this width can hold: the narrowest str for it is as wide. */
static inline uint32_t str_char_limit(const StrObject *str) {
    if (str->ascii)
        return 0x7f;
    return str->kind == 1 ? 0xff : str->kind == 2 ? 0xffff : 0x10ffff;
}
/* memcpy for pieces of text, most of which are short: two moves that overlap in the middle instead
 * of a call. */
static inline void text_copy(void *to_bytes, const void *from_bytes, size_t count) {
    char *to = to_bytes;
    const char *from = from_bytes;
    if (count > 32) {
        memcpy(to, from, count);
    } else if (count >= 16) {
        char first[16], last[16];
        memcpy(first, from, 16);
        memcpy(last, from + count - 16, 16);
        memcpy(to, first, 16);
        memcpy(to + count - 16, last, 16);
    } else if (count >= 8) {
        uint64_t first, last;
        memcpy(&first, from, 8);
        memcpy(&last, from + count - 8, 8);
        memcpy(to, &first, 8);
        memcpy(to + count - 8, &last, 8);
    } else if (count >= 4) {
        uint32_t first, last;
        memcpy(&first, from, 4);
        memcpy(&last, from + count - 4, 4);
        memcpy(to, &first, 4);
        memcpy(to + count - 4, &last, 4);
    } else if (count) {
        char first = from[0], middle = from[count / 2], last = from[count - 1];
        to[0] = first;
        to[count / 2] = middle;
        to[count - 1] = last;
    }
}
/* Copies `count` characters; the target's kind is at least as wide. */
void str_copy_chars(StrObject *to, int64_t at, const StrObject *from, int64_t start, int64_t count);
/* The same of all of `from`, without a call if it is narrow; answers where it ends. */
static inline int64_t str_copy_all(StrObject *to, int64_t at, const StrObject *from) {
    if (to->kind == 1)
        text_copy((char *)str_data(to) + at, str_data(from), (size_t)from->length);
    else
        str_copy_chars(to, at, from, 0, from->length);
    return at + from->length;
}

/* One code point of WTF-8 at `text`, which has `size` > 0 bytes: its length, 0 if invalid. */
int utf8_decode_one(const uint8_t *text, size_t size, uint32_t *character);
/* Writes at most 4 bytes; answers how many. Surrogates are written as 3 bytes. */
int utf8_encode_one(uint32_t character, char *to);

/* The text, not empty, if it is UTF-8 without surrogates; else *valid is false, and nothing raised.
 */
Value str_from_utf8_strict(const uint8_t *text, size_t size, bool *valid);

/* -- int_text.c -- */

/* Writes the decimal digits of `number` backwards from `end`; answers the start. */
char *decimal_write(char *end, uint64_t number);
/* The same with a minus sign: at most DECIMAL_MAX characters. */
enum { DECIMAL_MAX = 20 };
char *decimal_write_signed(char *end, int64_t number);

/* -- codecs.c -- */

/* Text from bytes and back; errors: name of an error handler. UnicodeDecodeError,
 * UnicodeEncodeError, LookupError for unknown encodings. New references. */
Value codec_decode(const uint8_t *data, int64_t size, const char *encoding, const char *errors);
Value codec_encode(Value str, const char *encoding, const char *errors);
/* Text that the system gives (arguments, names of files, ...): bytes that are no UTF-8 become lone
 * surrogates, as os.fsdecode has it. New reference. */
Value text_from_system(const char *text, size_t size);
/* Decodes data that may end in the middle of a character: *consumed tells how much was decoded
 * (NULL: there is no more to come). *order, if not NULL: set to -1 or 1 if a byte order mark said
 * little or big. */
Value codec_decode_part(const uint8_t *data, int64_t size, const char *encoding, const char *errors,
                        int64_t *consumed, int *order);
/* How text files treat an encoding. */
typedef enum FileEncoding {
    FILE_UTF8,
    FILE_ASCII,
    FILE_LATIN1,
    FILE_UTF8_SIG,
    FILE_BYTEWISE, /* another one of one byte a character that has ASCII as it is */
    FILE_OTHER,    /* any other, or none at all */
} FileEncoding;
FileEncoding codec_of_file(const char *encoding);
/* LookupError if there is no such encoding. 0 or -1. */
int codec_check(const char *encoding);
/* The same encoding without a mark in front: "utf-16-le" for "utf-16". */
const char *codec_unmarked(const char *encoding);
/* The name by which codecs.lookup knows an encoding of codecs_more.c or codecs_multibyte.c, None if
 * it is none of them; new reference. */
Value codec_name(const char *encoding);
/* Set by the module _codecs: the codec (a tuple of functions: encode, decode, ...) of a name that
 * is not one of those known here, and the handler of a name; new references, or LookupError. */
extern Value (*rt_codec_lookup)(const char *encoding, const char *what); /* "encode", "decode" */
extern Value (*rt_codec_handler)(const char *name);

/* -- obj_bytes.c -- */

/* The bytes of a bytes, bytearray or memoryview object; false for other objects (no exception).
 * Valid until the object changes. */
bool bytes_view(Value value, const uint8_t **data, int64_t *size);
/* The same for an argument: false with TypeError if it is no such object. */
bool bytes_argument(Value value, const uint8_t **data, int64_t *size);

/* -- byte_search.c -- */

/* The first place where the `needle_size` bytes of `needle` stand in the `size` bytes of `data`, or
 * NULL; an empty needle stands at the start. */
const uint8_t *byte_search(const uint8_t *data, size_t size, const uint8_t *needle,
                           size_t needle_size);
/* The first place of a byte, or NULL. Separators mostly come soon, before a call of memchr would
 * pay. */
static inline const uint8_t *byte_find(const uint8_t *data, size_t size, uint8_t byte) {
    enum { NEAR = 12 };
    size_t near = size < NEAR ? size : NEAR;
    for (size_t i = 0; i < near; i++)
        if (data[i] == byte)
            return data + i;
    return size > near ? memchr(data + near, byte, size - near) : NULL;
}
/* How often the byte occurs. */
int64_t byte_count(const uint8_t *data, size_t size, uint8_t byte);

/* -- str_search.c -- */

/* The first (last) place of `needle` in haystack[from:to], or -1. */
int64_t str_find(const StrObject *haystack, const StrObject *needle, int64_t from, int64_t to);
int64_t str_rfind(const StrObject *haystack, const StrObject *needle, int64_t from, int64_t to);
/* Is `needle` at `at`? The caller made sure that it fits. */
bool str_matches_at(const StrObject *haystack, const StrObject *needle, int64_t at);
int64_t str_count(const StrObject *haystack, const StrObject *needle, int64_t from, int64_t to,
                  int64_t most);
Value str_replace(Value self, Value old, Value new, int64_t most);

/* -- str_char.c: character properties (Unicode 14, as CPython 3.11) -- */
bool char_is_space(uint32_t character);
bool str_is_identifier(Value text);
bool char_is_line_break(uint32_t character);
bool char_is_alpha(uint32_t character);
bool char_is_decimal(uint32_t character);
bool char_is_digit(uint32_t character);
bool char_is_numeric(uint32_t character);
bool char_is_lower(uint32_t character);
bool char_is_upper(uint32_t character);
bool char_is_title(uint32_t character);
bool char_is_cased(uint32_t character);
bool char_is_case_ignorable(uint32_t character);
bool char_is_printable(uint32_t character);
bool char_is_identifier_start(uint32_t character);
bool char_is_identifier_part(uint32_t character);
/* The value of a decimal digit of any script, or -1. */
int char_decimal_value(uint32_t character);
/* Case mappings write up to three characters and answer how many. */
int char_to_lower(uint32_t character, uint32_t out[3]);
int char_to_upper(uint32_t character, uint32_t out[3]);
int char_to_title(uint32_t character, uint32_t out[3]);
int char_to_folded(uint32_t character, uint32_t out[3]);

/* -- the methods, each in the file str_methods.def names -- */
#define STR_NATIVE(name)                                                                           \
    Value str_method_##name(Value callee, const Value *args, uint32_t count, Value names)
#define STR_METHOD(name, least, most, keywords) STR_NATIVE(name);
#include "str_methods.def"
#undef STR_METHOD
STR_NATIVE(maketrans);

/* Checks that argument `value` of str.`method` is a str: TypeError naming what was expected. */
bool str_argument(const char *method, int number, Value value);

/* -- format.c, format_str.c -- */
/* format % arguments; bytes: for the operator of bytes, whose errors have other words. */
Value str_percent(Value format, Value arguments, bool bytes);
Value str_format_spec(Value self, Value spec); /* str.__format__ */
Value int_format(Value self, Value spec);
Value float_format(Value self, Value spec);
Value complex_format_parts(double real, double imag, Value spec, const Type *type);

#endif
