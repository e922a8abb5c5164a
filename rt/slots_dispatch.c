/*
 * slots_dispatch.c — the slot functions of classes written in Python: each looks its special method
 * up on the class and calls it, checking the answer as CPython does. C code anywhere only ever
 * calls slots.
 */
#include "slots.h"

enum { FEW = 8 };

/* Is it a function that takes `self` itself, so that nothing need be bound? */
static bool is_plain(Value method) {
    return value_is(method, &rt_type_function) || value_is(method, &rt_type_slot_wrapper) ||
           value_is(method, &rt_type_method_descriptor);
}

/* What a descriptor on the class of `self` gives for it; new reference. */
static Value bind(Value method, Value self) {
    Value (*get)(Value, Value, Value) = value_type(method)->slots.descr_get;
    if (!get)
        return value_incref(method);
    value_incref(method);
    Value bound = get(method, self, OBJ(value_type(self)));
    value_decref(method);
    return bound;
}

/* Calls a function found on the class of `self` with `self` in front. Functions of the program look
 * at the stack themselves; others may lead here again without any. */
static Value call_bound(Value method, Value self, const Value *args, uint32_t count, Value names) {
    Value few[FEW + 1], *all = few;
    uint32_t given = count + (names ? (uint32_t)AS(TupleObject, names)->length : 0);
    bool of_program = value_is(method, &rt_type_function);
    if (!of_program && stack_check() < 0)
        return 0;
    if (!is_plain(method)) {
        Value bound = bind(method, self);
        Value result = bound ? object_call(bound, args, count, names) : 0;
        value_decref(bound);
        return result;
    }
    if (given > FEW && !(all = mem_alloc((given + 1) * sizeof(Value))))
        return 0;
    all[0] = self;
    if (given)
        memcpy(all + 1, args, given * sizeof(Value));
    value_incref(method);
    Value result = of_program ? function_enter(AS(FunctionObject, method), all, count + 1, names)
                              : object_call(method, all, count + 1, names);
    value_decref(method);
    if (all != few)
        mem_free(all);
    return result;
}

/* Calls a special method; 0 without an exception pending never happens: a missing one raises. */
static Value call_special(Value self, SpecialMethod which, const Value *args, uint32_t count) {
    Value method = type_lookup_borrow(value_type(self), special_name(which));
    if (!method)
        return raise_error(&rt_exc_AttributeError, "'%T' object has no attribute %R", self,
                           special_name(which));
    return call_bound(method, self, args, count, 0);
}

/* The same, but a missing method answers NotImplemented. */
static Value call_optional(Value self, SpecialMethod which, Value arg) {
    Value method = type_lookup_borrow(value_type(self), special_name(which));
    return method ? call_bound(method, self, &arg, 1, 0) : VALUE_NOTIMPLEMENTED;
}

/* That it is a str is checked by object_repr and object_str, whose complaint names what was asked.
 */
static Value dispatch_repr(Value self) {
    return call_special(self, SPECIAL__repr__, NULL, 0);
}

static Value dispatch_str(Value self) {
    return call_special(self, SPECIAL__str__, NULL, 0);
}

static Value dispatch_format(Value self, Value spec) {
    Value result = call_special(self, SPECIAL__format__, &spec, 1);
    if (result && !value_isa(result, &rt_type_str)) {
        raise_error(&rt_exc_TypeError, "__format__ must return a str, not %T", result);
        value_decref(result);
        return 0;
    }
    return result;
}

int64_t dispatch_unhashable(Value self) {
    return raise_status(&rt_exc_TypeError, "unhashable type: '%T'", self);
}

static int64_t dispatch_hash(Value self) {
    Value result = call_special(self, SPECIAL__hash__, NULL, 0);
    if (!result)
        return -1;
    int64_t hash = -1;
    if (!value_is_int(result))
        raise_error(&rt_exc_TypeError, "__hash__ method should return an integer");
    else if (!int_to_i64(result, &hash))
        hash = object_hash(result);
    if (hash == -1 && !isolate.pending)
        hash = -2;
    value_decref(result);
    return hash;
}

static Value dispatch_compare(Value left, Value right, CompareOp op) {
    static const SpecialMethod methods[] = {SPECIAL__lt__, SPECIAL__le__, SPECIAL__eq__,
                                            SPECIAL__ne__, SPECIAL__gt__, SPECIAL__ge__};
    Value method = type_lookup_borrow(value_type(left), special_name(methods[op]));
    if (!method || is_plain(method))
        return method ? call_bound(method, left, &right, 1, 0) : VALUE_NOTIMPLEMENTED;
    Value bound = bind(method, left);
    if (!bound) { /* as if there were none, whatever was raised */
        exc_clear();
        return VALUE_NOTIMPLEMENTED;
    }
    Value result = stack_check() < 0 ? 0 : object_call1(bound, right);
    value_decref(bound);
    return result;
}

static int dispatch_truth(Value self) {
    Value result = call_special(self, SPECIAL__bool__, NULL, 0);
    if (result == VALUE_TRUE || result == VALUE_FALSE)
        return result == VALUE_TRUE;
    if (result)
        raise_error(&rt_exc_TypeError, "__bool__ should return bool, returned %T", result);
    value_decref(result);
    return -1;
}

static int64_t dispatch_len(Value self) {
    Value result = call_special(self, SPECIAL__len__, NULL, 0);
    if (!result)
        return -1;
    bool negative = value_is_int(result) && pyrt_int_lt(result, value_from_small_int(0));
    int64_t length = negative ? -1 : object_repeat_count(result);
    if (length < 0 && !isolate.pending)
        raise_error(&rt_exc_ValueError, "__len__() should return >= 0");
    value_decref(result);
    return isolate.pending ? -1 : length;
}

static Value dispatch_getitem(Value self, Value key) {
    return call_special(self, SPECIAL__getitem__, &key, 1);
}

/* Drops the answer of a call whose value does not matter. */
static int done(Value result) {
    value_decref(result);
    return result ? 0 : -1;
}

static int dispatch_setitem(Value self, Value key, Value value) {
    Value args[2] = {key, value};
    SpecialMethod which = value ? SPECIAL__setitem__ : SPECIAL__delitem__;
    if (!type_lookup_borrow(value_type(self), special_name(which)))
        return raise_status(&rt_exc_AttributeError, "%S", special_name(which));
    return done(call_special(self, which, args, value ? 2 : 1));
}

static int dispatch_contains(Value self, Value item) {
    Value method = type_lookup_borrow(value_type(self), special_name(SPECIAL__contains__));
    if (method == VALUE_NONE)
        return raise_status(&rt_exc_TypeError, "'%T' object is not a container", self);
    Value result = call_special(self, SPECIAL__contains__, &item, 1);
    int truth = result ? object_truth(result) : -1;
    value_decref(result);
    return truth;
}

static Value dispatch_iter(Value self) {
    Value method = type_lookup_borrow(value_type(self), special_name(SPECIAL__iter__));
    if (method == VALUE_NONE)
        return raise_error(&rt_exc_TypeError, "'%T' object is not iterable", self);
    return call_special(self, SPECIAL__iter__, NULL, 0);
}

static Value dispatch_next(Value self) {
    Value result = call_special(self, SPECIAL__next__, NULL, 0);
    if (!result && exc_pending_is(&rt_exc_StopIteration)) {
        exc_clear();
        return VALUE_STOP;
    }
    return result;
}

static Value dispatch_call(Value self, const Value *args, uint32_t count, Value names) {
    Value method = type_lookup_borrow(value_type(self), special_name(SPECIAL__call__));
    if (!method)
        return raise_error(&rt_exc_TypeError, "'%T' object is not callable", self);
    return call_bound(method, self, args, count, names);
}

static Value dispatch_getattr(Value self, Value name) {
    Type *type = value_type(self);
    Value general = type_lookup_borrow(type, special_name(SPECIAL__getattribute__));
    Value fallback = value_incref(type_lookup_borrow(type, special_name(SPECIAL__getattr__)));
    Value result;
    if (general && value_is(general, &rt_type_slot_wrapper)) {
        Type *owner = AS(NativeFunction, general)->owner;
        if (owner == &rt_type_object)
            result = attr_generic(self, name, fallback != 0);
        else
            result = type_native_slots(owner)->getattr(self, name);
    } else {
        result = call_bound(general, self, &name, 1, 0);
    }
    if (!result && fallback && (!isolate.pending || exc_pending_is(&rt_exc_AttributeError))) {
        exc_clear();
        result = call_bound(fallback, self, &name, 1, 0);
    }
    value_decref(fallback);
    return result;
}

static int dispatch_setattr(Value self, Value name, Value value) {
    Value args[2] = {name, value};
    return done(
        call_special(self, value ? SPECIAL__setattr__ : SPECIAL__delattr__, args, value ? 2 : 1));
}

static Value dispatch_descr_get(Value self, Value object, Value owner) {
    Value args[2] = {object ? object : VALUE_NONE, owner ? owner : VALUE_NONE};
    return call_special(self, SPECIAL__get__, args, 2);
}

static int dispatch_descr_set(Value self, Value object, Value value) {
    Value args[2] = {object, value};
    SpecialMethod which = value ? SPECIAL__set__ : SPECIAL__delete__;
    if (!type_lookup_borrow(value_type(self), special_name(which)))
        return raise_status(&rt_exc_AttributeError, value ? "__set__" : "__delete__");
    return done(call_special(self, which, args, value ? 2 : 1));
}

#define UNARY(field, method)                                                                       \
    static Value dispatch_##field(Value self) {                                                    \
        return call_special(self, SPECIAL##method, NULL, 0);                                       \
    }
UNARY(negative, __neg__)
UNARY(positive, __pos__)
UNARY(invert, __invert__)
UNARY(absolute, __abs__)
UNARY(await, __await__)
UNARY(aiter, __aiter__)
UNARY(anext, __anext__)
#undef UNARY

static Value checked_int(Value result, const char *method) {
    if (result && !value_is_int(result)) {
        raise_error(&rt_exc_TypeError, "%s returned non-int (type %T)", method, result);
        value_decref(result);
        return 0;
    }
    return result;
}

static Value dispatch_index(Value self) {
    return checked_int(call_special(self, SPECIAL__index__, NULL, 0), "__index__");
}

static Value dispatch_to_int(Value self) {
    return checked_int(call_special(self, SPECIAL__int__, NULL, 0), "__int__");
}

static Value dispatch_to_float(Value self) {
    Value result = call_special(self, SPECIAL__float__, NULL, 0);
    if (result && !value_isa(result, &rt_type_float)) {
        raise_error(&rt_exc_TypeError, "%T.__float__ returned non-float (type %T)", self, result);
        value_decref(result);
        return 0;
    }
    return result;
}

/* Does the right operand's class define the reflected method anew? */
static bool overrides(Value left, Value right, SpecialMethod reflected) {
    Value theirs = type_lookup_borrow(value_type(right), special_name(reflected));
    return theirs && theirs != type_lookup_borrow(value_type(left), special_name(reflected));
}

/* CPython's SLOT1BINFULL: operands in source order; `slot` is the function of this operator. */
static Value binary(Value left, Value right, NumberSlot number, BinarySlot slot,
                    SpecialMethod method, SpecialMethod reflected) {
    Type *left_type = value_type(left), *right_type = value_type(right);
    bool try_right = left_type != right_type && right_type->slots.number[number] == slot;
    if (left_type->slots.number[number] == slot) {
        if (try_right && type_is_subtype(right_type, left_type)) {
            if (overrides(left, right, reflected)) {
                Value result = call_optional(right, reflected, left);
                if (result != VALUE_NOTIMPLEMENTED)
                    return result;
                try_right = false;
            }
        }
        Value result = call_optional(left, method, right);
        if (result != VALUE_NOTIMPLEMENTED || left_type == right_type)
            return result;
    }
    return try_right ? call_optional(right, reflected, left) : VALUE_NOTIMPLEMENTED;
}

#define NUMBER(name, upper)                                                                        \
    static Value dispatch_##name(Value left, Value right) {                                        \
        return binary(left, right, SLOT_##upper, dispatch_##name, SPECIAL__##name##__,             \
                      SPECIAL__r##name##__);                                                       \
    }
NUMBER(add, ADD)
NUMBER(sub, SUB)
NUMBER(mul, MUL)
NUMBER(matmul, MATMUL)
NUMBER(truediv, TRUEDIV)
NUMBER(floordiv, FLOORDIV)
NUMBER(mod, MOD)
NUMBER(pow, POW)
NUMBER(lshift, LSHIFT)
NUMBER(rshift, RSHIFT)
NUMBER(and, AND)
NUMBER(or, OR)
NUMBER(xor, XOR)
NUMBER(divmod, DIVMOD)
#undef NUMBER

#define INPLACE(name)                                                                              \
    static Value dispatch_i##name(Value left, Value right) {                                       \
        return call_optional(left, SPECIAL__i##name##__, right);                                   \
    }
INPLACE(add)
INPLACE(sub)
INPLACE(mul)
INPLACE(matmul)
INPLACE(truediv)
INPLACE(floordiv)
INPLACE(mod)
INPLACE(pow)
INPLACE(lshift)
INPLACE(rshift)
INPLACE(and)
INPLACE(or)
INPLACE(xor)
#undef INPLACE

static int dispatch_init(Value self, const Value *args, uint32_t count, Value names) {
    Value method = type_lookup_borrow(value_type(self), special_name(SPECIAL__init__));
    Value result = call_bound(method, self, args, count, names);
    if (result && result != VALUE_NONE) {
        raise_error(&rt_exc_TypeError, "__init__() should return None, not '%T'", result);
        value_decref(result);
        return -1;
    }
    return result ? 0 : -1;
}

Value dispatch_new(Type *type, const Value *args, uint32_t count, Value names) {
    Value name = special_name(SPECIAL__new__);
    Value function = type_getattr(OBJ(type), name);
    if (!function)
        return 0;
    uint32_t given = count + (names ? (uint32_t)AS(TupleObject, names)->length : 0);
    Value few[FEW + 1], *all = few;
    if (given > FEW && !(all = mem_alloc((given + 1) * sizeof(Value)))) {
        value_decref(function);
        return 0;
    }
    all[0] = OBJ(type);
    if (given)
        memcpy(all + 1, args, given * sizeof(Value));
    Value result = object_call(function, all, count + 1, names);
    value_decref(function);
    if (all != few)
        mem_free(all);
    return result;
}

static void dispatch_finalize(Value self) {
    Value method = type_lookup_borrow(value_type(self), special_name(SPECIAL__del__));
    Value result = method ? call_bound(method, self, NULL, 0, 0) : VALUE_NONE;
    if (!result) {
        value_incref(method);
        exc_unraisable("Exception ignored in", method);
        value_decref(method);
    }
    value_decref(result);
}

AnySlot slot_dispatcher(SpecialMethod method) {
    static const AnySlot dispatchers[] = {
#define SLOT(method, field, dispatcher, wrapper, min, max) (AnySlot) dispatcher,
#include "slots.def"
#undef SLOT
        (AnySlot)dispatch_new,
    };
    return dispatchers[method];
}
