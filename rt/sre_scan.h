/*
 * sre_scan.h — the search for places worth an attempt. Included by sre_search.c once for each width
 * of characters, with CHAR and NAME(function) defined. The functions answer the first such place in
 * [at, last], or NULL.
 */

static const CHAR *NAME(find_char)(const CHAR *at, const CHAR *last, uint32_t character) {
    if (sizeof(CHAR) == 1)
        return character < 256 ? memchr(at, (int)character, (size_t)(last - at) + 1) : NULL;
    for (; at <= last; at++)
        if (*at == character)
            return at;
    return NULL;
}

static const CHAR *NAME(find_set)(const SreProgram *program, const SreSet *set, const CHAR *at,
                                  const CHAR *last) {
    for (; at <= last; at++) {
        uint32_t c = *at;
        if (sizeof(CHAR) == 1 || c < 256 ? set->low[c & 255]
            : set->high == HIGH_TEST     ? sre_set_test(program, set, c)
                                         : set->high)
            return at;
    }
    return NULL;
}

/* All matches are at least as long as the prefix, so that it fits behind `last`. */
static const CHAR *NAME(find_prefix)(const SreProgram *program, const CHAR *at, const CHAR *last) {
    const uint32_t *prefix = program->prefix;
    for (; at <= last && (at = NAME(find_char)(at, last, prefix[0])); at++) {
        uint32_t i = 1;
        while (i < program->prefix_size && at[i] == prefix[i])
            i++;
        if (i == program->prefix_size)
            return at;
    }
    return NULL;
}

static const CHAR *NAME(find_line)(const SreState *state, const CHAR *at, const CHAR *last) {
    for (; at <= last; at++) {
        if (at == (const CHAR *)state->beginning || at[-1] == '\n')
            return at;
        if (!(at = NAME(find_char)(at, last, '\n')))
            return NULL;
    }
    return NULL;
}

static const CHAR *NAME(find_start)(const SreState *state, const CHAR *at, const CHAR *last) {
    const SreProgram *program = state->program;
    SreUnit start = program->start;
    if (program->anchored)
        return at == (const CHAR *)state->beginning ? at : NULL;
    if (program->line_anchored)
        return NAME(find_line)(state, at, last);
    if (program->prefix_size)
        return NAME(find_prefix)(program, at, last);
    if (start.kind != UNIT_CHAR && start.kind != UNIT_SET)
        return at;
    if (last == state->end && at > --last)
        return NULL;
    if (start.kind == UNIT_CHAR)
        return NAME(find_char)(at, last, start.value);
    return NAME(find_set)(program, &program->sets[start.value], at, last);
}

static int NAME(search)(SreState *state) {
    const SreProgram *program = state->program;
    const CHAR *at = state->start;
    const CHAR *last = (const CHAR *)state->end - program->min_width;
    while (at <= last && (at = NAME(find_start)(state, at, last))) {
        if (at != (const CHAR *)state->start)
            state->must_advance = false;
        state->start = at;
        if (program->literal && program->prefix_size) {
            state->stop = at + program->prefix_size;
            return 1;
        }
        int status = NAME(sre_run)(state, at);
        if (status)
            return status;
        sre_reset(state);
        at++;
    }
    return 0;
}

#undef CHAR
#undef NAME
