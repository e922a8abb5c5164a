/*
 * sre_first.c — finds out with which characters each operation of a program, with all that follows
 * it, can begin. From this come the guards that let sre_match.c leave out ways that must fail, and
 * with them most of its choices: a choice that is never made need not be taken back.
 *
 * The sets are the least solution of the equations that `transfer` states, found by iteration from
 * the end of the program to its start. A guard may let too much pass, never too little.
 */
#include "sre.h"

/* What something can begin with. */
typedef struct First {
    uint64_t low[4]; /* characters below 256 */
    bool high;       /* characters from 256 on */
    bool anything;   /* also nothing at all: the end of the text will do */
} First;

static void first_merge(First *into, const First *from) {
    for (int i = 0; i < 4; i++)
        into->low[i] |= from->low[i];
    into->high |= from->high;
    into->anything |= from->anything;
}

static void first_add_char(First *first, uint32_t c) {
    if (c < 256)
        first->low[c / 64] |= (uint64_t)1 << (c % 64);
    else
        first->high = true;
}

static First first_of_unit(const SreProgram *program, SreUnit unit) {
    First first = {.low = {0}};
    switch ((enum SreUnitKind)unit.kind) {
    case UNIT_NONE:
        first.anything = true;
        return first;
    case UNIT_CHAR:
        first_add_char(&first, unit.value);
        return first;
    case UNIT_SET: {
        const SreSet *set = &program->sets[unit.value];
        for (uint32_t c = 0; c < 256; c++)
            if (set->low[c])
                first_add_char(&first, c);
        first.high = set->high != HIGH_NONE;
        return first;
    }
    case UNIT_NOT_CHAR:
    case UNIT_ANY:
    case UNIT_ANY_ALL:
        break;
    }
    memset(first.low, 0xff, sizeof first.low);
    first.high = true;
    uint32_t missing = unit.kind == UNIT_ANY ? '\n' : unit.value;
    if (unit.kind != UNIT_ANY_ALL && missing < 256)
        first.low[missing / 64] &= ~((uint64_t)1 << (missing % 64));
    return first;
}

/* The first characters of operation `index`, by those of the operations it leads to. */
static First transfer(const SreProgram *program, const First *table, uint32_t index) {
    const SreOp *op = &program->ops[index];
    First first = {.low = {0}};
    switch ((SreOpCode)op->code) {
    case OP_FAIL:
        return first;
    case OP_UNIT:
        return first_of_unit(program, op->unit);
    case OP_STRING:
        first_add_char(&first, program->chars[op->value]);
        return first;
    case OP_ONE:
    case OP_ONE_LAZY:
    case OP_ONE_POSSESSIVE:
        if (op->max)
            first = first_of_unit(program, op->unit);
        if (op->min == 0)
            first_merge(&first, &table[index + 1]);
        return first;
    case OP_JUMP:
    case OP_LOOP_START:
        return table[op->first];
    case OP_SPLIT:
    case OP_LOOP:
    case OP_LOOP_LAZY:
    case OP_LOOP_MORE:
        first = table[op->first];
        first_merge(&first, &table[op->second]);
        return first;
    case OP_POSSESSIVE:
    case OP_GROUP_EXISTS:
        first = table[index + 1];
        first_merge(&first, &table[op->second]);
        return first;
    case OP_ASSERT:
    case OP_ASSERT_NOT:
        return table[op->second];
    case OP_AT:
    case OP_MARK:
    case OP_ATOMIC:
    case OP_POSSESSIVE_START:
        return table[index + 1];
    case OP_MATCH:
    case OP_ASSERT_END:
    case OP_ASSERT_NOT_END:
    case OP_ATOMIC_END: /* the choices in a body must not depend on what follows it */
    case OP_POSSESSIVE_END:
    case OP_GROUPREF:
        break;
    }
    first.anything = true;
    return first;
}

static void solve(const SreProgram *program, First *table) {
    bool changed = true;
    while (changed) {
        changed = false;
        for (uint32_t i = program->op_count; i-- > 0;) {
            First first = transfer(program, table, i);
            if (memcmp(first.low, table[i].low, sizeof first.low) != 0 ||
                first.high != table[i].high || first.anything != table[i].anything) {
                table[i] = first;
                changed = true;
            }
        }
    }
}

/* ---- guards ---------------------------------------------------------------------------------- */

static bool set_is(const SreSet *set, const First *first) {
    if (set->high != (first->high ? HIGH_ALL : HIGH_NONE))
        return false;
    for (uint32_t c = 0; c < 256; c++)
        if (set->low[c] != (first->low[c / 64] >> (c % 64) & 1))
            return false;
    return true;
}

/* A new set, or one of the last few, which often serves again. */
static int guard_set(SreProgram *program, const First *first, SreUnit *unit) {
    enum { LOOK_BACK = 8 };
    uint32_t count = program->set_count, from = count > LOOK_BACK ? count - LOOK_BACK : 0;
    for (uint32_t i = from; i < count; i++)
        if (set_is(&program->sets[i], first)) {
            *unit = (SreUnit){UNIT_SET, i};
            return 0;
        }
    SreSet *set = sre_add_set(program);
    if (!set)
        return -1;
    for (uint32_t c = 0; c < 256; c++)
        set->low[c] = first->low[c / 64] >> (c % 64) & 1;
    set->high = first->high ? HIGH_ALL : HIGH_NONE;
    *unit = (SreUnit){UNIT_SET, count};
    return 0;
}

/* The test for a first character. 0 or -1. */
static int guard_for(SreProgram *program, const First *first, SreUnit *unit) {
    *unit = (SreUnit){UNIT_NONE, 0};
    if (first->anything)
        return 0;
    int count = 0, only = 0;
    for (int i = 0; i < 4; i++) {
        count += __builtin_popcountll(first->low[i]);
        if (first->low[i])
            only = i * 64 + __builtin_ctzll(first->low[i]);
    }
    if (count == 256 && first->high)
        *unit = (SreUnit){UNIT_ANY_ALL, 0};
    else if (count == 1 && !first->high)
        *unit = (SreUnit){UNIT_CHAR, (uint32_t)only};
    else
        return guard_set(program, first, unit);
    return 0;
}

static uint8_t exclusive(const SreProgram *program, const SreOp *op, const First *next) {
    First unit = first_of_unit(program, op->unit);
    if (next->anything)
        return 0;
    for (int i = 0; i < 4; i++)
        if (unit.low[i] & next->low[i])
            return 0;
    return unit.high && next->high ? 1 : 2;
}

static int guard_op(SreProgram *program, const First *table, uint32_t index) {
    SreOp *op = &program->ops[index];
    switch ((SreOpCode)op->code) {
    case OP_ONE:
        op->exclusive = exclusive(program, op, &table[index + 1]);
        return guard_for(program, &table[index + 1], &op->guard);
    case OP_ONE_LAZY:
        return guard_for(program, &table[index + 1], &op->guard);
    case OP_SPLIT:
    case OP_LOOP:
    case OP_LOOP_LAZY:
    case OP_LOOP_MORE:
        if (guard_for(program, &table[op->first], &op->guard) < 0)
            return -1;
        return guard_for(program, &table[op->second], &op->other);
    default:
        return 0;
    }
}

int sre_find_guards(SreProgram *program) {
    First *table = mem_alloc(program->op_count * sizeof(First));
    if (!table)
        return -1;
    memset(table, 0, program->op_count * sizeof(First));
    solve(program, table);
    int status = 0;
    for (uint32_t i = 0; status == 0 && i < program->op_count; i++)
        status = guard_op(program, table, i);
    if (status == 0)
        status = guard_for(program, &table[0], &program->start);
    mem_free(table);
    return status;
}
