/*
 * speculate.h — which values of a function pass_speculate takes to be floats or small ints, and
 * what has to be checked for that at run time. Shared by the plan (speculate_plan.c for floats,
 * speculate_small.c for ints) and the pass.
 */
#ifndef PYASYNCC_LOWER_SPECULATE_H
#define PYASYNCC_LOWER_SPECULATE_H

#include "guess.h"

typedef struct SpeculationPlan {
    const Guesses *guesses;
    const FunctionGuesses *own;
    bool *is_float;         /* by op id: the result is a float in the fast version */
    bool *is_needless;      /* by op id: the method's lookup in front of a call like math.sqrt(x) */
    bool *local_is_float;   /* by local index: so is everything assigned to it */
    bool *is_suspect;       /* by op id: an object that is checked to be a float where it is used */
    bool *local_is_suspect; /* by local index: ... where it is assigned; these are floats, too */
    bool *is_small;         /* by op id: the result is a small int in the fast version */
    bool *may_be_small;     /* by op id: an object that may be checked to be one where it is used */
    bool *is_int;           /* by op id: guessed to be an int */
    bool *local_is_small;   /* by local index: everything assigned to it is a small int */
    uint32_t value_count, local_count;
    uint32_t computed;    /* float operators of the fast version */
    uint32_t checked;     /* ... of which need a check */
    uint32_t small_gains; /* operators on small ints in loops that the fast version has cheaper */
} SpeculationPlan;

/* How the fast version gets an operand of float arithmetic. */
typedef enum FloatOperand {
    FLOAT_OPERAND_READY,   /* a float there, or certainly a number */
    FLOAT_OPERAND_CHECKED, /* a number, if a check says so; another operand is a float */
    FLOAT_OPERAND_EXACT,   /* a float, if a check says so */
    FLOAT_OPERAND_NEVER,
} FloatOperand;

/* How the fast version gets an operand of arithmetic on small ints. */
typedef enum SmallOperand {
    SMALL_OPERAND_READY,   /* a small int there */
    SMALL_OPERAND_CHECKED, /* a small int, if a check says so */
    SMALL_OPERAND_NEVER,
} SmallOperand;

/* Finds the floats and the small ints of `function`, in `arena`. */
SpeculationPlan speculation_plan(Arena *arena, const Guesses *guesses, IrFunction *function);
/* The second part of it: the small ints, where floats are planned. */
void speculation_plan_small(Arena *arena, SpeculationPlan *plan, IrFunction *function);
/* Adds the hidden locals that values were moved to since, and the operators that read them. */
void speculation_extend(Arena *arena, SpeculationPlan *plan, const IrFunction *function);

/* Is `op` the read of an attribute that the fast version takes to be a float? */
bool speculation_is_read(const SpeculationPlan *plan, const IrOp *op);
/* Is `op` an assignment of such a float to an attribute that is guessed to hold one? */
bool speculation_is_store(const SpeculationPlan *plan, const IrOp *op);
/* The argument of a call that is probably one of a function like math.sqrt; NULL if `op` is none
 * or its result is not taken to be a float. */
IrOp *speculation_real_argument(const SpeculationPlan *plan, const IrOp *op);
/* Does the fast version do without `op`, the lookup of the function of such a call? */
bool speculation_is_needless(const SpeculationPlan *plan, const IrOp *op);
/* Does the fast version check that what `op` assigns is a float? */
bool speculation_checks_set(const SpeculationPlan *plan, const IrOp *op);
/* Is `op` a power that the fast version computes in C? */
bool speculation_is_power(const SpeculationPlan *plan, const IrOp *op);
/* Does the fast version compute `op`, arithmetic or a comparison, on floats? */
bool speculation_computes(const SpeculationPlan *plan, const IrOp *op);
/* Operand `index` of an operator that computes on floats. */
FloatOperand speculation_operand(const SpeculationPlan *plan, const IrOp *op, uint32_t index);
/* Is `value` a constant that is a small int? Which one? */
bool speculation_small_constant(const IrOp *value, int64_t *number);
/* Is `value` a small int in the fast version? */
bool speculation_is_small(const SpeculationPlan *plan, const IrOp *value);
/* Does the fast version compute `op`, arithmetic or a comparison, on small ints? */
bool speculation_computes_small(const SpeculationPlan *plan, const IrOp *op);
/* Operand `index` of an operator that computes on small ints. */
SmallOperand speculation_small_operand(const SpeculationPlan *plan, const IrOp *op, uint32_t index);
/* May arithmetic on small ints give another result than a small int, or fail? */
bool speculation_may_overflow(const IrOp *op);
/* Does the fast version check that what `op` assigns is a small int? */
bool speculation_checks_small_set(const SpeculationPlan *plan, const IrOp *op);
/* Does it check something for `op`, an operator on small ints? */
bool speculation_checks_small(const SpeculationPlan *plan, const IrOp *op);
/* Does the fast version check something for `op`? */
bool speculation_checks(const SpeculationPlan *plan, const IrOp *op);
/* May `op` be done in the fast version and, if a check fails behind it, once more in the general
 * one, with the same outcome? */
bool speculation_can_repeat(const SpeculationPlan *plan, const IrOp *op);

#endif
