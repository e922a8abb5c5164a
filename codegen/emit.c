/*
 * emit.c — IR functions to LLVM functions: blocks in an order in which definitions come before
 * their uses, operators by kind, and the shared edges on which failures travel.
 *
 * A value of the IR is one LLVM value; a local is a stack slot in the entry block. An operator that
 * fails branches to an edge block, which adds the traceback entry and goes to the operator's unwind
 * block. All operators of one frame with the same unwind block share it: a phi brings the position.
 */
#include "emit.h"

#include <string.h>

/* -- blocks and values -- */

LLVMBasicBlockRef emit_block(Emit *e, const char *name) {
    return LLVMAppendBasicBlockInContext(e->cg->context, e->code->body.function, name);
}

LLVMBasicBlockRef emit_next_block(Emit *e, const char *name) {
    LLVMBasicBlockRef block = emit_block(e, name);
    LLVMMoveBasicBlockAfter(block, LLVMGetInsertBlock(e->builder));
    return block;
}

LLVMValueRef emit_alloca(Emit *e, LLVMTypeRef type, const char *name) {
    LLVMBuilderRef builder = LLVMCreateBuilderInContext(e->cg->context);
    LLVMPositionBuilderBefore(builder, e->alloca_end);
    LLVMValueRef slot = LLVMBuildAlloca(builder, type, name);
    LLVMDisposeBuilder(builder);
    return slot;
}

LLVMValueRef emit_is_word(Emit *e, LLVMValueRef value, uint64_t word) {
    return LLVMBuildICmp(e->builder, LLVMIntEQ, value, const_u64(e->cg, word), "");
}

/* Constants are loaded where they are used: a load costs less than a place in a coroutine frame. */
LLVMValueRef emit_value(Emit *e, IrOp *value) {
    if (value->opcode == IR_CONST_OBJ)
        return emit_constant(e, value->constant);
    return e->values[value->id];
}

LLVMValueRef emit_operand(Emit *e, const IrOp *op, uint32_t index) {
    return emit_value(e, op->operands[index].value);
}

/* -- failures -- */

/* More ways into one block than this make it another: LLVM looks at all of a phi's to find one. */
enum { EDGE_ENTRIES_MAX = 128 };

/* Emits the edge block of `edge`. */
static void begin_edge(Emit *e, Edge *edge, const IrBlock *unwind) {
    const Types *types = &e->cg->types;
    LLVMBasicBlockRef here = LLVMGetInsertBlock(e->builder);
    LLVMMetadataRef place = LLVMGetCurrentDebugLocation2(e->builder);
    LLVMPositionBuilderAtEnd(e->builder, edge->block);
    debug_at(e, 0);
    edge->position = LLVMBuildPhi(e->builder, edge->is_near ? types->i32 : types->i64, "position");
    LLVMValueRef args[] = {record_function(e->cg, edge->frame), edge->position};
    runtime_call(e, edge->is_near ? RUNTIME_traceback_near : RUNTIME_traceback_here, args, 2);
    LLVMBuildBr(e->builder, e->blocks[unwind->id]);
    LLVMPositionBuilderAtEnd(e->builder, here);
    LLVMSetCurrentDebugLocation2(e->builder, place);
}

/* The edge block of (frame, unwind), which takes the position from where it is entered. */
static Edge *find_edge(Emit *e, const IrFunction *frame, const IrBlock *unwind, bool is_near) {
    for (Edge *edge = e->edges[unwind->id]; edge; edge = edge->next)
        if (edge->frame == frame && edge->is_near == is_near && edge->entries < EDGE_ENTRIES_MAX)
            return edge;
    Edge *edge = ARENA_NEW(e->cg->arena, Edge);
    *edge = (Edge){.frame = frame,
                   .block = emit_block(e, "failed"),
                   .is_near = is_near,
                   .next = e->edges[unwind->id]};
    e->edges[unwind->id] = edge;
    begin_edge(e, edge, unwind);
    return edge;
}

LLVMBasicBlockRef emit_edge(Emit *e, const IrFunction *frame, uint64_t position,
                            const IrBlock *unwind) {
    if (!position)
        return e->blocks[unwind->id];
    uint32_t near;
    frame = frame ? frame : e->ir;
    bool is_near = position_to_near(position, frame->line, &near);
    Edge *edge = find_edge(e, frame, unwind, is_near);
    edge->entries++;
    LLVMValueRef value = is_near ? const_u32(e->cg, near) : const_u64(e->cg, position);
    LLVMBasicBlockRef from = LLVMGetInsertBlock(e->builder);
    LLVMAddIncoming(edge->position, &value, &from, 1);
    return edge->block;
}

void emit_check(Emit *e, const IrOp *op, LLVMValueRef failed) {
    LLVMBasicBlockRef edge = emit_edge(e, op->frame, op->position, op->unwind);
    LLVMBasicBlockRef next = emit_next_block(e, "");
    LLVMValueRef branch = LLVMBuildCondBr(e->builder, failed, edge, next);
    LLVMSetMetadata(branch, e->cg->prof_kind, e->cg->failure_weights);
    LLVMPositionBuilderAtEnd(e->builder, next);
}

/* -- returns -- */

void emit_leave(Emit *e) {
    if (e->counts_depth)
        runtime_call(e, RUNTIME_depth_leave, NULL, 0);
    if (e->tracks_stack)
        runtime_call(e, RUNTIME_frame_leave, NULL, 0);
}

static void emit_return(Emit *e, LLVMValueRef value) {
    const IrFunction *ir = e->ir;
    emit_leave(e);
    if (e->coro.handle) {
        coro_return(e, value);
    } else if (ir->return_type.repr == REPR_OBJ) {
        LLVMBuildRet(e->builder, value);
    } else {
        LLVMTypeRef type = LLVMGetReturnType(e->code->body.type);
        LLVMValueRef pair = LLVMBuildInsertValue(e->builder, LLVMGetUndef(type), value, 0, "");
        LLVMValueRef good = LLVMConstNull(e->cg->types.i1);
        LLVMBuildRet(e->builder, LLVMBuildInsertValue(e->builder, pair, good, 1, ""));
    }
}

static void emit_return_failed(Emit *e) {
    emit_leave(e);
    if (e->coro.handle) {
        coro_fail(e);
    } else if (e->ir->return_type.repr == REPR_OBJ) {
        LLVMBuildRet(e->builder, const_u64(e->cg, VALUE_NULL));
    } else {
        LLVMTypeRef type = LLVMGetReturnType(e->code->body.type);
        LLVMValueRef failed = LLVMConstAllOnes(e->cg->types.i1);
        LLVMValueRef pair = LLVMConstNull(type);
        LLVMBuildRet(e->builder, LLVMBuildInsertValue(e->builder, pair, failed, 1, ""));
    }
}

/* -- operators -- */

static void emit_yield(Emit *e, IrOp *op) {
    LLVMValueRef sent = coro_yield(e, op, emit_operand(e, op, 0));
    emit_check(e, op, emit_is_word(e, sent, VALUE_NULL));
    e->values[op->id] = sent;
}

static void emit_branch(Emit *e, IrOp *op) {
    LLVMBuildCondBr(e->builder, emit_operand(e, op, 0), e->blocks[op->targets[0]->id],
                    e->blocks[op->targets[1]->id]);
}

static void emit_terminator(Emit *e, IrOp *op) {
    switch (op->opcode) {
    case IR_BR:
        LLVMBuildBr(e->builder, e->blocks[op->targets[0]->id]);
        break;
    case IR_BRANCH:
        emit_branch(e, op);
        break;
    case IR_RET:
        emit_return(e, emit_operand(e, op, 0));
        break;
    case IR_RET_FAIL:
        emit_return_failed(e);
        break;
    default:
        LLVMBuildUnreachable(e->builder);
    }
}

/* Tells the line of a call, if stacks are tracked. */
static void tell_line(Emit *e, const IrOp *op) {
    if (!e->tracks_stack || !op->position || e->line == e->told_line)
        return;
    RUNTIME_CALL(e, frame_line, const_u32(e->cg, e->line));
    e->told_line = e->line;
}

static void emit_op(Emit *e, IrOp *op) {
    debug_at(e, op->position);
    e->line = (uint32_t)(op->position >> 40);
    tell_line(e, op);
    switch (op->opcode) {
    case IR_CONST_I64:
        e->values[op->id] = const_u64(e->cg, (uint64_t)op->integer);
        break;
    case IR_CONST_F64:
        e->values[op->id] = LLVMConstReal(e->cg->types.f64, op->real);
        break;
    case IR_CONST_BOOL:
        e->values[op->id] = LLVMConstInt(e->cg->types.i1, op->integer != 0, false);
        break;
    case IR_CONST_OBJ: /* see emit_value */
    case IR_KEEP:
        break;
    case IR_NULL:
        e->values[op->id] = const_u64(e->cg, VALUE_NULL);
        break;
    case IR_CALLEE:
        e->values[op->id] = e->callee;
        break;
    case IR_LOCAL_GET:
        emit_local_get(e, op);
        break;
    case IR_LOCAL_SET:
        emit_local_set(e, op);
        break;
    case IR_LOCAL_DEL:
        emit_local_del(e, op);
        break;
    case IR_GLOBAL_GET:
        emit_global_get(e, op);
        break;
    case IR_GLOBAL_SET:
        emit_global_set(e, op);
        break;
    case IR_GLOBAL_DEL:
        emit_global_del(e, op);
        break;
    case IR_RT:
        emit_rt(e, op);
        if (op->runtime == RUNTIME_frame_enter || op->runtime == RUNTIME_frame_leave)
            e->told_line = 0;
        break;
    case IR_CALL:
        emit_call(e, op);
        break;
    case IR_AWAIT_CALL:
        emit_await_call(e, op);
        break;
    case IR_YIELD:
        emit_yield(e, op);
        break;
    default:
        if (ir_flags(op) & IR_FLAG_TERM)
            emit_terminator(e, op);
        else
            e->values[op->id] = emit_number(e, op);
    }
}

static void emit_ir_block(Emit *e, const IrBlock *block) {
    LLVMPositionBuilderAtEnd(e->builder, e->blocks[block->id]);
    e->told_line = 0;
    for (IrOp *op = block->first; op; op = op->next) {
        emit_op(e, op);
        if (ir_always_fails(op))
            break;
    }
}

/* -- functions -- */

/* Stack slots for all locals, before any code. */
static void emit_slots(Emit *e) {
    e->allocas = emit_block(e, "entry");
    LLVMPositionBuilderAtEnd(e->builder, e->allocas);
    e->alloca_end = LLVMBuildAlloca(e->builder, e->cg->types.i8, "");
    for (size_t i = 0; i < e->ir->locals.count; i++) {
        const IrLocal *local = e->ir->locals.items[i];
        e->locals[local->index] = emit_alloca(e, type_of_repr(e->cg, local->type.repr),
                                              local->name ? local->name->text : "");
    }
}

/* First contents of the locals: arguments, or unbound. */
static void emit_first_values(Emit *e) {
    for (size_t i = 0; i < e->ir->locals.count; i++) {
        const IrLocal *local = e->ir->locals.items[i];
        LLVMValueRef value = local->index < e->ir->param_count
                                 ? LLVMGetParam(e->code->body.function, local->index + 1)
                                 : LLVMConstNull(type_of_repr(e->cg, local->type.repr));
        LLVMBuildStore(e->builder, value, e->locals[local->index]);
        debug_local(e, local);
    }
}

/* A plain function begins. */
static void emit_enter(Emit *e) {
    if (e->counts_depth)
        runtime_call(e, RUNTIME_depth_enter, NULL, 0);
    if (e->tracks_stack)
        RUNTIME_CALL(e, frame_enter, record_function(e->cg, e->ir));
}

static void emit_body(Emit *e) {
    BlockOrder order = block_order(e->cg->arena, e->ir);
    emit_slots(e);
    for (size_t i = 0; i < order.count; i++)
        e->blocks[order.blocks[i]->id] = emit_block(e, "");
    debug_function(e);
    if (function_is_coroutine(e->ir))
        coro_open(e);
    emit_first_values(e);
    if (e->coro.handle)
        coro_start(e);
    else
        emit_enter(e);
    LLVMBuildBr(e->builder, e->blocks[e->ir->blocks.items[0]->id]);
    for (size_t i = 0; i < order.count; i++) {
        e->fails = order.fails[order.blocks[i]->id];
        emit_ir_block(e, order.blocks[i]);
    }
    e->fails = false;
    if (e->coro.handle)
        coro_close(e);
    LLVMInstructionEraseFromParent(e->alloca_end);
}

static bool is_listed(const IrModule *module, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!strcmp(names[i], module->name))
            return true;
    return false;
}

bool emit_is_hot_library(const IrModule *module) {
    static const char *const hot[] = {
#define HOT_MODULE(name) name,
#include "../rt/library.def"
    };
    return module->source->is_library && is_listed(module, hot, sizeof hot / sizeof *hot);
}

/* Code that runs once from top to bottom, and most of the library's modules, is not worth the time
 * of optimising it. WebAssembly engines give every value of unoptimised functions a place in their
 * stack, of which there is little: the installed Python's modules, which may recur deeply, are
 * optimised there. */
static bool is_cold(const Codegen *cg, const IrFunction *ir) {
    bool is_body = ir == ir->module->body || (ir->flags & FUNCTION_CLASS_BODY);
    if (is_body && (!ir->has_loop || ir->module->is_library))
        return true;
    bool is_deep = cg->options->target == TARGET_WASI && !ir->module->is_library;
    return ir->module->source->is_library && !emit_is_hot_library(ir->module) && !is_deep;
}

/* LLVM is quadratic in the size of a function at several places. Nobody writes 20,000 operators
 * (some 3,000 statements) by hand; what a generator wrote is to compile in reasonable time. */
enum { GIANT_OPERATORS = 20000 };

static bool is_giant(const IrFunction *ir) {
    size_t count = 0;
    for (size_t i = 0; i < ir->blocks.count; i++)
        for (const IrOp *op = ir->blocks.items[i]->first; op; op = op->next)
            count++;
    return count > GIANT_OPERATORS;
}

bool emit_has_giants(const IrProgram *program) {
    for (size_t i = 0; i < program->modules.count; i++) {
        const IrModule *module = program->modules.items[i];
        for (size_t k = 0; k < module->functions.count; k++)
            if (is_giant(module->functions.items[k]))
                return true;
    }
    return false;
}

void emit_attributes(Codegen *cg, LLVMValueRef function, bool optimised) {
    bool cold = cg->unit != cg->main_unit && !cg->unit->is_hot;
    bool small = cold && target_library_is_small(cg);
    char level = small ? 'z' : cg->options->optimise;
    function_attribute(cg, function, "nounwind");
    if (cg->options->target == TARGET_NATIVE)
        function_attribute_text(cg, function, "frame-pointer", "all");
    if (!optimised && !small) {
        function_attribute(cg, function, "noinline");
        function_attribute(cg, function, "optnone");
        return;
    }
    if (level == 's' || level == 'z')
        function_attribute(cg, function, "optsize");
    if (level == 'z')
        function_attribute(cg, function, "minsize");
}

static bool is_optimised(const Codegen *cg, const IrFunction *ir) {
    bool for_size = cg->options->optimise == 's' || cg->options->optimise == 'z';
    return !is_giant(ir) && (for_size || !is_cold(cg, ir)); /* unoptimised code is larger */
}

static void emit_function(Codegen *cg, ModuleCode *module, const IrFunction *ir) {
    Arena *arena = cg->arena;
    Emit e = {
        .cg = cg,
        .module = module,
        .ir = ir,
        .code = &module->functions[ir->index],
        .builder = LLVMCreateBuilderInContext(cg->context),
        .values = ARENA_ARRAY(arena, LLVMValueRef, ir->next_id + 1),
        .locals = ARENA_ARRAY(arena, LLVMValueRef, ir->locals.count + 1),
        .blocks = ARENA_ARRAY(arena, LLVMBasicBlockRef, ir->next_block_id + 1),
        .edges = ARENA_ARRAY(arena, Edge *, ir->next_block_id + 1),
        .tracks_stack = cg->tracks_stack && !ir->module->source->is_library,
        .counts_depth = cg->counts_depth && !ir->module->source->is_library,
    };
    e.callee = LLVMGetParam(e.code->body.function, 0);
    emit_attributes(cg, e.code->body.function, is_optimised(cg, ir));
    emit_body(&e);
    LLVMDisposeBuilder(e.builder);
}

void emit_program(Codegen *cg) {
    records_init(cg);
    for (size_t i = 0; i < cg->program->modules.count; i++) {
        ModuleCode *module = &cg->modules[i];
        unit_enter(cg, module->unit);
        for (size_t k = 0; k < module->ir->functions.count; k++)
            if (!module->ir->functions.items[k]->is_virtual)
                emit_function(cg, module, module->ir->functions.items[k]);
    }
    unit_enter(cg, cg->main_unit);
    records_finish(cg);
    records_settle_library(cg);
}
