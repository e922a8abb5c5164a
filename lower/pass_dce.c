/*
 * pass_dce.c — dead code: drops operators that have no effect and whose result nobody uses, in
 * rounds, since each may have been the last user of another. A read that could raise is kept.
 *
 * Needs: nothing. Leaves the graph as it is, except for handlers that lost their last way in.
 */
#include "cfg.h"
#include "pass.h"

/* An operator whose only possible effect is running out of memory may go; a checked read may not.
 */
static bool is_removable(const IrOp *op) {
    uint32_t flags = ir_flags(op);
    return (flags & IR_FLAG_PURE) && !(flags & IR_FLAG_TERM) && !op->checked;
}

/* Adds `step` to the number of uses of each of op's operands. */
static void count_uses(uint32_t *uses, const IrOp *op, uint32_t step) {
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (op->operands[i].kind == OPERAND_VALUE)
            uses[op->operands[i].value->id] += step;
}

/* Backwards, so that an operand is looked at after its user. Answers whether anything went. */
static bool drop_unused(IrBlock *block, uint32_t *uses) {
    bool dropped = false;
    for (IrOp *op = block->last, *previous; op; op = previous) {
        previous = op->previous;
        if (uses[op->id] || !is_removable(op))
            continue;
        count_uses(uses, op, (uint32_t)-1);
        ir_remove(op);
        dropped = true;
    }
    return dropped;
}

void pass_dce(IrFunction *function) {
    Arena *scratch = arena_new();
    uint32_t *uses = ARENA_ARRAY(scratch, uint32_t, function->next_id + 1);
    for (size_t i = 0; i < function->blocks.count; i++)
        for (const IrOp *op = function->blocks.items[i]->first; op; op = op->next)
            count_uses(uses, op, 1);
    bool any = false;
    for (bool dropped = true; dropped;) {
        dropped = false;
        for (size_t i = function->blocks.count; i-- > 0;)
            dropped |= drop_unused(function->blocks.items[i], uses);
        any |= dropped;
    }
    arena_free(scratch);
    if (any)
        pass_prune(function);
}
