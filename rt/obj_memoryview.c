/*
 * obj_memoryview.c — the type memoryview over bytes and bytearray: items of a native format, in a
 * stride. Views have one dimension.
 */
#include "bytes.h"

/* A format that cast() takes, one letter. */
typedef struct ItemFormat {
    char letter;
    uint8_t size;
    enum { ITEM_CHAR, ITEM_BOOL, ITEM_SIGNED, ITEM_UNSIGNED, ITEM_FLOAT } kind;
} ItemFormat;

static const ItemFormat item_formats[] = {
    {'B', 1, ITEM_UNSIGNED}, {'b', 1, ITEM_SIGNED},   {'c', 1, ITEM_CHAR},
    {'?', 1, ITEM_BOOL},     {'h', 2, ITEM_SIGNED},   {'H', 2, ITEM_UNSIGNED},
    {'i', 4, ITEM_SIGNED},   {'I', 4, ITEM_UNSIGNED}, {'l', 8, ITEM_SIGNED},
    {'L', 8, ITEM_UNSIGNED}, {'q', 8, ITEM_SIGNED},   {'Q', 8, ITEM_UNSIGNED},
    {'n', 8, ITEM_SIGNED},   {'N', 8, ITEM_UNSIGNED}, {'f', 4, ITEM_FLOAT},
    {'d', 8, ITEM_FLOAT},
};

typedef struct MemoryviewObject {
    Object base;
    Value owner;            /* the bytes or bytearray looked at; 0: released */
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
    const uint8_t *data;
    int64_t size;
    bytes_view(view_of(self)->owner, &data, &size);
    return (uint8_t *)(uintptr_t)data + view_of(self)->start;
}

static uint8_t *item_at(Value self, int64_t index) {
    return bytes_of(self) + index * view_of(self)->stride;
}

static bool is_contiguous(const MemoryviewObject *view) {
    return view->stride == view->format->size || view->length <= 1;
}

bool memoryview_view(Value value, const uint8_t **data, int64_t *size) {
    if (!value_is(value, &rt_type_memoryview) || !view_of(value)->owner ||
        !is_contiguous(view_of(value)))
        return false;
    *data = bytes_of(value);
    *size = view_of(value)->length * view_of(value)->format->size;
    return true;
}

/* A view of `owner` with what `model` says otherwise. */
static Value new_view(Value owner, MemoryviewObject model) {
    MemoryviewObject *self = object_new(&rt_type_memoryview, sizeof *self);
    if (!self)
        return 0;
    self->owner = value_incref(owner);
    self->start = model.start;
    self->length = model.length;
    self->stride = model.stride;
    self->format = model.format;
    self->readonly = model.readonly;
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
        return is_alive(args[0]) ? new_view(view->owner, *view) : 0;
    }
    if (!bytes_view(args[0], &data, &size))
        return raise_error(&rt_exc_TypeError,
                           "memoryview: a bytes-like object is required, not '%T'", args[0]);
    return new_view(args[0],
                    (MemoryviewObject){.length = size,
                                       .stride = 1,
                                       .format = &item_formats[0],
                                       .readonly = !value_isa(args[0], &rt_type_bytearray)});
}

NEW_BY_SPEC(memoryview_new_slot, .name = "memoryview", .call = memoryview_make, .min_args = 1,
            .max_args = 1, .keywords = "object")

/* ---- items ----------------------------------------------------------------------------------- */

static Value number_value(const uint8_t *data, const ItemFormat *format) {
    uint64_t number = 0;
    memcpy(&number, data, format->size);
    if (format->kind == ITEM_UNSIGNED)
        return int_from_u64(number);
    int unused = 64 - format->size * 8;
    return int_from_i64((int64_t)(number << unused) >> unused);
}

static Value item_value(Value self, int64_t index) {
    const uint8_t *data = item_at(self, index);
    const ItemFormat *format = view_of(self)->format;
    float narrow;
    double wide;
    switch (format->kind) {
    case ITEM_CHAR:
        return bytes_new(data, 1);
    case ITEM_BOOL:
        return VALUE_BOOL(*data);
    case ITEM_FLOAT:
        memcpy(format->size == 4 ? (void *)&narrow : (void *)&wide, data, format->size);
        return float_new(format->size == 4 ? (double)narrow : wide);
    default:
        return number_value(data, format);
    }
}

static int position(Value self, Value key, int64_t *index) {
    if (value_isa(key, &rt_type_tuple) && AS(TupleObject, key)->length > 1)
        return raise_status(&rt_exc_TypeError,
                            "cannot index 1-dimension view with %d-element tuple",
                            (int)AS(TupleObject, key)->length);
    if (value_isa(key, &rt_type_tuple) && AS(TupleObject, key)->length == 1)
        key = AS(TupleObject, key)->items[0];
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
    MemoryviewObject part = *view;
    part.start += count ? start * view->stride : 0;
    part.length = count;
    part.stride *= step;
    return new_view(view->owner, part);
}

static int wrong_item(const char *what, const ItemFormat *format) {
    exc_clear();
    return raise_status(what[0] == 't' ? &rt_exc_TypeError : &rt_exc_ValueError,
                        "memoryview: invalid %s for format '%c'", what, format->letter);
}

/* The bytes of an int of this format; 0 or -1. */
static int read_number(const ItemFormat *format, Value value, uint8_t *data) {
    if (!value_is_int(value) && !value_type(value)->slots.index)
        return wrong_item("type", format);
    Value exact = pyrt_index(value);
    if (!exact)
        return -1;
    Value arguments[] = {value_from_small_int(format->size), str_name("little"),
                         VALUE_BOOL(format->kind == ITEM_SIGNED)};
    Value method = object_getattr(exact, str_name("to_bytes"));
    Value names = method ? tuple_new((Value[]){str_name("signed")}, 1) : 0;
    Value bytes = names ? object_call(method, arguments, 2, names) : 0;
    value_decref(names);
    value_decref(method);
    value_decref(exact);
    if (!bytes)
        return exc_pending_is(&rt_exc_OverflowError) ? wrong_item("value", format) : -1;
    memcpy(data, AS(BytesObject, bytes)->data, format->size);
    value_decref(bytes);
    return 0;
}

/* The bytes of `value` as an item of this format; 0 or -1. */
static int read_item(const ItemFormat *format, Value value, uint8_t *data) {
    const uint8_t *bytes;
    int64_t size;
    if (format->kind == ITEM_CHAR) {
        if (!value_isa(value, &rt_type_bytes))
            return wrong_item("type", format);
        if (!bytes_view(value, &bytes, &size) || size != 1)
            return wrong_item("value", format);
        *data = *bytes;
        return 0;
    }
    if (format->kind == ITEM_BOOL) {
        int truth = object_truth(value);
        *data = truth == 1;
        return truth < 0 ? -1 : 0;
    }
    if (format->kind != ITEM_FLOAT)
        return read_number(format, value, data);
    Value number = value_isa(value, &rt_type_float) ? value_incref(value)
                                                    : object_call1(OBJ(&rt_type_float), value);
    if (!number || value_is_str(value)) {
        value_decref(number);
        return wrong_item("type", format);
    }
    double wide = AS(FloatObject, number)->number;
    float narrow = (float)wide;
    memcpy(data, format->size == 4 ? (void *)&narrow : (void *)&wide, format->size);
    value_decref(number);
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
    int64_t item = view->format->size;
    bool same_format = !value_is(value, &rt_type_memoryview)
                           ? item == 1
                           : view_of(value)->format->letter == view->format->letter;
    if (size != count * item || !same_format)
        return raise_status(&rt_exc_ValueError, "memoryview assignment: lvalue and rvalue have "
                                                "different structures");
    uint8_t *to = bytes_of(self) + start * view->stride;
    if (step * view->stride == item)
        memmove(to, data, (size_t)size);
    for (int64_t i = 0; step * view->stride != item && i < count; i++)
        memcpy(to + i * step * view->stride, data + i * item, (size_t)item);
    return 0;
}

static int memoryview_setitem(Value self, Value key, Value value) {
    int64_t index;
    uint8_t item[8];
    const ItemFormat *format = view_of(self)->format;
    if (!is_alive(self))
        return -1;
    if (view_of(self)->readonly)
        return raise_status(&rt_exc_TypeError, "cannot modify read-only memory");
    if (!value)
        return raise_status(&rt_exc_TypeError, "cannot delete memory");
    if (value_is(key, &rt_type_slice))
        return assign_slice(self, key, value);
    if (position(self, key, &index) < 0 || read_item(format, value, item) < 0 || !is_alive(self))
        return -1;
    memcpy(item_at(self, index), item, format->size);
    return 0;
}

static int64_t memoryview_len(Value self) {
    return is_alive(self) ? view_of(self)->length : -1;
}

/* ---- whole views ----------------------------------------------------------------------------- */

static Value contents(Value self) {
    int64_t size = view_of(self)->format->size;
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, view_of(self)->length * size);
    for (int64_t i = 0; bytes && i < view_of(self)->length; i++)
        memcpy(bytes->data + i * size, item_at(self, i), (size_t)size);
    return OBJ(bytes);
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

/* What views are compared by: bytes if both are of bytes, else the values of their items. */
static Value comparable(Value value, bool by_item) {
    if (!value_is(value, &rt_type_memoryview))
        return by_item ? list_from_iterable(value) : value_incref(value);
    return by_item ? method_tolist(0, &value, 1, 0) : contents(value);
}

static Value memoryview_compare(Value left, Value right, CompareOp op) {
    const uint8_t *data;
    int64_t size;
    if (op != COMPARE_EQ && op != COMPARE_NE)
        return VALUE_NOTIMPLEMENTED;
    if (!value_is(left, &rt_type_memoryview))
        return memoryview_compare(right, left, op);
    bool is_view = value_is(right, &rt_type_memoryview);
    if (!view_of(left)->owner || (is_view && !view_of(right)->owner))
        return VALUE_BOOL((left == right) == (op == COMPARE_EQ));
    if (!is_view && !bytes_view(right, &data, &size))
        return VALUE_NOTIMPLEMENTED;
    bool by_item =
        view_of(left)->format->letter != 'B' || (is_view && view_of(right)->format->letter != 'B');
    Value a = comparable(left, by_item), b = a ? comparable(right, by_item) : 0;
    Value result = b ? object_compare(a, b, op) : 0;
    value_decref(a);
    value_decref(b);
    return result;
}

static int64_t memoryview_hash(Value self) {
    if (!is_alive(self))
        return -1;
    if (!view_of(self)->readonly)
        return raise_status(&rt_exc_ValueError, "cannot hash writable memoryview object");
    if (!strchr("Bbc", view_of(self)->format->letter))
        return raise_status(&rt_exc_ValueError,
                            "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
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
    MemoryviewObject view = *view_of(args[0]);
    view.readonly = true;
    return new_view(view.owner, view);
}

/* The format a str names, or NULL with an exception pending. */
static const ItemFormat *find_format(Value name) {
    size_t size;
    if (!value_is_str(name)) {
        raise_error(&rt_exc_TypeError, "memoryview: format argument must be a string");
        return NULL;
    }
    const char *text = str_utf8(name, &size);
    if (text[0] == '@' && size == 2)
        text++, size--;
    for (size_t i = 0; size == 1 && i < sizeof item_formats / sizeof *item_formats; i++)
        if (item_formats[i].letter == *text)
            return &item_formats[i];
    raise_error(&rt_exc_ValueError, "memoryview: destination format must be a native single "
                                    "character format prefixed with an optional '@'");
    return NULL;
}

NATIVE(method_cast) {
    NATIVE_UNUSED();
    if (!is_alive(args[0]))
        return 0;
    MemoryviewObject view = *view_of(args[0]);
    const ItemFormat *format = find_format(args[1]);
    if (!format)
        return 0;
    if (!is_contiguous(&view))
        return raise_error(&rt_exc_TypeError,
                           "memoryview: casts are restricted to C-contiguous views");
    if (!strchr("Bbc", format->letter) && !strchr("Bbc", view.format->letter))
        return raise_error(&rt_exc_TypeError,
                           "memoryview: cannot cast between two non-byte formats");
    int64_t bytes = view.length * view.format->size;
    if (bytes % format->size)
        return raise_error(&rt_exc_TypeError, "memoryview: length is not a multiple of itemsize");
    view.length = bytes / format->size;
    view.stride = format->size;
    view.format = format;
    return new_view(view.owner, view);
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
GETTER(suboffsets, tuple_new(NULL, 0))
GETTER(contiguous, VALUE_BOOL(is_contiguous(view)))

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
