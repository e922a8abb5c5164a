/*
 * sequence.c — what list, tuple, range and others have in common: indexes, search bounds,
 * lexicographic comparison, repr; and the type slice.
 */
#include "containers.h"
#include "object.h"

/* ---- indexes --------------------------------------------------------------------------------- */

int sequence_index(Value key, const char *text, int64_t *index) {
    if (value_is_small_int(key)) {
        *index = value_small_int(key);
        return 0;
    }
    Type *type = value_type(key);
    if (!type->slots.index)
        return raise_status(&rt_exc_TypeError, "%s, not %T", text, key);
    *index = object_index(key);
    if (*index != -1 || !isolate.pending)
        return 0;
    if (exc_pending_is(&rt_exc_OverflowError)) {
        exc_clear();
        raise_error(&rt_exc_IndexError, "cannot fit '%T' into an index-sized integer", key);
    }
    return -1;
}

/* Reads a bound of a slice. */
static int clamped_index(Value value, int64_t *number) {
    if (!value_type(value)->slots.index)
        return raise_status(&rt_exc_TypeError,
                            "slice indices must be integers or None or have an __index__ method");
    return object_index_clamped(value, number);
}

/* A bound that cannot be left out by None. */
static int need_index(Value value) {
    if (!value || value_type(value)->slots.index)
        return 0;
    return raise_status(&rt_exc_TypeError,
                        "slice indices must be integers or have an __index__ method");
}

static int64_t clamp_bound(int64_t bound, int64_t length, int64_t low, int64_t high) {
    if (bound < 0)
        bound = bound < -length ? INT64_MIN : bound + length;
    return bound < low ? low : bound > high ? high : bound;
}

int index_bounds(Value start, Value stop, int64_t *from, int64_t *to) {
    return need_index(start) < 0 || need_index(stop) < 0 ? -1
                                                         : search_bounds(start, stop, from, to);
}

int search_bounds(Value start, Value stop, int64_t *from, int64_t *to) {
    *from = 0;
    *to = INT64_MAX;
    if (start && start != VALUE_NONE && clamped_index(start, from) < 0)
        return -1;
    return stop && stop != VALUE_NONE ? clamped_index(stop, to) : 0;
}

void search_adjust(int64_t length, int64_t *from, int64_t *to) {
    *from = clamp_bound(*from, length, 0, INT64_MAX);
    *to = clamp_bound(*to, length, 0, length);
}

/* ---- comparison and repr --------------------------------------------------------------------- */

static Value lengths_compare(int64_t left, int64_t right, CompareOp op) {
    return compare_answer((left > right) - (left < right), op);
}

Value items_compare(Value *const *left, const int64_t *left_length, Value *const *right,
                    const int64_t *right_length, CompareOp op) {
    for (int64_t i = 0; i < *left_length && i < *right_length; i++) {
        Value a = (*left)[i], b = (*right)[i];
        if (value_is_small_int(a) && value_is_small_int(b)) {
            if (a == b)
                continue;
            return compare_answer((int64_t)a < (int64_t)b ? -1 : 1, op);
        }
        value_incref(a);
        value_incref(b);
        int equal = object_equal(a, b);
        Value result = 0;
        // A method __eq__ may have taken items out: then, as in CPython, the lengths decide.
        if (equal == 0 && (i >= *left_length || i >= *right_length))
            result = lengths_compare(*left_length, *right_length, op);
        else if (equal == 0 && (op == COMPARE_EQ || op == COMPARE_NE))
            result = VALUE_BOOL(op == COMPARE_NE);
        else if (equal == 0)
            result = object_compare(a, b, op);
        value_decref(a);
        value_decref(b);
        if (equal <= 0)
            return result;
    }
    return lengths_compare(*left_length, *right_length, op);
}

Value items_repr(Value self, Value *const *items, const int64_t *length, const char *open,
                 const char *close, const char *cycle) {
    if (repr_enter(self))
        return str_from_cstr(cycle);
    StrBuilder builder;
    str_builder_init(&builder);
    str_builder_cstr(&builder, open);
    bool failed = stack_check() < 0;
    for (int64_t i = 0; !failed && i < *length; i++) {
        if (i)
            str_builder_cstr(&builder, ", ");
        Value item = value_incref((*items)[i]);
        Value text = object_repr(item);
        value_decref(item);
        failed = !text;
        if (text)
            str_builder_str(&builder, text);
        value_decref(text);
    }
    repr_leave(self);
    if (failed) {
        str_builder_drop(&builder);
        return 0;
    }
    str_builder_cstr(&builder, close);
    return str_builder_finish(&builder);
}

/* ---- slice ----------------------------------------------------------------------------------- */

Value slice_new(Value start, Value stop, Value step) {
    SliceObject *slice = object_new(&rt_type_slice, sizeof(SliceObject));
    if (!slice)
        return 0;
    slice->start = value_incref(start);
    slice->stop = value_incref(stop);
    slice->step = value_incref(step);
    return OBJ(slice);
}

int slice_unpack(Value self, int64_t *start, int64_t *stop, int64_t *step) {
    const SliceObject *slice = AS(SliceObject, self);
    *step = 1;
    if (slice->step != VALUE_NONE) {
        if (clamped_index(slice->step, step) < 0)
            return -1;
        if (*step == 0)
            return raise_status(&rt_exc_ValueError, "slice step cannot be zero");
        if (*step < -INT64_MAX)
            *step = -INT64_MAX;
    }
    bool backward = *step < 0;
    *start = backward ? INT64_MAX : 0;
    *stop = backward ? INT64_MIN : INT64_MAX;
    if (slice->start != VALUE_NONE && clamped_index(slice->start, start) < 0)
        return -1;
    return slice->stop != VALUE_NONE ? clamped_index(slice->stop, stop) : 0;
}

int64_t slice_adjust(int64_t length, int64_t *start, int64_t *stop, int64_t step) {
    bool backward = step < 0;
    int64_t low = backward ? -1 : 0, high = backward ? length - 1 : length;
    *start = clamp_bound(*start, length, low, high);
    *stop = clamp_bound(*stop, length, low, high);
    int64_t between = backward ? *start - *stop : *stop - *start;
    if (between <= 0)
        return 0;
    if (step == 1 || step == -1) /* a division is slow */
        return between;
    return (between - 1) / (backward ? -step : step) + 1;
}

static void slice_dealloc(Object *self) {
    SliceObject *slice = (SliceObject *)self;
    value_replace(&slice->start, 0);
    value_replace(&slice->stop, 0);
    value_replace(&slice->step, 0);
}

static void slice_traverse(Object *self, VisitValue visit, void *context) {
    SliceObject *slice = (SliceObject *)self;
    visit(slice->start, context);
    visit(slice->stop, context);
    visit(slice->step, context);
}

static Value slice_new_slot(Type *type, const Value *args, uint32_t count, Value names) {
    (void)type;
    if (names && AS(TupleObject, names)->length)
        return raise_error(&rt_exc_TypeError, "slice() takes no keyword arguments");
    if (count < 1 || count > 3)
        return raise_error(&rt_exc_TypeError, "slice expected at %s %d argument%s, got %d",
                           count ? "most" : "least", count ? 3 : 1, count ? "s" : "", (int)count);
    if (count == 1)
        return slice_new(VALUE_NONE, args[0], VALUE_NONE);
    return slice_new(args[0], args[1], count > 2 ? args[2] : VALUE_NONE);
}

static Value slice_repr(Value self) {
    const SliceObject *slice = AS(SliceObject, self);
    return str_format("slice(%R, %R, %R)", slice->start, slice->stop, slice->step);
}

static Value slice_compare(Value left, Value right, CompareOp op) {
    if (!value_is(left, &rt_type_slice) || !value_is(right, &rt_type_slice))
        return VALUE_NOTIMPLEMENTED;
    if (left == right)
        return VALUE_BOOL(op == COMPARE_EQ || op == COMPARE_LE || op == COMPARE_GE);
    int64_t three = 3;
    Value *a = &AS(SliceObject, left)->start, *b = &AS(SliceObject, right)->start;
    return items_compare(&a, &three, &b, &three, op);
}

#define SLICE_GETTER(field)                                                                        \
    NATIVE(slice_get_##field) {                                                                    \
        NATIVE_UNUSED();                                                                           \
        return value_incref(AS(SliceObject, args[0])->field);                                      \
    }
SLICE_GETTER(start)
SLICE_GETTER(stop)
SLICE_GETTER(step)
#undef SLICE_GETTER

/* One end of a slice as an exact int, None becoming `missing`, moved into low..high. New reference.
 */
static Value exact_bound(Value bound, Value missing, Value length, Value low, Value high) {
    const Value zero = value_from_small_int(0);
    if (bound == VALUE_NONE)
        return value_incref(missing);
    if (!value_is_int(bound) && !value_type(bound)->slots.index)
        return raise_error(&rt_exc_TypeError,
                           "slice indices must be integers or None or have an __index__ method");
    Value exact = pyrt_index(bound);
    if (exact && pyrt_int_lt(exact, zero)) {
        Value moved = pyrt_add(exact, length);
        value_decref(exact);
        exact = moved;
    }
    if (exact && pyrt_int_lt(exact, low))
        value_replace(&exact, value_incref(low));
    else if (exact && pyrt_int_lt(high, exact))
        value_replace(&exact, value_incref(high));
    return exact;
}

/* The step of a slice as an exact int, not zero. New reference. */
static Value exact_step(Value step) {
    if (!value_is_int(step) && !value_type(step)->slots.index)
        return raise_error(&rt_exc_TypeError,
                           "slice indices must be integers or None or have an __index__ method");
    Value exact = pyrt_index(step);
    if (exact != value_from_small_int(0))
        return exact;
    return raise_error(&rt_exc_ValueError, "slice step cannot be zero");
}

/* In exact ints, for neither the length nor the ends need fit a word. */
NATIVE(slice_indices_method) {
    NATIVE_UNUSED();
    const SliceObject *slice = AS(SliceObject, args[0]);
    const Value zero = value_from_small_int(0), one = value_from_small_int(1);
    Value length = pyrt_index(args[1]), step = 0, low = 0, high = 0, start = 0, stop = 0,
          result = 0;
    if (length && pyrt_int_lt(length, zero))
        raise_error(&rt_exc_ValueError, "length should not be negative");
    else if (length)
        step = slice->step == VALUE_NONE ? one : exact_step(slice->step);
    bool backward = step && pyrt_int_lt(step, zero);
    if (step) {
        low = value_from_small_int(backward ? -1 : 0);
        high = backward ? pyrt_sub(length, one) : value_incref(length);
    }
    if (high)
        start = exact_bound(slice->start, backward ? high : low, length, low, high);
    if (start)
        stop = exact_bound(slice->stop, backward ? low : high, length, low, high);
    if (stop)
        result = tuple_new((Value[]){start, stop, step}, 3);
    value_decref(length);
    value_decref(step);
    value_decref(high);
    value_decref(start);
    value_decref(stop);
    return result;
}

NATIVE(slice_reduce) {
    NATIVE_UNUSED();
    const SliceObject *slice = AS(SliceObject, args[0]);
    Value bounds[] = {slice->start, slice->stop, slice->step};
    return reduce_to_call(&rt_type_slice, tuple_new(bounds, 3));
}

static const NativeMethod slice_methods[] = {
    {.name = "start", .call = slice_get_start, .kind = METHOD_MEMBER},
    {.name = "stop", .call = slice_get_stop, .kind = METHOD_MEMBER},
    {.name = "step", .call = slice_get_step, .kind = METHOD_MEMBER},
    {.name = "indices", .call = slice_indices_method, .min_args = 1, .max_args = 1},
    {.name = "__reduce__", .call = slice_reduce},
    {0},
};

Type rt_type_slice = {
    .name = "slice",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(SliceObject),
    .methods = slice_methods,
    .slots = {.dealloc = slice_dealloc,
              .traverse = slice_traverse,
              .repr = slice_repr,
              .unhashable = true,
              .compare = slice_compare,
              .new = slice_new_slot},
};
