/*
 * emit_call.c — calls: runtime functions by the facts of rt/abi.def, Python functions directly, and
 * the entries through which the runtime calls a function it knows as an object.
 */
#include "emit.h"

#include <string.h>

/* -- arrays of arguments -- */

/* In front of the arguments is one more word, which the callee may overwrite: a method call puts
 * its receiver there. */
typedef struct Array {
    LLVMValueRef slot;  /* the word in front */
    LLVMValueRef items; /* the arguments */
    uint32_t count;     /* of words in the slot */
    bool scoped;        /* the slot belongs to this call alone */
} Array;

static void lifetime(Emit *e, const char *name, const Array *array) {
    Codegen *cg = e->cg;
    unsigned id = LLVMLookupIntrinsicID(name, strlen(name));
    LLVMTypeRef pointer = cg->types.pointer;
    LLVMValueRef function = LLVMGetIntrinsicDeclaration(cg->module, id, &pointer, 1);
    LLVMValueRef args[] = {const_u64(cg, array->count * sizeof(Value)), array->slot};
    LLVMBuildCall2(e->builder, LLVMIntrinsicGetType(cg->context, id, &pointer, 1), function, args,
                   2, "");
}

/* A slot for `count` words. Plain functions share one per size. In a coroutine a slot whose
 * address two calls pass would count as alive across the suspension between them and be kept in the
 * frame, so each call has its own there; LLVM merges them again on the stack. */
static LLVMValueRef array_slot(Emit *e, uint32_t count) {
    LLVMTypeRef type = LLVMArrayType2(e->cg->types.i64, count);
    if (e->coro.handle)
        return emit_alloca(e, type, "args");
    while (e->arrays.count <= count)
        VEC_PUSH(e->cg->arena, &e->arrays, NULL);
    if (!e->arrays.items[count])
        e->arrays.items[count] = emit_alloca(e, type, "args");
    return e->arrays.items[count];
}

static LLVMValueRef word_at(Emit *e, LLVMValueRef slot, uint32_t word) {
    LLVMValueRef index = const_u32(e->cg, word);
    return LLVMBuildInBoundsGEP2(e->builder, e->cg->types.i64, slot, &index, 1, "");
}

/* Stores the value operands from `first` on. */
static Array array_begin(Emit *e, const IrOp *op, uint32_t first) {
    Array array = {.count = op->operand_count - first + 1, .scoped = true};
    array.slot = array_slot(e, array.count);
    lifetime(e, "llvm.lifetime.start", &array);
    for (uint32_t i = 1; i < array.count; i++)
        LLVMBuildStore(e->builder, emit_operand(e, op, first + i - 1), word_at(e, array.slot, i));
    array.items = word_at(e, array.slot, 1);
    return array;
}

static void array_end(Emit *e, const Array *array) {
    if (array->scoped)
        lifetime(e, "llvm.lifetime.end", array);
}

/* -- runtime functions -- */

/* The function object of `function` is about to be made: it can be entered from now on. */
static LLVMValueRef function_argument(Emit *e, RuntimeFunction runtime, IrFunction *function) {
    if (runtime == RUNTIME_function) {
        function_entry(e->cg, function);
        if (function->flags & FUNCTION_COROUTINE)
            function_ramp(e->cg, function);
    }
    return record_function(e->cg, function);
}

static LLVMValueRef argument(Emit *e, const IrOp *op, RuntimeArg kind, const IrOperand *operand) {
    switch (operand->kind) {
    case OPERAND_IMMEDIATE:
        return kind == RUNTIME_ARG_U ? const_u32(e->cg, (uint32_t)operand->immediate)
                                     : const_u64(e->cg, (uint64_t)operand->immediate);
    case OPERAND_NAME:
        return emit_name(e, operand->name);
    case OPERAND_FUNCTION:
        return function_argument(e, op->runtime, operand->function);
    case OPERAND_CLASS:
        return record_class(e->cg, operand->cls);
    case OPERAND_MODULE:
        return record_module(e->cg, operand->module);
    default:
        return emit_value(e, operand->value);
    }
}

/* Reading and writing attributes costs more than LLVM's threshold for inlining. Where it may happen
 * often, in functions with loops, it is inlined all the same; everywhere, it would make compiling a
 * fifth slower (docs/design/compile-time.md). */
static void inline_in_loops(Emit *e, RuntimeFunction runtime, LLVMValueRef call) {
    bool is_attribute = runtime == RUNTIME_getattr || runtime == RUNTIME_setattr;
    bool is_float = runtime == RUNTIME_held_float || runtime == RUNTIME_hold_float ||
                    runtime == RUNTIME_plain_layout || runtime == RUNTIME_call_real_method;
    if ((is_float || (is_attribute && e->ir->has_loop)) && !e->fails)
        call_attribute(e->cg, call, "alwaysinline");
}

/* Calls the C function with op's operands. */
static LLVMValueRef call_runtime(Emit *e, const IrOp *op) {
    const RuntimeFacts *facts = &runtime_facts[op->runtime];
    LLVMValueRef args[2 * sizeof facts->params / sizeof *facts->params];
    unsigned count = 0;
    uint32_t operand = 0;
    Array array = {0};
    for (uint32_t i = 0; facts->params[i] != RUNTIME_ARG_NONE; i++) {
        RuntimeArg kind = facts->params[i];
        if (kind == RUNTIME_ARG_SELF) {
            args[count++] = coro_self(e);
        } else if (kind == RUNTIME_ARG_C) {
            args[count++] = record_cache(e->cg, e->module);
        } else if (kind == RUNTIME_ARG_A) {
            array = array_begin(e, op, operand);
            args[count++] = array.items;
            args[count++] = const_u32(e->cg, array.count - 1);
        } else {
            args[count++] = argument(e, op, kind, &op->operands[operand++]);
        }
    }
    LLVMValueRef answer = runtime_call(e, op->runtime, args, count);
    inline_in_loops(e, op->runtime, answer);
    array_end(e, &array);
    return answer;
}

static LLVMValueRef is_negative(Emit *e, LLVMValueRef answer) {
    return LLVMBuildICmp(e->builder, LLVMIntSLT, answer, LLVMConstNull(LLVMTypeOf(answer)), "");
}

static void check_answer(Emit *e, const IrOp *op, LLVMValueRef answer) {
    switch (runtime_facts[op->runtime].fail) {
    case RUNTIME_FAIL_NULL:
        emit_check(e, op, emit_is_word(e, answer, VALUE_NULL));
        break;
    case RUNTIME_FAIL_NEG:
        emit_check(e, op, is_negative(e, answer));
        break;
    case RUNTIME_FAIL_ALWAYS:
        LLVMBuildBr(e->builder, emit_edge(e, op->frame, op->position, op->unwind));
        break;
    case RUNTIME_FAIL_NEVER:
        break;
    }
}

/* What a WebAssembly call takes at least of the stack that pyrt_stack_check looks at. Most
 * functions would take nothing, since locals live in the host's stack; the host's limit
 * (rt/wasi/run.mjs raises it) must come later than ours. */
enum { WASM_FOOTPRINT_WORDS = 30 };

/* A slot whose address goes into assembly code without instructions: it cannot be optimised away.
 */
static void take_footprint(Emit *e) {
    Codegen *cg = e->cg;
    LLVMTypeRef slot = LLVMArrayType2(cg->types.i64, WASM_FOOTPRINT_WORDS);
    LLVMTypeRef type = LLVMFunctionType(cg->types.nothing, &cg->types.pointer, 1, false);
    Array array = {.slot = emit_alloca(e, slot, "footprint"), .count = WASM_FOOTPRINT_WORDS};
    LLVMValueRef nothing =
        LLVMGetInlineAsm(type, "", 0, "r", 1, true, false, LLVMInlineAsmDialectATT, false);
    lifetime(e, "llvm.lifetime.start", &array);
    LLVMBuildCall2(e->builder, type, nothing, &array.slot, 1, "");
    lifetime(e, "llvm.lifetime.end", &array);
}

void emit_rt(Emit *e, IrOp *op) {
    const RuntimeFacts *facts = &runtime_facts[op->runtime];
    if (op->runtime == RUNTIME_stack_check && e->cg->options->target == TARGET_WASI &&
        op == e->ir->blocks.items[0]->first)
        take_footprint(e);
    bool counts = e->counts_depth && op->runtime == RUNTIME_stack_check;
    LLVMValueRef answer =
        counts ? runtime_call(e, RUNTIME_depth_check, NULL, 0) : call_runtime(e, op);
    if (facts->effects == RUNTIME_EFFECTS_AWAIT)
        answer = coro_await(e, op, answer, false);
    check_answer(e, op, answer);
    if (facts->fail == RUNTIME_FAIL_ALWAYS)
        return;
    if (facts->result == RUNTIME_RESULT_BOOL)
        answer = LLVMBuildIsNotNull(e->builder, answer, "");
    e->values[op->id] = answer;
}

/* -- Python functions -- */

/* Calls op->function with op's operands, and `mode` if it is a coroutine. */
static LLVMValueRef call_function(Emit *e, const IrOp *op, uint32_t mode) {
    Callable body = function_code(e->cg, op->function)->body;
    LLVMValueRef *args = ARENA_ARRAY(e->cg->arena, LLVMValueRef, op->operand_count + 1);
    unsigned count = 0;
    for (uint32_t i = 0; i < op->operand_count; i++)
        args[count++] = emit_operand(e, op, i);
    if (function_is_coroutine(op->function))
        args[count++] = const_u32(e->cg, mode);
    LLVMValueRef function = unit_value(e->cg, body.function, op->function->module);
    return LLVMBuildCall2(e->builder, body.type, function, args, count, "");
}

void emit_call(Emit *e, IrOp *op) {
    LLVMValueRef answer = call_function(e, op, CORO_CREATE);
    if (op->function->return_type.repr == REPR_OBJ) {
        emit_check(e, op, emit_is_word(e, answer, VALUE_NULL));
        e->values[op->id] = answer;
    } else {
        emit_check(e, op, LLVMBuildExtractValue(e->builder, answer, 1, ""));
        e->values[op->id] = LLVMBuildExtractValue(e->builder, answer, 0, "");
    }
}

void emit_await_call(Emit *e, IrOp *op) {
    LLVMValueRef answer = coro_await(e, op, call_function(e, op, CORO_HOT), true);
    emit_check(e, op, emit_is_word(e, answer, VALUE_NULL));
    e->values[op->id] = answer;
}

/* -- entries -- */

/* An object for the result of a function that returns it unboxed. */
static LLVMValueRef box_result(Emit *e, IrRepr repr, LLVMValueRef value) {
    switch (repr) {
    case REPR_I64:
        return RUNTIME_CALL(e, box_i64, value);
    case REPR_F64:
        return RUNTIME_CALL(e, box_f64, value);
    default:
        return LLVMBuildSelect(e->builder, value, const_u64(e->cg, VALUE_TRUE),
                               const_u64(e->cg, VALUE_FALSE), "");
    }
}

/* Returns the answer of the body, boxed; 0 if it failed. */
static void return_boxed(Emit *e, LLVMValueRef pair) {
    LLVMBasicBlockRef failed = emit_block(e, "failed"), good = emit_block(e, "good");
    LLVMBuildCondBr(e->builder, LLVMBuildExtractValue(e->builder, pair, 1, ""), failed, good);
    LLVMPositionBuilderAtEnd(e->builder, failed);
    LLVMBuildRet(e->builder, const_u64(e->cg, VALUE_NULL));
    LLVMPositionBuilderAtEnd(e->builder, good);
    LLVMValueRef value = LLVMBuildExtractValue(e->builder, pair, 0, "");
    LLVMBuildRet(e->builder, box_result(e, e->ir->return_type.repr, value));
}

/* Emits `symbol.suffix`(callee, args): loads every parameter and calls the body. */
static LLVMValueRef emit_entry(Codegen *cg, const IrFunction *ir, const char *suffix,
                               uint32_t mode) {
    Callable body = function_code(cg, ir)->body;
    const char *name = arena_printf(cg->arena, "%s.%s", ir->symbol, suffix);
    FunctionCode code = {
        .body = {LLVMAddFunction(cg->module, name, cg->types.entry), cg->types.entry}};
    Emit e = {
        .cg = cg, .ir = ir, .code = &code, .builder = LLVMCreateBuilderInContext(cg->context)};
    LLVMSetLinkage(code.body.function, LLVMInternalLinkage);
    emit_attributes(cg, code.body.function, true);
    LLVMPositionBuilderAtEnd(e.builder, emit_block(&e, "entry"));
    LLVMValueRef *args = ARENA_ARRAY(cg->arena, LLVMValueRef, ir->param_count + 2);
    unsigned count = 0;
    args[count++] = LLVMGetParam(code.body.function, 0);
    for (uint32_t i = 0; i < ir->param_count; i++) {
        LLVMValueRef index = const_u32(cg, i);
        LLVMValueRef place = LLVMBuildInBoundsGEP2(
            e.builder, cg->types.i64, LLVMGetParam(code.body.function, 1), &index, 1, "");
        args[count++] = LLVMBuildLoad2(e.builder, cg->types.i64, place, "");
    }
    if (function_is_coroutine(ir))
        args[count++] = const_u32(cg, mode);
    LLVMValueRef answer = LLVMBuildCall2(e.builder, body.type, body.function, args, count, "");
    if (ir->return_type.repr == REPR_OBJ)
        LLVMBuildRet(e.builder, answer);
    else
        return_boxed(&e, answer);
    LLVMDisposeBuilder(e.builder);
    return code.body.function;
}

void function_entry(Codegen *cg, const IrFunction *function) {
    FunctionCode *code = function_code(cg, function);
    Unit *here = unit_enter(cg, module_code(cg, function->module)->unit);
    if (!code->entry)
        code->entry = emit_entry(cg, function, "entry", CORO_CREATE);
    unit_enter(cg, here);
}

void function_ramp(Codegen *cg, const IrFunction *function) {
    FunctionCode *code = function_code(cg, function);
    Unit *here = unit_enter(cg, module_code(cg, function->module)->unit);
    if (!code->ramp)
        code->ramp = emit_entry(cg, function, "ramp", CORO_HOT);
    unit_enter(cg, here);
}
