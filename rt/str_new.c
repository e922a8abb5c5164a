/*
 * str_new.c — making str objects: allocation, decoding and caching of UTF-8, interning,
 * one-character strings, and C-style formatting for messages.
 */
#include "text.h"

#include <stdio.h>

/* ---- allocation ------------------------------------------------------------------------------ */

static uint8_t kind_for(uint32_t max_char) {
    if (max_char < 0x100)
        return 1;
    return max_char < 0x10000 ? 2 : 4;
}

/* With the zero behind the last character. */
static size_t size_of(int64_t length, uint8_t kind) {
    return mem_size(sizeof(StrObject) + kind, length, kind);
}

/* Fills in all of a new str but its characters. */
static StrObject *begin(StrObject *str, int64_t length, uint8_t kind, bool is_ascii) {
    str->length = length;
    str->hash = -1;
    str->kind = kind;
    str->ascii = is_ascii;
    str->interned = 0;
    str->special = 0;
    str->utf8 = NULL;
    str->utf8_size = 0;
    str_put(str, length, 0);
    return str;
}

StrObject *str_alloc_of(Type *type, int64_t length, uint32_t max_char) {
    uint8_t kind = kind_for(max_char);
    size_t size = size_of(length, kind);
    StrObject *str = size ? object_new(type, size) : NULL;
    return str ? begin(str, length, kind, max_char < 0x80) : NULL;
}

StrObject *str_alloc(int64_t length, uint32_t max_char) {
    uint8_t kind = kind_for(max_char);
    size_t size = size_of(length, kind);
    StrObject *str = size ? object_new_leaf(&rt_type_str, size) : NULL;
    return str ? begin(str, length, kind, max_char < 0x80) : NULL;
}

void str_copy_chars(StrObject *to, int64_t at, const StrObject *from, int64_t start,
                    int64_t count) {
    if (to->kind == from->kind) {
        text_copy((char *)str_data(to) + at * to->kind, (char *)str_data(from) + start * to->kind,
                  (size_t)count * to->kind);
        return;
    }
    for (int64_t i = 0; i < count; i++)
        str_put(to, at + i, str_at(from, start + i));
}

Value str_of_ascii(const char *text, int64_t length) {
    size_t size = size_of(length, 1);
    StrObject *str = size ? object_new_leaf(&rt_type_str, size) : NULL;
    if (!str)
        return 0;
    text_copy(str_data(begin(str, length, 1, true)), text, (size_t)length);
    return OBJ(str);
}

uint32_t str_max_char(const StrObject *str, int64_t start, int64_t stop) {
    uint32_t most = 0;
    if (str->ascii)
        return 0x7f;
    for (int64_t i = start; i < stop; i++)
        most |= str_at(str, i);
    return most > 0x10ffff ? 0x10ffff : most;
}

Value str_copy_as(Type *type, Value str) {
    const StrObject *from = AS(StrObject, str);
    StrObject *copy = str_alloc_of(type, from->length, str_char_limit(from));
    if (copy)
        str_copy_chars(copy, 0, from, 0, from->length);
    return OBJ(copy);
}

/* ---- shared small strings -------------------------------------------------------------------- */

static Value single_chars[256];
static Value empty;

Value str_empty(void) {
    if (!empty) {
        StrObject *str = str_alloc(0, 0);
        if (!str)
            return 0;
        str->base.refs = RT_IMMORTAL;
        empty = OBJ(str);
    }
    return empty;
}

Value str_from_char(uint32_t character) {
    if (character < 256 && single_chars[character])
        return single_chars[character];
    StrObject *str = str_alloc(1, character);
    if (!str)
        return 0;
    str_put(str, 0, character);
    if (character < 256) {
        str->base.refs = RT_IMMORTAL;
        single_chars[character] = OBJ(str);
    }
    return OBJ(str);
}

/* ---- UTF-8 ----------------------------------------------------------------------------------- */

int utf8_encode_one(uint32_t character, char *to) {
    if (character < 0x80) {
        to[0] = (char)character;
        return 1;
    }
    if (character < 0x800) {
        to[0] = (char)(0xc0 | character >> 6);
        to[1] = (char)(0x80 | (character & 0x3f));
        return 2;
    }
    if (character < 0x10000) {
        to[0] = (char)(0xe0 | character >> 12);
        to[1] = (char)(0x80 | (character >> 6 & 0x3f));
        to[2] = (char)(0x80 | (character & 0x3f));
        return 3;
    }
    to[0] = (char)(0xf0 | character >> 18);
    to[1] = (char)(0x80 | (character >> 12 & 0x3f));
    to[2] = (char)(0x80 | (character >> 6 & 0x3f));
    to[3] = (char)(0x80 | (character & 0x3f));
    return 4;
}

int utf8_decode_one(const uint8_t *text, size_t size, uint32_t *character) {
    uint8_t first = text[0];
    if (first < 0x80) {
        *character = first;
        return 1;
    }
    int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || size < (size_t)length)
        return 0;
    uint32_t code = first & (0xff >> (length + 1));
    for (int i = 1; i < length; i++) {
        if ((text[i] & 0xc0) != 0x80)
            return 0;
        code = code << 6 | (text[i] & 0x3f);
    }
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < least[length] || code > 0x10ffff)
        return 0;
    *character = code;
    return length;
}

static inline uint64_t load_8(const char *text) {
    uint64_t word;
    memcpy(&word, text, 8);
    return word;
}

static inline uint32_t load_4(const char *text) {
    uint32_t word;
    memcpy(&word, text, 4);
    return word;
}

/* Words that overlap at the end look at the rest. */
bool text_is_ascii(const char *text, size_t size) {
    const uint64_t high_bits = 0x8080808080808080u;
    if (size >= 8) {
        for (size_t i = 0; i + 8 < size; i += 8)
            if (load_8(text + i) & high_bits)
                return false;
        return !(load_8(text + size - 8) & high_bits);
    }
    if (size >= 4)
        return !((load_4(text) | load_4(text + size - 4)) & (uint32_t)high_bits);
    return !size || !((text[0] | text[size / 2] | text[size - 1]) & 0x80);
}

/* Reads the character at *text and steps over it; false: there is none. */
static inline bool take_utf8(const uint8_t **text, const uint8_t *end, uint32_t *character) {
    if (**text < 0x80) {
        *character = *(*text)++;
        return true;
    }
    int step = utf8_decode_one(*text, (size_t)(end - *text), character);
    *text += step;
    return step != 0;
}

/* Counts the characters; -1 if the text is no WTF-8 or, with `strict`, no UTF-8. */
static __attribute__((noinline)) int64_t measure_utf8(const uint8_t *text, size_t size, bool strict,
                                                      uint32_t *most) {
    int64_t length = 0;
    *most = 0;
    for (const uint8_t *end = text + size; text < end; length++) {
        uint32_t character;
        if (!take_utf8(&text, end, &character) ||
            (strict && character >= 0xd800 && character < 0xe000))
            return -1;
        if (character > *most)
            *most = character;
    }
    return length;
}

bool text_is_utf8(const char *text, size_t size) {
    uint32_t most;
    return text_is_ascii(text, size) || measure_utf8((const uint8_t *)text, size, true, &most) >= 0;
}

/* The str of text that was measured. */
static Value str_of_utf8(const uint8_t *text, size_t size, int64_t length, uint32_t most) {
    const uint8_t *end = text + size;
    StrObject *str = length == 1 ? NULL : str_alloc(length, most);
    if (length == 1)
        return str_from_char(most);
    for (int64_t i = 0; str && i < length; i++) {
        uint32_t character = 0;
        take_utf8(&text, end, &character);
        str_put(str, i, character);
    }
    return OBJ(str);
}

Value str_from_utf8(const char *text, size_t size) {
    if (size == 0)
        return str_empty();
    if (size == 1 && !(text[0] & 0x80))
        return str_from_char((uint8_t)text[0]);
    if (text_is_ascii(text, size))
        return str_of_ascii(text, (int64_t)size);
    const uint8_t *bytes = (const uint8_t *)text;
    uint32_t most;
    int64_t length = measure_utf8(bytes, size, false, &most);
    if (length < 0)
        return codec_decode(bytes, (int64_t)size, "utf-8", "strict");
    return str_of_utf8(bytes, size, length, most);
}

Value str_from_utf8_strict(const uint8_t *text, size_t size, bool *valid) {
    uint32_t most;
    int64_t length = measure_utf8(text, size, true, &most);
    *valid = length >= 0;
    return *valid ? str_of_utf8(text, size, length, most) : 0;
}

Value str_from_cstr(const char *text) {
    return str_from_utf8(text, strlen(text));
}

Value str_from_latin1(const uint8_t *text, size_t size) {
    if (size == 0)
        return str_empty();
    if (size == 1)
        return str_from_char(text[0]);
    StrObject *str =
        str_alloc((int64_t)size, text_is_ascii((const char *)text, size) ? 0x7f : 0xff);
    if (str)
        text_copy(str_data(str), text, size);
    return OBJ(str);
}

Value str_from_ucs4(const uint32_t *text, int64_t length) {
    if (length == 0)
        return str_empty();
    uint32_t most = 0;
    for (int64_t i = 0; i < length; i++)
        if (text[i] > most)
            most = text[i];
    if (length == 1)
        return str_from_char(text[0]);
    StrObject *str = str_alloc(length, most);
    for (int64_t i = 0; str && i < length; i++)
        str_put(str, i, text[i]);
    return OBJ(str);
}

static bool cache_utf8(StrObject *str) {
    char *text = mem_alloc_items(str->length + 1, 4);
    if (!text)
        return false;
    size_t size = 0;
    for (int64_t i = 0; i < str->length; i++)
        size += (size_t)utf8_encode_one(str_at(str, i), text + size);
    text[size] = 0;
    char *fitting = mem_realloc(text, size + 1);
    str->utf8 = fitting ? fitting : text;
    str->utf8_size = (uint32_t)size;
    return true;
}

const char *str_utf8(Value value, size_t *size) {
    StrObject *str = AS(StrObject, value);
    if (str->ascii) {
        *size = (size_t)str->length;
        return str_data(str);
    }
    if (!str->utf8 && !cache_utf8(str))
        return NULL;
    *size = str->utf8_size;
    return str->utf8;
}

uint32_t str_char_at(const StrObject *str, int64_t index) {
    return str_at(str, index);
}

/* ---- interning ------------------------------------------------------------------------------- */

/* Interned strings, immortal until the very end; open addressing over a power of two. The first
 * table has room for what most programs have. */
enum { FIRST_SIZE = 4096 };
static Value first_interned[FIRST_SIZE];
static Value *interned = first_interned;
static size_t interned_size = FIRST_SIZE, interned_count;

static Value *interned_place(Value str) {
    size_t i = (size_t)object_hash(str) & (interned_size - 1);
    while (interned[i] && !str_equal(interned[i], str))
        i = (i + 1) & (interned_size - 1);
    return &interned[i];
}

static bool interned_grow(void) {
    Value *old = interned;
    size_t old_size = interned_size, size = 2 * old_size;
    Value *table = mem_alloc(size * sizeof *table);
    if (!table)
        return false;
    memset(table, 0, size * sizeof *table);
    interned = table;
    interned_size = size;
    for (size_t i = 0; i < old_size; i++) {
        if (!old[i])
            continue;
        size_t at = (size_t)AS(StrObject, old[i])->hash & (size - 1);
        while (table[at])
            at = (at + 1) & (size - 1);
        table[at] = old[i];
    }
    if (old != first_interned)
        mem_free(old);
    return true;
}

static void enter_interned(Value *place, Value str) {
    AS(StrObject, str)->interned = 1;
    value_object(str)->refs = RT_IMMORTAL;
    *place = str;
    interned_count++;
}

Value str_intern_take(Value str) {
    if (!str || AS(StrObject, str)->interned || value_object(str)->type != &rt_type_str)
        return str;
    if (2 * interned_count >= interned_size && !interned_grow()) {
        value_decref(str);
        return 0;
    }
    Value *place = interned_place(str);
    if (!*place) {
        enter_interned(place, str);
    } else if (*place != str) {
        value_decref(str);
    }
    return *place;
}

/* Where the str of these ASCII bytes is interned, or would be. */
static Value *interned_place_of(const char *text, size_t size, int64_t hash) {
    for (size_t i = (size_t)hash & (interned_size - 1);; i = (i + 1) & (interned_size - 1)) {
        const StrObject *str = AS(StrObject, interned[i]);
        if (!str || (str->hash == hash && (size_t)str->length == size && str->ascii &&
                     !memcmp(str_data(str), text, size)))
            return &interned[i];
    }
}

Value str_name_sized(const char *text, size_t size) {
    if (size < 2 || !text_is_ascii(text, size)) /* those of one character are shared already */
        return str_intern_take(str_from_utf8(text, size));
    if (2 * interned_count >= interned_size && !interned_grow())
        return 0;
    int64_t hash = hash_bytes(text, size);
    Value *place = interned_place_of(text, size, hash);
    if (*place)
        return *place;
    Value str = str_of_ascii(text, (int64_t)size);
    if (str) {
        AS(StrObject, str)->hash = hash;
        enter_interned(place, str);
    }
    return str;
}

/* The names that C code asked for last, by the address of the text: that of a literal comes again
 * each time the code runs. The text is compared all the same, as it may be somebody's buffer. */
enum { RECENT_NAMES = 256 };
static struct {
    const char *text;
    Value name; /* ASCII */
} recent_names[RECENT_NAMES];

Value str_name(const char *text) {
    uintptr_t address = (uintptr_t)text;
    size_t place = (address ^ address >> 8) % RECENT_NAMES;
    Value name = recent_names[place].name;
    if (recent_names[place].text == text && !strcmp(str_data(AS(StrObject, name)), text))
        return name;
    name = str_name_sized(text, strlen(text));
    if (name && AS(StrObject, name)->ascii) {
        recent_names[place].text = text;
        recent_names[place].name = name;
    }
    return name;
}

/* ---- messages -------------------------------------------------------------------------------- */

/* One conversion of a format: the characters between % and the letter. */
typedef struct Conversion {
    int width, precision; /* -1: none */
    bool zero, left;
    char size; /* 0, 'l' (long long too), 'z' */
    char letter;
} Conversion;

static const char *read_number(const char *format, int *number, va_list *arguments) {
    if (*format == '*') {
        *number = va_arg(*arguments, int);
        return format + 1;
    }
    *number = 0;
    for (; *format >= '0' && *format <= '9'; format++)
        *number = *number * 10 + (*format - '0');
    return format;
}

static const char *read_conversion(const char *format, Conversion *conversion, va_list *arguments) {
    *conversion = (Conversion){.width = 0, .precision = -1};
    for (; *format == '0' || *format == '-'; format++) {
        conversion->zero |= *format == '0';
        conversion->left |= *format == '-';
    }
    format = read_number(format, &conversion->width, arguments);
    if (*format == '.')
        format = read_number(format + 1, &conversion->precision, arguments);
    for (; *format == 'l' || *format == 'z'; format++)
        conversion->size = conversion->size == 'l' ? 'L' : *format;
    conversion->letter = *format;
    return *format ? format + 1 : format;
}

static void add_text(StrBuilder *builder, const Conversion *conversion, const char *text) {
    size_t size =
        conversion->precision >= 0 ? strnlen(text, (size_t)conversion->precision) : strlen(text);
    Value str = str_from_utf8(text, size);
    if (!str) { /* cut inside a character, or bytes of the system */
        exc_clear();
        str = str_from_latin1((const uint8_t *)text, size);
    }
    str_builder_str(builder, str);
    value_decref(str);
}

static void add_integer(StrBuilder *builder, const Conversion *conversion, va_list *arguments) {
    char format[16], text[64];
    long long number;
    if (conversion->size == 'L')
        number = va_arg(*arguments, long long);
    else if (conversion->size)
        number = va_arg(*arguments, long);
    else if (conversion->letter == 'd')
        number = va_arg(*arguments, int);
    else
        number = va_arg(*arguments, unsigned);
    snprintf(format, sizeof format, "%%%s*ll%c", conversion->zero ? "0" : "", conversion->letter);
    snprintf(text, sizeof text, format, conversion->width, number);
    str_builder_cstr(builder, text);
}

static void add_value(StrBuilder *builder, Value text_take) {
    if (!text_take)
        builder->failed = true;
    else
        str_builder_str(builder, text_take);
    value_decref(text_take);
}

/* At most `precision` characters of a repr; -1: all. */
static void add_repr(StrBuilder *builder, const Conversion *conversion, Value value) {
    Value text = object_repr(value);
    int precision = conversion->precision;
    if (text && precision >= 0 && AS(StrObject, text)->length > precision)
        value_replace(&text, str_substring(text, 0, precision));
    add_value(builder, text);
}

/* Classes of library modules that are written in C in CPython are named with their module. */
static void add_type_name(StrBuilder *builder, const Type *type) {
    if ((type->flags & TYPE_DOTTED_NAME) && (type->flags & TYPE_HEAP)) {
        str_builder_str(builder, type_module_borrow(type));
        str_builder_char(builder, '.');
    }
    str_builder_cstr(builder, message_name(type));
}

static void add_conversion(StrBuilder *builder, const Conversion *conversion, va_list *arguments) {
    switch (conversion->letter) {
    case 's':
        add_text(builder, conversion, va_arg(*arguments, const char *));
        break;
    case 'd':
    case 'u':
    case 'x':
        add_integer(builder, conversion, arguments);
        break;
    case 'c':
        str_builder_char(builder, (uint32_t)va_arg(*arguments, int));
        break;
    case 'R':
        add_repr(builder, conversion, va_arg(*arguments, Value));
        break;
    case 'S':
        add_value(builder, object_str(va_arg(*arguments, Value)));
        break;
    case 'T':
        add_type_name(builder, value_type(va_arg(*arguments, Value)));
        break;
    case 'A': {
        Value argument = va_arg(*arguments, Value);
        str_builder_cstr(builder,
                         argument == VALUE_NONE ? "None" : message_name(value_type(argument)));
        break;
    }
    case 'K':
        add_value(builder, type_name_value(value_type(va_arg(*arguments, Value))));
        break;
    case 'N':
        add_type_name(builder, va_arg(*arguments, const Type *));
        break;
    default:
        str_builder_char(builder, '%');
    }
}

Value str_vformat(const char *format, va_list arguments) {
    StrBuilder builder;
    str_builder_init(&builder);
    va_list rest;
    va_copy(rest, arguments);
    while (*format && !builder.failed) {
        size_t plain = strcspn(format, "%");
        if (plain) {
            add_value(&builder, str_from_utf8(format, plain));
            format += plain;
            continue;
        }
        Conversion conversion;
        format = read_conversion(format + 1, &conversion, &rest);
        add_conversion(&builder, &conversion, &rest);
    }
    va_end(rest);
    return str_builder_finish(&builder);
}

Value str_format(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value result = str_vformat(format, arguments);
    va_end(arguments);
    return result;
}
