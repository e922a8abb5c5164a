/*
 * lifetime.c — backward data flow over items (see lifetime.h). What a handler needs is alive before
 * every operator that may fail into it.
 */
#include "lifetime.h"

/* -- facts of values -- */

bool lifetime_is_uncounted(const IrOp *op) {
    if (op->type.repr != REPR_OBJ || op->type.kind == KIND_NONE || op->type.kind == KIND_BOOL)
        return true;
    return op->opcode == IR_CONST_OBJ || op->opcode == IR_NULL || op->opcode == IR_BOX_SMALL ||
           op->opcode == IR_BOX_BOOL;
}

IrOp *lifetime_base(const IrOp *op) {
    if (op->opcode != IR_RT || !ir_result_is_borrowed(op) || !op->operand_count ||
        op->operands[0].kind != OPERAND_VALUE)
        return NULL;
    return op->operands[0].value;
}

bool lifetime_tracks_local(const IrLocal *local) {
    return local->is_hidden && !local->is_parameter && local->type.repr == REPR_OBJ;
}

/* -- live sets -- */

static void set_add(const Lifetimes *lifetimes, ItemList *set, Item *item) {
    if (!item || item->place)
        return;
    VEC_PUSH(lifetimes->arena, set, item);
    item->place = (uint32_t)set->count;
}

static void set_remove(ItemList *set, Item *item) {
    if (!live_has(item))
        return;
    Item *last = set->items[--set->count];
    set->items[item->place - 1] = last;
    last->place = item->place;
    item->place = 0;
}

static void set_clear(ItemList *set) {
    for (size_t i = 0; i < set->count; i++)
        set->items[i]->place = 0;
    set->count = 0;
}

const ItemList *live_start(const Lifetimes *lifetimes, const IrBlock *block) {
    return &lifetimes->in[lifetimes->cfg->position[block->id]];
}

void live_stamp(Lifetimes *lifetimes, const IrBlock *block) {
    const ItemList *start = live_start(lifetimes, block);
    lifetimes->stamp++;
    for (size_t i = 0; i < start->count; i++)
        start->items[i]->stamp = lifetimes->stamp;
}

static void add_start(const Lifetimes *lifetimes, ItemList *set, const IrBlock *block) {
    const ItemList *start = live_start(lifetimes, block);
    for (size_t i = 0; i < start->count; i++)
        set_add(lifetimes, set, start->items[i]);
}

void live_begin(const Lifetimes *lifetimes, ItemList *set, IrBlock *block) {
    IrBlock **fields[3];
    set_clear(set);
    uint32_t count = cfg_successors(block->last, fields);
    for (uint32_t i = 0; i < count; i++)
        add_start(lifetimes, set, *fields[i]);
}

/* Steps over `op`, whose failures lead to `unwind` as far as is of interest (or NULL). */
static void step(const Lifetimes *lifetimes, ItemList *set, const IrOp *op, const IrBlock *unwind) {
    set_remove(set, lifetimes->values[op->id]);
    if (op->opcode == IR_LOCAL_SET || op->opcode == IR_LOCAL_DEL)
        set_remove(set, lifetimes->locals[op->local->index]);
    if (unwind)
        add_start(lifetimes, set, unwind);
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (op->operands[i].kind == OPERAND_VALUE)
            for (const IrOp *value = op->operands[i].value; value; value = lifetime_base(value))
                set_add(lifetimes, set, lifetimes->values[value->id]);
    if (op->opcode == IR_LOCAL_GET)
        set_add(lifetimes, set, lifetimes->locals[op->local->index]);
}

void live_step(const Lifetimes *lifetimes, ItemList *set, const IrOp *op) {
    step(lifetimes, set, op, op->unwind);
}

/* -- finding the items -- */

static void number_items(Lifetimes *lifetimes, bool (*tracks_value)(void *context, const IrOp *op),
                         void *context) {
    const IrFunction *function = lifetimes->cfg->function;
    Arena *arena = lifetimes->arena;
    uint32_t order = 0;
    for (uint32_t i = 0; i < lifetimes->cfg->count; i++) {
        for (IrOp *op = lifetimes->cfg->order[i]->first; op; op = op->next) {
            if (!tracks_value(context, op))
                continue;
            Item *item = lifetimes->values[op->id] = ARENA_NEW(arena, Item);
            item->value = op;
            item->order = order++;
        }
    }
    for (size_t i = 0; i < function->locals.count; i++) {
        IrLocal *local = function->locals.items[i];
        if (!lifetime_tracks_local(local))
            continue;
        Item *item = lifetimes->locals[i] = ARENA_NEW(arena, Item);
        item->local = local;
        item->order = order++;
    }
}

/* -- the data flow -- */

/* Redoes one block; answers whether more is alive at its start than was known. */
static bool flow(Lifetimes *lifetimes, ItemList *set, IrBlock *block) {
    live_begin(lifetimes, set, block);
    const IrBlock *added = NULL; /* its start was added just before: no need to look again */
    for (const IrOp *op = block->last; op; op = op->previous) {
        step(lifetimes, set, op, op->unwind == added ? NULL : op->unwind);
        if (op->opcode == IR_LOCAL_SET || op->opcode == IR_LOCAL_DEL)
            added = NULL;
        else if (op->unwind)
            added = op->unwind;
    }
    ItemList *in = &lifetimes->in[lifetimes->cfg->position[block->id]];
    live_stamp(lifetimes, block);
    bool changed = false;
    for (size_t i = 0; i < set->count; i++) {
        if (live_is_stamped(lifetimes, set->items[i]))
            continue;
        VEC_PUSH(lifetimes->arena, in, set->items[i]);
        changed = true;
    }
    return changed;
}

static void solve(Lifetimes *lifetimes) {
    const Cfg *cfg = lifetimes->cfg;
    ItemList set = {0};
    lifetimes->in = ARENA_ARRAY(lifetimes->arena, ItemList, cfg->count);
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = cfg->count; i-- > 0;)
            changed |= flow(lifetimes, &set, cfg->order[i]);
    }
    set_clear(&set);
}

Lifetimes lifetimes_new(Arena *arena, const Cfg *cfg,
                        bool (*tracks_value)(void *context, const IrOp *op), void *context) {
    const IrFunction *function = cfg->function;
    Lifetimes lifetimes = {.arena = arena, .cfg = cfg};
    lifetimes.values = ARENA_ARRAY(arena, Item *, function->next_id + 1);
    lifetimes.locals = ARENA_ARRAY(arena, Item *, function->locals.count + 1);
    number_items(&lifetimes, tracks_value, context);
    solve(&lifetimes);
    return lifetimes;
}
