/*
 * obj_memoryview.c — the type memoryview: a window on the memory of another object, as items of one
 * format in a stride. A view of several dimensions comes of cast(): its items along the first are
 * blocks without gaps, of the shape `inner`. Views of no dimension do not exist.
 */
#include "bytes.h"
#include "item.h"

typedef struct MemoryviewObject {
    Object base;
    Value owner;            /* whose memory is looked at; 0: released */
    int64_t start;          /* of the first item in the owner's bytes */
    int64_t length, stride; /* along the first dimension; bytes from one to the next there */
    Value inner;            /* the other dimensions' lengths, a tuple; 0: there is one dimension */
    const ItemFormat *format;
    bool readonly;
    int64_t hash; /* -1: not asked for; stays when the view is released */
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

/* What stands at an index of the first dimension. */
static uint8_t *item_at(Value self, int64_t index) {
    return bytes_of(self) + index * view_of(self)->stride;
}

static int64_t inner_length(const MemoryviewObject *view, int64_t dimension) {
    return value_small_int(AS(TupleObject, view->inner)->items[dimension]);
}

static int64_t dimensions(const MemoryviewObject *view) {
    return view->inner ? AS(TupleObject, view->inner)->length + 1 : 1;
}

/* The bytes of what stands at one index of the first dimension. */
static int64_t block_size(const MemoryviewObject *view) {
    int64_t size = view->format->size;
    for (int64_t i = 0; i < dimensions(view) - 1; i++)
        size *= inner_length(view, i);
    return size;
}

static bool is_contiguous(const MemoryviewObject *view) {
    return view->stride == block_size(view) || view->length <= 1;
}

/* Do the items lie in the order of Fortran: is no dimension but one longer than 1? */
static bool is_column_major(const MemoryviewObject *view) {
    int64_t longer = view->length > 1;
    for (int64_t i = 0; i < dimensions(view) - 1; i++)
        longer += inner_length(view, i) > 1;
    return longer <= 1 && is_contiguous(view);
}

static bool memoryview_buffer(Value self, Buffer *buffer) {
    const MemoryviewObject *view = view_of(self);
    if (!view->owner || !is_contiguous(view) || !buffer_view(view->owner, buffer))
        return false;
    buffer->data += view->start;
    buffer->size = view->length * block_size(view);
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
    self->hash = -1;
    value_incref(self->owner);
    if (self->inner)
        value_incref(self->inner);
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
    value_decref(((MemoryviewObject *)self)->inner);
}

static void memoryview_traverse(Object *self, VisitValue visit, void *context) {
    visit(((MemoryviewObject *)self)->owner, context);
}

static void memoryview_clear(Object *self) {
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
    if (buffer.lender)
        return new_view(view_of(buffer.lender));
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

static Value item_value(Value self, int64_t offset) {
    if (!has_items(self))
        return 0;
    return item_load(view_of(self)->format, bytes_of(self) + offset, false);
}

/* Where the item stands: `index`, of `length` items of dimension `dimension`, or -1. */
static int64_t checked_index(Value self, Value key, int64_t dimension, int64_t length) {
    int64_t index = object_index(key); /* which may release the view */
    if ((index == -1 && isolate.pending) || !is_alive(self))
        return -1;
    if (index < 0)
        index += length;
    if (index < 0 || index >= length)
        return raise_status(&rt_exc_IndexError, "index out of bounds on dimension %d",
                            (int)dimension + 1);
    return index;
}

#define SLICES_STORED "memoryview slice assignments are currently restricted to ndim = 1"

/* A tuple of indexes, one a dimension. */
static int tuple_position(Value self, Value key, bool stores, int64_t *offset) {
    const MemoryviewObject *view = view_of(self);
    const TupleObject *keys = AS(TupleObject, key);
    int64_t slice_count = 0, index_count = 0;
    for (int64_t i = 0; i < keys->length; i++) {
        slice_count += value_is(keys->items[i], &rt_type_slice);
        index_count += value_type(keys->items[i])->slots.index != NULL;
    }
    if (slice_count < keys->length && index_count < keys->length)
        return raise_status(&rt_exc_TypeError, "memoryview: invalid slice key");
    if (slice_count)
        return raise_status(&rt_exc_NotImplementedError,
                            stores ? SLICES_STORED
                                   : "multi-dimensional slicing is not implemented");
    if (keys->length < dimensions(view))
        return raise_status(&rt_exc_NotImplementedError, "sub-views are not implemented");
    if (keys->length > dimensions(view))
        return raise_status(&rt_exc_TypeError,
                            "cannot index %d-dimension view with %d-element tuple",
                            (int)dimensions(view), (int)keys->length);
    int64_t index = checked_index(self, keys->items[0], 0, view->length);
    int64_t place = index * view->stride, size = block_size(view);
    for (int64_t i = 1; index >= 0 && i < keys->length; i++) {
        int64_t length = inner_length(view, i - 1);
        index = checked_index(self, keys->items[i], i, length);
        size /= length;
        place += index * size;
    }
    *offset = place;
    return index < 0 ? -1 : 0;
}

#define NO_SUBVIEWS "multi-dimensional sub-views are not implemented"

/* The bytes from the start of the view to the item, which is loaded or stored. 0 or -1. */
static int position(Value self, Value key, bool stores, int64_t *offset) {
    const MemoryviewObject *view = view_of(self);
    if (value_isa(key, &rt_type_tuple))
        return tuple_position(self, key, stores, offset);
    if (!value_is_int(key) && !value_type(key)->slots.index)
        return raise_status(&rt_exc_TypeError, "memoryview: invalid slice key");
    if (view->inner)
        return raise_status(&rt_exc_NotImplementedError,
                            stores ? "sub-views are not implemented" : NO_SUBVIEWS);
    int64_t index = checked_index(self, key, 0, view->length);
    *offset = index * view->stride;
    return index < 0 ? -1 : 0;
}

static Value memoryview_getitem(Value self, Value key) {
    const MemoryviewObject *view = view_of(self);
    int64_t start, stop, step, count;
    if (!is_alive(self))
        return 0;
    if (!value_is(key, &rt_type_slice)) {
        int64_t offset;
        return position(self, key, false, &offset) < 0 ? 0 : item_value(self, offset);
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

static int store_item(Value self, int64_t offset, Value value) {
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
    memcpy(bytes_of(self) + offset, item, format->size);
    return 0;
}

static Value contents(Value self) {
    const MemoryviewObject *view = view_of(self);
    int64_t size = block_size(view);
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, view->length * size);
    if (bytes && view->stride == size)
        memcpy(bytes->data, bytes_of(self), (size_t)(view->length * size));
    else
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
    int64_t offset;
    if (!is_alive(self))
        return -1;
    if (view_of(self)->readonly)
        return raise_status(&rt_exc_TypeError, "cannot modify read-only memory");
    if (!value)
        return raise_status(&rt_exc_TypeError, "cannot delete memory");
    if (value_is(key, &rt_type_slice) && view_of(self)->inner)
        return raise_status(&rt_exc_NotImplementedError, SLICES_STORED);
    if (value_is(key, &rt_type_slice))
        return assign_slice(self, key, value);
    return position(self, key, true, &offset) < 0 ? -1 : store_item(self, offset, value);
}

static int64_t memoryview_len(Value self) {
    return is_alive(self) ? view_of(self)->length : -1;
}

/* ---- whole views ----------------------------------------------------------------------------- */

/* The items from `offset` on along `dimension` of `length`, whose neighbours are `stride` bytes
 * apart: lists of lists. */
static Value list_of(Value self, int64_t dimension, int64_t length, int64_t stride,
                     int64_t offset) {
    const MemoryviewObject *view = view_of(self);
    bool last = dimension == dimensions(view) - 1;
    int64_t below = last ? 0 : inner_length(view, dimension);
    int64_t size = last || dimension ? stride : block_size(view);
    Value list = list_new(NULL, 0);
    for (int64_t i = 0; list && i < length; i++, offset += stride) {
        Value item = last ? item_value(self, offset)
                          : list_of(self, dimension + 1, below, size / below, offset);
        if (!item || list_append_take(list, item) < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list;
}

static Value item_list(Value self) {
    return list_of(self, 0, view_of(self)->length, view_of(self)->stride, 0);
}

static bool has_shape_of(const MemoryviewObject *view, const MemoryviewObject *other) {
    bool same = view->length == other->length && dimensions(view) == dimensions(other);
    for (int64_t i = 0; same && i < dimensions(view) - 1; i++)
        same = inner_length(view, i) == inner_length(other, i);
    return same;
}

/* Items of other formats are compared as Python compares them. */
static Value compare_views(Value left, Value right, CompareOp op) {
    const ItemFormat *format = view_of(left)->format;
    if (format->kind == ITEM_NONE || view_of(right)->format->kind == ITEM_NONE ||
        !has_shape_of(view_of(left), view_of(right)))
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
    if (view_of(self)->hash != -1)
        return view_of(self)->hash;
    if (!is_alive(self))
        return -1;
    if (!view_of(self)->readonly)
        return raise_status(&rt_exc_ValueError, "cannot hash writable memoryview object");
    if (!strchr("Bbc", view_of(self)->format->letter))
        return raise_status(&rt_exc_ValueError, "memoryview: hashing is restricted to formats "
                                                "'B', 'b' or 'c'");
    Value bytes = contents(self);
    view_of(self)->hash = bytes ? object_hash(bytes) : -1;
    value_decref(bytes);
    return view_of(self)->hash;
}

static Value memoryview_repr(Value self) {
    return str_format("<%smemory at 0x%s>", view_of(self)->owner ? "" : "released ",
                      pointer_text(self).text + 2);
}

static Value memoryview_iter(Value self) {
    if (!is_alive(self))
        return 0;
    if (view_of(self)->inner)
        return raise_error(&rt_exc_NotImplementedError, NO_SUBVIEWS);
    return iterator_new(&rt_type_memory_iterator, self, 0, 0);
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

enum { MOST_DIMENSIONS = 64 };

/* One length of the argument `shape` of cast: a positive one, or -1. */
static int64_t shape_length(Value item) {
    int64_t length;
    if (!value_is_int(item))
        return raise_status(&rt_exc_TypeError,
                            "memoryview.cast(): elements of shape must be integers");
    if (!int_to_i64(item, &length) || length <= 0)
        return raise_status(&rt_exc_ValueError,
                            "memoryview.cast(): elements of shape must be integers > 0");
    return length;
}

/* Gives `view`, which has one dimension, those of `lengths`, a tuple. 0 or -1. */
static int reshape(MemoryviewObject *view, Value lengths) {
    const TupleObject *shape = AS(TupleObject, lengths);
    Value items[MOST_DIMENSIONS];
    int64_t product = 1;
    for (int64_t i = 0; i < shape->length; i++) {
        int64_t length = shape_length(shape->items[i]);
        if (length < 0)
            return -1;
        if (__builtin_mul_overflow(product, length, &product))
            return raise_status(&rt_exc_ValueError,
                                "memoryview.cast(): product(shape) > SSIZE_MAX");
        items[i] = value_from_small_int(length);
    }
    if (product != view->length)
        return raise_status(&rt_exc_TypeError,
                            "memoryview: product(shape) * itemsize != buffer size");
    if (shape->length == 1)
        return 0;
    if (!(view->inner = tuple_new(items + 1, shape->length - 1)))
        return -1;
    view->length = value_small_int(items[0]);
    view->stride = block_size(view);
    return 0;
}

static bool has_zeros(const MemoryviewObject *view) {
    return view->length == 0 || view->stride == 0;
}

/* The argument `shape` of a cast of `view` as a tuple: new reference, 0 refused. */
static Value shape_tuple(const MemoryviewObject *view, Value shape) {
    if (!value_isa(shape, &rt_type_list) && !value_isa(shape, &rt_type_tuple))
        return raise_error(&rt_exc_TypeError, "shape must be a list or a tuple");
    Value lengths = tuple_from_iterable(shape);
    int64_t count = lengths ? AS(TupleObject, lengths)->length : 1;
    if (!count)
        raise_error(&rt_exc_NotImplementedError,
                    "memoryview: views have one dimension or more here");
    else if (count > MOST_DIMENSIONS)
        raise_error(&rt_exc_ValueError, "memoryview: number of dimensions must not exceed 64");
    else if (count > 1 && view->inner)
        raise_error(&rt_exc_TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
    else
        return lengths;
    value_decref(lengths);
    return 0;
}

/* Gives `view`, which is contiguous, one dimension of items of the format that `text` names. 0 or
 * -1. */
static int flatten(MemoryviewObject *view, Value text) {
    const ItemFormat *format = read_format(text);
    if (!format)
        return -1;
    if (!strchr("Bbc", format->letter) && !strchr("Bbc", view->format->letter))
        return raise_status(&rt_exc_TypeError,
                            "memoryview: cannot cast between two non-byte formats");
    int64_t size = view->length * block_size(view);
    if (size % format->size)
        return raise_status(&rt_exc_TypeError, "memoryview: length is not a multiple of itemsize");
    view->format = format;
    view->stride = format->size;
    view->length = size / format->size;
    view->inner = 0;
    return 0;
}

NATIVE(method_cast) {
    NATIVE_UNUSED();
    if (!is_alive(args[0]))
        return 0;
    if (!value_is_str(args[1]))
        return raise_error(&rt_exc_TypeError, "cast() argument 'format' must be str, not %A",
                           args[1]);
    MemoryviewObject view = *view_of(args[0]);
    if (!is_contiguous(&view))
        return raise_error(&rt_exc_TypeError,
                           "memoryview: casts are restricted to C-contiguous views");
    if ((args[2] || view.inner) && has_zeros(&view))
        return raise_error(&rt_exc_TypeError,
                           "memoryview: cannot cast view with zeros in shape or strides");
    Value shape = args[2] ? shape_tuple(&view, args[2]) : 0, result = 0;
    if (!args[2])
        return flatten(&view, args[1]) < 0 ? 0 : new_view(&view);
    if (shape && flatten(&view, args[1]) == 0 && reshape(&view, shape) == 0) {
        result = new_view(&view);
        value_decref(view.inner);
    }
    value_decref(shape);
    return result;
}

#define GETTER(name, expression)                                                                   \
    NATIVE(get_##name) {                                                                           \
        NATIVE_UNUSED();                                                                           \
        const MemoryviewObject *view = view_of(args[0]);                                           \
        (void)view;                                                                                \
        return is_alive(args[0]) ? expression : 0;                                                 \
    }
static Value shape_of(const MemoryviewObject *view) {
    Value items[MOST_DIMENSIONS] = {value_from_small_int(view->length)};
    for (int64_t i = 1; i < dimensions(view); i++)
        items[i] = value_from_small_int(inner_length(view, i - 1));
    return tuple_new(items, dimensions(view));
}

static Value strides_of(const MemoryviewObject *view) {
    Value items[MOST_DIMENSIONS] = {value_from_small_int(view->stride)};
    int64_t size = block_size(view);
    for (int64_t i = 1; i < dimensions(view); i++)
        items[i] = value_from_small_int(size /= inner_length(view, i - 1));
    return tuple_new(items, dimensions(view));
}
GETTER(obj, value_incref(view->owner))
GETTER(nbytes, value_from_small_int(view->length *block_size(view)))
GETTER(itemsize, value_from_small_int(view->format->size))
GETTER(ndim, value_from_small_int(dimensions(view)))
GETTER(readonly, VALUE_BOOL(view->readonly))
GETTER(format, str_from_char((uint8_t)view->format->letter))
GETTER(shape, shape_of(view))
GETTER(strides, strides_of(view))
GETTER(contiguous, VALUE_BOOL(is_contiguous(view)))
GETTER(c_contiguous, VALUE_BOOL(is_contiguous(view)))
GETTER(f_contiguous, VALUE_BOOL(is_column_major(view)))
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
    ROW(c_contiguous),
    ROW(f_contiguous),
    {0},
};

Type rt_type_memoryview = {
    .name = "memoryview",
    .flags = TYPE_FINAL | TYPE_SEQUENCE,
    .basic_size = sizeof(MemoryviewObject),
    .methods = memoryview_methods,
    .doc = "Create a new memoryview object which references the given object.",
    .slots = {.dealloc = memoryview_dealloc,
              .traverse = memoryview_traverse,
              .clear = memoryview_clear,
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
