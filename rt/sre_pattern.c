/*
 * sre_pattern.c — the type re.Pattern: a compiled regular expression and its methods.
 */
#include "sre.h"

static PatternObject *self_of(const Value *args) {
    return AS(PatternObject, args[0]);
}

/* ---- arguments ------------------------------------------------------------------------------- */

/* An optional int argument. 0 or -1. */
static int read_index(Value value, int64_t fallback, int64_t *index) {
    *index = fallback;
    if (!value)
        return 0;
    *index = object_index(value);
    return *index == -1 && isolate.pending ? -1 : 0;
}

/* (string, pos=0, endpos=sys.maxsize), as most methods take them. */
typedef struct Bounds {
    int64_t pos, endpos;
} Bounds;

static int read_bounds(const Value *args, Bounds *bounds) {
    if (read_index(args[2], 0, &bounds->pos) < 0)
        return -1;
    return read_index(args[3], INT64_MAX, &bounds->endpos);
}

static int start_search(SreState *state, const Value *args) {
    Bounds bounds;
    if (read_bounds(args, &bounds) < 0)
        return -1;
    return sre_state_init(state, self_of(args), args[1], bounds.pos, bounds.endpos);
}

/* ---- one match ------------------------------------------------------------------------------- */

static Value find(const Value *args, bool match_all, int (*how)(SreState *state)) {
    SreState state;
    if (start_search(&state, args) < 0)
        return 0;
    state.match_all = match_all;
    Value match = sre_match_new(self_of(args), &state, how(&state));
    sre_state_drop(&state);
    return match;
}

NATIVE(pattern_match) {
    NATIVE_UNUSED();
    return find(args, false, sre_match);
}

NATIVE(pattern_fullmatch) {
    NATIVE_UNUSED();
    return find(args, true, sre_match);
}

NATIVE(pattern_search) {
    NATIVE_UNUSED();
    return find(args, false, sre_search);
}

/* ---- all matches ----------------------------------------------------------------------------- */

/* What findall lists for a match: the group, or all of them if there are several. */
static Value found_item(const PatternObject *pattern, const SreState *state) {
    if (pattern->groups < 2)
        return sre_state_group(state, pattern->groups, 0);
    Value item = tuple_new_empty(pattern->groups);
    for (int64_t i = 0; item && i < pattern->groups; i++)
        if (!(AS(TupleObject, item)->items[i] = sre_state_group(state, i + 1, 0))) {
            value_decref(item);
            return 0;
        }
    return item;
}

NATIVE(pattern_findall) {
    NATIVE_UNUSED();
    SreState state;
    int status;
    if (start_search(&state, args) < 0)
        return 0;
    Value list = list_new(NULL, 0);
    while (list && (status = sre_search(&state)) != 0) {
        Value item = status < 0 ? 0 : found_item(self_of(args), &state);
        if (!item || list_append_take(list, item) < 0) {
            value_decref(list);
            list = 0;
        }
        sre_state_advance(&state);
    }
    sre_state_drop(&state);
    return list;
}

NATIVE(pattern_finditer) {
    NATIVE_UNUSED();
    Bounds bounds;
    if (read_bounds(args, &bounds) < 0)
        return 0;
    return sre_iterator_new(self_of(args), args[1], bounds.pos, bounds.endpos);
}

NATIVE(pattern_scanner) {
    NATIVE_UNUSED();
    Bounds bounds;
    if (read_bounds(args, &bounds) < 0)
        return 0;
    return sre_scanner_new(self_of(args), args[1], bounds.pos, bounds.endpos);
}

/* ---- split ----------------------------------------------------------------------------------- */

static int append_take(Value list, Value item) {
    return item ? list_append_take(list, item) : -1;
}

/* Appends the parts between the matches, and the groups of each match. */
static int split_into(Value list, const PatternObject *pattern, SreState *state, int64_t most) {
    int64_t behind = 0, start, stop;
    for (int64_t done = 0; !most || done < most; done++) {
        int status = sre_search(state);
        if (status < 0)
            return -1;
        if (status == 0)
            break;
        sre_state_span(state, 0, &start, &stop);
        if (append_take(list, sre_slice(state->string, behind, start)) < 0)
            return -1;
        for (int64_t i = 1; i <= pattern->groups; i++)
            if (append_take(list, sre_state_group(state, i, VALUE_NONE)) < 0)
                return -1;
        behind = stop;
        sre_state_advance(state);
    }
    return append_take(list, sre_slice(state->string, behind, state->endpos));
}

NATIVE(pattern_split) {
    NATIVE_UNUSED();
    SreState state;
    int64_t most;
    if (read_index(args[2], 0, &most) < 0 ||
        sre_state_init(&state, self_of(args), args[1], 0, INT64_MAX) < 0)
        return 0;
    Value list = list_new(NULL, 0);
    if (list && split_into(list, self_of(args), &state, most) < 0) {
        value_decref(list);
        list = 0;
    }
    sre_state_drop(&state);
    return list;
}

/* ---- sub ------------------------------------------------------------------------------------- */

static Value substitute(const Value *args, bool counted) {
    int64_t most;
    if (read_index(args[3], 0, &most) < 0)
        return 0;
    return sre_sub(self_of(args), args[1], args[2], most, counted);
}

NATIVE(pattern_sub) {
    NATIVE_UNUSED();
    return substitute(args, false);
}

NATIVE(pattern_subn) {
    NATIVE_UNUSED();
    return substitute(args, true);
}

/* ---- the rest -------------------------------------------------------------------------------- */

NATIVE(pattern_copy) {
    NATIVE_UNUSED();
    return value_incref(args[0]);
}

NATIVE(get_pattern) {
    NATIVE_UNUSED();
    return value_incref(self_of(args)->pattern);
}

NATIVE(get_flags) {
    NATIVE_UNUSED();
    return value_from_small_int(self_of(args)->flags);
}

NATIVE(get_groups) {
    NATIVE_UNUSED();
    return value_from_small_int(self_of(args)->groups);
}

NATIVE(get_groupindex) {
    NATIVE_UNUSED();
    return mappingproxy_new(self_of(args)->groupindex);
}

/* ", re.IGNORECASE|re.DOTALL": the flags that were not implied. */
static void add_flags(StrBuilder *builder, const PatternObject *pattern) {
    static const struct {
        const char *name;
        int flag;
    } names[] = {{"re.TEMPLATE", SRE_FLAG_TEMPLATE}, {"re.IGNORECASE", SRE_FLAG_IGNORECASE},
                 {"re.LOCALE", SRE_FLAG_LOCALE},     {"re.MULTILINE", SRE_FLAG_MULTILINE},
                 {"re.DOTALL", SRE_FLAG_DOTALL},     {"re.VERBOSE", SRE_FLAG_VERBOSE},
                 {"re.DEBUG", SRE_FLAG_DEBUG},       {"re.ASCII", SRE_FLAG_ASCII}};
    int64_t flags = pattern->flags, kinds = SRE_FLAG_LOCALE | SRE_FLAG_UNICODE | SRE_FLAG_ASCII;
    if (pattern->is_bytes == 0 && (flags & kinds) == SRE_FLAG_UNICODE)
        flags &= ~(int64_t)SRE_FLAG_UNICODE;
    const char *before = ", ";
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (!(flags & names[i].flag))
            continue;
        str_builder_cstr(builder, before);
        str_builder_cstr(builder, names[i].name);
        flags &= ~(int64_t)names[i].flag;
        before = "|";
    }
    if (flags) {
        char text[32];
        snprintf(text, sizeof text, "%s0x%llx", before, (unsigned long long)flags);
        str_builder_cstr(builder, text);
    }
}

static Value pattern_repr(Value self) {
    enum { MOST_SHOWN = 200 };
    const PatternObject *pattern = AS(PatternObject, self);
    Value text = object_repr(pattern->pattern);
    Value shown = text ? sre_slice(text, 0, MOST_SHOWN) : 0;
    value_decref(text);
    if (!shown)
        return 0;
    StrBuilder builder;
    str_builder_init(&builder);
    str_builder_cstr(&builder, "re.compile(");
    str_builder_str(&builder, shown);
    value_decref(shown);
    add_flags(&builder, pattern);
    str_builder_char(&builder, ')');
    return str_builder_finish(&builder);
}

static int64_t pattern_hash(Value self) {
    PatternObject *pattern = AS(PatternObject, self);
    const SreProgram *program = &pattern->program;
    int64_t text = object_hash(pattern->pattern);
    if (text == -1 || sre_pattern_ready(pattern) < 0)
        return -1;
    int64_t hash = text ^ hash_bytes(program->code, program->code_size * sizeof(uint32_t)) ^
                   pattern->flags ^ pattern->is_bytes ^ pattern->groups;
    return hash == -1 ? -2 : hash;
}

static Value pattern_compare(Value left, Value right, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || value_type(left) != value_type(right))
        return VALUE_NOTIMPLEMENTED;
    PatternObject *a = AS(PatternObject, left), *b = AS(PatternObject, right);
    if (a == b)
        return VALUE_BOOL(op == COMPARE_EQ);
    if (sre_pattern_ready(a) < 0 || sre_pattern_ready(b) < 0)
        return 0;
    int equal =
        a->flags == b->flags && a->is_bytes == b->is_bytes &&
        a->program.code_size == b->program.code_size &&
        memcmp(a->program.code, b->program.code, a->program.code_size * sizeof(uint32_t)) == 0;
    if (equal)
        equal = object_equal(a->pattern, b->pattern);
    return equal < 0 ? 0 : VALUE_BOOL(equal == (op == COMPARE_EQ));
}

static void pattern_dealloc(Object *self) {
    PatternObject *pattern = (PatternObject *)self;
    sre_program_drop(&pattern->program);
    value_decref(pattern->pattern);
    value_decref(pattern->groupindex);
    value_decref(pattern->indexgroup);
    value_decref(pattern->later);
}

static void pattern_traverse(Object *self, VisitValue visit, void *context) {
    PatternObject *pattern = (PatternObject *)self;
    visit(pattern->pattern, context);
    visit(pattern->groupindex, context);
    visit(pattern->indexgroup, context);
    visit(pattern->later, context);
}

static Value pattern_make(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return raise_error(&rt_exc_TypeError, "cannot create '%N' instances", type);
}

/* A method that looks at (string, pos, endpos). */
#define SEARCH(python_name)                                                                        \
    {                                                                                              \
        .name = #python_name, .call = pattern_##python_name, .min_args = 1, .max_args = 3,         \
        .keywords = "string pos endpos"                                                            \
    }
#define SUBSTITUTE(python_name)                                                                    \
    {                                                                                              \
        .name = #python_name, .call = pattern_##python_name, .min_args = 2, .max_args = 3,         \
        .keywords = "repl string count"                                                            \
    }

#define MEMBER(name_)                                                                              \
    { .name = #name_, .call = get_##name_, .kind = METHOD_GETTER, .set = sre_set_member }

static const NativeMethod pattern_methods[] = {
    SEARCH(match),
    SEARCH(fullmatch),
    SEARCH(search),
    SEARCH(findall),
    SEARCH(finditer),
    SEARCH(scanner),
    SUBSTITUTE(sub),
    SUBSTITUTE(subn),
    {.name = "split",
     .call = pattern_split,
     .min_args = 1,
     .max_args = 2,
     .keywords = "string maxsplit"},
    {.name = "__copy__", .call = pattern_copy},
    {.name = "__deepcopy__", .call = pattern_copy, .min_args = 1, .max_args = 1},
    CLASS_GETITEM,
    MEMBER(pattern),
    MEMBER(flags),
    MEMBER(groups),
    {.name = "groupindex", .call = get_groupindex, .kind = METHOD_GETTER},
    {0},
};

Type rt_type_sre_pattern = {
    .name = "re.Pattern",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(PatternObject),
    .methods = pattern_methods,
    .slots = {.dealloc = pattern_dealloc,
              .traverse = pattern_traverse,
              .repr = pattern_repr,
              .hash = pattern_hash,
              .compare = pattern_compare,
              .new = pattern_make},
};
