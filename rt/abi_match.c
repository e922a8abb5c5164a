/*
 * abi_match.c — pattern matching for generated code: the tests and the taking apart of subjects
 * that the `match` statement needs.
 */
#include "containers.h"
#include "object.h"

int32_t pyrt_match_sequence(Value subject) {
    return (value_type(subject)->flags & TYPE_SEQUENCE) != 0;
}

int32_t pyrt_match_mapping(Value subject) {
    return (value_type(subject)->flags & TYPE_MAPPING) != 0;
}

/* ---- mappings -------------------------------------------------------------------------------- */

/* The value of `key`; VALUE_STOP if the subject does not have it. */
static Value mapping_get(Value subject, Value get, Value key, Value marker) {
    if (!get) {
        Value value = dict_get_borrow(subject, key);
        return value ? value_incref(value) : isolate.pending ? 0 : VALUE_STOP;
    }
    Value args[2] = {key, marker};
    Value value = object_call(get, args, 2, 0);
    if (value != marker)
        return value;
    value_decref(value);
    return VALUE_STOP;
}

static Value match_keys(Value subject, Value get, const TupleObject *keys, Value marker) {
    Value values = tuple_new_empty(keys->length), seen = set_new(false);
    if (!values || !seen)
        goto fail;
    for (int64_t i = 0; i < keys->length; i++) {
        int before = set_contains(seen, keys->items[i]);
        if (before > 0)
            raise_error(&rt_exc_ValueError, "mapping pattern checks duplicate key (%R)",
                        keys->items[i]);
        if (before != 0 || set_add(seen, keys->items[i]) < 0)
            goto fail;
        Value value = mapping_get(subject, get, keys->items[i], marker);
        if (!value)
            goto fail;
        if (value == VALUE_STOP) {
            value_decref(values);
            values = VALUE_NONE;
            break;
        }
        AS(TupleObject, values)->items[i] = value;
    }
    value_decref(seen);
    return values;
fail:
    value_decref(seen);
    value_decref(values);
    return 0;
}

Value pyrt_match_keys(Value subject, Value keys) {
    if (value_is(subject, &rt_type_dict))
        return match_keys(subject, 0, AS(TupleObject, keys), 0);
    Value get = object_getattr_cstr(subject, "get");
    Value marker = get ? object_call0(OBJ(&rt_type_object)) : 0;
    Value result = marker ? match_keys(subject, get, AS(TupleObject, keys), marker) : 0;
    value_decref(marker);
    value_decref(get);
    return result;
}

Value pyrt_match_rest(Value subject, Value keys) {
    Value rest = dict_new();
    if (!rest || dict_update(rest, subject) < 0)
        goto fail;
    const TupleObject *tuple = AS(TupleObject, keys);
    for (int64_t i = 0; i < tuple->length; i++) {
        int deleted = dict_delete(rest, tuple->items[i]);
        if (deleted == 0) /* its get() found what its keys() do not list */
            raise_value_take(exc_make(&rt_exc_KeyError, tuple->items[i]));
        if (deleted <= 0)
            goto fail;
    }
    return rest;
fail:
    value_decref(rest);
    return 0;
}

/* ---- classes --------------------------------------------------------------------------------- */

/* Built-in classes whose one positional pattern is the subject itself. */
static bool matches_self(const Type *cls) {
    static const Type *const types[] = {&rt_type_bool, &rt_type_bytearray, &rt_type_bytes,
                                        &rt_type_dict, &rt_type_float,     &rt_type_frozenset,
                                        &rt_type_int,  &rt_type_list,      &rt_type_set,
                                        &rt_type_str,  &rt_type_tuple};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (type_is_subtype(cls, types[i]))
            return true;
    return false;
}

typedef struct ClassMatch {
    Value subject, cls;
    Value seen;   /* set of attribute names */
    Value result; /* list */
} ClassMatch;

/* Adds one attribute: 1, 0 if the subject lacks it, -1 failed. */
static int match_attribute(ClassMatch *match, Value name) {
    int before = set_contains(match->seen, name);
    if (before > 0)
        raise_error(&rt_exc_TypeError, "%N() got multiple sub-patterns for attribute %R",
                    AS(Type, match->cls), name);
    if (before != 0 || set_add(match->seen, name) < 0)
        return -1;
    bool failed = false;
    Value value = object_getattr_optional(match->subject, name, &failed);
    if (!value)
        return failed ? -1 : 0;
    return list_append_take(match->result, value) < 0 ? -1 : 1;
}

/* The class's __match_args__: a tuple, VALUE_NONE if it has none (and matches itself), 0 failed. */
static Value match_args(Value cls) {
    bool failed = false;
    Value names = object_getattr_optional(cls, str_name("__match_args__"), &failed);
    if (failed)
        return 0;
    if (!names)
        return matches_self(AS(Type, cls)) ? VALUE_NONE : tuple_new(NULL, 0);
    if (value_is(names, &rt_type_tuple))
        return names;
    raise_error(&rt_exc_TypeError, "%N.__match_args__ must be a tuple (got %T)", AS(Type, cls),
                names);
    value_decref(names);
    return 0;
}

static int match_positional(ClassMatch *match, uint32_t count) {
    Value names = match_args(match->cls);
    if (!names)
        return -1;
    int64_t allowed = names == VALUE_NONE ? 1 : AS(TupleObject, names)->length;
    int status = 1;
    if (allowed < count)
        status = raise_status(
            &rt_exc_TypeError, "%N() accepts %lld positional sub-pattern%s (%d given)",
            AS(Type, match->cls), (long long)allowed, allowed == 1 ? "" : "s", (int)count);
    else if (names == VALUE_NONE)
        status = list_append(match->result, match->subject) < 0 ? -1 : 1;
    for (uint32_t i = 0; names != VALUE_NONE && status > 0 && i < count; i++) {
        Value name = AS(TupleObject, names)->items[i];
        if (!value_is(name, &rt_type_str))
            status = raise_status(&rt_exc_TypeError,
                                  "__match_args__ elements must be strings (got %T)", name);
        else
            status = match_attribute(match, name);
    }
    value_decref(names);
    return status;
}

Value pyrt_match_class(Value subject, Value cls, uint32_t positional, Value keywords) {
    if (!value_is_pointer(cls) || !(value_object(cls)->type->flags & TYPE_TYPE_SUBCLASS))
        return raise_error(&rt_exc_TypeError, "called match pattern must be a type");
    int status = object_isinstance(subject, cls);
    if (status <= 0)
        return status < 0 ? 0 : VALUE_NONE;
    ClassMatch match = {subject, cls, set_new(false), list_new(NULL, 0)};
    status = match.seen && match.result ? 1 : -1;
    if (status > 0 && positional)
        status = match_positional(&match, positional);
    const TupleObject *names = AS(TupleObject, keywords);
    for (int64_t i = 0; status > 0 && i < names->length; i++)
        status = match_attribute(&match, names->items[i]);
    value_decref(match.seen);
    if (status > 0)
        return tuple_from_list_take(match.result);
    value_decref(match.result);
    return status < 0 ? 0 : VALUE_NONE;
}
