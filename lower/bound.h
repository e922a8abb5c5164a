/*
 * bound.h — which locals are bound at each place: a forward data flow with two answers, "on every
 * path" (must) and "on some path" (may).
 */
#ifndef PYASYNCC_LOWER_BOUND_H
#define PYASYNCC_LOWER_BOUND_H

#include "cfg.h"

/* Sets of variables, by their numbers in a Bound. */
typedef struct BoundState {
    BitWord *must, *may;
} BoundState;

typedef struct Bound {
    const Cfg *cfg;
    uint32_t
        *numbers; /* by local index: its number, from 1; 0 for hidden locals, which nobody asks */
    uint32_t words;
    BoundState *in; /* at the start of each block, by its position in cfg->order */
} Bound;

Bound bound_new(Arena *arena, const Cfg *cfg);
/* An empty state to enter blocks with. */
BoundState bound_state_new(Arena *arena, const Bound *bound);
/* Makes `state` that at the start of `block`, which must be reached. */
void bound_enter(const Bound *bound, const IrBlock *block, BoundState *state);
/* Takes `state` from before `op` to after it, on the path on which it does not fail. */
void bound_step(const Bound *bound, BoundState *state, const IrOp *op);
/* Is `local` bound in `state` on every path? On some path? Of hidden locals nothing is known:
 * false. */
bool bound_must(const Bound *bound, const BoundState *state, const IrLocal *local);
bool bound_may(const Bound *bound, const BoundState *state, const IrLocal *local);

#endif
