/*
 * speculate_small.c — the small ints of a function's fast version (see speculate.h): what is
 * computed from small ints, as long as it stays small, and the locals that hold nothing else. As in
 * speculate_plan.c, everything is claimed first and taken back until what remains holds.
 *
 * A value of which nothing is known is taken for a small int where it meets one in arithmetic that
 * is no constant: ints are what most values in such company are. Where the function computes with
 * floats too, only what is guessed to be an int is, for a check that fails gives up the fast
 * version of the floats.
 */
#include "speculate.h"

#include "cfg.h"
#include "facts.h"

#include "../rt/abi.h"

enum {
    SHIFT_MAX = 61,      /* a shift to the left that is a multiplication of small ints */
    ALWAYS_DOUBLED = 400 /* operators of a function that is doubled for any loop with ints */
};

typedef struct Planner {
    const IrFunction *function;
    SpeculationPlan *plan;
    bool is_strict; /* only what is guessed to be an int is claimed */
    bool *has_set;  /* by local index */
    bool changed;
} Planner;

/* -- values and operators -- */

bool speculation_small_constant(const IrOp *value, int64_t *number) {
    if (value->opcode != IR_CONST_OBJ || value->constant->is_tuple ||
        value->constant->is_frozenset || value->constant->value.kind != CONST_INT)
        return false;
    *number = value->constant->value.integer;
    return *number >= SMALL_INT_MIN && *number <= SMALL_INT_MAX;
}

bool speculation_is_small(const SpeculationPlan *plan, const IrOp *value) {
    int64_t number;
    return value->opcode == IR_BOX_SMALL || speculation_small_constant(value, &number) ||
           (value->id < plan->value_count && plan->is_small[value->id]);
}

SmallOperand speculation_small_operand(const SpeculationPlan *plan, const IrOp *op,
                                       uint32_t index) {
    const IrOp *value = op->operands[index].value;
    if (speculation_is_small(plan, value))
        return SMALL_OPERAND_READY;
    return plan->may_be_small[value->id] ? SMALL_OPERAND_CHECKED : SMALL_OPERAND_NEVER;
}

static bool is_small_comparison(const IrOp *op) {
    IrCondition condition;
    ComparisonForm form = comparison_of(op, &condition);
    return form == COMPARISON_OBJECT || form == COMPARISON_TRUTH;
}

/* Arithmetic on small ints whose result may be one. */
static bool is_small_arithmetic(const IrOp *op) {
    int64_t count;
    switch (arithmetic_of(op)) {
    case ARITH_ADD:
    case ARITH_SUB:
    case ARITH_MUL:
    case ARITH_FLOORDIV:
    case ARITH_MOD:
    case ARITH_AND:
    case ARITH_OR:
    case ARITH_XOR:
    case ARITH_NEGATIVE:
    case ARITH_INVERT:
        return op->type.repr == REPR_OBJ;
    case ARITH_LSHIFT:
    case ARITH_RSHIFT:
        return op->type.repr == REPR_OBJ &&
               speculation_small_constant(op->operands[1].value, &count) && count >= 0 &&
               count <= SHIFT_MAX;
    default:
        return false;
    }
}

/* -- questions about a plan -- */

bool speculation_computes_small(const SpeculationPlan *plan, const IrOp *op) {
    if (op->opcode == IR_RT && op->id < plan->value_count && is_small_arithmetic(op))
        return plan->is_small[op->id];
    if (!is_small_comparison(op))
        return false;
    SmallOperand left = speculation_small_operand(plan, op, 0);
    SmallOperand right = speculation_small_operand(plan, op, 1);
    if (left == SMALL_OPERAND_NEVER || right == SMALL_OPERAND_NEVER)
        return false;
    return (left == SMALL_OPERAND_READY || plan->is_int[op->operands[0].value->id]) &&
           (right == SMALL_OPERAND_READY || plan->is_int[op->operands[1].value->id]) &&
           (left == SMALL_OPERAND_READY || right == SMALL_OPERAND_READY);
}

bool speculation_may_overflow(const IrOp *op) {
    int64_t divisor;
    switch (arithmetic_of(op)) {
    case ARITH_ADD:
    case ARITH_SUB:
    case ARITH_MUL:
    case ARITH_LSHIFT:
    case ARITH_NEGATIVE:
        return true;
    case ARITH_FLOORDIV:
    case ARITH_MOD:
        return !speculation_small_constant(op->operands[1].value, &divisor) || divisor <= 0;
    default:
        return false;
    }
}

bool speculation_checks_small_set(const SpeculationPlan *plan, const IrOp *op) {
    return op->opcode == IR_LOCAL_SET && plan->local_is_small[op->local->index] &&
           !speculation_is_small(plan, op->operands[0].value);
}

bool speculation_checks_small(const SpeculationPlan *plan, const IrOp *op) {
    if (speculation_checks_small_set(plan, op))
        return true;
    if (!speculation_computes_small(plan, op))
        return false;
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (speculation_small_operand(plan, op, i) == SMALL_OPERAND_CHECKED)
            return true;
    return speculation_may_overflow(op);
}

/* -- the plan -- */

static void take_back(Planner *p, bool *claim) {
    if (*claim) {
        *claim = false;
        p->changed = true;
    }
}

static bool operands_fit(const Planner *p, const IrOp *op) {
    bool any = false, all_ints = true;
    int64_t constant;
    for (uint32_t i = 0; i < op->operand_count; i++) {
        SmallOperand operand = speculation_small_operand(p->plan, op, i);
        bool is_int = p->plan->is_int[op->operands[i].value->id];
        if (operand == SMALL_OPERAND_NEVER ||
            (operand == SMALL_OPERAND_CHECKED && p->is_strict && !is_int))
            return false;
        any |= operand == SMALL_OPERAND_READY &&
               !speculation_small_constant(op->operands[i].value, &constant);
        all_ints &= operand == SMALL_OPERAND_READY || is_int;
    }
    return any || all_ints;
}

static void check_set(Planner *p, const IrOp *op) {
    const IrOp *value = op->operands[0].value;
    p->has_set[op->local->index] = true;
    if (!speculation_is_small(p->plan, value) &&
        !(p->plan->is_int[value->id] && p->plan->may_be_small[value->id]))
        take_back(p, &p->plan->local_is_small[op->local->index]);
}

static void check_op(Planner *p, const IrOp *op) {
    SpeculationPlan *plan = p->plan;
    if (op->opcode == IR_LOCAL_SET)
        check_set(p, op);
    else if (op->opcode == IR_LOCAL_DEL || (op->opcode == IR_LOCAL_GET && op->checked))
        take_back(p, &plan->local_is_small[op->local->index]);
    if (!plan->is_small[op->id])
        return;
    bool holds =
        op->opcode == IR_LOCAL_GET ? plan->local_is_small[op->local->index] : operands_fit(p, op);
    if (!holds)
        take_back(p, &plan->is_small[op->id]);
}

static void each_op(Planner *p, void (*visit)(Planner *p, const IrOp *op)) {
    for (size_t i = 0; i < p->function->blocks.count; i++)
        for (const IrOp *op = p->function->blocks.items[i]->first; op; op = op->next)
            visit(p, op);
}

static void claim(Planner *p, const IrOp *op) {
    SpeculationPlan *plan = p->plan;
    if (op->type.repr != REPR_OBJ || plan->is_float[op->id])
        return;
    Guess guess = plan->own->values[op->id];
    plan->is_int[op->id] = guess == GUESS_INT;
    plan->may_be_small[op->id] = (guess == GUESS_INT || guess == GUESS_NOTHING) &&
                                 op->opcode != IR_CONST_OBJ && op->opcode != IR_NULL &&
                                 op->opcode != IR_BOX_BOOL && !is_small_comparison(op) &&
                                 !plan->is_suspect[op->id];
    plan->is_small[op->id] =
        (op->opcode == IR_RT && is_small_arithmetic(op)) || op->opcode == IR_LOCAL_GET;
}

static void claim_locals(Planner *p) {
    for (uint32_t i = 0; i < p->plan->local_count; i++) {
        const IrLocal *local = p->function->locals.items[i];
        p->plan->local_is_small[i] = local->type.repr == REPR_OBJ && !p->plan->local_is_float[i] &&
                                     (!local->is_parameter || p->plan->own->locals[i] == GUESS_INT);
    }
}

/* Locals that nothing is assigned to hold nothing to gain by. */
static void drop_unset(Planner *p) {
    for (uint32_t i = 0; i < p->plan->local_count; i++)
        if (!p->has_set[i] && !p->function->locals.items[i]->is_parameter)
            take_back(p, &p->plan->local_is_small[i]);
}

/* -- what it is worth -- */

/* A jump backwards in the order closes a loop over the blocks between. */
static void mark_loops(const Cfg *cfg, bool *is_in_loop) {
    for (uint32_t i = 0; i < cfg->count; i++) {
        IrBlock **fields[3];
        uint32_t count = cfg_successors(cfg->order[i]->last, fields);
        for (uint32_t k = 0; k < count; k++)
            for (uint32_t at = cfg->position[(*fields[k])->id]; at <= i; at++)
                is_in_loop[at] = true;
    }
}

/* Operators on small ints in loops that are cheaper for the checks. */
static uint32_t count_gains(Arena *arena, const SpeculationPlan *plan, IrFunction *function) {
    Cfg cfg = cfg_new(arena, function);
    bool *is_in_loop = ARENA_ARRAY(arena, bool, cfg.count + 1);
    uint32_t gains = 0;
    mark_loops(&cfg, is_in_loop);
    for (uint32_t i = 0; i < cfg.count; i++)
        for (const IrOp *op = cfg.order[i]->first; is_in_loop[i] && op; op = op->next)
            gains += speculation_computes_small(plan, op) && speculation_checks_small(plan, op);
    return gains;
}

static void drop_all(SpeculationPlan *plan) {
    for (uint32_t i = 0; i < plan->value_count; i++)
        plan->is_small[i] = plan->may_be_small[i] = plan->is_int[i] = false;
    for (uint32_t i = 0; i < plan->local_count; i++)
        plan->local_is_small[i] = false;
}

void speculation_plan_small(Arena *arena, SpeculationPlan *plan, IrFunction *function) {
    Planner p = {.function = function,
                 .plan = plan,
                 .is_strict = plan->computed > 0,
                 .has_set = ARENA_ARRAY(arena, bool, plan->local_count + 1)};
    each_op(&p, claim);
    claim_locals(&p);
    do {
        p.changed = false;
        each_op(&p, check_op);
        drop_unset(&p);
    } while (p.changed);
    uint32_t gains = function->has_loop ? count_gains(arena, plan, function) : 0;
    if (gains && (function->next_id <= ALWAYS_DOUBLED || gains * 100 >= function->next_id))
        plan->small_gains = gains;
    else
        drop_all(plan);
}
