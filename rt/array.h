/* array.h — what the two files of the module array share. Private to the runtime. */
#ifndef PYASYNCC_RT_ARRAY_H
#define PYASYNCC_RT_ARRAY_H

#include "bytes.h"
#include "item.h"

/* An array's items lie in `bytes` one behind the other, each format->size bytes long. */
typedef struct ArrayObject {
    Object base;
    ByteBuffer bytes;
    const ItemFormat *format; /* item_format_wide for the type code 'u' */
    int64_t exports;          /* memoryviews that look at it: the size must stay */
    char code;                /* the type code */
} ArrayObject;

extern Type rt_type_array;
extern const NativeMethod array_methods[];

#define ARRAY_CODES "bBuhHiIlLqQfd"

static inline ArrayObject *array_of(Value self) {
    return AS(ArrayObject, self);
}
static inline int64_t array_length(const ArrayObject *array) {
    return array->bytes.size >> __builtin_ctz(array->format->size); /* a power of two */
}
static inline uint8_t *array_at(const ArrayObject *array, int64_t index) {
    return array->bytes.data + index * array->format->size;
}

/* The format of a type code; NULL: there is no such code. */
const ItemFormat *array_format(char code);
/* An array of `type` with `count` items, zero or copied from `data`; new reference. */
Value array_new_of(Type *type, char code, const uint8_t *data, int64_t count);
/* The item at `index`; new reference. */
Value array_load(const ArrayObject *array, int64_t index);
/* Writes `value` as an item of `array` to `data`, which has room for 8 bytes. 0 or -1. */
int array_encode(const ArrayObject *array, Value value, uint8_t *data);
/* Replaces the items [from, to) by `count` ones at `data` (NULL: zeros), which may lie in the same
 * array. 0, or -1: BufferError while the array is exported. */
int array_replace(ArrayObject *array, int64_t from, int64_t to, const uint8_t *data, int64_t count);
int array_append(ArrayObject *array, Value value);
/* Appends what `iterable` answers, or the items of an array of the same kind. */
int array_extend(ArrayObject *array, Value iterable);
/* Appends raw memory. ValueError unless it is a whole number of items. */
int array_add_bytes(ArrayObject *array, const uint8_t *data, int64_t size);
/* Appends the characters of a str to an array of type code 'u'. */
int array_add_text(ArrayObject *array, Value text);

#endif
