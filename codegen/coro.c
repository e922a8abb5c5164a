/*
 * coro.c — generators, coroutines and async generators as LLVM switch-resumed coroutines. The only
 * file that names llvm.coro.*; docs/coroutine-abi.md describes the shape for readers of its output.
 *
 * One allocation holds the runtime's header (PYRT_CORO_HEADER bytes) and the LLVM frame behind it.
 * LLVM splits the body into the ramp, which runs up to the first suspension, and the resume
 * function that the runtime calls afterwards. A coroutine function may be started hot: the body
 * runs at once, and the ramp returns its result if it finishes. A small body is run by the ramp
 * itself; that is why the ends of the body must know whether they stand in the ramp. No value can
 * tell without being kept in the frame, so the body asks a marker function, and coro_settle
 * replaces its calls by constants once the parts are split.
 *
 * Nothing is ever destroyed through LLVM: a coroutine that is dropped is resumed with GeneratorExit
 * pending, and the runtime frees the memory. LLVM's function to destroy a suspended coroutine is
 * the collector's function to visit it instead: it shows what the frame owns at its suspend point,
 * changes nothing, and costs nothing while coroutines run.
 */
#include "emit.h"

#include <string.h>

/* How the ramp ends; the end block finds out by a phi. */
enum EndKind { END_VALUE, END_CREATED, END_SUSPENDED };

static const char marker_name[] = "py.resumed";

static LLVMValueRef call_intrinsic(Emit *e, const char *name, LLVMTypeRef *overloads,
                                   unsigned overload_count, LLVMValueRef *args, unsigned count) {
    unsigned id = LLVMLookupIntrinsicID(name, strlen(name));
    LLVMValueRef function =
        LLVMGetIntrinsicDeclaration(e->cg->module, id, overloads, overload_count);
    LLVMTypeRef type = LLVMIntrinsicGetType(e->cg->context, id, overloads, overload_count);
    return LLVMBuildCall2(e->builder, type, function, args, count, "");
}

/* Without a type to say so, "none" of the token type is its undefined value. */
static LLVMValueRef no_token(const Emit *e) {
    return LLVMConstNull(e->cg->types.token);
}

/* Operators of a body that the ramp has a copy of. A larger one would double the code for a gain
 * that is small beside its work. */
enum { HOT_SIZE_MAX = 100 };

static bool can_start_hot(const Emit *e) {
    return e->ir->flags & FUNCTION_COROUTINE;
}

/* Does the ramp itself run the body of a hot start? */
static bool runs_in_ramp(const Emit *e) {
    bool for_size = e->cg->options->optimise == 's' || e->cg->options->optimise == 'z';
    return can_start_hot(e) && !for_size && e->ir->next_id <= HOT_SIZE_MAX;
}

static bool has_handlers(const Emit *e) {
    return e->ir->flags & FUNCTION_HAS_HANDLERS;
}

/* Goes from here to the end block. */
static void end_from(Emit *e, enum EndKind kind, LLVMValueRef value, LLVMBasicBlockRef from) {
    LLVMValueRef kinds[] = {const_u32(e->cg, kind)};
    LLVMAddIncoming(e->coro.end_kind, kinds, &from, 1);
    LLVMAddIncoming(e->coro.end_value, &value, &from, 1);
}

static void go_to_end(Emit *e, LLVMValueRef value) {
    end_from(e, END_VALUE, value, LLVMGetInsertBlock(e->builder));
    LLVMBuildBr(e->builder, e->coro.end);
}

/* -- beginning -- */

static LLVMValueRef frame_size(Emit *e) {
    LLVMValueRef size = call_intrinsic(e, "llvm.coro.size", &e->cg->types.size, 1, NULL, 0);
    return LLVMBuildZExtOrBitCast(e->builder, size, e->cg->types.i64, "");
}

/* The allocation: header and frame. Returns "failed" if there is no memory. */
static LLVMValueRef allocate(Emit *e) {
    LLVMBasicBlockRef failed = emit_block(e, "no.memory"), good = emit_block(e, "allocated");
    LLVMValueRef self =
        RUNTIME_CALL(e, coro_new, record_function(e->cg, e->ir), e->callee, frame_size(e));
    LLVMValueRef branch =
        LLVMBuildCondBr(e->builder, LLVMBuildIsNull(e->builder, self, ""), failed, good);
    LLVMSetMetadata(branch, e->cg->prof_kind, e->cg->failure_weights);
    LLVMPositionBuilderAtEnd(e->builder, failed);
    LLVMBuildRet(e->builder, const_u64(e->cg, VALUE_NULL));
    LLVMPositionBuilderAtEnd(e->builder, good);
    return self;
}

/* The arguments are borrowed from the caller, but the body may outlive the call: it owns them. */
static void own_arguments(Emit *e) {
    for (uint32_t i = 0; i < e->ir->param_count; i++)
        if (e->ir->locals.items[i]->type.repr == REPR_OBJ)
            RUNTIME_CALL(e, incref, LLVMGetParam(e->code->body.function, i + 1));
}

static void make_end_block(Emit *e) {
    LLVMBasicBlockRef here = LLVMGetInsertBlock(e->builder);
    e->coro.end = emit_block(e, "end");
    LLVMPositionBuilderAtEnd(e->builder, e->coro.end);
    e->coro.end_kind = LLVMBuildPhi(e->builder, e->cg->types.i32, "end.kind");
    e->coro.end_value = LLVMBuildPhi(e->builder, e->cg->types.i64, "end.value");
    LLVMPositionBuilderAtEnd(e->builder, here);
}

void coro_open(Emit *e) {
    const Types *types = &e->cg->types;
    function_attribute(e->cg, e->code->body.function, "presplitcoroutine");
    LLVMValueRef null = LLVMConstNull(types->pointer);
    LLVMValueRef id_args[] = {const_u32(e->cg, 16), null, null, null};
    e->coro.id = call_intrinsic(e, "llvm.coro.id", NULL, 0, id_args, 4);
    LLVMValueRef self = allocate(e);
    LLVMValueRef offset = const_u32(e->cg, PYRT_CORO_HEADER);
    LLVMValueRef frame = LLVMBuildInBoundsGEP2(e->builder, types->i8, self, &offset, 1, "");
    LLVMValueRef begin_args[] = {e->coro.id, frame};
    e->coro.handle = call_intrinsic(e, "llvm.coro.begin", NULL, 0, begin_args, 2);
    make_end_block(e);
    own_arguments(e);
}

/* Always computed afresh from the frame's address: LLVM then does not keep it in the frame. */
LLVMValueRef coro_self(Emit *e) {
    LLVMValueRef offset = LLVMConstInt(e->cg->types.i32, (uint64_t)-PYRT_CORO_HEADER, true);
    return LLVMBuildInBoundsGEP2(e->builder, e->cg->types.i8, e->coro.handle, &offset, 1, "");
}

/* Shows the references that the frame owns at a suspend point to the collector. `op` is the
 * operator that suspends, NULL for a coroutine that has not begun: it owns its arguments. */
static void visit_kept(Emit *e, const IrOp *op) {
    for (size_t i = 0; op && op->kept && i < op->kept->count; i++) {
        const IrKept *kept = &op->kept->items[i];
        LLVMValueRef value = kept->value ? emit_value(e, kept->value)
                                         : LLVMBuildLoad2(e->builder, e->cg->types.i64,
                                                          e->locals[kept->local->index], "");
        RUNTIME_CALL(e, coro_visit, value);
    }
    for (uint32_t i = 0; !op && i < e->ir->param_count; i++)
        if (e->ir->locals.items[i]->type.repr == REPR_OBJ)
            RUNTIME_CALL(e, coro_visit, LLVMGetParam(e->code->body.function, i + 1));
}

/* A coroutine begins or goes on. */
static void enter_again(Emit *e) {
    if (e->counts_depth)
        runtime_call(e, RUNTIME_depth_enter, NULL, 0);
    if (e->tracks_stack)
        RUNTIME_CALL(e, frame_resume, coro_self(e));
}

/* A suspend point; emission goes on where the coroutine is resumed. What LLVM would do to destroy
 * the coroutine there is to visit what it owns. */
static void suspend(Emit *e, const IrOp *op, enum EndKind kind) {
    if (kind == END_SUSPENDED)
        emit_leave(e);
    LLVMBasicBlockRef here = LLVMGetInsertBlock(e->builder), resumed = emit_block(e, "resumed");
    LLVMBasicBlockRef visit = emit_block(e, "visit");
    LLVMValueRef args[] = {no_token(e), LLVMConstNull(e->cg->types.i1)};
    LLVMValueRef way = call_intrinsic(e, "llvm.coro.suspend", NULL, 0, args, 2);
    LLVMValueRef choice = LLVMBuildSwitch(e->builder, way, e->coro.end, 2);
    LLVMAddCase(choice, LLVMConstInt(e->cg->types.i8, 0, false), resumed);
    LLVMAddCase(choice, LLVMConstInt(e->cg->types.i8, 1, false), visit);
    LLVMValueRef none = const_u64(e->cg, VALUE_NULL);
    end_from(e, kind, none, here);
    LLVMPositionBuilderAtEnd(e->builder, visit);
    visit_kept(e, op);
    end_from(e, kind, none, LLVMGetInsertBlock(e->builder));
    LLVMBuildBr(e->builder, e->coro.end);
    LLVMPositionBuilderAtEnd(e->builder, resumed);
    coro_mark_line(e);
    enter_again(e);
    if (e->tracks_stack && op)
        RUNTIME_CALL(e, frame_line, const_u32(e->cg, e->line));
}

/* First resume of a created object: something may be thrown in before the body has begun. It
 * passes the line of the `def`, as in CPython, and leaves like the failure of the first operator.
 */
static void first_resume(Emit *e, LLVMBasicBlockRef body) {
    const IrOp *first = e->ir->blocks.items[0]->first;
    uint64_t position = PYRT_POSITION(e->ir->line, 0, 0, 0);
    LLVMValueRef sent = RUNTIME_CALL(e, coro_take, coro_self(e));
    LLVMBasicBlockRef thrown = emit_edge(e, e->ir, position, first->unwind);
    LLVMBasicBlockRef good = emit_block(e, "");
    LLVMBuildCondBr(e->builder, emit_is_word(e, sent, VALUE_NULL), thrown, good);
    LLVMPositionBuilderAtEnd(e->builder, good);
    RUNTIME_CALL(e, decref, sent);
    LLVMBuildBr(e->builder, body);
}

/* Branches on the mode of the call. */
static void branch_hot(Emit *e, LLVMBasicBlockRef hot, LLVMBasicBlockRef create) {
    LLVMValueRef mode = LLVMGetParam(e->code->body.function, e->ir->param_count + 1);
    LLVMValueRef is_hot =
        LLVMBuildICmp(e->builder, LLVMIntEQ, mode, const_u32(e->cg, CORO_HOT), "");
    LLVMBuildCondBr(e->builder, is_hot, hot, create);
}

void coro_start(Emit *e) {
    LLVMBasicBlockRef create = emit_block(e, "create"), body = emit_block(e, "body");
    if (runs_in_ramp(e)) {
        LLVMBasicBlockRef hot = emit_block(e, "hot");
        branch_hot(e, hot, create);
        LLVMPositionBuilderAtEnd(e->builder, hot);
        if (has_handlers(e))
            RUNTIME_CALL(e, coro_enter, coro_self(e));
        enter_again(e);
        LLVMBuildBr(e->builder, body);
    } else {
        LLVMBuildBr(e->builder, create);
    }
    LLVMPositionBuilderAtEnd(e->builder, create);
    suspend(e, NULL, END_CREATED);
    first_resume(e, body);
    LLVMPositionBuilderAtEnd(e->builder, body);
}

/* -- suspending -- */

LLVMValueRef coro_await(Emit *e, const IrOp *op, LLVMValueRef answer, bool linked) {
    LLVMBuilderRef b = e->builder;
    LLVMBasicBlockRef suspended = emit_block(e, "suspended"), wait = emit_block(e, "wait"),
                      done = emit_block(e, "awaited"), here = LLVMGetInsertBlock(b);
    LLVMBuildCondBr(b, emit_is_word(e, answer, VALUE_SUSPENDED), suspended, done);
    LLVMPositionBuilderAtEnd(b, suspended);
    if (linked)
        RUNTIME_CALL(e, await_link, coro_self(e));
    LLVMBuildBr(b, wait);
    LLVMPositionBuilderAtEnd(b, wait);
    suspend(e, op, END_SUSPENDED);
    LLVMValueRef later = RUNTIME_CALL(e, await_resume, coro_self(e));
    LLVMBasicBlockRef resumed = LLVMGetInsertBlock(b);
    LLVMBuildCondBr(b, emit_is_word(e, later, VALUE_SUSPENDED), wait, done);
    LLVMPositionBuilderAtEnd(b, done);
    LLVMValueRef phi = LLVMBuildPhi(b, e->cg->types.i64, "");
    LLVMAddIncoming(phi, (LLVMValueRef[]){answer, later}, (LLVMBasicBlockRef[]){here, resumed}, 2);
    return phi;
}

LLVMValueRef coro_yield(Emit *e, const IrOp *op, LLVMValueRef value) {
    if (e->ir->flags & FUNCTION_ASYNC_GENERATOR)
        RUNTIME_CALL(e, coro_async_yield, coro_self(e), value);
    else
        RUNTIME_CALL(e, coro_yield, coro_self(e), value);
    suspend(e, op, END_SUSPENDED);
    return RUNTIME_CALL(e, coro_take, coro_self(e));
}

/* -- ending -- */

/* Leaves the ramp with a finished body. */
static void finish_in_ramp(Emit *e, LLVMValueRef value) {
    if (has_handlers(e))
        RUNTIME_CALL(e, coro_leave, coro_self(e));
    RUNTIME_CALL(e, coro_hot_done, coro_self(e));
    go_to_end(e, value);
}

/* Branches on "has this been resumed?"; emission goes on in the block where it has. */
static void branch_resumed(Emit *e, LLVMBasicBlockRef in_ramp) {
    Codegen *cg = e->cg;
    LLVMTypeRef type = LLVMFunctionType(cg->types.i1, NULL, 0, false);
    LLVMValueRef marker = LLVMGetNamedFunction(cg->module, marker_name);
    if (!marker)
        marker = LLVMAddFunction(cg->module, marker_name, type);
    LLVMBasicBlockRef resumed = emit_block(e, "in.resumed");
    LLVMValueRef answer = LLVMBuildCall2(e->builder, type, marker, NULL, 0, "");
    LLVMBuildCondBr(e->builder, answer, resumed, in_ramp);
    LLVMPositionBuilderAtEnd(e->builder, resumed);
}

void coro_return(Emit *e, LLVMValueRef value) {
    LLVMBasicBlockRef in_ramp = runs_in_ramp(e) ? emit_block(e, "in.ramp") : NULL;
    if (in_ramp)
        branch_resumed(e, in_ramp);
    RUNTIME_CALL(e, coro_return, coro_self(e), value);
    go_to_end(e, const_u64(e->cg, VALUE_NULL));
    if (in_ramp) {
        LLVMPositionBuilderAtEnd(e->builder, in_ramp);
        finish_in_ramp(e, value);
    }
}

void coro_fail(Emit *e) {
    LLVMBasicBlockRef in_ramp = runs_in_ramp(e) ? emit_block(e, "in.ramp") : NULL;
    if (in_ramp)
        branch_resumed(e, in_ramp);
    RUNTIME_CALL(e, coro_fail, coro_self(e));
    go_to_end(e, const_u64(e->cg, VALUE_NULL));
    if (in_ramp) {
        LLVMPositionBuilderAtEnd(e->builder, in_ramp);
        finish_in_ramp(e, const_u64(e->cg, VALUE_NULL));
    }
}

/* What follows llvm.coro.end exists in the ramp alone; resumed parts return there. */
void coro_close(Emit *e) {
    LLVMBuilderRef b = e->builder;
    LLVMPositionBuilderAtEnd(b, e->coro.end);
    LLVMValueRef args[] = {LLVMConstNull(e->cg->types.pointer), LLVMConstNull(e->cg->types.i1),
                           no_token(e)};
    call_intrinsic(e, "llvm.coro.end", NULL, 0, args, 3);
    LLVMBasicBlockRef value = emit_block(e, "end.value"), created = emit_block(e, "end.created"),
                      suspended = emit_block(e, "end.suspended");
    LLVMValueRef choice = LLVMBuildSwitch(b, e->coro.end_kind, value, 2);
    LLVMAddCase(choice, const_u32(e->cg, END_CREATED), created);
    LLVMAddCase(choice, const_u32(e->cg, END_SUSPENDED), suspended);
    LLVMPositionBuilderAtEnd(b, value);
    LLVMBuildRet(b, e->coro.end_value);
    LLVMPositionBuilderAtEnd(b, created);
    if (can_start_hot(e) && !runs_in_ramp(e)) {
        LLVMBasicBlockRef hot = emit_block(e, "hot"), cold = emit_block(e, "cold");
        branch_hot(e, hot, cold);
        LLVMPositionBuilderAtEnd(b, hot);
        LLVMBuildRet(b, RUNTIME_CALL(e, coro_start, coro_self(e)));
        LLVMPositionBuilderAtEnd(b, cold);
    }
    LLVMBuildRet(b, RUNTIME_CALL(e, coro_created, coro_self(e)));
    LLVMPositionBuilderAtEnd(b, suspended);
    if (has_handlers(e))
        RUNTIME_CALL(e, coro_leave, coro_self(e));
    LLVMBuildRet(b, RUNTIME_CALL(e, coro_hot_suspended, coro_self(e)));
}

/* -- splitting -- */

const char *coro_pipeline(char optimise) {
    if (optimise == '0')
        return "coro-early,cgscc(coro-split)";
    return "coro-early,function(sroa<modify-cfg>,early-cse<memssa>,instcombine<no-verify-fixpoint>,"
           "simplifycfg),"
           "cgscc(coro-split<reuse-storage>)";
}

/* Replaces the marker's calls inside `function` by `answer`. */
static void settle_call(LLVMValueRef call, LLVMValueRef answer) {
    LLVMReplaceAllUsesWith(call, answer);
    LLVMInstructionEraseFromParent(call);
}

bool coro_has_any(LLVMModuleRef module) {
    return LLVMGetNamedFunction(module, "llvm.coro.begin") != NULL;
}

/* LLVM gives the parts that it splits off the calling convention fastcc. */
void coro_settle(LLVMModuleRef module) {
    LLVMValueRef marker = LLVMGetNamedFunction(module, marker_name);
    if (!marker)
        return;
    LLVMTypeRef type = LLVMInt1TypeInContext(LLVMGetModuleContext(module));
    for (LLVMUseRef use; (use = LLVMGetFirstUse(marker));) {
        LLVMValueRef call = LLVMGetUser(use);
        LLVMValueRef part = LLVMGetBasicBlockParent(LLVMGetInstructionParent(call));
        bool resumed = LLVMGetFunctionCallConv(part) == LLVMFastCallConv;
        settle_call(call, LLVMConstInt(type, resumed, false));
    }
    LLVMDeleteFunction(marker);
}
