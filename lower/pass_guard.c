/*
 * pass_guard.c — guarded direct calls of methods. Which method `x.deposit(n)` calls depends on x,
 * but where one class of the program defines a method of that name, it is almost always that one:
 *
 *   %1 = rt method_is %x, "deposit", @Account.deposit     cheap: the site's inline cache knows
 *   branch %1, direct, general
 *   direct:   %2 = call @Account.deposit null, %x, %n
 *   general:  %3 = rt call_method %x, "deposit", null, null, %n
 *
 * Both results go to a hidden local that is read where the two ways join. The direct call passes
 * its arguments in registers and unboxed where infer finds their kinds, and LLVM may inline it;
 * `await x.f()` becomes a direct await. The guard makes every guess right, so the guess may be
 * rough: a method that is wrapped by a decorator, or defined more than once, is not taken.
 *
 * Needs: devirtualize before (it takes the calls that need no guard). Leaves nothing behind.
 */
#include "pass.h"

#include "../rt/abi.h"

enum {
    OBJECT,
    NAME,
    KEYWORDS,
    FOUND,
    FIRST_ARG
}; /* the operands of call_method and await_method */

enum { FUNCTION_SIZE_MAX = 8000 }; /* operators; larger functions do not grow further */

typedef struct Candidate {
    IrFunction *function; /* the only definition, or NULL */
    bool is_defined;
} Candidate;

typedef struct Guard {
    IrProgram *program;
    Arena *scratch;
    VEC(Candidate) candidates; /* by Name.id */
    IrFunction *function;      /* the one being rewritten */
    uint32_t *uses;            /* by id */
    IrOp **joined;             /* by id of a guarded call: the read of its result behind the join */
    uint32_t count;            /* operators that were there before */
} Guard;

/* -- candidates -- */

static bool is_plain(const IrFunction *function) {
    uint32_t others = FUNCTION_GENERATOR | FUNCTION_ASYNC_GENERATOR | FUNCTION_VARARGS |
                      FUNCTION_VARKEYWORDS | FUNCTION_CLASS_BODY;
    return !(function->flags & others) && !function->free_count && !function->kwonly_count;
}

static void note_definition(Guard *g, const Name *name, const IrOp *value) {
    while (g->candidates.count <= name->id)
        VEC_PUSH(g->scratch, &g->candidates, (Candidate){0});
    Candidate *candidate = &g->candidates.items[name->id];
    bool is_method = value->opcode == IR_RT && value->runtime == RUNTIME_function;
    bool is_only = !candidate->is_defined && is_method && is_plain(value->operands[0].function);
    candidate->function = is_only ? value->operands[0].function : NULL;
    candidate->is_defined = true;
}

static void find_candidates(Guard *g, const IrModule *module) {
    for (size_t i = 0; i < module->functions.count; i++) {
        const IrFunction *function = module->functions.items[i];
        if (!(function->flags & FUNCTION_CLASS_BODY) || function->is_virtual)
            continue;
        for (size_t k = 0; k < function->blocks.count; k++)
            for (const IrOp *op = function->blocks.items[k]->first; op; op = op->next)
                if (op->opcode == IR_RT && op->runtime == RUNTIME_ns_set)
                    note_definition(g, op->operands[1].name, op->operands[2].value);
    }
}

/* The function that `op` probably calls, with fitting arguments; NULL if there is none. */
static IrFunction *guess(const Guard *g, const IrOp *op) {
    if (op->opcode != IR_RT ||
        (op->runtime != RUNTIME_call_method && op->runtime != RUNTIME_await_method) ||
        op->operands[KEYWORDS].value->opcode != IR_NULL)
        return NULL;
    uint32_t id = op->operands[NAME].name->id;
    IrFunction *function = id < g->candidates.count ? g->candidates.items[id].function : NULL;
    uint32_t given = op->operand_count - FIRST_ARG + 1;
    if (!function || function->positional_count != given)
        return NULL;
    bool is_await = op->runtime == RUNTIME_await_method;
    return is_await == !!(function->flags & FUNCTION_COROUTINE) ? function : NULL;
}

/* -- rewriting -- */

static IrOp *append(Guard *g, IrBlock *block, IrOpcode opcode, IrType type, uint32_t operands) {
    IrOp *op = ir_op_new(g->function, opcode, type, operands);
    ir_append(block, op);
    return op;
}

static void append_jump(Guard *g, IrBlock *block, IrBlock *target) {
    append(g, block, IR_BR, IR_TYPE_VOID, 0)->targets[0] = target;
}

static void store_result(Guard *g, IrBlock *block, IrLocal *local, IrOp *value) {
    if (!local)
        return;
    IrOp *set = append(g, block, IR_LOCAL_SET, IR_TYPE_VOID, 1);
    set->local = local;
    set->operands[0].value = value;
}

static IrOp *append_direct(Guard *g, IrBlock *block, const IrOp *op, IrFunction *target) {
    IrOpcode opcode = op->runtime == RUNTIME_call_method ? IR_CALL : IR_AWAIT_CALL;
    IrOp *callee = append(g, block, IR_NULL, IR_TYPE_OBJ, 0);
    IrOp *call = append(g, block, opcode, IR_TYPE_OBJ, target->param_count + 1);
    call->function = target;
    call->operands[0].value = callee;
    call->operands[1] = op->operands[OBJECT];
    for (uint32_t i = 1; i < target->param_count; i++)
        call->operands[1 + i] = op->operands[FIRST_ARG + i - 1];
    call->position = op->position;
    call->frame = op->frame;
    call->unwind = op->unwind;
    return call;
}

static void append_guard(Guard *g, IrBlock *block, const IrOp *op, IrFunction *target,
                         IrBlock *direct, IrBlock *general) {
    IrOp *test = append(g, block, IR_RT, IR_TYPE_BOOL, 3);
    test->runtime = RUNTIME_method_is;
    test->operands[0] = op->operands[OBJECT];
    test->operands[1] = op->operands[NAME];
    test->operands[2] = (IrOperand){.kind = OPERAND_FUNCTION, .function = target};
    IrOp *branch = append(g, block, IR_BRANCH, IR_TYPE_VOID, 1);
    branch->operands[0].value = test;
    branch->targets[0] = direct;
    branch->targets[1] = general;
}

static void move_rest(IrOp *first, IrBlock *to) {
    for (IrOp *op = first, *next; op; op = next) {
        next = op->next;
        ir_remove(op);
        ir_append(to, op);
    }
}

/* Splits the block at `op`. */
static void guard_call(Guard *g, IrOp *op, IrFunction *target) {
    IrBlock *block = op->block, *direct = ir_block_new(g->function);
    IrBlock *general = ir_block_new(g->function), *join = ir_block_new(g->function);
    IrLocal *result = NULL;
    if (g->uses[op->id]) {
        result = ir_local_new(g->function, NULL, IR_TYPE_OBJ);
        result->is_hidden = true;
        g->joined[op->id] = append(g, join, IR_LOCAL_GET, IR_TYPE_OBJ, 0);
        g->joined[op->id]->local = result;
    }
    move_rest(op->next, join);
    ir_remove(op);
    append_guard(g, block, op, target, direct, general);
    store_result(g, direct, result, append_direct(g, direct, op, target));
    append_jump(g, direct, join);
    ir_append(general, op);
    store_result(g, general, result, op);
    append_jump(g, general, join);
}

static void count_uses(Guard *g) {
    for (size_t i = 0; i < g->function->blocks.count; i++)
        for (const IrOp *op = g->function->blocks.items[i]->first; op; op = op->next)
            for (uint32_t k = 0; k < op->operand_count; k++)
                if (op->operands[k].kind == OPERAND_VALUE)
                    g->uses[op->operands[k].value->id]++;
}

/* Uses of a guarded call read its result behind the join; the store of the general way stays. */
static void redirect_uses(Guard *g) {
    for (size_t i = 0; i < g->function->blocks.count; i++)
        for (IrOp *op = g->function->blocks.items[i]->first; op; op = op->next)
            for (uint32_t k = 0; k < op->operand_count; k++) {
                IrOperand *operand = &op->operands[k];
                if (operand->kind != OPERAND_VALUE || operand->value->id >= g->count)
                    continue;
                IrOp *joined = g->joined[operand->value->id];
                if (joined && !(op->opcode == IR_LOCAL_SET && op->local == joined->local))
                    operand->value = joined;
            }
}

static void guard_function(Guard *g, IrFunction *function) {
    if (function->next_id > FUNCTION_SIZE_MAX)
        return;
    g->function = function;
    g->count = function->next_id;
    g->uses = ARENA_ARRAY(g->scratch, uint32_t, g->count + 1);
    g->joined = ARENA_ARRAY(g->scratch, IrOp *, g->count + 1);
    count_uses(g);
    size_t block_count = function->blocks.count;
    for (size_t i = 0; i < block_count; i++) {
        IrBlock *block = function->blocks.items[i];
        for (IrOp *op = block->first, *next; op; op = next) {
            next = op->next;
            IrFunction *target = guess(g, op);
            if (target)
                guard_call(g, op, target); /* `next` stands behind the join now */
        }
    }
    redirect_uses(g);
}

/* The modules of the program itself: the library's are compiled for size. */
void pass_guard(IrProgram *program) {
    if (ir_stores_attribute(program, "__code__"))
        return; /* a function's body is not for ever */
    Guard guard = {.program = program, .scratch = arena_new()};
    for (size_t i = 0; i < program->modules.count; i++)
        if (!program->modules.items[i]->source->is_library)
            find_candidates(&guard, program->modules.items[i]);
    for (size_t i = 0; i < program->modules.count; i++) {
        IrModule *module = program->modules.items[i];
        for (size_t k = 0; !module->source->is_library && k < module->functions.count; k++)
            if (!module->functions.items[k]->is_virtual)
                guard_function(&guard, module->functions.items[k]);
    }
    arena_free(guard.scratch);
}
