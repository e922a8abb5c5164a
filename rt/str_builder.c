/*
 * str_builder.c — StrBuilder: text that grows piece by piece, kept as code points until it is
 * finished, when the narrowest width is known.
 */
#include "text.h"

void str_builder_init(StrBuilder *builder) {
    builder->data = builder->few;
    builder->length = 0;
    builder->capacity = STR_BUILDER_FEW;
    builder->max_char = 0;
    builder->failed = false;
}

bool str_builder_reserve(StrBuilder *builder, int64_t more) {
    if (builder->failed)
        return false;
    if (more > (INT64_MAX - builder->length) / (int64_t)sizeof *builder->data) {
        raise_no_memory();
        builder->failed = true;
        return false;
    }
    int64_t needed = builder->length + more;
    if (needed <= builder->capacity)
        return true;
    int64_t capacity = builder->capacity * 2;
    if (capacity < needed)
        capacity = needed;
    bool few = builder->data == builder->few;
    uint32_t *data = mem_realloc(few ? NULL : builder->data, (size_t)capacity * sizeof *data);
    if (!data) {
        builder->failed = true;
        return false;
    }
    if (few)
        memcpy(data, builder->few, (size_t)builder->length * sizeof *data);
    builder->data = data;
    builder->capacity = capacity;
    return true;
}

void str_builder_char(StrBuilder *builder, uint32_t character) {
    if (!str_builder_reserve(builder, 1))
        return;
    builder->data[builder->length++] = character;
    if (character > builder->max_char)
        builder->max_char = character;
}

void str_builder_str(StrBuilder *builder, Value value) {
    if (!value) {
        builder->failed = true;
        return;
    }
    const StrObject *str = AS(StrObject, value);
    if (!str->length || !str_builder_reserve(builder, str->length))
        return;
    uint32_t *to = builder->data + builder->length, most = builder->max_char;
    for (int64_t i = 0; i < str->length; i++) {
        to[i] = str_at(str, i);
        if (to[i] > most)
            most = to[i];
    }
    builder->max_char = most;
    builder->length += str->length;
}

void str_builder_cstr(StrBuilder *builder, const char *text) {
    size_t size = strlen(text);
    if (!str_builder_reserve(builder, (int64_t)size))
        return;
    for (; size && (uint8_t)*text < 0x80; text++, size--)
        builder->data[builder->length++] = (uint8_t)*text;
    if (builder->max_char < 0x7f)
        builder->max_char = 0x7f;
    while (size) {
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

Value str_builder_finish(StrBuilder *builder) {
    if (builder->failed) {
        str_builder_drop(builder);
        return isolate.pending ? 0 : raise_no_memory();
    }
    Value result = str_from_ucs4(builder->data, builder->length);
    str_builder_drop(builder);
    return result;
}

void str_builder_drop(StrBuilder *builder) {
    if (builder->data != builder->few)
        mem_free(builder->data);
    builder->data = builder->few;
    builder->length = 0;
}
