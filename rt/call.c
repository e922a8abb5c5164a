/*
 * call.c — calling any object: the general entries for C code and those of generated code that are
 * not inlined (fast.c has the rest).
 */
#include "object.h"

static Value not_callable(Value callee) {
    return raise_error(&rt_exc_TypeError, "'%T' object is not callable", callee);
}

Value object_call(Value callee, const Value *args, uint32_t count, Value names) {
    if (!value_is_pointer(callee))
        return not_callable(callee);
    Type *type = value_object(callee)->type;
    if (type == &rt_type_function)
        return function_enter(AS(FunctionObject, callee), args, count, names);
    return type->slots.call ? type->slots.call(callee, args, count, names) : not_callable(callee);
}

Value object_call_held(Value callee, const Value *args, uint32_t count, Value names) {
    value_incref(callee);
    Value result = object_call(callee, args, count, names);
    value_decref(callee);
    return result;
}

Value object_call0(Value callee) {
    return object_call(callee, NULL, 0, 0);
}
Value object_call1(Value callee, Value arg) {
    return object_call(callee, &arg, 1, 0);
}

Value call_by_method(Value self, const Value *args, uint32_t count, Value names) {
    Value method = type_lookup_borrow(value_type(self), str_name("__call__"));
    if (!method)
        return not_callable(self);
    value_incref(method);
    Value result = call_with_self(method, self, args, count, names);
    value_decref(method);
    return result;
}

/* ABI: `count` counts keyword arguments too; the runtime's calls count positional ones. */
Value rt_call_slow(Value callee, Value names, const Value *args, uint32_t count) {
    if (rt_gc_wanted && rt_safe_point() < 0)
        return 0;
    if (names)
        count -= (uint32_t)AS(TupleObject, names)->length;
    return object_call(callee, args, count, names);
}

/* ---- f(*args, **kwargs) ---------------------------------------------------------------------- */

enum { FEW_SPREAD = 16 };

/* Positional arguments, then keyword values, in one array: `few` (FEW_SPREAD values) or, if they
 * are more, one for mem_free; *names: the tuple of keywords. */
static Value *spread(const TupleObject *args, Value kwargs, Value *names, Value *few) {
    int64_t extra = dict_len(kwargs), total = args->length + extra;
    Value *all = total <= FEW_SPREAD ? few : mem_alloc_items(total, sizeof(Value));
    *names = 0;
    if (!all)
        return NULL;
    values_copy(all, args->items, (size_t)args->length);
    Value tuple = tuple_new_empty(extra);
    int64_t position = 0, i = 0;
    Value key, value;
    while (tuple && i < extra && dict_next(kwargs, &position, &key, &value)) {
        if (!value_isa(key, &rt_type_str)) {
            raise_error(&rt_exc_TypeError, "keywords must be strings");
            break;
        }
        AS(TupleObject, tuple)->items[i] = value_incref(key);
        all[args->length + i++] = value_incref(value);
    }
    if (tuple && i == extra) {
        *names = tuple;
        return all;
    }
    while (i > 0)
        value_decref(all[args->length + --i]);
    value_decref(tuple);
    if (all != few)
        mem_free(all);
    return NULL;
}

Value pyrt_call_ex(Value callee, Value args, Value kwargs) {
    if (rt_gc_wanted && rt_safe_point() < 0)
        return 0;
    const TupleObject *tuple = AS(TupleObject, args);
    if (!kwargs || dict_len(kwargs) == 0)
        return object_call(callee, tuple->items, (uint32_t)tuple->length, 0);
    Value names, few[FEW_SPREAD];
    Value *all = spread(tuple, kwargs, &names, few);
    if (!all)
        return 0;
    Value result = object_call(callee, all, (uint32_t)tuple->length, names);
    for (int64_t i = 0; names && i < AS(TupleObject, names)->length; i++)
        value_decref(all[tuple->length + i]);
    value_decref(names);
    if (all != few)
        mem_free(all);
    return result;
}
