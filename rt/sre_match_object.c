/*
 * sre_match_object.c — the type re.Match: the subject, the pattern, and where each group matched.
 */
#include "sre.h"

static MatchObject *self_of(const Value *args) {
    return AS(MatchObject, args[0]);
}

static PatternObject *pattern_of(const MatchObject *match) {
    return AS(PatternObject, match->pattern);
}

Value sre_match_new(PatternObject *pattern, const SreState *state, int status) {
    if (status <= 0)
        return status < 0 ? 0 : VALUE_NONE;
    int64_t count = pattern->groups + 1;
    MatchObject *match =
        object_new(&rt_type_sre_match, sizeof(MatchObject) + (uint64_t)count * 2 * sizeof(int64_t));
    if (!match)
        return 0;
    match->string = value_incref(state->string);
    match->pattern = value_incref(OBJ(pattern));
    match->pos = state->pos;
    match->endpos = state->endpos;
    match->lastindex = state->lastindex;
    match->groups = count;
    for (int64_t i = 0; i < count; i++)
        if (!sre_state_span(state, i, &match->marks[i * 2], &match->marks[i * 2 + 1]))
            match->marks[i * 2] = match->marks[i * 2 + 1] = -1;
    return OBJ(match);
}

/* ---- groups ---------------------------------------------------------------------------------- */

/* The number of the group that `key` names, -1 with an exception. */
static int64_t group_index(const MatchObject *match, Value key) {
    int64_t index = -1;
    if (value_is_int(key) || value_type(key)->slots.index) {
        index = object_index(key);
        if (index == -1 && exc_pending_is(&rt_exc_OverflowError))
            exc_clear(); /* as large as that there is none */
    } else {
        Value number = dict_get_borrow(pattern_of(match)->groupindex, key);
        if (number && value_is_int(number))
            index = object_index(number);
    }
    if (index == -1 && isolate.pending && value_type(key)->slots.index)
        return -1;
    exc_clear(); /* nor has any group a name that cannot be hashed */
    if (index < 0 || index >= match->groups)
        return raise_status(&rt_exc_IndexError, "no such group");
    return index;
}

/* New reference; `missing` if the group did not match. */
static Value group_text(const MatchObject *match, int64_t index, Value missing) {
    int64_t start = match->marks[index * 2];
    if (start < 0)
        return value_incref(missing);
    return sre_slice(match->string, start, match->marks[index * 2 + 1]);
}

static Value match_getitem(Value self, Value key) {
    const MatchObject *match = AS(MatchObject, self);
    int64_t index = group_index(match, key);
    return index < 0 ? 0 : group_text(match, index, VALUE_NONE);
}

NATIVE(match_group) {
    NATIVE_UNUSED();
    if (count == 1)
        return group_text(self_of(args), 0, VALUE_NONE);
    if (count == 2)
        return match_getitem(args[0], args[1]);
    Value result = tuple_new_empty(count - 1);
    for (uint32_t i = 1; result && i < count; i++) {
        Value text = match_getitem(args[0], args[i]);
        if (!text) {
            value_decref(result);
            return 0;
        }
        AS(TupleObject, result)->items[i - 1] = text;
    }
    return result;
}

NATIVE(match_groups) {
    NATIVE_UNUSED();
    const MatchObject *match = self_of(args);
    Value result = tuple_new_empty(match->groups - 1);
    for (int64_t i = 1; result && i < match->groups; i++) {
        Value text = group_text(match, i, args[1] ? args[1] : VALUE_NONE);
        if (!text) {
            value_decref(result);
            return 0;
        }
        AS(TupleObject, result)->items[i - 1] = text;
    }
    return result;
}

NATIVE(match_groupdict) {
    NATIVE_UNUSED();
    const MatchObject *match = self_of(args);
    Value result = dict_new(), name, number;
    int64_t position = 0;
    while (result && dict_next(pattern_of(match)->groupindex, &position, &name, &number)) {
        int64_t index = group_index(match, name);
        Value text = index < 0 ? 0 : group_text(match, index, args[1] ? args[1] : VALUE_NONE);
        if (!text || dict_set(result, name, text) < 0) {
            value_decref(result);
            result = 0;
        }
        value_decref(text);
    }
    return result;
}

static Value span_pair(const MatchObject *match, int64_t index) {
    Value pair[2] = {value_from_small_int(match->marks[index * 2]),
                     value_from_small_int(match->marks[index * 2 + 1])};
    return tuple_new(pair, 2);
}

/* The group that an optional argument names. */
static int64_t group_argument(const Value *args, uint32_t count) {
    return count > 1 ? group_index(self_of(args), args[1]) : 0;
}

NATIVE(match_start) {
    NATIVE_UNUSED();
    int64_t index = group_argument(args, count);
    return index < 0 ? 0 : value_from_small_int(self_of(args)->marks[index * 2]);
}

NATIVE(match_end) {
    NATIVE_UNUSED();
    int64_t index = group_argument(args, count);
    return index < 0 ? 0 : value_from_small_int(self_of(args)->marks[index * 2 + 1]);
}

NATIVE(match_span) {
    NATIVE_UNUSED();
    int64_t index = group_argument(args, count);
    return index < 0 ? 0 : span_pair(self_of(args), index);
}

/* ---- the rest -------------------------------------------------------------------------------- */

/* Templates are understood by Python's part of the module. */
NATIVE(match_expand) {
    NATIVE_UNUSED();
    Value re = module_import("re");
    Value arguments[3] = {self_of(args)->pattern, args[0], args[1]};
    Value result = re ? object_call_method(re, "_expand", arguments, 3) : 0;
    value_decref(re);
    return result;
}

NATIVE(match_copy) {
    NATIVE_UNUSED();
    return value_incref(args[0]);
}

NATIVE(get_string) {
    NATIVE_UNUSED();
    return value_incref(self_of(args)->string);
}

NATIVE(get_re) {
    NATIVE_UNUSED();
    return value_incref(self_of(args)->pattern);
}

NATIVE(get_pos) {
    NATIVE_UNUSED();
    return value_from_small_int(self_of(args)->pos);
}

NATIVE(get_endpos) {
    NATIVE_UNUSED();
    return value_from_small_int(self_of(args)->endpos);
}

NATIVE(get_lastindex) {
    NATIVE_UNUSED();
    int64_t index = self_of(args)->lastindex;
    return index < 0 ? VALUE_NONE : value_from_small_int(index);
}

NATIVE(get_lastgroup) {
    NATIVE_UNUSED();
    const MatchObject *match = self_of(args);
    const TupleObject *all = AS(TupleObject, pattern_of(match)->indexgroup);
    bool named = match->lastindex >= 0 && match->lastindex < all->length;
    return named ? value_incref(all->items[match->lastindex]) : VALUE_NONE;
}

NATIVE(get_regs) {
    NATIVE_UNUSED();
    MatchObject *match = self_of(args);
    if (match->regs)
        return value_incref(match->regs);
    Value spans = tuple_new_empty(match->groups);
    for (int64_t i = 0; spans && i < match->groups; i++)
        if (!(AS(TupleObject, spans)->items[i] = span_pair(match, i))) {
            value_decref(spans);
            spans = 0;
        }
    match->regs = value_incref(spans);
    return spans;
}

static Value match_repr(Value self) {
    enum { MOST_SHOWN = 50 };
    const MatchObject *match = AS(MatchObject, self);
    Value text = group_text(match, 0, VALUE_NONE);
    Value whole = text ? object_repr(text) : 0;
    Value shown = whole ? sre_slice(whole, 0, MOST_SHOWN) : 0;
    Value result = 0;
    if (shown)
        result = str_format("<%T object; span=(%lld, %lld), match=%S>", self,
                            (long long)match->marks[0], (long long)match->marks[1], shown);
    value_decref(text);
    value_decref(whole);
    value_decref(shown);
    return result;
}

static void match_dealloc(Object *self) {
    MatchObject *match = (MatchObject *)self;
    value_decref(match->string);
    value_decref(match->pattern);
    value_decref(match->regs);
}

static void match_traverse(Object *self, VisitValue visit, void *context) {
    MatchObject *match = (MatchObject *)self;
    visit(match->string, context);
    visit(match->pattern, context);
    visit(match->regs, context);
}

#define MEMBER(name_)                                                                              \
    { .name = #name_, .call = get_##name_, .kind = METHOD_GETTER, .set = sre_set_member }

static const NativeMethod match_methods[] = {
    {.name = "group", .call = match_group, .max_args = -1},
    {.name = "start", .call = match_start, .max_args = 1},
    {.name = "end", .call = match_end, .max_args = 1},
    {.name = "span", .call = match_span, .max_args = 1},
    {.name = "groups", .call = match_groups, .max_args = 1, .keywords = "default"},
    {.name = "groupdict", .call = match_groupdict, .max_args = 1, .keywords = "default"},
    {.name = "expand", .call = match_expand, .min_args = 1, .max_args = 1, .keywords = "template"},
    {.name = "__copy__", .call = match_copy},
    {.name = "__deepcopy__", .call = match_copy, .min_args = 1, .max_args = 1},
    CLASS_GETITEM,
    MEMBER(string),
    MEMBER(re),
    MEMBER(pos),
    MEMBER(endpos),
    {.name = "lastindex", .call = get_lastindex, .kind = METHOD_GETTER},
    {.name = "lastgroup", .call = get_lastgroup, .kind = METHOD_GETTER},
    {.name = "regs", .call = get_regs, .kind = METHOD_GETTER},
    {0},
};

static Value match_make(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return raise_error(&rt_exc_TypeError, "cannot create '%N' instances", type);
}

Type rt_type_sre_match = {
    .name = "re.Match",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(MatchObject),
    .methods = match_methods,
    .slots = {.dealloc = match_dealloc,
              .traverse = match_traverse,
              .repr = match_repr,
              .getitem = match_getitem,
              .new = match_make},
};
