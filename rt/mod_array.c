/*
 * mod_array.c — array.array: numbers, or characters, packed one behind the other in memory that
 * other objects may look at. The items are read and written by item.c; this file has the sequence,
 * mod_array_methods.c the methods, pickling and the module. The words of errors are CPython's
 * (Modules/arraymodule.c), which come from C's types.
 */
#include "array.h"

static Type type_iterator;

const ItemFormat *array_format(char code) {
    if (!code || !strchr(ARRAY_CODES, code))
        return NULL;
    return code == 'u' ? &item_format_wide : item_format(code);
}

Value array_new_of(Type *type, char code, const uint8_t *data, int64_t count) {
    ArrayObject *self = object_new(type, sizeof *self);
    if (!self)
        return 0;
    self->code = code;
    self->format = array_format(code);
    if (byte_buffer_add(&self->bytes, data, count * self->format->size) == 0)
        return OBJ(self);
    value_decref(OBJ(self));
    return 0;
}

static void array_dealloc(Object *self) {
    mem_free(((ArrayObject *)self)->bytes.data);
}

static bool array_buffer(Value self, Buffer *buffer) {
    static uint8_t none[8];
    ArrayObject *array = array_of(self);
    *buffer = (Buffer){.data = array->bytes.data ? array->bytes.data : none,
                       .size = array->bytes.size,
                       .format = array->format->letter,
                       .exports = &array->exports};
    return true;
}

/* ---- items ----------------------------------------------------------------------------------- */

/* An item of TYPE, moved out of memory that need not be aligned for C's sake. */
#define LOAD(TYPE, data)                                                                           \
    ({                                                                                             \
        TYPE item_;                                                                                \
        memcpy(&item_, data, sizeof item_);                                                        \
        item_;                                                                                     \
    })

Value array_load(const ArrayObject *array, int64_t index) {
    const uint8_t *data = array_at(array, index);
    switch (array->code) {
    case 'b':
        return value_from_small_int((int8_t)*data);
    case 'B':
        return value_from_small_int(*data);
    case 'h':
        return value_from_small_int(LOAD(int16_t, data));
    case 'H':
        return value_from_small_int(LOAD(uint16_t, data));
    case 'i':
        return value_from_small_int(LOAD(int32_t, data));
    case 'I':
        return value_from_small_int(LOAD(uint32_t, data));
    case 'l':
    case 'q':
        return int_from_i64(LOAD(int64_t, data));
    case 'f':
        return float_box((double)LOAD(float, data));
    case 'd':
        return float_box(LOAD(double, data));
    }
    if (array->code != 'u')
        return item_load(array->format, data, false);
    uint32_t character;
    memcpy(&character, data, sizeof character);
    if (character > 0x10ffff)
        return raise_error(&rt_exc_ValueError, "chr() arg not in range(0x110000)");
    return str_from_char(character);
}

static int refuse_side(const char *type, bool less) {
    return raise_status(&rt_exc_OverflowError, "%s is %s", type,
                        less ? "less than minimum" : "greater than maximum");
}

/* The int `number` does not fit an item of type `code`. */
static int refuse_number(char code, Value number) {
    bool less = int_sign(number) < 0;
    int64_t small = 0;
    bool is_long = int_to_i64(number, &small);
    IntView view;
    int_view(&view, number);
    switch (code) {
    case 'q':
        return raise_status(&rt_exc_OverflowError, "int too big to convert");
    case 'Q':
        return raise_status(&rt_exc_OverflowError, less ? "can't convert negative int to unsigned"
                                                        : "int too big to convert");
    case 'I':
    case 'L':
        if (less)
            return raise_status(&rt_exc_OverflowError,
                                "can't convert negative value to unsigned int");
        if (view.big.count > 2)
            return raise_status(&rt_exc_OverflowError,
                                "Python int too large to convert to C unsigned long");
        return refuse_side("unsigned int", false);
    default:
        break;
    }
    if (!is_long)
        return raise_status(&rt_exc_OverflowError, "Python int too large to convert to C long");
    bool is_short = small >= INT16_MIN && small <= INT16_MAX;
    bool is_int = small >= INT32_MIN && small <= INT32_MAX;
    if (code == 'b')
        return refuse_side(is_short ? "signed char" : "signed short integer", less);
    if (code == 'B')
        return refuse_side("unsigned byte integer", less);
    if (code == 'h')
        return refuse_side("signed short integer", less);
    return refuse_side(code == 'H' && is_int ? "unsigned short" : "signed integer", less);
}

static int encode_number(const ArrayObject *array, Value value, uint8_t *data) {
    if (!value_is_int(value)) {
        Value (*index)(Value) = value_type(value)->slots.index;
        if (!index)
            return raise_status(&rt_exc_TypeError,
                                "'%T' object cannot be interpreted as an integer", value);
        Value number = index(value);
        int status = number ? encode_number(array, number, data) : -1;
        value_decref(number);
        return status;
    }
    if (item_store(array->format, value, data, false) == ITEM_OK)
        return 0;
    return refuse_number(array->code, value);
}

int array_encode(const ArrayObject *array, Value value, uint8_t *data) {
    if (array->code == 'u') {
        if (!value_is_str(value) || AS(StrObject, value)->length != 1)
            return raise_status(&rt_exc_TypeError, "array item must be unicode character");
        uint32_t character = str_at(AS(StrObject, value), 0);
        memcpy(data, &character, sizeof character);
        return 0;
    }
    if (array->format->kind != ITEM_FLOAT)
        return encode_number(array, value, data);
    ItemStatus status = item_store(array->format, value, data, false);
    return status == ITEM_FAILED || status == ITEM_BAD_TYPE ? -1 : 0;
}

/* ---- changing -------------------------------------------------------------------------------- */

static int can_resize(const ArrayObject *array) {
    if (array->exports)
        return raise_status(&rt_exc_BufferError,
                            "cannot resize an array that is exporting buffers");
    return 0;
}

int array_replace(ArrayObject *array, int64_t from, int64_t to, const uint8_t *data,
                  int64_t count) {
    int64_t item = array->format->size, size = count * item;
    int64_t change = size - (to - from) * item, tail = array->bytes.size - to * item;
    uint8_t *copy = data && size ? mem_alloc_items(size, 1) : NULL;
    if (data && size && !copy)
        return -1;
    if (copy)
        memcpy(copy, data, (size_t)size);
    int status = change ? can_resize(array) : 0;
    if (status == 0 && change > 0)
        status = byte_buffer_add(&array->bytes, NULL, change);
    if (status == 0 && array->bytes.data) {
        uint8_t *place = array->bytes.data + from * item;
        if (tail && change)
            memmove(place + size, place + size - change, (size_t)tail);
        if (copy)
            memcpy(place, copy, (size_t)size);
        if (change < 0)
            array->bytes.size += change;
    }
    mem_free(copy);
    return status;
}

int array_append(ArrayObject *array, Value value) {
    uint8_t item[8];
    if (array_encode(array, value, item) < 0 || can_resize(array) < 0)
        return -1;
    return byte_buffer_add(&array->bytes, item, array->format->size);
}

int array_add_bytes(ArrayObject *array, const uint8_t *data, int64_t size) {
    if (size % array->format->size)
        return raise_status(&rt_exc_ValueError, "bytes length not a multiple of item size");
    int64_t end = array_length(array);
    return array_replace(array, end, end, data, size / array->format->size);
}

int array_add_text(ArrayObject *array, Value text) {
    const StrObject *str = AS(StrObject, text);
    int64_t end = array_length(array);
    if (array_replace(array, end, end, NULL, str->length) < 0)
        return -1;
    for (int64_t i = 0; i < str->length; i++) {
        uint32_t character = str_at(str, i);
        memcpy(array_at(array, end + i), &character, sizeof character);
    }
    return 0;
}

static int append_each(Value item, void *array) {
    return array_append(array, item);
}

int array_extend(ArrayObject *array, Value iterable) {
    if (!value_isa(iterable, &rt_type_array))
        return object_iterate(iterable, append_each, array);
    const ArrayObject *other = array_of(iterable);
    if (other->code != array->code)
        return raise_status(&rt_exc_TypeError, "can only extend with array of same kind");
    int64_t end = array_length(array);
    return array_replace(array, end, end, other->bytes.data, array_length(other));
}

/* ---- sequence -------------------------------------------------------------------------------- */

static int64_t array_len(Value self) {
    return array_length(array_of(self));
}

static int position(Value self, Value key, const char *complaint, int64_t *index) {
    if (value_is_small_int(key) && value_small_int(key) >= 0 &&
        value_small_int(key) < array_len(self)) {
        *index = value_small_int(key);
        return 0;
    }
    if (!value_is_int(key) && !value_type(key)->slots.index)
        return raise_status(&rt_exc_TypeError, "array indices must be integers");
    if (sequence_index(key, "array indices must be integers", index) < 0)
        return -1;
    int64_t length = array_len(self);
    if (*index < 0)
        *index += length;
    if (*index < 0 || *index >= length)
        return raise_status(&rt_exc_IndexError, "array %sindex out of range", complaint);
    return 0;
}

static Value array_getitem(Value self, Value key) {
    const ArrayObject *array = array_of(self);
    int64_t start, stop, step, count, index;
    if (!value_is(key, &rt_type_slice))
        return position(self, key, "", &index) < 0 ? 0 : array_load(array, index);
    if (slice_unpack(key, &start, &stop, &step) < 0)
        return 0;
    count = slice_adjust(array_length(array), &start, &stop, step);
    Value part = array_new_of(&rt_type_array, array->code, NULL, count);
    for (int64_t i = 0; part && i < count; i++)
        memcpy(array_at(array_of(part), i), array_at(array, start + i * step), array->format->size);
    return part;
}

static void delete_strided(ArrayObject *array, int64_t start, int64_t step, int64_t count) {
    int64_t size = array->format->size, length = array_length(array), next = 0, kept;
    if (step < 0) {
        start += step * (count - 1);
        step = -step;
    }
    kept = start;
    for (int64_t i = start; i < length; i++) {
        if (next < count && i == start + next * step)
            next++;
        else
            memmove(array_at(array, kept++), array_at(array, i), (size_t)size);
    }
    array->bytes.size = kept * size;
}

static int delete_slice(ArrayObject *array, int64_t start, int64_t step, int64_t count) {
    if (step == 1)
        return array_replace(array, start, start + count, NULL, 0);
    if (count == 0)
        return 0;
    if (can_resize(array) < 0)
        return -1;
    delete_strided(array, start, step, count);
    return 0;
}

/* array[key] = value with an array as value (which may be `array` itself); 0: del. */
static int assign_slice(ArrayObject *array, Value key, Value value) {
    int64_t start, stop, step, count, size = array->format->size;
    if (slice_unpack(key, &start, &stop, &step) < 0)
        return -1;
    count = slice_adjust(array_length(array), &start, &stop, step);
    if (!value)
        return delete_slice(array, start, step, count);
    if (!value_isa(value, &rt_type_array))
        return raise_status(&rt_exc_TypeError, "can only assign array (not \"%T\") to array slice",
                            value);
    const ArrayObject *from = array_of(value);
    int64_t length = array_length(from);
    if (from->code != array->code)
        return raise_status(&rt_exc_TypeError, "bad argument type for built-in operation");
    if (step == 1)
        return array_replace(array, start, start + count, from->bytes.data, length);
    if (length != count)
        return raise_status(&rt_exc_ValueError,
                            "attempt to assign array of size %lld to extended slice of size %lld",
                            (long long)length, (long long)count);
    if (count == 0)
        return 0;
    uint8_t *copy = mem_alloc_items(count * size, 1);
    if (!copy)
        return -1;
    memcpy(copy, from->bytes.data, (size_t)(count * size));
    for (int64_t i = 0; i < count; i++)
        memcpy(array_at(array, start + i * step), copy + i * size, (size_t)size);
    mem_free(copy);
    return 0;
}

static int array_setitem(Value self, Value key, Value value) {
    ArrayObject *array = array_of(self);
    int64_t index;
    uint8_t item[8];
    if (value_is(key, &rt_type_slice))
        return assign_slice(array, key, value);
    if (position(self, key, "assignment ", &index) < 0)
        return -1;
    if (!value)
        return array_replace(array, index, index + 1, NULL, 0);
    if (array_encode(array, value, item) < 0)
        return -1;
    if (index >= array_length(array)) /* __index__ may have made it shorter */
        return raise_status(&rt_exc_IndexError, "array assignment index out of range");
    memcpy(array_at(array, index), item, array->format->size);
    return 0;
}

static int array_contains(Value self, Value wanted) {
    for (int64_t i = 0; i < array_len(self); i++) {
        Value item = array_load(array_of(self), i);
        bool small = value_is_small_int(item) && value_is_small_int(wanted);
        int equal = small  ? item == wanted
                    : item ? object_compare_bool(item, wanted, COMPARE_EQ)
                           : -1;
        value_decref(item);
        if (equal)
            return equal;
    }
    return 0;
}

static Value iterator_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (!iterator->parts[0])
        return VALUE_STOP;
    if (iterator->index >= array_len(iterator->parts[0]))
        return iterator_finish(iterator);
    return array_load(array_of(iterator->parts[0]), iterator->index++);
}

static const NativeMethod iterator_methods[] = {ITERATOR_COPIES(forward), {0}};

static Type type_iterator = {
    .name = "array.arrayiterator",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(IteratorObject),
    .methods = iterator_methods,
    .slots = {ITERATOR_SLOTS, .next = iterator_next},
};

static Value array_iter(Value self) {
    type_ready(&type_iterator);
    return iterator_new(&type_iterator, self, 0, 0);
}

/* ---- operators ------------------------------------------------------------------------------- */

/* What the first differing items, or else the lengths, say. */
static Value compare_items(Value left, Value right, CompareOp op) {
    const ArrayObject *a = array_of(left), *b = array_of(right);
    for (int64_t i = 0; i < array_length(a) && i < array_length(b); i++) {
        Value x = array_load(a, i), y = x ? array_load(b, i) : 0;
        int equal = y ? object_compare_bool(x, y, COMPARE_EQ) : -1;
        Value answer = equal                                  ? 0
                       : op == COMPARE_EQ || op == COMPARE_NE ? VALUE_BOOL(op == COMPARE_NE)
                                                              : object_compare(x, y, op);
        value_decref(x);
        value_decref(y);
        if (equal != 1)
            return answer;
    }
    int64_t a_length = array_length(a), b_length = array_length(b);
    return compare_answer(a_length < b_length ? -1 : a_length > b_length, op);
}

static Value array_compare(Value left, Value right, CompareOp op) {
    if (!value_isa(left, &rt_type_array) || !value_isa(right, &rt_type_array))
        return VALUE_NOTIMPLEMENTED;
    const ArrayObject *a = array_of(left), *b = array_of(right);
    bool only_equality = op == COMPARE_EQ || op == COMPARE_NE;
    if (only_equality && array_length(a) != array_length(b))
        return VALUE_BOOL(op == COMPARE_NE);
    if (only_equality && a->code == b->code && a->format->kind != ITEM_FLOAT)
        return compare_answer(
            a->bytes.size && memcmp(a->bytes.data, b->bytes.data, (size_t)a->bytes.size) != 0, op);
    return compare_items(left, right, op);
}

static Value array_add(Value left, Value right) {
    if (!value_isa(left, &rt_type_array))
        return VALUE_NOTIMPLEMENTED;
    if (!value_isa(right, &rt_type_array))
        return raise_error(&rt_exc_TypeError, "can only append array (not \"%T\") to array", right);
    const ArrayObject *a = array_of(left), *b = array_of(right);
    if (a->code != b->code)
        return raise_error(&rt_exc_TypeError, "bad argument type for built-in operation");
    Value sum = array_new_of(&rt_type_array, a->code, a->bytes.size ? a->bytes.data : NULL,
                             array_length(a));
    if (sum && array_extend(array_of(sum), right) < 0) {
        value_decref(sum);
        return 0;
    }
    return sum;
}

static Value array_iadd(Value left, Value right) {
    if (!value_isa(right, &rt_type_array))
        return raise_error(&rt_exc_TypeError, "can only extend array with array (not \"%T\")",
                           right);
    return array_extend(array_of(left), right) < 0 ? 0 : value_incref(left);
}

/* Fills `out`, which is empty, with the bytes of `array` `times` over. */
static int repeat(ByteBuffer *out, const ArrayObject *array, Value times) {
    if (!value_is_int(times) && !value_type(times)->slots.index)
        return raise_status(&rt_exc_TypeError, "can't multiply sequence by non-int of type '%T'",
                            times);
    int64_t count = object_repeat_count(times), size;
    if (count == -1 && isolate.pending)
        return -1;
    if (count <= 0 || array->bytes.size == 0)
        return 0;
    if (__builtin_mul_overflow(count, array->bytes.size, &size)) {
        raise_no_memory();
        return -1;
    }
    if (byte_buffer_reserve(out, size) < 0)
        return -1;
    for (; count > 0; count--)
        byte_buffer_add(out, array->bytes.data, array->bytes.size);
    return 0;
}

static Value array_mul(Value left, Value right) {
    bool first = value_isa(left, &rt_type_array);
    Value self = first ? left : right, times = first ? right : left;
    Value result = array_new_of(&rt_type_array, array_of(self)->code, NULL, 0);
    if (result && repeat(&array_of(result)->bytes, array_of(self), times) < 0) {
        value_decref(result);
        return 0;
    }
    return result;
}

static Value array_imul(Value left, Value right) {
    ArrayObject *array = array_of(left);
    ByteBuffer out = {0};
    int status = repeat(&out, array, right);
    if (status == 0 && out.size != array->bytes.size)
        status = can_resize(array);
    if (status == 0 && out.size != array->bytes.size) {
        ByteBuffer old = array->bytes;
        array->bytes = out;
        out = old;
    }
    mem_free(out.data);
    return status < 0 ? 0 : value_incref(left);
}

/* ---- the type -------------------------------------------------------------------------------- */

static Value array_repr(Value self) {
    const ArrayObject *array = array_of(self);
    if (array->bytes.size == 0)
        return str_format("%s('%c')", short_name(value_type(self)), array->code);
    Value items = object_call_method(self, array->code == 'u' ? "tounicode" : "tolist", NULL, 0);
    Value text =
        items ? str_format("%s('%c', %R)", short_name(value_type(self)), array->code, items) : 0;
    value_decref(items);
    return text;
}

/* Puts what the constructor was given into the new array. */
static int fill(ArrayObject *array, Value initial) {
    const uint8_t *data;
    int64_t size;
    if (value_is_str(initial) && array->code == 'u')
        return array_add_text(array, initial);
    if (value_is_str(initial))
        return raise_status(&rt_exc_TypeError,
                            "cannot use a str to initialize an array with typecode '%c'",
                            array->code);
    if (value_isa(initial, &rt_type_array) && array_of(initial)->code == array->code)
        return array_extend(array, initial);
    if (value_isa(initial, &rt_type_array) && array_of(initial)->code == 'u')
        return raise_status(&rt_exc_TypeError,
                            "cannot use a unicode array to initialize an array with typecode '%c'",
                            array->code);
    if ((value_isa(initial, &rt_type_bytes) || value_isa(initial, &rt_type_bytearray)) &&
        bytes_view(initial, &data, &size))
        return array_add_bytes(array, data, size);
    return object_iterate(initial, append_each, array);
}

static Value array_make(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    const StrObject *code = value_is_str(args[0]) ? AS(StrObject, args[0]) : NULL;
    if (!code || code->length != 1)
        return raise_error(&rt_exc_TypeError,
                           "array() argument 1 must be a unicode character, not %T", args[0]);
    uint32_t letter = str_at(code, 0);
    if (letter > 127 || !array_format((char)letter))
        return raise_error(&rt_exc_ValueError,
                           "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    Value self = array_new_of(SPEC_DATA(callee), (char)letter, NULL, 0);
    if (self && ARG(1) && fill(array_of(self), args[1]) < 0) {
        value_decref(self);
        return 0;
    }
    return self;
}

static Value array_new(Type *type, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {
        .name = "array", .call = array_make, .min_args = 1, .max_args = 2, .kind = METHOD_PARSED};
    if (names && AS(TupleObject, names)->length && type->slots.init == rt_type_array.slots.init)
        return raise_error(&rt_exc_TypeError, "array.array() takes no keyword arguments");
    return call_spec(&spec, type, args, count, 0);
}

Type rt_type_array = {
    .name = "array.array",
    .flags = TYPE_DOTTED_NAME | TYPE_SEQUENCE | TYPE_CONCATENATES,
    .basic_size = sizeof(ArrayObject),
    .methods = array_methods,
    .slots = {.dealloc = array_dealloc,
              .repr = array_repr,
              .compare = array_compare,
              .len = array_len,
              .getitem = array_getitem,
              .setitem = array_setitem,
              .contains = array_contains,
              .iter = array_iter,
              .unhashable = true,
              .number = {[SLOT_ADD] = array_add, [SLOT_MUL] = array_mul},
              .inplace = {[SLOT_ADD] = array_iadd, [SLOT_MUL] = array_imul},
              .buffer = array_buffer,
              .new = array_new},
};
