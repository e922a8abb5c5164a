/*
 * emit_number.c — changes of representation, machine arithmetic and comparisons. The passes before
 * have proved that nothing overflows and that no divisor is zero.
 */
#include "emit.h"

/* The number whose power of two `value` is; -1 if it is no such constant. */
static int shift_of(LLVMValueRef value) {
    if (!LLVMIsAConstantInt(value))
        return -1;
    uint64_t number = LLVMConstIntGetZExtValue(value);
    bool is_power = number && !(number & (number - 1)) && number <= INT64_MAX;
    return is_power ? __builtin_ctzll(number) : -1;
}

/* Floor division from the processor's truncating one: one less if there is a rest and the signs
 * of the operands differ. */
static LLVMValueRef floor_divide(Emit *e, LLVMValueRef left, LLVMValueRef right) {
    LLVMBuilderRef b = e->builder;
    int shift = shift_of(right);
    if (shift >= 0) /* which floors by itself */
        return LLVMBuildAShr(b, left, const_u64(e->cg, (uint64_t)shift), "");
    LLVMValueRef zero = const_u64(e->cg, 0);
    LLVMValueRef quotient = LLVMBuildSDiv(b, left, right, "");
    LLVMValueRef rest = LLVMBuildSRem(b, left, right, "");
    LLVMValueRef inexact = LLVMBuildICmp(b, LLVMIntNE, rest, zero, "");
    LLVMValueRef signs = LLVMBuildXor(b, left, right, "");
    LLVMValueRef differ = LLVMBuildICmp(b, LLVMIntSLT, signs, zero, "");
    LLVMValueRef less = LLVMBuildAnd(b, inexact, differ, "");
    return LLVMBuildSub(b, quotient, LLVMBuildZExt(b, less, e->cg->types.i64, ""), "");
}

/* The rest of floor division has the sign of the divisor. */
static LLVMValueRef floor_rest(Emit *e, LLVMValueRef left, LLVMValueRef right) {
    LLVMBuilderRef b = e->builder;
    int shift = shift_of(right);
    if (shift >= 0)
        return LLVMBuildAnd(b, left, const_u64(e->cg, ((uint64_t)1 << shift) - 1), "");
    LLVMValueRef zero = const_u64(e->cg, 0);
    LLVMValueRef rest = LLVMBuildSRem(b, left, right, "");
    LLVMValueRef inexact = LLVMBuildICmp(b, LLVMIntNE, rest, zero, "");
    LLVMValueRef signs = LLVMBuildXor(b, rest, right, "");
    LLVMValueRef differ = LLVMBuildICmp(b, LLVMIntSLT, signs, zero, "");
    LLVMValueRef wrong = LLVMBuildAnd(b, inexact, differ, "");
    return LLVMBuildAdd(b, rest, LLVMBuildSelect(b, wrong, right, zero, ""), "");
}

static LLVMIntPredicate int_predicate(IrCondition condition) {
    static const LLVMIntPredicate predicates[] = {
        [COND_LT] = LLVMIntSLT, [COND_LE] = LLVMIntSLE, [COND_EQ] = LLVMIntEQ,
        [COND_NE] = LLVMIntNE,  [COND_GT] = LLVMIntSGT, [COND_GE] = LLVMIntSGE,
    };
    return predicates[condition];
}

static LLVMRealPredicate real_predicate(IrCondition condition) {
    static const LLVMRealPredicate predicates[] = {
        [COND_LT] = LLVMRealOLT, [COND_LE] = LLVMRealOLE, [COND_EQ] = LLVMRealOEQ,
        [COND_NE] = LLVMRealUNE, [COND_GT] = LLVMRealOGT, [COND_GE] = LLVMRealOGE,
    };
    return predicates[condition];
}

static LLVMValueRef emit_binary(Emit *e, IrOp *op) {
    LLVMBuilderRef b = e->builder;
    LLVMValueRef left = emit_operand(e, op, 0), right = emit_operand(e, op, 1);
    switch (op->opcode) {
    case IR_I64_ADD:
        return LLVMBuildNSWAdd(b, left, right, "");
    case IR_I64_SUB:
        return LLVMBuildNSWSub(b, left, right, "");
    case IR_I64_MUL:
        return LLVMBuildNSWMul(b, left, right, "");
    case IR_I64_FLOORDIV:
        return floor_divide(e, left, right);
    case IR_I64_MOD:
        return floor_rest(e, left, right);
    case IR_I64_AND:
        return LLVMBuildAnd(b, left, right, "");
    case IR_I64_OR:
        return LLVMBuildOr(b, left, right, "");
    case IR_I64_XOR:
        return LLVMBuildXor(b, left, right, "");
    case IR_I64_SHL:
        return LLVMBuildShl(b, left, right, "");
    case IR_I64_SHR:
        return LLVMBuildAShr(b, left, right, "");
    case IR_F64_ADD:
        return LLVMBuildFAdd(b, left, right, "");
    case IR_F64_SUB:
        return LLVMBuildFSub(b, left, right, "");
    case IR_F64_MUL:
        return LLVMBuildFMul(b, left, right, "");
    case IR_F64_DIV:
        return LLVMBuildFDiv(b, left, right, "");
    case IR_I64_COMPARE:
        return LLVMBuildICmp(b, int_predicate(op->condition), left, right, "");
    case IR_F64_COMPARE:
        return LLVMBuildFCmp(b, real_predicate(op->condition), left, right, "");
    case IR_IS:
        return LLVMBuildICmp(b, LLVMIntEQ, left, right, "");
    default:
        return NULL;
    }
}

static LLVMValueRef emit_unary(Emit *e, IrOp *op) {
    LLVMBuilderRef b = e->builder;
    const Codegen *cg = e->cg;
    LLVMValueRef value = emit_operand(e, op, 0), one = const_u64(cg, 1);
    switch (op->opcode) {
    case IR_BOX_SMALL:
        return LLVMBuildOr(b, LLVMBuildShl(b, value, one, ""), one, "");
    case IR_UNBOX_SMALL:
        return LLVMBuildAShr(b, value, one, "");
    case IR_BOX_BOOL:
        return LLVMBuildSelect(b, value, const_u64(cg, VALUE_TRUE), const_u64(cg, VALUE_FALSE), "");
    case IR_UNBOX_BOOL:
        return emit_is_word(e, value, VALUE_TRUE);
    case IR_I64_TO_F64:
        return LLVMBuildSIToFP(b, value, cg->types.f64, "");
    case IR_BOOL_TO_I64:
        return LLVMBuildZExt(b, value, cg->types.i64, "");
    case IR_I64_NEG:
        return LLVMBuildNSWNeg(b, value, "");
    case IR_F64_NEG:
        return LLVMBuildFNeg(b, value, "");
    case IR_BOOL_NOT:
        return LLVMBuildNot(b, value, "");
    case IR_IS_STOP:
        return emit_is_word(e, value, VALUE_STOP);
    case IR_IS_NULL:
        return emit_is_word(e, value, VALUE_NULL);
    default:
        return NULL;
    }
}

LLVMValueRef emit_number(Emit *e, IrOp *op) {
    return op->operand_count == 2 ? emit_binary(e, op) : emit_unary(e, op);
}
