/*
 * memory_files.h — what mod_io_bytes.c and mod_io_string.c share: the native parts of io.BytesIO
 * and io.StringIO.
 */
#ifndef PYASYNCC_RT_MEMORY_FILES_H
#define PYASYNCC_RT_MEMORY_FILES_H

#include "bytes.h"

extern Type rt_type_bytes_file, rt_type_bytes_file_buffer, rt_type_string_file;

/* An optional size: *size is `usual` where none or None is given. 0, or -1 with TypeError. */
static inline int file_size_argument(Value value, int64_t usual, int64_t *size) {
    *size = usual;
    if (!value || value == VALUE_NONE)
        return 0;
    if (!value_type(value)->slots.index)
        return raise_status(&rt_exc_TypeError, "argument should be integer or None, not '%T'",
                            value);
    *size = object_index(value);
    if (*size != -1 || !isolate.pending)
        return 0;
    if (!exc_pending_is(&rt_exc_OverflowError))
        return -1;
    exc_clear();
    return raise_status(&rt_exc_OverflowError, "cannot fit '%T' into an index-sized integer",
                        value);
}

/* The state behind a file's contents in __getstate__: the instance's attributes, or None; new
 * reference. */
static inline Value file_attributes(Value self) {
    if (!instance_slots(value_object(self)))
        return VALUE_NONE;
    Value dict = instance_dict_copy(value_object(self));
    if (!dict || dict_len(dict))
        return dict;
    value_decref(dict);
    return VALUE_NONE;
}

/* Sets the attributes of such a state again. 0 or -1. */
static inline int file_set_attributes(Value self, Value attributes) {
    Value name, value;
    int64_t position = 0;
    if (attributes == VALUE_NONE)
        return 0;
    while (dict_next(attributes, &position, &name, &value))
        if (object_setattr(self, name, value) < 0)
            return -1;
    return 0;
}

#endif
