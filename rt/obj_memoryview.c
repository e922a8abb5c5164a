/*
 * obj_memoryview.c — the type memoryview: a window on the memory of another object, as items of one
 * format in a stride. Views have one dimension.
 */
#include "bytes.h"
#include "item.h"

typedef struct MemoryviewObject {
    Object base;
    Value owner;            /* whose memory is looked at; 0: released */
    int64_t start;          /* of the first item in the owner's bytes */
    int64_t length, stride; /* items; bytes from one to the next */
    const ItemFormat *format;
    bool readonly;
} MemoryviewObject;

static MemoryviewObject *view_of(Value self) {
    return AS(MemoryviewObject, self);
}

static bool is_alive(Value self) {
    if (view_of(self)->owner)
        return true;
    raise_error(&rt_exc_ValueError, "operation forbidden on released memoryview object");
    return false;
}

static uint8_t *bytes_of(Value self) {
    Buffer buffer = {0};
    buffer_view(view_of(self)->owner, &buffer);
    return buffer.data + view_of(self)->start;
}

static uint8_t *item_at(Value self, int64_t index) {
    return bytes_of(self) + index * view_of(self)->stride;
}

static bool is_contiguous(const MemoryviewObject *view) {
    return view->stride == view->format->size || view->length <= 1;
}

static bool memoryview_buffer(Value self, Buffer *buffer) {
    const MemoryviewObject *view = view_of(self);
    if (!view->owner || !is_contiguous(view) || !buffer_view(view->owner, buffer))
        return false;
    buffer->data += view->start;
    buffer->size = view->length * view->format->size;
    buffer->readonly = view->readonly;
    buffer->format = view->format->letter;
    return true;
}

Value memoryview_refused(Value view) {
    if (!is_alive(view))
        return 0;
    return raise_error(&rt_exc_BufferError, "memoryview: underlying buffer is not C-contiguous");
}

/* A view like `*like`, of like->owner, which must stay as it is from now on. */
static Value new_view(const MemoryviewObject *like) {
    MemoryviewObject *self = object_new(&rt_type_memoryview, sizeof *self);
    if (!self)
        return 0;
    Object base = self->base;
    *self = *like;
    self->base = base;
    value_incref(self->owner);
    Buffer buffer;
    if (buffer_view(self->owner, &buffer) && buffer.exports)
        ++*buffer.exports;
    return OBJ(self);
}

static Value view_of_buffer(Value owner, const Buffer *buffer) {
    const ItemFormat *format = item_format_of_buffer(buffer->format);
    return new_view(&(MemoryviewObject){.owner = owner,
                                        .length = buffer->size / format->size,
                                        .stride = format->size,
                                        .format = format,
                                        .readonly = buffer->readonly});
}

static void release(MemoryviewObject *self) {
    Buffer buffer;
    if (self->owner && buffer_view(self->owner, &buffer) && buffer.exports)
        --*buffer.exports;
    value_replace(&self->owner, 0);
}

static void memoryview_dealloc(Object *self) {
    release((MemoryviewObject *)self);
}

NATIVE(memoryview_make) {
    NATIVE_UNUSED();
    Buffer buffer;
    if (value_is(args[0], &rt_type_memoryview))
        return is_alive(args[0]) ? new_view(view_of(args[0])) : 0;
    if (!buffer_view(args[0], &buffer))
        return raise_error(&rt_exc_TypeError,
                           "memoryview: a bytes-like object is required, not '%T'", args[0]);
    return view_of_buffer(args[0], &buffer);
}

NEW_BY_SPEC(memoryview_new_slot, .name = "memoryview", .call = memoryview_make, .min_args = 1,
            .max_args = 1, .keywords = "object")

/* ---- items ----------------------------------------------------------------------------------- */

/* Characters of arrays can be looked at as bytes only. */
static bool has_items(Value self) {
    const ItemFormat *format = view_of(self)->format;
    if (format->kind != ITEM_NONE)
        return true;
    raise_error(&rt_exc_NotImplementedError, "memoryview: format %c not supported", format->letter);
    return false;
}

static Value item_value(Value self, int64_t index) {
    if (!has_items(self))
        return 0;
    return item_load(view_of(self)->format, item_at(self, index), false);
}

static int position(Value self, Value key, int64_t *index);

/* A tuple of indexes, one a dimension: of one dimension here. */
static int tuple_position(Value self, Value key, int64_t *index) {
    const TupleObject *keys = AS(TupleObject, key);
    bool slices = keys->length > 0;
    for (int64_t i = 0; i < keys->length; i++) {
        bool is_slice = value_is(keys->items[i], &rt_type_slice);
        slices &= is_slice;
        if (!is_slice && !value_type(keys->items[i])->slots.index)
            return raise_status(&rt_exc_TypeError, "memoryview: invalid slice key");
    }
    if (slices)
        return raise_status(&rt_exc_NotImplementedError,
                            "multi-dimensional slicing is not implemented");
    if (!keys->length)
        return raise_status(&rt_exc_NotImplementedError, "sub-views are not implemented");
    if (keys->length > 1)
        return raise_status(&rt_exc_TypeError,
                            "cannot index 1-dimension view with %d-element tuple",
                            (int)keys->length);
    return position(self, keys->items[0], index);
}

static int position(Value self, Value key, int64_t *index) {
    if (value_isa(key, &rt_type_tuple))
        return tuple_position(self, key, index);
    if (!value_is_int(key) && !value_type(key)->slots.index)
        return raise_status(&rt_exc_TypeError, "memoryview: invalid slice key");
    *index = object_index(key); /* which may release the view */
    if ((*index == -1 && isolate.pending) || !is_alive(self))
        return -1;
    if (*index < 0)
        *index += view_of(self)->length;
    if (*index < 0 || *index >= view_of(self)->length)
        return raise_status(&rt_exc_IndexError, "index out of bounds on dimension 1");
    return 0;
}

static Value memoryview_getitem(Value self, Value key) {
    const MemoryviewObject *view = view_of(self);
    int64_t start, stop, step, count;
    if (!is_alive(self))
        return 0;
    if (!value_is(key, &rt_type_slice)) {
        int64_t index;
        return position(self, key, &index) < 0 ? 0 : item_value(self, index);
    }
    if (slice_unpack(key, &start, &stop, &step) < 0 || !is_alive(self))
        return 0;
    count = slice_adjust(view->length, &start, &stop, step);
    MemoryviewObject part = *view;
    part.start += count ? start * view->stride : 0;
    part.length = count;
    part.stride *= step;
    return new_view(&part);
}

static int store_item(Value self, int64_t index, Value value) {
    const ItemFormat *format = view_of(self)->format;
    uint8_t item[8];
    if (!has_items(self))
        return -1;
    ItemStatus status = item_store(format, value, item, false);
    if (status == ITEM_FAILED)
        return -1;
    if (status == ITEM_BAD_TYPE || status == ITEM_HUGE ||
        (status == ITEM_RANGE && format->kind != ITEM_FLOAT)) {
        exc_clear();
        return raise_status(status == ITEM_BAD_TYPE ? &rt_exc_TypeError : &rt_exc_ValueError,
                            "memoryview: invalid %s for format '%c'",
                            status == ITEM_BAD_TYPE ? "type" : "value", format->letter);
    }
    if (!is_alive(self)) /* the value's __index__ may have released it */
        return -1;
    memcpy(item_at(self, index), item, format->size);
    return 0;
}

static Value contents(Value self) {
    const MemoryviewObject *view = view_of(self);
    int64_t size = view->format->size;
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, view->length * size);
    for (int64_t i = 0; bytes && i < view->length; i++)
        memcpy(bytes->data + i * size, item_at(self, i), (size_t)size);
    return OBJ(bytes);
}

static void write_items(Value self, int64_t start, int64_t step, const Buffer *from) {
    const MemoryviewObject *view = view_of(self);
    int64_t size = view->format->size;
    uint8_t *to = bytes_of(self) + start * view->stride;
    if (step * view->stride == size)
        memmove(to, from->data, (size_t)from->size);
    else
        for (int64_t i = 0; i < from->size / size; i++)
            memcpy(to + i * step * view->stride, from->data + i * size, (size_t)size);
}

/* A view with gaps, or one that may look at what is written with gaps, is copied first. */
static int assign_slice(Value self, Value key, Value value) {
    const MemoryviewObject *view = view_of(self);
    int64_t start, stop, step;
    Buffer from;
    Value copy = 0;
    bool is_view = value_isa(value, &rt_type_memoryview) && view_of(value)->owner;
    if (!is_view && !buffer_view(value, &from))
        return buffer_refused(value), -1;
    if (slice_unpack(key, &start, &stop, &step) < 0 || !is_alive(self) ||
        (is_view && !is_alive(value)))
        return -1; /* it may run code: the bytes are looked at afterwards */
    if (is_view && !(buffer_view(value, &from) && is_contiguous(view) &&
                     AS(SliceObject, key)->step == VALUE_NONE)) {
        if (!(copy = contents(value)))
            return -1;
        buffer_view(copy, &from);
        from.format = view_of(value)->format->letter;
    } else if (!buffer_view(value, &from)) {
        return buffer_refused(value), -1;
    }
    int64_t count = slice_adjust(view->length, &start, &stop, step);
    bool fits = from.size == count * view->format->size && from.format == view->format->letter;
    if (fits)
        write_items(self, start, step, &from);
    value_decref(copy);
    return fits ? 0
                : raise_status(&rt_exc_ValueError, "memoryview assignment: lvalue and rvalue have "
                                                   "different structures");
}

static int memoryview_setitem(Value self, Value key, Value value) {
    int64_t index;
    if (!is_alive(self))
        return -1;
    if (view_of(self)->readonly)
        return raise_status(&rt_exc_TypeError, "cannot modify read-only memory");
    if (!value)
        return raise_status(&rt_exc_TypeError, "cannot delete memory");
    if (value_is(key, &rt_type_slice))
        return assign_slice(self, key, value);
    return position(self, key, &index) < 0 ? -1 : store_item(self, index, value);
}

static int64_t memoryview_len(Value self) {
    return is_alive(self) ? view_of(self)->length : -1;
}

/* ---- whole views ----------------------------------------------------------------------------- */

static Value item_list(Value self) {
    Value list = list_new(NULL, 0);
    for (int64_t i = 0; list && i < view_of(self)->length; i++) {
        Value item = item_value(self, i);
        if (!item || list_append_take(list, item) < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list;
}

/* Items of other formats are compared as Python compares them. */
static Value compare_views(Value left, Value right, CompareOp op) {
    const ItemFormat *format = view_of(left)->format;
    if (format->kind == ITEM_NONE || view_of(right)->format->kind == ITEM_NONE)
        return VALUE_BOOL(op == COMPARE_NE);
    bool same = format == view_of(right)->format && format->kind != ITEM_FLOAT;
    Value a = same ? contents(left) : item_list(left);
    Value b = a ? same ? contents(right) : item_list(right) : 0;
    Value result = b ? object_compare(a, b, op) : 0;
    value_decref(a);
    value_decref(b);
    return result;
}

static Value memoryview_compare(Value left, Value right, CompareOp op) {
    if (op != COMPARE_EQ && op != COMPARE_NE)
        return VALUE_NOTIMPLEMENTED;
    if (!value_is(left, &rt_type_memoryview))
        return memoryview_compare(right, left, op);
    if (!view_of(left)->owner)
        return VALUE_BOOL((left == right) == (op == COMPARE_EQ));
    Buffer buffer;
    if (value_is(right, &rt_type_memoryview))
        return view_of(right)->owner ? compare_views(left, right, op)
                                     : VALUE_BOOL(op == COMPARE_NE);
    if (!buffer_view(right, &buffer))
        return VALUE_NOTIMPLEMENTED;
    Value other = view_of_buffer(right, &buffer);
    Value result = other ? compare_views(left, other, op) : 0;
    value_decref(other);
    return result;
}

static int64_t memoryview_hash(Value self) {
    if (!is_alive(self))
        return -1;
    if (!view_of(self)->readonly)
        return raise_status(&rt_exc_ValueError, "cannot hash writable memoryview object");
    if (!strchr("Bbc", view_of(self)->format->letter))
        return raise_status(&rt_exc_ValueError, "memoryview: hashing is restricted to formats "
                                                "'B', 'b' or 'c'");
    Value bytes = contents(self);
    int64_t hash = bytes ? object_hash(bytes) : -1;
    value_decref(bytes);
    return hash;
}

static Value memoryview_repr(Value self) {
    return str_format("<%smemory at 0x%s>", view_of(self)->owner ? "" : "released ",
                      pointer_text(self).text + 2);
}

static Value memoryview_iter(Value self) {
    return is_alive(self) ? iterator_new(&rt_type_memory_iterator, self, 0, 0) : 0;
}

/* ---- methods --------------------------------------------------------------------------------- */

NATIVE(method_tobytes) {
    NATIVE_UNUSED();
    if (ARG(1) && args[1] != VALUE_NONE && !value_is_str(args[1]))
        return raise_error(&rt_exc_TypeError,
                           "tobytes() argument 'order' must be str or None, not %T", args[1]);
    if (!is_alive(args[0]))
        return 0;
    bool known = !ARG(1) || args[1] == VALUE_NONE || str_equal_cstr(args[1], "C") ||
                 str_equal_cstr(args[1], "F") || str_equal_cstr(args[1], "A");
    if (!known)
        return raise_error(&rt_exc_ValueError, "order must be 'C', 'F' or 'A'");
    return contents(args[0]);
}

NATIVE(method_tolist) {
    NATIVE_UNUSED();
    return is_alive(args[0]) ? item_list(args[0]) : 0;
}

NATIVE(method_release) {
    NATIVE_UNUSED();
    release(view_of(args[0]));
    return VALUE_NONE;
}

NATIVE(method_enter) {
    NATIVE_UNUSED();
    return is_alive(args[0]) ? value_incref(args[0]) : 0;
}

NATIVE(method_hex) {
    NATIVE_UNUSED();
    if (ARG(2) && object_index(args[2]) == -1 && isolate.pending)
        return 0;
    Value bytes = is_alive(args[0]) ? contents(args[0]) : 0;
    Value text = bytes ? bytes_hex(bytes, ARG(1), ARG(2), false) : 0;
    value_decref(bytes);
    return text;
}

NATIVE(method_toreadonly) {
    NATIVE_UNUSED();
    if (!is_alive(args[0]))
        return 0;
    MemoryviewObject view = *view_of(args[0]);
    view.readonly = true;
    return new_view(&view);
}

/* The format that `text` names: one letter, perhaps behind "@". */
static const ItemFormat *read_format(Value text) {
    size_t size;
    if (!value_is_str(text)) {
        raise_error(&rt_exc_TypeError, "cast() argument 'format' must be str, not %A", text);
        return NULL;
    }
    const char *letters = str_utf8(text, &size);
    if (size == 2 && *letters == '@')
        letters++, size--;
    const ItemFormat *format = size == 1 ? item_format(*letters) : NULL;
    if (!format)
        raise_error(&rt_exc_ValueError,
                    "memoryview: destination format must be a native single character "
                    "format prefixed with an optional '@'");
    return format;
}

/* Checks the argument `shape` of cast: one dimension of `length` items. */
static int check_shape(Value shape, int64_t length) {
    if (!shape)
        return 0;
    if (!value_isa(shape, &rt_type_list) && !value_isa(shape, &rt_type_tuple))
        return raise_status(&rt_exc_TypeError, "shape must be a list or a tuple");
    Value items = tuple_from_iterable(shape);
    if (!items)
        return -1;
    int64_t count = AS(TupleObject, items)->length;
    int64_t first = count == 1 ? object_index(AS(TupleObject, items)->items[0]) : 0;
    value_decref(items);
    if (isolate.pending)
        return -1;
    if (count != 1)
        return raise_status(&rt_exc_NotImplementedError,
                            "memoryview: views have one dimension here");
    if (first != length)
        return raise_status(&rt_exc_TypeError,
                            "memoryview: product(shape) * itemsize != buffer size");
    return 0;
}

NATIVE(method_cast) {
    NATIVE_UNUSED();
    if (!is_alive(args[0]))
        return 0;
    const ItemFormat *format = read_format(args[1]);
    if (!format)
        return 0;
    MemoryviewObject view = *view_of(args[0]);
    if (!is_contiguous(&view))
        return raise_error(&rt_exc_TypeError,
                           "memoryview: casts are restricted to C-contiguous views");
    if (!strchr("Bbc", format->letter) && !strchr("Bbc", view.format->letter))
        return raise_error(&rt_exc_TypeError,
                           "memoryview: cannot cast between two non-byte formats");
    int64_t size = view.length * view.format->size;
    if (size % format->size)
        return raise_error(&rt_exc_TypeError, "memoryview: length is not a multiple of itemsize");
    view.format = format;
    view.stride = format->size;
    view.length = size / format->size;
    return check_shape(args[2], view.length) < 0 ? 0 : new_view(&view);
}

#define GETTER(name, expression)                                                                   \
    NATIVE(get_##name) {                                                                           \
        NATIVE_UNUSED();                                                                           \
        const MemoryviewObject *view = view_of(args[0]);                                           \
        (void)view;                                                                                \
        return is_alive(args[0]) ? expression : 0;                                                 \
    }
static Value one_tuple(int64_t number) {
    Value item = value_from_small_int(number);
    return tuple_new(&item, 1);
}
GETTER(obj, value_incref(view->owner))
GETTER(nbytes, value_from_small_int(view->length * view->format->size))
GETTER(itemsize, value_from_small_int(view->format->size))
GETTER(ndim, value_from_small_int(1))
GETTER(readonly, VALUE_BOOL(view->readonly))
GETTER(format, str_from_char((uint8_t)view->format->letter))
GETTER(shape, one_tuple(view->length))
GETTER(strides, one_tuple(view->stride))
GETTER(contiguous, VALUE_BOOL(is_contiguous(view)))
GETTER(suboffsets, tuple_new(NULL, 0))

#define ROW(python_name)                                                                           \
    { .name = #python_name, .call = get_##python_name, .kind = METHOD_GETTER }
static const NativeMethod memoryview_methods[] = {
    {.name = "tobytes", .call = method_tobytes, .max_args = 1, .keywords = "order"},
    {.name = "tolist", .call = method_tolist},
    {.name = "release", .call = method_release},
    {.name = "toreadonly", .call = method_toreadonly},
    {.name = "hex", .call = method_hex, .max_args = 2, .keywords = "sep bytes_per_sep"},
    {.name = "cast", .call = method_cast, .min_args = 1, .max_args = 2, .keywords = "format shape"},
    {.name = "__enter__", .call = method_enter},
    {.name = "__exit__", .call = method_release, .max_args = -1},
    ROW(obj),
    ROW(nbytes),
    ROW(itemsize),
    ROW(ndim),
    ROW(readonly),
    ROW(format),
    ROW(shape),
    ROW(strides),
    ROW(suboffsets),
    ROW(contiguous),
    {.name = "c_contiguous", .call = get_contiguous, .kind = METHOD_GETTER},
    {.name = "f_contiguous", .call = get_contiguous, .kind = METHOD_GETTER},
    {0},
};

Type rt_type_memoryview = {
    .name = "memoryview",
    .flags = TYPE_FINAL | TYPE_SEQUENCE,
    .basic_size = sizeof(MemoryviewObject),
    .methods = memoryview_methods,
    .doc = "Create a new memoryview object which references the given object.",
    .slots = {.dealloc = memoryview_dealloc,
              .repr = memoryview_repr,
              .hash = memoryview_hash,
              .compare = memoryview_compare,
              .len = memoryview_len,
              .getitem = memoryview_getitem,
              .setitem = memoryview_setitem,
              .iter = memoryview_iter,
              .buffer = memoryview_buffer,
              .new = memoryview_new_slot},
};
