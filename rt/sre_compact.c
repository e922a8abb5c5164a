/*
 * sre_compact.c — re._compiler._optimize_charset: the set of a pattern in its most compact form,
 * which is a few literals and ranges, a bitmap of the characters below 256, or one of those below
 * 65536 whose equal chunks stand there once. In Python it was half the time of compiling a pattern
 * that ignores case.
 */
#include "containers.h"
#include "sre.h"

#include <stdlib.h>

enum { SMALL = 256, BIG = 65536, CHUNK_WORDS = SMALL / 32, MOST_RUNS = 2 };

/* What the function is bound to: the opcodes as objects of re._constants. */
enum { OP_LITERAL, OP_RANGE, OP_NEGATE, OP_CHARSET, OP_BIGCHARSET, OP_RANGE_UNI_IGNORE, OP_COUNT };

typedef struct Compaction {
    const Value *ops;
    Value iscased, fixup, fixes; /* functions and a dict; 0 or None: case counts */
    Value out, tail;             /* lists of (op, argument) */
    bool hascased;
    uint32_t size; /* characters from here on do not fit: SMALL, then BIG */
    uint32_t words[BIG / 32];
} Compaction;

static bool given(Value value) {
    return value && value != VALUE_NONE;
}

/* 1 entered, 0 does not fit, -1 failed. Both bounds belong to the set. */
static int enter(Compaction *set, int64_t character) {
    if (character < 0)
        return isolate.pending ? -1 : raise_status(&rt_exc_OverflowError, "character out of range");
    if (character >= set->size)
        set->size = BIG;
    if (character >= BIG)
        return 0;
    set->words[character / 32] |= 1u << character % 32;
    return 1;
}

/* Enters the number `value`, and with it those that are the same without case. */
static int enter_fixed_take(Compaction *set, Value value) {
    int64_t character;
    if (!value || (character = object_index(value), isolate.pending)) {
        value_decref(value);
        return -1;
    }
    int status = enter(set, character);
    Value same = status > 0 && given(set->fixes) ? dict_get_borrow(set->fixes, value) : 0;
    value_decref(value);
    if (!same)
        return isolate.pending ? -1 : status;
    Value items = tuple_from_iterable(same);
    for (int64_t i = 0; items && status > 0 && i < AS(TupleObject, items)->length; i++)
        status = enter(set, object_index(AS(TupleObject, items)->items[i]));
    value_decref(items);
    return items ? status : -1;
}

/* Notes whether the character has case, if none had yet. 0 or -1. */
static int note_case(Compaction *set, Value character) {
    if (set->hascased)
        return 0;
    Value answer = object_call1(set->iscased, character);
    int truth = answer ? object_truth(answer) : -1;
    value_decref(answer);
    set->hascased = truth > 0;
    return truth < 0 ? -1 : 0;
}

static int enter_literal(Compaction *set, Value character) {
    if (!given(set->fixup))
        return enter(set, object_index(character));
    int status = enter_fixed_take(set, object_call1(set->fixup, character));
    return status > 0 && note_case(set, character) < 0 ? -1 : status;
}

static int enter_range(Compaction *set, Value bounds) {
    if (!value_is(bounds, &rt_type_tuple) || AS(TupleObject, bounds)->length != 2)
        return raise_status(&rt_exc_TypeError, "a range has two bounds");
    int64_t first = object_index(AS(TupleObject, bounds)->items[0]);
    int64_t last = object_index(AS(TupleObject, bounds)->items[1]);
    int status = isolate.pending ? -1 : 1;
    for (int64_t i = first; status > 0 && i <= last; i++)
        status = given(set->fixup)
                     ? enter_fixed_take(set, object_call1(set->fixup, value_from_small_int(i)))
                     : enter(set, i);
    for (int64_t i = first; status > 0 && given(set->fixup) && !set->hascased && i <= last; i++)
        status = note_case(set, value_from_small_int(i)) < 0 ? -1 : 1;
    return status;
}

static int add_op(Value list, Value op, Value argument) {
    return list_append_take(list, tuple_new((Value[]){op, argument}, 2));
}
static int add_op_take(Value list, Value op, Value argument) {
    int status = argument ? add_op(list, op, argument) : -1;
    value_decref(argument);
    return status;
}

/* One member of the set: 0 or -1. What does not fit into the map stays as it is, behind it. */
static int add_member(Compaction *set, Value member) {
    if (!value_is(member, &rt_type_tuple) || AS(TupleObject, member)->length != 2)
        return raise_status(&rt_exc_TypeError, "a member of a set is a pair");
    Value op = AS(TupleObject, member)->items[0], argument = AS(TupleObject, member)->items[1];
    bool is_range = op == set->ops[OP_RANGE];
    if (op == set->ops[OP_NEGATE])
        return add_op(set->out, op, argument);
    if (!is_range && op != set->ops[OP_LITERAL])
        return add_op(set->tail, op, argument);
    int status = is_range ? enter_range(set, argument) : enter_literal(set, argument);
    if (status != 0)
        return status < 0 ? -1 : 0;
    if (given(set->fixup)) {
        set->hascased = true;
        if (is_range)
            op = set->ops[OP_RANGE_UNI_IGNORE];
    }
    return add_op(set->tail, op, argument);
}

/* ---- the map --------------------------------------------------------------------------------- */

static bool has(const Compaction *set, uint32_t character) {
    return set->words[character / 32] >> character % 32 & 1;
}

/* The first character from `from` on that is in the set, or is not; set->size: none. */
static uint32_t next_place(const Compaction *set, uint32_t from, bool in) {
    while (from < set->size && has(set, from) != in) {
        bool whole = from % 32 == 0 && set->words[from / 32] == (in ? 0 : UINT32_MAX);
        from += whole ? 32 : 1;
    }
    return from;
}

/* Adds literals and ranges if these are few. 1: there are too many; 0; -1. */
static int add_runs(Compaction *set) {
    uint32_t starts[MOST_RUNS], ends[MOST_RUNS];
    int count = 0;
    for (uint32_t at = next_place(set, 0, true); at < set->size; at = next_place(set, at, true)) {
        if (count == MOST_RUNS)
            return 1;
        starts[count] = at;
        ends[count++] = at = next_place(set, at, false);
    }
    for (int i = 0; i < count; i++) {
        Value first = value_from_small_int(starts[i]), last = value_from_small_int(ends[i] - 1);
        int status = first == last ? add_op(set->out, set->ops[OP_LITERAL], first)
                                   : add_op_take(set->out, set->ops[OP_RANGE],
                                                 tuple_new((Value[]){first, last}, 2));
        if (status < 0)
            return -1;
    }
    return 0;
}

static int add_words(Value list, const uint32_t *words, int count) {
    for (int i = 0; i < count; i++)
        if (list_append_take(list, value_from_small_int(words[i])) < 0)
            return -1;
    return 0;
}

/* The chunks that differ, each with a number; the numbers by place come before them. */
static Value big_map(const Compaction *set) {
    uint8_t numbers[BIG / SMALL];
    const uint32_t *chunks[BIG / SMALL];
    int count = 0;
    for (int place = 0; place < BIG / SMALL; place++) {
        const uint32_t *chunk = &set->words[place * CHUNK_WORDS];
        int number = 0;
        while (number < count && memcmp(chunks[number], chunk, SMALL / 8) != 0)
            number++;
        if (number == count)
            chunks[count++] = chunk;
        numbers[place] = (uint8_t)number;
    }
    uint32_t packed[sizeof numbers / sizeof(uint32_t)];
    memcpy(packed, numbers, sizeof packed);
    Value list = list_new(NULL, 0);
    int status = list ? list_append_take(list, value_from_small_int(count)) : -1;
    if (status == 0)
        status = add_words(list, packed, sizeof packed / sizeof *packed);
    for (int i = 0; status == 0 && i < count; i++)
        status = add_words(list, chunks[i], CHUNK_WORDS);
    if (status < 0)
        value_replace(&list, 0);
    return list;
}

static int add_map(Compaction *set) {
    if (set->size == BIG)
        return add_op_take(set->out, set->ops[OP_BIGCHARSET], big_map(set));
    Value list = list_new(NULL, 0);
    if (list && add_words(list, set->words, CHUNK_WORDS) < 0)
        value_replace(&list, 0);
    return add_op_take(set->out, set->ops[OP_CHARSET], list);
}

/* ---- the function ---------------------------------------------------------------------------- */

/* (the most compact form, does it differ by more than form: did characters have case); 0: failed.
 */
static Value compact(Compaction *set, Value charset) {
    Value members = tuple_from_iterable(charset);
    int64_t count = members ? AS(TupleObject, members)->length : 0;
    int status = members ? 0 : -1;
    for (int64_t i = 0; status == 0 && i < count; i++)
        status = add_member(set, AS(TupleObject, members)->items[i]);
    value_decref(members);
    int many = status == 0 ? add_runs(set) : -1;
    if (many < 0 || (many && add_map(set) < 0) || list_extend(set->out, set->tail) < 0)
        return 0;
    bool is_better = many || set->hascased || AS(ListObject, set->out)->length < count;
    Value result[] = {is_better ? set->out : charset, VALUE_BOOL(set->hascased)};
    return tuple_new(result, 2);
}

/* Bound to a tuple of opcodes: _optimize_charset(charset, iscased=None, fixup=None, fixes=None) */
static Value optimize_charset(Value callee, const Value *args, uint32_t arg_count, Value names) {
    (void)callee, (void)arg_count, (void)names;
    Compaction *set = mem_alloc(sizeof *set);
    if (!set)
        return 0;
    *set = (Compaction){.ops = AS(TupleObject, args[0])->items,
                        .iscased = args[2],
                        .fixup = args[3],
                        .fixes = args[4],
                        .out = list_new(NULL, 0),
                        .tail = list_new(NULL, 0),
                        .size = SMALL};
    Value result = set->out && set->tail ? compact(set, args[1]) : 0;
    value_decref(set->out);
    value_decref(set->tail);
    mem_free(set);
    return result;
}

Value sre_charset_optimizer(Value ops) {
    static const NativeMethod method = {.name = "_optimize_charset",
                                        .call = optimize_charset,
                                        .min_args = 1,
                                        .max_args = 4,
                                        .keywords = "charset iscased fixup fixes"};
    if (!value_is(ops, &rt_type_tuple) || AS(TupleObject, ops)->length != OP_COUNT)
        return raise_error(&rt_exc_TypeError, "the opcodes of sets are needed");
    return native_function_new(&method, ops, 0);
}
