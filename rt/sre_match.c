/*
 * sre_match.c — runs the programs of regular expressions: the parts of the engine that do not
 * depend on the width of characters, and the engine itself (sre_engine.h) for each width.
 *
 * The stack of choices lives on the heap. It is kept from one match to the next, unless it has
 * grown large; a match that starts while another one's is in use (in a finalizer, for example)
 * makes one of its own.
 */
#include "sre.h"

enum { FIRST_CAPACITY = 64, KEPT_CAPACITY = 4096 };

static SreChoice *kept_stack;
static size_t kept_capacity;

static void free_kept_stack(void) {
    mem_free(kept_stack);
    kept_stack = NULL;
    kept_capacity = 0;
}

void sre_take_stack(SreState *state) {
    state->stack = kept_stack;
    state->capacity = kept_capacity;
    kept_stack = NULL;
    kept_capacity = 0;
}

void sre_give_stack(SreState *state) {
    static bool registered;
    if (!registered) {
        rt_at_finish(free_kept_stack);
        registered = true;
    }
    if (kept_stack || state->capacity > KEPT_CAPACITY) {
        mem_free(state->stack);
    } else {
        kept_stack = state->stack;
        kept_capacity = state->capacity;
    }
    state->stack = NULL;
    state->capacity = 0;
}

int sre_grow_stack(SreState *state) {
    size_t wanted = state->capacity ? state->capacity * 2 : FIRST_CAPACITY;
    SreChoice *grown = mem_realloc(state->stack, wanted * sizeof(SreChoice));
    if (!grown)
        return -1;
    state->stack = grown;
    state->capacity = wanted;
    return 0;
}

static void undo(SreState *state, const SreChoice *choice) {
    if (choice->kind == UNDO_MARK) {
        state->marks[choice->at] = choice->place;
        state->lastindex = choice->number;
    } else if (choice->kind == UNDO_REGISTER) {
        state->registers[choice->at].last = choice->place;
        state->registers[choice->at].count = choice->number;
    }
}

/* Forgets the choices from `bottom` on, but not what has to be undone if an older one is taken.
 * Answers the new height of the stack. */
static size_t cut(SreState *state, size_t bottom, size_t height) {
    if (bottom == 0)
        return 0;
    size_t kept = bottom;
    for (size_t i = bottom; i < height; i++)
        if (state->stack[i].kind == UNDO_MARK || state->stack[i].kind == UNDO_REGISTER)
            state->stack[kept++] = state->stack[i];
    return kept;
}

#define CHAR           uint8_t
#define NAME(function) function##_1
#include "sre_engine.h"
#define CHAR           uint16_t
#define NAME(function) function##_2
#include "sre_engine.h"
#define CHAR           uint32_t
#define NAME(function) function##_4
#include "sre_engine.h"

bool sre_is_possible(SreState *state) {
    int64_t left = ((const char *)state->end - (const char *)state->start) / state->width;
    sre_reset(state);
    return left >= state->program->min_width;
}

int sre_match(SreState *state) {
    if (!sre_is_possible(state)) {
        /* behind the end there is still the empty text */
        bool is_behind = (const char *)state->start > (const char *)state->end;
        if (!is_behind || state->match_all || state->program->min_width)
            return 0;
        state->end = state->start;
    }
    if (!state->stack && sre_grow_stack(state) < 0)
        return -1;
    if (state->width == 1)
        return sre_run_1(state, state->start);
    return state->width == 2 ? sre_run_2(state, state->start) : sre_run_4(state, state->start);
}
