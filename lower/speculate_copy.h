/*
 * speculate_copy.h — a function while its fast version is being made: what pass_speculate.c and
 * speculate_copy_small.c share.
 */
#ifndef PYASYNCC_LOWER_SPECULATE_COPY_H
#define PYASYNCC_LOWER_SPECULATE_COPY_H

#include "cfg.h"
#include "speculate.h"
#include "speculate_region.h"

typedef struct Speculator {
    Arena *scratch;
    IrFunction *function;
    SpeculationPlan plan;
    bool *is_entered; /* by block id: the fast version may come here; grows with the blocks */
    Cfg cfg;          /* of the general version */
    BitWord **live;   /* by position: locals that are read before they are assigned */
    uint32_t words;
    IrBlock **fast;    /* by block id of the general version: its copy */
    IrBlock **leave;   /* ... and the way from its copy to it, or NULL */
    IrOp **values;     /* by op id: what stands for it in the fast version */
    IrOp **checked;    /* by op id: the number made of it in the present block, or NULL */
    IrOp **smalls;     /* by op id: the same of small ints */
    IrLocal **locals;  /* by index: the fast version's own, or NULL where it is shared */
    IrBlock *from;     /* the block being copied */
    IrBlock *here;     /* where its copy goes on */
    uint32_t *entries; /* by block id: edges that lead there */
    Region region;
} Speculator;

/* A new operator at the end of `block`. */
IrOp *speculator_append(Speculator *s, IrBlock *block, IrOpcode opcode, IrType type,
                        uint32_t operands);
/* A runtime function of one operand, where the copy goes on. */
IrOp *speculator_append_rt(Speculator *s, RuntimeFunction runtime, IrType type, IrOp *operand);
/* Leaves for the general version unless `test` answers `good`. */
void speculator_check(Speculator *s, IrOp *test, bool good);

/* -- speculate_copy_small.c: `from` is of the general version -- */

/* Operand `index` of an operator that computes on small ints, as an object. */
IrOp *speculator_small_operand(Speculator *s, const IrOp *from, uint32_t index);
/* Arithmetic on small ints that may overflow; an object. */
IrOp *speculator_copy_overflowing(Speculator *s, const IrOp *from);
/* The assignment of what is guessed to be a small int. */
IrOp *speculator_copy_small_set(Speculator *s, const IrOp *from);
/* At the start: parameter `index` as a small int; what is none goes to the general version. */
void speculator_enter_parameter(Speculator *s, uint32_t index);

#endif
