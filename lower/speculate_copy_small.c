/*
 * speculate_copy_small.c — small ints in the fast version of a function: what is checked to be one,
 * and arithmetic on machine ints with a check that the result is small.
 */
#include "speculate_copy.h"

#include "facts.h"

#include "../rt/abi.h"

static IrOp *append_i64(Speculator *s, IrOpcode opcode, IrOp *left, IrOp *right) {
    IrOp *op = speculator_append(s, s->here, opcode, IR_TYPE_I64, right ? 2 : 1);
    op->operands[0].value = left;
    if (right)
        op->operands[1].value = right;
    return op;
}

static IrOp *append_i64_const(Speculator *s, int64_t number) {
    IrOp *op = speculator_append(s, s->here, IR_CONST_I64, IR_TYPE_I64, 0);
    op->integer = number;
    return op;
}

static IrOp *append_small_box(Speculator *s, IrOp *number) {
    IrOp *box = speculator_append(s, s->here, IR_BOX_SMALL, ir_type(REPR_OBJ, KIND_INT), 1);
    box->operands[0].value = number;
    return box;
}

/* The small int that `value` is, if a check says so. */
static IrOp *checked_small(Speculator *s, const IrOp *value) {
    IrOp **known = &s->smalls[value->id];
    if (*known)
        return *known;
    IrOp *copy = s->values[value->id];
    speculator_check(s, speculator_append_rt(s, RUNTIME_is_small, IR_TYPE_BOOL, copy), true);
    *known = append_small_box(s, append_i64(s, IR_UNBOX_SMALL, copy, NULL));
    return *known;
}

IrOp *speculator_small_operand(Speculator *s, const IrOp *from, uint32_t index) {
    const IrOp *value = from->operands[index].value;
    return speculation_small_operand(&s->plan, from, index) == SMALL_OPERAND_CHECKED
               ? checked_small(s, value)
               : s->values[value->id];
}

/* The same as a machine int. */
static IrOp *machine_operand(Speculator *s, const IrOp *from, uint32_t index) {
    int64_t number;
    if (speculation_small_constant(from->operands[index].value, &number))
        return append_i64_const(s, number);
    IrOp *object = speculator_small_operand(s, from, index);
    return object->opcode == IR_BOX_SMALL ? object->operands[0].value
                                          : append_i64(s, IR_UNBOX_SMALL, object, NULL);
}

static IrOp *checked_product(Speculator *s, IrOp *left, IrOp *right) {
    IrOp *fits = speculator_append(s, s->here, IR_RT, IR_TYPE_BOOL, 2);
    fits->runtime = RUNTIME_fits_product;
    fits->operands[0].value = left;
    fits->operands[1].value = right;
    speculator_check(s, fits, true);
    return append_i64(s, IR_I64_MUL, left, right);
}

/* Division by what is positive; other divisors are the general version's. */
static IrOp *checked_division(Speculator *s, IrOpcode opcode, IrOp *left, IrOp *right) {
    IrOp *zero = append_i64_const(s, 0);
    IrOp *test = speculator_append(s, s->here, IR_I64_COMPARE, IR_TYPE_BOOL, 2);
    test->condition = COND_GT;
    test->operands[0].value = right;
    test->operands[1].value = zero;
    speculator_check(s, test, true);
    return append_i64(s, opcode, left, right);
}

/* What cannot overflow int64 is computed, and then it is seen whether it is small. */
static IrOp *checked_result(Speculator *s, IrOp *number) {
    speculator_check(s, speculator_append_rt(s, RUNTIME_fits_small, IR_TYPE_BOOL, number), true);
    return number;
}

static IrOp *overflowing(Speculator *s, const IrOp *from) {
    Arithmetic arithmetic = arithmetic_of(from);
    IrOp *left = machine_operand(s, from, 0);
    if (arithmetic == ARITH_NEGATIVE)
        return checked_result(s, append_i64(s, IR_I64_NEG, left, NULL));
    if (arithmetic == ARITH_LSHIFT) {
        int64_t count = 0;
        speculation_small_constant(from->operands[1].value, &count);
        return checked_product(s, left, append_i64_const(s, (int64_t)1 << count));
    }
    IrOp *right = machine_operand(s, from, 1);
    switch (arithmetic) {
    case ARITH_ADD:
        return checked_result(s, append_i64(s, IR_I64_ADD, left, right));
    case ARITH_SUB:
        return checked_result(s, append_i64(s, IR_I64_SUB, left, right));
    case ARITH_MUL:
        return checked_product(s, left, right);
    case ARITH_FLOORDIV:
        return checked_division(s, IR_I64_FLOORDIV, left, right);
    default:
        return checked_division(s, IR_I64_MOD, left, right);
    }
}

IrOp *speculator_copy_overflowing(Speculator *s, const IrOp *from) {
    return append_small_box(s, overflowing(s, from));
}

IrOp *speculator_copy_small_set(Speculator *s, const IrOp *from) {
    IrOp *number = checked_small(s, from->operands[0].value);
    IrOp *set = speculator_append(s, s->here, IR_LOCAL_SET, IR_TYPE_VOID, 1);
    set->operands[0].value = number;
    set->local = s->locals[from->local->index];
    return set;
}

void speculator_enter_parameter(Speculator *s, uint32_t index) {
    IrLocal *parameter = s->function->locals.items[index];
    IrOp *get = speculator_append(s, s->here, IR_LOCAL_GET, parameter->type, 0);
    get->local = parameter;
    IrOp *test = speculator_append_rt(s, RUNTIME_is_small, IR_TYPE_BOOL, get);
    IrOp *branch = speculator_append(s, s->here, IR_BRANCH, IR_TYPE_VOID, 1);
    branch->operands[0].value = test;
    branch->targets[0] = s->here = ir_block_new(s->function);
    branch->targets[1] = s->cfg.order[0];
    IrOp *box = append_small_box(s, append_i64(s, IR_UNBOX_SMALL, get, NULL));
    IrOp *set = speculator_append(s, s->here, IR_LOCAL_SET, IR_TYPE_VOID, 1);
    set->local = s->locals[index];
    set->operands[0].value = box;
}
