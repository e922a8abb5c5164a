/*
 * bytes.h — what the files of bytes, bytearray and memoryview share. Private to the runtime.
 */
#ifndef PYASYNCC_RT_BYTES_H
#define PYASYNCC_RT_BYTES_H

#include "text.h"

/* Bytes that grow; `data` comes from mem_alloc. */
typedef struct ByteBuffer {
    uint8_t *data;
    int64_t size, capacity;
    const char *what; /* "bytes", "byte": the subject of range errors */
} ByteBuffer;
typedef struct BytearrayObject {
    Object base;
    ByteBuffer buffer;
    int64_t exports; /* memoryviews that look at it: the size must stay */
} BytearrayObject;
/* Appends; data NULL: zeros. 0 or -1. */
int byte_buffer_add(ByteBuffer *buffer, const uint8_t *data, int64_t size);

/* -- obj_bytes.c -- */
BytesObject *bytes_alloc(Type *type,
                         int64_t length); /* contents to be filled in; NULL: no memory */
Value bytes_repr_of(const uint8_t *data, int64_t size, const char *open, const char *close);
Value bytes_compare(Value left, Value right, CompareOp op);
int bytes_contains(Value self, Value item);
/* What bytes(source, encoding, errors) has; the arguments may be 0. 0 or -1. */
int bytes_fill(ByteBuffer *buffer, Value source, Value encoding, Value errors,
               const char *type_name);

/* -- obj_bytearray.c, obj_memoryview.c: as bytes_view -- */
bool bytearray_view(Value value, const uint8_t **data, int64_t *size);
bool memoryview_view(Value value, const uint8_t **data, int64_t *size);

/* A new bytearray with these bytes. */
Value bytearray_new(const uint8_t *data, int64_t size);

/* -- bytes_hex.c: data.hex(separator, group); both may be 0 -- */
Value bytes_hex(const uint8_t *data, int64_t size, Value separator, Value group);

/* -- bytes_percent.c: format % arguments -- */
Value bytes_percent(Value format, Value arguments);

/* -- bytes_methods.c -- */
extern const NativeMethod bytes_methods[], bytearray_methods[];
/* The methods that bytearray has beyond bytes: functions of obj_bytearray.c. */
#define BYTEARRAY_METHOD(name)                                                                     \
    Value bytearray_##name(Value callee, const Value *args, uint32_t count, Value names)
BYTEARRAY_METHOD(append);
BYTEARRAY_METHOD(extend);
BYTEARRAY_METHOD(insert);
BYTEARRAY_METHOD(pop);
BYTEARRAY_METHOD(remove);
BYTEARRAY_METHOD(reverse);
BYTEARRAY_METHOD(clear);
BYTEARRAY_METHOD(copy);
#define BYTEARRAY_ROW(python_name, least, most)                                                    \
    { .name = #python_name, .call = bytearray_##python_name, .min_args = least, .max_args = most }
#define BYTEARRAY_METHODS                                                                          \
    BYTEARRAY_ROW(append, 1, 1), BYTEARRAY_ROW(extend, 1, 1), BYTEARRAY_ROW(insert, 2, 2),         \
        BYTEARRAY_ROW(pop, 0, 1), BYTEARRAY_ROW(remove, 1, 1), BYTEARRAY_ROW(reverse, 0, 0),       \
        BYTEARRAY_ROW(clear, 0, 0), BYTEARRAY_ROW(copy, 0, 0)

#endif
