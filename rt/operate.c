/*
 * operate.c — the step between the inlined operators of fast.c and the general protocol: floats,
 * and mixtures of float and small int, are done here at once.
 */
#include "object.h"
#include "numbers.h"

/* The operand as a double if that loses nothing against float's own conversion. */
static bool operand_double(Value value, double *number) {
    if (value_is(value, &rt_type_float))
        *number = AS(FloatObject, value)->number;
    else if (value_is_small_int(value))
        *number = (double)value_small_int(value);
    else
        return false;
    return true;
}

static bool float_operands(Value left, Value right, double *a, double *b) {
    if (!value_is(left, &rt_type_float) && !value_is(right, &rt_type_float))
        return false;
    return operand_double(left, a) && operand_double(right, b);
}

/* The result for two floats; false: it is not done here. */
static inline bool float_result(double a, double b, uint32_t slot, double *result) {
    switch (slot) {
    case SLOT_ADD:
        *result = a + b;
        return true;
    case SLOT_SUB:
        *result = a - b;
        return true;
    case SLOT_MUL:
        *result = a * b;
        return true;
    case SLOT_TRUEDIV:
        *result = b != 0 ? a / b : 0;
        return b != 0;
    default:
        return false;
    }
}

/* The result if one operand is a float, the other a float or small int; false: not done here. */
static inline bool float_pair(Value left, Value right, uint32_t slot, double *result) {
    double a, b;
    return float_operands(left, right, &a, &b) && float_result(a, b, slot, result);
}

static inline Value float_binary(Value left, Value right, uint32_t slot) {
    double result;
    return float_pair(left, right, slot, &result) ? float_box(result) : 0;
}

/* Two objects of one built-in class, or one whose slots C code has replaced: its slot alone is
 * asked. VALUE_NOTIMPLEMENTED: not done. */
static inline Value same_binary(Value left, Value right, uint32_t slot) {
    if (!value_is_pointer(left) || !value_is_pointer(right))
        return VALUE_NOTIMPLEMENTED;
    const Type *type = value_object(left)->type;
    bool is_native = (type->flags & (TYPE_HEAP | TYPE_OWN_SLOTS)) != TYPE_HEAP;
    if (type != value_object(right)->type || !is_native || !type->slots.number[slot])
        return VALUE_NOTIMPLEMENTED;
    return type->slots.number[slot](left, right);
}

/* Both are ints that a double holds exactly; 0: they are not, or it is not done here. */
static inline Value int_quotient(Value left, Value right, uint32_t slot) {
    const int64_t most = (int64_t)1 << 53;
    if (slot != SLOT_TRUEDIV || !value_is_small_int(left) || !value_is_small_int(right))
        return 0;
    int64_t a = value_small_int(left), b = value_small_int(right);
    bool exact = a >= -most && a <= most && b >= -most && b <= most && b != 0;
    return exact ? float_box((double)a / (double)b) : 0;
}

/* A bool or small int as a number; false: it is neither. */
static inline bool operand_word(Value value, int64_t *number) {
    if (value_is_small_int(value))
        *number = value_small_int(value);
    else if (value == VALUE_TRUE || value == VALUE_FALSE)
        *number = value == VALUE_TRUE;
    else
        return false;
    return true;
}

/* Counting by adding truths: one operand is a bool, the other a bool or small int. 0: it is not
 * done here. */
static inline Value bool_sum(Value left, Value right, uint32_t slot) {
    int64_t a, b;
    if ((slot != SLOT_ADD && slot != SLOT_SUB) || !operand_word(left, &a) ||
        !operand_word(right, &b))
        return 0;
    return int_from_i64(slot == SLOT_ADD ? a + b : a - b);
}

Value rt_binary_slow(Value left, Value right, uint32_t slot) {
    Value result = float_binary(left, right, slot);
    if (result || (result = int_quotient(left, right, slot)) ||
        (result = bool_sum(left, right, slot)))
        return result;
    result = same_binary(left, right, slot);
    return result != VALUE_NOTIMPLEMENTED ? result : object_binary(left, right, (NumberSlot)slot);
}

Value rt_inplace_slow(Value left, Value right, uint32_t slot) {
    Value result = float_binary(left, right, slot);
    if (!result)
        result = bool_sum(left, right, slot);
    return result ? result : object_inplace(left, right, (NumberSlot)slot);
}

/* `left`, which is a float that nothing else refers to, becomes `number`; 0: it is none. */
static Value float_reuse(Value left, double number) {
    if (!value_is(left, &rt_type_float) || value_object(left)->refs != 1)
        return 0;
    AS(FloatObject, left)->number = number;
    return left;
}

/* Takes the reference to `left` if there is a result. */
static Value give_up(Value left, Value result) {
    if (result)
        value_decref(left);
    return result;
}

Value rt_moved_slow(Value left, Value right, uint32_t slot, bool in_place) {
    double number;
    if (float_pair(left, right, slot, &number)) {
        Value result = float_reuse(left, number);
        return result ? result : give_up(left, float_box(number));
    }
    if (slot == SLOT_ADD && value_is(left, &rt_type_str) && value_is(right, &rt_type_str))
        return str_append(left, right);
    Value result = bool_sum(left, right, slot);
    if (!result)
        result = in_place ? object_inplace(left, right, (NumberSlot)slot)
                          : rt_binary_slow(left, right, slot);
    return give_up(left, result);
}

int rt_compare_bool_slow(Value left, Value right, uint32_t op) {
    if ((op == COMPARE_EQ || op == COMPARE_NE) && value_is(left, &rt_type_str) &&
        value_is(right, &rt_type_str))
        return str_equal(left, right) == (op == COMPARE_EQ);
    if (value_is(left, &rt_type_float) && value_is(right, &rt_type_float)) {
        double a = AS(FloatObject, left)->number, b = AS(FloatObject, right)->number;
        switch ((CompareOp)op) {
        case COMPARE_LT:
            return a < b;
        case COMPARE_LE:
            return a <= b;
        case COMPARE_EQ:
            return a == b;
        case COMPARE_NE:
            return a != b;
        case COMPARE_GT:
            return a > b;
        case COMPARE_GE:
            return a >= b;
        }
    }
    return object_compare_bool(left, right, (CompareOp)op);
}

#define UNARY(name, field, symbol)                                                                 \
    Value rt_##name##_slow(Value operand) {                                                        \
        Type *type = value_type(operand);                                                          \
        if (type->slots.field)                                                                     \
            return type->slots.field(operand);                                                     \
        return raise_error(&rt_exc_TypeError, "bad operand type for unary " symbol ": '%T'",       \
                           operand);                                                               \
    }
UNARY(negative, negative, "-")
UNARY(positive, positive, "+")
UNARY(invert, invert, "~")

/* range()'s reading of an argument. */
Value number_absolute(Value operand) {
    const Type *type = value_type(operand);
    return type->slots.absolute
               ? type->slots.absolute(operand)
               : raise_error(&rt_exc_TypeError, "bad operand type for abs(): '%T'", operand);
}

Value pyrt_index(Value object) {
    if (value_is_small_int(object) || value_is(object, &rt_type_int))
        return value_incref(object);
    if (value_is_int(object))
        return int_exact(object);
    Type *type = value_type(object);
    if (!type->slots.index)
        return raise_error(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer",
                           object);
    Value index = type->slots.index(object);
    if (!index || value_is_small_int(index) || value_is(index, &rt_type_int))
        return index;
    Value exact = int_exact(index); /* bools, instances of subclasses */
    value_decref(index);
    return exact;
}

int32_t pyrt_raise_zero_division(uint32_t which) {
    static const char *const messages[] = {"division by zero", "integer division or modulo by zero",
                                           "float division by zero", "float floor division by zero",
                                           "float modulo"};
    return raise_status(&rt_exc_ZeroDivisionError, "%s", messages[which]);
}
