/*
 * bound.h — which locals are bound at each place: a forward data flow with two answers, "on every
 * path" (must) and "on some path" (may).
 */
#ifndef PYASYNCC_LOWER_BOUND_H
#define PYASYNCC_LOWER_BOUND_H

#include "cfg.h"

/* Sets of local indexes. */
typedef struct BoundState {
    BitWord *must, *may;
} BoundState;

typedef struct Bound {
    const Cfg *cfg;
    uint32_t words;
    BoundState *in; /* at the start of each block, by its position in cfg->order */
} Bound;

Bound bound_new(Arena *arena, const Cfg *cfg);
/* Makes `state` that at the start of `block`, which must be reached. */
void bound_enter(const Bound *bound, const IrBlock *block, BoundState *state);
/* An empty state to enter blocks with. */
BoundState bound_state_new(Arena *arena, const Bound *bound);
/* Takes `state` from before `op` to after it, on the path on which it does not fail. */
void bound_step(BoundState *state, const IrOp *op);

#endif
