/*
 * pass_speculate.c — functions that probably compute with floats, or with ints in loops, get a fast
 * version that takes for granted what is only guessed: that certain attributes hold floats, that
 * operands which meet floats are numbers, that ints stay small, that math.sqrt is the math
 * module's. Each of that is checked where it is needed, and if a check fails, control goes to the
 * same place of the general version:
 *
 *   fast:   %1 = rt plain_layout %body, ("x", "v"), #0   0 unless these are plain attributes
 *           branch %1 == 0, leave, next
 *   next:   %2 = rt held_float %body, %1, #0   0 unless "x" holds a float
 *           branch %2 == 0, leave, go_on
 *   go_on:  %3 = rt float_in %2                unboxed from here on: represent finds the rest
 *   leave:  local.set dx, dx'                  floats that are alive go back to the variables
 *           br general
 *
 * Both versions are blocks of the same function, and it always starts with the fast one. They
 * share all variables but those that only hold floats. Blocks of the general version are split
 * behind every operator that may not be done twice; a check that fails goes to the start of the
 * block, and what stands between is done once more. Values that are alive there become hidden
 * locals first (demote.h).
 *
 * Needs: fuse before; infer and represent after. Leaves parts of the general version unreached.
 */
#include "demote.h"
#include "pass.h"
#include "speculate_copy.h"

#include "../rt/abi.h"

#include <string.h>

enum {
    FUNCTION_SIZE_MAX = 3000, /* operators of a function that is doubled */
    COMPUTED_MIN = 3,         /* float operators that make a function without loops worth it */
};

/* -- the general version is split -- */

/* Moves `first` and what follows it to a block of their own. */
static IrBlock *split_block(Speculator *s, IrOp *first) {
    IrBlock *block = first->block, *rest = ir_block_new(s->function);
    for (IrOp *op = first, *next; op; op = next) {
        next = op->next;
        ir_remove(op);
        ir_append(rest, op);
    }
    IrOp *jump = ir_op_new(s->function, IR_BR, IR_TYPE_VOID, 0);
    jump->targets[0] = rest;
    ir_append(block, jump);
    return rest;
}

/* May `op`, which assigns a float, be done again? The old value must not have been read before, nor
 * be read where a failure leads. `read`: the locals read since the last place to start from. */
static bool can_repeat_set(const Speculator *s, const IrOp *op, const BitWord *read) {
    return op->opcode == IR_LOCAL_SET &&
           (s->plan.local_is_float[op->local->index] || s->plan.local_is_small[op->local->index]) &&
           !(s->function->flags & FUNCTION_HAS_HANDLERS) && !bits_has(read, op->local->index);
}

/* Splits `block` so that a check that fails may go to the start of the block it stands in. */
static void split_at_checks(Speculator *s, IrBlock *block, BitWord *read, uint32_t words) {
    IrOp *restart = block->first;
    memset(read, 0, words * sizeof *read);
    for (IrOp *op = block->first; op; op = op->next) {
        if (speculation_checks(&s->plan, op) && restart != op->block->first)
            split_block(s, restart);
        if (op->opcode == IR_LOCAL_GET)
            bits_add(read, op->local->index);
        if (!speculation_can_repeat(&s->plan, op) && !can_repeat_set(s, op, read)) {
            restart = op->next;
            memset(read, 0, words * sizeof *read);
        }
    }
}

static void find_entered(Speculator *s) {
    size_t count = s->function->blocks.count;
    uint32_t words = bits_words(s->plan.local_count + 1);
    BitWord *read = ARENA_ARRAY(s->scratch, BitWord, words);
    for (size_t i = 0; i < count; i++)
        split_at_checks(s, s->function->blocks.items[i], read, words);
    s->is_entered = ARENA_ARRAY(s->scratch, bool, s->function->next_block_id + 1);
    for (size_t i = 0; i < s->function->blocks.count; i++)
        for (const IrOp *op = s->function->blocks.items[i]->first; op; op = op->next)
            if (speculation_checks(&s->plan, op))
                s->is_entered[op->block->id] = true;
}

/* -- locals that are alive -- */

static void step_locals(const Speculator *s, IrBlock *block, BitWord *set) {
    for (IrOp *op = block->last; op; op = op->previous) {
        IrBlock **fields[3];
        uint32_t count = cfg_successors(op, fields);
        for (uint32_t i = 0; i < count; i++)
            bits_unite(set, s->live[s->cfg.position[(*fields[i])->id]], s->words);
        if (op->opcode == IR_LOCAL_SET)
            bits_remove(set, op->local->index);
        if (op->opcode == IR_LOCAL_GET)
            bits_add(set, op->local->index);
    }
}

static void find_live_locals(Speculator *s) {
    s->words = bits_words((uint32_t)s->function->locals.count + 1);
    s->live = ARENA_ARRAY(s->scratch, BitWord *, s->cfg.count + 1);
    for (uint32_t i = 0; i < s->cfg.count; i++)
        s->live[i] = ARENA_ARRAY(s->scratch, BitWord, s->words);
    BitWord *set = ARENA_ARRAY(s->scratch, BitWord, s->words);
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = s->cfg.count; i-- > 0;) {
            for (uint32_t word = 0; word < s->words; word++)
                set[word] = 0;
            step_locals(s, s->cfg.order[i], set);
            changed |= bits_unite(s->live[i], set, s->words);
        }
    }
}

/* -- the fast version -- */

IrOp *speculator_append(Speculator *s, IrBlock *block, IrOpcode opcode, IrType type,
                        uint32_t operands) {
    IrOp *op = ir_op_new(s->function, opcode, type, operands);
    ir_append(block, op);
    return op;
}

IrOp *speculator_append_rt(Speculator *s, RuntimeFunction runtime, IrType type, IrOp *operand) {
    IrOp *op = speculator_append(s, s->here, IR_RT, type, 1);
    op->runtime = runtime;
    op->operands[0].value = operand;
    return op;
}

static IrOp *append_f64(Speculator *s, IrOpcode opcode, IrType type, IrOp *left, IrOp *right) {
    IrOp *op = speculator_append(s, s->here, opcode, type, 2);
    op->operands[0].value = left;
    op->operands[1].value = right;
    return op;
}

/* The way from the fast version to the start of the present block in the general one. */
static IrBlock *leave_block(Speculator *s) {
    IrBlock **leave = &s->leave[s->from->id];
    if (*leave)
        return *leave;
    *leave = ir_block_new(s->function);
    const BitWord *live = s->live[s->cfg.position[s->from->id]];
    for (uint32_t i = 0; i < s->plan.local_count; i++) {
        if (!s->locals[i] || !bits_has(live, i))
            continue;
        IrOp *get = speculator_append(s, *leave, IR_LOCAL_GET, s->locals[i]->type, 0);
        get->local = s->locals[i];
        IrOp *set = speculator_append(s, *leave, IR_LOCAL_SET, IR_TYPE_VOID, 1);
        set->local = s->function->locals.items[i];
        set->operands[0].value = get;
    }
    speculator_append(s, *leave, IR_BR, IR_TYPE_VOID, 0)->targets[0] = s->from;
    return *leave;
}

void speculator_check(Speculator *s, IrOp *test, bool good) {
    IrBlock *leave = leave_block(s), *next = ir_block_new(s->function);
    IrOp *branch = speculator_append(s, s->here, IR_BRANCH, IR_TYPE_VOID, 1);
    branch->operands[0].value = test;
    branch->targets[!good] = next;
    branch->targets[good] = leave;
    s->here = next;
}

/* Where failures in front of `op` lead, in the fast version. */
static IrBlock *unwind_near(Speculator *s, const IrOp *op) {
    for (; op; op = op->previous)
        if (op->unwind)
            return s->fast[op->unwind->id];
    IrBlock *block = ir_block_new(s->function);
    speculator_append(s, block, IR_RET_FAIL, IR_TYPE_VOID, 0);
    return block;
}

/* The float as an object, for users that represent may yet change. Boxes that stay allocate. */
static IrOp *append_box(Speculator *s, IrOp *real, const IrOp *for_op) {
    IrOp *box = speculator_append_rt(s, RUNTIME_box_f64, ir_type(REPR_OBJ, KIND_FLOAT), real);
    box->unwind = unwind_near(s, for_op);
    return box;
}

static IrOperand immediate(int64_t number) {
    return (IrOperand){.kind = OPERAND_IMMEDIATE, .immediate = number};
}

static IrOp *append_zero(Speculator *s) {
    return speculator_append(s, s->here, IR_CONST_I64, IR_TYPE_I64, 0);
}

static void check_not_zero(Speculator *s, IrOp *value) {
    IrOp *zero = append_zero(s);
    IrOp *is_zero = speculator_append(s, s->here, IR_I64_COMPARE, IR_TYPE_BOOL, 2);
    is_zero->condition = COND_EQ;
    is_zero->operands[0].value = value;
    is_zero->operands[1].value = zero;
    speculator_check(s, is_zero, false);
}

/* The layout of the plain instance that `object` of the general version is. Its names are those of
 * the attributes that turn out to be asked for. */
static KnownLayout *layout_of(Speculator *s, const IrOp *object) {
    uint32_t number = region_object(&s->region, object);
    KnownLayout *known = region_layout(&s->region, number);
    if (known)
        return known;
    IrOp *names = speculator_append(s, s->here, IR_CONST_OBJ, ir_type(REPR_OBJ, KIND_TUPLE), 0);
    IrOp *layout = speculator_append(s, s->here, IR_RT, IR_TYPE_I64, 3);
    layout->runtime = RUNTIME_plain_layout;
    layout->operands[0].value = s->values[object->id];
    layout->operands[1].value = names;
    layout->operands[2] = immediate(false);
    check_not_zero(s, layout);
    return region_note_layout(&s->region, number, layout);
}

/* `runtime` of the place of the attribute that `from` reads or assigns, with room for further
 * operands. */
static IrOp *append_at_place(Speculator *s, RuntimeFunction runtime, IrType type, const IrOp *from,
                             uint32_t operands) {
    const IrOp *object = from->operands[0].value;
    KnownLayout *known = layout_of(s, object);
    uint32_t index = layout_index(s->region.arena, known, from->operands[1].name);
    IrOp *op = speculator_append(s, s->here, IR_RT, type, 3 + operands);
    op->runtime = runtime;
    op->operands[0].value = s->values[object->id];
    op->operands[1].value = known->layout;
    op->operands[2] = immediate(index);
    return op;
}

/* What the attribute holds, unboxed. */
static IrOp *read_float(Speculator *s, const IrOp *from) {
    uint32_t number = region_object(&s->region, from->operands[0].value);
    const Name *attribute = from->operands[1].name;
    const KnownFloat *known = region_float(&s->region, number, attribute);
    if (known)
        return known->value;
    IrOp *held = append_at_place(s, RUNTIME_held_float, IR_TYPE_I64, from, 0);
    check_not_zero(s, held);
    IrOp *value = speculator_append_rt(s, RUNTIME_float_in, IR_TYPE_F64, held);
    region_note_float(&s->region, (KnownFloat){number, attribute, value, held});
    return value;
}

static IrOp *copy_read(Speculator *s, const IrOp *from) {
    return append_box(s, read_float(s, from), from);
}

/* An assignment to an attribute that holds a float, and after it another one. */
static IrOp *copy_store(Speculator *s, const IrOp *from) {
    const IrOp *value = from->operands[2].value;
    uint32_t object = region_object(&s->region, from->operands[0].value);
    const Name *attribute = from->operands[1].name;
    const KnownFloat *known = region_float(&s->region, object, attribute);
    IrOp *number = speculator_append_rt(s, RUNTIME_number_value, IR_TYPE_F64, s->values[value->id]);
    IrOp *held = known && known->held ? known->held : append_zero(s);
    IrOp *store = append_at_place(s, RUNTIME_hold_float, IR_TYPE_BOOL, from, 2);
    store->operands[3].value = held;
    store->operands[4].value = number;
    store->operands[1].value->operands[2] = immediate(true); /* the layout is one with stores */
    speculator_check(s, store, true);
    region_note_store(&s->region, (KnownFloat){object, attribute, number, NULL});
    return store;
}

/* A number out of `value`, which `check` says it is. */
static IrOp *checked_number(Speculator *s, const IrOp *value, RuntimeFunction check,
                            const IrOp *for_op) {
    IrOp **known = &s->checked[value->id];
    if (*known)
        return *known;
    IrOp *copy = s->values[value->id];
    speculator_check(s, speculator_append_rt(s, check, IR_TYPE_BOOL, copy), true);
    *known =
        append_box(s, speculator_append_rt(s, RUNTIME_number_value, IR_TYPE_F64, copy), for_op);
    return *known;
}

/* Operand `index` of an operator that computes on floats, as an object. */
static IrOp *float_operand(Speculator *s, const IrOp *from, uint32_t index) {
    const IrOp *value = from->operands[index].value;
    switch (speculation_operand(&s->plan, from, index)) {
    case FLOAT_OPERAND_CHECKED:
        return checked_number(s, value, RUNTIME_is_number, from);
    case FLOAT_OPERAND_EXACT:
        return checked_number(s, value, RUNTIME_is_float, from);
    default:
        return s->values[value->id];
    }
}

/* Answers in C are right if they are finite: the general version raises the errors, or makes sure.
 */
static IrOp *finite_box(Speculator *s, IrOp *answer, const IrOp *from) {
    IrOp *zero = speculator_append(s, s->here, IR_CONST_F64, IR_TYPE_F64, 0);
    IrOp *rest = append_f64(s, IR_F64_SUB, IR_TYPE_F64, answer, answer);
    IrOp *finite = append_f64(s, IR_F64_COMPARE, IR_TYPE_BOOL, rest, zero);
    finite->condition = COND_EQ;
    speculator_check(s, finite, true);
    return append_box(s, answer, from);
}

static IrOp *copy_real_call(Speculator *s, const IrOp *from, const IrOp *argument) {
    IrOp *real =
        speculator_append_rt(s, RUNTIME_number_value, IR_TYPE_F64, s->values[argument->id]);
    bool is_method = from->runtime == RUNTIME_call_method;
    IrOp *call = speculator_append(s, s->here, IR_RT, IR_TYPE_F64, is_method ? 3 : 2);
    call->runtime = is_method ? RUNTIME_call_real_method : RUNTIME_call_real;
    call->operands[0].value = s->values[from->operands[0].value->id];
    if (is_method)
        call->operands[1] = from->operands[1];
    call->operands[call->operand_count - 1] = (IrOperand){.kind = OPERAND_VALUE, .value = real};
    return finite_box(s, call, from);
}

static IrOp *copy_power(Speculator *s, const IrOp *from) {
    IrOp *base =
        speculator_append_rt(s, RUNTIME_number_value, IR_TYPE_F64, float_operand(s, from, 0));
    IrOp *exponent =
        speculator_append_rt(s, RUNTIME_number_value, IR_TYPE_F64, float_operand(s, from, 1));
    IrOp *power = speculator_append(s, s->here, IR_RT, IR_TYPE_F64, 2);
    power->runtime = RUNTIME_f64_pow;
    power->operands[0].value = base;
    power->operands[1].value = exponent;
    return finite_box(s, power, from);
}

/* The assignment of what is suspected to be a float. */
static IrOp *copy_checked_set(Speculator *s, const IrOp *from) {
    IrOp *number = checked_number(s, from->operands[0].value, RUNTIME_is_float, from);
    IrOp *set = speculator_append(s, s->here, IR_LOCAL_SET, IR_TYPE_VOID, 1);
    set->operands[0].value = number;
    set->local = s->locals[from->local->index];
    return set;
}

static IrLocal *fast_local(const Speculator *s, IrLocal *local) {
    return s->locals[local->index] ? s->locals[local->index] : local;
}

static IrOp *copy_plainly(Speculator *s, const IrOp *from, IrOp **operands) {
    IrOp *op = speculator_append(s, s->here, from->opcode, from->type, from->operand_count);
    IrOp place = *op;
    *op = *from;
    op->id = place.id;
    op->operands = place.operands;
    op->block = place.block;
    op->previous = place.previous;
    op->next = NULL;
    for (uint32_t i = 0; i < from->operand_count; i++) {
        op->operands[i] = from->operands[i];
        if (from->operands[i].kind == OPERAND_VALUE)
            op->operands[i].value =
                operands[i] ? operands[i] : s->values[from->operands[i].value->id];
    }
    if (op->unwind)
        op->unwind = s->fast[op->unwind->id];
    if (op->opcode == IR_LOCAL_GET || op->opcode == IR_LOCAL_SET || op->opcode == IR_LOCAL_DEL)
        op->local = fast_local(s, op->local);
    if (op->opcode == IR_BR || op->opcode == IR_BRANCH)
        op->targets[0] = s->fast[from->targets[0]->id];
    if (op->opcode == IR_BRANCH)
        op->targets[1] = s->fast[from->targets[1]->id];
    return op;
}

static IrOp *copy_other(Speculator *s, const IrOp *from) {
    IrOp **operands = ARENA_ARRAY(s->scratch, IrOp *, from->operand_count + 1);
    if (speculation_computes(&s->plan, from))
        for (uint32_t i = 0; i < from->operand_count; i++)
            operands[i] = float_operand(s, from, i);
    else if (speculation_computes_small(&s->plan, from))
        for (uint32_t i = 0; i < from->operand_count; i++)
            operands[i] = speculator_small_operand(s, from, i);
    return copy_plainly(s, from, operands);
}

static IrOp *copy_op(Speculator *s, const IrOp *from) {
    const IrOp *argument = speculation_real_argument(&s->plan, from);
    if (speculation_is_read(&s->plan, from))
        return copy_read(s, from);
    if (speculation_is_store(&s->plan, from))
        return copy_store(s, from);
    if (speculation_is_power(&s->plan, from))
        return copy_power(s, from);
    if (speculation_checks_set(&s->plan, from))
        return copy_checked_set(s, from);
    if (speculation_checks_small_set(&s->plan, from))
        return speculator_copy_small_set(s, from);
    if (speculation_computes_small(&s->plan, from) && speculation_may_overflow(from))
        return speculator_copy_overflowing(s, from);
    if (speculation_is_needless(&s->plan, from))
        return speculator_append(s, s->here, IR_NULL, IR_TYPE_OBJ, 0);
    return argument ? copy_real_call(s, from, argument) : copy_other(s, from);
}

/* Is the object that `value` is certainly still needed by others when it has been used? */
static bool stays_alive(const Speculator *s, const IrOp *value) {
    if (value->opcode == IR_LOCAL_GET)
        return !value->local->is_hidden;
    return value->type.repr != REPR_OBJ || value->opcode == IR_GLOBAL_GET ||
           value->opcode == IR_CONST_OBJ || value->opcode == IR_NULL ||
           s->plan.is_float[value->id] || speculation_is_small(&s->plan, value) ||
           speculation_is_needless(&s->plan, value);
}

/* May it be the end of an object that `op` is done with it? Numbers end without a word. */
static bool may_end_object(const Speculator *s, const IrOp *op) {
    if (speculation_computes(&s->plan, op) || speculation_computes_small(&s->plan, op))
        return false;
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (op->operands[i].kind == OPERAND_VALUE && !stays_alive(s, op->operands[i].value))
            return true;
    return false;
}

/* May the fast version run Python code at its copy of `op`, finalisers included? */
static bool may_run_code(const Speculator *s, const IrOp *op) {
    if (op->opcode == IR_LOCAL_SET)
        return !s->plan.local_is_float[op->local->index] &&
               !s->plan.local_is_small[op->local->index];
    if (ir_flags(op) & IR_FLAG_TERM)
        return false;
    bool is_harmless = speculation_can_repeat(&s->plan, op) || speculation_is_store(&s->plan, op);
    return !is_harmless || may_end_object(s, op);
}

/* Does the block follow the one just copied, and no other? */
static bool goes_straight_on(const Speculator *s, const IrBlock *block) {
    return s->from && s->entries[block->id] == 1 && s->from->last->opcode == IR_BR &&
           s->from->last->targets[0] == block;
}

static void copy_block(Speculator *s, IrBlock *block) {
    if (!goes_straight_on(s, block))
        region_begin(&s->region);
    s->from = block;
    s->here = s->fast[block->id];
    for (const IrOp *from = block->first; from; from = from->next) {
        s->values[from->id] = copy_op(s, from);
        region_step(&s->region, from, may_run_code(s, from));
    }
    for (const IrOp *from = block->first; from; from = from->next)
        for (uint32_t i = 0; i < from->operand_count; i++)
            if (from->operands[i].kind == OPERAND_VALUE)
                s->checked[from->operands[i].value->id] = s->smalls[from->operands[i].value->id] =
                    NULL;
}

/* Where the function starts: parameters are checked before the copy of the first block. */
static void copy_start(Speculator *s, IrBlock *start) {
    s->here = start;
    for (uint32_t i = 0; i < s->function->param_count; i++)
        if (s->locals[i])
            speculator_enter_parameter(s, i);
    speculator_append(s, s->here, IR_BR, IR_TYPE_VOID, 0)->targets[0] =
        s->fast[s->cfg.order[0]->id];
}

static void count_entries(Speculator *s) {
    s->entries = ARENA_ARRAY(s->scratch, uint32_t, s->function->next_block_id + 1);
    for (uint32_t i = 0; i < s->cfg.count; i++)
        for (IrOp *op = s->cfg.order[i]->first; op; op = op->next) {
            IrBlock **fields[3];
            for (uint32_t k = cfg_successors(op, fields); k-- > 0;)
                s->entries[(*fields[k])->id]++;
        }
}

static void make_locals(Speculator *s) {
    s->locals = ARENA_ARRAY(s->scratch, IrLocal *, s->plan.local_count + 1);
    for (uint32_t i = 0; i < s->plan.local_count; i++) {
        if (!s->plan.local_is_float[i] && !s->plan.local_is_small[i])
            continue;
        const IrLocal *local = s->function->locals.items[i];
        s->locals[i] = ir_local_new(s->function, local->name, local->type);
        s->locals[i]->is_hidden = local->is_hidden;
    }
}

/* Definitions are copied before their uses: a definition's block comes first in the order. */
static void copy_function(Speculator *s) {
    IrFunction *function = s->function;
    uint32_t blocks = function->next_block_id + 1, values = function->next_id + 1;
    size_t general_count = function->blocks.count;
    s->fast = ARENA_ARRAY(s->scratch, IrBlock *, blocks);
    s->leave = ARENA_ARRAY(s->scratch, IrBlock *, blocks);
    s->values = ARENA_ARRAY(s->scratch, IrOp *, values);
    s->checked = ARENA_ARRAY(s->scratch, IrOp *, values);
    s->smalls = ARENA_ARRAY(s->scratch, IrOp *, values);
    s->region = region_new(s->scratch, values, s->plan.local_count);
    count_entries(s);
    make_locals(s);
    IrBlock *start = ir_block_new(function);
    for (uint32_t i = 0; i < s->cfg.count; i++)
        s->fast[s->cfg.order[i]->id] = ir_block_new(function);
    for (uint32_t i = 0; i < s->cfg.count; i++)
        copy_block(s, s->cfg.order[i]);
    copy_start(s, start);
    region_name_layouts(&s->region, function->module);
    /* The entry comes first. */
    IrBlock *general = function->blocks.items[0];
    function->blocks.items[0] = function->blocks.items[general_count];
    function->blocks.items[general_count] = general;
}

/* -- which functions -- */

static bool is_worth_it(const SpeculationPlan *plan, const IrFunction *function) {
    return plan->small_gains ||
           (plan->checked && plan->computed >= (function->has_loop ? 1 : COMPUTED_MIN));
}

static bool can_double(const IrFunction *function) {
    uint32_t others =
        FUNCTION_GENERATOR | FUNCTION_COROUTINE | FUNCTION_ASYNC_GENERATOR | FUNCTION_CLASS_BODY;
    return !function->is_virtual && !(function->flags & others) &&
           function != function->module->body && function->next_id <= FUNCTION_SIZE_MAX;
}

static void speculate(const Guesses *guesses, IrFunction *function) {
    Arena *scratch = arena_new();
    Speculator s = {.scratch = scratch, .function = function};
    s.plan = speculation_plan(scratch, guesses, function);
    if (is_worth_it(&s.plan, function)) {
        find_entered(&s);
        demote_values(function, s.is_entered);
        speculation_extend(scratch, &s.plan, function);
        s.cfg = cfg_new(scratch, function);
        find_live_locals(&s);
        copy_function(&s);
    }
    arena_free(scratch);
}

/* The modules of the program itself: the library's are compiled for size. */
void pass_speculate(IrProgram *program) {
    Arena *arena = arena_new();
    const Guesses *guesses = guesses_of_program(arena, program);
    for (size_t i = 0; i < program->modules.count; i++) {
        IrModule *module = program->modules.items[i];
        for (size_t k = 0; !module->source->is_library && k < module->functions.count; k++)
            if (can_double(module->functions.items[k]))
                speculate(guesses, module->functions.items[k]);
    }
    arena_free(arena);
}
