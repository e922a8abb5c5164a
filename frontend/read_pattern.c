/*
 * read_pattern.c — match statements and their patterns (see read.h).
 */
#include "read.h"

static AstNode *read_pattern(Reader *reader, const Cst *cst);

/* A pattern in the making: the grammar hides some pattern rules, so that a negative number is two
 * sibling nodes. `next` is the first sibling that does not belong to the pattern. */
typedef struct Piece {
    AstNode *pattern;
    const Cst *next;
} Piece;

static AstNode *match_value(Reader *reader, AstNode *value) {
    AstMatchValue *node = READ_NEW(reader, MatchValue, value->range);
    node->value = value;
    return &node->base;
}

static AstNode *negate(Reader *reader, const Cst *minus, AstNode *number) {
    AstUnaryOp *node = READ_NEW(reader, UnaryOp, range_join(minus->range, number->range));
    node->op = OP_USub;
    node->operand = number;
    return &node->base;
}

/* `-1 + 2j`: an optional minus, a number, a sign, a number. */
static AstNode *read_complex(Reader *reader, const Cst *cst) {
    const Cst *kid = cst->child;
    const Cst *minus = cst_is_token(reader, kid, "-") ? kid : NULL;
    if (minus)
        kid = kid->next;
    AstNode *real = read_number(reader, kid);
    AstBinOp *node = READ_NEW(reader, BinOp, cst->range);
    node->left = minus ? negate(reader, minus, real) : real;
    node->op = cst_is_token(reader, kid->next, "-") ? OP_Sub : OP_Add;
    node->right = read_number(reader, kid->next->next);
    return &node->base;
}

static AstNode *match_as(Reader *reader, Range range, AstNode *pattern, const Name *name) {
    AstMatchAs *node = READ_NEW(reader, MatchAs, range);
    node->pattern = pattern;
    node->name = name;
    return &node->base;
}

/* The captured name of `cst`; NULL for `_`. */
static const Name *capture_name(Reader *reader, const Cst *cst) {
    if (cst->end - cst->start == 1 && reader->text[cst->start] == '_')
        return NULL;
    return read_name(reader, cst);
}

static AstNode *read_capture_or_value(Reader *reader, const Cst *dotted) {
    if (dotted->child && dotted->child->next)
        return match_value(reader, read_dotted(reader, dotted));
    return match_as(reader, dotted->range, NULL, capture_name(reader, dotted));
}

static AstNode *read_star_pattern(Reader *reader, const Cst *cst) {
    AstMatchStar *node = READ_NEW(reader, MatchStar, cst->range);
    node->name = capture_name(reader, cst->child->next);
    return &node->base;
}

static AstNode *read_singleton(Reader *reader, const Cst *cst) {
    AstMatchSingleton *node = READ_NEW(reader, MatchSingleton, cst->range);
    node->value.kind = cst->kind == CST_TRUE    ? CONST_TRUE
                       : cst->kind == CST_FALSE ? CONST_FALSE
                                                : CONST_NONE;
    return &node->base;
}

static bool is_separator(const Reader *reader, const Cst *cst) {
    return cst->kind == CST_TOKEN && !cst_is_token(reader, cst, "-") &&
           !cst_is_token(reader, cst, "_");
}

static const Cst *skip_separators(const Reader *reader, const Cst *cst) {
    while (cst && is_separator(reader, cst))
        cst = cst->next;
    return cst;
}

/* The pattern that starts at `cst`, a child of a node that holds patterns. */
static Piece read_piece(Reader *reader, const Cst *cst) {
    if (cst_is_token(reader, cst, "-"))
        return (Piece){match_value(reader, negate(reader, cst, read_number(reader, cst->next))),
                       cst->next->next};
    return (Piece){read_pattern(reader, cst), cst->next};
}

static AstNodes read_pieces(Reader *reader, const Cst *first) {
    NodeVec patterns = {0};
    for (const Cst *kid = skip_separators(reader, first); kid; kid = skip_separators(reader, kid)) {
        Piece piece = read_piece(reader, kid);
        VEC_PUSH(reader->arena, &patterns, piece.pattern);
        kid = piece.next;
    }
    return read_nodes(patterns);
}

static AstNode *read_or(Reader *reader, const Cst *cst) {
    AstMatchOr *node = READ_NEW(reader, MatchOr, cst->range);
    node->patterns = read_pieces(reader, cst->child);
    return &node->base;
}

static AstNode *read_sequence(Reader *reader, const Cst *cst) {
    AstNodes patterns = read_pieces(reader, cst->child);
    bool group = cst->kind == CST_TUPLE_PATTERN && patterns.count == 1 &&
                 !cst_has_token(reader, cst, ",") && patterns.items[0]->kind != AST_MatchStar;
    if (group)
        return patterns.items[0];
    AstMatchSequence *node = READ_NEW(reader, MatchSequence, cst->range);
    node->patterns = patterns;
    return &node->base;
}

/* A key is a value pattern; the mapping keeps the value expression. */
static AstNode *key_expression(Reader *reader, AstNode *pattern) {
    if (pattern->kind == AST_MatchValue)
        return AST_CAST(MatchValue, pattern)->value;
    AstConstant *node = READ_NEW(reader, Constant, pattern->range);
    if (pattern->kind == AST_MatchSingleton)
        node->value = AST_CAST(MatchSingleton, pattern)->value;
    return &node->base;
}

static AstNode *read_mapping(Reader *reader, const Cst *cst) {
    AstMatchMapping *node = READ_NEW(reader, MatchMapping, cst->range);
    NodeVec keys = {0}, patterns = {0};
    const Cst *kid = skip_separators(reader, cst->child);
    while (kid) {
        if (kid->kind == CST_SPLAT_PATTERN) {
            node->rest = read_name(reader, kid->child->next);
            kid = skip_separators(reader, kid->next);
            continue;
        }
        Piece key = read_piece(reader, kid);
        Piece value = read_piece(reader, skip_separators(reader, key.next));
        VEC_PUSH(reader->arena, &keys, key_expression(reader, key.pattern));
        VEC_PUSH(reader->arena, &patterns, value.pattern);
        kid = skip_separators(reader, value.next);
    }
    node->keys = read_nodes(keys);
    node->patterns = read_nodes(patterns);
    return &node->base;
}

/* `name=pattern` among the arguments of a class pattern, or NULL. `C(x=1 as y)` has the as outside.
 */
static const Cst *keyword_of(const Cst *case_pattern) {
    const Cst *inner = case_pattern->child;
    if (inner->kind == CST_AS_PATTERN && inner->child->kind == CST_CASE_PATTERN)
        inner = inner->child->child;
    return inner->kind == CST_KEYWORD_PATTERN ? inner : NULL;
}

static AstNode *read_class_pattern(Reader *reader, const Cst *cst) {
    AstMatchClass *node = READ_NEW(reader, MatchClass, cst->range);
    NodeVec patterns = {0}, keyword_patterns = {0};
    VEC(const Name *) attributes = {0};
    node->cls = read_dotted(reader, cst->child);
    for (const Cst *kid = cst->child->next; kid; kid = kid->next) {
        if (kid->kind != CST_CASE_PATTERN)
            continue;
        const Cst *keyword = keyword_of(kid);
        if (keyword) {
            VEC_PUSH(reader->arena, &attributes, read_name(reader, keyword->child));
            VEC_PUSH(reader->arena, &keyword_patterns, read_pattern(reader, kid));
        } else {
            VEC_PUSH(reader->arena, &patterns, read_pattern(reader, kid));
        }
    }
    node->patterns = read_nodes(patterns);
    node->kwd_attrs = (NameList){attributes.items, attributes.count};
    node->kwd_patterns = read_nodes(keyword_patterns);
    return &node->base;
}

static AstNode *read_as(Reader *reader, const Cst *cst) {
    const Cst *inner = cst->child;
    const Cst *name = cst_find(cst, CST_IDENTIFIER);
    AstNode *pattern = read_pattern(reader, inner);
    bool keyword = inner->kind == CST_CASE_PATTERN && inner->child->kind == CST_KEYWORD_PATTERN;
    Range range = keyword ? range_join(pattern->range, cst->range) : cst->range;
    return match_as(reader, range, pattern, read_name(reader, name));
}

/* The value of `name=pattern`; the name is read_class_pattern's. */
static AstNode *read_keyword_value(Reader *reader, const Cst *cst) {
    return read_piece(reader, skip_separators(reader, cst->child->next)).pattern;
}

static AstNode *read_pattern_kind(Reader *reader, const Cst *cst) {
    switch (cst->kind) {
    case CST_CASE_PATTERN:
        return read_piece(reader, cst->child).pattern;
    case CST_AS_PATTERN:
        return read_as(reader, cst);
    case CST_KEYWORD_PATTERN:
        return read_keyword_value(reader, cst);
    case CST_UNION_PATTERN:
        return read_or(reader, cst);
    case CST_LIST_PATTERN:
    case CST_TUPLE_PATTERN:
        return read_sequence(reader, cst);
    case CST_DICT_PATTERN:
        return read_mapping(reader, cst);
    case CST_CLASS_PATTERN:
        return read_class_pattern(reader, cst);
    case CST_SPLAT_PATTERN:
        return read_star_pattern(reader, cst);
    case CST_COMPLEX_PATTERN:
        return match_value(reader, read_complex(reader, cst));
    case CST_DOTTED_NAME:
        return read_capture_or_value(reader, cst);
    case CST_TRUE:
    case CST_FALSE:
    case CST_NONE:
        return read_singleton(reader, cst);
    case CST_TOKEN: /* `_` */
        return match_as(reader, cst->range, NULL, NULL);
    case CST_INTEGER:
    case CST_FLOAT:
    case CST_STRING:
    case CST_CONCATENATED_STRING:
        return match_value(reader, read_expression(reader, cst));
    default:
        return read_failure(reader, cst);
    }
}

static AstNode *read_pattern(Reader *reader, const Cst *cst) {
    if (!read_enter(reader, cst))
        return read_failure(reader, cst);
    AstNode *node = read_pattern_kind(reader, cst);
    read_leave(reader);
    return node;
}

/* The pattern of a case clause: several, or one with a comma, are a sequence. */
static AstNode *read_case_pattern(Reader *reader, const Cst *clause) {
    const Cst *first = cst_find(clause, CST_CASE_PATTERN), *last = first;
    NodeVec patterns = {0};
    bool comma = false;
    for (const Cst *kid = first; kid && (kid->kind == CST_CASE_PATTERN || kid->kind == CST_TOKEN);
         kid = kid->next) {
        if (kid->kind == CST_CASE_PATTERN)
            VEC_PUSH(reader->arena, &patterns, read_pattern(reader, kid));
        else if (cst_is_token(reader, kid, ","))
            comma = true;
        else
            break;
        last = kid;
    }
    if (!comma)
        return patterns.items[0];
    AstMatchSequence *node = READ_NEW(reader, MatchSequence, range_join(first->range, last->range));
    node->patterns = read_nodes(patterns);
    return &node->base;
}

static AstNode *read_case(Reader *reader, const Cst *cst) {
    AstMatchCase *node = READ_NEW(reader, MatchCase, cst->range);
    const Cst *guard = cst_field(cst, FIELD_GUARD);
    node->pattern = read_case_pattern(reader, cst);
    node->guard = guard ? read_expression(reader, cst_skip_tokens(guard->child)) : NULL;
    node->body = read_block(reader, cst_field(cst, FIELD_CONSEQUENCE));
    node->base.range = range_to_end_of(cst->range, node->body);
    return &node->base;
}

/* The subject: several expressions, or one with a comma, are a tuple. */
static AstNode *read_subject(Reader *reader, const Cst *first) {
    NodeVec elements = {0};
    const Cst *last = first;
    bool comma = false;
    for (const Cst *kid = first; kid; kid = kid->next) {
        if (kid->field == FIELD_SUBJECT)
            VEC_PUSH(reader->arena, &elements, read_element(reader, kid));
        else if (cst_is_token(reader, kid, ","))
            comma = true;
        else
            break;
        last = kid;
    }
    if (!comma)
        return elements.items[0];
    AstTuple *tuple = READ_NEW(reader, Tuple, range_join(read_range(reader, first), last->range));
    tuple->elts = read_nodes(elements);
    tuple->ctx = OP_Load;
    return &tuple->base;
}

AstNode *read_match(Reader *reader, const Cst *cst) {
    AstMatch *node = READ_NEW(reader, Match, cst->range);
    node->subject = read_subject(reader, cst_field(cst, FIELD_SUBJECT));
    const Cst *body = cst_field(cst, FIELD_BODY);
    NodeVec cases = {0};
    for (const Cst *kid = body ? body->child : NULL; kid; kid = kid->next)
        if (kid->kind == CST_CASE_CLAUSE)
            VEC_PUSH(reader->arena, &cases, read_case(reader, kid));
    node->cases = read_nodes(cases);
    if (cases.count) /* a case has no range in CPython; the statement ends with its last body */
        node->base.range = range_join(cst->range, cases.items[cases.count - 1]->range);
    return &node->base;
}
