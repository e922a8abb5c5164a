/*
 * bytes_hex.c — hex() of the bytes types, with separators.
 */
#include "bytes.h"

/* Reads the separator: a character of ASCII, or up to `last`. False: failed. */
static bool read_separator(Value separator, uint32_t last, uint32_t *character) {
    const uint8_t *data;
    int64_t size;
    if (value_is_str(separator)) {
        size = AS(StrObject, separator)->length;
        *character = size ? str_at(AS(StrObject, separator), 0) : 0;
    } else if (bytes_view(separator, &data, &size)) {
        *character = size ? data[0] : 0;
    } else {
        size = object_len(separator);
        if (size >= 0)
            raise_error(size == 1 ? &rt_exc_TypeError : &rt_exc_ValueError,
                        size == 1 ? "sep must be str or bytes." : "sep must be length 1.");
        return false;
    }
    if (size != 1)
        raise_error(&rt_exc_ValueError, "sep must be length 1.");
    else if (*character > last)
        raise_error(&rt_exc_ValueError, "sep must be ASCII.");
    return size == 1 && *character <= last;
}

static const char digits[] = "0123456789abcdef";

/* The digits without separators. */
static Value plain_hex(const uint8_t *data, int64_t size) {
    StrObject *text = size ? str_alloc(2 * size, 0x7f) : NULL;
    if (size == 0)
        return str_empty();
    for (int64_t i = 0; text && i < size; i++) {
        uint8_t *to = (uint8_t *)str_data(text) + 2 * i;
        to[0] = (uint8_t)digits[data[i] >> 4];
        to[1] = (uint8_t)digits[data[i] & 15];
    }
    return OBJ(text);
}

Value bytes_hex(Value bytes, Value separator, Value group_value, bool for_bytes) {
    uint32_t character = 0;
    int64_t group = group_value ? object_index(group_value) : 1;
    if (group == -1 && isolate.pending)
        return 0;
    if (group != (int)group)
        return raise_error(&rt_exc_OverflowError, "Python int too large to convert to C int");
    if (separator && !read_separator(separator, for_bytes ? 0xff : 0x7f, &character))
        return 0;
    const uint8_t *data;
    int64_t size;
    bytes_view(bytes, &data, &size); /* behind the arguments, whose code may have changed it */
    if (!separator)
        return plain_hex(data, size);
    StrBuilder builder;
    str_builder_init(&builder);
    for (int64_t i = 0; i < size; i++) {
        /* groups are counted from the right, with a negative size from the left */
        int64_t place = group > 0 ? size - i : i;
        if (i && group && place % group == 0)
            str_builder_char(&builder, character);
        str_builder_char(&builder, (uint8_t)digits[data[i] >> 4]);
        str_builder_char(&builder, (uint8_t)digits[data[i] & 15]);
    }
    return str_builder_finish(&builder);
}
