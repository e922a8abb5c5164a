/*
 * obj_bytearray.c — the type bytearray: a mutable sequence of bytes. While a memoryview looks at
 * it, its size must not change.
 */
#include "bytes.h"

#define INDEX_TEXT "bytearray indices must be integers or slices"

static bool bytearray_buffer(Value self, Buffer *buffer) {
    static uint8_t none[1];
    BytearrayObject *array = AS(BytearrayObject, self);
    *buffer = (Buffer){.data = array->buffer.data ? array->buffer.data : none,
                       .size = array->buffer.size,
                       .format = 'B',
                       .exports = &array->exports};
    return true;
}

Value bytearray_new(const uint8_t *data, int64_t size) {
    BytearrayObject *self = object_new(&rt_type_bytearray, sizeof *self);
    if (!self)
        return 0;
    self->buffer.what = "byte";
    if (byte_buffer_add(&self->buffer, size ? data : NULL, size) == 0)
        return OBJ(self);
    value_decref(OBJ(self));
    return 0;
}

static ByteBuffer *buffer_of(Value self) {
    return &AS(BytearrayObject, self)->buffer;
}

static void bytearray_dealloc(Object *self) {
    byte_buffer_free(&((BytearrayObject *)self)->buffer);
}

/* ---- changing -------------------------------------------------------------------------------- */

static int raise_resize(void) {
    return raise_status(&rt_exc_BufferError, "Existing exports of data: object cannot be re-sized");
}

static int can_resize(Value self) {
    return AS(BytearrayObject, self)->exports ? raise_resize() : 0;
}

/* Forgets the first `count` bytes. Much memory is not kept for nothing: a buffer of what was
 * received may live as long as its connection. */
static void drop_front(ByteBuffer *buffer, int64_t count) {
    enum { KEPT = 4096 };
    byte_buffer_drop(buffer, count);
    if (!buffer->size && buffer->capacity > KEPT)
        byte_buffer_free(buffer);
}

/* Replaces bytes [from, to) by `size` bytes, which are copied first if they lie in the same array.
 */
static int replace_range(Value self, int64_t from, int64_t to, const uint8_t *data, int64_t size) {
    ByteBuffer *buffer = buffer_of(self);
    int64_t tail = buffer->size - to, change = size - (to - from);
    uintptr_t first = (uintptr_t)buffer->data, source = (uintptr_t)data;
    bool is_own = size && source >= first && source < first + (uintptr_t)buffer->size;
    uint8_t *copy = is_own ? mem_alloc_items(size, 1) : NULL;
    if (is_own && !copy)
        return -1;
    if (is_own)
        data = memcpy(copy, data, (size_t)size);
    int status = change ? can_resize(self) : 0;
    if (status == 0 && change > 0)
        status = byte_buffer_add(buffer, NULL, change);
    if (status == 0 && !from && !size) {
        drop_front(buffer, to);
    } else if (status == 0) {
        if (tail)
            memmove(buffer->data + from + size, buffer->data + to, (size_t)tail);
        if (size)
            memcpy(buffer->data + from, data, (size_t)size);
        if (change < 0)
            buffer->size += change;
    }
    mem_free(copy);
    return status;
}

static int append_bytes(Value self, const uint8_t *data, int64_t size) {
    int64_t end = buffer_of(self)->size;
    return replace_range(self, end, end, data, size);
}

int bytearray_drop(Value bytearray, int64_t count) {
    return replace_range(bytearray, 0, count, NULL, 0);
}

/* ---- sequence -------------------------------------------------------------------------------- */

static int64_t bytearray_len(Value self) {
    return buffer_of(self)->size;
}

static int wrap_position(Value self, int64_t *index) {
    int64_t size = buffer_of(self)->size;
    if (*index < 0)
        *index += size;
    if (*index < 0 || *index >= size)
        return raise_status(&rt_exc_IndexError, "bytearray index out of range");
    return 0;
}

static int position(Value self, Value key, int64_t *index) {
    return sequence_index(key, INDEX_TEXT, index) < 0 ? -1 : wrap_position(self, index);
}

static Value bytearray_getitem(Value self, Value key) {
    const ByteBuffer *buffer = buffer_of(self);
    int64_t start, stop, step, count;
    if (!value_is(key, &rt_type_slice)) {
        int64_t index;
        return position(self, key, &index) < 0 ? 0 : value_from_small_int(buffer->data[index]);
    }
    if (slice_unpack(key, &start, &stop, &step) < 0)
        return 0;
    count = slice_adjust(buffer->size, &start, &stop, step);
    if (step == 1 || count == 0)
        return bytearray_new(count ? buffer->data + start : NULL, count);
    Value part = bytearray_new(NULL, count);
    for (int64_t i = 0; part && i < count; i++)
        buffer_of(part)->data[i] = buffer->data[start + i * step];
    return part;
}

static void delete_strided(Value self, int64_t start, int64_t step, int64_t count) {
    ByteBuffer *buffer = buffer_of(self);
    if (step < 0) {
        start += step * (count - 1);
        step = -step;
    }
    int64_t kept = start;
    for (int64_t i = start, next = 0; i < buffer->size; i++) {
        if (next < count && i == start + next * step)
            next++;
        else
            buffer->data[kept++] = buffer->data[i];
    }
    buffer->size = kept;
}

static int assign_slice(Value self, Value key, const uint8_t *data, int64_t size) {
    int64_t start, stop, step, count;
    if (slice_unpack(key, &start, &stop, &step) < 0)
        return -1;
    count = slice_adjust(buffer_of(self)->size, &start, &stop, step);
    if (step == 1)
        return replace_range(self, start, start + count, data, size);
    if (!size) {
        if (count && can_resize(self) == 0)
            delete_strided(self, start, step, count);
        return isolate.pending ? -1 : 0;
    }
    if (size != count)
        return raise_status(&rt_exc_ValueError,
                            "attempt to assign bytes of size %lld to extended slice of size %lld",
                            (long long)size, (long long)count);
    uint8_t *to = buffer_of(self)->data + start;
    for (int64_t i = 0; i < count; i++)
        to[i * step] = data[i];
    return 0;
}

/* Fills `buffer` with what an assignment to a slice takes. */
static int read_source(ByteBuffer *buffer, Value source) {
    const TypeSlots *slots = &value_type(source)->slots;
    if (slots->index || slots->to_float || slots->to_int || value_is_str(source) ||
        value_isa(source, &rt_type_complex))
        return raise_status(
            &rt_exc_TypeError,
            "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    return bytes_fill(buffer, source, 0, 0, "bytearray");
}

/* self[key] = value where both are small ints in range; false: it is not done here. */
static inline bool store_byte(Value self, Value key, Value value) {
    if (!value_is_small_int(key) || !value_is_small_int(value) ||
        (uint64_t)value_small_int(value) > 0xff)
        return false;
    ByteBuffer *buffer = buffer_of(self);
    int64_t index = value_small_int(key), size = (int64_t)buffer->size;
    index += index < 0 ? size : 0;
    if (index < 0 || index >= size)
        return false;
    buffer->data[index] = (uint8_t)value_small_int(value);
    return true;
}

static int bytearray_setitem(Value self, Value key, Value value) {
    if (store_byte(self, key, value))
        return 0;
    if (value_is(key, &rt_type_slice) && value_is(value, &rt_type_bytes)) {
        const BytesObject *source = AS(BytesObject, value); /* which cannot change meanwhile */
        return assign_slice(self, key, source->data, source->length);
    }
    if (value_is(key, &rt_type_slice)) {
        ByteBuffer source = {.what = "byte"};
        int64_t start, stop, step;
        int status = slice_unpack(key, &start, &stop, &step); /* as CPython, which does it twice */
        if (status == 0 && value)
            status = read_source(&source, value);
        if (status == 0)
            status = assign_slice(self, key, source.data, source.size);
        mem_free(source.data);
        return status;
    }
    int64_t index;
    uint8_t byte;
    if (sequence_index(key, INDEX_TEXT, &index) < 0 ||
        (value && byte_from_object(value, "byte", &byte) < 0) ||
        wrap_position(self, &index) < 0) /* in this order: __index__ may change the size */
        return -1;
    if (!value)
        return replace_range(self, index, index + 1, NULL, 0);
    buffer_of(self)->data[index] = byte;
    return 0;
}

extern Type rt_type_bytearray_iterator;

static Value iterator_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (!iterator->parts[0])
        return VALUE_STOP;
    const ByteBuffer *buffer = buffer_of(iterator->parts[0]);
    if (iterator->index >= buffer->size)
        return iterator_finish(iterator);
    return value_from_small_int(buffer->data[iterator->index++]);
}

static const NativeMethod iterator_methods[] = {
    {.name = "__length_hint__", .call = iterator_hint_forward}, ITERATOR_COPIES(forward), {0}};

Type rt_type_bytearray_iterator = {
    .name = "bytearray_iterator",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(IteratorObject),
    .methods = iterator_methods,
    .slots = {ITERATOR_SLOTS, .next = iterator_next},
};

static Value bytearray_iter(Value self) {
    return iterator_new(&rt_type_bytearray_iterator, self, 0, 0);
}

/* ---- operators ------------------------------------------------------------------------------- */

static Value bytearray_add(Value left, Value right) {
    const uint8_t *a, *b;
    int64_t a_size, b_size;
    if (!bytes_view(left, &a, &a_size))
        return VALUE_NOTIMPLEMENTED;
    if (!bytes_view(right, &b, &b_size))
        return raise_error(&rt_exc_TypeError, "can't concat %T to %T", right, left);
    Value sum = bytearray_new(a, a_size);
    if (sum && byte_buffer_add(buffer_of(sum), b_size ? b : NULL, b_size) == 0)
        return sum;
    value_decref(sum);
    return 0;
}

static Value bytearray_iadd(Value left, Value right) {
    const uint8_t *data;
    int64_t size;
    if (!bytes_view(right, &data, &size))
        return raise_error(&rt_exc_TypeError, "can't concat %T to %T", right, left);
    if (left == right && size) /* which CPython looks at through a view of it */
        return raise_resize(), 0;
    return append_bytes(left, data, size) < 0 ? 0 : value_incref(left);
}

/* The bytes `times` over in a fresh buffer. */
static int repeat(ByteBuffer *out, const ByteBuffer *buffer, Value times) {
    int64_t count = object_repeat_count(times);
    if (count == -1 && isolate.pending)
        return -1;
    int64_t size;
    if (count <= 0 || buffer->size == 0)
        return 0;
    if (__builtin_mul_overflow(buffer->size, count, &size)) {
        raise_no_memory();
        return -1;
    }
    if (byte_buffer_reserve(out, size) < 0)
        return -1;
    uint8_t *end = out->data + out->size;
    if (buffer->size == 1)
        memset(end, buffer->data[0], (size_t)size);
    else
        for (int64_t at = 0; at < size; at += buffer->size)
            memcpy(end + at, buffer->data, (size_t)buffer->size);
    out->size += size;
    return 0;
}

static Value bytearray_mul(Value left, Value right) {
    bool first = value_isa(left, &rt_type_bytearray);
    Value self = first ? left : right, times = first ? right : left;
    if (!value_is_int(times) && !value_type(times)->slots.index)
        return raise_error(&rt_exc_TypeError, "can't multiply sequence by non-int of type '%T'",
                           times);
    Value result = bytearray_new(NULL, 0);
    if (result && repeat(buffer_of(result), buffer_of(self), times) == 0)
        return result;
    value_decref(result);
    return 0;
}

static Value bytearray_imul(Value left, Value right) {
    ByteBuffer out = {.what = "byte"};
    if (!value_is_int(right) && !value_type(right)->slots.index)
        return raise_error(&rt_exc_TypeError, "can't multiply sequence by non-int of type '%T'",
                           right);
    int status = can_resize(left) < 0 ? -1 : repeat(&out, buffer_of(left), right);
    if (status < 0) {
        mem_free(out.data);
        return 0;
    }
    byte_buffer_free(buffer_of(left));
    *buffer_of(left) = out;
    return value_incref(left);
}

static Value bytearray_mod(Value left, Value right) {
    if (!value_isa(left, &rt_type_bytearray))
        return VALUE_NOTIMPLEMENTED;
    Value text = bytes_percent(left, right);
    if (!text)
        return 0;
    Value result = bytearray_new(AS(BytesObject, text)->data, AS(BytesObject, text)->length);
    value_decref(text);
    return result;
}

/* ---- methods --------------------------------------------------------------------------------- */

BYTEARRAY_METHOD(append) {
    NATIVE_UNUSED();
    uint8_t byte;
    if (byte_from_object(args[1], "byte", &byte) < 0)
        return 0;
    return append_bytes(args[0], &byte, 1) < 0 ? 0 : VALUE_NONE;
}

static bool can_extend(Value source) {
    const TypeSlots *slots = &value_type(source)->slots;
    return slots->buffer || slots->iter || slots->getitem;
}

BYTEARRAY_METHOD(extend) {
    NATIVE_UNUSED();
    if (value_is(args[1], &rt_type_bytes))
        return append_bytes(args[0], AS(BytesObject, args[1])->data,
                            AS(BytesObject, args[1])->length) < 0
                   ? 0
                   : VALUE_NONE;
    ByteBuffer source = {.what = "byte"};
    int status = value_is_str(args[1])
                     ? raise_status(&rt_exc_TypeError,
                                    "'%T' object cannot be interpreted as an integer", args[1])
                 : value_is_int(args[1]) || !can_extend(args[1])
                     ? raise_status(&rt_exc_TypeError, "can't extend bytearray with %T", args[1])
                     : read_source(&source, args[1]);
    if (status == 0)
        status = append_bytes(args[0], source.data, source.size);
    mem_free(source.data);
    return status < 0 ? 0 : VALUE_NONE;
}

BYTEARRAY_METHOD(insert) {
    NATIVE_UNUSED();
    int64_t index = object_index(args[1]);
    uint8_t byte;
    if ((index == -1 && isolate.pending) || byte_from_object(args[2], "byte", &byte) < 0)
        return 0;
    int64_t size = buffer_of(args[0])->size;
    index = index < 0 ? index + size : index;
    index = index < 0 ? 0 : index > size ? size : index;
    return replace_range(args[0], index, index, &byte, 1) < 0 ? 0 : VALUE_NONE;
}

BYTEARRAY_METHOD(pop) {
    NATIVE_UNUSED();
    int64_t index = ARG(1) ? object_index(args[1]) : -1, size = buffer_of(args[0])->size;
    if (ARG(1) && index == -1 && isolate.pending)
        return 0;
    if (!size)
        return raise_error(&rt_exc_IndexError, "pop from empty bytearray");
    index = index < 0 ? index + size : index;
    if (index < 0 || index >= size)
        return raise_error(&rt_exc_IndexError, "pop index out of range");
    uint8_t byte = buffer_of(args[0])->data[index];
    return replace_range(args[0], index, index + 1, NULL, 0) < 0 ? 0 : value_from_small_int(byte);
}

BYTEARRAY_METHOD(remove) {
    NATIVE_UNUSED();
    const ByteBuffer *buffer = buffer_of(args[0]);
    uint8_t byte;
    if (byte_from_object(args[1], "byte", &byte) < 0)
        return 0;
    const uint8_t *found = buffer->size ? memchr(buffer->data, byte, (size_t)buffer->size) : NULL;
    if (!found)
        return raise_error(&rt_exc_ValueError, "value not found in bytearray");
    int64_t index = found - buffer->data;
    return replace_range(args[0], index, index + 1, NULL, 0) < 0 ? 0 : VALUE_NONE;
}

BYTEARRAY_METHOD(reverse) {
    NATIVE_UNUSED();
    ByteBuffer *buffer = buffer_of(args[0]);
    for (int64_t i = 0, k = buffer->size - 1; i < k; i++, k--) {
        uint8_t byte = buffer->data[i];
        buffer->data[i] = buffer->data[k];
        buffer->data[k] = byte;
    }
    return VALUE_NONE;
}

BYTEARRAY_METHOD(clear) {
    NATIVE_UNUSED();
    return replace_range(args[0], 0, buffer_of(args[0])->size, NULL, 0) < 0 ? 0 : VALUE_NONE;
}

BYTEARRAY_METHOD(copy) {
    NATIVE_UNUSED();
    return bytearray_new(buffer_of(args[0])->data, buffer_of(args[0])->size);
}

/* ---- the type -------------------------------------------------------------------------------- */

static Value bytearray_new_slot(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    BytearrayObject *self = object_new(type, sizeof *self);
    if (self)
        self->buffer.what = "byte";
    return OBJ(self);
}

NATIVE(bytearray_fill) {
    NATIVE_UNUSED();
    Value self = OBJ(SPEC_DATA(callee));
    ByteBuffer *buffer = buffer_of(self);
    if (buffer->size && replace_range(self, 0, buffer->size, NULL, 0) < 0)
        return 0;
    return bytes_fill(buffer, ARG(0), ARG(1), ARG(2), "bytearray") < 0 ? 0 : VALUE_NONE;
}

static int bytearray_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "bytearray",
                                      .call = bytearray_fill,
                                      .max_args = 3,
                                      .kind = METHOD_STATIC,
                                      .keywords = "source encoding errors"};
    return call_spec(&spec, AS(BytearrayObject, self), args, count, names) ? 0 : -1;
}

/* What bytearray(...) makes the bytes again from: nothing, bytes, or text and its encoding. */
static Value reduce_arguments(Value self, int64_t protocol) {
    const ByteBuffer *buffer = buffer_of(self);
    if (buffer->size == 0)
        return tuple_new(NULL, 0);
    if (protocol >= 3) {
        Value bytes = bytes_new(buffer->data, (size_t)buffer->size);
        return bytes ? tuple_new_take(&bytes, 1) : 0;
    }
    Value text = str_from_latin1(buffer->data, (size_t)buffer->size);
    Value parts[] = {text, text ? str_from_cstr("latin-1") : 0};
    return text ? tuple_new_take(parts, 2) : 0;
}

/* (type, arguments, state) */
static Value reduce(Value self, int64_t protocol) {
    Value state = object_call_method(self, "__getstate__", NULL, 0);
    Value arguments = state ? reduce_arguments(self, protocol) : 0;
    Value parts[] = {OBJ(value_type(self)), arguments, state};
    Value result = arguments ? tuple_new(parts, 3) : 0;
    value_decref(arguments);
    value_decref(state);
    return result;
}

BYTEARRAY_METHOD(__reduce__) {
    NATIVE_UNUSED();
    return reduce(args[0], 2);
}

BYTEARRAY_METHOD(__reduce_ex__) {
    NATIVE_UNUSED();
    int64_t protocol = count > 1 ? object_index(args[1]) : 0;
    return protocol == -1 && isolate.pending ? 0 : reduce(args[0], protocol);
}

static Value bytearray_repr(Value self) {
    const uint8_t *data;
    int64_t size;
    bytes_view(self, &data, &size);
    Value open = str_format("%s(b", short_name(value_object(self)->type));
    const char *text = open ? str_utf8(open, &(size_t){0}) : NULL;
    Value repr = text ? bytes_repr_of(data, size, text, ")") : 0;
    value_decref(open);
    return repr;
}

Type rt_type_bytearray = {
    .name = "bytearray",
    .flags = TYPE_CONCATENATES,
    .basic_size = sizeof(BytearrayObject),
    .methods = bytearray_methods,
    .doc = "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> "
           "bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\n"
           "bytearray(int) -> bytes array of size given by the parameter initialized with null "
           "bytes\nbytearray() -> empty bytes array",
    .slots =
        {.dealloc = bytearray_dealloc,
         .repr = bytearray_repr,
         .str = bytearray_repr,
         .compare = bytes_compare,
         .len = bytearray_len,
         .getitem = bytearray_getitem,
         .setitem = bytearray_setitem,
         .contains = bytes_contains,
         .iter = bytearray_iter,
         .unhashable = true,
         .number =
             {[SLOT_ADD] = bytearray_add, [SLOT_MUL] = bytearray_mul, [SLOT_MOD] = bytearray_mod},
         .inplace = {[SLOT_ADD] = bytearray_iadd, [SLOT_MUL] = bytearray_imul},
         .buffer = bytearray_buffer,
         .new = bytearray_new_slot,
         .init = bytearray_init},
};
