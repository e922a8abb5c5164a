/*
 * represent_plan.c — which locals, parameters and results are held unboxed (see represent.h).
 *
 * Unboxing ints that are certainly small, and bools, costs nothing. A float that is unboxed has to
 * be boxed again wherever an object is wanted, so a float local is unboxed only if it saves more
 * boxes than it costs, weighed by the depth of loops. That also keeps the identity of float objects
 * that are merely passed on.
 */
#include "represent.h"

#include "../rt/abi.h"

enum {
    DEPTH_FACTOR = 8,
    DEPTH_MAX = 5,
    IDENTITY_WEIGHT = 1 << 30,
    EXACT_MAX_BITS = 53, /* ints up to 2**53 are floats */
};

/* -- arithmetic -- */

bool represent_is_exact_float(const Fact *fact) {
    int64_t most = (int64_t)1 << EXACT_MAX_BITS;
    return fact->kinds == KINDS(INT) && fact->low >= -most && fact->high <= most;
}

static const Fact *operand_fact(const IrOp *op, const Facts *facts, uint32_t index) {
    return &facts->values[op->operands[index].value->id];
}

static bool is_machine_division(const Fact *divisor) {
    return divisor->low > 0 || divisor->high < 0;
}

bool represent_is_machine(const IrOp *op, const Facts *facts) {
    const Fact *left = operand_fact(op, facts, 0);
    const Fact *right = operand_fact(op, facts, op->operand_count - 1);
    if (!fact_is_small(left) || !fact_is_small(right) || !fact_is_small(&facts->values[op->id]))
        return false;
    switch (arithmetic_of(op)) {
    case ARITH_ADD:
    case ARITH_SUB:
    case ARITH_MUL:
    case ARITH_AND:
    case ARITH_OR:
    case ARITH_XOR:
    case ARITH_NEGATIVE:
        return true;
    case ARITH_FLOORDIV:
    case ARITH_MOD:
        return is_machine_division(right);
    case ARITH_LSHIFT:
    case ARITH_RSHIFT:
        return right->low >= 0 && right->high < 63;
    default:
        return false;
    }
}

bool represent_is_float(const IrOp *op, const Facts *facts) {
    if (arithmetic_of(op) == ARITH_NONE)
        return false;
    const Fact *left = operand_fact(op, facts, 0);
    switch (arithmetic_of(op)) {
    case ARITH_NEGATIVE:
        return left->kinds == KINDS(FLOAT);
    case ARITH_ADD:
    case ARITH_SUB:
    case ARITH_MUL:
    case ARITH_TRUEDIV:
    case ARITH_FLOORDIV:
    case ARITH_MOD: {
        const Fact *right = operand_fact(op, facts, 1);
        KindSet numbers = KINDS(INT) | KINDS(FLOAT), both = left->kinds | right->kinds;
        bool singles = fact_kind(left) != KIND_ANY && fact_kind(right) != KIND_ANY;
        if (!left->kinds || !right->kinds || (both & ~numbers) || !singles)
            return false;
        if (both & KINDS(FLOAT))
            return true;
        return arithmetic_of(op) == ARITH_TRUEDIV && represent_is_exact_float(left) &&
               represent_is_exact_float(right);
    }
    default:
        return false;
    }
}

/* -- what float locals are worth -- */

typedef struct Plan {
    IrFunction *function;
    const Facts *facts;
    Arena *scratch;
    uint8_t *depths;  /* by position in the order: depth of loops */
    int64_t *saved;   /* by local index: boxes saved, weighed */
    int64_t *reads;   /* by local index: reads as a number, weighed */
    bool *is_blocked; /* by local index */
} Plan;

/* A jump backwards in the order closes a loop over the blocks between. */
static void find_depths(Plan *plan) {
    const Cfg *cfg = &plan->facts->cfg;
    for (uint32_t i = 0; i < cfg->count; i++) {
        IrOp *last = cfg->order[i]->last;
        IrBlock **fields[3];
        uint32_t count = cfg_successors(last, fields);
        for (uint32_t k = 0; k < count; k++)
            for (uint32_t at = cfg->position[(*fields[k])->id]; at <= i; at++)
                if (plan->depths[at] < DEPTH_MAX)
                    plan->depths[at]++;
    }
}

static int64_t weight(const Plan *plan, uint32_t position) {
    int64_t weight = 1;
    for (uint8_t i = 0; i < plan->depths[position]; i++)
        weight *= DEPTH_FACTOR;
    return weight;
}

/* Does `op` give a float that is not boxed? */
static bool gives_float(const Plan *plan, const IrOp *op) {
    if (op->type.repr == REPR_F64)
        return true;
    if (op->opcode == IR_CALL)
        return op->function->return_type.repr == REPR_F64;
    return op->opcode == IR_RT && represent_is_float(op, plan->facts);
}

/* How operand number `index` of `op` takes a float. */
typedef enum Taste { TASTE_OBJECT, TASTE_NUMBER, TASTE_EITHER } Taste;

static Taste taste_of(const Plan *plan, const IrOp *op, uint32_t index) {
    IrCondition condition;
    switch (op->opcode) {
    case IR_LOCAL_SET:
        return TASTE_EITHER;
    case IR_RET:
        return plan->function->return_type.repr == REPR_F64 ? TASTE_NUMBER : TASTE_OBJECT;
    case IR_CALL:
    case IR_AWAIT_CALL:
        return index && op->function->locals.items[index - 1]->type.repr == REPR_F64 ? TASTE_NUMBER
                                                                                     : TASTE_OBJECT;
    case IR_RT:
        if (represent_is_float(op, plan->facts) || op->runtime == RUNTIME_truth ||
            op->runtime == RUNTIME_is_number || op->runtime == RUNTIME_is_float ||
            op->runtime == RUNTIME_number_value ||
            ((op->runtime == RUNTIME_setattr || op->runtime == RUNTIME_setitem) && index == 2))
            return TASTE_NUMBER;
        if (comparison_of(op, &condition) == COMPARISON_NONE)
            return TASTE_OBJECT;
        return operand_fact(op, plan->facts, 1 - index)->kinds == KINDS(FLOAT) ? TASTE_NUMBER
                                                                               : TASTE_OBJECT;
    default:
        return TASTE_OBJECT;
    }
}

static void weigh_read(Plan *plan, const IrOp *op, uint32_t index, int64_t weight) {
    const IrOp *value = op->operands[index].value;
    if (value->opcode != IR_LOCAL_GET)
        return;
    uint32_t local = value->local->index;
    if (op->opcode == IR_IS) /* a box made for the comparison would be nobody else's */
        plan->saved[local] -= IDENTITY_WEIGHT;
    switch (taste_of(plan, op, index)) {
    case TASTE_NUMBER:
        plan->reads[local] += weight;
        break;
    case TASTE_OBJECT:
        plan->saved[local] -= weight;
        break;
    case TASTE_EITHER:
        break;
    }
}

static void weigh_op(Plan *plan, const IrOp *op, int64_t weight) {
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (op->operands[i].kind == OPERAND_VALUE)
            weigh_read(plan, op, i, weight);
    if (op->opcode == IR_LOCAL_SET && gives_float(plan, op->operands[0].value))
        plan->saved[op->local->index] += weight;
    if (op->opcode == IR_LOCAL_DEL && op->checked)
        plan->is_blocked[op->local->index] = true;
}

static Plan new_plan(Arena *scratch, IrFunction *function, const Facts *facts) {
    size_t count = function->locals.count + 1;
    Plan plan = {.function = function,
                 .facts = facts,
                 .scratch = scratch,
                 .depths = ARENA_ARRAY(scratch, uint8_t, facts->cfg.count + 1),
                 .saved = ARENA_ARRAY(scratch, int64_t, count),
                 .reads = ARENA_ARRAY(scratch, int64_t, count),
                 .is_blocked = ARENA_ARRAY(scratch, bool, count)};
    find_depths(&plan);
    for (uint32_t i = 0; i < facts->cfg.count; i++)
        for (const IrOp *op = facts->cfg.order[i]->first; op; op = op->next)
            weigh_op(&plan, op, weight(&plan, i));
    return plan;
}

static bool float_is_worth_it(const Plan *plan, uint32_t local) {
    return plan->saved[local] > 0 || (plan->saved[local] == 0 && plan->reads[local] > 0);
}

/* -- decisions -- */

static void plan_local(const Plan *plan, IrLocal *local) {
    const Fact *stored = &plan->facts->stored[local->index];
    if (local->type.repr != REPR_OBJ || plan->is_blocked[local->index] ||
        plan->facts->read_unbound[local->index])
        return;
    if (stored->kinds == KINDS(FLOAT) && float_is_worth_it(plan, local->index))
        local->type = IR_TYPE_F64;
    else if (stored->kinds == KINDS(BOOL) && local->index >= plan->function->param_count)
        local->type = IR_TYPE_BOOL;
    else if (fact_is_small(stored) && local->index >= plan->function->param_count)
        local->type = IR_TYPE_I64;
}

void represent_plan_locals(IrFunction *function, const Facts *facts) {
    Arena *scratch = arena_new();
    Plan plan = new_plan(scratch, function, facts);
    for (size_t i = function->param_count; i < function->locals.count; i++)
        plan_local(&plan, function->locals.items[i]);
    arena_free(scratch);
}

static void plan_result(IrFunction *function, const Facts *facts) {
    uint32_t lazy = FUNCTION_GENERATOR | FUNCTION_COROUTINE | FUNCTION_ASYNC_GENERATOR;
    if (function->flags & (lazy | FUNCTION_CLASS_BODY))
        return;
    if (facts->returned.kinds == KINDS(FLOAT))
        function->return_type = IR_TYPE_F64;
    else if (facts->returned.kinds == KINDS(BOOL))
        function->return_type = IR_TYPE_BOOL;
    else if (fact_is_small(&facts->returned))
        function->return_type = IR_TYPE_I64;
}

void represent_plan_signature(IrFunction *function, const Facts *facts) {
    plan_result(function, facts);
    if (!function->is_clone || !function->param_count)
        return;
    Arena *scratch = arena_new();
    Plan plan = new_plan(scratch, function, facts);
    for (uint32_t i = 0; i < function->param_count; i++)
        plan_local(&plan, function->locals.items[i]);
    arena_free(scratch);
}
