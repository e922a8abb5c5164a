/*
 * byte_search.c — finding bytes in bytes: for bytes, bytearray and texts of one byte a character.
 *
 * memmem prepares tables for each call, which costs more than most searches: needles are short and
 * found soon, one after the other (split, replace, count). So places are proposed by memchr for the
 * needle's first byte. Where many of them are wrong, as in "aaaaab", memmem takes over, whose time
 * is linear.
 */
#include "text.h"

#include <string.h>

/* Wrong proposals before memmem is worth its preparation: some, and one for so many bytes passed.
 */
enum { FREE_MISSES = 16, BYTES_A_MISS = 32 };

const uint8_t *byte_search(const uint8_t *data, size_t size, const uint8_t *needle,
                           size_t needle_size) {
    if (needle_size == 0)
        return data;
    if (needle_size > size)
        return NULL;
    if (needle_size == 1)
        return byte_find(data, size, needle[0]);
    const uint8_t *end = data + (size - needle_size) + 1; /* no match starts here or later */
    size_t misses = 0;
    for (const uint8_t *at = data; (at = memchr(at, needle[0], (size_t)(end - at))); at++) {
        if (at[needle_size - 1] == needle[needle_size - 1] && !memcmp(at, needle, needle_size))
            return at;
        if (++misses > FREE_MISSES + (size_t)(at - data) / BYTES_A_MISS)
            return memmem(at + 1, (size_t)(data + size - at) - 1, needle, needle_size);
    }
    return NULL;
}

/* In blocks whose counts fit into bytes, which the compiler counts with vector instructions. */
int64_t byte_count(const uint8_t *data, size_t size, uint8_t byte) {
    int64_t found = 0;
    while (size) {
        size_t block = size < 255 ? size : 255;
        uint8_t part = 0;
        for (size_t i = 0; i < block; i++)
            part = (uint8_t)(part + (data[i] == byte));
        found += part;
        data += block;
        size -= block;
    }
    return found;
}
