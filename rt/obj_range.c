/*
 * obj_range.c — range objects and their iterators. Bounds are ints of any size; ranges whose bounds
 * all fit a small int are iterated over and indexed without int objects.
 */
#include "containers.h"
#include "object.h"

#define ZERO value_from_small_int(0)
#define ONE  value_from_small_int(1)

static bool all_small(const RangeObject *range) {
    return value_is_small_int(range->start) && value_is_small_int(range->stop) &&
           value_is_small_int(range->step) && value_is_small_int(range->length);
}

/* The number of items; new reference. */
static Value range_length(Value start, Value stop, Value step) {
    bool backward = pyrt_int_lt(step, ZERO);
    Value low = backward ? stop : start, high = backward ? start : stop;
    if (!pyrt_int_lt(low, high))
        return ZERO;
    if (value_is_small_int(low) && value_is_small_int(high) && value_is_small_int(step)) {
        uint64_t distance = (uint64_t)(value_small_int(high) - value_small_int(low) - 1);
        int64_t width = value_small_int(step);
        return int_from_u64(distance / (uint64_t)(width < 0 ? -width : width) + 1);
    }
    Value width = backward ? pyrt_int_negative(step) : value_incref(step);
    Value distance = pyrt_int_sub(high, low);
    Value last = distance ? pyrt_int_sub(distance, ONE) : 0;
    Value steps = last && width ? pyrt_int_floordiv(last, width) : 0;
    Value length = steps ? pyrt_int_add(steps, ONE) : 0;
    value_decref(steps);
    value_decref(last);
    value_decref(distance);
    value_decref(width);
    return length;
}

Value range_new(Value start, Value stop, Value step) {
    if (pyrt_int_eq(step, ZERO))
        return raise_error(&rt_exc_ValueError, "range() arg 3 must not be zero");
    Value length = range_length(start, stop, step);
    RangeObject *range = length ? object_new(&rt_type_range, sizeof(RangeObject)) : NULL;
    if (!range) {
        value_decref(length);
        return 0;
    }
    range->start = value_incref(start);
    range->stop = value_incref(stop);
    range->step = value_incref(step);
    range->length = length;
    return OBJ(range);
}

static Value range_new_slot(Type *type, const Value *args, uint32_t count, Value names) {
    (void)type;
    if (names && AS(TupleObject, names)->length)
        return raise_error(&rt_exc_TypeError, "range() takes no keyword arguments");
    if (count < 1 || count > 3)
        return raise_error(&rt_exc_TypeError, "range expected at %s %d argument%s, got %d",
                           count ? "most" : "least", count ? 3 : 1, count ? "s" : "", (int)count);
    Value given[3] = {ZERO, 0, ONE};
    if (count == 1)
        given[1] = pyrt_index(args[0]);
    for (uint32_t i = 0; count > 1 && i < count; i++)
        if (!(given[i] = pyrt_index(args[i])))
            break;
    Value result = given[0] && given[1] && given[2] ? range_new(given[0], given[1], given[2]) : 0;
    for (int i = 0; i < 3; i++)
        value_decref(given[i]);
    return result;
}

static void range_dealloc(Object *self) {
    RangeObject *range = (RangeObject *)self;
    value_decref(range->start);
    value_decref(range->stop);
    value_decref(range->step);
    value_decref(range->length);
}

static Value range_repr(Value self) {
    const RangeObject *range = AS(RangeObject, self);
    if (range->step == ONE)
        return str_format("range(%R, %R)", range->start, range->stop);
    return str_format("range(%R, %R, %R)", range->start, range->stop, range->step);
}

static int64_t range_len(Value self) {
    int64_t length;
    if (int_to_i64(AS(RangeObject, self)->length, &length))
        return length;
    return raise_status(&rt_exc_OverflowError, "Python int too large to convert to C ssize_t");
}

static int range_truth(Value self) {
    return AS(RangeObject, self)->length != ZERO;
}

/* start + index * step; `index` an exact int */
static Value range_item(const RangeObject *range, Value index) {
    if (all_small(range)) /* inside the range, so no overflow */
        return int_from_i64(value_small_int(range->start) +
                            value_small_int(index) * value_small_int(range->step));
    Value offset = pyrt_int_mul(index, range->step);
    Value item = offset ? pyrt_int_add(range->start, offset) : 0;
    value_decref(offset);
    return item;
}

/* A slice bound against the length: clamped, negative ones from the end. */
static Value range_bound(Value bound, Value fallback, Value length, bool backward) {
    if (bound == VALUE_NONE)
        return value_incref(fallback);
    if (!value_type(bound)->slots.index)
        return raise_error(&rt_exc_TypeError,
                           "slice indices must be integers or None or have an __index__ method");
    Value index = pyrt_index(bound);
    if (index && pyrt_int_lt(index, ZERO)) {
        Value moved = pyrt_int_add(index, length);
        value_decref(index);
        index = moved;
        if (index && pyrt_int_lt(index, ZERO)) {
            value_decref(index);
            index = value_from_small_int(backward ? -1 : 0);
        }
    } else if (index && pyrt_int_ge(index, length)) {
        value_decref(index);
        index = backward ? pyrt_int_sub(length, ONE) : value_incref(length);
    }
    return index;
}

static Value range_slice(const RangeObject *range, const SliceObject *slice) {
    Value step = slice->step == VALUE_NONE ? ONE : 0, result = 0;
    if (!step && !value_type(slice->step)->slots.index)
        return raise_error(&rt_exc_TypeError,
                           "slice indices must be integers or None or have an __index__ method");
    if (!step && !(step = pyrt_index(slice->step)))
        return 0;
    if (step == ZERO)
        return raise_error(&rt_exc_ValueError, "slice step cannot be zero");
    bool backward = pyrt_int_lt(step, ZERO);
    Value last = pyrt_int_sub(range->length, ONE), before = value_from_small_int(-1);
    Value low =
        last ? range_bound(slice->start, backward ? last : ZERO, range->length, backward) : 0;
    Value high =
        low ? range_bound(slice->stop, backward ? before : range->length, range->length, backward)
            : 0;
    if (high) {
        RangeObject plain = {.start = range->start, .step = range->step};
        Value start = range_item(&plain, low), stop = range_item(&plain, high);
        Value width = pyrt_int_mul(range->step, step);
        if (start && stop && width)
            result = range_new(start, stop, width);
        value_decref(start);
        value_decref(stop);
        value_decref(width);
    }
    value_decref(low);
    value_decref(high);
    value_decref(last);
    value_decref(step);
    return result;
}

static Value range_getitem(Value self, Value key) {
    const RangeObject *range = AS(RangeObject, self);
    if (value_is(key, &rt_type_slice))
        return range_slice(range, AS(SliceObject, key));
    if (!value_type(key)->slots.index)
        return raise_error(&rt_exc_TypeError, "range indices must be integers or slices, not %T",
                           key);
    Value index = pyrt_index(key);
    if (index && pyrt_int_lt(index, ZERO)) {
        Value moved = pyrt_int_add(index, range->length);
        value_decref(index);
        index = moved;
    }
    if (!index)
        return 0;
    Value item = 0;
    if (pyrt_int_lt(index, ZERO) || pyrt_int_ge(index, range->length))
        raise_error(&rt_exc_IndexError, "range object index out of range");
    else
        item = range_item(range, index);
    value_decref(index);
    return item;
}

/* The index of an exact int in the range as an exact int, or VALUE_NONE. */
static Value range_place(const RangeObject *range, Value number) {
    bool backward = pyrt_int_lt(range->step, ZERO);
    bool inside = backward ? pyrt_int_le(number, range->start) && pyrt_int_lt(range->stop, number)
                           : pyrt_int_le(range->start, number) && pyrt_int_lt(number, range->stop);
    if (!inside)
        return VALUE_NONE;
    Value distance = pyrt_int_sub(number, range->start);
    Value rest = distance ? pyrt_int_mod(distance, range->step) : 0;
    Value place = 0;
    if (rest)
        place = rest == ZERO ? pyrt_int_floordiv(distance, range->step) : VALUE_NONE;
    value_decref(rest);
    value_decref(distance);
    return place;
}

static bool is_exact_int(Value value) {
    return value_is_int(value) && (value_is_small_int(value) || value_is(value, &rt_type_int) ||
                                   value == VALUE_TRUE || value == VALUE_FALSE);
}

/* Finds any object, by its value if it is an int, by comparing with each item otherwise. */
static Value range_find(Value self, Value item) {
    if (is_exact_int(item)) {
        Value number = pyrt_index(item);
        Value place = number ? range_place(AS(RangeObject, self), number) : 0;
        value_decref(number);
        return place;
    }
    Value iterator = range_iterator_new(AS(RangeObject, self), false), candidate;
    int64_t at = 0;
    while (iterator && (candidate = object_next(iterator)) != VALUE_STOP) {
        int equal = candidate ? object_equal(candidate, item) : -1;
        value_decref(candidate);
        if (equal) {
            value_decref(iterator);
            return equal < 0 ? 0 : value_from_small_int(at);
        }
        at++;
    }
    value_decref(iterator);
    return iterator ? VALUE_NONE : 0;
}

static int range_contains(Value self, Value item) {
    Value place = range_find(self, item);
    value_decref(place);
    return place ? place != VALUE_NONE : -1;
}

/* Ranges are equal if they give the same items: what counts of each. */
static void range_essence(const RangeObject *range, Value out[3]) {
    out[0] = range->length;
    out[1] = range->length == ZERO ? VALUE_NONE : range->start;
    out[2] = range->length == ZERO || range->length == ONE ? VALUE_NONE : range->step;
}

static Value range_compare(Value left, Value right, CompareOp op) {
    if (!value_is(left, &rt_type_range) || !value_is(right, &rt_type_range) ||
        (op != COMPARE_EQ && op != COMPARE_NE))
        return VALUE_NOTIMPLEMENTED;
    Value a[3], b[3], *a_items = a, *b_items = b;
    range_essence(AS(RangeObject, left), a);
    range_essence(AS(RangeObject, right), b);
    int64_t three = 3;
    return items_compare(&a_items, &three, &b_items, &three, op);
}

static int64_t range_hash(Value self) {
    Value essence[3];
    range_essence(AS(RangeObject, self), essence);
    Value tuple = tuple_new(essence, 3);
    int64_t hash = tuple ? object_hash(tuple) : -1;
    value_decref(tuple);
    return hash;
}

/* ---- iterators ------------------------------------------------------------------------------- */

typedef struct RangeIterator {
    Object base;
    int64_t next, step, left;
} RangeIterator;
typedef struct LongRangeIterator {
    Object base;
    Value next, step, left; /* exact ints */
} LongRangeIterator;

static Value long_iterator(Value next, Value step, Value left) {
    LongRangeIterator *iterator = object_new(&rt_type_longrange_iterator, sizeof *iterator);
    if (!iterator)
        return 0;
    iterator->next = value_incref(next);
    iterator->step = value_incref(step);
    iterator->left = value_incref(left);
    return OBJ(iterator);
}

Value range_iterator_new(RangeObject *range, bool reversed) {
    if (!all_small(range)) {
        if (!reversed)
            return long_iterator(range->start, range->step, range->length);
        Value last = pyrt_int_sub(range->length, ONE);
        Value start = last ? range_item(range, last) : 0;
        Value step = pyrt_int_negative(range->step);
        Value result = start && step ? long_iterator(start, step, range->length) : 0;
        value_decref(last);
        value_decref(start);
        value_decref(step);
        return result;
    }
    RangeIterator *iterator = object_new(&rt_type_range_iterator, sizeof *iterator);
    if (!iterator)
        return 0;
    iterator->next = value_small_int(range->start);
    iterator->step = value_small_int(range->step);
    iterator->left = value_small_int(range->length);
    if (reversed) {
        iterator->next += (iterator->left - 1) * iterator->step;
        iterator->step = -iterator->step;
    }
    return OBJ(iterator);
}

static Value range_iterator_next(Value self) {
    RangeIterator *iterator = AS(RangeIterator, self);
    if (iterator->left <= 0)
        return VALUE_STOP;
    int64_t number = iterator->next;
    if (--iterator->left)
        iterator->next += iterator->step;
    return value_from_small_int(number);
}

NATIVE(range_iterator_hint) {
    NATIVE_UNUSED();
    return value_from_small_int(AS(RangeIterator, args[0])->left);
}

static Value long_iterator_next(Value self) {
    LongRangeIterator *iterator = AS(LongRangeIterator, self);
    if (iterator->left == ZERO)
        return VALUE_STOP;
    Value left = pyrt_int_sub(iterator->left, ONE);
    Value next = pyrt_int_add(iterator->next, iterator->step);
    if (!left || !next) {
        value_decref(left);
        value_decref(next);
        return 0;
    }
    Value number = iterator->next;
    iterator->next = next;
    value_replace(&iterator->left, left);
    return number;
}

static void long_iterator_dealloc(Object *self) {
    LongRangeIterator *iterator = (LongRangeIterator *)self;
    value_decref(iterator->next);
    value_decref(iterator->step);
    value_decref(iterator->left);
}

NATIVE(long_iterator_hint) {
    NATIVE_UNUSED();
    return value_incref(AS(LongRangeIterator, args[0])->left);
}

static Value iter_self(Value self) {
    return value_incref(self);
}

/* (iter, (range of what is left,)) */
static Value reduced_range(Value start, Value step, Value left) {
    Value size = pyrt_int_mul(left, step), stop = size ? pyrt_int_add(start, size) : 0;
    Value range = stop ? range_new(start, stop, step) : 0;
    Value arguments = range ? tuple_new(&range, 1) : 0;
    Value parts[2] = {rt_builtins[BUILTIN_iter], arguments};
    Value result = arguments ? tuple_new(parts, 2) : 0;
    value_decref(arguments);
    value_decref(range);
    value_decref(stop);
    value_decref(size);
    return result;
}

NATIVE(range_iterator_reduce) {
    NATIVE_UNUSED();
    const RangeIterator *iterator = AS(RangeIterator, args[0]);
    Value start = int_from_i64(iterator->next), step = int_from_i64(iterator->step);
    Value result = reduced_range(start, step, value_from_small_int(iterator->left));
    value_decref(start);
    value_decref(step);
    return result;
}

NATIVE(long_iterator_reduce) {
    NATIVE_UNUSED();
    const LongRangeIterator *iterator = AS(LongRangeIterator, args[0]);
    return reduced_range(iterator->next, iterator->step, iterator->left);
}

static const NativeMethod range_iterator_methods[] = {
    {.name = "__length_hint__", .call = range_iterator_hint},
    {.name = "__reduce__", .call = range_iterator_reduce},
    {0}};

Type rt_type_range_iterator = {
    .name = "range_iterator",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(RangeIterator),
    .methods = range_iterator_methods,
    .slots = {.iter = iter_self, .next = range_iterator_next},
};

static const NativeMethod long_iterator_methods[] = {
    {.name = "__length_hint__", .call = long_iterator_hint},
    {.name = "__reduce__", .call = long_iterator_reduce},
    {0}};

Type rt_type_longrange_iterator = {
    .name = "longrange_iterator",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(LongRangeIterator),
    .methods = long_iterator_methods,
    .slots = {.dealloc = long_iterator_dealloc, .iter = iter_self, .next = long_iterator_next},
};

/* ---- the type -------------------------------------------------------------------------------- */

static Value range_iter(Value self) {
    return range_iterator_new(AS(RangeObject, self), false);
}

#define RANGE_GETTER(field)                                                                        \
    NATIVE(range_get_##field) {                                                                    \
        NATIVE_UNUSED();                                                                           \
        return value_incref(AS(RangeObject, args[0])->field);                                      \
    }
RANGE_GETTER(start)
RANGE_GETTER(stop)
RANGE_GETTER(step)
#undef RANGE_GETTER

NATIVE(range_index_method) {
    NATIVE_UNUSED();
    Value place = range_find(args[0], args[1]);
    if (place == VALUE_NONE && is_exact_int(args[1]))
        return raise_error(&rt_exc_ValueError, "%R is not in range", args[1]);
    if (place == VALUE_NONE)
        return raise_error(&rt_exc_ValueError, "sequence.index(x): x not in sequence");
    return place;
}

static int count_equal(Value item, void *context) {
    Value *pair = context; /* what is looked for, and how many were found */
    int equal = object_equal(item, pair[0]);
    pair[1] += (Value)(equal > 0);
    return equal < 0 ? -1 : 0;
}

/* An item of another type than int may be equal to more than one. */
NATIVE(range_count_method) {
    NATIVE_UNUSED();
    if (!is_exact_int(args[1])) {
        Value pair[] = {args[1], 0};
        return object_iterate(args[0], count_equal, pair) < 0
                   ? 0
                   : value_from_small_int((int64_t)pair[1]);
    }
    int found = range_contains(args[0], args[1]);
    return found < 0 ? 0 : value_from_small_int(found);
}

NATIVE(range_reversed_method) {
    NATIVE_UNUSED();
    return range_iterator_new(AS(RangeObject, args[0]), true);
}

NATIVE(range_reduce) {
    NATIVE_UNUSED();
    const RangeObject *range = AS(RangeObject, args[0]);
    Value bounds[] = {range->start, range->stop, range->step};
    return reduce_to_call(&rt_type_range, tuple_new(bounds, 3));
}

static const NativeMethod range_methods[] = {
    {.name = "start", .call = range_get_start, .kind = METHOD_MEMBER},
    {.name = "stop", .call = range_get_stop, .kind = METHOD_MEMBER},
    {.name = "step", .call = range_get_step, .kind = METHOD_MEMBER},
    {.name = "index", .call = range_index_method, .min_args = 1, .max_args = 1},
    {.name = "count", .call = range_count_method, .min_args = 1, .max_args = 1},
    {.name = "__reversed__", .call = range_reversed_method},
    {.name = "__reduce__", .call = range_reduce},
    {0},
};

Type rt_type_range = {
    .name = "range",
    .flags = TYPE_FINAL | TYPE_SEQUENCE,
    .basic_size = sizeof(RangeObject),
    .methods = range_methods,
    .doc =
        "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an "
        "object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) "
        "by step.",
    .slots = {.dealloc = range_dealloc,
              .repr = range_repr,
              .hash = range_hash,
              .compare = range_compare,
              .truth = range_truth,
              .len = range_len,
              .getitem = range_getitem,
              .contains = range_contains,
              .iter = range_iter,
              .new = range_new_slot},
};
