/*
 * mod_io_memory.c — the module _io_memory, which holds the native parts of io.BytesIO
 * (mod_io_bytes.c) and io.StringIO (mod_io_string.c), and what these two have in common. io.py puts
 * the rest of what files have on top.
 */
#include "memory_files.h"

/* ---- arguments ------------------------------------------------------------------------------- */

int file_size_argument(Value value, int64_t usual, int64_t *size) {
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

int file_seek_arguments(const Value *args, uint32_t count, const FileSeekWords *words,
                        FileSeek *seek) {
    seek->offset = object_index(args[1]);
    seek->whence = isolate.pending || count < 3 ? 0 : object_index(args[2]);
    if (isolate.pending)
        return -1;
    if (seek->whence < 0 || seek->whence > 2)
        return raise_status(&rt_exc_ValueError, words->bad_whence, (long long)seek->whence);
    if (seek->offset < 0 && seek->whence == 0)
        return raise_status(&rt_exc_ValueError, words->negative, (long long)seek->offset);
    return 0;
}

/* ---- states ---------------------------------------------------------------------------------- */

Value file_attributes(Value self) {
    if (!instance_slots(value_object(self)))
        return VALUE_NONE;
    Value dict = instance_dict_copy(value_object(self));
    if (!dict || dict_len(dict))
        return dict;
    value_decref(dict);
    return VALUE_NONE;
}

const Value *file_state_items(Value state, int64_t count, const char *name) {
    if (value_isa(state, &rt_type_tuple) && AS(TupleObject, state)->length >= count)
        return AS(TupleObject, state)->items;
    raise_error(&rt_exc_TypeError, "_io.%s.__setstate__ argument should be %d-tuple, got %T", name,
                (int)count, state);
    return NULL;
}

/* Sets the attributes of a state again. 0 or -1. */
static int set_attributes(Value self, Value attributes) {
    Value name, value;
    int64_t position = 0;
    if (attributes == VALUE_NONE)
        return 0;
    while (dict_next(attributes, &position, &name, &value))
        if (object_setattr(self, name, value) < 0)
            return -1;
    return 0;
}

int file_restore(Value self, const Value *rest, const FileStateWords *words, int64_t *position) {
    if (!value_is_int(rest[0]))
        return raise_status(&rt_exc_TypeError, words->bad_position, rest[0]);
    int64_t place = object_index(rest[0]);
    if (place == -1 && isolate.pending)
        return -1;
    if (place < 0)
        return raise_status(&rt_exc_ValueError, "position value cannot be negative");
    *position = place;
    if (rest[1] != VALUE_NONE && !value_isa(rest[1], &rt_type_dict))
        return raise_status(&rt_exc_TypeError, words->bad_attributes, rest[1]);
    return set_attributes(self, rest[1]);
}

/* ---- the module ------------------------------------------------------------------------------ */

static int memory_init(ModuleObject *module) {
    type_ready(&rt_type_bytes_file_buffer);
    if (module_add_type(module, "BytesIO", &rt_type_bytes_file) < 0)
        return -1;
    return module_add_type(module, "StringIO", &rt_type_string_file);
}

const NativeModule pyrt_module__io_memory = {"_io_memory", memory_init};
