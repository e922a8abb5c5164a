/*
 * speculate_plan.c — the floats of a function's fast version (see speculate.h): attributes that are
 * guessed to be floats, what is computed from them, and the locals that hold nothing else. The plan
 * starts by taking everything that could be a float for one and takes back what does not hold,
 * until nothing changes.
 *
 * Then it looks for arithmetic on objects of which nothing is known but whose result meets floats:
 * its operands are suspected to be floats, which is checked where they come from, and the plan is
 * made anew, until there are no more suspects.
 */
#include "speculate.h"

#include "facts.h"

#include <string.h>

enum { OBJECT, NAME, KEYWORDS, FOUND, FIRST_ARG }; /* the operands of call_method */

typedef struct Planner {
    const FunctionGuesses *own;
    const IrFunction *function;
    SpeculationPlan plan;
    bool *is_wanted;       /* by op id: the result meets floats */
    bool *local_is_wanted; /* by local index: so does its value */
    bool changed;
} Planner;

enum { SUSPECT_ROUNDS = 12 };

/* -- operators that floats go through -- */

static bool is_real_name(const Name *name) {
    static const char *const names[] = {"sqrt", "cbrt",  "exp",   "exp2",  "expm1", "log1p", "sin",
                                        "cos",  "tan",   "asin",  "acos",  "atan",  "sinh",  "cosh",
                                        "tanh", "asinh", "acosh", "atanh", "fabs",  "erf"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(name->text, names[i]))
            return true;
    return false;
}

static bool is_rt(const IrOp *op, RuntimeFunction runtime) {
    return op->opcode == IR_RT && op->runtime == runtime;
}

/* module.sqrt(x), or sqrt(x) of a global: the operand number of x, or 0. */
static uint32_t real_argument(const IrOp *op) {
    if (is_rt(op, RUNTIME_call_method) && op->operand_count == FIRST_ARG + 1 &&
        op->operands[KEYWORDS].value->opcode == IR_NULL && is_real_name(op->operands[NAME].name) &&
        op->operands[OBJECT].value->opcode == IR_GLOBAL_GET)
        return FIRST_ARG;
    if (is_rt(op, RUNTIME_call) && op->operand_count == 3 &&
        op->operands[1].value->opcode == IR_NULL &&
        op->operands[0].value->opcode == IR_GLOBAL_GET &&
        is_real_name(op->operands[0].value->global->name))
        return 2;
    return 0;
}

static bool is_float_arithmetic(const IrOp *op) {
    switch (arithmetic_of(op)) {
    case ARITH_ADD:
    case ARITH_SUB:
    case ARITH_MUL:
    case ARITH_TRUEDIV:
    case ARITH_FLOORDIV:
    case ARITH_MOD:
    case ARITH_POW:
    case ARITH_NEGATIVE:
        return true;
    default:
        return false;
    }
}

static bool is_comparison(const IrOp *op) {
    IrCondition condition;
    ComparisonForm form = comparison_of(op, &condition);
    return form == COMPARISON_OBJECT || form == COMPARISON_TRUTH;
}

static bool is_number_constant(const IrOp *value, ConstantKind kind) {
    return value->opcode == IR_CONST_OBJ && !value->constant->is_tuple &&
           !value->constant->is_frozenset && value->constant->value.kind == kind;
}

static bool is_float_value(const SpeculationPlan *plan, const IrOp *value) {
    return is_number_constant(value, CONST_FLOAT) || value->type.kind == KIND_FLOAT ||
           (value->id < plan->value_count && plan->is_float[value->id]);
}

/* -- questions about a plan -- */

bool speculation_is_read(const SpeculationPlan *plan, const IrOp *op) {
    return is_rt(op, RUNTIME_getattr) && plan->is_float[op->id];
}

bool speculation_is_store(const SpeculationPlan *plan, const IrOp *op) {
    return is_rt(op, RUNTIME_setattr) &&
           guess_attribute(plan->guesses, op->operands[1].name) == GUESS_FLOAT &&
           is_float_value(plan, op->operands[2].value);
}

IrOp *speculation_real_argument(const SpeculationPlan *plan, const IrOp *op) {
    uint32_t argument = plan->is_float[op->id] ? real_argument(op) : 0;
    return argument ? op->operands[argument].value : NULL;
}

FloatOperand speculation_operand(const SpeculationPlan *plan, const IrOp *op, uint32_t index) {
    const IrOp *value = op->operands[index].value;
    if (is_float_value(plan, value) || is_number_constant(value, CONST_INT))
        return FLOAT_OPERAND_READY;
    if (value->type.repr != REPR_OBJ || value->opcode == IR_CONST_OBJ)
        return FLOAT_OPERAND_NEVER;
    return plan->is_suspect[value->id] ? FLOAT_OPERAND_EXACT : FLOAT_OPERAND_CHECKED;
}

static bool has_float_operand(const SpeculationPlan *plan, const IrOp *op) {
    bool any = false;
    for (uint32_t i = 0; i < op->operand_count; i++) {
        FloatOperand operand = speculation_operand(plan, op, i);
        if (operand == FLOAT_OPERAND_NEVER)
            return false;
        any |= operand == FLOAT_OPERAND_EXACT || is_float_value(plan, op->operands[i].value);
    }
    return any;
}

bool speculation_is_needless(const SpeculationPlan *plan, const IrOp *op) {
    return op->id < plan->value_count && plan->is_needless[op->id];
}

bool speculation_computes(const SpeculationPlan *plan, const IrOp *op) {
    return (is_float_arithmetic(op) && plan->is_float[op->id]) ||
           (is_comparison(op) && has_float_operand(plan, op));
}

bool speculation_checks_set(const SpeculationPlan *plan, const IrOp *op) {
    return op->opcode == IR_LOCAL_SET && plan->local_is_suspect[op->local->index] &&
           plan->local_is_float[op->local->index] && !is_float_value(plan, op->operands[0].value);
}

bool speculation_is_power(const SpeculationPlan *plan, const IrOp *op) {
    return arithmetic_of(op) == ARITH_POW && plan->is_float[op->id];
}

bool speculation_checks(const SpeculationPlan *plan, const IrOp *op) {
    if (speculation_is_read(plan, op) || speculation_is_store(plan, op) ||
        speculation_real_argument(plan, op) || speculation_checks_set(plan, op) ||
        speculation_is_power(plan, op) || speculation_checks_small(plan, op))
        return true;
    if (!speculation_computes(plan, op))
        return false;
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (speculation_operand(plan, op, i) != FLOAT_OPERAND_READY)
            return true;
    return false;
}

bool speculation_can_repeat(const SpeculationPlan *plan, const IrOp *op) {
    if (speculation_is_read(plan, op) || speculation_real_argument(plan, op) ||
        speculation_computes(plan, op) || speculation_computes_small(plan, op) ||
        speculation_is_needless(plan, op))
        return true;
    if (op->opcode == IR_RT)
        return runtime_facts[op->runtime].effects == RUNTIME_EFFECTS_PURE;
    return ir_flags(op) & IR_FLAG_PURE;
}

/* -- the plan -- */

static Guess guess_of(const Planner *p, const IrOp *op) {
    return p->own->values[op->id];
}

/* What is guessed to be something else is not worth a check. */
static bool operands_fit(const Planner *p, const IrOp *op) {
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (guess_of(p, op->operands[i].value) == GUESS_OTHER)
            return false;
    return has_float_operand(&p->plan, op);
}

static bool could_be_float(const Planner *p, const IrOp *op) {
    if (op->type.repr != REPR_OBJ)
        return false;
    if (is_rt(op, RUNTIME_getattr))
        return guess_attribute(p->plan.guesses, op->operands[1].name) == GUESS_FLOAT;
    return is_float_arithmetic(op) || real_argument(op) || op->opcode == IR_LOCAL_GET;
}

static bool holds(const Planner *p, const IrOp *op) {
    uint32_t real = real_argument(op);
    if (op->opcode == IR_LOCAL_GET)
        return p->plan.local_is_float[op->local->index];
    if (is_float_arithmetic(op))
        return operands_fit(p, op);
    return !real || is_float_value(&p->plan, op->operands[real].value);
}

static void take_back(Planner *p, bool *claim) {
    if (*claim) {
        *claim = false;
        p->changed = true;
    }
}

/* A read is worth a check only if its value is used as a number, and nowhere as an object: what is
 * assigned to another attribute as it is must be the same object there. */
static bool takes_number(const Planner *p, const IrOp *op, uint32_t index) {
    if (op->opcode == IR_LOCAL_SET)
        return p->plan.local_is_float[op->local->index];
    if (real_argument(op))
        return real_argument(op) == index && p->plan.is_float[op->id];
    return speculation_computes(&p->plan, op);
}

static void check_uses(Planner *p, const IrOp *op) {
    for (uint32_t i = 0; i < op->operand_count; i++) {
        if (op->operands[i].kind != OPERAND_VALUE)
            continue;
        const IrOp *value = op->operands[i].value;
        if (is_rt(value, RUNTIME_getattr) && !takes_number(p, op, i))
            take_back(p, &p->plan.is_float[value->id]);
        bool tests_null = op->opcode == IR_IS_NULL || op->opcode == IR_IS_STOP;
        if (value->opcode == IR_LOCAL_GET && (tests_null || op->opcode == IR_IS))
            take_back(p, &p->plan.local_is_float[value->local->index]);
    }
}

static void check_op(Planner *p, const IrOp *op) {
    SpeculationPlan *plan = &p->plan;
    if (plan->is_float[op->id] && !holds(p, op))
        take_back(p, &plan->is_float[op->id]);
    if (op->opcode == IR_LOCAL_SET && !is_float_value(plan, op->operands[0].value) &&
        !plan->local_is_suspect[op->local->index])
        take_back(p, &plan->local_is_float[op->local->index]);
    if (op->opcode == IR_LOCAL_DEL || (op->opcode == IR_LOCAL_GET && op->checked))
        take_back(p, &plan->local_is_float[op->local->index]);
    check_uses(p, op);
}

static void each_op(Planner *p, void (*visit)(Planner *p, const IrOp *op)) {
    for (size_t i = 0; i < p->function->blocks.count; i++)
        for (const IrOp *op = p->function->blocks.items[i]->first; op; op = op->next)
            visit(p, op);
}

static void claim(Planner *p, const IrOp *op) {
    p->plan.is_float[op->id] = could_be_float(p, op);
    if (op->opcode == IR_LOCAL_SET && op->local->type.repr == REPR_OBJ && !op->local->is_parameter)
        p->plan.local_is_float[op->local->index] = true;
}

static void count(Planner *p, const IrOp *op) {
    bool is_real = speculation_real_argument(&p->plan, op);
    if (is_real && is_rt(op, RUNTIME_call_method))
        p->plan.is_needless[op->operands[FOUND].value->id] = true;
    bool computed = is_real || speculation_computes(&p->plan, op);
    p->plan.computed += computed;
    p->plan.checked += speculation_checks(&p->plan, op);
}

/* Finds what holds, given the suspects. */
static void settle(Planner *p) {
    each_op(p, claim);
    do {
        p->changed = false;
        each_op(p, check_op);
    } while (p->changed);
}

/* -- suspects -- */

static void set_flag(Planner *p, bool *flag) {
    p->changed |= !*flag;
    *flag = true;
}

static void want_operands(Planner *p, const IrOp *op) {
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (speculation_operand(&p->plan, op, i) == FLOAT_OPERAND_CHECKED)
            set_flag(p, &p->is_wanted[op->operands[i].value->id]);
}

/* Values are wanted by operators on floats, through arithmetic that is not known to be on floats
 * and through locals. */
static void find_wanted(Planner *p, const IrOp *op) {
    if (speculation_computes(&p->plan, op) || (is_float_arithmetic(op) && p->is_wanted[op->id]))
        want_operands(p, op);
    else if (op->opcode == IR_LOCAL_GET && p->is_wanted[op->id])
        set_flag(p, &p->local_is_wanted[op->local->index]);
    else if (op->opcode == IR_LOCAL_SET && p->local_is_wanted[op->local->index])
        set_flag(p, &p->is_wanted[op->operands[0].value->id]);
}

/* Does the value come from elsewhere than arithmetic, which becomes arithmetic on floats when its
 * operands do? */
static bool is_source(const Planner *p, const IrOp *value) {
    return !is_float_value(&p->plan, value) && !is_float_arithmetic(value) &&
           value->opcode != IR_LOCAL_GET;
}

static bool has_source(const Planner *p, const IrLocal *local) {
    for (size_t i = 0; i < p->function->blocks.count; i++)
        for (const IrOp *op = p->function->blocks.items[i]->first; op; op = op->next)
            if (op->opcode == IR_LOCAL_SET && op->local == local &&
                is_source(p, op->operands[0].value))
                return true;
    return false;
}

static bool could_be_suspect(const Planner *p, const IrOp *value) {
    Guess guess = guess_of(p, value);
    return value->type.repr == REPR_OBJ && value->opcode != IR_CONST_OBJ &&
           (guess == GUESS_NOTHING || guess == GUESS_FLOAT);
}

static void suspect(Planner *p, const IrOp *value) {
    if (value->opcode != IR_LOCAL_GET || value->local->is_parameter) {
        if (!is_float_arithmetic(value))
            set_flag(p, &p->plan.is_suspect[value->id]);
    } else if (!value->checked && has_source(p, value->local)) {
        set_flag(p, &p->plan.local_is_suspect[value->local->index]);
    }
}

/* The operands of arithmetic that meets floats, or that are guessed to be floats themselves. */
static void find_suspects(Planner *p, const IrOp *op) {
    if (!is_float_arithmetic(op) || speculation_computes(&p->plan, op))
        return;
    bool is_guessed = p->is_wanted[op->id];
    for (uint32_t i = 0; i < op->operand_count; i++) {
        const IrOp *value = op->operands[i].value;
        if (speculation_operand(&p->plan, op, i) == FLOAT_OPERAND_READY)
            continue;
        if (!could_be_suspect(p, value))
            return;
        is_guessed |= guess_of(p, value) == GUESS_FLOAT;
    }
    for (uint32_t i = 0; i < op->operand_count && is_guessed; i++)
        if (speculation_operand(&p->plan, op, i) != FLOAT_OPERAND_READY)
            suspect(p, op->operands[i].value);
}

static bool find_more(Planner *p) {
    do {
        p->changed = false;
        each_op(p, find_wanted);
    } while (p->changed);
    each_op(p, find_suspects);
    return p->changed;
}

SpeculationPlan speculation_plan(Arena *arena, const Guesses *guesses, IrFunction *function) {
    size_t values = function->next_id + 1, locals = function->locals.count + 1;
    Planner p = {.own = guesses_of(guesses, function),
                 .function = function,
                 .is_wanted = ARENA_ARRAY(arena, bool, values),
                 .local_is_wanted = ARENA_ARRAY(arena, bool, locals),
                 .plan = {.guesses = guesses,
                          .own = guesses_of(guesses, function),
                          .is_float = ARENA_ARRAY(arena, bool, values),
                          .is_needless = ARENA_ARRAY(arena, bool, values),
                          .is_suspect = ARENA_ARRAY(arena, bool, values),
                          .local_is_float = ARENA_ARRAY(arena, bool, locals),
                          .local_is_suspect = ARENA_ARRAY(arena, bool, locals),
                          .is_small = ARENA_ARRAY(arena, bool, values),
                          .may_be_small = ARENA_ARRAY(arena, bool, values),
                          .is_int = ARENA_ARRAY(arena, bool, values),
                          .local_is_small = ARENA_ARRAY(arena, bool, locals),
                          .value_count = function->next_id,
                          .local_count = (uint32_t)function->locals.count}};
    settle(&p);
    for (int round = 0; round < SUSPECT_ROUNDS && find_more(&p); round++)
        settle(&p);
    each_op(&p, count);
    speculation_plan_small(arena, &p.plan, function);
    return p.plan;
}

static bool *grown(Arena *arena, const bool *from, uint32_t count, size_t wanted) {
    bool *to = ARENA_ARRAY(arena, bool, wanted + 1);
    for (uint32_t i = 0; i < count; i++)
        to[i] = from[i];
    return to;
}

typedef void VisitOp(SpeculationPlan *plan, const IrOp **sources, uint32_t old_count,
                     const IrOp *op);

/* A hidden local is set once, to a value that was there before. */
static void extend_set(SpeculationPlan *plan, const IrOp **sources, uint32_t old_count,
                       const IrOp *op) {
    if (op->opcode != IR_LOCAL_SET || op->local->index < old_count)
        return;
    sources[op->local->index - old_count] = op->operands[0].value;
    plan->local_is_float[op->local->index] = plan->is_float[op->operands[0].value->id];
    plan->local_is_small[op->local->index] = speculation_is_small(plan, op->operands[0].value);
}

static void extend_get(SpeculationPlan *plan, const IrOp **sources, uint32_t old_count,
                       const IrOp *op) {
    if (op->opcode != IR_LOCAL_GET || op->local->index < old_count)
        return;
    const IrOp *source = sources[op->local->index - old_count];
    plan->is_float[op->id] = plan->is_float[source->id];
    plan->is_suspect[op->id] = plan->is_suspect[source->id];
    plan->is_small[op->id] = speculation_is_small(plan, source);
    plan->may_be_small[op->id] = plan->may_be_small[source->id];
    plan->is_int[op->id] = plan->is_int[source->id];
}

static void extend_each(SpeculationPlan *plan, const IrFunction *function, const IrOp **sources,
                        uint32_t old_count, VisitOp *visit) {
    for (size_t i = 0; i < function->blocks.count; i++)
        for (const IrOp *op = function->blocks.items[i]->first; op; op = op->next)
            visit(plan, sources, old_count, op);
}

void speculation_extend(Arena *arena, SpeculationPlan *plan, const IrFunction *function) {
    uint32_t old_count = plan->local_count;
    plan->is_float = grown(arena, plan->is_float, plan->value_count, function->next_id);
    plan->is_suspect = grown(arena, plan->is_suspect, plan->value_count, function->next_id);
    plan->local_is_suspect =
        grown(arena, plan->local_is_suspect, old_count, function->locals.count);
    plan->is_needless = grown(arena, plan->is_needless, plan->value_count, function->next_id);
    plan->local_is_float = grown(arena, plan->local_is_float, old_count, function->locals.count);
    plan->is_small = grown(arena, plan->is_small, plan->value_count, function->next_id);
    plan->may_be_small = grown(arena, plan->may_be_small, plan->value_count, function->next_id);
    plan->is_int = grown(arena, plan->is_int, plan->value_count, function->next_id);
    plan->local_is_small = grown(arena, plan->local_is_small, old_count, function->locals.count);
    plan->value_count = function->next_id;
    plan->local_count = (uint32_t)function->locals.count;
    const IrOp **sources = ARENA_ARRAY(arena, const IrOp *, plan->local_count - old_count + 1);
    extend_each(plan, function, sources, old_count, extend_set);
    extend_each(plan, function, sources, old_count, extend_get);
}
