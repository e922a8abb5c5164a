/*
 * pass_assigned.c — definite assignment: a checked local.get or local.del whose local is bound on
 * every path to it cannot fail, so its check and its unwind edge go away. That may leave handlers
 * without any way in, which are dropped.
 *
 * Needs: nothing. Where a local is never bound, the check stays and raises.
 */
#include "bound.h"
#include "pass.h"

static bool clear_checks(const Bound *bound, IrBlock *block, BoundState *state) {
    bool cleared = false;
    bound_enter(bound, block, state);
    for (IrOp *op = block->first; op; op = op->next) {
        bool reads_local = op->opcode == IR_LOCAL_GET || op->opcode == IR_LOCAL_DEL;
        if (reads_local && op->checked && bound_must(bound, state, op->local)) {
            op->checked = false;
            op->unwind = NULL;
            cleared = true;
        }
        bound_step(bound, state, op);
    }
    return cleared;
}

void pass_assigned(IrFunction *function) {
    Arena *scratch = arena_new();
    Cfg cfg = cfg_new(scratch, function);
    Bound bound = bound_new(scratch, &cfg);
    BoundState state = bound_state_new(scratch, &bound);
    bool cleared = false;
    for (uint32_t i = 0; i < cfg.count; i++)
        cleared |= clear_checks(&bound, cfg.order[i], &state);
    arena_free(scratch);
    if (cleared)
        pass_prune(function);
}
