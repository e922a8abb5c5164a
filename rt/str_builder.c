/*
 * str_builder.c — StrBuilder: text that grows piece by piece, kept as bytes while all characters
 * are below U+0100, else as code points; the str gets the narrowest width when it is finished.
 */
#include "text.h"

void str_builder_init(StrBuilder *builder) {
    builder->bytes = builder->few;
    builder->length = 0;
    builder->capacity = STR_BUILDER_FEW;
    builder->is_wide = builder->failed = false;
}

/* Moves the text to memory for `capacity` characters of the width `wide` says. */
static bool move_to(StrBuilder *builder, int64_t capacity, bool wide) {
    size_t width = wide ? sizeof *builder->wide : 1;
    void *data = capacity > INT64_MAX / (int64_t)width ? raise_no_memory(),
         NULL                                          : mem_alloc((uint64_t)capacity * width);
    if (!data) {
        builder->failed = true;
        return false;
    }
    if (wide == builder->is_wide)
        memcpy(data, builder->bytes, (size_t)builder->length * width);
    else
        for (int64_t i = 0; i < builder->length; i++)
            ((uint32_t *)data)[i] = builder->bytes[i];
    if (builder->bytes != builder->few)
        mem_free(builder->bytes);
    builder->bytes = data;
    builder->capacity = capacity;
    builder->is_wide = wide;
    return true;
}

/* str_builder_reserve where there is no room, or no builder that works. */
static __attribute__((noinline)) bool grow(StrBuilder *builder, int64_t more) {
    if (builder->failed)
        return false;
    if (more > INT64_MAX / 4 - builder->length) {
        raise_no_memory();
        builder->failed = true;
        return false;
    }
    int64_t capacity = builder->capacity * 2, needed = builder->length + more;
    return move_to(builder, capacity < needed ? needed : capacity, builder->is_wide);
}

static inline bool reserve(StrBuilder *builder, int64_t more) {
    return (more <= builder->capacity - builder->length && !builder->failed) || grow(builder, more);
}

bool str_builder_reserve(StrBuilder *builder, int64_t more) {
    return reserve(builder, more);
}

/* Makes room for `more` characters up to `character`. */
static inline bool make_ready(StrBuilder *builder, int64_t more, uint32_t character) {
    return reserve(builder, more) &&
           (builder->is_wide || character <= 0xff || move_to(builder, builder->capacity, true));
}

void str_builder_char(StrBuilder *builder, uint32_t character) {
    if (!make_ready(builder, 1, character))
        return;
    if (builder->is_wide)
        builder->wide[builder->length++] = character;
    else
        builder->bytes[builder->length++] = (uint8_t)character;
}

void str_builder_fill(StrBuilder *builder, uint32_t character, int64_t count) {
    if (count <= 0 || !make_ready(builder, count, character))
        return;
    if (builder->is_wide)
        for (int64_t i = 0; i < count; i++)
            builder->wide[builder->length + i] = character;
    else
        memset(builder->bytes + builder->length, (int)character, (size_t)count);
    builder->length += count;
}

void str_builder_part(StrBuilder *builder, const StrObject *str, int64_t start, int64_t stop) {
    if (start >= stop || !make_ready(builder, stop - start, str->kind == 1 ? 0 : UINT32_MAX))
        return;
    if (builder->is_wide) {
        for (int64_t i = start; i < stop; i++)
            builder->wide[builder->length++] = str_at(str, i);
    } else {
        text_copy(builder->bytes + builder->length, (const uint8_t *)str_data(str) + start,
                  (size_t)(stop - start));
        builder->length += stop - start;
    }
}

void str_builder_str(StrBuilder *builder, Value value) {
    if (!value) {
        builder->failed = true;
        return;
    }
    str_builder_part(builder, AS(StrObject, value), 0, AS(StrObject, value)->length);
}

void str_builder_ascii(StrBuilder *builder, const char *text, int64_t size) {
    if (!reserve(builder, size))
        return;
    if (builder->is_wide)
        for (int64_t i = 0; i < size; i++)
            builder->wide[builder->length + i] = (uint8_t)text[i];
    else
        text_copy(builder->bytes + builder->length, text, (size_t)size);
    builder->length += size;
}

void str_builder_cstr(StrBuilder *builder, const char *text) {
    size_t size = strlen(text), plain = 0;
    while (plain < size && (uint8_t)text[plain] < 0x80)
        plain++;
    str_builder_ascii(builder, text, (int64_t)plain);
    text += plain;
    for (size -= plain; size;) {
        uint32_t character;
        int step = utf8_decode_one((const uint8_t *)text, size, &character);
        if (!step) {
            character = (uint8_t)*text;
            step = 1;
        }
        str_builder_char(builder, character);
        text += step;
        size -= (size_t)step;
    }
}

void str_builder_i64(StrBuilder *builder, int64_t number) {
    char digits[DECIMAL_MAX], *end = digits + sizeof digits;
    char *start = decimal_write_signed(end, number);
    str_builder_ascii(builder, start, end - start);
}

Value str_builder_finish(StrBuilder *builder) {
    if (builder->failed) {
        str_builder_drop(builder);
        return isolate.pending ? 0 : raise_no_memory();
    }
    Value result = builder->is_wide ? str_from_ucs4(builder->wide, builder->length)
                                    : str_from_latin1(builder->bytes, (size_t)builder->length);
    str_builder_drop(builder);
    return result;
}

void str_builder_drop(StrBuilder *builder) {
    if (builder->bytes != builder->few)
        mem_free(builder->bytes);
    str_builder_init(builder);
}
