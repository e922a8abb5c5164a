/*
 * read_expr.c — expressions, targets, parameters and arguments (see read.h).
 */
#include "read.h"

#include <string.h>

typedef VEC(AstOperator) OperatorVec;

const char *read_star_before(const Reader *reader, const Cst *cst) {
    for (uint32_t at = cst->start; at-- > 0;) {
        char original = reader->text[at];
        if (original == '*' && reader->masked[at] == ' ')
            return reader->text + at;
        if (!strchr(" \t\n\f\\", original))
            break;
    }
    return NULL;
}

/* ---- names and dotted names ---- */

AstNode *read_identifier(Reader *reader, const Cst *cst) {
    AstName *name = READ_NEW(reader, Name, cst->range);
    name->id = read_name(reader, cst);
    name->ctx = OP_Load;
    return &name->base;
}

AstNode *read_dotted(Reader *reader, const Cst *dotted_name) {
    const Cst *part = dotted_name->child;
    AstNode *node = read_identifier(reader, part);
    for (part = cst_skip_tokens(part->next); part; part = cst_skip_tokens(part->next)) {
        AstAttribute *attribute =
            READ_NEW(reader, Attribute, range_join(dotted_name->range, part->range));
        attribute->value = node;
        attribute->attr = read_name(reader, part);
        attribute->ctx = OP_Load;
        node = &attribute->base;
    }
    return node;
}

/* ---- operators ---- */

typedef struct OperatorRow {
    const char *text;
    AstOperator op;
    int priority; /* of binary operators */
} OperatorRow;

static const OperatorRow binary_rows[] = {
    {"|", OP_BitOr, 1},   {"^", OP_BitXor, 2}, {"&", OP_BitAnd, 3}, {"<<", OP_LShift, 4},
    {">>", OP_RShift, 4}, {"+", OP_Add, 5},    {"-", OP_Sub, 5},    {"*", OP_Mult, 6},
    {"@", OP_MatMult, 6}, {"/", OP_Div, 6},    {"%", OP_Mod, 6},    {"//", OP_FloorDiv, 6},
    {"**", OP_Pow, 7},
};

static const OperatorRow *binary_row(Reader *reader, const Cst *token) {
    for (size_t i = 0; i < sizeof binary_rows / sizeof *binary_rows; i++)
        if (cst_is_token(reader, token, binary_rows[i].text))
            return &binary_rows[i];
    return NULL;
}

/* The operator of a binary_operator or union_type node that is not a power, else NULL. */
static const OperatorRow *chain_operator(Reader *reader, const Cst *cst) {
    if (cst->kind != CST_BINARY_OPERATOR && cst->kind != CST_UNION_TYPE)
        return NULL;
    const OperatorRow *row = binary_row(reader, cst->child->next);
    return row && row->op != OP_Pow ? row : NULL;
}

/* A chain of binary operators in source order, whatever tree the grammar made of it. */
typedef struct Chain {
    VEC(const Cst *) operands;
    VEC(const OperatorRow *) operators;
} Chain;

static const Cst *without_type(const Cst *cst) {
    while (cst->kind == CST_TYPE)
        cst = cst->child;
    return cst;
}

static void flatten_chain(Reader *reader, Chain *chain, const Cst *cst) {
    VEC(const Cst *) spine = {0};
    cst = without_type(cst);
    while (chain_operator(reader, cst)) {
        VEC_PUSH(reader->arena, &spine, cst);
        cst = without_type(cst->child);
    }
    VEC_PUSH(reader->arena, &chain->operands, cst);
    while (spine.count > 0) {
        const Cst *node = spine.items[--spine.count];
        const Cst *right = node->child->next->next;
        VEC_PUSH(reader->arena, &chain->operators, chain_operator(reader, node));
        flatten_chain(reader, chain, right); /* deep only through ^ and & */
    }
}

/* An operand with the range it takes in the source, parentheses included. */
typedef struct Operand {
    AstNode *node;
    Range range;
} Operand;

static Operand join_operands(Reader *reader, Operand left, AstOperator op, Operand right) {
    AstBinOp *node = READ_NEW(reader, BinOp, range_join(left.range, right.range));
    node->left = left.node;
    node->op = op;
    node->right = right.node;
    return (Operand){&node->base, node->base.range};
}

/* Operator precedence over the flat chain: everything from operand `*at` on that binds at least as
 * tightly as `priority`. */
static Operand climb_chain(Reader *reader, const Chain *chain, size_t *at, int priority) {
    const Cst *first = chain->operands.items[*at];
    Operand left = {read_expression(reader, first), first->range};
    while (*at < chain->operators.count && chain->operators.items[*at]->priority >= priority) {
        const OperatorRow *row = chain->operators.items[(*at)++];
        left =
            join_operands(reader, left, row->op, climb_chain(reader, chain, at, row->priority + 1));
    }
    return left;
}

static AstNode *read_binary(Reader *reader, const Cst *cst) {
    if (!chain_operator(reader, cst)) {
        const Cst *left = cst->child, *right = left->next->next;
        Operand base = {read_expression(reader, left), left->range};
        Operand exponent = {read_expression(reader, right), right->range};
        return join_operands(reader, base, OP_Pow, exponent).node;
    }
    Chain chain = {0};
    size_t at = 0;
    flatten_chain(reader, &chain, cst);
    int depth = reader->depth;
    reader->depth +=
        (int)(chain.operands.count < MAX_TREE_DEPTH ? chain.operands.count : MAX_TREE_DEPTH);
    AstNode *node = climb_chain(reader, &chain, &at, 0).node;
    reader->depth = depth;
    return node;
}

static AstNode *read_unary(Reader *reader, const Cst *cst) {
    AstUnaryOp *node = READ_NEW(reader, UnaryOp, cst->range);
    switch (reader->text[cst->start]) {
    case '-':
        node->op = OP_USub;
        break;
    case '+':
        node->op = OP_UAdd;
        break;
    case '~':
        node->op = OP_Invert;
        break;
    default:
        node->op = OP_Not;
    }
    node->operand = read_expression(reader, cst_skip_tokens(cst->child));
    return &node->base;
}

/* `await x ** y` is `(await x) ** y`; the grammar has it the other way round. */
static AstNode *read_await(Reader *reader, const Cst *cst) {
    const Cst *operand = cst_skip_tokens(cst->child);
    const Cst *power = operand->kind == CST_BINARY_OPERATOR ? operand : NULL;
    const Cst *awaited = power ? power->child : operand;
    AstAwait *node = READ_NEW(reader, Await, range_join(cst->range, awaited->range));
    node->value = read_expression(reader, awaited);
    if (!power)
        return &node->base;
    const Cst *right = awaited->next->next;
    Operand base = {&node->base, node->base.range};
    return join_operands(reader, base, OP_Pow,
                         (Operand){read_expression(reader, right), right->range})
        .node;
}

static AstOperator boolean_kind(const Reader *reader, const Cst *cst) {
    return reader->text[cst->child->next->start] == 'a' ? OP_And : OP_Or;
}

/* `a and b and c` is one node with three values. */
static AstNode *read_boolean(Reader *reader, const Cst *cst) {
    AstBoolOp *node = READ_NEW(reader, BoolOp, cst->range);
    node->op = boolean_kind(reader, cst);
    VEC(const Cst *) operands = {0};
    const Cst *left = cst;
    while (left->kind == CST_BOOLEAN_OPERATOR && boolean_kind(reader, left) == node->op) {
        VEC_PUSH(reader->arena, &operands, left->child->next->next);
        left = left->child;
    }
    NodeVec values = {0};
    VEC_PUSH(reader->arena, &values, read_expression(reader, left));
    while (operands.count > 0)
        VEC_PUSH(reader->arena, &values, read_expression(reader, operands.items[--operands.count]));
    node->values = read_nodes(values);
    return &node->base;
}

static AstOperator comparison_operator(const Reader *reader, const Cst *token) {
    const char *text = reader->text + token->start;
    uint32_t size = token->end - token->start;
    switch (text[0]) {
    case '<':
        return size == 1 ? OP_Lt : text[1] == '>' ? OP_NotEq : OP_LtE;
    case '>':
        return size == 1 ? OP_Gt : OP_GtE;
    case '=':
        return OP_Eq;
    case '!':
        return OP_NotEq;
    case 'n':
        return OP_NotIn;
    default:
        if (text[1] == 'n')
            return OP_In;
        return size == 2 ? OP_Is : OP_IsNot;
    }
}

static AstNode *read_comparison(Reader *reader, const Cst *cst) {
    AstCompare *node = READ_NEW(reader, Compare, cst->range);
    OperatorVec ops = {0};
    NodeVec comparators = {0};
    node->left = read_expression(reader, cst->child);
    for (const Cst *kid = cst->child->next; kid; kid = kid->next) {
        if (kid->field == FIELD_OPERATORS)
            VEC_PUSH(reader->arena, &ops, comparison_operator(reader, kid));
        else
            VEC_PUSH(reader->arena, &comparators, read_expression(reader, kid));
    }
    node->ops = (OperatorList){ops.items, ops.count};
    node->comparators = read_nodes(comparators);
    return &node->base;
}

static AstNode *read_named(Reader *reader, const Cst *cst) {
    AstNamedExpr *node = READ_NEW(reader, NamedExpr, cst->range);
    node->target = read_target(reader, cst_field(cst, FIELD_NAME), OP_Store);
    node->value = read_expression(reader, cst_field(cst, FIELD_VALUE));
    return &node->base;
}

/* `x := a if b else c` assigns the conditional; the grammar has it the other way round. */
static AstNode *read_conditional(Reader *reader, const Cst *cst) {
    const Cst *body = cst->child;
    const Cst *test = cst_skip_tokens(body->next);
    const Cst *orelse = cst_skip_tokens(test->next);
    const Cst *named = body->kind == CST_NAMED_EXPRESSION ? body : NULL;
    if (named)
        body = cst_field(named, FIELD_VALUE);
    AstIfExp *node = READ_NEW(reader, IfExp, range_join(body->range, cst->range));
    node->test = read_expression(reader, test);
    node->body = read_expression(reader, body);
    node->orelse = read_expression(reader, orelse);
    if (!named)
        return &node->base;
    AstNamedExpr *outer = READ_NEW(reader, NamedExpr, cst->range);
    outer->target = read_target(reader, cst_field(named, FIELD_NAME), OP_Store);
    outer->value = &node->base;
    return &outer->base;
}

/* ---- displays and comprehensions ---- */

/* A star that the syntax checker left in place. */
static AstNode *read_starred(Reader *reader, const Cst *cst) {
    AstStarred *node = READ_NEW(reader, Starred, cst->range);
    node->value = read_expression(reader, cst_skip_tokens(cst->child));
    node->ctx = OP_Load;
    return &node->base;
}

Range read_range(const Reader *reader, const Cst *cst) {
    const char *star = read_star_before(reader, cst);
    if (!star)
        return cst->range;
    uint32_t at = (uint32_t)(star - reader->text), line = cst->range.line;
    while (line > 1 && reader->source->line_starts[line - 1] > at)
        line--;
    Range start = {line, at - reader->source->line_starts[line - 1], 0, 0};
    return range_join(start, cst->range);
}

AstNode *read_element(Reader *reader, const Cst *cst) {
    AstNode *value = read_expression(reader, cst);
    if (!read_star_before(reader, cst))
        return value;
    AstStarred *node = READ_NEW(reader, Starred, read_range(reader, cst));
    node->value = value;
    node->ctx = OP_Load;
    return &node->base;
}

static AstNodes read_elements(Reader *reader, const Cst *first) {
    NodeVec elements = {0};
    for (const Cst *kid = cst_skip_tokens(first); kid; kid = cst_skip_tokens(kid->next))
        VEC_PUSH(reader->arena, &elements, read_element(reader, kid));
    return read_nodes(elements);
}

static AstNode *read_tuple(Reader *reader, const Cst *first, Range range) {
    AstTuple *node = READ_NEW(reader, Tuple, range);
    node->elts = read_elements(reader, first);
    node->ctx = OP_Load;
    return &node->base;
}

AstNode *read_expression_or_tuple(Reader *reader, const Cst *first, Range whole) {
    if (first->kind == CST_EXPRESSION_LIST || first->kind == CST_PATTERN_LIST)
        return read_tuple(reader, first->child,
                          range_join(read_range(reader, first->child), first->range));
    for (const Cst *kid = first->next; kid; kid = kid->next)
        if (cst_is_token(reader, kid, ","))
            return read_tuple(reader, first, whole);
    return read_element(reader, first);
}

/* A parenthesised target: `(a)` is `a`, `(a,)` a tuple. */
static AstNode *read_tuple_pattern(Reader *reader, const Cst *cst) {
    const Cst *only = cst_skip_tokens(cst->child);
    if (only && !cst_skip_tokens(only->next) && !cst_has_token(reader, cst, ","))
        return read_expression(reader, only);
    return read_tuple(reader, cst->child, cst->range);
}

static AstNode *read_list(Reader *reader, const Cst *cst) {
    AstList *node = READ_NEW(reader, List, cst->range);
    node->elts = read_elements(reader, cst->child);
    node->ctx = OP_Load;
    return &node->base;
}

static AstNode *read_set(Reader *reader, const Cst *cst) {
    AstSet *node = READ_NEW(reader, Set, cst->range);
    node->elts = read_elements(reader, cst->child);
    return &node->base;
}

static AstNode *read_dict(Reader *reader, const Cst *cst) {
    AstDict *node = READ_NEW(reader, Dict, cst->range);
    NodeVec keys = {0}, values = {0};
    for (const Cst *kid = cst_skip_tokens(cst->child); kid; kid = cst_skip_tokens(kid->next)) {
        AstNode *key = NULL;
        const Cst *value = cst_skip_tokens(kid->child);
        if (kid->kind == CST_PAIR) {
            key = read_expression(reader, cst_field(kid, FIELD_KEY));
            value = cst_field(kid, FIELD_VALUE);
        }
        VEC_PUSH(reader->arena, &keys, key);
        VEC_PUSH(reader->arena, &values, read_expression(reader, value));
    }
    node->keys = read_nodes(keys);
    node->values = read_nodes(values);
    return &node->base;
}

/* The for and if clauses of a comprehension. Each for nests in the one before. */
static AstNodes read_generators(Reader *reader, const Cst *comprehension) {
    NodeVec generators = {0}, ifs = {0};
    AstComprehension *last = NULL;
    int depth = reader->depth;
    for (const Cst *kid = comprehension->child; kid; kid = kid->next) {
        if (kid->kind == CST_FOR_IN_CLAUSE) {
            if (!read_enter(reader, kid))
                break;
            last = READ_NEW(reader, Comprehension, kid->range);
            last->is_async = cst_is_token(reader, kid->child, "async");
            last->target = read_target(reader, cst_field(kid, FIELD_LEFT), OP_Store);
            last->iter = read_expression(reader, cst_field(kid, FIELD_RIGHT));
            VEC_PUSH(reader->arena, &generators, &last->base);
            ifs = (NodeVec){0};
        } else if (kid->kind == CST_IF_CLAUSE && last) {
            VEC_PUSH(reader->arena, &ifs, read_expression(reader, cst_skip_tokens(kid->child)));
            last->ifs = read_nodes(ifs);
        }
    }
    reader->depth = depth;
    return read_nodes(generators);
}

static AstNode *read_dict_comprehension(Reader *reader, const Cst *cst) {
    AstDictComp *node = READ_NEW(reader, DictComp, cst->range);
    const Cst *pair = cst_field(cst, FIELD_BODY);
    node->key = read_expression(reader, cst_field(pair, FIELD_KEY));
    node->value = read_expression(reader, cst_field(pair, FIELD_VALUE));
    node->generators = read_generators(reader, cst);
    return &node->base;
}

static AstNode *read_comprehension(Reader *reader, const Cst *cst) {
    AstNode *element = read_expression(reader, cst_field(cst, FIELD_BODY));
    AstNodes generators = read_generators(reader, cst);
    if (cst->kind == CST_LIST_COMPREHENSION) {
        AstListComp *node = READ_NEW(reader, ListComp, cst->range);
        node->elt = element;
        node->generators = generators;
        return &node->base;
    }
    if (cst->kind == CST_SET_COMPREHENSION) {
        AstSetComp *node = READ_NEW(reader, SetComp, cst->range);
        node->elt = element;
        node->generators = generators;
        return &node->base;
    }
    AstGeneratorExp *node = READ_NEW(reader, GeneratorExp, cst->range);
    node->elt = element;
    node->generators = generators;
    return &node->base;
}

/* ---- calls, attributes, subscripts ---- */

static AstNode *read_keyword(Reader *reader, const Cst *cst) {
    AstKeyword *node = READ_NEW(reader, Keyword, cst->range);
    if (cst->kind == CST_KEYWORD_ARGUMENT) {
        node->arg = read_name(reader, cst_field(cst, FIELD_NAME));
        node->value = read_expression(reader, cst_field(cst, FIELD_VALUE));
    } else {
        node->value = read_expression(reader, cst_skip_tokens(cst->child));
    }
    return &node->base;
}

void read_call_arguments(Reader *reader, const Cst *list, AstNodes *args, AstNodes *keywords) {
    NodeVec positional = {0}, named = {0};
    for (const Cst *kid = cst_skip_tokens(list->child); kid; kid = cst_skip_tokens(kid->next)) {
        if (kid->kind == CST_KEYWORD_ARGUMENT || kid->kind == CST_DICTIONARY_SPLAT)
            VEC_PUSH(reader->arena, &named, read_keyword(reader, kid));
        else
            VEC_PUSH(reader->arena, &positional, read_element(reader, kid));
    }
    *args = read_nodes(positional);
    *keywords = read_nodes(named);
}

static AstNode *read_call(Reader *reader, const Cst *cst) {
    AstCall *node = READ_NEW(reader, Call, cst->range);
    node->func = read_expression(reader, cst_field(cst, FIELD_FUNCTION));
    const Cst *arguments = cst_field(cst, FIELD_ARGUMENTS);
    if (arguments->kind == CST_GENERATOR_EXPRESSION) {
        NodeVec args = {0};
        VEC_PUSH(reader->arena, &args, read_expression(reader, arguments));
        node->args = read_nodes(args);
    } else {
        read_call_arguments(reader, arguments, &node->args, &node->keywords);
    }
    return &node->base;
}

static AstNode *read_attribute(Reader *reader, const Cst *cst) {
    AstAttribute *node = READ_NEW(reader, Attribute, cst->range);
    const Cst *object = cst->child;
    const Cst *name = cst_skip_tokens(object->next);
    node->value = read_expression(reader, object);
    node->attr = read_name(reader, name);
    node->ctx = OP_Load;
    return &node->base;
}

static AstNode *read_slice(Reader *reader, const Cst *cst) {
    AstSlice *node = READ_NEW(reader, Slice, cst->range);
    AstNode **parts[] = {&node->lower, &node->upper, &node->step};
    size_t part = 0;
    for (const Cst *kid = cst->child; kid; kid = kid->next) {
        if (kid->kind == CST_TOKEN)
            part++;
        else if (part < 3)
            *parts[part] = read_expression(reader, kid);
    }
    return &node->base;
}

/* The index between the brackets `[` ... `]`, which are among the siblings from `open` on. */
static AstNode *read_index(Reader *reader, const Cst *open) {
    const Cst *first = cst_skip_tokens(open), *last = first;
    bool comma = false;
    for (const Cst *kid = first->next; kid && !cst_is_token(reader, kid, "]"); kid = kid->next) {
        comma |= cst_is_token(reader, kid, ",");
        last = kid;
    }
    AstNode *index = read_element(reader, first);
    if (!comma && index->kind != AST_Starred)
        return index;
    return read_tuple(reader, first, range_join(index->range, last->range));
}

static AstNode *read_subscript(Reader *reader, const Cst *cst) {
    AstSubscript *node = READ_NEW(reader, Subscript, cst->range);
    const Cst *value = cst->child;
    node->value = read_expression(reader, value);
    node->slice = read_index(reader, value->next);
    node->ctx = OP_Load;
    return &node->base;
}

/* ---- functions ---- */

static AstNode *read_parameter_name(Reader *reader, const Cst *cst, const Cst *annotation) {
    if (cst->kind == CST_LIST_SPLAT_PATTERN || cst->kind == CST_DICTIONARY_SPLAT_PATTERN)
        cst = cst_skip_tokens(cst->child);
    AstArg *arg = READ_NEW(reader, Arg, cst->range);
    arg->arg = read_name(reader, cst);
    if (annotation) {
        arg->annotation = read_element(reader, annotation);
        arg->base.range = range_join(cst->range, annotation->range);
    }
    return &arg->base;
}

typedef struct Parameters {
    AstArguments *node;
    NodeVec positional, defaults, keyword_only, keyword_defaults;
    bool after_star;
} Parameters;

static void add_parameter(Reader *reader, Parameters *parameters, AstNode *arg, const Cst *value) {
    AstNode *given = value ? read_expression(reader, value) : NULL;
    if (parameters->after_star) {
        VEC_PUSH(reader->arena, &parameters->keyword_only, arg);
        VEC_PUSH(reader->arena, &parameters->keyword_defaults, given);
        return;
    }
    VEC_PUSH(reader->arena, &parameters->positional, arg);
    if (given)
        VEC_PUSH(reader->arena, &parameters->defaults, given);
}

static void read_parameter(Reader *reader, Parameters *parameters, const Cst *cst) {
    const Cst *annotation = cst_field(cst, FIELD_TYPE);
    const Cst *name = cst;
    if (cst->kind == CST_TYPED_PARAMETER || cst->kind == CST_DEFAULT_PARAMETER ||
        cst->kind == CST_TYPED_DEFAULT_PARAMETER)
        name = cst->child;
    switch (name->kind) {
    case CST_POSITIONAL_SEPARATOR:
        parameters->node->posonlyargs = read_nodes(parameters->positional);
        parameters->positional = (NodeVec){0};
        break;
    case CST_KEYWORD_SEPARATOR:
        parameters->after_star = true;
        break;
    case CST_LIST_SPLAT_PATTERN:
        parameters->node->vararg = read_parameter_name(reader, name, annotation);
        parameters->after_star = true;
        break;
    case CST_DICTIONARY_SPLAT_PATTERN:
        parameters->node->kwarg = read_parameter_name(reader, name, annotation);
        break;
    case CST_IDENTIFIER:
        add_parameter(reader, parameters, read_parameter_name(reader, name, annotation),
                      cst_field(cst, FIELD_VALUE));
        break;
    default:
        read_failure(reader, cst);
    }
}

AstNode *read_arguments(Reader *reader, const Cst *list) {
    Parameters parameters = {0};
    Range range = list ? list->range : (Range){0};
    parameters.node = READ_NEW(reader, Arguments, range);
    for (const Cst *kid = list ? cst_skip_tokens(list->child) : NULL; kid;
         kid = cst_skip_tokens(kid->next))
        read_parameter(reader, &parameters, kid);
    parameters.node->args = read_nodes(parameters.positional);
    parameters.node->defaults = read_nodes(parameters.defaults);
    parameters.node->kwonlyargs = read_nodes(parameters.keyword_only);
    parameters.node->kw_defaults = read_nodes(parameters.keyword_defaults);
    return &parameters.node->base;
}

static AstNode *read_lambda(Reader *reader, const Cst *cst) {
    AstLambda *node = READ_NEW(reader, Lambda, cst->range);
    node->args = read_arguments(reader, cst_field(cst, FIELD_PARAMETERS));
    node->body = read_expression(reader, cst_field(cst, FIELD_BODY));
    return &node->base;
}

static AstNode *read_yield(Reader *reader, const Cst *cst) {
    const Cst *value = cst_skip_tokens(cst->child);
    if (cst_has_token(reader, cst, "from")) {
        AstYieldFrom *node = READ_NEW(reader, YieldFrom, cst->range);
        node->value = read_expression(reader, value);
        return &node->base;
    }
    AstYield *node = READ_NEW(reader, Yield, cst->range);
    node->value = value ? read_expression_or_tuple(reader, value, value->range) : NULL;
    return &node->base;
}

/* ---- types (annotations and type parameters) ---- */

static AstNode *read_type_param(Reader *reader, const Cst *cst) {
    cst = without_type(cst);
    if (cst->kind == CST_SPLAT_TYPE) {
        const Name *name = read_name(reader, cst_skip_tokens(cst->child));
        if (cst_is_token(reader, cst->child, "**")) {
            AstParamSpec *spec = READ_NEW(reader, ParamSpec, cst->range);
            spec->name = name;
            return &spec->base;
        }
        AstTypeVarTuple *tuple = READ_NEW(reader, TypeVarTuple, cst->range);
        tuple->name = name;
        return &tuple->base;
    }
    AstTypeVar *variable = READ_NEW(reader, TypeVar, cst->range);
    if (cst->kind == CST_CONSTRAINED_TYPE) {
        const Cst *bound = cst_skip_tokens(cst->child->next);
        variable->bound = read_expression(reader, bound);
        cst = without_type(cst->child);
    }
    if (cst->kind != CST_IDENTIFIER)
        return read_failure(reader, cst);
    variable->name = read_name(reader, cst);
    return &variable->base;
}

AstNodes read_type_params(Reader *reader, const Cst *list) {
    NodeVec params = {0};
    for (const Cst *kid = cst_skip_tokens(list->child); kid; kid = cst_skip_tokens(kid->next))
        VEC_PUSH(reader->arena, &params, read_type_param(reader, kid));
    return read_nodes(params);
}

/* ---- all expressions ---- */

static AstNode *read_constant(Reader *reader, const Cst *cst) {
    AstConstant *node = READ_NEW(reader, Constant, cst->range);
    node->value.kind = cst->kind == CST_TRUE    ? CONST_TRUE
                       : cst->kind == CST_FALSE ? CONST_FALSE
                       : cst->kind == CST_NONE  ? CONST_NONE
                                                : CONST_ELLIPSIS;
    return &node->base;
}

/* The star that the grammar put into `cst`, though it is in front of it: *a.x is (*a).x there. */
static const Cst *find_inner_star(const Cst *cst) {
    while (cst->kind == CST_ATTRIBUTE || cst->kind == CST_SUBSCRIPT || cst->kind == CST_CALL)
        cst = cst->child;
    return cst->kind == CST_LIST_SPLAT ? cst : NULL;
}

static AstNode **value_of(AstNode *node) {
    switch (node->kind) {
    case AST_Attribute:
        return &AST_CAST(Attribute, node)->value;
    case AST_Subscript:
        return &AST_CAST(Subscript, node)->value;
    case AST_Call:
        return &AST_CAST(Call, node)->func;
    default:
        return NULL;
    }
}

/* Reads `cst` as what its inner `star` is in front of. */
static AstNode *read_starred_target(Reader *reader, const Cst *cst, const Cst *star) {
    AstStarred *node = READ_NEW(reader, Starred, cst->range);
    const Cst *outer = reader->inner_star;
    reader->inner_star = star;
    node->value = read_expression(reader, cst);
    node->ctx = OP_Load;
    reader->inner_star = outer;
    Range start = cst_skip_tokens(star->child)->range;
    for (AstNode **at = &node->value; value_of(*at); at = value_of(*at)) {
        (*at)->range.line = start.line;
        (*at)->range.column = start.column;
    }
    return &node->base;
}

static AstNode *read_expression_kind(Reader *reader, const Cst *cst) {
    const Cst *star = find_inner_star(cst);
    if (star && star != reader->inner_star && star != cst)
        return read_starred_target(reader, cst, star);
    switch (cst->kind) {
    case CST_IDENTIFIER:
        return read_identifier(reader, cst);
    case CST_INTEGER:
    case CST_FLOAT:
        return read_number(reader, cst);
    case CST_STRING:
    case CST_CONCATENATED_STRING:
        return read_string(reader, cst);
    case CST_TRUE:
    case CST_FALSE:
    case CST_NONE:
    case CST_ELLIPSIS:
        return read_constant(reader, cst);
    case CST_DOTTED_NAME:
        return read_dotted(reader, cst);
    case CST_ATTRIBUTE:
        return read_attribute(reader, cst);
    case CST_SUBSCRIPT:
        return read_subscript(reader, cst);
    case CST_CALL:
        return read_call(reader, cst);
    case CST_BINARY_OPERATOR:
    case CST_UNION_TYPE:
        return read_binary(reader, cst);
    case CST_UNARY_OPERATOR:
    case CST_NOT_OPERATOR:
        return read_unary(reader, cst);
    case CST_BOOLEAN_OPERATOR:
        return read_boolean(reader, cst);
    case CST_COMPARISON_OPERATOR:
        return read_comparison(reader, cst);
    case CST_AWAIT:
        return read_await(reader, cst);
    case CST_NAMED_EXPRESSION:
        return read_named(reader, cst);
    case CST_CONDITIONAL_EXPRESSION:
        return read_conditional(reader, cst);
    case CST_LAMBDA:
        return read_lambda(reader, cst);
    case CST_YIELD:
        return read_yield(reader, cst);
    case CST_SLICE:
        return read_slice(reader, cst);
    case CST_LIST_SPLAT:
        if (cst == reader->inner_star)
            return read_expression(reader, cst_skip_tokens(cst->child));
        return read_starred(reader, cst);
    case CST_LIST_SPLAT_PATTERN:
        return read_starred(reader, cst);
    case CST_PARENTHESIZED_EXPRESSION:
        return read_element(reader, cst_skip_tokens(cst->child));
    case CST_TUPLE:
        return read_tuple(reader, cst->child, cst->range);
    case CST_TUPLE_PATTERN:
        return read_tuple_pattern(reader, cst);
    case CST_EXPRESSION_LIST:
    case CST_PATTERN_LIST:
        return read_expression_or_tuple(reader, cst, cst->range);
    case CST_LIST:
    case CST_LIST_PATTERN:
        return read_list(reader, cst);
    case CST_SET:
        return read_set(reader, cst);
    case CST_DICTIONARY:
        return read_dict(reader, cst);
    case CST_DICTIONARY_COMPREHENSION:
        return read_dict_comprehension(reader, cst);
    case CST_LIST_COMPREHENSION:
    case CST_SET_COMPREHENSION:
    case CST_GENERATOR_EXPRESSION:
        return read_comprehension(reader, cst);
    case CST_TYPE:
        return read_expression(reader, cst->child);
    default:
        return read_failure(reader, cst);
    }
}

AstNode *read_expression(Reader *reader, const Cst *cst) {
    if (!read_enter(reader, cst))
        return read_failure(reader, cst);
    AstNode *node = read_expression_kind(reader, cst);
    read_leave(reader);
    return node;
}

/* ---- targets ---- */

static void set_context(AstNode *node, AstOperator ctx) {
    AstNodes elements = {0};
    switch (node->kind) {
    case AST_Name:
        AST_CAST(Name, node)->ctx = ctx;
        break;
    case AST_Attribute:
        AST_CAST(Attribute, node)->ctx = ctx;
        break;
    case AST_Subscript:
        AST_CAST(Subscript, node)->ctx = ctx;
        break;
    case AST_Starred:
        AST_CAST(Starred, node)->ctx = ctx;
        set_context(AST_CAST(Starred, node)->value, ctx);
        break;
    case AST_List:
        AST_CAST(List, node)->ctx = ctx;
        elements = AST_CAST(List, node)->elts;
        break;
    case AST_Tuple:
        AST_CAST(Tuple, node)->ctx = ctx;
        elements = AST_CAST(Tuple, node)->elts;
        break;
    default:
        break; /* not a target: the syntax checker has refused it */
    }
    for (size_t i = 0; i < elements.count; i++)
        set_context(elements.items[i], ctx);
}

AstNode *read_target(Reader *reader, const Cst *cst, AstOperator ctx) {
    bool list = cst->kind == CST_EXPRESSION_LIST || cst->kind == CST_PATTERN_LIST;
    AstNode *node =
        list ? read_expression_or_tuple(reader, cst, cst->range) : read_element(reader, cst);
    set_context(node, ctx);
    return node;
}
