/*
 * mod_io_bytes.c — the native part of io.BytesIO, a file of bytes in memory; io.py puts the rest of
 * what files have on top. Contents that were handed over as bytes are shared until they change.
 */
#include "memory_files.h"

typedef struct BytesFile {
    Object base;
    uint8_t *data;
    int64_t size, capacity, position;
    int64_t exports; /* views of the memory, which must stay where it is */
    Value shared;    /* the bytes that `data` is in; 0: it is our own */
    bool closed;
} BytesFile;

#define SELF(value) AS(BytesFile, value)

/* ---- the memory ------------------------------------------------------------------------------ */

static bool is_open(const BytesFile *self) {
    if (!self->closed)
        return true;
    raise_error(&rt_exc_ValueError, "I/O operation on closed file.");
    return false;
}

static void drop_memory(BytesFile *self) {
    if (!self->shared)
        mem_free(self->data);
    self->data = NULL;
    self->size = self->capacity = 0;
    value_replace(&self->shared, 0);
}

static int set_memory(BytesFile *self, uint8_t *data, int64_t size, int64_t capacity) {
    drop_memory(self);
    self->data = data;
    self->size = size;
    self->capacity = capacity;
    return 0;
}

/* Makes `bytes` the contents, which are shared from now on. */
static void share(BytesFile *self, Value bytes) {
    value_incref(bytes);
    set_memory(self, AS(BytesObject, bytes)->data, AS(BytesObject, bytes)->length, 0);
    self->shared = bytes;
}

/* Makes room for `capacity` bytes that are ours. 0 or -1. */
static int reserve(BytesFile *self, int64_t capacity) {
    if (!self->shared && capacity <= self->capacity)
        return 0;
    if (capacity < self->size)
        capacity = self->size;
    if (capacity > 64)
        capacity += capacity / 2;
    if (!self->shared) {
        uint8_t *data = mem_realloc(self->data, (uint64_t)capacity);
        if (!data)
            return -1;
        self->data = data;
        self->capacity = capacity;
        return 0;
    }
    uint8_t *data = mem_alloc((uint64_t)capacity + 1);
    if (!data)
        return -1;
    if (self->size)
        memcpy(data, self->data, (size_t)self->size);
    return set_memory(self, data, self->size, capacity);
}

static int may_change(const BytesFile *self) {
    if (!self->exports)
        return 0;
    return raise_status(&rt_exc_BufferError, "Existing exports of data: object cannot be re-sized");
}

static int write_at_position(BytesFile *self, const uint8_t *data, int64_t size) {
    if (size > INT64_MAX / 2 - self->position)
        return raise_status(&rt_exc_OverflowError, "new buffer size too large");
    int64_t end = self->position + size;
    if (reserve(self, end) < 0)
        return -1;
    if (self->position > self->size)
        memset(self->data + self->size, 0, (size_t)(self->position - self->size));
    memmove(self->data + self->position, data, (size_t)size);
    self->position = end;
    if (end > self->size)
        self->size = end;
    return 0;
}

/* Writes what `value` holds; answers how much, or -1. */
static int64_t write_value(BytesFile *self, Value value) {
    const uint8_t *data;
    int64_t size;
    if (!is_open(self) || may_change(self) < 0 || !bytes_argument(value, &data, &size))
        return -1;
    if (size == 0)
        return 0;
    return write_at_position(self, data, size) < 0 ? -1 : size;
}

/* How many of `wanted` bytes there are; negative: all. */
static int64_t available(const BytesFile *self, int64_t wanted) {
    int64_t left = self->size > self->position ? self->size - self->position : 0;
    return wanted < 0 || wanted > left ? left : wanted;
}

static Value take(BytesFile *self, int64_t size) {
    if (size == 0)
        return bytes_new("", 0);
    if (self->shared && self->position == 0 && size == self->size) {
        self->position = size;
        return value_incref(self->shared);
    }
    Value bytes = bytes_new(self->data + self->position, (size_t)size);
    if (bytes)
        self->position += size;
    return bytes;
}

/* The length of the next line, at most `most`. */
static int64_t line_length(const BytesFile *self, int64_t most) {
    int64_t size = available(self, most);
    if (size == 0) /* there may be no data at all */
        return 0;
    const uint8_t *start = self->data + self->position;
    const uint8_t *end = memchr(start, '\n', (size_t)size);
    return end ? end + 1 - start : size;
}

/* ---- making ---------------------------------------------------------------------------------- */

static Value file_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ(object_new(type, sizeof(BytesFile)));
}

NATIVE(init_bound) {
    NATIVE_UNUSED();
    BytesFile *self = SPEC_DATA(callee);
    Value initial = ARG(0);
    if (may_change(self) < 0)
        return 0;
    drop_memory(self);
    self->position = 0;
    self->closed = false;
    if (!initial || initial == VALUE_NONE)
        return VALUE_NONE;
    if (value_is(initial, &rt_type_bytes)) {
        share(self, initial);
        return VALUE_NONE;
    }
    int64_t written = write_value(self, initial);
    self->position = 0;
    return written < 0 ? 0 : VALUE_NONE;
}

static int file_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "BytesIO",
                                      .call = init_bound,
                                      .max_args = 1,
                                      .kind = METHOD_STATIC,
                                      .keywords = "initial_bytes"};
    return call_spec(&spec, SELF(self), args, count, names) ? 0 : -1;
}

static void file_dealloc(Object *self) {
    drop_memory((BytesFile *)self);
}

/* ---- reading --------------------------------------------------------------------------------- */

NATIVE(method_read) {
    NATIVE_UNUSED();
    int64_t size;
    if (!is_open(SELF(args[0])) || file_size_argument(ARG(1), -1, &size) < 0)
        return 0;
    return take(SELF(args[0]), available(SELF(args[0]), size));
}

NATIVE(method_readline) {
    NATIVE_UNUSED();
    int64_t size;
    if (!is_open(SELF(args[0])) || file_size_argument(ARG(1), -1, &size) < 0)
        return 0;
    return take(SELF(args[0]), line_length(SELF(args[0]), size));
}

NATIVE(method_readlines) {
    NATIVE_UNUSED();
    BytesFile *self = SELF(args[0]);
    int64_t most = -1, total = 0, length;
    if (!is_open(self))
        return 0;
    if (ARG(1) && args[1] != VALUE_NONE && !value_is_int(args[1]))
        return raise_error(&rt_exc_TypeError, "integer argument expected, got '%T'", args[1]);
    if (file_size_argument(ARG(1), -1, &most) < 0)
        return 0;
    Value list = list_new(NULL, 0);
    while (list && (length = line_length(self, -1)) > 0) {
        Value line = take(self, length);
        if (!line || list_append_take(list, line) < 0) {
            value_decref(list);
            return 0;
        }
        total += length;
        if (most > 0 && total >= most)
            break;
    }
    return list;
}

NATIVE(method_readinto) {
    NATIVE_UNUSED();
    BytesFile *self = SELF(args[0]);
    Buffer buffer;
    if (!is_open(self) || !buffer_writable(args[1], "readinto() argument", &buffer))
        return 0;
    int64_t size = available(self, buffer.size);
    if (size)
        memcpy(buffer.data, self->data + self->position, (size_t)size);
    self->position += size;
    return int_from_i64(size);
}

static Value file_next(Value self) {
    if (!is_open(SELF(self)))
        return 0;
    int64_t length = line_length(SELF(self), -1);
    return length ? take(SELF(self), length) : VALUE_STOP;
}

/* ---- writing --------------------------------------------------------------------------------- */

NATIVE(method_write) {
    NATIVE_UNUSED();
    int64_t size = write_value(SELF(args[0]), args[1]);
    return size < 0 ? 0 : int_from_i64(size);
}

static int write_each(Value lines, void *context) {
    return write_value(context, lines) < 0 ? -1 : 0;
}

NATIVE(method_writelines) {
    NATIVE_UNUSED();
    if (!is_open(SELF(args[0])))
        return 0;
    return object_iterate(args[1], write_each, SELF(args[0])) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_truncate) {
    NATIVE_UNUSED();
    BytesFile *self = SELF(args[0]);
    int64_t size;
    if (!is_open(self) || may_change(self) < 0 ||
        file_size_argument(ARG(1), self->position, &size) < 0)
        return 0;
    if (size < 0)
        return raise_error(&rt_exc_ValueError, "negative size value %lld", (long long)size);
    if (size < self->size) {
        if (reserve(self, size) < 0)
            return 0;
        self->size = size;
    }
    return int_from_i64(size);
}

/* ---- the position ---------------------------------------------------------------------------- */

NATIVE(method_tell) {
    NATIVE_UNUSED();
    return is_open(SELF(args[0])) ? int_from_i64(SELF(args[0])->position) : 0;
}

NATIVE(method_seek) {
    static const FileSeekWords words = {"invalid whence (%lld, should be 0, 1 or 2)",
                                        "negative seek value %lld"};
    NATIVE_UNUSED();
    BytesFile *self = SELF(args[0]);
    FileSeek seek;
    if (!is_open(self) || file_seek_arguments(args, count, &words, &seek) < 0)
        return 0;
    int64_t from = seek.whence == 0 ? 0 : seek.whence == 1 ? self->position : self->size;
    if (seek.offset > INT64_MAX - from)
        return raise_error(&rt_exc_OverflowError, "new position too large");
    self->position = from + seek.offset < 0 ? 0 : from + seek.offset;
    return int_from_i64(self->position);
}

/* ---- the contents ---------------------------------------------------------------------------- */

static Value contents(BytesFile *self) {
    if (self->shared && self->size == AS(BytesObject, self->shared)->length)
        return value_incref(self->shared);
    return bytes_new(self->data, (size_t)self->size);
}

NATIVE(method_getvalue) {
    NATIVE_UNUSED();
    return is_open(SELF(args[0])) ? contents(SELF(args[0])) : 0;
}

/* What a view of the memory belongs to: it keeps the file. */
typedef struct FileBuffer {
    Object base;
    Value file;
} FileBuffer;

static bool file_buffer_memory(Value self, Buffer *buffer) {
    BytesFile *file = SELF(AS(FileBuffer, self)->file);
    *buffer =
        (Buffer){.data = file->data, .size = file->size, .format = 'B', .exports = &file->exports};
    return true;
}

static void file_buffer_dealloc(Object *self) {
    value_replace(&((FileBuffer *)self)->file, 0);
}

Type rt_type_bytes_file_buffer = {
    .name = "_io._BytesIOBuffer",
    .flags = TYPE_DOTTED_NAME | TYPE_FINAL,
    .basic_size = sizeof(FileBuffer),
    .slots = {.dealloc = file_buffer_dealloc, .buffer = file_buffer_memory},
};

NATIVE(method_getbuffer) {
    NATIVE_UNUSED();
    BytesFile *self = SELF(args[0]);
    if (!is_open(self) || reserve(self, self->size) < 0)
        return 0;
    FileBuffer *buffer = object_new(&rt_type_bytes_file_buffer, sizeof *buffer);
    if (!buffer)
        return 0;
    buffer->file = value_incref(args[0]);
    Value view = object_call1(OBJ(&rt_type_memoryview), OBJ(buffer));
    value_decref(OBJ(buffer));
    return view;
}

/* (contents, position, attributes) */
NATIVE(method_getstate) {
    NATIVE_UNUSED();
    if (!is_open(SELF(args[0])))
        return 0;
    Value parts[] = {contents(SELF(args[0])), int_from_i64(SELF(args[0])->position),
                     file_attributes(args[0])};
    return tuple_new_take(parts, 3);
}

NATIVE(method_setstate) {
    static const FileStateWords words = {"second item of state must be an integer, not %T",
                                         "third item of state should be a dict, got a %T"};
    NATIVE_UNUSED();
    BytesFile *self = SELF(args[0]);
    const Value *state = file_state_items(args[1], 3, "BytesIO");
    if (!state || may_change(self) < 0)
        return 0;
    drop_memory(self);
    self->position = 0;
    if (write_value(self, state[0]) < 0)
        return 0;
    return file_restore(args[0], state + 1, &words, &self->position) < 0 ? 0 : VALUE_NONE;
}

/* ---- what all files have --------------------------------------------------------------------- */

NATIVE(method_close) {
    NATIVE_UNUSED();
    if (may_change(SELF(args[0])) < 0)
        return 0;
    drop_memory(SELF(args[0]));
    SELF(args[0])->closed = true;
    return VALUE_NONE;
}

NATIVE(method_flush) {
    NATIVE_UNUSED();
    return is_open(SELF(args[0])) ? VALUE_NONE : 0;
}

NATIVE(method_true) {
    NATIVE_UNUSED();
    return is_open(SELF(args[0])) ? VALUE_TRUE : 0;
}

NATIVE(method_isatty) {
    NATIVE_UNUSED();
    return is_open(SELF(args[0])) ? VALUE_FALSE : 0;
}

NATIVE(get_closed) {
    NATIVE_UNUSED();
    return VALUE_BOOL(SELF(args[0])->closed);
}

static const NativeMethod methods[] = {
    {.name = "read", .call = method_read, .max_args = 1},
    {.name = "read1", .call = method_read, .max_args = 1},
    {.name = "readline", .call = method_readline, .max_args = 1},
    {.name = "readlines", .call = method_readlines, .max_args = 1},
    {.name = "readinto", .call = method_readinto, .min_args = 1, .max_args = 1},
    {.name = "write", .call = method_write, .min_args = 1, .max_args = 1},
    {.name = "writelines", .call = method_writelines, .min_args = 1, .max_args = 1},
    {.name = "truncate", .call = method_truncate, .max_args = 1},
    {.name = "tell", .call = method_tell},
    {.name = "seek", .call = method_seek, .min_args = 1, .max_args = 2},
    {.name = "getvalue", .call = method_getvalue},
    {.name = "getbuffer", .call = method_getbuffer},
    {.name = "__getstate__", .call = method_getstate},
    {.name = "__setstate__", .call = method_setstate, .min_args = 1, .max_args = 1},
    {.name = "close", .call = method_close},
    {.name = "flush", .call = method_flush},
    {.name = "readable", .call = method_true},
    {.name = "writable", .call = method_true},
    {.name = "seekable", .call = method_true},
    {.name = "isatty", .call = method_isatty},
    {.name = "closed", .call = get_closed, .kind = METHOD_GETTER},
    {0},
};

Type rt_type_bytes_file = {
    .name = "_io.BytesIO",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(BytesFile),
    .methods = methods,
    .slots = {.new = file_new,
              .init = file_init,
              .dealloc = file_dealloc,
              .iter = iterator_self,
              .next = file_next},
};
