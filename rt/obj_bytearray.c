/*
 * obj_bytearray.c — the type bytearray.
 */
#include "bytes.h"

typedef struct BytearrayObject {
    Object base;
    ByteBuffer buffer;
} BytearrayObject;

bool bytearray_view(Value value, const uint8_t **data, int64_t *size) {
    if (!value_isa(value, &rt_type_bytearray))
        return false;
    const ByteBuffer *buffer = &AS(BytearrayObject, value)->buffer;
    *data = buffer->data ? buffer->data : (const uint8_t *)"";
    *size = buffer->size;
    return true;
}

static void bytearray_dealloc(Object *self) {
    mem_free(((BytearrayObject *)self)->buffer.data);
}

NATIVE(bytearray_make) {
    NATIVE_UNUSED();
    BytearrayObject *self = object_new(SPEC_DATA(callee), sizeof *self);
    if (!self)
        return 0;
    self->buffer.what = "byte";
    if (bytes_fill(&self->buffer, ARG(0), ARG(1), ARG(2), "bytearray") == 0)
        return OBJ(self);
    value_decref(OBJ(self));
    return 0;
}

NEW_BY_SPEC(bytearray_new_slot, .name = "bytearray", .call = bytearray_make, .max_args = 3,
            .keywords = "source encoding errors")

static Value bytearray_repr(Value self) {
    const uint8_t *data;
    int64_t size;
    bytearray_view(self, &data, &size);
    return bytes_repr_of(data, size, "bytearray(b", ")");
}

Type rt_type_bytearray = {
    .name = "bytearray",
    .basic_size = sizeof(BytearrayObject),
    .slots = {.dealloc = bytearray_dealloc,
              .repr = bytearray_repr,
              .compare = bytes_compare,
              .contains = bytes_contains,
              .unhashable = true,
              .new = bytearray_new_slot},
};
