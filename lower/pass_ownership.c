/*
 * pass_ownership.c — makes every reference count explicit. Before it, operators produce values and
 * local.set assigns; after it, rt incref, decref and xdecref say all that happens to counts, and
 * local.set and local.del are plain stores.
 *
 *   values      A new reference is dropped after its last use, or handed to the operator that
 * steals it there. A borrowed value costs nothing, unless it is stolen (incref before) or what it
 * is borrowed from may go while it is needed (incref when it is made). locals      A variable of
 * the program keeps what it holds until it is assigned or deleted or the function ends, as in
 * Python; the old value is dropped after the new one is stored, because a finaliser may look. A
 * hidden local is treated like a value: its last read takes the reference over. A local that only
 * ever holds constants and small ints is left alone. parameters  are borrowed from the caller,
 * unless the function assigns them or is a coroutine: then they are variables like others. edges
 * What is alive before an operator that fails, or before a branch, but not needed where control
 * goes, is dropped in a block on that edge. Those blocks form chains that share their ends.
 *
 *   exceptions  keep the variables of the functions they leave, parameters too, as long as their
 * traceback lives.
 *
 * Needs: unreachable blocks dropped. Leaves the blocks joined.
 */
#include "bound.h"
#include "lifetime.h"
#include "pass.h"

#include "../rt/abi.h"

#include <stdlib.h>
#include <string.h>

/* A block that drops one item and goes on to the target. */
typedef struct Cleanup {
    const Item *item;
    const IrBlock *target;
    IrBlock *block;
    struct Cleanup *next; /* in its bucket */
} Cleanup;

enum { CLEANUP_BUCKETS = 1 << 12 };

typedef struct Ownership {
    Arena *scratch;
    IrFunction *function;
    Cfg cfg;
    Bound bound;
    Lifetimes lifetimes;
    ItemList live;
    bool *is_changed;      /* by local: set or deleted somewhere */
    bool *is_counted;      /* by local: may hold a reference that counts */
    bool *may_be_null;     /* by local: may hold the word 0 even where it is bound */
    VEC(Item *) drops;     /* scratch: of one operator or edge */
    const IrLocal **moved; /* by op id of a ret: the local whose reference is returned */
    Cleanup **cleanups;    /* hash table of CLEANUP_BUCKETS lists, by item and target */
} Ownership;

enum { COROUTINE_LIKE = FUNCTION_GENERATOR | FUNCTION_COROUTINE | FUNCTION_ASYNC_GENERATOR };

/* -- facts -- */

/* Does `local` hold a reference that stays until it is assigned, deleted or the function ends? */
static bool owns(const Ownership *o, const IrLocal *local) {
    if (!o->is_counted[local->index] || lifetime_tracks_local(local))
        return false;
    return !local->is_parameter || (o->function->flags & COROUTINE_LIKE) ||
           o->is_changed[local->index];
}

/* Is `op` borrowed from the exception being handled, which handler_leave lets go? */
static bool is_of_handler(const IrOp *op) {
    return op->opcode == IR_RT && ir_result_is_borrowed(op) && !(ir_flags(op) & IR_FLAG_PURE);
}

static bool is_borrowed(const IrOp *op) {
    return op->opcode == IR_LOCAL_GET || ir_result_is_borrowed(op);
}

/* Does the result of `op` take part in counting at all? */
static bool is_counted(const Ownership *o, const IrOp *op) {
    return !lifetime_is_uncounted(op) &&
           (op->opcode != IR_LOCAL_GET || o->is_counted[op->local->index]);
}

static bool tracks_value(void *context, const IrOp *op) {
    const Ownership *o = context;
    if (!is_counted(o, op))
        return false;
    if (op->opcode == IR_LOCAL_GET)
        return o->is_changed[op->local->index];
    return !is_borrowed(op) || is_of_handler(op);
}

static Item *item_of(const Ownership *o, const IrOp *op) {
    return o->lifetimes.values[op->id];
}

/* The hidden local that `op` reads, as an item, or NULL. */
static Item *item_read(const Ownership *o, const IrOp *op) {
    return op->opcode == IR_LOCAL_GET ? o->lifetimes.locals[op->local->index] : NULL;
}

static bool value_may_be_null(const Ownership *o, const IrOp *op) {
    if (op->opcode == IR_LOCAL_GET)
        return o->may_be_null[op->local->index];
    return op->opcode == IR_NULL ||
           (op->opcode == IR_RT && runtime_facts[op->runtime].result == RUNTIME_RESULT_MAYBE);
}

/* Looks at the assignments; answers whether another local turned out to hold the word 0. */
static bool find_nulls(Ownership *o) {
    bool found = false;
    for (uint32_t i = 0; i < o->cfg.count; i++) {
        for (const IrOp *op = o->cfg.order[i]->first; op; op = op->next) {
            if (op->opcode != IR_LOCAL_SET || o->may_be_null[op->local->index])
                continue;
            const IrOp *value = op->operands[0].value;
            bool unbinds = value->opcode == IR_NULL && !lifetime_tracks_local(op->local);
            if (!unbinds && value_may_be_null(o, value))
                found = o->may_be_null[op->local->index] = true;
        }
    }
    return found;
}

static void find_changed(Ownership *o) {
    for (uint32_t i = 0; i < o->cfg.count; i++)
        for (const IrOp *op = o->cfg.order[i]->first; op; op = op->next)
            if (op->opcode == IR_LOCAL_SET || op->opcode == IR_LOCAL_DEL)
                o->is_changed[op->local->index] = true;
    for (uint32_t i = 0; i < o->function->param_count; i++)
        o->is_counted[i] = o->function->locals.items[i]->type.repr == REPR_OBJ;
}

/* Looks at the assignments; answers whether another local turned out to hold what counts. */
static bool find_counted(Ownership *o) {
    bool found = false;
    for (uint32_t i = 0; i < o->cfg.count; i++)
        for (const IrOp *op = o->cfg.order[i]->first; op; op = op->next)
            if (op->opcode == IR_LOCAL_SET && !o->is_counted[op->local->index] &&
                is_counted(o, op->operands[0].value))
                found = o->is_counted[op->local->index] = true;
    return found;
}

/* -- decisions: which borrowed values need a reference of their own -- */

static bool item_reads(const Item *item, const IrLocal *local) {
    return item->value && item->value->opcode == IR_LOCAL_GET && item->value->local == local;
}

/* What is read from a hidden local must not outlive it: its last read takes the reference. */
static void acquire_outliving(Ownership *o) {
    for (size_t i = 0; i < o->live.count; i++) {
        Item *item = o->live.items[i];
        Item *source = item->value ? item_read(o, item->value) : NULL;
        if (source && !live_has(source))
            item->is_acquired = true;
    }
}

/* The live set is what is alive after `op`: acquires the values that lose their source by `op`. */
static void acquire_across(Ownership *o, const IrOp *op) {
    bool changes_local = op->opcode == IR_LOCAL_SET || op->opcode == IR_LOCAL_DEL;
    bool leaves_handler = op->opcode == IR_RT && op->runtime == RUNTIME_handler_leave;
    if (!changes_local && !leaves_handler)
        return;
    for (size_t i = 0; i < o->live.count; i++) {
        Item *item = o->live.items[i];
        if (changes_local && item_reads(item, op->local))
            item->is_acquired = true;
        if (leaves_handler && item->value && is_of_handler(item->value))
            item->is_acquired = true;
    }
}

/* The live set is what is alive after `op`: the last read of a hidden local takes its reference. */
static void take_over(Ownership *o, const IrOp *op) {
    Item *item = item_of(o, op), *source = item_read(o, op);
    if (item && source && !live_has(source))
        item->is_owned = true;
}

static void decide_block(Ownership *o, IrBlock *block) {
    live_begin(&o->lifetimes, &o->live, block);
    for (const IrOp *op = block->last; op; op = op->previous) {
        acquire_outliving(o);
        acquire_across(o, op);
        take_over(o, op);
        live_step(&o->lifetimes, &o->live, op);
    }
    acquire_outliving(o);
}

static void decide(Ownership *o) {
    for (uint32_t i = 0; i < o->cfg.count; i++)
        decide_block(o, o->cfg.order[i]);
    for (uint32_t id = 0; id < o->function->next_id; id++) {
        Item *item = o->lifetimes.values[id];
        if (!item)
            continue;
        item->is_acquired = item->is_acquired && !item->is_owned;
        item->is_owned = item->is_owned || item->is_acquired || !is_borrowed(item->value);
    }
    for (size_t i = 0; i < o->function->locals.count; i++)
        if (o->lifetimes.locals[i])
            o->lifetimes.locals[i]->is_owned = o->is_counted[i];
}

/* -- emitting counts -- */

static IrOp *count_op(Ownership *o, RuntimeFunction runtime, IrOp *value) {
    IrOp *op = ir_op_new(o->function, IR_RT, IR_TYPE_VOID, 1);
    op->runtime = runtime;
    op->operands[0] = (IrOperand){.kind = OPERAND_VALUE, .value = value};
    return op;
}

/* Drops `value`, which ends by `cause`. Where the program says what it drops, what is dropped may
 * tell of the place: for the program's own functions and what may be any object. */
static IrOp *drop_op(Ownership *o, RuntimeFunction runtime, IrOp *value, const IrOp *cause) {
    bool may_tell = value->type.repr == REPR_OBJ && value->type.kind == KIND_ANY;
    const IrModule *module = o->function->module;
    bool is_program = module->source && !module->source->is_library; /* textual IR has no source */
    if (!may_tell || !cause || !cause->position || !is_program)
        return count_op(o, runtime, value);
    IrFunction *frame = cause->frame ? cause->frame : o->function;
    IrOp *op = ir_op_new(o->function, IR_RT, IR_TYPE_VOID, 3);
    op->runtime = RUNTIME_drop;
    op->operands[0] = (IrOperand){.kind = OPERAND_VALUE, .value = value};
    op->operands[1] = (IrOperand){.kind = OPERAND_FUNCTION, .function = frame};
    op->operands[2] =
        (IrOperand){.kind = OPERAND_IMMEDIATE, .immediate = (int64_t)(cause->position >> 40 << 40)};
    return op;
}

static IrOp *read_local(Ownership *o, IrLocal *local) {
    IrOp *op = ir_op_new(o->function, IR_LOCAL_GET, local->type, 0);
    op->local = local;
    return op;
}

/* Puts the operators that drop `item` before `place`, or at the end of `block` if that is NULL.
 * `cause`: the operator by which it ends, or NULL. */
static void insert_drop(Ownership *o, const Item *item, IrOp *place, IrBlock *block,
                        const IrOp *cause) {
    IrOp *value = item->value;
    bool maybe = item->local || value_may_be_null(o, value);
    if (item->local) {
        value = read_local(o, item->local);
        place ? ir_insert_before(place, value) : ir_append(block, value);
    }
    IrOp *drop = drop_op(o, maybe ? RUNTIME_xdecref : RUNTIME_decref, value, cause);
    place ? ir_insert_before(place, drop) : ir_append(block, drop);
}

/* -- edges -- */

static int compare_items(const void *left, const void *right) {
    const Item *a = *(Item *const *)left, *b = *(Item *const *)right;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* A block that drops `item` and goes on to `target`. */
static IrBlock *cleanup_block(Ownership *o, const Item *item, IrBlock *target) {
    uint32_t hash = (item->order * 31 + target->id) % CLEANUP_BUCKETS;
    for (Cleanup *cleanup = o->cleanups[hash]; cleanup; cleanup = cleanup->next)
        if (cleanup->item == item && cleanup->target == target)
            return cleanup->block;
    Cleanup *cleanup = ARENA_NEW(o->scratch, Cleanup);
    *cleanup = (Cleanup){item, target, ir_block_new(o->function), o->cleanups[hash]};
    o->cleanups[hash] = cleanup;
    insert_drop(o, item, NULL, cleanup->block, NULL);
    IrOp *jump = ir_op_new(o->function, IR_BR, IR_TYPE_VOID, 0);
    jump->targets[0] = target;
    ir_append(cleanup->block, jump);
    return cleanup->block;
}

/* Where an edge to `target` leads when o->drops is dropped on it: the latest first, as when Python
 * unwinds its stack. */
static IrBlock *cleanup_chain(Ownership *o, IrBlock *target) {
    qsort(o->drops.items, o->drops.count, sizeof *o->drops.items, compare_items);
    for (size_t i = 0; i < o->drops.count; i++)
        target = cleanup_block(o, o->drops.items[i], target);
    return target;
}

/* The live set is that before an edge from `op` to `target`: where the edge must lead. */
static IrBlock *edge_target(Ownership *o, const IrOp *op, IrBlock *target) {
    o->drops.count = 0;
    live_stamp(&o->lifetimes, target);
    for (size_t i = 0; i < o->live.count; i++) {
        Item *item = o->live.items[i];
        if (item->is_owned && item->taken != op && !live_is_stamped(&o->lifetimes, item))
            VEC_PUSH(o->scratch, &o->drops, item);
    }
    return o->drops.count ? cleanup_chain(o, target) : target;
}

/* -- operators: the live set is what is alive after `op` -- */

/* How often `op` uses `item`, directly or through what is borrowed from it. */
static uint32_t count_uses(const Ownership *o, const IrOp *op, const Item *item) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (op->operands[i].kind == OPERAND_VALUE)
            for (const IrOp *value = op->operands[i].value; value; value = lifetime_base(value))
                count += item_of(o, value) == item;
    return count;
}

/* Returning a variable that the function drops anyway moves its reference. */
static bool return_moves(Ownership *o, const IrOp *op, const IrOp *value) {
    const Item *item = item_of(o, value);
    if (op->opcode != IR_RET || value->opcode != IR_LOCAL_GET || !owns(o, value->local) ||
        (item && item->is_owned))
        return false;
    o->moved[op->id] = value->local;
    return true;
}

/* Is `item` alive where `op` leads to when it fails? */
static bool handler_needs(Ownership *o, const IrOp *op, const Item *item) {
    if (!op->unwind)
        return false;
    live_stamp(&o->lifetimes, op->unwind);
    return live_is_stamped(&o->lifetimes, item);
}

/* Provides the reference that `op` takes of `value`. */
static void steal(Ownership *o, IrOp *op, IrOp *value) {
    if (!is_counted(o, value) || return_moves(o, op, value))
        return;
    Item *item = item_of(o, value);
    if (item && item->is_owned && !live_has(item) && !handler_needs(o, op, item) &&
        count_uses(o, op, item) == 1)
        item->taken = op;
    else
        ir_insert_before(op, count_op(o, RUNTIME_incref, value));
}

static void steal_operands(Ownership *o, IrOp *op) {
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (op->operands[i].kind == OPERAND_VALUE && ir_operand_is_stolen(op, i))
            steal(o, op, op->operands[i].value);
}

/* Lists `item` if it ends at `op` on the way on. */
static void list_drop(Ownership *o, const IrOp *op, Item *item) {
    if (!item || !item->is_owned || live_has(item) || item->taken == op || item->listed == op)
        return;
    item->listed = op;
    VEC_PUSH(o->scratch, &o->drops, item);
}

/* Lists what ends at `op` because only its unwind block needed it. */
static void list_unwind_drops(Ownership *o, const IrOp *op) {
    const ItemList *start = live_start(&o->lifetimes, op->unwind);
    for (size_t i = 0; i < start->count; i++)
        list_drop(o, op, start->items[i]);
}

static void list_drops(Ownership *o, const IrOp *op) {
    o->drops.count = 0;
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (op->operands[i].kind == OPERAND_VALUE)
            for (const IrOp *value = op->operands[i].value; value; value = lifetime_base(value))
                list_drop(o, op, item_of(o, value));
    list_drop(o, op, item_of(o, op));
    if (op->opcode == IR_LOCAL_SET)
        list_drop(o, op, o->lifetimes.locals[op->local->index]);
    if (op->unwind)
        list_unwind_drops(o, op);
}

/* Drops after `op` what ends there. A terminator has no after: its operands are objects only if it
 * returns, where what they are borrowed from can go before. */
static void drop_ended(Ownership *o, IrOp *op) {
    if (op->next && op->next->opcode == IR_UNREACHABLE)
        return;
    list_drops(o, op);
    IrOp *place = op->next ? op->next : op;
    for (size_t i = 0; i < o->drops.count; i++)
        insert_drop(o, o->drops.items[i], place, NULL, op);
    const Item *result = item_of(o, op);
    if (result && result->is_acquired)
        ir_insert_after(op, count_op(o, RUNTIME_incref, op));
}

/* -- suspensions: what the frame owns meanwhile, for the cycle collector -- */

static bool suspends(const Ownership *o, const IrOp *op) {
    if (!(o->function->flags & COROUTINE_LIKE))
        return false;
    return op->opcode == IR_YIELD || op->opcode == IR_AWAIT_CALL ||
           (op->opcode == IR_RT && runtime_facts[op->runtime].effects == RUNTIME_EFFECTS_AWAIT);
}

static void keep(Ownership *o, IrOp *op, const Item *item) {
    if (item->is_owned && item->value != op && item->taken != op)
        VEC_PUSH(o->function->arena, op->kept, ((IrKept){item->value, item->local}));
}

/* The live set is what is alive after `op`, o->drops what ends at it. */
static void keep_items(Ownership *o, IrOp *op) {
    op->kept = ARENA_NEW(o->function->arena, IrKeptList);
    for (size_t i = 0; i < o->live.count; i++)
        keep(o, op, o->live.items[i]);
    for (size_t i = 0; i < o->drops.count; i++)
        keep(o, op, o->drops.items[i]);
}

static void keep_locals(Ownership *o, const BoundState *state, IrOp *op) {
    for (size_t i = 0; i < o->function->locals.count; i++) {
        IrLocal *local = o->function->locals.items[i];
        if (owns(o, local) && bound_may(&o->bound, state, local))
            VEC_PUSH(o->function->arena, op->kept, ((IrKept){NULL, local}));
    }
}

static void rewrite_op(Ownership *o, IrOp *op) {
    const Item *item = item_of(o, op);
    op->owned = item && item->is_owned && !item->is_acquired;
    steal_operands(o, op);
    drop_ended(o, op);
    if (suspends(o, op))
        keep_items(o, op);
    live_step(&o->lifetimes, &o->live, op);
    if (op->unwind)
        op->unwind = edge_target(o, op, op->unwind);
}

static void rewrite_block(Ownership *o, IrBlock *block) {
    IrOp *last = block->last;
    live_begin(&o->lifetimes, &o->live, block);
    if (last->opcode == IR_BRANCH)
        for (uint32_t i = 0; i < 2; i++)
            last->targets[i] = edge_target(o, last, last->targets[i]);
    for (IrOp *op = last, *previous; op; op = previous) {
        previous = op->previous;
        rewrite_op(o, op);
    }
}

/* -- variables -- */

/* Drops what `local` held: `old` was read before. `cause`: by what, or NULL. */
static IrOp *drop_old(Ownership *o, const BoundState *state, IrOp *old, const IrOp *cause) {
    bool certain = bound_must(&o->bound, state, old->local) && !o->may_be_null[old->local->index];
    return drop_op(o, certain ? RUNTIME_decref : RUNTIME_xdecref, old, cause);
}

/* The operators that take over what the variable they are assigned to holds. */
static const struct {
    RuntimeFunction plain, moved;
} moved_operators[] = {
    {RUNTIME_add, RUNTIME_add_moved},   {RUNTIME_sub, RUNTIME_sub_moved},
    {RUNTIME_mul, RUNTIME_mul_moved},   {RUNTIME_truediv, RUNTIME_truediv_moved},
    {RUNTIME_iadd, RUNTIME_iadd_moved}, {RUNTIME_isub, RUNTIME_isub_moved},
    {RUNTIME_imul, RUNTIME_imul_moved}, {RUNTIME_itruediv, RUNTIME_itruediv_moved},
};

/* Does `value` leave its result to `op`, an assignment, with nothing between but drops? */
static bool is_assigned_next(const IrOp *value, const IrOp *op) {
    const IrOp *between = op->previous;
    while (between && between->opcode == IR_RT &&
           (between->runtime == RUNTIME_decref || between->runtime == RUNTIME_xdecref ||
            between->runtime == RUNTIME_drop))
        between = between->previous;
    return between == value;
}

/* `x += y` or `x = x + y` where `op` assigns the result: the operator takes the reference that x
 * has, and may change what nothing else refers to. What was read from x is still there then: it
 * would have been acquired if an assignment stood between. */
static bool move_into_operator(Ownership *o, const BoundState *state, IrOp *op) {
    IrOp *value = op->operands[0].value;
    if (value->opcode != IR_RT || !value->operand_count ||
        value->operands[0].kind != OPERAND_VALUE || !is_assigned_next(value, op) ||
        !bound_must(&o->bound, state, op->local) || o->may_be_null[op->local->index])
        return false;
    const IrOp *left = value->operands[0].value;
    if (left->opcode != IR_LOCAL_GET || left->local != op->local ||
        (item_of(o, left) && item_of(o, left)->is_owned))
        return false;
    for (size_t i = 0; i < sizeof moved_operators / sizeof *moved_operators; i++) {
        if (moved_operators[i].plain != value->runtime)
            continue;
        value->runtime = moved_operators[i].moved;
        ir_remove(op);
        ir_insert_after(value, op);
        return true;
    }
    return false;
}

static void rewrite_set(Ownership *o, const BoundState *state, IrOp *op) {
    if (!bound_may(&o->bound, state, op->local) || move_into_operator(o, state, op))
        return;
    IrOp *old = read_local(o, op->local);
    ir_insert_before(op, old);
    ir_insert_after(op, drop_old(o, state, old, op));
}

/* The check of a checked local.del moves to the read before it. */
static void rewrite_del(Ownership *o, BoundState *state, IrOp *op) {
    if (!op->checked && !bound_may(&o->bound, state, op->local))
        return;
    IrOp *old = read_local(o, op->local);
    old->checked = op->checked;
    old->unwind = op->unwind;
    old->position = op->position;
    old->frame = op->frame;
    op->checked = false;
    op->unwind = NULL;
    ir_insert_before(op, old);
    bound_step(&o->bound, state, old);
    ir_insert_after(op, drop_old(o, state, old, op));
}

/* Is `local` a variable of the program that the traceback keeps? */
static bool is_kept(const Ownership *o, const BoundState *state, const IrLocal *local) {
    return (local->name || local->is_cell) && !local->is_hidden && local->type.repr == REPR_OBJ &&
           o->is_counted[local->index] && bound_may(&o->bound, state, local);
}

/* An exception leaves by `op`: its traceback keeps the variables, parameters first. */
static void keep_variables(Ownership *o, const BoundState *state, IrOp *op) {
    const IrFunction *function = o->function;
    uint32_t count = 0;
    for (size_t i = 0; i < function->locals.count; i++)
        count += is_kept(o, state, function->locals.items[i]);
    if (!count)
        return;
    IrOp *keep = ir_op_new(o->function, IR_RT, IR_TYPE_VOID, 1 + count);
    keep->runtime = RUNTIME_traceback_keep;
    keep->operands[0] = (IrOperand){.kind = OPERAND_FUNCTION, .function = o->function};
    count = 1;
    for (size_t i = 0; i < function->locals.count; i++) {
        if (!is_kept(o, state, function->locals.items[i]))
            continue;
        IrOp *value = read_local(o, function->locals.items[i]);
        ir_insert_before(op, value);
        keep->operands[count++] = (IrOperand){.kind = OPERAND_VALUE, .value = value};
    }
    ir_insert_before(op, keep);
}

/* Drops the variables before `op` leaves the function. */
static void rewrite_exit(Ownership *o, const BoundState *state, IrOp *op) {
    for (size_t i = 0; i < o->function->locals.count; i++) {
        IrLocal *local = o->function->locals.items[i];
        if (!owns(o, local) || !bound_may(&o->bound, state, local) || o->moved[op->id] == local)
            continue;
        IrOp *old = read_local(o, local);
        ir_insert_before(op, old);
        ir_insert_before(op, drop_old(o, state, old, NULL));
    }
}

static void rewrite_variables(Ownership *o, IrBlock *block, BoundState *state) {
    bound_enter(&o->bound, block, state);
    for (IrOp *op = block->first, *next; op; op = next) {
        next = op->next;
        if (op->kept)
            keep_locals(o, state, op);
        if (op->opcode == IR_LOCAL_SET && owns(o, op->local))
            rewrite_set(o, state, op);
        else if (op->opcode == IR_LOCAL_DEL && owns(o, op->local))
            rewrite_del(o, state, op);
        else if (op->opcode == IR_RET || op->opcode == IR_RET_FAIL) {
            if (op->opcode == IR_RET_FAIL && !(o->function->flags & FUNCTION_CLASS_BODY))
                keep_variables(o, state, op);
            rewrite_exit(o, state, op);
        }
        bound_step(&o->bound, state, op);
    }
}

/* -- parameters -- */

static bool is_jumped_to(const IrFunction *function, const IrBlock *block) {
    for (size_t i = 0; i < function->blocks.count; i++) {
        for (IrOp *op = function->blocks.items[i]->first; op; op = op->next) {
            IrBlock **fields[3];
            for (uint32_t k = cfg_successors(op, fields); k-- > 0;)
                if (*fields[k] == block)
                    return true;
        }
    }
    return false;
}

/* The entry, or a new one in front of it if control comes back to it. */
static IrBlock *entry_block(Ownership *o) {
    IrFunction *function = o->function;
    IrBlock *entry = function->blocks.items[0];
    if (!is_jumped_to(function, entry))
        return entry;
    IrBlock *before = ir_block_new(function);
    memmove(function->blocks.items + 1, function->blocks.items,
            (function->blocks.count - 1) * sizeof(IrBlock *));
    function->blocks.items[0] = before;
    IrOp *jump = ir_op_new(function, IR_BR, IR_TYPE_VOID, 0);
    jump->targets[0] = entry;
    ir_append(before, jump);
    return before;
}

/* The parameters that a plain function assigns become its own; a coroutine has them from the start.
 */
static void own_parameters(Ownership *o) {
    if (o->function->flags & COROUTINE_LIKE)
        return;
    IrOp *place = NULL;
    for (uint32_t i = 0; i < o->function->param_count; i++) {
        IrLocal *local = o->function->locals.items[i];
        if (!owns(o, local))
            continue;
        if (!place)
            place = entry_block(o)->first;
        IrOp *value = read_local(o, local);
        ir_insert_before(place, value);
        ir_insert_before(place, count_op(o, RUNTIME_incref, value));
    }
}

/* -- the pass -- */

static void analyse(Ownership *o) {
    IrFunction *function = o->function;
    o->cfg = cfg_new(o->scratch, function);
    o->bound = bound_new(o->scratch, &o->cfg);
    o->is_changed = ARENA_ARRAY(o->scratch, bool, function->locals.count + 1);
    o->is_counted = ARENA_ARRAY(o->scratch, bool, function->locals.count + 1);
    o->may_be_null = ARENA_ARRAY(o->scratch, bool, function->locals.count + 1);
    o->moved = ARENA_ARRAY(o->scratch, const IrLocal *, function->next_id + 1);
    find_changed(o);
    while (find_nulls(o))
        ;
    while (find_counted(o))
        ;
    o->lifetimes = lifetimes_new(o->scratch, &o->cfg, tracks_value, o);
}

void pass_ownership(IrFunction *function) {
    Ownership o = {.scratch = arena_new(), .function = function};
    o.cleanups = ARENA_ARRAY(o.scratch, Cleanup *, CLEANUP_BUCKETS);
    analyse(&o);
    decide(&o);
    for (uint32_t i = 0; i < o.cfg.count; i++)
        rewrite_block(&o, o.cfg.order[i]);
    BoundState state = bound_state_new(o.scratch, &o.bound);
    for (uint32_t i = 0; i < o.cfg.count; i++)
        rewrite_variables(&o, o.cfg.order[i], &state);
    own_parameters(&o);
    arena_free(o.scratch);
    pass_prune(function);
}
