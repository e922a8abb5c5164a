/*
 * obj_bytes.c — the type bytes: sequence slots and the constructor. Methods that it shares with
 * bytearray stand in bytes_methods.c.
 */
#include "bytes.h"

#define INDEX_TEXT "byte indices must be integers or slices"

static Value empty;

BytesObject *bytes_alloc(Type *type, int64_t length) {
    size_t size = mem_size(sizeof(BytesObject) + 1, length, 1);
    BytesObject *bytes = NULL;
    if (type == &rt_type_bytes && type->flags & TYPE_READY)
        bytes = size ? object_new_leaf(type, size) : NULL;
    else if (size)
        bytes = object_new(type, size);
    if (bytes) {
        bytes->length = length;
        bytes->hash = -1;
        bytes->data[length] = 0;
    }
    return bytes;
}

Value bytes_new(const void *data, size_t size) {
    if (size == 0) {
        if (!empty && (empty = OBJ(bytes_alloc(&rt_type_bytes, 0))))
            value_object(empty)->refs = RT_IMMORTAL;
        return empty;
    }
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, (int64_t)size);
    if (bytes)
        memcpy(bytes->data, data, size);
    return OBJ(bytes);
}

bool bytes_view(Value value, const uint8_t **data, int64_t *size) {
    if (value_isa(value, &rt_type_bytes)) {
        *data = AS(BytesObject, value)->data;
        *size = AS(BytesObject, value)->length;
        return true;
    }
    Buffer buffer;
    if (!buffer_view(value, &buffer))
        return false;
    *data = buffer.data;
    *size = buffer.size;
    return true;
}

bool bytes_argument(Value value, const uint8_t **data, int64_t *size) {
    if (bytes_view(value, data, size))
        return true;
    buffer_refused(value);
    return false;
}

Value buffer_refused(Value value) {
    if (value_isa(value, &rt_type_memoryview))
        return memoryview_refused(value);
    return raise_error(&rt_exc_TypeError, "a bytes-like object is required, not '%T'", value);
}

bool buffer_view(Value value, Buffer *buffer) {
    const Type *type = value_type(value);
    return type->slots.buffer && type->slots.buffer(value, buffer);
}

bool buffer_writable(Value value, const char *what, Buffer *buffer) {
    if (buffer_view(value, buffer) && !buffer->readonly)
        return true;
    if (!isolate.pending)
        raise_error(&rt_exc_TypeError, "%s must be read-write bytes-like object, not %T", what,
                    value);
    return false;
}

static bool bytes_buffer(Value self, Buffer *buffer) {
    *buffer = (Buffer){.data = AS(BytesObject, self)->data,
                       .size = AS(BytesObject, self)->length,
                       .readonly = true,
                       .format = 'B'};
    return true;
}

/* ---- repr ------------------------------------------------------------------------------------ */

/* bytearray's repr escapes single quotes even between double ones. */
Value bytes_repr_of(const uint8_t *data, int64_t size, const char *open, const char *close) {
    bool single = memchr(data, '\'', (size_t)size), twice = memchr(data, '"', (size_t)size);
    char quote = single && !twice ? '"' : '\'';
    StrBuilder builder;
    str_builder_init(&builder);
    str_builder_cstr(&builder, open);
    str_builder_char(&builder, (uint8_t)quote);
    for (int64_t i = 0; i < size; i++) {
        uint8_t byte = data[i];
        char text[8];
        if (byte == (uint8_t)quote || byte == '\\' || (open[1] && byte == '\''))
            snprintf(text, sizeof text, "\\%c", byte);
        else if (byte == '\t' || byte == '\n' || byte == '\r')
            snprintf(text, sizeof text, "\\%c", byte == '\t' ? 't' : byte == '\n' ? 'n' : 'r');
        else if (byte < ' ' || byte >= 0x7f)
            snprintf(text, sizeof text, "\\x%02x", byte);
        else {
            str_builder_char(&builder, byte);
            continue;
        }
        str_builder_cstr(&builder, text);
    }
    str_builder_char(&builder, (uint8_t)quote);
    str_builder_cstr(&builder, close);
    return str_builder_finish(&builder);
}

static Value bytes_repr(Value self) {
    return bytes_repr_of(AS(BytesObject, self)->data, AS(BytesObject, self)->length, "b", "");
}

/* ---- comparison, hash ------------------------------------------------------------------------ */

bool bytes_equal(Value left, Value right) {
    const BytesObject *a = AS(BytesObject, left), *b = AS(BytesObject, right);
    return a->length == b->length && !memcmp(a->data, b->data, (size_t)a->length);
}

Value bytes_compare(Value left, Value right, CompareOp op) {
    const uint8_t *a, *b;
    int64_t a_size, b_size;
    if ((op == COMPARE_EQ || op == COMPARE_NE) && value_is(left, &rt_type_bytes) &&
        value_is(right, &rt_type_bytes))
        return VALUE_BOOL(bytes_equal(left, right) == (op == COMPARE_EQ));
    if (value_isa(left, &rt_type_bytes) && !value_isa(right, &rt_type_bytes) &&
        !value_isa(right, &rt_type_bytearray))
        return VALUE_NOTIMPLEMENTED; /* other buffers may know how to compare */
    if (!bytes_view(left, &a, &a_size) || !bytes_view(right, &b, &b_size))
        return VALUE_NOTIMPLEMENTED;
    int64_t least = a_size < b_size ? a_size : b_size;
    int order = memcmp(a, b, (size_t)least);
    if (order == 0)
        order = (a_size > b_size) - (a_size < b_size);
    return compare_answer(order, op);
}

static int64_t bytes_hash(Value self) {
    BytesObject *bytes = AS(BytesObject, self);
    if (bytes->hash == -1)
        bytes->hash = bytes->length ? hash_bytes(bytes->data, (size_t)bytes->length) : 0;
    return bytes->hash;
}

/* ---- sequence -------------------------------------------------------------------------------- */

static int64_t bytes_len(Value self) {
    return AS(BytesObject, self)->length;
}

static Value bytes_slice(Value self, Value key) {
    const BytesObject *bytes = AS(BytesObject, self);
    int64_t start, stop, step, count;
    if (slice_unpack(key, &start, &stop, &step) < 0)
        return 0;
    count = slice_adjust(bytes->length, &start, &stop, step);
    if (step == 1 && count == bytes->length && bytes->base.type == &rt_type_bytes)
        return value_incref(self);
    if (step == 1 || count == 0)
        return bytes_new(bytes->data + (count ? start : 0), (size_t)count);
    BytesObject *part = bytes_alloc(&rt_type_bytes, count);
    for (int64_t i = 0; part && i < count; i++)
        part->data[i] = bytes->data[start + i * step];
    return OBJ(part);
}

static Value bytes_getitem(Value self, Value key) {
    int64_t index, length = AS(BytesObject, self)->length;
    if (value_is(key, &rt_type_slice))
        return bytes_slice(self, key);
    if (sequence_index(key, INDEX_TEXT, &index) < 0)
        return 0;
    if (index < 0)
        index += length;
    if (index < 0 || index >= length)
        return raise_error(&rt_exc_IndexError, "index out of range");
    return value_from_small_int(AS(BytesObject, self)->data[index]);
}

int byte_from_object(Value value, const char *what, uint8_t *byte) {
    int64_t number;
    if (object_index_clamped(value, &number) < 0)
        return -1;
    if (number < 0 || number > 255)
        return raise_status(&rt_exc_ValueError, "%s must be in range(0, 256)", what);
    *byte = (uint8_t)number;
    return 0;
}

int bytes_contains(Value self, Value item) {
    const uint8_t *data, *needle;
    int64_t size, needle_size;
    uint8_t byte;
    if (bytes_view(item, &needle, &needle_size)) {
        bytes_view(self, &data, &size);
        return needle_size == 0 ||
               byte_search(data, (size_t)size, needle, (size_t)needle_size) != NULL;
    }
    if (!value_is_int(item) && !value_type(item)->slots.index)
        return buffer_refused(item), -1;
    if (byte_from_object(item, "byte", &byte) < 0)
        return -1;
    bytes_view(self, &data, &size); /* __index__ may have changed it */
    return size && memchr(data, byte, (size_t)size) != NULL;
}

static Value bytes_iterator_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    const uint8_t *data;
    int64_t size;
    if (!iterator->parts[0] || !bytes_view(iterator->parts[0], &data, &size))
        return VALUE_STOP;
    if (iterator->index >= size)
        return iterator_finish(iterator);
    return value_from_small_int(data[iterator->index++]);
}

static const NativeMethod iterator_methods[] = {
    {.name = "__length_hint__", .call = iterator_hint_forward}, ITERATOR_COPIES(forward), {0}};

Type rt_type_bytes_iterator = {
    .name = "bytes_iterator",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(IteratorObject),
    .methods = iterator_methods,
    .slots = {ITERATOR_SLOTS, .next = bytes_iterator_next},
};

static Value bytes_iter(Value self) {
    return iterator_new(&rt_type_bytes_iterator, self, 0, 0);
}

static Value bytes_add(Value left, Value right) {
    const uint8_t *a, *b;
    int64_t a_size, b_size;
    if (!value_isa(left, &rt_type_bytes))
        return VALUE_NOTIMPLEMENTED;
    bytes_view(left, &a, &a_size);
    if (!bytes_view(right, &b, &b_size))
        return raise_error(&rt_exc_TypeError, "can't concat %T to %T", right, left);
    BytesObject *sum = bytes_alloc(&rt_type_bytes, a_size + b_size);
    if (sum) {
        memcpy(sum->data, a, (size_t)a_size);
        memcpy(sum->data + a_size, b, (size_t)b_size);
    }
    return OBJ(sum);
}

static Value bytes_mul(Value left, Value right) {
    bool first = value_isa(left, &rt_type_bytes);
    Value self = first ? left : right, times = first ? right : left;
    if (!value_is_int(times) && !value_type(times)->slots.index)
        return raise_error(&rt_exc_TypeError, "can't multiply sequence by non-int of type '%T'",
                           times);
    int64_t count = object_repeat_count(times), size = AS(BytesObject, self)->length;
    if (count == -1 && isolate.pending)
        return 0;
    if (count <= 0 || size == 0)
        return bytes_new(NULL, 0);
    if (count == 1 && value_is(self, &rt_type_bytes))
        return value_incref(self);
    if (size > INT64_MAX / count)
        return raise_error(&rt_exc_OverflowError, "repeated bytes are too long");
    BytesObject *result = bytes_alloc(&rt_type_bytes, size * count);
    if (result && size == 1)
        memset(result->data, AS(BytesObject, self)->data[0], (size_t)count);
    for (int64_t i = 0; result && size > 1 && i < count; i++)
        memcpy(result->data + i * size, AS(BytesObject, self)->data, (size_t)size);
    return OBJ(result);
}

static Value bytes_mod(Value left, Value right) {
    return value_isa(left, &rt_type_bytes) ? bytes_percent(left, right) : VALUE_NOTIMPLEMENTED;
}

/* ---- the constructor ------------------------------------------------------------------------- */

static int append_byte(Value item, void *context) {
    ByteBuffer *buffer = context;
    uint8_t byte;
    return byte_from_object(item, buffer->what, &byte) < 0 ? -1 : byte_buffer_add(buffer, &byte, 1);
}

/* From an iterable of ints. */
static int fill_from_items(ByteBuffer *buffer, Value source, const char *type_name) {
    if (value_is(source, &rt_type_list) || value_is(source, &rt_type_tuple))
        return object_iterate(source, append_byte, buffer);
    Value iterator = object_iter(source);
    if (!iterator && exc_pending_is(&rt_exc_TypeError)) {
        exc_clear();
        return raise_status(&rt_exc_TypeError, "cannot convert '%T' object to %s", source,
                            type_name);
    }
    int status = iterator && object_length_hint(source, 64) >= 0 ? 0 : -1;
    if (status == 0)
        status = object_iterate(iterator, append_byte, buffer);
    value_decref(iterator);
    return status;
}

static int fill_from_object(ByteBuffer *buffer, Value source, const char *type_name) {
    const uint8_t *data;
    int64_t size;
    if (bytes_view(source, &data, &size))
        return byte_buffer_add(buffer, data, size);
    if (value_is_str(source))
        return raise_status(&rt_exc_TypeError, "string argument without an encoding");
    if (value_type(source)->slots.index) {
        int64_t count = object_repeat_count(source);
        if (!isolate.pending && count < 0)
            return raise_status(&rt_exc_ValueError, "negative count");
        if (!isolate.pending)
            return byte_buffer_add(buffer, NULL, count);
        if (!exc_pending_is(&rt_exc_TypeError))
            return -1;
        exc_clear();
    }
    return fill_from_items(buffer, source, type_name);
}

int bytes_fill(ByteBuffer *buffer, Value source, Value encoding, Value errors,
               const char *type_name) {
    size_t unused;
    if (encoding && !value_is_str(encoding))
        return raise_status(&rt_exc_TypeError, "%s() argument 'encoding' must be str, not %A",
                            type_name, encoding);
    if (errors && !value_is_str(errors))
        return raise_status(&rt_exc_TypeError, "%s() argument 'errors' must be str, not %A",
                            type_name, errors);
    if (!source)
        return encoding || errors
                   ? raise_status(&rt_exc_TypeError, encoding ? "encoding without a string argument"
                                                              : "errors without a string argument")
                   : 0;
    if (!encoding && !errors)
        return fill_from_object(buffer, source, type_name);
    if (!value_is_str(source))
        return raise_status(&rt_exc_TypeError, encoding ? "encoding without a string argument"
                                                        : "errors without a string argument");
    if (!encoding)
        return raise_status(&rt_exc_TypeError, "string argument without an encoding");
    const char *name = str_utf8(encoding, &unused);
    const char *handler = errors ? str_utf8(errors, &unused) : "strict";
    Value encoded = name && handler ? codec_encode(source, name, handler) : 0;
    if (!encoded)
        return -1;
    int status =
        byte_buffer_add(buffer, AS(BytesObject, encoded)->data, AS(BytesObject, encoded)->length);
    value_decref(encoded);
    return status;
}

/* Moves the data to the start of its block. */
static void move_to_front(ByteBuffer *buffer) {
    uint8_t *block = buffer->data - buffer->front;
    if (buffer->size)
        memmove(block, buffer->data, (size_t)buffer->size);
    buffer->data = block;
    buffer->capacity += buffer->front;
    buffer->front = 0;
}

/* Is what was dropped room enough? It must be as much as what is moved, or bytes that stay would be
 * moved again and again. */
static bool has_room_in_front(const ByteBuffer *buffer, int64_t size) {
    return buffer->front >= buffer->size && size <= buffer->front + buffer->capacity - buffer->size;
}

int byte_buffer_reserve(ByteBuffer *buffer, int64_t size) {
    enum { FIRST = 16 };
    if (size <= buffer->capacity - buffer->size)
        return 0;
    if (buffer->front) {
        bool enough = has_room_in_front(buffer, size);
        move_to_front(buffer);
        if (enough)
            return 0;
    }
    int64_t most = INT64_MAX - FIRST,
            needed = size < most - buffer->size ? buffer->size + size : most;
    int64_t capacity = 2 * buffer->capacity > needed ? 2 * buffer->capacity : needed + FIRST;
    uint8_t *grown = mem_realloc_items(buffer->data, capacity, 1);
    if (!grown)
        return -1;
    buffer->data = grown;
    buffer->capacity = capacity;
    return 0;
}

int byte_buffer_add(ByteBuffer *buffer, const uint8_t *data, int64_t size) {
    if (size == 0)
        return 0;
    if (byte_buffer_reserve(buffer, size) < 0)
        return -1;
    if (data)
        memcpy(buffer->data + buffer->size, data, (size_t)size);
    else
        memset(buffer->data + buffer->size, 0, (size_t)size);
    buffer->size += size;
    return 0;
}

void byte_buffer_drop(ByteBuffer *buffer, int64_t count) {
    if (!count) /* there may be no memory at all */
        return;
    buffer->data += count;
    buffer->size -= count;
    buffer->capacity -= count;
    buffer->front += count;
    if (!buffer->size)
        move_to_front(buffer);
}

void byte_buffer_free(ByteBuffer *buffer) {
    if (buffer->data)
        mem_free(buffer->data - buffer->front);
    *buffer = (ByteBuffer){.what = buffer->what};
}

Value byte_buffer_take(ByteBuffer *buffer, int status) {
    Value bytes = status < 0 ? 0 : bytes_new(buffer->data, (size_t)buffer->size);
    mem_free(buffer->data);
    return bytes;
}

/* What __bytes__ answers (new reference), None if there is no such method, or 0. */
static Value from_special(Value object) {
    Value special = object_lookup_special(object, str_name("__bytes__"));
    if (!special)
        return isolate.pending ? 0 : VALUE_NONE;
    Value result = object_call0(special);
    value_decref(special);
    if (!result || value_isa(result, &rt_type_bytes))
        return result;
    raise_error(&rt_exc_TypeError, "__bytes__ returned non-bytes (type %T)", result);
    value_decref(result);
    return 0;
}

/* The bytes (which may be 0) as an instance of a subclass. Steals `bytes`. */
static Value as_type_take(Type *type, Value bytes) {
    if (!bytes || type == &rt_type_bytes)
        return bytes;
    const BytesObject *from = AS(BytesObject, bytes);
    BytesObject *copy = bytes_alloc(type, from->length);
    if (copy && from->length)
        memcpy(copy->data, from->data, (size_t)from->length);
    value_decref(bytes);
    return OBJ(copy);
}

NATIVE(bytes_make) {
    NATIVE_UNUSED();
    Type *type = SPEC_DATA(callee);
    ByteBuffer buffer = {.what = "bytes"};
    bool special = ARG(0) && !ARG(1) && !ARG(2) && !value_is(args[0], &rt_type_bytes);
    Value answer = special ? from_special(args[0]) : VALUE_NONE;
    if (answer != VALUE_NONE)
        return as_type_take(type, answer);
    if (bytes_fill(&buffer, ARG(0), ARG(1), ARG(2), "bytes") < 0) {
        mem_free(buffer.data);
        return 0;
    }
    return as_type_take(type, byte_buffer_take(&buffer, 0));
}

NEW_BY_SPEC(bytes_from_arguments, .name = "bytes", .call = bytes_make, .max_args = 3,
            .keywords = "source encoding errors")

static Value bytes_new_slot(Type *type, const Value *args, uint32_t count, Value names) {
    if (type == &rt_type_bytes && count == 1 && !names) {
        if (value_is(args[0], &rt_type_bytes))
            return value_incref(args[0]);
        if (value_is(args[0], &rt_type_bytearray)) {
            const ByteBuffer *from = &AS(BytearrayObject, args[0])->buffer;
            return bytes_new(from->data, (size_t)from->size);
        }
    }
    return bytes_from_arguments(type, args, count, names);
}

Type rt_type_bytes = {
    .name = "bytes",
    .flags = TYPE_BYTES_SUBCLASS | TYPE_CONCATENATES,
    .basic_size = sizeof(BytesObject),
    .methods = bytes_methods,
    .doc =
        "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\n"
        "bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object "
        "of "
        "size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\n"
        "Construct an immutable array of bytes from:\n  - an iterable yielding integers in "
        "range(256)\n  - a text string encoded using the specified encoding\n  - any object "
        "implementing the buffer API.\n  - an integer",
    .slots = {.repr = bytes_repr,
              .str = bytes_repr,
              .hash = bytes_hash,
              .compare = bytes_compare,
              .len = bytes_len,
              .getitem = bytes_getitem,
              .contains = bytes_contains,
              .iter = bytes_iter,
              .number = {[SLOT_ADD] = bytes_add, [SLOT_MUL] = bytes_mul, [SLOT_MOD] = bytes_mod},
              .buffer = bytes_buffer,
              .new = bytes_new_slot},
};
