/*
 * pass_infer.c — kinds and clones: notes on every value what kind it is of, where that is certain,
 * and makes copies of functions for the kinds of arguments that direct calls pass.
 *
 * A function is copied for a call whose arguments are certainly ints or floats, if the function, or
 * one that it hands them on to, computes with these parameters. The copy's parameters are known to
 * be of these kinds, so that the represent pass can hold them unboxed; the original goes on serving
 * all other callers. Copies call copies: rounds follow until no call finds a better target. The
 * rounds after the first few only send calls back to the original, should their arguments no longer
 * fit.
 *
 * Needs: devirtualize before, for direct calls. Ensures: IrOp.type.kind, IrLocal.type.kind and
 * IrFunction.return_type.kind are KIND_ANY or certain; of a coroutine function, the latter is the
 * kind of what awaiting it gives.
 */
#include "facts.h"
#include "pass.h"

#include <string.h>

enum {
    ROUND_MAX = 5,
    COPY_MAX = 4,        /* copies of one function */
    COPY_SIZE_MAX = 2000 /* operators of a function that is copied */
};

/* What copying a function is worth. */
typedef struct Candidate {
    bool *
        computes; /* by parameter: is it an operand of arithmetic, here or where it is handed on? */
    bool is_too_big;
    uint32_t copies;
} Candidate;

typedef struct Inference {
    Arena *scratch;
    IrProgram *program;
    const ProgramFacts *facts;
    VEC(IrFunction *) originals; /* of the copies ... */
    VEC(IrFunction *) copies;    /* ... in the same order */
    VEC(const char *) keys;
    VEC(const IrFunction *) seen; /* candidates ... */
    VEC(Candidate *) candidates;
    bool may_copy; /* later rounds only take back what no longer holds */
    bool changed;
} Inference;

/* -- candidates -- */

static bool computes(const IrOp *op) {
    IrCondition condition;
    return arithmetic_of(op) != ARITH_NONE || comparison_of(op, &condition) != COMPARISON_NONE ||
           (op->opcode == IR_RT && op->runtime == RUNTIME_index);
}

/* The parameter that operand `i` of `op` reads, or NULL. */
static const IrLocal *read_parameter(const IrFunction *function, const IrOp *op, uint32_t i) {
    const IrOperand *operand = &op->operands[i];
    bool reads = operand->kind == OPERAND_VALUE && operand->value->opcode == IR_LOCAL_GET &&
                 operand->value->local->index < function->param_count;
    return reads ? operand->value->local : NULL;
}

static void note_operands(Candidate *candidate, const IrFunction *function, const IrOp *op) {
    for (uint32_t i = 0; i < op->operand_count; i++) {
        const IrLocal *parameter = read_parameter(function, op, i);
        if (parameter)
            candidate->computes[parameter->index] = true;
    }
}

/* The function `function` was copied from; itself if it is no copy. */
static IrFunction *original_of(const Inference *inference, IrFunction *function) {
    for (size_t i = 0; i < inference->copies.count; i++)
        if (inference->copies.items[i] == function)
            return inference->originals.items[i];
    return function;
}

static Candidate *find_candidate(const Inference *inference, const IrFunction *function) {
    for (size_t i = 0; i < inference->seen.count; i++)
        if (inference->seen.items[i] == function)
            return inference->candidates.items[i];
    return NULL;
}

static Candidate *candidate_of(Inference *inference, const IrFunction *function);

/* The target's own candidate may be unfinished, in a recursion: it knows its own arithmetic then.
 */
static void note_handed_on(Inference *inference, Candidate *candidate, const IrFunction *function,
                           const IrOp *call) {
    for (uint32_t i = 0; i < call->function->param_count; i++) {
        const IrLocal *parameter = read_parameter(function, call, 1 + i);
        if (!parameter || candidate->computes[parameter->index])
            continue;
        const Candidate *target = candidate_of(inference, original_of(inference, call->function));
        candidate->computes[parameter->index] = target->computes[i];
    }
}

static void fill_candidate(Inference *inference, Candidate *candidate, const IrFunction *function) {
    candidate->computes = ARENA_ARRAY(inference->scratch, bool, function->param_count + 1);
    candidate->is_too_big = function->next_id > COPY_SIZE_MAX;
    for (size_t i = 0; i < function->blocks.count; i++)
        for (const IrOp *op = function->blocks.items[i]->first; op; op = op->next)
            if (computes(op))
                note_operands(candidate, function, op);
    for (size_t i = 0; i < function->blocks.count; i++)
        for (const IrOp *op = function->blocks.items[i]->first; op; op = op->next)
            if (op->opcode == IR_CALL || op->opcode == IR_AWAIT_CALL)
                note_handed_on(inference, candidate, function, op);
}

static Candidate *candidate_of(Inference *inference, const IrFunction *function) {
    Candidate *candidate = find_candidate(inference, function);
    if (candidate)
        return candidate;
    candidate = ARENA_NEW(inference->scratch, Candidate);
    VEC_PUSH(inference->scratch, &inference->seen, function);
    VEC_PUSH(inference->scratch, &inference->candidates, candidate);
    fill_candidate(inference, candidate, function);
    return candidate;
}

/* -- copies -- */

static char key_letter(IrKind kind) {
    return kind == KIND_INT ? 'i' : kind == KIND_FLOAT ? 'f' : '_';
}

/* A letter per parameter: the kinds `call` passes, where they matter; NULL if none does. */
static const char *call_key(Inference *inference, const Facts *facts, const IrOp *call,
                            const Candidate *candidate) {
    uint32_t count = call->function->param_count;
    char *key = arena_alloc(inference->scratch, count + 1);
    bool matters = false;
    for (uint32_t i = 0; i < count; i++) {
        const Fact *fact = &facts->values[call->operands[1 + i].value->id];
        key[i] = candidate->computes[i] ? key_letter(fact_kind(fact)) : '_';
        matters |= key[i] != '_';
    }
    return matters ? key : NULL;
}

static IrFunction *find_copy(const Inference *inference, const IrFunction *original,
                             const char *key) {
    for (size_t i = 0; i < inference->copies.count; i++)
        if (inference->originals.items[i] == original && !strcmp(inference->keys.items[i], key))
            return inference->copies.items[i];
    return NULL;
}

static IrFunction *make_copy(Inference *inference, IrFunction *original, const char *key) {
    const char *symbol = arena_printf(inference->program->arena, "%s.%s", original->symbol, key);
    IrFunction *copy = ir_function_clone(original, symbol);
    for (uint32_t i = 0; i < original->param_count; i++)
        if (key[i] != '_')
            copy->locals.items[i]->type.kind = key[i] == 'i' ? KIND_INT : KIND_FLOAT;
    VEC_PUSH(inference->scratch, &inference->originals, original);
    VEC_PUSH(inference->scratch, &inference->copies, copy);
    VEC_PUSH(inference->scratch, &inference->keys, key);
    return copy;
}

/* The copy of `original` for `key`; the original if it is not worth one. */
static IrFunction *best_target(Inference *inference, IrFunction *original, const char *key,
                               Candidate *candidate) {
    if (!key)
        return original;
    IrFunction *copy = find_copy(inference, original, key);
    if (copy)
        return copy;
    if (candidate->is_too_big || candidate->copies == COPY_MAX)
        return original;
    candidate->copies++;
    return make_copy(inference, original, key);
}

/* Do the arguments of `call` keep what its target takes for granted? */
static bool is_compatible(const Facts *facts, const IrOp *call) {
    const IrFunction *target = call->function;
    for (uint32_t i = 0; i < target->param_count && target->is_clone; i++) {
        IrKind kind = target->locals.items[i]->type.kind;
        const Fact *fact = &facts->values[call->operands[1 + i].value->id];
        if (kind != KIND_ANY && fact->kinds && fact_kind(fact) != kind)
            return false;
    }
    return true;
}

static void retarget(Inference *inference, const Facts *facts, IrOp *call) {
    IrFunction *original = original_of(inference, call->function), *target = call->function;
    if (inference->may_copy) {
        Candidate *candidate = candidate_of(inference, original);
        const char *key = call_key(inference, facts, call, candidate);
        target = best_target(inference, original, key, candidate);
    } else if (!is_compatible(facts, call)) {
        target = original;
    }
    inference->changed |= call->function != target;
    call->function = target;
}

/* Blocks that the interpretation did not reach have no facts: their calls stay as they are. */
static void retarget_calls(Inference *inference, IrFunction *function) {
    const Facts *facts = facts_of(inference->facts, function);
    for (uint32_t i = 0; i < facts->cfg.count; i++)
        for (IrOp *op = facts->cfg.order[i]->first; op; op = op->next)
            if (op->opcode == IR_CALL || op->opcode == IR_AWAIT_CALL)
                retarget(inference, facts, op);
}

/* -- the result -- */

static void note_kind(IrType *type, const Fact *fact) {
    IrKind kind = fact_kind(fact);
    if (type->repr == REPR_OBJ && kind != KIND_NEVER)
        type->kind = kind;
}

static void note_kinds(const Facts *facts) {
    IrFunction *function = facts->function;
    for (uint32_t i = 0; i < facts->cfg.count; i++)
        for (IrOp *op = facts->cfg.order[i]->first; op; op = op->next)
            note_kind(&op->type, &facts->values[op->id]);
    for (uint32_t i = function->param_count; i < function->locals.count; i++)
        note_kind(&function->locals.items[i]->type, &facts->stored[i]);
    note_kind(&function->return_type, &facts->returned);
}

/* Calls `visit` on every function with a body that exists now; it may add copies to any module. */
static void each_function(Inference *inference,
                          void (*visit)(Inference *inference, IrFunction *function)) {
    const IrProgram *program = inference->program;
    size_t *counts = ARENA_ARRAY(inference->scratch, size_t, program->modules.count + 1);
    for (size_t i = 0; i < program->modules.count; i++)
        counts[i] = program->modules.items[i]->functions.count;
    for (size_t i = 0; i < program->modules.count; i++) {
        const IrModule *module = program->modules.items[i];
        for (size_t k = counts[i]; k-- > 0;)
            if (!module->functions.items[k]->is_virtual)
                visit(inference, module->functions.items[k]);
    }
}

static void note_function(Inference *inference, IrFunction *function) {
    note_kinds(facts_of(inference->facts, function));
}

void pass_infer(IrProgram *program) {
    Arena *scratch = arena_new(), *round_arena = arena_new();
    Inference inference = {.scratch = scratch, .program = program, .changed = true};
    for (int round = 0; inference.changed; round++) {
        arena_free(round_arena);
        round_arena = arena_new();
        inference.facts = facts_of_program(round_arena, program);
        inference.changed = false;
        inference.may_copy = round < ROUND_MAX;
        each_function(&inference, retarget_calls);
    }
    each_function(&inference, note_function);
    arena_free(round_arena);
    arena_free(scratch);
}
