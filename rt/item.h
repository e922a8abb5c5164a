/* item.h — numbers as they lie in memory: the items of struct, array and memoryview. */
#ifndef PYASYNCC_RT_ITEM_H
#define PYASYNCC_RT_ITEM_H

#include "numbers.h"

typedef enum ItemKind {
    ITEM_NONE, /* no number */
    ITEM_SIGNED,
    ITEM_UNSIGNED,
    ITEM_FLOAT,
    ITEM_BOOL,
    ITEM_CHAR, /* a bytes object of length 1 */
} ItemKind;

typedef struct ItemFormat {
    char letter;
    uint8_t kind; /* enum ItemKind */
    uint8_t size; /* in bytes; also the alignment */
} ItemFormat;

/* What a letter of the module struct means natively: LP64, little-endian on every target, as the
 * reference. NULL: it stands for no number. */
const ItemFormat *item_format(char letter);
/* The characters of 4 bytes that an array of type code 'u' has: 'w', which no struct may have and
 * whose items item_load and item_store do not know (kind ITEM_NONE). */
extern const ItemFormat item_format_wide;
/* The format that a Buffer tells of. */
const ItemFormat *item_format_of_buffer(char letter);

/* The item at `data`; `swapped`: big-endian. New reference. */
Value item_load(const ItemFormat *format, const uint8_t *data, bool swapped);

/* Why item_store refused. */
typedef enum ItemStatus {
    ITEM_OK,
    ITEM_BAD_TYPE, /* not this kind of value; a TypeError may be pending */
    ITEM_RANGE,    /* an int that does not fit, but fits 64 bits; a float is stored as infinite */
    ITEM_HUGE,     /* an int that does not even fit 64 bits, or a negative one for 64 unsigned */
    ITEM_FAILED,   /* __index__ or the like raised: the exception is pending */
} ItemStatus;
ItemStatus item_store(const ItemFormat *format, Value value, uint8_t *data, bool swapped);

#endif
