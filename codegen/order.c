/*
 * order.c — the reachable blocks of a function in the order in which they are emitted, and those
 * of them that lead to its failure alone.
 */
#include "emit.h"

/* A depth-first search over the blocks: from each into its targets and its unwind blocks. */
typedef struct Search {
    Arena *arena;
    bool *seen;                 /* by block id */
    VEC(const IrBlock *) stack; /* path from the entry */
    VEC(const IrOp *) places;   /* where in each block of the path the search stands */
    VEC(const IrBlock *) finished;
} Search;

static void enter(Search *search, const IrBlock *block) {
    if (!block || search->seen[block->id])
        return;
    search->seen[block->id] = true;
    VEC_PUSH(search->arena, &search->stack, block);
    VEC_PUSH(search->arena, &search->places, block->first);
}

static bool ends_block(const IrOp *op) {
    return (ir_flags(op) & IR_FLAG_TERM) || ir_always_fails(op);
}

/* Takes one step of the search: enters what the next operator leads to. */
static void step(Search *search) {
    const IrOp *op = search->places.items[search->places.count - 1];
    if (!op) {
        VEC_PUSH(search->arena, &search->finished, search->stack.items[--search->stack.count]);
        search->places.count--;
        return;
    }
    search->places.items[search->places.count - 1] = ends_block(op) ? NULL : op->next;
    if (op->opcode == IR_BR || op->opcode == IR_BRANCH)
        enter(search, op->targets[0]);
    if (op->opcode == IR_BRANCH)
        enter(search, op->targets[1]);
    if (ir_can_fail(op))
        enter(search, op->unwind);
}

/* Does the end of `block` lead only to blocks of `failing`? */
static bool fails(const IrBlock *block, const bool *failing) {
    const IrOp *op = block->first;
    while (!ends_block(op))
        op = op->next;
    switch (op->opcode) {
    case IR_RET_FAIL:
        return true;
    case IR_BR:
        return failing[op->targets[0]->id];
    case IR_BRANCH:
        return failing[op->targets[0]->id] && failing[op->targets[1]->id];
    default:
        return ir_always_fails(op) && op->unwind && failing[op->unwind->id];
    }
}

BlockOrder block_order(Arena *arena, const IrFunction *ir) {
    Search search = {.arena = arena, .seen = ARENA_ARRAY(arena, bool, ir->next_block_id + 1)};
    enter(&search, ir->blocks.items[0]);
    while (search.stack.count)
        step(&search);
    size_t count = search.finished.count;
    BlockOrder order = {.blocks = ARENA_ARRAY(arena, const IrBlock *, count + 1),
                        .count = count,
                        .fails = ARENA_ARRAY(arena, bool, ir->next_block_id + 1)};
    for (size_t i = 0; i < count; i++) { /* what a block leads to is finished before it */
        const IrBlock *block = search.finished.items[i];
        order.blocks[count - 1 - i] = block;
        order.fails[block->id] = fails(block, order.fails);
    }
    return order;
}
