/*
 * iterator_copies.c — what copy and pickle ask the built-in iterators for: __reduce__ answers how
 * to make an equal iterator, (callable, arguments[, state]), and __setstate__ takes the state. A
 * copy of one that is made of other iterators shares them, as in CPython.
 */
#include "containers.h"
#include "object.h"

#define METHOD(name) Value name(Value callee, const Value *args, uint32_t count, Value names)

Value iterator_reduced(Value callable, Value arguments, Value state) {
    Value items[3] = {callable, arguments, state};
    Value result = arguments ? tuple_new(items, state ? 3 : 2) : 0;
    value_decref(arguments);
    value_decref(state);
    return result;
}

static Value one(Value item) {
    return item ? tuple_new(&item, 1) : 0;
}

Value iterator_reduced_end(Value empty) {
    Value arguments = one(empty);
    value_decref(empty);
    return iterator_reduced(rt_builtins[BUILTIN_iter], arguments, 0);
}

Value iterator_reduce_rest(Value copy) {
    Value rest = copy ? list_from_iterable(copy) : 0;
    value_decref(copy);
    return rest ? iterator_reduced_end(rest) : 0;
}

/* ---- over sequences -------------------------------------------------------------------------- */

static Value empty_like(const Type *type) {
    if (!strncmp(type->name, "list", 4))
        return list_new(NULL, 0);
    if (!strncmp(type->name, "str", 3))
        return str_from_cstr("");
    return tuple_new(NULL, 0);
}

METHOD(iterator_reduce_forward) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    if (!iterator->parts[0])
        return iterator_reduced_end(empty_like(iterator->base.type));
    return iterator_reduced(rt_builtins[BUILTIN_iter], one(iterator->parts[0]),
                            int_from_i64(iterator->index));
}

METHOD(iterator_reduce_backward) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    if (!iterator->parts[0])
        return iterator_reduced_end(empty_like(iterator->base.type));
    return iterator_reduced(OBJ(&rt_type_reversed), one(iterator->parts[0]),
                            int_from_i64(iterator->index));
}

static Value set_place(Value self, Value state, int64_t least, int64_t most) {
    if (!value_is_int(state))
        return raise_error(&rt_exc_TypeError, "an integer is required");
    int64_t place = object_index(state);
    if (place == -1 && isolate.pending)
        return 0;
    AS(IteratorObject, self)->index = place < least ? least : place > most ? most : place;
    return VALUE_NONE;
}

METHOD(iterator_setstate_forward) {
    NATIVE_UNUSED();
    Value sequence = AS(IteratorObject, args[0])->parts[0];
    bool sized = sequence && value_type(sequence)->slots.len;
    int64_t length = sized ? object_len(sequence) : INT64_MAX;
    if (length < 0)
        return 0;
    return sequence ? set_place(args[0], args[1], 0, length) : VALUE_NONE;
}

METHOD(iterator_setstate_backward) {
    NATIVE_UNUSED();
    Value sequence = AS(IteratorObject, args[0])->parts[0];
    int64_t length = sequence ? object_len(sequence) : 0;
    if (length < 0)
        return 0;
    return sequence ? set_place(args[0], args[1], -1, length - 1) : VALUE_NONE;
}

/* ---- made of other iterators ----------------------------------------------------------------- */

METHOD(iterator_reduce_callable) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    if (!iterator->parts[0])
        return iterator_reduced_end(tuple_new(NULL, 0));
    return iterator_reduced(rt_builtins[BUILTIN_iter], tuple_new(iterator->parts, 2), 0);
}

METHOD(iterator_reduce_enumerate) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    Value number =
        iterator->parts[2] ? value_incref(iterator->parts[2]) : int_from_i64(iterator->index);
    Value items[2] = {iterator->parts[0], number};
    Value arguments = number ? tuple_new(items, 2) : 0;
    value_decref(number);
    return iterator_reduced(OBJ(iterator->base.type), arguments, 0);
}

METHOD(iterator_reduce_zip) {
    NATIVE_UNUSED();
    const IteratorObject *zip = AS(IteratorObject, args[0]);
    return iterator_reduced(OBJ(zip->base.type), value_incref(zip->parts[0]),
                            zip->extra ? VALUE_TRUE : 0);
}

METHOD(iterator_setstate_zip) {
    NATIVE_UNUSED();
    int strict = object_truth(args[1]);
    if (strict < 0)
        return 0;
    AS(IteratorObject, args[0])->extra = strict;
    return VALUE_NONE;
}

METHOD(iterator_reduce_map) {
    NATIVE_UNUSED();
    const IteratorObject *map = AS(IteratorObject, args[0]);
    const TupleObject *iterators = AS(TupleObject, map->parts[1]);
    Value arguments = tuple_new_empty(iterators->length + 1);
    if (!arguments)
        return 0;
    AS(TupleObject, arguments)->items[0] = value_incref(map->parts[0]);
    for (int64_t i = 0; i < iterators->length; i++)
        AS(TupleObject, arguments)->items[i + 1] = value_incref(iterators->items[i]);
    return iterator_reduced(OBJ(map->base.type), arguments, 0);
}

METHOD(iterator_reduce_filter) {
    NATIVE_UNUSED();
    const IteratorObject *filter = AS(IteratorObject, args[0]);
    return iterator_reduced(OBJ(filter->base.type), tuple_new(filter->parts, 2), 0);
}
