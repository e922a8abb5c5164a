/*
 * ir_verify.c — the invariants of the IR. Passes may rely on them; the runner checks them between
 * passes. The first violation is reported as text that names the operator.
 *
 *   structure   blocks are linked well and end in their only terminator; an operator that may fail,
 *               and no other, has an unwind block; what always fails is followed by unreachable
 *   operands    number, kind and representation are those of ir.def and rt/abi.def
 *   values      every use comes after the definition on every path from the entry
 *   coroutines  suspending operators stand in coroutine-like functions, whose first operator may
 *               fail: its unwind block is where an exception goes that is thrown in at the start
 */
#include "cfg.h"

#include "../rt/abi.h"

#include <string.h>

typedef struct Verifier {
    Arena *arena; /* of messages */
    Arena *scratch;
    const IrFunction *function;
    Cfg cfg;
    bool *is_block;    /* by block id: belongs to the function */
    const IrOp **defs; /* by op id */
    uint32_t *order;   /* by op id: place in the text of the function */
    uint32_t op_count;
    uint32_t *bits; /* by op id: number of the value among those used in other blocks, plus 1 */
    uint32_t bit_count;
    const char *message;
} Verifier;

enum { COROUTINE_LIKE = FUNCTION_GENERATOR | FUNCTION_COROUTINE | FUNCTION_ASYNC_GENERATOR };

#define V (-1) /* any number of operands */
static const int operand_counts[IR_OPCODE_COUNT] = {
#define IR_OP(name, text, operands, result, flags) operands,
#include "ir.def"
#undef IR_OP
};
#undef V

#define VOID REPR_VOID
#define OBJ  REPR_OBJ
#define I64  REPR_I64
#define F64  REPR_F64
#define BOOL REPR_BOOL
#define ANY  (-1)
static const int result_reprs[IR_OPCODE_COUNT] = {
#define IR_OP(name, text, operands, result, flags) result,
#include "ir.def"
#undef IR_OP
};
#undef VOID
#undef OBJ
#undef I64
#undef F64
#undef BOOL
#undef ANY

/* Remembers the first violation. */
__attribute__((format(printf, 3, 4))) static void fail(Verifier *v, const IrOp *op,
                                                       const char *format, ...) {
    if (v->message)
        return;
    va_list args;
    va_start(args, format);
    const char *what = arena_vprintf(v->arena, format, args);
    va_end(args);
    v->message = op ? arena_printf(v->arena, "b%u: %s (%%%u): %s", op->block ? op->block->id : 0,
                                   op->opcode == IR_RT ? runtime_facts[op->runtime].name
                                                       : ir_opcode_text(op->opcode),
                                   op->id, what)
                    : what;
}

/* -- structure -- */

static void check_block_reference(Verifier *v, const IrOp *op, const IrBlock *block) {
    if (!block)
        fail(v, op, "leads nowhere");
    else if (block->function != v->function || !v->is_block[block->id])
        fail(v, op, "leads to b%u, which is no block of the function", block->id);
}

static void check_edges(Verifier *v, IrOp *op) {
    bool can_fail = ir_can_fail(op);
    if (can_fail && !op->unwind)
        fail(v, op, "may fail but has no unwind block");
    if (!can_fail && op->unwind)
        fail(v, op, "cannot fail but has an unwind block");
    IrBlock **fields[3];
    uint32_t count = cfg_successors(op, fields);
    for (uint32_t i = 0; i < count; i++)
        check_block_reference(v, op, *fields[i]);
}

static void check_links(Verifier *v, const IrBlock *block, IrOp *op) {
    if (op->block != block)
        fail(v, op, "is linked into b%u but belongs to another block", block->id);
    if ((op->next && op->next->previous != op) || (!op->next && block->last != op))
        fail(v, op, "is linked badly");
    if (op->id >= v->function->next_id || v->defs[op->id])
        fail(v, op, "its number is not unique");
    else
        v->defs[op->id] = op;
    if (op->id < v->function->next_id)
        v->order[op->id] = v->op_count++;
    bool ends = ir_flags(op) & IR_FLAG_TERM;
    if (ends && op->next)
        fail(v, op, "terminator inside a block");
    if (!ends && !op->next)
        fail(v, op, "ends the block but is no terminator");
    if (ir_always_fails(op) && op->next && op->next->opcode != IR_UNREACHABLE)
        fail(v, op, "always fails but is not followed by unreachable");
}

static void check_structure(Verifier *v) {
    const IrFunction *function = v->function;
    if (!function->blocks.count) {
        fail(v, NULL, "no blocks");
        return;
    }
    for (size_t i = 0; i < function->blocks.count; i++) {
        const IrBlock *block = function->blocks.items[i];
        if (block->id >= function->next_block_id || v->is_block[block->id])
            fail(v, NULL, "b%u: its number is not unique", block->id);
        else
            v->is_block[block->id] = true;
        if (!block->first)
            fail(v, NULL, "b%u is empty", block->id);
        for (IrOp *op = block->first; op && !v->message; op = op->next)
            check_links(v, block, op);
    }
    for (size_t i = 0; i < function->blocks.count && !v->message; i++)
        for (IrOp *op = function->blocks.items[i]->first; op; op = op->next)
            check_edges(v, op);
}

/* -- operands -- */

static bool is_value(const IrOp *op, uint32_t index, IrRepr repr) {
    return index < op->operand_count && op->operands[index].kind == OPERAND_VALUE &&
           op->operands[index].value && op->operands[index].value->type.repr == repr;
}

static void want_value(Verifier *v, const IrOp *op, uint32_t index, IrRepr repr) {
    static const char *const names[] = {"void", "obj", "i64", "f64", "bool"};
    if (!is_value(op, index, repr))
        fail(v, op, "operand %u must be a value held as %s", index, names[repr]);
}

/* A tuple of keyword names, or null. */
static void want_keywords(Verifier *v, const IrOp *op, uint32_t index) {
    want_value(v, op, index, REPR_OBJ);
    if (v->message)
        return;
    const IrOp *names = op->operands[index].value;
    if (names->opcode != IR_NULL && (names->opcode != IR_CONST_OBJ || !names->constant->is_tuple))
        fail(v, op, "operand %u must be a constant tuple or null", index);
}

static void want_kind(Verifier *v, const IrOp *op, uint32_t index, IrOperandKind kind) {
    if (index >= op->operand_count || op->operands[index].kind != kind)
        fail(v, op, "operand %u is of the wrong kind", index);
}

static void check_runtime_operand(Verifier *v, const IrOp *op, RuntimeArg arg, uint32_t index) {
    switch (arg) {
    case RUNTIME_ARG_O:
    case RUNTIME_ARG_S:
    case RUNTIME_ARG_X:
        want_value(v, op, index, REPR_OBJ);
        break;
    case RUNTIME_ARG_I:
        if (index >= op->operand_count || op->operands[index].kind != OPERAND_IMMEDIATE)
            want_value(v, op, index, REPR_I64);
        break;
    case RUNTIME_ARG_F:
        want_value(v, op, index, REPR_F64);
        break;
    case RUNTIME_ARG_U:
        want_kind(v, op, index, OPERAND_IMMEDIATE);
        break;
    case RUNTIME_ARG_N:
        want_kind(v, op, index, OPERAND_NAME);
        break;
    case RUNTIME_ARG_K:
        want_keywords(v, op, index);
        break;
    case RUNTIME_ARG_FI:
        want_kind(v, op, index, OPERAND_FUNCTION);
        break;
    case RUNTIME_ARG_CI:
        want_kind(v, op, index, OPERAND_CLASS);
        break;
    case RUNTIME_ARG_MI:
        want_kind(v, op, index, OPERAND_MODULE);
        break;
    default:
        break;
    }
}

static IrRepr runtime_result_repr(RuntimeResult result) {
    switch (result) {
    case RUNTIME_RESULT_OBJ:
    case RUNTIME_RESULT_BORROWED:
    case RUNTIME_RESULT_MAYBE:
        return REPR_OBJ;
    case RUNTIME_RESULT_BOOL:
        return REPR_BOOL;
    case RUNTIME_RESULT_I64:
        return REPR_I64;
    case RUNTIME_RESULT_F64:
        return REPR_F64;
    default:
        return REPR_VOID;
    }
}

static void check_runtime_call(Verifier *v, const IrOp *op) {
    const RuntimeFacts *facts = &runtime_facts[op->runtime];
    if (op->type.repr != runtime_result_repr(facts->result))
        fail(v, op, "its result is not held as rt/abi.def says");
    uint32_t operand = 0;
    for (uint32_t i = 0; facts->params[i] != RUNTIME_ARG_NONE; i++) {
        RuntimeArg arg = facts->params[i];
        if (arg == RUNTIME_ARG_C || arg == RUNTIME_ARG_SELF)
            continue;
        if (arg == RUNTIME_ARG_A) {
            while (operand < op->operand_count)
                want_value(v, op, operand++, REPR_OBJ);
            break;
        }
        check_runtime_operand(v, op, arg, operand++);
    }
    if (operand != op->operand_count)
        fail(v, op, "%u operands instead of %u", op->operand_count, operand);
}

static void check_call(Verifier *v, const IrOp *op) {
    const IrFunction *callee = op->function;
    if (callee->is_virtual)
        fail(v, op, "calls a function without body");
    if (op->operand_count != callee->param_count + 1) {
        fail(v, op, "%u operands instead of %u", op->operand_count, callee->param_count + 1);
        return;
    }
    want_value(v, op, 0, REPR_OBJ);
    for (uint32_t i = 0; i < callee->param_count && i < callee->locals.count; i++)
        want_value(v, op, i + 1, callee->locals.items[i]->type.repr);
    if (op->type.repr != (callee->flags & COROUTINE_LIKE ? REPR_OBJ : callee->return_type.repr))
        fail(v, op, "its result is not held as the callee returns it");
    if (op->opcode == IR_AWAIT_CALL && !(callee->flags & FUNCTION_COROUTINE))
        fail(v, op, "awaits a function that is no coroutine function");
}

static void check_local(Verifier *v, const IrOp *op) {
    const IrLocal *local = op->local;
    if (!local || local->index >= v->function->locals.count ||
        v->function->locals.items[local->index] != local) {
        fail(v, op, "names no local of the function");
        return;
    }
    if (op->opcode == IR_LOCAL_SET)
        want_value(v, op, 0, local->type.repr);
    if (op->opcode == IR_LOCAL_GET && op->type.repr != local->type.repr)
        fail(v, op, "its result is not held as the local is");
    if (op->checked && !local->name)
        fail(v, op, "checks a local that has no name");
}

/* Representation of operand `index` of a machine operator; VOID where anything goes. */
static IrRepr machine_operand(const IrOp *op) {
    switch (op->opcode) {
    case IR_BRANCH:
    case IR_BOX_BOOL:
    case IR_BOOL_NOT:
    case IR_BOOL_TO_I64:
        return REPR_BOOL;
    case IR_UNBOX_SMALL:
    case IR_UNBOX_BOOL:
    case IR_IS:
    case IR_IS_STOP:
    case IR_IS_NULL:
    case IR_YIELD:
    case IR_KEEP:
    case IR_GLOBAL_SET:
        return REPR_OBJ;
    case IR_F64_ADD:
    case IR_F64_SUB:
    case IR_F64_MUL:
    case IR_F64_DIV:
    case IR_F64_NEG:
    case IR_F64_COMPARE:
        return REPR_F64;
    default:
        return REPR_I64;
    }
}

static void check_suspension(Verifier *v, const IrOp *op) {
    uint32_t flags = v->function->flags;
    if ((ir_flags(op) & IR_FLAG_SUSP) && !(flags & COROUTINE_LIKE))
        fail(v, op, "suspends a function that is no coroutine");
    if (op->opcode == IR_YIELD && !(flags & (FUNCTION_GENERATOR | FUNCTION_ASYNC_GENERATOR)))
        fail(v, op, "yields outside a generator");
}

static void check_facts(Verifier *v, const IrOp *op) {
    int count = operand_counts[op->opcode], result = result_reprs[op->opcode];
    if (count >= 0 && op->operand_count != (uint32_t)count)
        fail(v, op, "%u operands instead of %d", op->operand_count, count);
    if (result >= 0 && op->type.repr != (IrRepr)result)
        fail(v, op, "its result is not held as ir.def says");
    if (op->type.kind == KIND_INSTANCE && !op->type.cls)
        fail(v, op, "instance of no class");
    check_suspension(v, op);
}

static void check_op(Verifier *v, const IrOp *op) {
    check_facts(v, op);
    switch (op->opcode) {
    case IR_RT:
        check_runtime_call(v, op);
        break;
    case IR_CALL:
    case IR_AWAIT_CALL:
        check_call(v, op);
        break;
    case IR_LOCAL_GET:
    case IR_LOCAL_SET:
    case IR_LOCAL_DEL:
        check_local(v, op);
        break;
    case IR_RET:
        want_value(v, op, 0, v->function->return_type.repr);
        break;
    default:
        for (uint32_t i = 0; i < op->operand_count; i++)
            want_value(v, op, i, machine_operand(op));
    }
}

/* -- values: a forward data flow of "defined on every path", over those used in other blocks -- */

/* Uses inside the defining block are checked at once; the others get a bit. */
static void number_use(Verifier *v, const IrOp *op, const IrOp *def) {
    if (def->id >= v->function->next_id || v->defs[def->id] != def) {
        fail(v, op, "uses %%%u, which is no operator of the function", def->id);
    } else if (def->block != op->block) {
        if (!v->bits[def->id])
            v->bits[def->id] = ++v->bit_count;
    } else if (v->order[def->id] >= v->order[op->id]) {
        fail(v, op, "uses %%%u before its definition", def->id);
    }
}

static void each_use(Verifier *v, const IrOp *op,
                     void (*visit)(Verifier *v, const IrOp *op, const IrOp *def)) {
    for (uint32_t i = 0; i < op->operand_count && !v->message; i++)
        if (op->operands[i].kind == OPERAND_VALUE)
            visit(v, op, op->operands[i].value);
}

/* Intersects the state at `op` into those of the blocks it leads to. */
static bool flow_out(Verifier *v, IrOp *op, const BitWord *state, BitWord **in, uint32_t words) {
    IrBlock **fields[3];
    uint32_t count = cfg_successors(op, fields);
    bool changed = false;
    for (uint32_t i = 0; i < count; i++)
        changed |= bits_intersect(in[v->cfg.position[(*fields[i])->id]], state, words);
    return changed;
}

static bool flow_block(Verifier *v, const IrBlock *block, BitWord *state, BitWord **in,
                       uint32_t words) {
    bool changed = false;
    memcpy(state, in[v->cfg.position[block->id]], words * sizeof(BitWord));
    for (IrOp *op = block->first; op; op = op->next) {
        changed |= flow_out(v, op, state, in, words);
        if (v->bits[op->id])
            bits_add(state, v->bits[op->id] - 1);
    }
    return changed;
}

static void check_block_uses(Verifier *v, const IrBlock *block, const BitWord *in) {
    for (const IrOp *op = block->first; op; op = op->next) {
        for (uint32_t i = 0; i < op->operand_count; i++) {
            const IrOp *def = op->operands[i].kind == OPERAND_VALUE ? op->operands[i].value : NULL;
            if (def && def->block != block && !bits_has(in, v->bits[def->id] - 1))
                fail(v, op, "uses %%%u, which is not defined on every path", def->id);
        }
    }
}

static void check_values(Verifier *v) {
    v->bits = ARENA_ARRAY(v->scratch, uint32_t, v->function->next_id + 1);
    for (uint32_t i = 0; i < v->cfg.count; i++)
        for (const IrOp *op = v->cfg.order[i]->first; op; op = op->next)
            each_use(v, op, number_use);
    if (v->message || !v->bit_count)
        return;
    uint32_t words = bits_words(v->bit_count);
    BitWord *state = ARENA_ARRAY(v->scratch, BitWord, words);
    BitWord **in = ARENA_ARRAY(v->scratch, BitWord *, v->cfg.count);
    for (uint32_t i = 0; i < v->cfg.count; i++) {
        in[i] = ARENA_ARRAY(v->scratch, BitWord, words);
        memset(in[i], i ? 0xff : 0, words * sizeof(BitWord));
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = 0; i < v->cfg.count; i++)
            changed |= flow_block(v, v->cfg.order[i], state, in, words);
    }
    for (uint32_t i = 0; i < v->cfg.count && !v->message; i++)
        check_block_uses(v, v->cfg.order[i], in[i]);
}

/* -- functions -- */

static void check_function(Verifier *v) {
    const IrFunction *function = v->function;
    if (function->locals.count < function->param_count)
        fail(v, NULL, "fewer locals than parameters");
    if (!(function->flags & COROUTINE_LIKE))
        return;
    if (function->return_type.repr != REPR_OBJ)
        fail(v, NULL, "a coroutine must return an object");
    if (function->blocks.count && !function->blocks.items[0]->first->unwind)
        fail(v, function->blocks.items[0]->first,
             "the first operator of a coroutine must have an unwind block");
}

const char *ir_verify(Arena *arena, const IrFunction *function) {
    Verifier v = {.arena = arena, .scratch = arena_new(), .function = function};
    v.is_block = ARENA_ARRAY(v.scratch, bool, function->next_block_id + 1);
    v.defs = ARENA_ARRAY(v.scratch, const IrOp *, function->next_id + 1);
    v.order = ARENA_ARRAY(v.scratch, uint32_t, function->next_id + 1);
    check_structure(&v);
    for (size_t i = 0; i < function->blocks.count && !v.message; i++)
        for (const IrOp *op = function->blocks.items[i]->first; op; op = op->next)
            check_op(&v, op);
    if (!v.message)
        check_function(&v);
    if (!v.message) {
        v.cfg = cfg_new(v.scratch, (IrFunction *)function);
        check_values(&v);
    }
    arena_free(v.scratch);
    return v.message;
}
