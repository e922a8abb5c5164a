/*
 * abstract.c — the protocols over any object: operators, comparison, truth, length, items,
 * iteration. Each finds the right type slot and words the error if there is none, as CPython's
 * abstract.c does. Conversion to text and class tests are in abstract_more.c.
 */
#include "containers.h"
#include "fast.h"
#include "object.h"

/* ---- binary operators ------------------------------------------------------------------------ */

static const char *const operator_names[NUMBER_SLOT_COUNT] = {
    "+", "-", "*", "@", "/", "//", "%", "** or pow()", "<<", ">>", "&", "|", "^", "divmod()",
};

static const char *const inplace_names[NUMBER_SLOT_COUNT] = {
    "+=", "-=", "*=", "@=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "divmod()",
};

/* The built-in sequence that `type` is or extends, whose + and * come after numeric methods. */
static Type *sequence_base(const Type *type) {
    while (type && !(type->flags & TYPE_CONCATENATES))
        type = type->base_type;
    return (Type *)type;
}

/* Is the slot of `type` a built-in sequence's? A class may have replaced it. */
static bool is_sequence_slot(const Type *type, NumberSlot slot) {
    if (slot != SLOT_ADD && slot != SLOT_MUL)
        return false;
    const Type *base = sequence_base(type);
    return base && type->slots.number[slot] == base->slots.number[slot];
}

bool type_concatenates(const Type *type) {
    return is_sequence_slot(type, SLOT_ADD);
}

/* Asks the operands' numeric slots: VALUE_NOTIMPLEMENTED if neither knows how. */
static Value number_try(Value left, Value right, NumberSlot slot) {
    Type *left_type = value_type(left), *right_type = value_type(right);
    if (left_type == right_type && left_type->flags & TYPE_OWN_SLOTS) /* no sequences */
        return left_type->slots.number[slot] ? left_type->slots.number[slot](left, right)
                                             : VALUE_NOTIMPLEMENTED;
    BinarySlot of_left = is_sequence_slot(left_type, slot) ? NULL : left_type->slots.number[slot];
    BinarySlot of_right =
        is_sequence_slot(right_type, slot) ? NULL : right_type->slots.number[slot];
    if (of_right == of_left)
        of_right = NULL;
    if (of_left) {
        if (of_right && type_is_subtype(right_type, left_type)) {
            Value result = of_right(left, right);
            if (result != VALUE_NOTIMPLEMENTED)
                return result;
            of_right = NULL;
        }
        Value result = of_left(left, right);
        if (result != VALUE_NOTIMPLEMENTED)
            return result;
    }
    return of_right ? of_right(left, right) : VALUE_NOTIMPLEMENTED;
}

/* Tries the operands' slots, those of sequences last: concatenation is the left operand's business
 * alone, repetition that of the first sequence. */
static Value binary_try(Value left, Value right, NumberSlot slot) {
    Value result = number_try(left, right, slot);
    if (result != VALUE_NOTIMPLEMENTED)
        return result;
    Type *left_type = value_type(left), *right_type = value_type(right);
    if (is_sequence_slot(left_type, slot))
        return left_type->slots.number[slot](left, right);
    if (slot == SLOT_MUL && is_sequence_slot(right_type, slot))
        return right_type->slots.number[slot](left, right);
    return VALUE_NOTIMPLEMENTED;
}

/* Is it a sequence that has the method from its built-in type? */
static bool is_sequence_with(Value value, const char *method) {
    Value name = str_name(method);
    Type *base = sequence_base(value_type(value));
    return base && type_lookup_borrow(value_type(value), name) == type_lookup_borrow(base, name);
}

static bool repeats_on_left(Value left) {
    return is_sequence_with(left, "__mul__");
}

static bool repeats_on_right(Value right) {
    return is_sequence_with(right, "__mul__") && is_sequence_with(right, "__rmul__");
}

/* NULL: bytes and bytearray, whose words are others. */
static const char *sequence_name(Value value) {
    return value_isa(value, &rt_type_list)    ? "list"
           : value_isa(value, &rt_type_tuple) ? "tuple"
           : value_isa(value, &rt_type_str)   ? "str"
                                              : NULL;
}

Value object_concatenation_failed(Value left, Value right) {
    const char *kind = sequence_name(left);
    if (!kind)
        return raise_error(&rt_exc_TypeError, "can't concat %T to %T", right, left);
    return raise_error(&rt_exc_TypeError, "can only concatenate %s (not \"%T\") to %s", kind, right,
                       kind);
}

static Value unsupported(Value left, Value right, const char *name) {
    return raise_error(&rt_exc_TypeError, "unsupported operand type(s) for %s: '%T' and '%T'", name,
                       left, right);
}

static Value binary_failed(Value left, Value right, NumberSlot slot, const char *name) {
    if (slot == SLOT_ADD && is_sequence_with(left, "__add__"))
        return object_concatenation_failed(left, right);
    if (slot == SLOT_MUL && (repeats_on_left(left) || repeats_on_right(right)))
        return raise_error(&rt_exc_TypeError, "can't multiply sequence by non-int of type '%T'",
                           repeats_on_left(left) ? right : left);
    if (slot == SLOT_RSHIFT && value_is(left, &rt_type_native_function) &&
        strcmp(AS(NativeFunction, left)->method->name, "print") == 0)
        return raise_error(&rt_exc_TypeError,
                           "unsupported operand type(s) for %s: '%T' and '%T'. Did you mean "
                           "\"print(<message>, file=<output_stream>)\"?",
                           name, left, right);
    return unsupported(left, right, name);
}

Value object_binary(Value left, Value right, NumberSlot slot) {
    Value result = binary_try(left, right, slot);
    return result == VALUE_NOTIMPLEMENTED ? binary_failed(left, right, slot, operator_names[slot])
                                          : result;
}

/* The same for an operator in place. In CPython += of a class that extends a sequence is numeric.
 */
static bool is_sequence_inplace(const Type *type, NumberSlot slot) {
    if ((slot != SLOT_ADD && slot != SLOT_MUL) || (slot == SLOT_ADD && (type->flags & TYPE_HEAP)))
        return false;
    const Type *base = sequence_base(type);
    return base && type->slots.inplace[slot] == base->slots.inplace[slot];
}

/* Does `left *= right` not ask the sequence on the right, as in CPython if `left` has any of the
 * sequence protocol's slots itself? */
static bool hides_sequence(Value left, Value right) {
    const Type *left_type = value_type(left);
    return !repeats_on_left(left) && repeats_on_left(right) &&
           (left_type->slots.len || (left_type->flags & TYPE_HEAP));
}

Value object_inplace(Value left, Value right, NumberSlot slot) {
    BinarySlot inplace = value_type(left)->slots.inplace[slot];
    Value result = inplace && is_sequence_inplace(value_type(left), slot)
                       ? number_try(left, right, slot)
                       : VALUE_NOTIMPLEMENTED;
    if (inplace && result == VALUE_NOTIMPLEMENTED)
        result = inplace(left, right);
    if (result == VALUE_NOTIMPLEMENTED && slot == SLOT_MUL && hides_sequence(left, right)) {
        result = number_try(left, right, slot);
        return result == VALUE_NOTIMPLEMENTED ? unsupported(left, right, inplace_names[slot])
                                              : result;
    }
    if (result == VALUE_NOTIMPLEMENTED)
        result = binary_try(left, right, slot);
    return result == VALUE_NOTIMPLEMENTED ? binary_failed(left, right, slot, inplace_names[slot])
                                          : result;
}

/* ---- comparison ------------------------------------------------------------------------------ */

static const CompareOp swapped[] = {COMPARE_GT, COMPARE_GE, COMPARE_EQ,
                                    COMPARE_NE, COMPARE_LT, COMPARE_LE};

static Value compare_default(Value left, Value right, CompareOp op) {
    static const char *const symbols[] = {"<", "<=", "==", "!=", ">", ">="};
    if (op == COMPARE_EQ)
        return VALUE_BOOL(left == right);
    if (op == COMPARE_NE)
        return VALUE_BOOL(left != right);
    return raise_error(&rt_exc_TypeError, "'%s' not supported between instances of '%T' and '%T'",
                       symbols[op], left, right);
}

Value object_compare(Value left, Value right, CompareOp op) {
    if (stack_check() < 0)
        return 0;
    Type *left_type = value_type(left), *right_type = value_type(right);
    bool right_tried = false;
    Value result;
    if (left_type != right_type && type_is_subtype(right_type, left_type) &&
        right_type->slots.compare) {
        right_tried = true;
        result = right_type->slots.compare(right, left, swapped[op]);
        if (result != VALUE_NOTIMPLEMENTED)
            return result;
    }
    if (left_type->slots.compare) {
        result = left_type->slots.compare(left, right, op);
        if (result != VALUE_NOTIMPLEMENTED)
            return result;
    }
    if (!right_tried && right_type->slots.compare) {
        result = right_type->slots.compare(right, left, swapped[op]);
        if (result != VALUE_NOTIMPLEMENTED)
            return result;
    }
    return compare_default(left, right, op);
}

int object_compare_bool(Value left, Value right, CompareOp op) {
    Value result = object_compare(left, right, op);
    if (result == VALUE_TRUE || result == VALUE_FALSE)
        return result == VALUE_TRUE;
    int truth = result ? object_truth(result) : -1;
    value_decref(result);
    return truth;
}

/* Does the object inherit how `object` compares? Classes and most instances do. */
static bool compares_by_identity(Value object) {
    return value_type(object)->slots.compare == rt_type_object.slots.compare;
}

int object_equal(Value left, Value right) {
    if (left == right)
        return 1;
    if (value_is_small_int(left) && value_is_small_int(right))
        return 0;
    if (value_is(left, &rt_type_str) && value_is(right, &rt_type_str))
        return str_equal(left, right);
    if (value_is(left, &rt_type_float) && value_is(right, &rt_type_float))
        return AS(FloatObject, left)->number == AS(FloatObject, right)->number;
    if (value_is(left, &rt_type_bytes) && value_is(right, &rt_type_bytes))
        return bytes_equal(left, right);
    if (compares_by_identity(left) && compares_by_identity(right))
        return 0;
    return object_compare_bool(left, right, COMPARE_EQ);
}

int64_t object_hash(Value object) {
    Type *type = value_type(object);
    if (type->slots.unhashable || !type->slots.hash)
        return raise_status(&rt_exc_TypeError, "unhashable type: '%T'", object);
    return type->slots.hash(object);
}

/* ---- truth, length, index -------------------------------------------------------------------- */

int object_truth(Value object) {
    if (!value_is_pointer(object))
        return value_is_small_int(object) ? object != value_from_small_int(0)
                                          : object != VALUE_FALSE && object != VALUE_NONE;
    Type *type = value_object(object)->type;
    if (type->slots.truth)
        return type->slots.truth(object);
    if (!type->slots.len)
        return 1;
    int64_t length = type->slots.len(object);
    return length < 0 ? -1 : length > 0;
}

int64_t object_len(Value object) {
    Type *type = value_type(object);
    if (!type->slots.len)
        return raise_status(&rt_exc_TypeError, "object of type '%T' has no len()", object);
    return type->slots.len(object);
}

int64_t object_length_hint(Value object, int64_t fallback) {
    if (value_type(object)->slots.len) {
        int64_t length = object_len(object);
        if (length >= 0 || !exc_pending_is(&rt_exc_TypeError))
            return length;
        exc_clear();
    }
    Value method = object_lookup_special(object, str_name("__length_hint__"));
    if (!method)
        return isolate.pending ? -1 : fallback;
    Value result = object_call0(method);
    value_decref(method);
    if (!result && exc_pending_is(&rt_exc_TypeError)) {
        exc_clear();
        return fallback;
    }
    if (!result)
        return -1;
    int64_t hint = fallback;
    if (result != VALUE_NOTIMPLEMENTED && value_is_int(result)) {
        hint = object_index(result);
        if (hint < 0 && !isolate.pending)
            raise_error(&rt_exc_ValueError, "__length_hint__() should return >= 0");
    } else if (result != VALUE_NOTIMPLEMENTED) {
        raise_error(&rt_exc_TypeError, "__length_hint__ must be an integer, not %T", result);
    }
    value_decref(result);
    return isolate.pending ? -1 : hint;
}

int64_t object_index(Value object) {
    if (value_is_small_int(object))
        return value_small_int(object);
    Value exact = value_is_int(object) ? value_incref(object) : pyrt_index(object);
    if (!exact)
        return -1;
    int64_t number;
    bool fits = int_to_i64(exact, &number);
    value_decref(exact);
    if (fits)
        return number;
    return raise_status(&rt_exc_OverflowError, "Python int too large to convert to C ssize_t");
}

int object_index_clamped(Value object, int64_t *number) {
    if (value_is_small_int(object)) {
        *number = value_small_int(object);
        return 0;
    }
    Value exact = pyrt_index(object);
    if (!exact)
        return -1;
    if (!int_to_i64(exact, number))
        *number = pyrt_int_lt(exact, value_from_small_int(0)) ? INT64_MIN : INT64_MAX;
    value_decref(exact);
    return 0;
}

int object_c_int(Value object, int *out) {
    int64_t number = object_index(object);
    bool failed = number == -1 && isolate.pending;
    if (failed && !exc_pending_is(&rt_exc_OverflowError))
        return -1;
    if (failed)
        exc_clear(); /* it spoke of a wider type */
    if (failed || number != (int32_t)number)
        return raise_status(&rt_exc_OverflowError, "Python int too large to convert to C int");
    *out = (int)number;
    return 0;
}

int object_parsed_int(Value object, int *out) {
    int64_t number = object_index(object);
    if (number == -1 && exc_pending_is(&rt_exc_OverflowError)) {
        exc_clear();
        raise_error(&rt_exc_OverflowError, "Python int too large to convert to C long");
    }
    if (number == -1 && isolate.pending)
        return -1;
    if (number != (int)number)
        return raise_status(&rt_exc_OverflowError, "signed integer is %s",
                            number < 0 ? "less than minimum" : "greater than maximum");
    *out = (int)number;
    return 0;
}

int object_flag(Value object) {
    int64_t number = object_index(object);
    if (number == -1 && isolate.pending)
        return -1;
    return number != 0;
}

int64_t object_repeat_count(Value object) {
    int64_t count = object_index(object);
    if (count == -1 && exc_pending_is(&rt_exc_OverflowError)) {
        exc_clear();
        raise_error(&rt_exc_OverflowError, "cannot fit '%T' into an index-sized integer", object);
    }
    return count;
}

/* ---- items ----------------------------------------------------------------------------------- */

static bool is_type(Value value) {
    return value_is_pointer(value) && (value_object(value)->type->flags & TYPE_TYPE_SUBCLASS);
}

/* cls[key]: __class_getitem__. */
static Value class_getitem(Value cls, Value key) {
    if (cls == OBJ(&rt_type_type))
        return generic_alias_new(cls, key);
    bool failed = false;
    Value method = object_getattr_optional(cls, str_name("__class_getitem__"), &failed);
    if (failed)
        return 0;
    if (!method)
        return raise_error(&rt_exc_TypeError, "type '%N' is not subscriptable", AS(Type, cls));
    Value result = object_call1(method, key);
    value_decref(method);
    return result;
}

Value object_getitem(Value object, Value key) {
    Type *type = value_type(object);
    if (type->slots.getitem)
        return type->slots.getitem(object, key);
    if (is_type(object))
        return class_getitem(object, key);
    return raise_error(&rt_exc_TypeError, "'%T' object is not subscriptable", object);
}

int object_setitem(Value object, Value key, Value value) {
    Type *type = value_type(object);
    if (type->slots.setitem)
        return type->slots.setitem(object, key, value);
    if (value)
        return raise_status(&rt_exc_TypeError, "'%T' object does not support item assignment",
                            object);
    /* CPython has other words where it comes to ask for the deletion of an indexed item. */
    bool is_sequence = type->slots.len || (type->flags & TYPE_HEAP);
    bool by_index = is_sequence && value_type(key)->slots.index;
    return raise_status(&rt_exc_TypeError,
                        by_index ? "'%T' object doesn't support item deletion"
                                 : "'%T' object does not support item deletion",
                        object);
}

static int equals_each(Value item, void *context) {
    return object_equal(item, *(Value *)context);
}

Value object_search_iter(Value container) {
    Value iterator = object_iter(container);
    if (!iterator && exc_pending_is(&rt_exc_TypeError)) {
        exc_clear();
        raise_error(&rt_exc_TypeError, "argument of type '%T' is not iterable", container);
    }
    return iterator;
}

int object_contains(Value container, Value item) {
    Type *type = value_type(container);
    if (type->slots.contains)
        return type->slots.contains(container, item);
    Value iterator = object_search_iter(container);
    int status = iterator ? object_iterate(iterator, equals_each, &item) : -1;
    value_decref(iterator);
    return status;
}

/* ---- iteration ------------------------------------------------------------------------------- */

Value object_iter(Value object) {
    Type *type = value_type(object);
    if (type->slots.iter) {
        Value iterator = type->slots.iter(object);
        if (iterator && !value_type(iterator)->slots.next) {
            raise_error(&rt_exc_TypeError, "iter() returned non-iterator of type '%T'", iterator);
            value_decref(iterator);
            return 0;
        }
        return iterator;
    }
    bool is_sequence =
        type->flags & (TYPE_HEAP | TYPE_SEQUENCE); /* what others have is a mapping's */
    if (type->slots.getitem && is_sequence && !(type->flags & TYPE_DICT_SUBCLASS))
        return sequence_iterator_new(object);
    return raise_error(&rt_exc_TypeError, "'%T' object is not iterable", object);
}

Value object_next(Value iterator) {
    Type *type = value_type(iterator);
    if (!type->slots.next)
        return raise_error(&rt_exc_TypeError, "'%T' object is not an iterator", iterator);
    Value item = type->slots.next(iterator);
    return item ? item : rt_next_failed();
}

/* A StopIteration that a function called by a native iterator raised ends the iteration too. */
Value rt_next_failed(void) {
    if (!exc_pending_is(&rt_exc_StopIteration))
        return 0;
    exc_clear();
    return VALUE_STOP;
}

static int iterate_list(ListObject *list, int (*each)(Value item, void *context), void *context) {
    int status = 0;
    value_incref(OBJ(list));
    for (int64_t i = 0; status == 0 && i < list->length; i++) {
        Value item = value_incref(list->items[i]);
        status = each(item, context);
        value_decref(item);
    }
    value_decref(OBJ(list));
    return status;
}

int object_iterate(Value iterable, int (*each)(Value item, void *context), void *context) {
    if (value_is(iterable, &rt_type_list))
        return iterate_list(AS(ListObject, iterable), each, context);
    if (value_is(iterable, &rt_type_tuple)) {
        TupleObject *tuple = AS(TupleObject, iterable);
        int status = 0;
        for (int64_t i = 0; status == 0 && i < tuple->length; i++)
            status = each(tuple->items[i], context);
        return status;
    }
    if (value_is(iterable, &rt_type_bytes)) {
        const BytesObject *bytes = AS(BytesObject, iterable);
        int status = 0;
        for (int64_t i = 0; status == 0 && i < bytes->length; i++)
            status = each(value_from_small_int(bytes->data[i]), context);
        return status;
    }
    Value iterator = object_iter(iterable);
    if (!iterator)
        return -1;
    Value (*next)(Value) = value_object(iterator)->type->slots.next;
    int status = 0;
    while (status == 0) {
        Value item = next(iterator);
        if (!item)
            item = rt_next_failed();
        if (item == VALUE_STOP)
            break;
        status = item ? each(item, context) : -1;
        value_decref(item);
    }
    value_decref(iterator);
    return status;
}
