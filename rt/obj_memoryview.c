/*
 * obj_memoryview.c — the type memoryview.
 */
#include "bytes.h"

bool memoryview_view(Value value, const uint8_t **data, int64_t *size) {
    (void)value;
    (void)data;
    (void)size;
    return false;
}

Type rt_type_memoryview = {
    .name = "memoryview",
    .basic_size = sizeof(Object),
};
