/*
 * bytes.h — what the files of bytes, bytearray and memoryview share. Private to the runtime.
 */
#ifndef PYASYNCC_RT_BYTES_H
#define PYASYNCC_RT_BYTES_H

#include "text.h"

/* The memory of a bytes-like object: valid until the object changes. To keep it for longer, raise
 * *exports, as memoryview does: the object then refuses to move it. */
typedef struct Buffer {
    uint8_t *data;
    int64_t size; /* in bytes */
    bool readonly;
    char format;      /* of the items, as in the module struct; 'B' for bytes */
    int64_t *exports; /* NULL: the memory never moves */
    Value lender;     /* a memoryview whose memory it is, borrowed; 0: the object's own */
} Buffer;
/* -- obj_bytes.c -- */
/* Fills *buffer; false without an exception if `value` has no memory to look at. */
bool buffer_view(Value value, Buffer *buffer);
/* Raises what CPython raises for a value that has no bytes to show: a memoryview that was released
 * or has gaps (ValueError, BufferError), another object (TypeError). Answers 0. */
Value buffer_refused(Value value);
/* The same for a memoryview; obj_memoryview.c. */
Value memoryview_refused(Value view);
/* The same for memory to be written to. TypeError "`what` must be read-write bytes-like object, not
 * ..." */
bool buffer_writable(Value value, const char *what, Buffer *buffer);

/* Bytes that grow. The block of mem_alloc begins `front` bytes before `data`: 0 unless
 * byte_buffer_drop was called. */
typedef struct ByteBuffer {
    uint8_t *data;
    int64_t size, capacity; /* from `data` on */
    int64_t front;
    const char *what; /* "bytes", "byte": the subject of range errors */
} ByteBuffer;
typedef struct BytearrayObject {
    Object base;
    ByteBuffer buffer;
    int64_t exports; /* memoryviews that look at it: the size must stay */
} BytearrayObject;
/* Makes room for `size` more bytes. 0 or -1. */
int byte_buffer_reserve(ByteBuffer *buffer, int64_t size);
/* Appends; data NULL: zeros. 0 or -1. */
int byte_buffer_add(ByteBuffer *buffer, const uint8_t *data, int64_t size);
/* Forgets the first `count` bytes without moving the others: a queue of bytes, filled at its end
 * and emptied at its front, costs the same for each byte however long it is. */
void byte_buffer_drop(ByteBuffer *buffer, int64_t count);
/* Frees the buffer's memory, which is empty afterwards. */
void byte_buffer_free(ByteBuffer *buffer);
/* Frees the buffer's memory. Answers its bytes, a new reference; 0 if `status` is negative. */
Value byte_buffer_take(ByteBuffer *buffer, int status);

/* -- obj_bytes.c -- */
BytesObject *bytes_alloc(Type *type,
                         int64_t length); /* contents to be filled in; NULL: no memory */
Value bytes_repr_of(const uint8_t *data, int64_t size, const char *open, const char *close);
Value bytes_compare(Value left, Value right, CompareOp op);
int bytes_contains(Value self, Value item);
/* Reads an int as a byte; ValueError "`what` must be in range(0, 256)". 0 or -1. */
int byte_from_object(Value value, const char *what, uint8_t *byte);
/* What bytes(source, encoding, errors) has; the arguments may be 0. 0 or -1. */
int bytes_fill(ByteBuffer *buffer, Value source, Value encoding, Value errors,
               const char *type_name);

/* A new bytearray with these bytes. */
Value bytearray_new(const uint8_t *data, int64_t size);
/* Deletes the first `count` bytes of a bytearray. 0; -1: BufferError, a view looks at it. */
int bytearray_drop(Value bytearray, int64_t count);

/* -- bytes_hex.c: bytes.hex(separator, group) of what bytes_view takes; both may be 0;
 * `for_bytes`: the separator, which will be a byte, may be of Latin 1 -- */
Value bytes_hex(Value bytes, Value separator, Value group, bool for_bytes);

/* -- bytes_percent.c: format % arguments -- */
Value bytes_percent(Value format, Value arguments);
/* What %b and %c make of an argument, as text whose characters are the bytes; new reference, or 0
 * with TypeError or OverflowError. */
Value bytes_percent_text(Value argument);
Value bytes_percent_char(Value argument);

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
BYTEARRAY_METHOD(__reduce__);
BYTEARRAY_METHOD(__reduce_ex__);
#define BYTEARRAY_ROW(python_name, least, most)                                                    \
    { .name = #python_name, .call = bytearray_##python_name, .min_args = least, .max_args = most }
#define BYTEARRAY_METHODS                                                                          \
    BYTEARRAY_ROW(append, 1, 1), BYTEARRAY_ROW(extend, 1, 1), BYTEARRAY_ROW(insert, 2, 2),         \
        BYTEARRAY_ROW(pop, 0, 1), BYTEARRAY_ROW(remove, 1, 1), BYTEARRAY_ROW(reverse, 0, 0),       \
        BYTEARRAY_ROW(clear, 0, 0), BYTEARRAY_ROW(copy, 0, 0), BYTEARRAY_ROW(__reduce__, 0, 0),    \
        BYTEARRAY_ROW(__reduce_ex__, 0, 1)

#endif
