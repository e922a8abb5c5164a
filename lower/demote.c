/*
 * demote.c — see demote.h: a backward data flow finds which values are alive where, then each that
 * is in the way is stored behind its definition and read in front of its uses in other blocks.
 */
#include "demote.h"

#include "cfg.h"

typedef struct Demoter {
    Arena *scratch;
    IrFunction *function;
    Cfg cfg;
    uint32_t value_count, words;
    BitWord **live;   /* by position of the block: values alive at its start */
    BitWord *demoted; /* values */
    IrLocal **locals; /* by value id */
} Demoter;

/* -- liveness -- */

/* What is alive in front of `block`, as far as it is known; the order of definitions and uses in a
 * block does not matter, since values are defined once. */
static void step_block(const Demoter *d, IrBlock *block, BitWord *set) {
    for (IrOp *op = block->first; op; op = op->next) {
        IrBlock **fields[3];
        uint32_t count = cfg_successors(op, fields);
        for (uint32_t i = 0; i < count; i++)
            bits_unite(set, d->live[d->cfg.position[(*fields[i])->id]], d->words);
        for (uint32_t i = 0; i < op->operand_count; i++)
            if (op->operands[i].kind == OPERAND_VALUE)
                bits_add(set, op->operands[i].value->id);
    }
    for (const IrOp *op = block->first; op; op = op->next)
        bits_remove(set, op->id);
}

static void find_liveness(Demoter *d) {
    d->live = ARENA_ARRAY(d->scratch, BitWord *, d->cfg.count + 1);
    for (uint32_t i = 0; i < d->cfg.count; i++)
        d->live[i] = ARENA_ARRAY(d->scratch, BitWord, d->words);
    BitWord *set = ARENA_ARRAY(d->scratch, BitWord, d->words);
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = d->cfg.count; i-- > 0;) {
            for (uint32_t word = 0; word < d->words; word++)
                set[word] = 0;
            step_block(d, d->cfg.order[i], set);
            changed |= bits_unite(d->live[i], set, d->words);
        }
    }
}

/* -- rewriting -- */

static bool is_remade(const IrOp *value) {
    switch (value->opcode) {
    case IR_CONST_I64:
    case IR_CONST_F64:
    case IR_CONST_BOOL:
    case IR_CONST_OBJ:
    case IR_NULL:
    case IR_CALLEE:
        return true;
    default: /* what is known to be a built-in function is called in better ways */
        return value->opcode == IR_RT && value->runtime == RUNTIME_builtin;
    }
}

static IrOp *remake(Demoter *d, const IrOp *value) {
    IrOp *op = ir_op_new(d->function, value->opcode, value->type, value->operand_count);
    op->integer = value->integer; /* or what else shares its place */
    for (uint32_t i = 0; i < value->operand_count; i++)
        op->operands[i] = value->operands[i];
    return op;
}

static void store_value(Demoter *d, IrOp *value) {
    IrLocal *local = ir_local_new(d->function, NULL, value->type);
    local->is_hidden = true;
    IrOp *set = ir_op_new(d->function, IR_LOCAL_SET, IR_TYPE_VOID, 1);
    set->local = local;
    set->operands[0].value = value;
    ir_insert_after(value, set);
    d->locals[value->id] = local;
}

static IrOp *read_value(Demoter *d, const IrOp *value, IrOp *user) {
    IrOp *op;
    if (is_remade(value)) {
        op = remake(d, value);
    } else {
        op = ir_op_new(d->function, IR_LOCAL_GET, value->type, 0);
        op->local = d->locals[value->id];
    }
    ir_insert_before(user, op);
    return op;
}

static void redirect_uses(Demoter *d, IrOp *user) {
    for (uint32_t i = 0; i < user->operand_count; i++) {
        IrOperand *operand = &user->operands[i];
        if (operand->kind != OPERAND_VALUE)
            continue;
        const IrOp *value = operand->value;
        if (value->id < d->value_count && value->block != user->block &&
            bits_has(d->demoted, value->id))
            operand->value = read_value(d, value, user);
    }
}

void demote_values(IrFunction *function, const bool *is_entered) {
    Arena *scratch = arena_new();
    Demoter d = {.scratch = scratch,
                 .function = function,
                 .cfg = cfg_new(scratch, function),
                 .value_count = function->next_id,
                 .words = bits_words(function->next_id + 1)};
    find_liveness(&d);
    d.demoted = ARENA_ARRAY(scratch, BitWord, d.words);
    d.locals = ARENA_ARRAY(scratch, IrLocal *, d.value_count + 1);
    for (uint32_t i = 0; i < d.cfg.count; i++)
        if (is_entered[d.cfg.order[i]->id])
            bits_unite(d.demoted, d.live[i], d.words);
    for (uint32_t i = 0; i < d.cfg.count; i++)
        for (IrOp *op = d.cfg.order[i]->first, *next; op; op = next) {
            next = op->next;
            redirect_uses(&d, op);
            if (op->id < d.value_count && bits_has(d.demoted, op->id) && !is_remade(op))
                store_value(&d, op);
        }
    arena_free(scratch);
}
