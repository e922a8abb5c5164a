/*
 * codecs_names.c — names of encodings, as the parts that have further ones look for them.
 */
#include "codecs.h"

#include <ctype.h>

/* Lower case, other characters than letters, digits and dots as one underscore. */
static void normalize(const char *text, char *plain, size_t room) {
    size_t size = 0;
    bool gap = false;
    for (; *text && size + 2 < room; text++) {
        bool counts = isalnum((unsigned char)*text) || *text == '.';
        if (counts && gap && size)
            plain[size++] = '_';
        if (counts)
            plain[size++] = (char)tolower((unsigned char)*text);
        gap = !counts;
    }
    plain[size] = 0;
}

static const void *find(const char *plain, const char *rows, size_t count, size_t row_size) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const char *row = rows + middle * row_size;
        int order = strcmp(plain, *(const char *const *)(const void *)row);
        if (order == 0)
            return row;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const void *codec_find_alias(const char *name, const void *rows, size_t count, size_t row_size) {
    char plain[64];
    normalize(name, plain, sizeof plain);
    const void *found = find(plain, rows, count, row_size);
    if (found || !strchr(plain, '.'))
        return found;
    for (char *dot = strchr(plain, '.'); dot; dot = strchr(dot, '.'))
        *dot = '_';
    return find(plain, rows, count, row_size);
}
