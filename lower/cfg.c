/*
 * cfg.c — successors, reverse post-order and bit sets (see cfg.h).
 */
#include "cfg.h"

uint32_t cfg_successors(IrOp *op, IrBlock **fields[3]) {
    uint32_t count = 0;
    if (op->opcode == IR_BR || op->opcode == IR_BRANCH)
        fields[count++] = &op->targets[0];
    if (op->opcode == IR_BRANCH)
        fields[count++] = &op->targets[1];
    if (op->unwind && ir_can_fail(op))
        fields[count++] = &op->unwind;
    return count;
}

/* The depth-first search that finds the post-order: the path from the entry, and where in each of
 * its blocks the search stands. */
typedef struct Search {
    Arena *arena;
    bool *seen;
    VEC(IrBlock *) path;
    VEC(IrOp *) places;
    VEC(IrBlock *) finished;
} Search;

static void search_enter(Search *search, IrBlock *block) {
    if (search->seen[block->id])
        return;
    search->seen[block->id] = true;
    VEC_PUSH(search->arena, &search->path, block);
    VEC_PUSH(search->arena, &search->places, block->first);
}

static void search_step(Search *search) {
    size_t top = search->path.count - 1;
    IrOp *op = search->places.items[top];
    if (!op) {
        VEC_PUSH(search->arena, &search->finished, search->path.items[top]);
        search->path.count--;
        search->places.count--;
        return;
    }
    search->places.items[top] = op->next;
    IrBlock **fields[3];
    uint32_t count = cfg_successors(op, fields);
    for (uint32_t i = 0; i < count; i++)
        search_enter(search, *fields[i]);
}

Cfg cfg_new(Arena *arena, IrFunction *function) {
    Cfg cfg = {.function = function};
    Search search = {.arena = arena, .seen = ARENA_ARRAY(arena, bool, function->next_block_id + 1)};
    search_enter(&search, function->blocks.items[0]);
    while (search.path.count)
        search_step(&search);
    cfg.count = (uint32_t)search.finished.count;
    cfg.order = ARENA_ARRAY(arena, IrBlock *, cfg.count);
    cfg.position = ARENA_ARRAY(arena, uint32_t, function->next_block_id + 1);
    for (uint32_t i = 0; i <= function->next_block_id; i++)
        cfg.position[i] = UINT32_MAX;
    for (uint32_t i = 0; i < cfg.count; i++) {
        cfg.order[i] = search.finished.items[cfg.count - 1 - i];
        cfg.position[cfg.order[i]->id] = i;
    }
    return cfg;
}

bool bits_unite(BitWord *into, const BitWord *from, uint32_t words) {
    BitWord changed = 0;
    for (uint32_t i = 0; i < words; i++) {
        BitWord united = into[i] | from[i];
        changed |= united ^ into[i];
        into[i] = united;
    }
    return changed;
}

bool bits_intersect(BitWord *into, const BitWord *from, uint32_t words) {
    BitWord changed = 0;
    for (uint32_t i = 0; i < words; i++) {
        BitWord both = into[i] & from[i];
        changed |= both ^ into[i];
        into[i] = both;
    }
    return changed;
}
