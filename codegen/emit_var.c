/*
 * emit_var.c — constants, local variables and module globals. Locals are stack slots that LLVM
 * turns into registers, or into the coroutine frame where they live across a suspension.
 */
#include "emit.h"

static LLVMValueRef constant_load(Emit *e, uint32_t number) {
    Codegen *cg = e->cg;
    LLVMValueRef index = const_u32(cg, number);
    LLVMValueRef slot = LLVMConstInBoundsGEP2(cg->types.i64, e->module->constant_slots, &index, 1);
    LLVMValueRef load = LLVMBuildLoad2(e->builder, cg->types.i64, slot, "");
    /* In coroutines a load that is shared across a suspension would live in the frame. */
    if (!e->coro.handle)
        LLVMSetMetadata(
            load, cg->invariant_kind,
            LLVMMetadataAsValue(cg->context, LLVMMDNodeInContext2(cg->context, NULL, 0)));
    return load;
}

LLVMValueRef emit_constant(Emit *e, const IrConstant *constant) {
    uint64_t word;
    if (constant_is_immediate(constant, &word))
        return const_u64(e->cg, word);
    return constant_load(e, constant_number(e->cg, e->module, constant));
}

LLVMValueRef emit_name(Emit *e, const Name *name) {
    return constant_load(e, constant_name_number(e->cg, e->module, name));
}

/* -- locals -- */

/* Raises UnboundLocalError if `value` is the unbound word. */
static void check_bound(Emit *e, const IrOp *op, LLVMValueRef value) {
    LLVMBasicBlockRef unbound = emit_block(e, "unbound"), bound = emit_next_block(e, "bound");
    LLVMValueRef branch =
        LLVMBuildCondBr(e->builder, emit_is_word(e, value, VALUE_NULL), unbound, bound);
    LLVMSetMetadata(branch, e->cg->prof_kind, e->cg->failure_weights);
    LLVMPositionBuilderAtEnd(e->builder, unbound);
    RUNTIME_CALL(e, unbound_local, emit_name(e, op->local->name));
    LLVMBuildBr(e->builder, emit_edge(e, op->frame, op->position, op->unwind));
    LLVMPositionBuilderAtEnd(e->builder, bound);
}

void emit_local_get(Emit *e, IrOp *op) {
    LLVMValueRef value = LLVMBuildLoad2(e->builder, type_of_repr(e->cg, op->local->type.repr),
                                        e->locals[op->local->index], "");
    if (op->checked)
        check_bound(e, op, value);
    e->values[op->id] = value;
}

void emit_local_set(Emit *e, IrOp *op) {
    LLVMBuildStore(e->builder, emit_operand(e, op, 0), e->locals[op->local->index]);
}

void emit_local_del(Emit *e, IrOp *op) {
    LLVMValueRef slot = e->locals[op->local->index];
    if (op->checked)
        check_bound(e, op, LLVMBuildLoad2(e->builder, e->cg->types.i64, slot, ""));
    LLVMBuildStore(e->builder, const_u64(e->cg, VALUE_NULL), slot);
}

/* -- globals -- */

static LLVMValueRef global_slot(Emit *e, const IrGlobal *global) {
    LLVMValueRef index = const_u32(e->cg, global->index);
    LLVMValueRef slots = module_code(e->cg, global->module)->globals;
    return LLVMConstInBoundsGEP2(e->cg->types.i64, unit_value(e->cg, slots, global->module), &index,
                                 1);
}

/* Branches on an unbound slot: answers the block for it; emission goes on in `*bound`. */
static LLVMBasicBlockRef branch_unbound(Emit *e, LLVMValueRef value, LLVMBasicBlockRef *bound) {
    LLVMBasicBlockRef missing = emit_block(e, "missing");
    *bound = emit_next_block(e, "bound");
    LLVMValueRef branch =
        LLVMBuildCondBr(e->builder, emit_is_word(e, value, VALUE_NULL), missing, *bound);
    LLVMSetMetadata(branch, e->cg->prof_kind, e->cg->failure_weights);
    return missing;
}

/* An unbound slot may still be found elsewhere: an attribute set from outside, a built-in name. */
static void get_checked(Emit *e, IrOp *op, LLVMValueRef value) {
    LLVMBasicBlockRef bound, missing = branch_unbound(e, value, &bound);
    bool borrowed = ir_result_is_borrowed(op);
    LLVMPositionBuilderAtEnd(e->builder, missing);
    LLVMValueRef found = RUNTIME_CALL(e, global_missing, emit_name(e, op->global->name));
    emit_check(e, op, emit_is_word(e, found, VALUE_NULL));
    if (borrowed) /* its place keeps it alive */
        RUNTIME_CALL(e, decref, found);
    missing = LLVMGetInsertBlock(e->builder);
    LLVMPositionBuilderAtEnd(e->builder, bound);
    LLVMBasicBlockRef done = emit_next_block(e, "loaded");
    LLVMPositionBuilderAtEnd(e->builder, missing);
    LLVMBuildBr(e->builder, done);
    LLVMPositionBuilderAtEnd(e->builder, bound);
    if (!borrowed)
        RUNTIME_CALL(e, incref, value);
    LLVMBuildBr(e->builder, done);
    LLVMPositionBuilderAtEnd(e->builder, done);
    LLVMValueRef phi = LLVMBuildPhi(e->builder, e->cg->types.i64, "");
    LLVMAddIncoming(phi, (LLVMValueRef[]){found, value}, (LLVMBasicBlockRef[]){missing, bound}, 2);
    e->values[op->id] = phi;
}

void emit_global_get(Emit *e, IrOp *op) {
    LLVMValueRef value =
        LLVMBuildLoad2(e->builder, e->cg->types.i64, global_slot(e, op->global), "");
    if (op->checked) {
        get_checked(e, op, value);
        return;
    }
    if (!ir_result_is_borrowed(op))
        RUNTIME_CALL(e, incref, value);
    e->values[op->id] = value;
}

void emit_global_set(Emit *e, IrOp *op) {
    LLVMValueRef slot = global_slot(e, op->global);
    LLVMValueRef value = emit_operand(e, op, 0);
    LLVMValueRef old = LLVMBuildLoad2(e->builder, e->cg->types.i64, slot, "");
    LLVMBuildStore(e->builder, value, slot);
    RUNTIME_CALL(e, xdecref, old);
}

void emit_global_del(Emit *e, IrOp *op) {
    LLVMValueRef slot = global_slot(e, op->global);
    LLVMValueRef old = LLVMBuildLoad2(e->builder, e->cg->types.i64, slot, "");
    LLVMBasicBlockRef bound, missing = branch_unbound(e, old, &bound);
    LLVMPositionBuilderAtEnd(e->builder, missing);
    RUNTIME_CALL(e, global_delete_missing, emit_name(e, op->global->name));
    LLVMBuildBr(e->builder, emit_edge(e, op->frame, op->position, op->unwind));
    LLVMPositionBuilderAtEnd(e->builder, bound);
    LLVMBuildStore(e->builder, const_u64(e->cg, VALUE_NULL), slot);
    RUNTIME_CALL(e, decref, old);
}
