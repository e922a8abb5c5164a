/*
 * obj_memoryview.c — the type memoryview over bytes and bytearray: items of one byte, in a stride.
 */
#include "bytes.h"

typedef struct MemoryviewObject {
    Object base;
    Value owner;   /* the bytes or bytearray looked at; 0: released */
    int64_t start; /* of the first item in the owner's bytes */
    int64_t length, stride;
    char format; /* B, b or c */
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
    const uint8_t *data;
    int64_t size;
    bytes_view(view_of(self)->owner, &data, &size);
    return (uint8_t *)(uintptr_t)data + view_of(self)->start;
}

static uint8_t item_at(Value self, int64_t index) {
    return bytes_of(self)[index * view_of(self)->stride];
}

bool memoryview_view(Value value, const uint8_t **data, int64_t *size) {
    if (!value_is(value, &rt_type_memoryview) || !view_of(value)->owner ||
        view_of(value)->stride != 1)
        return false;
    *data = bytes_of(value);
    *size = view_of(value)->length;
    return true;
}

static Value new_view(Value owner, int64_t start, int64_t length, int64_t stride, char format) {
    MemoryviewObject *self = object_new(&rt_type_memoryview, sizeof *self);
    if (!self)
        return 0;
    self->owner = value_incref(owner);
    self->start = start;
    self->length = length;
    self->stride = stride;
    self->format = format;
    if (value_isa(owner, &rt_type_bytearray))
        AS(BytearrayObject, owner)->exports++;
    return OBJ(self);
}

static void release(MemoryviewObject *self) {
    if (self->owner && value_isa(self->owner, &rt_type_bytearray))
        AS(BytearrayObject, self->owner)->exports--;
    value_replace(&self->owner, 0);
}

static void memoryview_dealloc(Object *self) {
    release((MemoryviewObject *)self);
}

NATIVE(memoryview_make) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    if (value_is(args[0], &rt_type_memoryview)) {
        const MemoryviewObject *view = view_of(args[0]);
        return is_alive(args[0])
                   ? new_view(view->owner, view->start, view->length, view->stride, view->format)
                   : 0;
    }
    if (!bytes_view(args[0], &data, &size))
        return raise_error(&rt_exc_TypeError,
                           "memoryview: a bytes-like object is required, not '%T'", args[0]);
    return new_view(args[0], 0, size, 1, 'B');
}

NEW_BY_SPEC(memoryview_new_slot, .name = "memoryview", .call = memoryview_make, .min_args = 1,
            .max_args = 1, .keywords = "object")

/* ---- items ----------------------------------------------------------------------------------- */

static Value item_value(Value self, int64_t index) {
    uint8_t byte = item_at(self, index);
    char format = view_of(self)->format;
    return format == 'c' ? bytes_new(&byte, 1)
                         : value_from_small_int(format == 'b' ? (int8_t)byte : byte);
}

static int position(Value self, Value key, int64_t *index) {
    if (!value_is_int(key) && !value_type(key)->slots.index)
        return raise_status(&rt_exc_TypeError, "memoryview: invalid slice key");
    *index = object_index(key);
    if (*index == -1 && isolate.pending)
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
    if (slice_indices(key, view->length, &start, &stop, &step, &count) < 0)
        return 0;
    return new_view(view->owner, view->start + (count ? start * view->stride : 0), count,
                    view->stride * step, view->format);
}

static int read_item(Value self, Value value, uint8_t *byte) {
    char format = view_of(self)->format;
    const uint8_t *data;
    int64_t size;
    if (format == 'c') {
        if (!bytes_view(value, &data, &size) || size != 1)
            return raise_status(&rt_exc_TypeError, "memoryview: invalid type for format 'c'");
        *byte = data[0];
        return 0;
    }
    if (!value_is_int(value) && !value_type(value)->slots.index)
        return raise_status(&rt_exc_TypeError, "memoryview: invalid type for format '%c'", format);
    int64_t number = object_index(value), least = format == 'b' ? -128 : 0;
    if (number == -1 && isolate.pending && !exc_pending_is(&rt_exc_OverflowError))
        return -1;
    if (isolate.pending || number < least || number > least + 255) {
        exc_clear();
        return raise_status(&rt_exc_ValueError, "memoryview: invalid value for format '%c'",
                            format);
    }
    *byte = (uint8_t)number;
    return 0;
}

static int assign_slice(Value self, Value key, Value value) {
    const MemoryviewObject *view = view_of(self);
    int64_t start, stop, step, count, size;
    const uint8_t *data;
    if (slice_indices(key, view->length, &start, &stop, &step, &count) < 0)
        return -1;
    if (!bytes_view(value, &data, &size))
        return raise_status(&rt_exc_TypeError, "a bytes-like object is required, not '%T'", value);
    if (size != count)
        return raise_status(&rt_exc_ValueError, "memoryview assignment: lvalue and rvalue have "
                                                "different structures");
    uint8_t *to = bytes_of(self) + start * view->stride;
    if (step * view->stride == 1)
        memmove(to, data, (size_t)size);
    for (int64_t i = 0; step * view->stride != 1 && i < count; i++)
        to[i * step * view->stride] = data[i];
    return 0;
}

static int memoryview_setitem(Value self, Value key, Value value) {
    int64_t index;
    uint8_t byte;
    if (!is_alive(self))
        return -1;
    if (!value_isa(view_of(self)->owner, &rt_type_bytearray))
        return raise_status(&rt_exc_TypeError, "cannot modify read-only memory");
    if (!value)
        return raise_status(&rt_exc_TypeError, "cannot delete memory");
    if (value_is(key, &rt_type_slice))
        return assign_slice(self, key, value);
    if (position(self, key, &index) < 0 || read_item(self, value, &byte) < 0)
        return -1;
    bytes_of(self)[index * view_of(self)->stride] = byte;
    return 0;
}

static int64_t memoryview_len(Value self) {
    return is_alive(self) ? view_of(self)->length : -1;
}

/* ---- whole views ----------------------------------------------------------------------------- */

static Value contents(Value self) {
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, view_of(self)->length);
    for (int64_t i = 0; bytes && i < view_of(self)->length; i++)
        bytes->data[i] = item_at(self, i);
    return OBJ(bytes);
}

static Value memoryview_compare(Value left, Value right, CompareOp op) {
    if (op != COMPARE_EQ && op != COMPARE_NE)
        return VALUE_NOTIMPLEMENTED;
    if (!value_is(left, &rt_type_memoryview))
        return memoryview_compare(right, left, op);
    if (!view_of(left)->owner)
        return VALUE_BOOL((left == right) == (op == COMPARE_EQ));
    Value a = contents(left), b = 0;
    if (value_is(right, &rt_type_memoryview) && view_of(right)->owner)
        b = contents(right);
    Value result = a ? bytes_compare(a, b ? b : right, op) : 0;
    value_decref(a);
    value_decref(b);
    return result;
}

static int64_t memoryview_hash(Value self) {
    if (!is_alive(self))
        return -1;
    if (value_isa(view_of(self)->owner, &rt_type_bytearray))
        return raise_status(&rt_exc_ValueError, "cannot hash writable memoryview object");
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
    return is_alive(self) ? sequence_iterator_new(self) : 0;
}

/* ---- methods --------------------------------------------------------------------------------- */

NATIVE(method_tobytes) {
    NATIVE_UNUSED();
    return is_alive(args[0]) ? contents(args[0]) : 0;
}

NATIVE(method_tolist) {
    NATIVE_UNUSED();
    Value list = is_alive(args[0]) ? list_new(NULL, 0) : 0;
    for (int64_t i = 0; list && i < view_of(args[0])->length; i++) {
        if (list_append_take(list, item_value(args[0], i)) < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list;
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
    Value bytes = is_alive(args[0]) ? contents(args[0]) : 0;
    Value text = bytes ? bytes_hex(AS(BytesObject, bytes)->data, AS(BytesObject, bytes)->length,
                                   ARG(1), ARG(2))
                       : 0;
    value_decref(bytes);
    return text;
}

NATIVE(method_toreadonly) {
    NATIVE_UNUSED();
    if (!is_alive(args[0]))
        return 0;
    Value bytes = contents(args[0]);
    Value view =
        bytes ? new_view(bytes, 0, view_of(args[0])->length, 1, view_of(args[0])->format) : 0;
    value_decref(bytes);
    return view;
}

NATIVE(method_cast) {
    NATIVE_UNUSED();
    const MemoryviewObject *view = view_of(args[0]);
    size_t size;
    if (!is_alive(args[0]))
        return 0;
    if (!value_is_str(args[1]))
        return raise_error(&rt_exc_TypeError, "memoryview: format argument must be a string");
    const char *format = str_utf8(args[1], &size);
    if (size != 1 || !strchr("Bbc", *format))
        return raise_error(&rt_exc_ValueError,
                           "memoryview: destination format must be a native single character "
                           "format prefixed with an optional '@'");
    return new_view(view->owner, view->start, view->length, view->stride, *format);
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
GETTER(nbytes, value_from_small_int(view->length))
GETTER(itemsize, value_from_small_int(1))
GETTER(ndim, value_from_small_int(1))
GETTER(readonly, VALUE_BOOL(!value_isa(view->owner, &rt_type_bytearray)))
GETTER(format, str_from_char((uint8_t)view->format))
GETTER(shape, one_tuple(view->length))
GETTER(strides, one_tuple(view->stride))
GETTER(contiguous, VALUE_BOOL(view->stride == 1 || view->length <= 1))

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
    ROW(contiguous),
    {.name = "c_contiguous", .call = get_contiguous, .kind = METHOD_GETTER},
    {.name = "f_contiguous", .call = get_contiguous, .kind = METHOD_GETTER},
    {0},
};

Type rt_type_memoryview = {
    .name = "memoryview",
    .flags = TYPE_FINAL,
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
              .new = memoryview_new_slot},
};
