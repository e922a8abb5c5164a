/*
 * builtins_direct.c — what calls of some built-in functions become when the compiler knows the
 * function and how many arguments it is given: nothing is looked up or bound. The usual types are
 * answered here; for all others the function itself is called.
 */
#include "numbers.h"
#include "object.h"

/* The built-in function or class number `index`, called. */
static Value call_builtin(uint32_t index, Value argument) {
    return object_call1(pyrt_builtin(index), argument);
}

Value pyrt_builtin_abs(Value number) {
    if (value_is_small_int(number) && number != value_from_small_int(SMALL_INT_MIN))
        return value_from_small_int(value_small_int(number) < 0 ? -value_small_int(number)
                                                                : value_small_int(number));
    if (value_is(number, &rt_type_float))
        return float_box(__builtin_fabs(AS(FloatObject, number)->number));
    return call_builtin(BUILTIN_abs, number);
}

Value pyrt_builtin_chr(Value code) {
    if (value_is_small_int(code) && value_small_int(code) >= 0 && value_small_int(code) <= 0x10ffff)
        return str_from_char((uint32_t)value_small_int(code));
    return call_builtin(BUILTIN_chr, code);
}

Value pyrt_builtin_float(Value object) {
    if (value_is(object, &rt_type_float))
        return value_incref(object);
    if (value_is_small_int(object))
        return float_box((double)value_small_int(object));
    return call_builtin(BUILTIN_float, object);
}

/* Names of other classes are checked by the functions themselves. */
static bool is_plain_name(Value name) {
    return value_is(name, &rt_type_str);
}

Value pyrt_builtin_getattr(Value object, Value name) {
    if (is_plain_name(name))
        return object_getattr(object, name);
    return object_call(pyrt_builtin(BUILTIN_getattr), (Value[]){object, name}, 2, 0);
}

Value pyrt_builtin_getattr_or(Value object, Value name, Value otherwise) {
    if (!is_plain_name(name))
        return object_call(pyrt_builtin(BUILTIN_getattr), (Value[]){object, name, otherwise}, 3, 0);
    bool failed;
    Value found = object_getattr_optional(object, name, &failed);
    return found || failed ? found : value_incref(otherwise);
}

int32_t pyrt_builtin_hasattr(Value object, Value name) {
    if (!is_plain_name(name)) {
        Value answer = object_call(pyrt_builtin(BUILTIN_hasattr), (Value[]){object, name}, 2, 0);
        return answer ? answer == VALUE_TRUE : -1;
    }
    bool failed;
    Value found = object_getattr_optional(object, name, &failed);
    value_decref(found);
    return failed ? -1 : found != 0;
}

Value pyrt_builtin_setattr(Value object, Value name, Value value) {
    if (is_plain_name(name))
        return object_setattr(object, name, value) < 0 ? 0 : VALUE_NONE;
    return object_call(pyrt_builtin(BUILTIN_setattr), (Value[]){object, name, value}, 3, 0);
}

Value pyrt_builtin_hash(Value object) {
    int64_t hash = object_hash(object);
    return hash == -1 ? 0 : int_from_i64(hash);
}

Value pyrt_builtin_int(Value object) {
    if (value_is_small_int(object))
        return object;
    if (value_is(object, &rt_type_float))
        return int_from_double(AS(FloatObject, object)->number);
    return call_builtin(BUILTIN_int, object);
}

int32_t pyrt_builtin_isinstance(Value object, Value classes) {
    return OBJ(value_type(object)) == classes ? 1 : object_isinstance(object, classes);
}

/* The one of both that stands in the order `op` to the other; the first if neither does. */
static Value extreme(Value left, Value right, CompareOp op) {
    int wins = object_compare_bool(right, left, op);
    return wins < 0 ? 0 : value_incref(wins ? right : left);
}

Value pyrt_builtin_max(Value left, Value right) {
    if (value_is_small_int(left) && value_is_small_int(right))
        return (int64_t)right > (int64_t)left ? right : left;
    return extreme(left, right, COMPARE_GT);
}

Value pyrt_builtin_min(Value left, Value right) {
    if (value_is_small_int(left) && value_is_small_int(right))
        return (int64_t)right < (int64_t)left ? right : left;
    return extreme(left, right, COMPARE_LT);
}

int64_t pyrt_builtin_ord(Value character) {
    if (value_is(character, &rt_type_str) && AS(StrObject, character)->length == 1)
        return str_char_at(AS(StrObject, character), 0);
    Value code = call_builtin(BUILTIN_ord, character);
    return code ? value_small_int(code) : -1;
}

Value pyrt_builtin_repr(Value object) {
    return object_repr(object);
}

Value pyrt_builtin_str(Value object) {
    return value_is_small_int(object) ? int_to_str(object, 10, false) : object_str(object);
}

Value pyrt_builtin_type(Value object) {
    return value_incref(OBJ(value_type(object)));
}
