/*
 * cfg.h — questions about the control flow of a function that several passes ask: where an operator
 * leads, an order of the blocks, and bit sets for data flow.
 *
 * Control leaves a block at its terminator and at every operator that may fail. A block has
 * therefore one edge per target and one per failing operator, and the state on an unwind edge is
 * that in the middle of its block.
 */
#ifndef PYASYNCC_LOWER_CFG_H
#define PYASYNCC_LOWER_CFG_H

#include "ir.h"

/* Stores the blocks `op` may lead to (targets, unwind; a block may occur twice) and answers their
 * number. `fields` receives the places in `op` that name them, so that callers can redirect. */
uint32_t cfg_successors(IrOp *op, IrBlock **fields[3]);

typedef struct Cfg {
    IrFunction *function;
    IrBlock **order; /* the reachable blocks in reverse post-order; [0] is the entry */
    uint32_t count;
    uint32_t *position; /* by block id: its place in `order`, or UINT32_MAX if it is not reached */
} Cfg;

/* The order of `function`'s blocks, in `arena`. Valid until the graph changes. */
Cfg cfg_new(Arena *arena, IrFunction *function);

static inline bool cfg_reaches(const Cfg *cfg, const IrBlock *block) {
    return cfg->position[block->id] != UINT32_MAX;
}

/* A set of small numbers; all sets of one analysis have the same number of words. */
typedef uint64_t BitWord;
static inline uint32_t bits_words(uint32_t size) {
    return (size + 63) / 64;
}
static inline bool bits_has(const BitWord *bits, uint32_t index) {
    return bits[index / 64] >> (index % 64) & 1;
}
static inline void bits_add(BitWord *bits, uint32_t index) {
    bits[index / 64] |= (BitWord)1 << (index % 64);
}
static inline void bits_remove(BitWord *bits, uint32_t index) {
    bits[index / 64] &= ~((BitWord)1 << (index % 64));
}
/* Each answers whether `into` changed. */
bool bits_unite(BitWord *into, const BitWord *from, uint32_t words);
bool bits_intersect(BitWord *into, const BitWord *from, uint32_t words);

#endif
