/*
 * bound.c — the data flow of bound locals (see bound.h). Parameters are bound at the entry. A
 * checked read proves that its local is bound, and on its unwind edge that it is not.
 */
#include "bound.h"

#include <string.h>

BoundState bound_state_new(Arena *arena, const Bound *bound) {
    return (BoundState){ARENA_ARRAY(arena, BitWord, bound->words),
                        ARENA_ARRAY(arena, BitWord, bound->words)};
}

bool bound_must(const Bound *bound, const BoundState *state, const IrLocal *local) {
    uint32_t number = bound->numbers[local->index];
    return number && bits_has(state->must, number - 1);
}

bool bound_may(const Bound *bound, const BoundState *state, const IrLocal *local) {
    uint32_t number = bound->numbers[local->index];
    return number && bits_has(state->may, number - 1);
}

static void bind(const Bound *bound, BoundState *state, const IrLocal *local) {
    uint32_t number = bound->numbers[local->index];
    if (!number)
        return;
    bits_add(state->must, number - 1);
    bits_add(state->may, number - 1);
}

static void unbind(const Bound *bound, BoundState *state, const IrLocal *local) {
    uint32_t number = bound->numbers[local->index];
    if (!number)
        return;
    bits_remove(state->must, number - 1);
    bits_remove(state->may, number - 1);
}

void bound_step(const Bound *bound, BoundState *state, const IrOp *op) {
    if (op->opcode == IR_LOCAL_DEL ||
        (op->opcode == IR_LOCAL_SET && op->operands[0].value->opcode == IR_NULL))
        unbind(bound, state, op->local);
    else if (op->opcode == IR_LOCAL_SET || (op->opcode == IR_LOCAL_GET && op->checked))
        bind(bound, state, op->local);
}

static bool merge(const Bound *bound, const IrBlock *target, const BoundState *state) {
    BoundState *in = &bound->in[bound->cfg->position[target->id]];
    bool changed = bits_intersect(in->must, state->must, bound->words);
    changed |= bits_unite(in->may, state->may, bound->words);
    return changed;
}

static void copy(const Bound *bound, BoundState *to, const BoundState *from) {
    memcpy(to->must, from->must, bound->words * sizeof(BitWord));
    memcpy(to->may, from->may, bound->words * sizeof(BitWord));
}

/* The state on the unwind edge of `op`, in `failed`. */
static bool merge_unwind(const Bound *bound, const IrOp *op, const BoundState *state,
                         BoundState *failed) {
    if (!op->checked || op->opcode == IR_GLOBAL_GET)
        return merge(bound, op->unwind, state);
    copy(bound, failed, state);
    unbind(bound, failed, op->local);
    return merge(bound, op->unwind, failed);
}

static bool flow(const Bound *bound, const IrBlock *block, BoundState *state, BoundState *failed) {
    bool changed = false;
    bound_enter(bound, block, state);
    for (const IrOp *op = block->first; op; op = op->next) {
        if (op->unwind)
            changed |= merge_unwind(bound, op, state, failed);
        bound_step(bound, state, op);
        if (op->opcode == IR_BR || op->opcode == IR_BRANCH)
            changed |= merge(bound, op->targets[0], state);
        if (op->opcode == IR_BRANCH)
            changed |= merge(bound, op->targets[1], state);
    }
    return changed;
}

void bound_enter(const Bound *bound, const IrBlock *block, BoundState *state) {
    copy(bound, state, &bound->in[bound->cfg->position[block->id]]);
}

static void number_variables(Arena *arena, Bound *bound) {
    const IrFunction *function = bound->cfg->function;
    uint32_t count = 0;
    bound->numbers = ARENA_ARRAY(arena, uint32_t, function->locals.count + 1);
    for (size_t i = 0; i < function->locals.count; i++) {
        const IrLocal *local = function->locals.items[i];
        if (!local->is_hidden || local->is_parameter)
            bound->numbers[i] = ++count;
    }
    bound->words = bits_words(count);
}

Bound bound_new(Arena *arena, const Cfg *cfg) {
    const IrFunction *function = cfg->function;
    Bound bound = {.cfg = cfg};
    number_variables(arena, &bound);
    bound.in = ARENA_ARRAY(arena, BoundState, cfg->count);
    for (uint32_t i = 0; i < cfg->count; i++) {
        bound.in[i] = bound_state_new(arena, &bound);
        if (i)
            memset(bound.in[i].must, 0xff, bound.words * sizeof(BitWord));
    }
    for (uint32_t i = 0; i < function->param_count; i++)
        bind(&bound, &bound.in[0], function->locals.items[i]);
    BoundState state = bound_state_new(arena, &bound), failed = bound_state_new(arena, &bound);
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = 0; i < cfg->count; i++)
            changed |= flow(&bound, cfg->order[i], &state, &failed);
    }
    return bound;
}
