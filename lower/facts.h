/*
 * facts.h — what is known for certain of the values of a program: the kinds each may be of, and the
 * range of ints. Nothing here trusts annotations.
 *
 * The facts of one function come from an abstract interpretation that follows control flow, so a
 * local may be of one kind here and of another there. Across functions, the kinds of results and of
 * final globals flow until nothing changes (facts_of_program).
 */
#ifndef PYASYNCC_LOWER_FACTS_H
#define PYASYNCC_LOWER_FACTS_H

#include "cfg.h"

/* Kinds as a set: a bit per IrKind. The bit of KIND_ANY stands for every kind without a name of its
 * own, the bit of KIND_NEVER for the null word of a variable that is not bound. */
typedef uint32_t KindSet;
#define KINDS(kind) ((KindSet)1 << KIND_##kind)
enum {
    KINDS_NULL = 1u << KIND_NEVER,
    KINDS_ALL = (1u << KIND_COUNT) - 2, /* any value, but not null */
    KINDS_INTS = 1u << KIND_INT | 1u << KIND_BOOL,
    KINDS_NUMBERS = KINDS_INTS | 1u << KIND_FLOAT,
};

/* An int lies in low..high; INT64_MIN and INT64_MAX mean that there is no bound. False and True are
 * 0 and 1. A fact without ints has the empty range INT64_MAX..INT64_MIN. */
typedef struct Fact {
    KindSet kinds; /* 0: no value ever gets here */
    int64_t low, high;
} Fact;

static inline Fact fact_kinds(KindSet kinds) {
    Fact fact = {kinds, INT64_MAX, INT64_MIN};
    if (kinds & KINDS(INT))
        fact.low = INT64_MIN, fact.high = INT64_MAX;
    else if (kinds & KINDS(BOOL))
        fact.low = 0, fact.high = 1;
    return fact;
}
static inline Fact fact_range(int64_t low, int64_t high) {
    return (Fact){KINDS(INT), low, high};
}
#define FACT_NONE     fact_kinds(0)
#define FACT_ANY      fact_kinds(KINDS_ALL)
#define FACT_OF(kind) fact_kinds(KINDS(kind))

/* The only kind in `fact`: KIND_NEVER if there is none, KIND_ANY if there are several. */
IrKind fact_kind(const Fact *fact);
static inline bool fact_is(const Fact *fact, KindSet kinds) {
    return fact->kinds && !(fact->kinds & ~kinds);
}
/* An exact int that is certainly small. */
bool fact_is_small(const Fact *fact);
/* Both facts hold of a value that is one or the other. Answers whether `into` changed. `widen`: a
 * range that grows grows to a limit at once. */
bool fact_join(Fact *into, const Fact *from, bool widen);

/* -- the arithmetic and comparisons of rt/abi.def -- */

typedef enum Arithmetic {
    ARITH_NONE,
    ARITH_ADD,
    ARITH_SUB,
    ARITH_MUL,
    ARITH_TRUEDIV,
    ARITH_FLOORDIV,
    ARITH_MOD,
    ARITH_POW,
    ARITH_LSHIFT,
    ARITH_RSHIFT,
    ARITH_AND,
    ARITH_OR,
    ARITH_XOR,
    ARITH_NEGATIVE,
    ARITH_POSITIVE,
    ARITH_INVERT,
} Arithmetic;
/* What `op` computes: ARITH_NONE unless it is a runtime function of arithmetic (in place, or of
 * exact ints, included). */
Arithmetic arithmetic_of(const IrOp *op);

typedef enum ComparisonForm {
    COMPARISON_NONE,
    COMPARISON_OBJECT,
    COMPARISON_TRUTH,
    COMPARISON_INT
} ComparisonForm;
/* Is `op` a comparison by a runtime function? Sets *condition. */
ComparisonForm comparison_of(const IrOp *op, IrCondition *condition);

/* The fact of arithmetic on operands of which `left` and `right` hold (`right` unused for unary).
 */
Fact fact_arithmetic(Arithmetic arithmetic, const Fact *left, const Fact *right);
/* The same for machine arithmetic. */
Fact fact_machine(const IrOp *op, const Fact *left, const Fact *right);
/* The range of `left` where `left condition right` holds. */
Fact fact_where(Fact left, IrCondition condition, Fact right);
IrCondition condition_negated(IrCondition condition);
IrCondition condition_swapped(IrCondition condition);

/* -- facts of programs -- */

typedef struct ProgramFacts ProgramFacts;

typedef struct Facts {
    IrFunction *function;
    ProgramFacts *program;
    Cfg cfg;
    Fact *values;       /* by op id */
    Fact *stored;       /* by local index: what is ever assigned to it, arguments included */
    bool *read_unbound; /* by local index: some read may find it unbound */
    Fact returned;
} Facts;

/* The facts of every function of `program`, in `arena`. Valid until the IR changes. */
ProgramFacts *facts_of_program(Arena *arena, IrProgram *program);
/* Those of `function`, which must not be virtual. */
const Facts *facts_of(const ProgramFacts *facts, const IrFunction *function);

/* Private to facts*.c: the fact of op's result. `operands` holds those of its value operands. */
Fact fact_of_op(const ProgramFacts *program, const IrOp *op, const Fact *operands);
/* Private: interprets the function; uses and does not change what `program` knows so far. */
Facts *facts_interpret(Arena *arena, ProgramFacts *program, IrFunction *function);
Fact facts_result(const ProgramFacts *program, const IrFunction *function);
Fact facts_global(const ProgramFacts *program, const IrGlobal *global);

#endif
