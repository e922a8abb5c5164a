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
/* Appends; data NULL: zeros. 0 or -1. */
int byte_buffer_add(ByteBuffer *buffer, const uint8_t *data, int64_t size);

/* -- obj_bytes.c -- */
BytesObject *bytes_alloc(Type *type, int64_t length); /* contents to be filled in; NULL: no memory */
Value bytes_repr_of(const uint8_t *data, int64_t size, const char *open, const char *close);
Value bytes_compare(Value left, Value right, CompareOp op);
int bytes_contains(Value self, Value item);
/* What bytes(source, encoding, errors) has; the arguments may be 0. 0 or -1. */
int bytes_fill(ByteBuffer *buffer, Value source, Value encoding, Value errors,
               const char *type_name);

/* -- obj_bytearray.c, obj_memoryview.c: as bytes_view -- */
bool bytearray_view(Value value, const uint8_t **data, int64_t *size);
bool memoryview_view(Value value, const uint8_t **data, int64_t *size);

/* -- bytes_methods.c -- */
extern const NativeMethod bytes_methods[];
Value bytes_percent(Value format, Value arguments); /* format % arguments */

#endif
