/*
 * facts_flow.c — the facts of one function: an abstract interpretation over its control flow, with
 * a fact for every local at the start of every block (see facts.h).
 *
 * Blocks are interpreted in reverse post-order, round after round, until nothing grows; after a few
 * rounds ranges that still grow are widened, so that loops end. Rounds over the settled states then
 * take back much of what widening lost: each finds the states anew from those before, and bounds
 * each read by what is ever assigned to the local. Every such round is sound if the one before was.
 * Comparisons refine what is known on the two sides of a branch.
 */
#include "facts.h"

enum {
    WIDEN_AFTER = 3,       /* rounds */
    STATE_LIMIT = 1 << 20, /* facts of locals; above it they do not follow control flow */
    REFINED_MAX = 2,       /* values a branch tells something of */
    NARROW_ROUNDS = 2,
};

/* What a branch tells about a value, in a block that only this branch leads to. */
typedef struct Refined {
    const IrOp *value;
    Fact fact;
} Refined;

typedef struct BlockFacts {
    Fact *locals; /* at the start */
    Fact *next;   /* the same as the narrowing round finds it */
    bool is_reached, is_next_reached;
    uint32_t edges;    /* that lead here */
    bool is_loop_head; /* one of them from further back in the order */
    Refined refined[REFINED_MAX];
} BlockFacts;

typedef struct Interpreter {
    Arena *scratch;
    Facts *facts;
    uint32_t local_count;
    BlockFacts *blocks; /* by position in the order */
    Fact *current;      /* locals at the present place */
    Fact *stored;       /* what is assigned to each local, as far as this round has seen */
    const BlockFacts *block;
    Fact *operands;
    bool is_flat;      /* all blocks share one state */
    bool is_settled;   /* the states have stopped growing */
    bool is_narrowing; /* states are found anew, from the settled ones */
    bool changed;
    bool widen;
} Interpreter;

/* -- states -- */

static Fact initial_fact(const IrFunction *function, const IrLocal *local) {
    if (local->index >= function->param_count)
        return fact_kinds(KINDS_NULL);
    if (local->type.kind == KIND_ANY || local->type.kind == KIND_NEVER)
        return FACT_ANY;
    return fact_kinds(1u << local->type.kind);
}

static void copy_state(Interpreter *in, Fact *to, const Fact *from) {
    for (uint32_t i = 0; i < in->local_count; i++)
        to[i] = from[i];
}

/* Joins the present state into that of `to`; answers whether it changed. */
static bool join_state(Interpreter *in, Fact *to, bool *is_reached) {
    bool changed = !*is_reached;
    if (in->is_flat) {
        *is_reached = true;
        return changed;
    }
    if (!*is_reached)
        copy_state(in, to, in->current);
    for (uint32_t i = 0; i < in->local_count && *is_reached; i++)
        changed |= fact_join(&to[i], &in->current[i], in->widen);
    *is_reached = true;
    return changed;
}

static void enter(Interpreter *in, const IrBlock *block) {
    BlockFacts *target = &in->blocks[in->facts->cfg.position[block->id]];
    if (in->is_narrowing)
        join_state(in, target->next, &target->is_next_reached);
    else if (!in->is_settled)
        in->changed |= join_state(in, target->locals, &target->is_reached);
}

static Fact fact_of_value(const Interpreter *in, const IrOp *value) {
    for (uint32_t i = 0; i < REFINED_MAX; i++)
        if (in->block->refined[i].value == value)
            return in->block->refined[i].fact;
    return in->facts->values[value->id];
}

/* Values follow from the states, which alone grow from round to round. */
static void set_value(Interpreter *in, const IrOp *op, Fact fact) {
    Fact *value = &in->facts->values[op->id];
    in->changed |= value->kinds != fact.kinds || value->low != fact.low || value->high != fact.high;
    *value = fact;
}

/* -- locals -- */

static void assign(Interpreter *in, const IrLocal *local, Fact fact) {
    if (in->is_flat)
        in->changed |= fact_join(&in->current[local->index], &fact, in->widen);
    else
        in->current[local->index] = fact;
}

static void interpret_get(Interpreter *in, const IrOp *op) {
    Fact fact = in->current[op->local->index];
    if (in->is_settled) {
        if (fact.kinds & KINDS_NULL)
            in->facts->read_unbound[op->local->index] = true;
        const Fact *stored = &in->facts->stored[op->local->index];
        fact.kinds &= stored->kinds | KINDS_NULL;
        fact = fact_where(fact, COND_GE, *stored);
        fact = fact_where(fact, COND_LE, *stored);
    }
    if (op->checked)
        fact.kinds &= ~(KindSet)KINDS_NULL;
    set_value(in, op, fact);
}

static void interpret_set(Interpreter *in, const IrOp *op) {
    Fact fact = fact_of_value(in, op->operands[0].value);
    fact_join(&in->stored[op->local->index], &fact, false);
    assign(in, op->local, fact);
}

/* -- branches -- */

/* The local that `value` was read from, if it still holds that value at the end of `block`. */
static const IrLocal *live_source(const IrOp *value, const IrBlock *block) {
    if (value->opcode != IR_LOCAL_GET || value->block != block)
        return NULL;
    for (const IrOp *op = value->next; op; op = op->next)
        if ((op->opcode == IR_LOCAL_SET || op->opcode == IR_LOCAL_DEL) && op->local == value->local)
            return NULL;
    return value->local;
}

/* Enters `target` knowing `refined`. */
static void enter_refined(Interpreter *in, const IrOp *branch, const IrBlock *target,
                          const Refined *refined) {
    BlockFacts *facts = &in->blocks[in->facts->cfg.position[target->id]];
    Fact saved[REFINED_MAX];
    const IrLocal *sources[REFINED_MAX] = {0};
    for (uint32_t i = 0; i < REFINED_MAX; i++) {
        if (!refined[i].value)
            continue;
        sources[i] = in->is_flat ? NULL : live_source(refined[i].value, branch->block);
        if (sources[i]) {
            saved[i] = in->current[sources[i]->index];
            in->current[sources[i]->index] = refined[i].fact;
        }
        if (facts->edges == 1)
            facts->refined[i] = refined[i];
    }
    enter(in, target);
    for (uint32_t i = REFINED_MAX; i-- > 0;)
        if (sources[i])
            in->current[sources[i]->index] = saved[i];
}

/* What holds of the operands of comparison `test` where it answers `outcome`. */
static void refine_comparison(Interpreter *in, const IrOp *test, IrCondition condition,
                              bool outcome, Refined *refined) {
    const IrOp *left = test->operands[0].value, *right = test->operands[1].value;
    Fact left_fact = fact_of_value(in, left), right_fact = fact_of_value(in, right);
    if (!fact_is(&left_fact, KINDS(INT)) || !fact_is(&right_fact, KINDS(INT)))
        return;
    if (!outcome)
        condition = condition_negated(condition);
    refined[0] = (Refined){left, fact_where(left_fact, condition, right_fact)};
    refined[1] = (Refined){right, fact_where(right_fact, condition_swapped(condition), left_fact)};
}

static void refine_none(Interpreter *in, const IrOp *test, bool outcome, Refined *refined) {
    for (uint32_t i = 0; i < 2; i++) {
        const IrOp *value = test->operands[i].value;
        Fact other = fact_of_value(in, test->operands[1 - i].value);
        if (other.kinds != KINDS(NONE))
            continue;
        Fact fact = fact_of_value(in, value);
        if (outcome)
            fact = fact_kinds(fact.kinds & KINDS(NONE));
        else
            fact.kinds &= ~KINDS(NONE);
        refined[i] = (Refined){value, fact};
        return;
    }
}

static void refine(Interpreter *in, const IrOp *test, bool outcome, Refined *refined) {
    IrCondition condition;
    if (test->opcode == IR_BOOL_NOT)
        refine(in, test->operands[0].value, !outcome, refined);
    else if (test->opcode == IR_I64_COMPARE)
        refine_comparison(in, test, test->condition, outcome, refined);
    else if (comparison_of(test, &condition) > COMPARISON_OBJECT)
        refine_comparison(in, test, condition, outcome, refined);
    else if (test->opcode == IR_IS)
        refine_none(in, test, outcome, refined);
}

static void interpret_branch(Interpreter *in, const IrOp *op) {
    for (uint32_t side = 0; side < 2; side++) {
        Refined refined[REFINED_MAX] = {0};
        refine(in, op->operands[0].value, side == 0, refined);
        enter_refined(in, op, op->targets[side], refined);
    }
}

/* -- operators -- */

static void interpret_other(Interpreter *in, const IrOp *op) {
    for (uint32_t i = 0; i < op->operand_count; i++)
        in->operands[i] = op->operands[i].kind == OPERAND_VALUE
                              ? fact_of_value(in, op->operands[i].value)
                              : FACT_NONE;
    if (op->type.repr != REPR_VOID)
        set_value(in, op, fact_of_op(in->facts->program, op, in->operands));
    else if (op->opcode == IR_RET)
        fact_join(&in->facts->returned, &in->operands[0], false);
}

static void interpret_op(Interpreter *in, const IrOp *op) {
    switch (op->opcode) {
    case IR_LOCAL_GET:
        interpret_get(in, op);
        break;
    case IR_LOCAL_SET:
        interpret_set(in, op);
        break;
    case IR_LOCAL_DEL:
        assign(in, op->local, fact_kinds(KINDS_NULL));
        break;
    case IR_BR:
        enter(in, op->targets[0]);
        break;
    case IR_BRANCH:
        interpret_branch(in, op);
        break;
    default:
        interpret_other(in, op);
    }
}

/* A failing operator leads to its handler in the state before it. The state is handed on only where
 * it may have changed since the last time. */
static void interpret_block(Interpreter *in, const IrBlock *block) {
    const IrBlock *told = NULL;
    for (const IrOp *op = block->first; op; op = op->next) {
        if (op->unwind && op->unwind != told) {
            told = op->unwind;
            enter(in, told);
        }
        interpret_op(in, op);
        if (op->opcode == IR_LOCAL_SET || op->opcode == IR_LOCAL_DEL)
            told = NULL;
        if (ir_always_fails(op))
            return;
    }
}

/* What a narrowing round has found for a block is complete when it gets there, but at loop heads.
 */
static const Fact *state_at(const Interpreter *in, const BlockFacts *block) {
    bool anew = in->is_narrowing && !block->is_loop_head && block != in->blocks;
    if (anew ? !block->is_next_reached : !block->is_reached)
        return NULL;
    return anew ? block->next : block->locals;
}

static void interpret_round(Interpreter *in) {
    const Cfg *cfg = &in->facts->cfg;
    const IrFunction *function = in->facts->function;
    for (uint32_t i = 0; i < in->local_count; i++)
        in->stored[i] = i < function->param_count
                            ? initial_fact(function, function->locals.items[i])
                            : FACT_NONE;
    in->facts->returned = FACT_NONE;
    for (uint32_t i = 0; i < cfg->count; i++) {
        in->block = &in->blocks[i];
        const Fact *state = state_at(in, in->block);
        if (in->is_flat ? !in->block->is_reached : !state)
            continue;
        if (!in->is_flat)
            copy_state(in, in->current, state);
        interpret_block(in, cfg->order[i]);
    }
}

/* -- one function -- */

static void count_edges(Interpreter *in) {
    const Cfg *cfg = &in->facts->cfg;
    in->blocks[0].edges = 1;
    for (uint32_t i = 0; i < cfg->count; i++) {
        for (IrOp *op = cfg->order[i]->first; op; op = op->next) {
            IrBlock **fields[3];
            uint32_t count = cfg_successors(op, fields);
            for (uint32_t k = 0; k < count; k++) {
                BlockFacts *target = &in->blocks[cfg->position[(*fields[k])->id]];
                target->edges++;
                target->is_loop_head |= target <= &in->blocks[i];
            }
        }
    }
}

static uint32_t most_operands(const Cfg *cfg) {
    uint32_t most = 2;
    for (uint32_t i = 0; i < cfg->count; i++)
        for (const IrOp *op = cfg->order[i]->first; op; op = op->next)
            if (op->operand_count > most)
                most = op->operand_count;
    return most;
}

static void prepare(Interpreter *in, const IrFunction *function) {
    const Cfg *cfg = &in->facts->cfg;
    in->local_count = (uint32_t)function->locals.count;
    in->is_flat = (uint64_t)in->local_count * cfg->count > STATE_LIMIT;
    in->blocks = ARENA_ARRAY(in->scratch, BlockFacts, cfg->count);
    in->operands = ARENA_ARRAY(in->scratch, Fact, most_operands(cfg));
    in->current = ARENA_ARRAY(in->scratch, Fact, in->local_count + 1);
    in->stored = ARENA_ARRAY(in->scratch, Fact, in->local_count + 1);
    for (uint32_t i = 0; i < cfg->count && !in->is_flat; i++) {
        in->blocks[i].locals = ARENA_ARRAY(in->scratch, Fact, in->local_count + 1);
        in->blocks[i].next = ARENA_ARRAY(in->scratch, Fact, in->local_count + 1);
    }
    for (uint32_t i = 0; i < in->local_count; i++) {
        Fact fact = initial_fact(function, function->locals.items[i]);
        in->current[i] = fact;
        if (!in->is_flat)
            in->blocks[0].locals[i] = fact;
    }
    in->blocks[0].is_reached = true;
    count_edges(in);
}

/* One round that finds the states anew. The entry's stays. */
static void narrow(Interpreter *in) {
    const Cfg *cfg = &in->facts->cfg;
    in->is_narrowing = true;
    for (uint32_t i = 1; i < cfg->count; i++)
        in->blocks[i].is_next_reached = false;
    copy_state(in, in->facts->stored, in->stored);
    interpret_round(in);
    for (uint32_t i = 1; i < cfg->count && !in->is_flat; i++) {
        BlockFacts *block = &in->blocks[i];
        Fact *old = block->locals;
        block->locals = block->next;
        block->next = old;
        block->is_reached = block->is_next_reached;
    }
    in->is_narrowing = false;
}

Facts *facts_interpret(Arena *arena, ProgramFacts *program, IrFunction *function) {
    Facts *facts = ARENA_NEW(arena, Facts);
    *facts = (Facts){.function = function,
                     .program = program,
                     .cfg = cfg_new(arena, function),
                     .values = ARENA_ARRAY(arena, Fact, function->next_id + 1),
                     .stored = ARENA_ARRAY(arena, Fact, function->locals.count + 1),
                     .read_unbound = ARENA_ARRAY(arena, bool, function->locals.count + 1),
                     .returned = FACT_NONE};
    for (uint32_t i = 0; i <= function->next_id; i++)
        facts->values[i] = FACT_NONE;
    Arena *scratch = arena_new();
    Interpreter in = {.scratch = scratch, .facts = facts};
    prepare(&in, function);
    for (uint32_t round = 0; round == 0 || in.changed; round++) {
        in.changed = false;
        in.widen = round >= WIDEN_AFTER;
        interpret_round(&in);
    }
    in.is_settled = true;
    in.widen = false;
    for (uint32_t i = 0; i < NARROW_ROUNDS; i++)
        narrow(&in);
    copy_state(&in, facts->stored, in.stored);
    interpret_round(&in);
    copy_state(&in, facts->stored, in.stored);
    arena_free(scratch);
    return facts;
}
