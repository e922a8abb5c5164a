/*
 * slots_wrap.c — the other direction: native functions that make the slots of native types visible
 * as special methods, so that int.__add__ or super().__setattr__ can be called. A wrapper calls the
 * slot of the type it was made for (`owner`), not of the argument's.
 */
#include "containers.h"
#include "slots.h"

static Type *owner_of(Value callee) {
    return AS(NativeFunction, callee)->owner;
}

static const TypeSlots *slots_of(Value callee) {
    return type_native_slots(owner_of(callee));
}

#define WRAPPER(name)                                                                              \
    static Value wrap_##name(Value callee, const Value *args, uint32_t count, Value names)
#define UNUSED() ((void)callee, (void)args, (void)count, (void)names)

static Value done(int status) {
    return status < 0 ? 0 : VALUE_NONE;
}

#define UNARY(name, field)                                                                         \
    WRAPPER(name) {                                                                                \
        UNUSED();                                                                                  \
        return slots_of(callee)->field(args[0]);                                                   \
    }
UNARY(repr, repr)
UNARY(str, str)
UNARY(iter, iter)
UNARY(negative, negative)
UNARY(positive, positive)
UNARY(invert, invert)
UNARY(absolute, absolute)
UNARY(index, index)
UNARY(to_int, to_int)
UNARY(to_float, to_float)
UNARY(await, await)
UNARY(aiter, aiter)
UNARY(anext, anext)
#undef UNARY

WRAPPER(format) {
    UNUSED();
    if (!value_isa(args[1], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "__format__() argument must be str, not %A", args[1]);
    return slots_of(callee)->format(args[0], args[1]);
}

WRAPPER(hash) {
    UNUSED();
    int64_t hash = slots_of(callee)->hash(args[0]);
    return hash == -1 && isolate.pending ? 0 : int_from_i64(hash);
}

static Value compare(Value callee, const Value *args, CompareOp op) {
    return slots_of(callee)->compare(args[0], args[1], op);
}

#define COMPARE(name, op)                                                                          \
    WRAPPER(name) {                                                                                \
        UNUSED();                                                                                  \
        return compare(callee, args, op);                                                          \
    }
COMPARE(lt, COMPARE_LT)
COMPARE(le, COMPARE_LE)
COMPARE(eq, COMPARE_EQ)
COMPARE(ne, COMPARE_NE)
COMPARE(gt, COMPARE_GT)
COMPARE(ge, COMPARE_GE)
#undef COMPARE

WRAPPER(truth) {
    UNUSED();
    int truth = slots_of(callee)->truth(args[0]);
    return truth < 0 ? 0 : VALUE_BOOL(truth);
}

WRAPPER(len) {
    UNUSED();
    int64_t length = slots_of(callee)->len(args[0]);
    return length < 0 ? 0 : int_from_i64(length);
}

/* A place in what has the sequence protocol alone must be a number. */
static int check_place(Value callee, Value key) {
    if (value_type(key)->slots.index || type_maps(owner_of(callee)))
        return 0;
    return raise_status(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer", key);
}

WRAPPER(getitem) {
    UNUSED();
    if (check_place(callee, args[1]) < 0)
        return 0;
    return slots_of(callee)->getitem(args[0], args[1]);
}

WRAPPER(setitem) {
    UNUSED();
    if (check_place(callee, args[1]) < 0)
        return 0;
    return done(slots_of(callee)->setitem(args[0], args[1], args[2]));
}

WRAPPER(delitem) {
    UNUSED();
    if (check_place(callee, args[1]) < 0)
        return 0;
    return done(slots_of(callee)->setitem(args[0], args[1], 0));
}

WRAPPER(contains) {
    UNUSED();
    int found = slots_of(callee)->contains(args[0], args[1]);
    return found < 0 ? 0 : VALUE_BOOL(found);
}

WRAPPER(next) {
    UNUSED();
    Value result = slots_of(callee)->next(args[0]);
    return result == VALUE_STOP ? raise_stop_iteration(VALUE_NONE) : result;
}

WRAPPER(call) {
    return slots_of(callee)->call(args[0], args + 1, count - 1, names);
}

static Value checked_name(Value name) {
    if (value_isa(name, &rt_type_str))
        return attr_interned(name);
    return raise_error(&rt_exc_TypeError, "attribute name must be string, not '%T'", name);
}

WRAPPER(getattr) {
    UNUSED();
    Value name = checked_name(args[1]);
    Value result = name ? slots_of(callee)->getattr(args[0], name) : 0;
    value_decref(name);
    return result;
}

static Value set_attribute(Value callee, Value object, Value attribute, Value value) {
    Value name = checked_name(attribute);
    if (!name)
        return 0;
    Type *owner = owner_of(callee);
    int status;
    if (value_is_type(object) && owner == &rt_type_object)
        status =
            raise_status(&rt_exc_TypeError, "can't apply this __setattr__ to %T object", object);
    else
        status = type_native_slots(owner)->setattr(object, name, value);
    value_decref(name);
    return done(status);
}

WRAPPER(setattr) {
    UNUSED();
    return set_attribute(callee, args[0], args[1], args[2]);
}

WRAPPER(delattr) {
    UNUSED();
    return set_attribute(callee, args[0], args[1], 0);
}

WRAPPER(descr_get) {
    UNUSED();
    Value object = args[1] == VALUE_NONE ? 0 : args[1];
    Value owner = count > 2 && args[2] != VALUE_NONE ? args[2] : 0;
    if (!object && !owner)
        return raise_error(&rt_exc_TypeError, "__get__(None, None) is invalid");
    return slots_of(callee)->descr_get(args[0], object, owner ? owner : OBJ(value_type(object)));
}

WRAPPER(descr_set) {
    UNUSED();
    return done(slots_of(callee)->descr_set(args[0], args[1], args[2]));
}

WRAPPER(descr_delete) {
    UNUSED();
    return done(slots_of(callee)->descr_set(args[0], args[1], 0));
}

/* A slot that concatenates does not leave the matter to the other operand. */
static Value forward(Value callee, const Value *args, NumberSlot slot) {
    BinarySlot function = slots_of(callee)->number[slot];
    Value result = function(args[0], args[1]);
    if (result == VALUE_NOTIMPLEMENTED && slot == SLOT_ADD && type_concatenates(owner_of(callee)))
        return object_concatenation_failed(args[0], args[1]);
    return result;
}

/* Repeats a sequence, or multiplies what is none: `result` is the slot's answer. A count that is no
 * integer is an error here, though `*` asks the other operand next. */
static Value repeated(Value callee, Value result, Value count) {
    bool is_sequence = slots_of(callee)->getitem != NULL;
    if (!is_sequence || value_type(count)->slots.index ||
        (result && result != VALUE_NOTIMPLEMENTED))
        return result;
    exc_clear();
    return raise_error(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer", count);
}

WRAPPER(mul) {
    UNUSED();
    return repeated(callee, slots_of(callee)->number[SLOT_MUL](args[0], args[1]), args[1]);
}
WRAPPER(rmul) {
    UNUSED();
    return repeated(callee, slots_of(callee)->number[SLOT_MUL](args[1], args[0]), args[1]);
}

#define NUMBER(name, upper)                                                                        \
    WRAPPER(name) {                                                                                \
        UNUSED();                                                                                  \
        return forward(callee, args, SLOT_##upper);                                                \
    }                                                                                              \
    WRAPPER(r##name) {                                                                             \
        UNUSED();                                                                                  \
        return slots_of(callee)->number[SLOT_##upper](args[1], args[0]);                           \
    }
NUMBER(add, ADD)
NUMBER(sub, SUB)
NUMBER(matmul, MATMUL)
NUMBER(truediv, TRUEDIV)
NUMBER(floordiv, FLOORDIV)
NUMBER(mod, MOD)
NUMBER(lshift, LSHIFT)
NUMBER(rshift, RSHIFT)
NUMBER(and, AND)
NUMBER(or, OR)
NUMBER(xor, XOR)
NUMBER(divmod, DIVMOD)
#undef NUMBER

/* base ** exponent; with a modulus of ints alone. */
static Value power(Value callee, Value base, Value exponent, Value modulus) {
    if (!modulus || modulus == VALUE_NONE)
        return slots_of(callee)->number[SLOT_POW](base, exponent);
    bool ints = value_is_int(base) && value_is_int(exponent) && value_is_int(modulus);
    if (ints)
        return int_pow_mod(base, exponent, modulus);
    const Type *owner = AS(NativeFunction, callee)->owner;
    bool number = value_is_int(exponent) || value_isa(exponent, &rt_type_float) ||
                  value_isa(exponent, &rt_type_complex);
    if (number && owner == &rt_type_float)
        return raise_error(&rt_exc_TypeError,
                           "pow() 3rd argument not allowed unless all arguments are integers");
    if (number && owner == &rt_type_complex)
        return raise_error(&rt_exc_ValueError, "complex modulo");
    return VALUE_NOTIMPLEMENTED;
}
WRAPPER(pow) {
    UNUSED();
    return power(callee, args[0], args[1], count > 2 ? args[2] : 0);
}
WRAPPER(rpow) {
    UNUSED();
    return power(callee, args[1], args[0], count > 2 ? args[2] : 0);
}

#define INPLACE(name, upper)                                                                       \
    WRAPPER(i##name) {                                                                             \
        UNUSED();                                                                                  \
        return slots_of(callee)->inplace[SLOT_##upper](args[0], args[1]);                          \
    }
WRAPPER(imul) {
    UNUSED();
    return repeated(callee, slots_of(callee)->inplace[SLOT_MUL](args[0], args[1]), args[1]);
}
INPLACE(add, ADD)
INPLACE(sub, SUB)
INPLACE(matmul, MATMUL)
INPLACE(truediv, TRUEDIV)
INPLACE(floordiv, FLOORDIV)
INPLACE(mod, MOD)
INPLACE(pow, POW)
INPLACE(lshift, LSHIFT)
INPLACE(rshift, RSHIFT)
INPLACE(and, AND)
INPLACE(or, OR)
INPLACE(xor, XOR)
#undef INPLACE

WRAPPER(init) {
    return done(slots_of(callee)->init(args[0], args + 1, count - 1, names));
}

WRAPPER(finalize) {
    UNUSED();
    slots_of(callee)->finalize(args[0]);
    return isolate.pending ? 0 : VALUE_NONE;
}

/* The first class of the line behind all that have a __new__ of the program. */
static Type *maker_of(Type *type) {
    Type *maker = type;
    for (; type->flags & TYPE_HEAP; type = type->base_type)
        if (dict_get_cstr_borrow(type->dict, "__new__"))
            maker = type->base_type;
    return maker;
}

Value wrap_new(Value callee, const Value *args, uint32_t count, Value names) {
    Type *owner = owner_of(callee);
    if (count == 0)
        return raise_error(&rt_exc_TypeError, "%N.__new__(): not enough arguments", owner);
    if (!value_is_type(args[0]))
        return raise_error(&rt_exc_TypeError, "%N.__new__(X): X is not a type object (%T)", owner,
                           args[0]);
    Type *type = AS(Type, args[0]);
    if (!type_is_subtype(type, owner))
        return raise_error(&rt_exc_TypeError, "%N.__new__(%N): %N is not a subtype of %N", owner,
                           type, type, owner);
    Type *native = type_native_base(type);
    if (native->slots.new != owner->slots.new)
        return raise_error(&rt_exc_TypeError, "%N.__new__(%N) is not safe, use %N.__new__()", owner,
                           type, maker_of(type));
    return owner->slots.new(type, args + 1, count - 1, names);
}

const NativeMethod *slot_wrapper(SpecialMethod which) {
    static const NativeMethod wrappers[] = {
#define SLOT(method, field, dispatcher, wrapper, min, max)                                         \
    {.name = #method,                                                                              \
     .call = wrapper,                                                                              \
     .min_args = min,                                                                              \
     .max_args = max,                                                                              \
     .keywords = max < 0 ? "*" : NULL},
#include "slots.def"
#undef SLOT
        {.name = "__new__", .call = wrap_new, .min_args = 0, .max_args = -1, .keywords = "*"},
    };
    return wrappers[which].call ? &wrappers[which] : NULL;
}
