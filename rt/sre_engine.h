/*
 * sre_engine.h — one attempt of a match at one place. Included by sre_match.c once for each width
 * of characters, with CHAR and NAME(function) defined.
 *
 * `run` is a flat loop over the operations of the program. Where there is a choice it pushes what
 * else it could have done, and with each mark and register that it changes the old value, as long
 * as there are choices to come back to; when an operation fails, the stack is taken down to the
 * last choice, which undoes the changes on the way.
 */

/* Does the character pass the test? */
static inline __attribute__((always_inline)) bool NAME(passes)(const SreProgram *program,
                                                               SreUnit unit, CHAR character) {
    uint32_t c = character;
    switch (unit.kind) {
    case UNIT_CHAR:
        return c == unit.value;
    case UNIT_NOT_CHAR:
        return c != unit.value;
    case UNIT_ANY:
        return c != '\n';
    case UNIT_SET: {
        const SreSet *set = &program->sets[unit.value];
        if (sizeof(CHAR) == 1 || c < 256)
            return set->low[c & 255];
        return set->high == HIGH_TEST ? sre_set_test(program, set, c) : set->high;
    }
    default:
        return true;
    }
}

/* Can what `unit` guards begin at `at`? */
static inline __attribute__((always_inline)) bool
NAME(guards)(const SreProgram *program, SreUnit unit, const CHAR *at, const CHAR *end) {
    return unit.kind == UNIT_NONE || (at < end && NAME(passes)(program, unit, *at));
}

/* The first place in [at, end) whose character is `character` (or is not: `other`), or `end`. */
static const CHAR *NAME(find_char)(const CHAR *at, const CHAR *end, uint32_t character) {
    if (sizeof(CHAR) == 1) {
        const CHAR *found =
            character < 256 && at < end ? memchr(at, (int)character, (size_t)(end - at)) : NULL;
        return found ? found : end;
    }
    while (at < end && *at != character)
        at++;
    return at;
}

/* The end of the run of characters that pass. */
static const CHAR *NAME(skip_unit)(const SreProgram *program, SreUnit unit, const CHAR *at,
                                   const CHAR *end) {
    switch (unit.kind) {
    case UNIT_CHAR:
        while (at < end && *at == unit.value)
            at++;
        return at;
    case UNIT_NOT_CHAR:
        return NAME(find_char)(at, end, unit.value);
    case UNIT_ANY:
        return NAME(find_char)(at, end, '\n');
    case UNIT_SET: {
        const SreSet *set = &program->sets[unit.value];
        if (sizeof(CHAR) == 1)
            while (at < end && set->low[*at & 255])
                at++;
        else
            while (at < end && NAME(passes)(program, unit, *at))
                at++;
        return at;
    }
    default:
        return end;
    }
}

/* At most `max` of them. */
static inline const CHAR *NAME(take)(const SreProgram *program, const SreOp *op, const CHAR *at,
                                     const CHAR *end) {
    if (op->max != SRE_MAXREPEAT && op->max < (uint64_t)(end - at))
        end = at + op->max;
    return NAME(skip_unit)(program, op->unit, at, end);
}

/* The last place in [low, at] that the guard lets pass, or NULL. */
static const CHAR *NAME(retreat)(const SreProgram *program, SreUnit guard, const CHAR *low,
                                 const CHAR *at, const CHAR *end) {
    if (guard.kind == UNIT_NONE)
        return at;
    if (at == end)
        at--;
    for (; at >= low; at--)
        if (NAME(passes)(program, guard, *at))
            return at;
    return NULL;
}

static bool NAME(equal_string)(const uint32_t *text, const CHAR *at, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (at[i] != text[i])
            return false;
    return true;
}

static bool NAME(equal_folded)(SreFold fold, const CHAR *left, const CHAR *right, int64_t count) {
    if (fold == FOLD_NONE && count && *left != *right)
        return false; /* most often */
    if (fold == FOLD_NONE)
        return memcmp(left, right, (size_t)count * sizeof(CHAR)) == 0;
    for (int64_t i = 0; i < count; i++)
        if (sre_fold(fold, left[i]) != sre_fold(fold, right[i]))
            return false;
    return true;
}

/* Is a word on exactly one side of `at`? In the empty text there are no boundaries, and no places
 * that are none. */
static bool NAME(is_boundary)(const SreState *state, const CHAR *at, enum SreCategory word) {
    bool before = at > (const CHAR *)state->beginning && sre_is_word(word, at[-1]);
    bool after = at < (const CHAR *)state->end && sre_is_word(word, at[0]);
    return before != after;
}

static bool NAME(is_at)(const SreState *state, const CHAR *at, uint32_t position) {
    const CHAR *beginning = state->beginning, *end = state->end;
    switch ((enum SreAt)position) {
    case SRE_AT_BEGINNING:
    case SRE_AT_BEGINNING_STRING:
        return at == beginning;
    case SRE_AT_BEGINNING_LINE:
        return at == beginning || at[-1] == '\n';
    case SRE_AT_END:
        return at == end || (end - at == 1 && *at == '\n');
    case SRE_AT_END_LINE:
        return at == end || *at == '\n';
    case SRE_AT_END_STRING:
        return at == end;
    case SRE_AT_BOUNDARY:
    case SRE_AT_LOC_BOUNDARY:
        return beginning != end && NAME(is_boundary)(state, at, SRE_CATEGORY_WORD);
    case SRE_AT_NON_BOUNDARY:
    case SRE_AT_LOC_NON_BOUNDARY:
        return beginning != end && !NAME(is_boundary)(state, at, SRE_CATEGORY_WORD);
    case SRE_AT_UNI_BOUNDARY:
        return beginning != end && NAME(is_boundary)(state, at, SRE_CATEGORY_UNI_WORD);
    case SRE_AT_UNI_NON_BOUNDARY:
        return beginning != end && !NAME(is_boundary)(state, at, SRE_CATEGORY_UNI_WORD);
    }
    return false;
}

/* Where group `op->value` must be repeated: the place behind it, or NULL. */
static const CHAR *NAME(match_group)(const SreState *state, const SreOp *op, const CHAR *at) {
    const CHAR *from = state->marks[op->value * 2], *to = state->marks[op->value * 2 + 1];
    if (!from || !to || to < from || to - from > (const CHAR *)state->end - at)
        return NULL;
    return NAME(equal_folded)((SreFold)op->min, from, at, to - from) ? at + (to - from) : NULL;
}

#define FAIL() goto fail
#define GO(target)                                                                                 \
    do {                                                                                           \
        op = ops + (target);                                                                       \
        goto next;                                                                                 \
    } while (0)
#define NEXT()                                                                                     \
    do {                                                                                           \
        op++;                                                                                      \
        goto next;                                                                                 \
    } while (0)
#define PASS(unit) NAME(guards)(program, unit, at, end)
#define LEFT()     ((uint64_t)(end - at))
/* Pushes an entry; only the fields that its kind has are set. */
#define PUSH(kind_, at_, place_)                                                                   \
    do {                                                                                           \
        if (top == limit) {                                                                        \
            size_t height = (size_t)(top - base);                                                  \
            if (sre_grow_stack(state) < 0)                                                         \
                return -1;                                                                         \
            base = state->stack;                                                                   \
            top = base + height;                                                                   \
            limit = base + state->capacity;                                                        \
        }                                                                                          \
        top->kind = (kind_);                                                                       \
        top->at = (at_);                                                                           \
        top->place = (place_);                                                                     \
        top++;                                                                                     \
    } while (0)
#define PUSH_REGISTER(number_)                                                                     \
    do {                                                                                           \
        if (top != base) {                                                                         \
            PUSH(UNDO_REGISTER, number_, registers[number_].last);                                 \
            top[-1].number = registers[number_].count;                                             \
        }                                                                                          \
    } while (0)

int NAME(sre_run)(SreState *state, const CHAR *at) {
    const SreProgram *const program = state->program;
    const SreOp *const ops = program->ops, *op = ops;
    const CHAR *const end = state->end;
    const void **const marks = state->marks;
    SreRegister *const registers = state->registers;
    SreChoice *base = state->stack, *top = base, *limit = base + state->capacity;
    uint32_t steps = 0;
next:
    switch ((SreOpCode)op->code) {
    case OP_FAIL:
        FAIL();
    case OP_MATCH:
        if ((state->match_all && at != end) || (state->must_advance && at == state->start))
            FAIL();
        state->stop = at;
        return 1;
    case OP_UNIT:
        if (at == end || !NAME(passes)(program, op->unit, *at))
            FAIL();
        at++;
        NEXT();
    case OP_STRING:
        if (LEFT() < op->min || !NAME(equal_string)(program->chars + op->value, at, op->min))
            FAIL();
        at += op->min;
        NEXT();
    case OP_AT:
        if (!NAME(is_at)(state, at, op->value))
            FAIL();
        NEXT();
    case OP_MARK:
        if (top != base) {
            PUSH(UNDO_MARK, op->value, marks[op->value]);
            top[-1].number = state->lastindex;
        }
        marks[op->value] = at;
        state->is_dirty = true;
        if (op->value & 1)
            state->lastindex = op->value / 2 + 1;
        NEXT();
    case OP_JUMP:
        GO(op->first);
    case OP_SPLIT:
        if (!PASS(op->guard))
            GO(op->second);
        if (PASS(op->other))
            PUSH(CHOICE_TRY, op->second, at);
        GO(op->first);
    case OP_ONE: {
        if (LEFT() < op->min)
            FAIL();
        const CHAR *low = at + op->min;
        at = NAME(take)(program, op, at, end);
        if (at < low)
            FAIL();
        if (at == low || op->exclusive >= (sizeof(CHAR) == 1 ? 1 : 2))
            NEXT();
        at = NAME(retreat)(program, op->guard, low, at, end);
        if (!at)
            FAIL();
        if (at > low) {
            PUSH(CHOICE_ONE, (uint32_t)(op - ops), at);
            top[-1].low = low;
        }
        NEXT();
    }
    case OP_ONE_LAZY: {
        if (LEFT() < op->min)
            FAIL();
        const CHAR *stop = at + op->min;
        if (NAME(skip_unit)(program, op->unit, at, stop) < stop)
            FAIL();
        at = stop;
        if (op->max > op->min) {
            PUSH(CHOICE_ONE_LAZY, (uint32_t)(op - ops), at);
            top[-1].number = op->max == SRE_MAXREPEAT ? INT64_MAX : op->max - op->min;
        }
        NEXT();
    }
    case OP_ONE_POSSESSIVE: {
        if (LEFT() < op->min)
            FAIL();
        const CHAR *low = at + op->min;
        at = NAME(take)(program, op, at, end);
        if (at < low)
            FAIL();
        NEXT();
    }
    case OP_LOOP_START:
        PUSH_REGISTER(op->value);
        registers[op->value].count = -1;
        registers[op->value].last = NULL;
        GO(op->first);
    case OP_LOOP: {
        SreRegister *loop = &registers[op->value];
        int64_t count = loop->count + 1;
        if (count < op->min) {
            PUSH_REGISTER(op->value);
            loop->count = count;
            GO(op->first);
        }
        bool again = (count < op->max || op->max == SRE_MAXREPEAT) && at != loop->last;
        if (!again || !PASS(op->guard))
            GO(op->second);
        if (PASS(op->other))
            PUSH(CHOICE_TRY, op->second, at);
        PUSH_REGISTER(op->value);
        loop->count = count;
        loop->last = at;
        GO(op->first);
    }
    case OP_LOOP_LAZY: {
        SreRegister *loop = &registers[op->value];
        if (loop->count + 1 < op->min) {
            PUSH_REGISTER(op->value);
            loop->count++;
            GO(op->first);
        }
        if (!PASS(op->other))
            NEXT();
        PUSH(CHOICE_TRY, (uint32_t)(op - ops) + 1, at);
        GO(op->second);
    }
    case OP_LOOP_MORE: {
        SreRegister *loop = &registers[op->value];
        if ((loop->count + 1 >= op->max && op->max != SRE_MAXREPEAT) || at == loop->last)
            FAIL();
        PUSH_REGISTER(op->value);
        loop->count++;
        loop->last = at;
        GO(op->first);
    }
    case OP_ASSERT:
    case OP_ASSERT_NOT: {
        bool fits = (uint64_t)(at - (const CHAR *)state->beginning) >= op->min;
        if (!fits && op->code == OP_ASSERT_NOT)
            GO(op->second);
        if (!fits)
            FAIL();
        registers[op->value].base = (size_t)(top - base);
        PUSH(op->code == OP_ASSERT ? CHOICE_BARRIER : CHOICE_TRY, op->second, at);
        at -= op->min;
        NEXT();
    }
    case OP_ASSERT_END:
        at = base[registers[op->value].base].place;
        top = base + cut(state, registers[op->value].base, (size_t)(top - base));
        NEXT();
    case OP_ASSERT_NOT_END: {
        SreChoice *bottom = base + registers[op->value].base;
        while (top > bottom)
            undo(state, --top);
        FAIL();
    }
    case OP_ATOMIC:
        registers[op->value].base = (size_t)(top - base);
        PUSH(CHOICE_BARRIER, 0, at);
        NEXT();
    case OP_ATOMIC_END:
        top = base + cut(state, registers[op->value].base, (size_t)(top - base));
        NEXT();
    case OP_POSSESSIVE_START:
        registers[op->value].count = 0;
        registers[op->value].last = NULL;
        NEXT();
    case OP_POSSESSIVE: {
        SreRegister *loop = &registers[op->value];
        bool enough = loop->count >= op->min;
        if (enough && ((loop->count >= op->max && op->max != SRE_MAXREPEAT) || at == loop->last))
            GO(op->second);
        loop->base = (size_t)(top - base);
        if (enough)
            loop->last = at;
        PUSH(enough ? CHOICE_TRY : CHOICE_BARRIER, op->second, at);
        NEXT();
    }
    case OP_POSSESSIVE_END:
        registers[op->value].count++;
        top = base + cut(state, registers[op->value].base, (size_t)(top - base));
        GO(op->first);
    case OP_GROUPREF:
        if (!(at = NAME(match_group)(state, op, at)))
            FAIL();
        NEXT();
    case OP_GROUP_EXISTS: {
        const CHAR *from = marks[op->value * 2], *to = marks[op->value * 2 + 1];
        if (!from || !to || to < from)
            GO(op->second);
        NEXT();
    }
    }
fail:
    if (top == base)
        return 0;
    if ((++steps & 0xffff) == 0 && rt_interrupted && rt_safe_point() < 0)
        return -1;
    SreChoice *choice = top - 1;
    switch ((enum SreChoiceKind)choice->kind) {
    case CHOICE_TRY:
        top--;
        at = choice->place;
        GO(choice->at);
    case CHOICE_ONE: {
        op = ops + choice->at;
        const CHAR *low = choice->low;
        at = NAME(retreat)(program, op->guard, low, (const CHAR *)choice->place - 1, end);
        if (!at || at == low)
            top--;
        else
            choice->place = at;
        if (!at)
            goto fail;
        NEXT();
    }
    case CHOICE_ONE_LAZY:
        op = ops + choice->at;
        at = choice->place;
        do {
            if (at == end || choice->number == 0 || !NAME(passes)(program, op->unit, *at)) {
                top--;
                goto fail;
            }
            at++;
            choice->number--;
        } while (!PASS(op->guard));
        choice->place = at;
        NEXT();
    case CHOICE_BARRIER:
    case UNDO_MARK:
    case UNDO_REGISTER:
        undo(state, choice);
        top--;
        goto fail;
    }
    return 0;
}

#undef FAIL
#undef GO
#undef NEXT
#undef PASS
#undef LEFT
#undef PUSH
#undef PUSH_REGISTER
#undef CHAR
#undef NAME
