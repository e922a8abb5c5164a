/*
 * facts_op.c — the fact of one operator's result from those of its operands: a table over the
 * operators, the runtime functions and the built-in functions (see facts.h). What is not listed may
 * be anything.
 */
#include "facts.h"

#include "../rt/abi.h"

/* -- constants -- */

static Fact fact_of_constant(const IrConstant *constant) {
    if (constant->is_frozenset)
        return fact_kinds(KINDS(ANY));
    if (constant->is_tuple)
        return FACT_OF(TUPLE);
    switch (constant->value.kind) {
    case CONST_NONE:
        return FACT_OF(NONE);
    case CONST_TRUE:
        return (Fact){KINDS(BOOL), 1, 1};
    case CONST_FALSE:
        return (Fact){KINDS(BOOL), 0, 0};
    case CONST_INT:
        return fact_range(constant->value.integer, constant->value.integer);
    case CONST_BIGINT:
        return FACT_OF(INT);
    case CONST_FLOAT:
        return FACT_OF(FLOAT);
    case CONST_STR:
        return FACT_OF(STR);
    case CONST_BYTES:
        return FACT_OF(BYTES);
    default:
        return fact_kinds(KINDS(ANY));
    }
}

/* -- built-in functions -- */

/* abs() of a number; a bool becomes an int. */
static Fact fact_abs(const Fact *operand) {
    if (!fact_is(operand, KINDS_NUMBERS))
        return operand->kinds ? FACT_ANY : FACT_NONE;
    Fact fact = fact_kinds(operand->kinds & KINDS(FLOAT));
    if (operand->kinds & KINDS_INTS) {
        Fact ints = fact_range(0, INT64_MAX);
        fact_join(&fact, &ints, false);
    }
    return fact;
}

/* min() and max() of several arguments answer one of them. */
static Fact fact_any_of(const Fact *operands, uint32_t count) {
    Fact fact = FACT_NONE;
    for (uint32_t i = 0; i < count; i++)
        fact_join(&fact, &operands[i], false);
    return fact;
}

/* round(x) of an int or a float is an int. */
static Fact fact_round(const Fact *operands, uint32_t count) {
    if (count != 1 || !fact_is(&operands[0], KINDS_NUMBERS))
        return FACT_ANY;
    return FACT_OF(INT);
}

/* A call of the built-in number `index` with positional arguments alone. */
static Fact fact_of_builtin(int64_t index, const Fact *args, uint32_t count) {
    switch (index) {
    case BUILTIN_abs:
        return count == 1 ? fact_abs(&args[0]) : FACT_ANY;
    case BUILTIN_min:
    case BUILTIN_max:
        return count > 1 ? fact_any_of(args, count) : FACT_ANY;
    case BUILTIN_round:
        return fact_round(args, count);
    case BUILTIN_len:
        return fact_range(0, SMALL_INT_MAX);
    case BUILTIN_ord:
        return fact_range(0, 0x10ffff);
    case BUILTIN_int:
    case BUILTIN_hash:
    case BUILTIN_id:
        return FACT_OF(INT);
    case BUILTIN_float:
        return FACT_OF(FLOAT);
    case BUILTIN_all:
    case BUILTIN_any:
    case BUILTIN_bool:
    case BUILTIN_callable:
    case BUILTIN_hasattr:
    case BUILTIN_isinstance:
    case BUILTIN_issubclass:
        return FACT_OF(BOOL);
    case BUILTIN_chr:
    case BUILTIN_bin:
    case BUILTIN_hex:
    case BUILTIN_oct:
        return FACT_OF(STR);
    case BUILTIN_list:
    case BUILTIN_sorted:
        return FACT_OF(LIST);
    case BUILTIN_tuple:
        return FACT_OF(TUPLE);
    case BUILTIN_dict:
        return FACT_OF(DICT);
    case BUILTIN_set:
        return FACT_OF(SET);
    case BUILTIN_print:
        return FACT_OF(NONE);
    default:
        return FACT_ANY;
    }
}

static Fact fact_of_call(const IrOp *op, const Fact *operands) {
    const IrOp *callee = op->operands[0].value, *names = op->operands[1].value;
    if (callee->opcode != IR_RT || callee->runtime != RUNTIME_builtin || names->opcode != IR_NULL)
        return FACT_ANY;
    return fact_of_builtin(callee->operands[0].immediate, operands + 2, op->operand_count - 2);
}

/* -- runtime functions -- */

static bool compares_to_bool(const Fact *fact) {
    return fact_is(fact, KINDS_NUMBERS | KINDS(STR) | KINDS(BYTES) | KINDS(NONE));
}

static Fact fact_of_comparison(const Fact *operands) {
    if (!operands[0].kinds || !operands[1].kinds)
        return FACT_NONE;
    return compares_to_bool(&operands[0]) && compares_to_bool(&operands[1]) ? FACT_OF(BOOL)
                                                                            : FACT_ANY;
}

static Fact fact_clamped(Fact fact) {
    if (fact.low < SMALL_INT_MIN)
        fact.low = SMALL_INT_MIN;
    if (fact.high > SMALL_INT_MAX)
        fact.high = SMALL_INT_MAX;
    return fact;
}

static Fact fact_of_runtime(const IrOp *op, const Fact *operands) {
    IrCondition condition;
    Arithmetic arithmetic = arithmetic_of(op);
    if (arithmetic != ARITH_NONE)
        return fact_arithmetic(arithmetic, &operands[0], &operands[op->operand_count - 1]);
    if (comparison_of(op, &condition) == COMPARISON_OBJECT)
        return fact_of_comparison(operands);
    switch (op->runtime) {
    case RUNTIME_call:
        return fact_of_call(op, operands);
    case RUNTIME_index: /* True is an int too: its index is 1 */
        return operands[0].kinds == KINDS(INT) ? operands[0] : FACT_OF(INT);
    case RUNTIME_int_clamp:
        return fact_clamped(operands[0]);
    case RUNTIME_box_i64:
        return operands[0];
    case RUNTIME_box_f64:
        return FACT_OF(FLOAT);
    case RUNTIME_len:
        return fact_range(0, SMALL_INT_MAX);
    case RUNTIME_builtin_abs:
        return fact_of_builtin(BUILTIN_abs, operands, 1);
    case RUNTIME_builtin_max:
    case RUNTIME_builtin_min:
        return fact_of_builtin(BUILTIN_max, operands, 2);
    case RUNTIME_builtin_ord:
        return fact_of_builtin(BUILTIN_ord, operands, 1);
    case RUNTIME_builtin_hash:
    case RUNTIME_builtin_int:
        return FACT_OF(INT);
    case RUNTIME_builtin_float:
        return FACT_OF(FLOAT);
    case RUNTIME_builtin_chr:
        return FACT_OF(STR);
    case RUNTIME_concat:
        return FACT_OF(STR);
    case RUNTIME_getslice:
        if (!operands[0].kinds)
            return FACT_NONE;
        return fact_is(&operands[0], KINDS(STR) | KINDS(BYTES) | KINDS(LIST) | KINDS(TUPLE))
                   ? fact_kinds(operands[0].kinds)
                   : FACT_ANY;
    case RUNTIME_tuple:
    case RUNTIME_list_as_tuple:
    case RUNTIME_tuple_join:
    case RUNTIME_unpack_star:
        return FACT_OF(TUPLE);
    case RUNTIME_unpack:
        return fact_kinds(KINDS(TUPLE) | KINDS(LIST));
    case RUNTIME_list:
        return FACT_OF(LIST);
    case RUNTIME_set:
        return FACT_OF(SET);
    case RUNTIME_dict:
        return FACT_OF(DICT);
    default:
        break;
    }
    switch (runtime_facts[op->runtime].result) {
    case RUNTIME_RESULT_BOOL:
        return FACT_OF(BOOL);
    case RUNTIME_RESULT_I64:
        return FACT_OF(INT);
    case RUNTIME_RESULT_F64:
        return FACT_OF(FLOAT);
    case RUNTIME_RESULT_MAYBE:
        return fact_kinds(KINDS_ALL | KINDS_NULL);
    default:
        return FACT_ANY;
    }
}

/* -- all operators -- */

static bool is_lazy(const IrFunction *function) {
    return function->flags & (FUNCTION_GENERATOR | FUNCTION_COROUTINE | FUNCTION_ASYNC_GENERATOR);
}

Fact fact_of_op(const ProgramFacts *program, const IrOp *op, const Fact *operands) {
    switch (op->opcode) {
    case IR_CONST_I64:
        return fact_range(op->integer, op->integer);
    case IR_CONST_OBJ:
        return fact_of_constant(op->constant);
    case IR_NULL:
        return fact_kinds(KINDS_NULL);
    case IR_GLOBAL_GET:
        return facts_global(program, op->global);
    case IR_CALLEE:
        return fact_kinds(KINDS(ANY) | KINDS_NULL);
    case IR_RT:
        return fact_of_runtime(op, operands);
    case IR_CALL:
        return is_lazy(op->function) ? fact_kinds(KINDS(ANY)) : facts_result(program, op->function);
    case IR_AWAIT_CALL:
        return facts_result(program, op->function);
    case IR_BOX_SMALL:
    case IR_UNBOX_SMALL:
        return operands[0].kinds ? fact_clamped(fact_range(operands[0].low, operands[0].high))
                                 : FACT_NONE;
    case IR_BOX_BOOL:
    case IR_UNBOX_BOOL:
        return operands[0].kinds ? FACT_OF(BOOL) : FACT_NONE;
    case IR_BOOL_TO_I64:
        return fact_range(0, 1);
    default:
        break;
    }
    switch (op->type.repr) {
    case REPR_I64:
        return fact_machine(op, &operands[0], &operands[op->operand_count - 1]);
    case REPR_F64:
        return FACT_OF(FLOAT);
    case REPR_BOOL:
        return FACT_OF(BOOL);
    default:
        return FACT_ANY;
    }
}
