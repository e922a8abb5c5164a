/*
 * obj_tuple.c — tuple: a fixed number of values in one block. There is one empty tuple.
 */
#include "containers.h"
#include "object.h"

#define INDEX_TEXT "tuple indices must be integers or slices"

static TupleObject empty_tuple = {.base = {.refs = RT_IMMORTAL, .type = &rt_type_tuple}};

static TupleObject *tuple_alloc(Type *type, int64_t count) {
    size_t size = mem_size(sizeof(TupleObject), count, sizeof(Value));
    TupleObject *tuple = size ? object_new(type, size) : NULL;
    if (tuple)
        tuple->length = count;
    return tuple;
}

Value tuple_new_empty(int64_t count) {
    return count == 0 ? OBJ(&empty_tuple) : OBJ(tuple_alloc(&rt_type_tuple, count));
}

Value tuple_new(const Value *items, int64_t count) {
    if (count == 0)
        return OBJ(&empty_tuple);
    TupleObject *tuple = tuple_alloc(&rt_type_tuple, count);
    for (int64_t i = 0; tuple && i < count; i++)
        tuple->items[i] = value_incref(items[i]);
    return OBJ(tuple);
}

Value tuple_new_of(Type *type, const Value *items, int64_t count) {
    TupleObject *tuple = tuple_alloc(type, count);
    for (int64_t i = 0; tuple && i < count; i++)
        tuple->items[i] = value_incref(items[i]);
    return OBJ(tuple);
}

Value tuple_new_take(const Value *items, int64_t count) {
    bool complete = true;
    for (int64_t i = 0; i < count; i++)
        complete &= items[i] != 0;
    Value tuple = complete ? tuple_new(items, count) : 0;
    for (int64_t i = 0; i < count; i++)
        value_decref(items[i]);
    return tuple;
}

Value tuple_from_list_take(Value list) {
    if (!list)
        return 0;
    ListObject *source = AS(ListObject, list);
    Value tuple = tuple_new_empty(source->length);
    if (tuple && source->length && source->base.refs == 1) { /* the references move over */
        memcpy(AS(TupleObject, tuple)->items, source->items,
               (size_t)source->length * sizeof(Value));
        source->length = 0;
    } else if (tuple) {
        for (int64_t i = 0; i < source->length; i++)
            AS(TupleObject, tuple)->items[i] = value_incref(source->items[i]);
    }
    value_decref(list);
    return tuple;
}

Value tuple_from_iterable(Value iterable) {
    if (value_is(iterable, &rt_type_tuple))
        return value_incref(iterable);
    if (value_is(iterable, &rt_type_list))
        return tuple_new(AS(ListObject, iterable)->items, AS(ListObject, iterable)->length);
    return tuple_from_list_take(list_from_iterable(iterable));
}

NATIVE(tuple_make) {
    NATIVE_UNUSED();
    Type *type = SPEC_DATA(callee);
    Value tuple = ARG(0) ? tuple_from_iterable(args[0]) : OBJ(&empty_tuple);
    if (!tuple || type == &rt_type_tuple)
        return tuple;
    Value copy = tuple_new_of(type, AS(TupleObject, tuple)->items, AS(TupleObject, tuple)->length);
    value_decref(tuple);
    return copy;
}

static Value tuple_new_slot(Type *type, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {
        .name = "tuple", .call = tuple_make, .max_args = 1, .kind = METHOD_STATIC};
    return call_spec(&spec, type, args, count, type_has_own_init(type) ? 0 : names);
}

/* The last item first, as CPython drops them. */
static void tuple_dealloc(Object *self) {
    TupleObject *tuple = (TupleObject *)self;
    for (int64_t i = tuple->length; i-- > 0;)
        value_replace(&tuple->items[i], 0);
}

static void tuple_traverse(Object *self, VisitValue visit, void *context) {
    TupleObject *tuple = (TupleObject *)self;
    for (int64_t i = 0; i < tuple->length; i++)
        visit(tuple->items[i], context);
}

static Value tuple_repr(Value self) {
    TupleObject *tuple = AS(TupleObject, self);
    Value *items = tuple->items;
    return items_repr(self, &items, &tuple->length, "(", tuple->length == 1 ? ",)" : ")", "(...)");
}

/* CPython's tuple hash, which follows xxHash. */
static int64_t tuple_hash(Value self) {
    const TupleObject *tuple = AS(TupleObject, self);
    uint64_t sum = 2870177450012600261u;
    for (int64_t i = 0; i < tuple->length; i++) {
        int64_t lane = key_hash(tuple->items[i]);
        if (lane == -1)
            return -1;
        sum += (uint64_t)lane * 14029467366897019727u;
        sum = (sum << 31) | (sum >> 33);
        sum *= 11400714785074694791u;
    }
    sum += (uint64_t)tuple->length ^ (2870177450012600261u ^ 3527539u);
    return sum == UINT64_MAX ? 1546275796 : (int64_t)sum;
}

static Value tuple_compare(Value left, Value right, CompareOp op) {
    if (!value_isa(left, &rt_type_tuple) || !value_isa(right, &rt_type_tuple))
        return VALUE_NOTIMPLEMENTED;
    TupleObject *a = AS(TupleObject, left), *b = AS(TupleObject, right);
    Value *left_items = a->items, *right_items = b->items;
    return items_compare(&left_items, &a->length, &right_items, &b->length, op);
}

static int64_t tuple_len(Value self) {
    return AS(TupleObject, self)->length;
}

static Value tuple_getitem(Value self, Value key) {
    const TupleObject *tuple = AS(TupleObject, self);
    if (value_is(key, &rt_type_slice)) {
        int64_t start, stop, step, count;
        if (slice_unpack(key, &start, &stop, &step) < 0)
            return 0;
        count = slice_adjust(tuple->length, &start, &stop, step);
        if (step == 1 && count == tuple->length && value_is(self, &rt_type_tuple))
            return value_incref(self);
        Value result = tuple_new_empty(count);
        for (int64_t i = 0; result && i < count; i++)
            AS(TupleObject, result)->items[i] = value_incref(tuple->items[start + i * step]);
        return result;
    }
    int64_t index;
    if (sequence_index(key, INDEX_TEXT, &index) < 0)
        return 0;
    if (index < 0)
        index += tuple->length;
    if ((uint64_t)index >= (uint64_t)tuple->length)
        return raise_error(&rt_exc_IndexError, "tuple index out of range");
    return value_incref(tuple->items[index]);
}

static int64_t tuple_find(Value self, Value item, int64_t from, int64_t to) {
    const TupleObject *tuple = AS(TupleObject, self);
    for (int64_t i = from; i < to && i < tuple->length; i++) {
        int equal = object_equal(tuple->items[i], item);
        if (equal)
            return equal < 0 ? -2 : i;
    }
    return -1;
}

static int tuple_contains(Value self, Value item) {
    int64_t place = tuple_find(self, item, 0, INT64_MAX);
    return place == -2 ? -1 : place >= 0;
}

static Value tuple_add(Value left, Value right) {
    if (!value_isa(left, &rt_type_tuple) || !value_isa(right, &rt_type_tuple))
        return VALUE_NOTIMPLEMENTED;
    const TupleObject *a = AS(TupleObject, left), *b = AS(TupleObject, right);
    if (b->length == 0 && value_is(left, &rt_type_tuple))
        return value_incref(left);
    if (a->length == 0 && value_is(right, &rt_type_tuple))
        return value_incref(right);
    Value result = tuple_new_empty(a->length + b->length);
    if (!result)
        return 0;
    Value *items = AS(TupleObject, result)->items;
    for (int64_t i = 0; i < a->length; i++)
        items[i] = value_incref(a->items[i]);
    for (int64_t i = 0; i < b->length; i++)
        items[a->length + i] = value_incref(b->items[i]);
    return result;
}

static Value tuple_mul(Value left, Value right) {
    if (!value_isa(left, &rt_type_tuple)) {
        Value swap = left;
        left = right;
        right = swap;
    }
    if (!value_isa(left, &rt_type_tuple) || !value_type(right)->slots.index)
        return VALUE_NOTIMPLEMENTED;
    int64_t times = object_repeat_count(right);
    if (times == -1 && isolate.pending)
        return 0;
    const TupleObject *tuple = AS(TupleObject, left);
    if (times <= 0 || tuple->length == 0)
        return OBJ(&empty_tuple);
    if (times == 1 && value_is(left, &rt_type_tuple))
        return value_incref(left);
    if (times > INT64_MAX / 32 / tuple->length)
        return raise_no_memory();
    Value result = tuple_new_empty(tuple->length * times);
    for (int64_t i = 0; result && i < tuple->length * times; i++)
        AS(TupleObject, result)->items[i] = value_incref(tuple->items[i % tuple->length]);
    return result;
}

static Value tuple_iter(Value self) {
    return list_iterator_new(self, false);
}

NATIVE(tuple_index_method) {
    NATIVE_UNUSED();
    int64_t from, to;
    if (index_bounds(ARG(2), ARG(3), &from, &to) < 0)
        return 0;
    search_adjust(AS(TupleObject, args[0])->length, &from, &to);
    int64_t place = tuple_find(args[0], args[1], from, to);
    if (place == -2)
        return 0;
    if (place < 0)
        return raise_error(&rt_exc_ValueError, "tuple.index(x): x not in tuple");
    return value_from_small_int(place);
}

NATIVE(tuple_count_method) {
    NATIVE_UNUSED();
    int64_t found = 0;
    for (int64_t i = 0; (i = tuple_find(args[0], args[1], i, INT64_MAX)) >= 0; i++)
        found++;
    return isolate.pending ? 0 : value_from_small_int(found);
}

NATIVE(tuple_getnewargs) {
    NATIVE_UNUSED();
    Value plain = tuple_new(AS(TupleObject, args[0])->items, AS(TupleObject, args[0])->length);
    Value result = plain ? tuple_new(&plain, 1) : 0;
    value_decref(plain);
    return result;
}

static const NativeMethod tuple_methods[] = {
    {.name = "index", .call = tuple_index_method, .min_args = 1, .max_args = 3},
    {.name = "count", .call = tuple_count_method, .min_args = 1, .max_args = 1},
    {.name = "__getnewargs__", .call = tuple_getnewargs},
    CLASS_GETITEM,
    {0},
};

Type rt_type_tuple = {
    .name = "tuple",
    .flags = TYPE_TUPLE_SUBCLASS | TYPE_SEQUENCE | TYPE_CONCATENATES,
    .basic_size = sizeof(TupleObject),
    .methods = tuple_methods,
    .doc = "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an "
           "empty tuple.\nIf iterable is specified the tuple is initialized from iterable's "
           "items.\n\nIf the argument is a tuple, the return value is the same object.",
    .slots = {.dealloc = tuple_dealloc,
              .traverse = tuple_traverse,
              .clear = tuple_dealloc,
              .repr = tuple_repr,
              .hash = tuple_hash,
              .compare = tuple_compare,
              .len = tuple_len,
              .getitem = tuple_getitem,
              .contains = tuple_contains,
              .iter = tuple_iter,
              .number = {[SLOT_ADD] = tuple_add, [SLOT_MUL] = tuple_mul},
              .new = tuple_new_slot},
};
