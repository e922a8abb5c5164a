/*
 * build_match.c — the match statement (PEP 634).
 *
 * Each case is a chain of tests over the subject that leaves for the next case at the first that
 * fails. Names are bound only when the whole pattern has matched: until then a capture is kept as a
 * pair of symbol and value. A value captured in one alternative of an or-pattern does not dominate
 * what follows the alternatives, so it travels in a hidden local. Order of evaluation as in CPython
 * 3.11, Python/compile.c (compiler_pattern and below).
 */
#include "build.h"

typedef struct Capture {
    Symbol *symbol;
    IrOp *value;
} Capture;

/* One case in the making. */
typedef struct Matcher {
    Builder *b;
    IrBlock *fail; /* where a test that fails goes */
    VEC(Capture) captures;
} Matcher;

static void match_pattern(Matcher *matcher, AstNode *pattern, IrOp *subject);

/* Goes on where `condition` holds, else to the next alternative or case. */
static void require(Matcher *matcher, IrOp *condition) {
    Builder *b = matcher->b;
    IrBlock *matched = build_block(b);
    build_branch(b, condition, matched, matcher->fail);
    b->block = matched;
}

static void require_not_none(Matcher *matcher, IrOp *value) {
    Builder *b = matcher->b;
    IrBlock *matched = build_block(b);
    IrOp *operands[] = {value, build_none(b)};
    build_branch(b, build_op(b, IR_IS, IR_TYPE_BOOL, operands, 2), matcher->fail, matched);
    b->block = matched;
}

static void capture(Matcher *matcher, Symbol *symbol, IrOp *value) {
    if (symbol)
        VEC_PUSH(matcher->b->program->arena, &matcher->captures, ((Capture){symbol, value}));
}

static bool is_wildcard(const AstNode *pattern) {
    return pattern->kind == AST_MatchAs && !AST_CAST(MatchAs, pattern)->name;
}

static bool is_star_wildcard(const AstNode *pattern) {
    return pattern->kind == AST_MatchStar && !AST_CAST(MatchStar, pattern)->name;
}

static IrOp *machine_int(Builder *b, int64_t value) {
    IrOp *op = build_op(b, IR_CONST_I64, IR_TYPE_I64, NULL, 0);
    op->integer = value;
    return op;
}

static void require_length(Matcher *matcher, IrOp *subject, IrCondition condition, size_t count) {
    Builder *b = matcher->b;
    IrOp *length = RT(b, len, VALUE(subject));
    IrOp *operands[] = {length, machine_int(b, (int64_t)count)};
    IrOp *test = build_op(b, IR_I64_COMPARE, IR_TYPE_BOOL, operands, 2);
    test->condition = condition;
    require(matcher, test);
}

/* -- values -- */

static void match_value(Matcher *matcher, AstMatchValue *node, IrOp *subject) {
    Builder *b = matcher->b;
    IrOp *value = build_expr(b, node->value);
    build_at(b, &node->base);
    require(matcher, RT(b, eq_bool, VALUE(subject), VALUE(value)));
}

static void match_singleton(Matcher *matcher, AstMatchSingleton *node, IrOp *subject) {
    Builder *b = matcher->b;
    IrOp *operands[] = {subject, build_literal(b, &node->value)};
    require(matcher, build_op(b, IR_IS, IR_TYPE_BOOL, operands, 2));
}

/* -- sequences -- */

/* The parts of a sequence pattern. */
typedef struct SequenceShape {
    size_t count;
    size_t star; /* position of the starred pattern; `count` if there is none */
    bool only_wildcards;
    bool star_is_wildcard;
} SequenceShape;

static SequenceShape sequence_shape(const AstNodes *patterns) {
    SequenceShape shape = {
        .count = patterns->count, .star = patterns->count, .only_wildcards = true};
    for (size_t i = 0; i < patterns->count; i++) {
        const AstNode *pattern = patterns->items[i];
        if (pattern->kind == AST_MatchStar) {
            shape.star = i;
            shape.star_is_wildcard = is_star_wildcard(pattern);
        }
        shape.only_wildcards &= is_wildcard(pattern) || is_star_wildcard(pattern);
    }
    return shape;
}

/* All items at once, as in an assignment to a list of targets. */
static void match_unpacked(Matcher *matcher, const AstNodes *patterns, const SequenceShape *shape,
                           IrOp *subject) {
    IrOp **items = build_unpack(matcher->b, subject, shape->count, shape->star);
    for (size_t i = 0; i < shape->count; i++)
        if (!is_wildcard(patterns->items[i]))
            match_pattern(matcher, patterns->items[i], items[i]);
}

/* With `*_` only the items that are looked at are fetched; those behind the star by their distance
 * from the end. */
static void match_subscripts(Matcher *matcher, AstNode *node, const AstNodes *patterns,
                             const SequenceShape *shape, IrOp *subject) {
    Builder *b = matcher->b;
    for (size_t i = 0; i < shape->count; i++) {
        if (i == shape->star || is_wildcard(patterns->items[i]))
            continue;
        build_at(b, node);
        IrOp *index;
        if (i < shape->star) {
            index = machine_int(b, (int64_t)i);
        } else {
            IrOp *length = RT(b, len, VALUE(subject));
            IrOp *operands[] = {length, machine_int(b, (int64_t)(shape->count - i))};
            index = build_op(b, IR_I64_SUB, IR_TYPE_I64, operands, 2);
        }
        match_pattern(matcher, patterns->items[i],
                      RT(b, getitem_i64, VALUE(subject), VALUE(index)));
    }
}

static void match_sequence(Matcher *matcher, AstMatchSequence *node, IrOp *subject) {
    Builder *b = matcher->b;
    const AstNodes *patterns = &node->patterns;
    SequenceShape shape = sequence_shape(patterns);
    require(matcher, RT(b, match_sequence, VALUE(subject)));
    if (shape.star == shape.count)
        require_length(matcher, subject, COND_EQ, shape.count);
    else if (shape.count > 1)
        require_length(matcher, subject, COND_GE, shape.count - 1);
    if (shape.only_wildcards)
        return;
    if (shape.star_is_wildcard)
        match_subscripts(matcher, &node->base, patterns, &shape, subject);
    else
        match_unpacked(matcher, patterns, &shape, subject);
}

/* -- mappings -- */

/* The keys as a tuple: a constant if every key is one. */
static IrOp *mapping_keys(Matcher *matcher, const AstNodes *keys) {
    Builder *b = matcher->b;
    Arena *arena = b->program->arena;
    IrConstant **constants = ARENA_ARRAY(arena, IrConstant *, keys->count + 1);
    bool all_constant = true;
    for (size_t i = 0; i < keys->count && all_constant; i++) {
        constants[i] = build_fold(b, keys->items[i]);
        all_constant = constants[i] != NULL;
    }
    if (all_constant)
        return build_constant(
            b, ir_constant_tuple(b->module, constants, (uint32_t)keys->count, false));
    IrOp **values = ARENA_ARRAY(arena, IrOp *, keys->count + 1);
    for (size_t i = 0; i < keys->count; i++)
        values[i] = build_expr(b, keys->items[i]);
    return build_rt_array(b, RUNTIME_tuple, NULL, 0, values, (uint32_t)keys->count);
}

static void match_mapping(Matcher *matcher, AstMatchMapping *node, IrOp *subject) {
    Builder *b = matcher->b;
    size_t count = node->keys.count;
    require(matcher, RT(b, match_mapping, VALUE(subject)));
    if (!count && !node->rest)
        return;
    if (count)
        require_length(matcher, subject, COND_GE, count);
    IrOp *keys = mapping_keys(matcher, &node->keys);
    build_at(b, &node->base);
    if (count) {
        IrOp *values = RT(b, match_keys, VALUE(subject), VALUE(keys));
        require_not_none(matcher, values);
        for (size_t i = 0; i < count; i++) {
            if (is_wildcard(node->patterns.items[i]))
                continue;
            IrOp *value = RT(b, tuple_item, VALUE(values), IMMEDIATE((int64_t)i));
            match_pattern(matcher, node->patterns.items[i], value);
        }
        build_at(b, &node->base);
    }
    if (node->rest)
        capture(matcher, node->symbol, RT(b, match_rest, VALUE(subject), VALUE(keys)));
}

/* -- classes -- */

static IrOp *keyword_names(Builder *b, const NameList *names) {
    IrConstant **items = ARENA_ARRAY(b->program->arena, IrConstant *, names->count + 1);
    for (size_t i = 0; i < names->count; i++)
        items[i] = ir_constant_name(b->module, names->items[i]);
    return build_constant(b, ir_constant_tuple(b->module, items, (uint32_t)names->count, false));
}

static void match_attributes(Matcher *matcher, const AstNodes *patterns, IrOp *attributes,
                             size_t first) {
    Builder *b = matcher->b;
    for (size_t i = 0; i < patterns->count; i++) {
        if (is_wildcard(patterns->items[i]))
            continue;
        IrOp *attribute = RT(b, tuple_item, VALUE(attributes), IMMEDIATE((int64_t)(first + i)));
        match_pattern(matcher, patterns->items[i], attribute);
    }
}

static void match_class(Matcher *matcher, AstMatchClass *node, IrOp *subject) {
    Builder *b = matcher->b;
    IrOp *cls = build_expr(b, node->cls);
    build_at(b, &node->base);
    IrOp *names = keyword_names(b, &node->kwd_attrs);
    IrOp *attributes = RT(b, match_class, VALUE(subject), VALUE(cls),
                          IMMEDIATE((int64_t)node->patterns.count), VALUE(names));
    require_not_none(matcher, attributes);
    match_attributes(matcher, &node->patterns, attributes, 0);
    match_attributes(matcher, &node->kwd_patterns, attributes, node->patterns.count);
}

/* -- alternatives -- */

/* Where the alternatives of an or-pattern leave the value of one name. */
typedef struct Meeting {
    Symbol *symbol;
    IrLocal *local;
} Meeting;

/* Moves the captures from number `first` on to the locals of their names. The names are the same in
 * every alternative, their order may differ. */
static void move_captures(Matcher *matcher, size_t first, const Meeting *meetings) {
    for (size_t i = first; i < matcher->captures.count; i++) {
        const Capture *captured = &matcher->captures.items[i];
        const Meeting *meeting = meetings;
        while (meeting->symbol != captured->symbol)
            meeting++;
        build_local_set(matcher->b, meeting->local, captured->value);
    }
    matcher->captures.count = first;
}

/* One local for each name that the first alternative captured, in that order. */
static Meeting *new_meetings(Matcher *matcher, size_t first) {
    Builder *b = matcher->b;
    size_t count = matcher->captures.count - first;
    Meeting *meetings = ARENA_ARRAY(b->program->arena, Meeting, count + 1);
    for (size_t i = 0; i < count; i++)
        meetings[i] = (Meeting){matcher->captures.items[first + i].symbol, build_hidden(b)};
    return meetings;
}

static void match_or(Matcher *matcher, AstMatchOr *node, IrOp *subject) {
    Builder *b = matcher->b;
    IrBlock *outer_fail = matcher->fail, *matched = build_block(b);
    size_t first = matcher->captures.count, count = 0;
    Meeting *meetings = NULL;
    for (size_t i = 0; i < node->patterns.count; i++) {
        bool is_last = i + 1 == node->patterns.count;
        matcher->fail = is_last ? outer_fail : build_block(b);
        match_pattern(matcher, node->patterns.items[i], subject);
        if (i == 0) {
            count = matcher->captures.count - first;
            meetings = new_meetings(matcher, first);
        }
        move_captures(matcher, first, meetings);
        build_jump(b, matched);
        if (!is_last)
            b->block = matcher->fail;
    }
    matcher->fail = outer_fail;
    b->block = matched;
    for (size_t i = 0; i < count; i++)
        capture(matcher, meetings[i].symbol, build_local_get(b, meetings[i].local));
}

static void match_as(Matcher *matcher, AstMatchAs *node, IrOp *subject) {
    if (node->pattern)
        match_pattern(matcher, node->pattern, subject);
    capture(matcher, node->symbol, subject);
}

static void match_pattern(Matcher *matcher, AstNode *pattern, IrOp *subject) {
    build_at(matcher->b, pattern);
    switch (pattern->kind) {
    case AST_MatchValue:
        match_value(matcher, AST_CAST(MatchValue, pattern), subject);
        break;
    case AST_MatchSingleton:
        match_singleton(matcher, AST_CAST(MatchSingleton, pattern), subject);
        break;
    case AST_MatchSequence:
        match_sequence(matcher, AST_CAST(MatchSequence, pattern), subject);
        break;
    case AST_MatchMapping:
        match_mapping(matcher, AST_CAST(MatchMapping, pattern), subject);
        break;
    case AST_MatchClass:
        match_class(matcher, AST_CAST(MatchClass, pattern), subject);
        break;
    case AST_MatchStar: /* the list is a part of what the sequence unpacked to */
        capture(matcher, AST_CAST(MatchStar, pattern)->symbol, subject);
        break;
    case AST_MatchOr:
        match_or(matcher, AST_CAST(MatchOr, pattern), subject);
        break;
    default:
        match_as(matcher, AST_CAST(MatchAs, pattern), subject);
    }
}

/* -- cases -- */

/* The last pattern takes the subject apart; all before it work on a reference of their own, which
 * `keeps_subject` says, and which ends when the names are bound and the guard holds. */
static void build_case(Builder *b, AstMatchCase *node, IrOp *subject, IrBlock *next,
                       bool keeps_subject) {
    Matcher matcher = {.b = b, .fail = next};
    match_pattern(&matcher, node->pattern, subject);
    for (size_t i = 0; i < matcher.captures.count; i++)
        build_store(b, matcher.captures.items[i].symbol, matcher.captures.items[i].value);
    if (node->guard) {
        IrBlock *body = build_block(b);
        build_at(b, node->pattern);
        build_condition(b, node->guard, body, next);
        b->block = body;
    }
    if (keeps_subject)
        build_keep(b, subject);
    build_body(b, &node->body);
}

/* How many cases have a pattern that is tried: a last `case _` after others is not. */
static size_t tried_patterns(const AstMatch *node) {
    size_t count = node->cases.count;
    const AstMatchCase *last = AST_CAST(MatchCase, node->cases.items[count - 1]);
    return count > 1 && is_wildcard(last->pattern) ? count - 1 : count;
}

void build_match(Builder *b, AstMatch *node) {
    IrOp *subject = build_expr(b, node->subject);
    IrBlock *end = build_block(b);
    size_t tried = tried_patterns(node);
    for (size_t i = 0; i < node->cases.count; i++) {
        IrBlock *next = build_block(b);
        build_case(b, AST_CAST(MatchCase, node->cases.items[i]), subject, next, i + 1 < tried);
        build_jump(b, end);
        b->block = next;
    }
    build_start(b, end);
}
