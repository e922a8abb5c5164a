/*
 * sre_state.c — the subject of a match: text of any width or bytes of any kind, its bounds, and
 * what is cut out of it.
 */
#include "sre.h"

static Value wrong_subject(bool is_bytes) {
    return raise_error(&rt_exc_TypeError,
                       is_bytes ? "cannot use a string pattern on a bytes-like object"
                                : "cannot use a bytes pattern on a string-like object");
}

/* Finds the characters of `string`. 0, or -1 with TypeError. */
static int read_subject(SreState *state, const PatternObject *pattern, Value string,
                        int64_t *length) {
    const uint8_t *data;
    if (value_is_str(string)) {
        const StrObject *str = AS(StrObject, string);
        state->beginning = str_data(str);
        state->width = str->kind;
        *length = str->length;
    } else if (bytes_view(string, &data, length)) {
        state->beginning = data ? data : (const uint8_t *)""; /* an empty bytearray has no data */
        state->width = 1;
        state->is_bytes = true;
    } else {
        return raise_status(&rt_exc_TypeError, "expected string or bytes-like object, got '%T'",
                            string);
    }
    if (pattern->is_bytes >= 0 && state->is_bytes != pattern->is_bytes)
        return wrong_subject(state->is_bytes) ? 0 : -1;
    return 0;
}

static int allocate(SreState *state) {
    const SreProgram *program = state->program;
    state->marks = state->few_marks;
    state->registers = state->few_registers;
    if (program->mark_count > SRE_FEW_MARKS &&
        !(state->marks = mem_alloc(program->mark_count * sizeof(void *))))
        return -1;
    if (program->register_count > SRE_FEW_REGISTERS &&
        !(state->registers = mem_alloc(program->register_count * sizeof(SreRegister)))) {
        if (state->marks != state->few_marks)
            mem_free(state->marks);
        return -1;
    }
    state->is_dirty = true;
    return 0;
}

int sre_set_member(Value self, Value value) {
    (void)self, (void)value;
    return raise_status(&rt_exc_AttributeError, "readonly attribute");
}

static int64_t clamp(int64_t index, int64_t length) {
    return index < 0 ? 0 : index > length ? length : index;
}

int sre_state_init(SreState *state, PatternObject *pattern, Value string, int64_t pos,
                   int64_t endpos) {
    int64_t length;
    if (sre_pattern_ready(pattern) < 0)
        return -1;
    memset(state, 0, offsetof(SreState, few_marks));
    state->program = &pattern->program;
    if (read_subject(state, pattern, string, &length) < 0)
        return -1;
    bool is_constant = !state->is_bytes || value_isa(string, &rt_type_bytes);
    if (!is_constant && !(state->view = object_call1(OBJ(&rt_type_memoryview), string)))
        return -1;
    if (allocate(state) < 0) {
        value_decref(state->view);
        return -1;
    }
    state->pos = clamp(pos, length);
    state->endpos = clamp(endpos, length);
    state->start = (const char *)state->beginning + state->pos * state->width;
    state->end = (const char *)state->beginning + state->endpos * state->width;
    state->string = value_incref(string);
    sre_reset(state);
    sre_take_stack(state);
    return 0;
}

void sre_state_drop(SreState *state) {
    if (state->marks != state->few_marks)
        mem_free(state->marks);
    if (state->registers != state->few_registers)
        mem_free(state->registers);
    sre_give_stack(state);
    value_decref(state->view);
    value_decref(state->string);
}

void sre_state_advance(SreState *state) {
    state->must_advance = state->stop == state->start;
    state->start = state->stop;
}

Value sre_slice(Value string, int64_t start, int64_t stop) {
    const uint8_t *data;
    int64_t length;
    if (value_is_str(string)) {
        length = AS(StrObject, string)->length;
        return str_substring(string, clamp(start, length), clamp(stop, length));
    }
    if (!bytes_view(string, &data, &length))
        return raise_error(&rt_exc_TypeError, "expected string or bytes-like object, got '%T'",
                           string);
    start = clamp(start, length);
    stop = clamp(stop, length);
    if (start == 0 && stop == length && value_is(string, &rt_type_bytes))
        return value_incref(string);
    return bytes_new(data + start, stop > start ? (size_t)(stop - start) : 0);
}

bool sre_state_span(const SreState *state, int64_t group, int64_t *start, int64_t *stop) {
    const void *from = state->start, *to = state->stop;
    if (group > 0) {
        from = state->marks[group * 2 - 2];
        to = state->marks[group * 2 - 1];
    }
    if (!from || !to)
        return false;
    *start = sre_offset(state, from);
    *stop = sre_offset(state, to);
    return true;
}

Value sre_state_group(const SreState *state, int64_t group, Value missing) {
    int64_t start, stop;
    if (sre_state_span(state, group, &start, &stop))
        return sre_slice(state->string, start, stop);
    return missing ? value_incref(missing) : sre_slice(state->string, 0, 0);
}
