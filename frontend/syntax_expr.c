/*
 * syntax_expr.c — the syntax checker's parser: expressions, parameters, arguments. The rules carry
 * the names of the grammar in the Python reference (see syntax_parser.h).
 */
#include "syntax_parser.h"

#include <string.h>

static Expression parse_primary(Parser *parser);
static Expression parse_factor(Parser *parser);
static Expression parse_conjunctions(Parser *parser);

/* ---- building Expressions ---- */

static Part whole(const Expression *expression) {
    return (Part){expression->kind, expression->first, expression->end};
}

/* An expression from token `first` to here that cannot be assigned to. */
static Expression make(const Parser *parser, ExpressionKind kind, uint32_t first) {
    Expression expression = {
        .kind = kind, .first = first, .end = parser->at, .outer_first = first, .is_operand = true};
    expression.bad_store = expression.bad_delete = whole(&expression);
    return expression;
}

/* A name, attribute or subscript. */
static Expression make_target(const Parser *parser, ExpressionKind kind, uint32_t first) {
    Expression expression = make(parser, kind, first);
    expression.bad_store.kind = expression.bad_delete.kind = E_NONE;
    return expression;
}

/* Adds `element` to what is wrong with the list or tuple around it. */
static void add_element(Expression *display, const Expression *element) {
    if (display->bad_store.kind == E_NONE)
        display->bad_store = element->bad_store;
    if (display->bad_delete.kind == E_NONE)
        display->bad_delete = element->bad_delete;
}

static void finish_display(const Parser *parser, Expression *display) {
    display->end = parser->at;
}

bool starts_expression(TokenKind kind) {
    switch (kind) {
    case T_NAME:
    case T_NUMBER:
    case T_STRING:
    case T_LPAR:
    case T_LSQB:
    case T_LBRACE:
    case T_MINUS:
    case T_PLUS:
    case T_TILDE:
    case T_NOT:
    case T_LAMBDA:
    case T_AWAIT:
    case T_TRUE:
    case T_FALSE:
    case T_NONE:
    case T_ELLIPSIS:
        return true;
    default:
        return false;
    }
}

/* ---- comprehensions ---- */

void parse_for_target(Parser *parser) {
    bool no_in = parser->no_in;
    parser->no_in = true;
    Expression target = parse_star_expressions(parser);
    parser->no_in = no_in;
    if (!at(parser, T_IN) && target.bad_store.kind == E_NONE)
        fail_here(parser);
    check_store(parser, &target);
    expect(parser, T_IN);
}

static bool at_comprehension(const Parser *parser) {
    return at(parser, T_FOR) || (at(parser, T_ASYNC) && token_ahead(parser, 1) == T_FOR);
}

/* for_if_clauses */
static void parse_for_if_clauses(Parser *parser) {
    do {
        accept(parser, T_ASYNC);
        expect(parser, T_FOR);
        parse_for_target(parser);
        parse_disjunction(parser);
        while (accept(parser, T_IF))
            parse_disjunction(parser);
        parser->operand_end = 0;
    } while (at_comprehension(parser));
}

static void refuse_starred_comprehension(Parser *parser, const Expression *element) {
    if (element->kind == E_STARRED && !element->in_parens)
        fail_at(parser, DIAG_SYNTAX, part_range(parser, element->first, element->end),
                "iterable unpacking cannot be used in comprehension");
}

/* ---- displays ---- */

static void refuse_group(Parser *parser, const Expression *inner) {
    if (inner->kind == E_STARRED && !inner->in_parens)
        fail_at(parser, DIAG_SYNTAX, part_range(parser, inner->first, inner->end),
                "cannot use starred expression here");
}

static void check_double_star_group(Parser *parser) {
    uint32_t first = parser->at++;
    parse_expression(parser);
    if (at(parser, T_RPAR))
        fail_at(parser, DIAG_SYNTAX, part_range(parser, first, parser->at),
                "cannot use double starred expression here");
    parser->at = first;
    fail_here(parser);
}

/* More elements behind the first and its comma, up to `close`. */
static void parse_more_elements(Parser *parser, Expression *display, TokenKind close) {
    while (accept(parser, T_COMMA) && !at(parser, close) && !at_comprehension(parser)) {
        Expression element = parse_star_named_expression(parser);
        if (at(parser, T_EQUAL))
            check_named_equal(parser, &element, parser->at);
        add_element(display, &element);
    }
}

static Expression close_group(Parser *parser, Expression inner, uint32_t first) {
    if (at(parser, T_EQUAL))
        check_named_equal(parser, &inner, parser->at);
    if (at(parser, T_RPAR))
        refuse_group(parser, &inner);
    expect(parser, T_RPAR);
    inner.in_parens = true;
    inner.outer_first = first;
    inner.is_operand = true;
    inner.head = E_NONE;
    return inner;
}

/* `(`: a group, a tuple or a generator expression. */
static Expression parse_parenthesis(Parser *parser) {
    uint32_t first = parser->at++;
    if (accept(parser, T_RPAR)) {
        Expression empty = make_target(parser, E_TUPLE, first);
        empty.head = E_TUPLE;
        return empty;
    }
    if (at(parser, T_YIELD)) {
        Expression yield = parse_yield(parser);
        expect(parser, T_RPAR);
        yield.in_parens = true;
        yield.outer_first = first;
        yield.is_operand = true;
        return yield;
    }
    if (at(parser, T_DOUBLESTAR))
        check_double_star_group(parser);
    Expression element = parse_star_named_expression(parser);
    if (at_comprehension(parser)) {
        refuse_starred_comprehension(parser, &element);
        parse_for_if_clauses(parser);
        expect(parser, T_RPAR);
        Expression generator = make(parser, E_GENERATOR, first);
        generator.head = E_GENERATOR;
        return generator;
    }
    if (!at(parser, T_COMMA))
        return close_group(parser, element, first);
    Expression tuple = make_target(parser, E_TUPLE, first);
    add_element(&tuple, &element);
    parse_more_elements(parser, &tuple, T_RPAR);
    expect(parser, T_RPAR);
    finish_display(parser, &tuple);
    tuple.head = E_TUPLE;
    return tuple;
}

static void rule_for_if_clauses(Parser *parser) {
    parse_for_if_clauses(parser);
}

/* `[a, b for ...]` */
static void refuse_bare_tuple(Parser *parser, uint32_t first) {
    if (at_comprehension(parser) && would_match(parser, rule_for_if_clauses))
        fail_at(parser, DIAG_SYNTAX, part_range(parser, first, parser->at),
                "did you forget parentheses around the comprehension target?");
}

static Expression parse_list(Parser *parser) {
    uint32_t first = parser->at++;
    Expression list = make_target(parser, E_LIST, first);
    list.head = E_LIST;
    if (!at(parser, T_RSQB)) {
        Expression element = parse_star_named_expression(parser);
        if (at(parser, T_EQUAL))
            check_named_equal(parser, &element, parser->at);
        if (at_comprehension(parser)) {
            refuse_starred_comprehension(parser, &element);
            parse_for_if_clauses(parser);
            expect(parser, T_RSQB);
            return make(parser, E_LIST_COMP, first);
        }
        add_element(&list, &element);
        parse_more_elements(parser, &list, T_RSQB);
        refuse_bare_tuple(parser, first + 1);
    }
    expect(parser, T_RSQB);
    finish_display(parser, &list);
    return list;
}

/* The value of a dict entry; `colon` is the token before it. */
static void parse_dict_value(Parser *parser, uint32_t colon) {
    if (at(parser, T_STAR)) {
        uint32_t star = parser->at++;
        parse_bitwise_or(parser);
        forget_legacy(parser);
        fail_at(parser, DIAG_SYNTAX, part_range(parser, star, parser->at),
                "cannot use a starred expression in a dictionary value");
    }
    if (at(parser, T_RBRACE) || at(parser, T_COMMA)) {
        forget_legacy(parser);
        fail_at(parser, DIAG_SYNTAX, token_range(parser, colon),
                "expression expected after dictionary key and ':'");
    }
    parse_expression(parser);
}

/* An entry behind the first one: `key: value` or `**mapping`. */
static void parse_dict_entry(Parser *parser) {
    if (accept(parser, T_DOUBLESTAR)) {
        parse_bitwise_or(parser);
        return;
    }
    Expression key = parse_expression(parser);
    if (!at(parser, T_COLON) && !at(parser, T_ERROR)) {
        Range end = part_range(parser, key.outer_first, parser->at);
        end.line = end.end_line;
        end.column = end.end_column ? end.end_column - 1 : 0;
        forget_legacy(parser);
        fail_at(parser, DIAG_SYNTAX, end, "':' expected after dictionary key");
    }
    expect(parser, T_COLON);
    parse_dict_value(parser, parser->at - 1);
}

static Expression finish_dict(Parser *parser, uint32_t first) {
    while (accept(parser, T_COMMA) && !at(parser, T_RBRACE))
        parse_dict_entry(parser);
    expect(parser, T_RBRACE);
    return make(parser, E_DICT, first);
}

/* `{` and a first element that is no `**`. */
static Expression parse_set_or_dict(Parser *parser, uint32_t first) {
    Expression element = parse_star_named_expression(parser);
    bool is_key = element.kind != E_STARRED && (element.kind != E_NAMED || element.in_parens);
    if (at(parser, T_COLON) && is_key) {
        parser->at++;
        parse_dict_value(parser, parser->at - 1);
        if (at_comprehension(parser)) {
            parse_for_if_clauses(parser);
            expect(parser, T_RBRACE);
            return make(parser, E_DICT_COMP, first);
        }
        return finish_dict(parser, first);
    }
    if (at(parser, T_EQUAL))
        check_named_equal(parser, &element, parser->at);
    if (at_comprehension(parser)) {
        refuse_starred_comprehension(parser, &element);
        parse_for_if_clauses(parser);
        expect(parser, T_RBRACE);
        return make(parser, E_SET_COMP, first);
    }
    Expression ignored = make_target(parser, E_SET, first);
    parse_more_elements(parser, &ignored, T_RBRACE);
    refuse_bare_tuple(parser, first + 1);
    expect(parser, T_RBRACE);
    return make(parser, E_SET, first);
}

static Expression parse_brace(Parser *parser) {
    uint32_t first = parser->at++;
    if (accept(parser, T_RBRACE))
        return make(parser, E_DICT, first);
    if (!at(parser, T_DOUBLESTAR))
        return parse_set_or_dict(parser, first);
    uint32_t star = parser->at++;
    parse_bitwise_or(parser);
    if (at_comprehension(parser) && would_match(parser, rule_for_if_clauses))
        fail_at(parser, DIAG_SYNTAX, token_range(parser, star),
                "dict unpacking cannot be used in dict comprehension");
    return finish_dict(parser, first);
}

/* ---- atoms ---- */

/* Inside brackets `in` is an operator again, and nothing is an annotation's own subscript. */
static Expression parse_bracketed(Parser *parser) {
    bool no_in = parser->no_in;
    parser->no_in = false;
    enter(parser);
    Expression expression = at(parser, T_LPAR)   ? parse_parenthesis(parser)
                            : at(parser, T_LSQB) ? parse_list(parser)
                                                 : parse_brace(parser);
    leave(parser);
    parser->no_in = no_in;
    return expression;
}

static Expression parse_name(Parser *parser) {
    const Token *token = &parser->tokens[parser->at];
    bool generic = parser->annotation_level == token->level && token_ahead(parser, 1) == T_LSQB;
    if (generic)
        edit_text(parser, token->start, token->end - token->start, '1', true);
    else
        blot_name(parser, parser->at);
    parser->at++;
    return make_target(parser, E_NAME, parser->at - 1);
}

static Expression parse_constant(Parser *parser, ExpressionKind kind) {
    parser->at++;
    Expression constant = make(parser, kind, parser->at - 1);
    if (kind == E_TRUE || kind == E_FALSE || kind == E_NONE_VALUE)
        constant.head = kind;
    return constant;
}

static Expression parse_atom(Parser *parser) {
    switch (token_kind(parser)) {
    case T_NAME:
        return parse_name(parser);
    case T_NUMBER:
        return parse_constant(parser, E_LITERAL);
    case T_STRING:
        return parse_strings(parser);
    case T_TRUE:
        return parse_constant(parser, E_TRUE);
    case T_FALSE:
        return parse_constant(parser, E_FALSE);
    case T_NONE:
        return parse_constant(parser, E_NONE_VALUE);
    case T_ELLIPSIS:
        return parse_constant(parser, E_ELLIPSIS);
    case T_LPAR:
    case T_LSQB:
    case T_LBRACE:
        return parse_bracketed(parser);
    default:
        fail_here(parser);
    }
}

/* ---- calls and subscripts ---- */

/* What the arguments before this one allow. */
typedef struct Arguments {
    uint32_t count;
    bool keyword, double_star;
    bool out_of_order; /* a positional argument came behind a keyword */
} Arguments;

static void parse_keyword_argument(Parser *parser) {
    uint32_t name = parser->at;
    blot_name(parser, name);
    parser->at += 2;
    parse_expression(parser);
    if (at_comprehension(parser) && would_match(parser, rule_for_if_clauses))
        fail_at(parser, DIAG_SYNTAX, part_range(parser, name, name + 2),
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
}

static void refuse_keyword(Parser *parser, const Expression *argument) {
    if (!at(parser, T_EQUAL))
        return;
    Range range = part_range(parser, argument->outer_first, parser->at + 1);
    bool constant =
        argument->kind == E_TRUE || argument->kind == E_FALSE || argument->kind == E_NONE_VALUE;
    if (constant && !argument->in_parens)
        fail_at(parser, DIAG_ARGUMENT, range, "cannot assign to %s", kind_text(argument->kind));
    fail_at(parser, DIAG_ARGUMENT, range,
            "expression cannot contain assignment, perhaps you meant \"==\"?");
}

/* `f(x for x in y)`: alone, a generator expression needs no parentheses of its own. */
static void parse_bare_generator(Parser *parser, const Arguments *before,
                                 const Expression *element) {
    refuse_starred_comprehension(parser, element);
    parse_for_if_clauses(parser);
    if (before->count > 0 || at(parser, T_COMMA))
        fail_at(parser, DIAG_ARGUMENT, part_range(parser, element->outer_first, parser->at),
                "Generator expression must be parenthesized");
}

static void parse_starred_argument(Parser *parser, const Arguments *before) {
    if (before->double_star)
        fail_at(parser, DIAG_ARGUMENT, token_range(parser, parser->at),
                "iterable argument unpacking follows keyword argument unpacking");
    uint32_t first = parser->at++;
    blot_star(parser, first);
    Expression value = parse_expression(parser);
    if (at_comprehension(parser) && before->count == 0 && would_match(parser, rule_for_if_clauses))
        fail_at(parser, DIAG_ARGUMENT, part_range(parser, first, value.end),
                "iterable unpacking cannot be used in comprehension");
}

static void parse_argument(Parser *parser, Arguments *arguments) {
    if (at(parser, T_STAR)) {
        parse_starred_argument(parser, arguments);
    } else if (accept(parser, T_DOUBLESTAR)) {
        parse_expression(parser);
        arguments->keyword = arguments->double_star = true;
    } else if (at(parser, T_NAME) && token_ahead(parser, 1) == T_EQUAL) {
        parse_keyword_argument(parser);
        arguments->keyword = true;
    } else {
        bool named = at(parser, T_NAME) && token_ahead(parser, 1) == T_COLONEQUAL;
        if (named) {
            blot_name(parser, parser->at);
            parser->at += 2;
        }
        Expression argument = parse_expression(parser);
        if (!named)
            refuse_keyword(parser, &argument);
        if (at_comprehension(parser))
            parse_bare_generator(parser, arguments, &argument);
        arguments->out_of_order |= arguments->keyword;
    }
    arguments->count++;
}

void parse_call_arguments(Parser *parser) {
    Arguments arguments = {0};
    while (!at(parser, T_RPAR)) {
        parse_argument(parser, &arguments);
        if (!accept(parser, T_COMMA))
            break;
    }
    if (!at(parser, T_RPAR))
        fail_here(parser);
    if (arguments.out_of_order)
        fail_at(parser, DIAG_ARGUMENT, token_range(parser, parser->at),
                "positional argument follows keyword argument%s",
                arguments.double_star ? " unpacking" : "");
    parser->at++;
}

/* slice: named_expression, or expressions around one or two colons */
static void parse_slice(Parser *parser) {
    if (at(parser, T_STAR)) {
        blot_star(parser, parser->at++);
        parse_expression(parser);
        return;
    }
    bool is_slice = at(parser, T_COLON);
    if (!is_slice) {
        Expression first = parse_named_expression(parser);
        if (at(parser, T_EQUAL))
            check_named_equal(parser, &first, parser->at);
        is_slice = at(parser, T_COLON) && (first.kind != E_NAMED || first.in_parens);
    }
    for (int colons = 0; is_slice && colons < 2 && accept(parser, T_COLON); colons++)
        if (starts_expression(token_kind(parser)))
            parse_expression(parser);
}

static void parse_subscript(Parser *parser) {
    parser->at++;
    do
        parse_slice(parser);
    while (accept(parser, T_COMMA) && !at(parser, T_RSQB));
    expect(parser, T_RSQB);
}

static Expression parse_primary(Parser *parser) {
    Expression primary = parse_atom(parser);
    uint32_t first = primary.outer_first;
    ExpressionKind head = primary.head;
    for (;;) {
        bool no_in = parser->no_in;
        TokenKind kind = token_kind(parser);
        if (kind == T_DOT) {
            parser->at++;
            expect_name(parser);
            primary = make_target(parser, E_ATTRIBUTE, first);
        } else if (kind == T_LSQB && token_ahead(parser, 1) == T_RSQB) {
            if (parser->furthest < parser->at + 1)
                parser->furthest = parser->at + 1; /* no subscript: `a []` are two expressions */
            return primary;
        } else if (kind == T_LPAR || kind == T_LSQB) {
            parser->no_in = false;
            enter(parser);
            if (kind == T_LPAR) {
                parser->at++;
                parse_call_arguments(parser);
                primary = make(parser, E_CALL, first);
            } else {
                parse_subscript(parser);
                primary = make_target(parser, E_SUBSCRIPT, first);
            }
            leave(parser);
            parser->no_in = no_in;
        } else {
            return primary;
        }
        primary.head = head;
    }
}

/* ---- operators ---- */

static Expression parse_await(Parser *parser) {
    uint32_t first = parser->at;
    if (!accept(parser, T_AWAIT))
        return parse_primary(parser);
    parse_primary(parser);
    return make(parser, E_AWAIT, first);
}

static Expression parse_power(Parser *parser) {
    Expression base = parse_await(parser);
    if (!accept(parser, T_DOUBLESTAR))
        return base;
    enter(parser);
    parse_factor(parser);
    leave(parser);
    Expression power = make(parser, E_OPERATION, base.outer_first);
    power.head = base.head;
    return power;
}

static Expression parse_factor(Parser *parser) {
    uint32_t first = parser->at;
    while (at(parser, T_MINUS) || at(parser, T_PLUS) || at(parser, T_TILDE)) {
        parser->at++;
        enter(parser); /* the reader will nest as deep */
    }
    uint32_t signs = parser->at - first;
    Expression operand = parse_power(parser);
    parser->depth -= (int)signs;
    return signs ? make(parser, E_OPERATION, first) : operand;
}

static int binary_priority(TokenKind kind) {
    switch (kind) {
    case T_VBAR:
        return 1;
    case T_CIRCUMFLEX:
        return 2;
    case T_AMPER:
        return 3;
    case T_LEFTSHIFT:
    case T_RIGHTSHIFT:
        return 4;
    case T_PLUS:
    case T_MINUS:
        return 5;
    case T_STAR:
    case T_SLASH:
    case T_DOUBLESLASH:
    case T_PERCENT:
    case T_AT:
        return 6;
    default:
        return 0;
    }
}

/* bitwise_or: the priorities of binary operators do not matter to a recogniser. */
Expression parse_bitwise_or(Parser *parser) {
    Expression left = parse_factor(parser);
    uint32_t first = left.outer_first;
    ExpressionKind head = left.head;
    while (binary_priority(token_kind(parser))) {
        parser->at++;
        parse_factor(parser);
        left = make(parser, E_OPERATION, first);
        left.head = head;
    }
    return left;
}

/* Takes a comparison operator. */
static bool accept_comparison(Parser *parser) {
    switch (token_kind(parser)) {
    case T_EQEQUAL:
    case T_NOTEQUAL:
    case T_LESS:
    case T_LESSEQUAL:
    case T_GREATER:
    case T_GREATEREQUAL:
        parser->at++;
        return true;
    case T_IN:
        return !parser->no_in && accept(parser, T_IN);
    case T_NOT:
        if (token_ahead(parser, 1) != T_IN)
            return false;
        parser->at += 2;
        return true;
    case T_IS:
        parser->at++;
        accept(parser, T_NOT);
        return true;
    default:
        return false;
    }
}

static Expression not_operand(Expression expression) {
    expression.is_operand = false;
    return expression;
}

static Expression parse_comparison(Parser *parser) {
    Expression left = parse_bitwise_or(parser);
    uint32_t first = left.outer_first;
    bool compared = false;
    while (accept_comparison(parser)) {
        parse_bitwise_or(parser);
        compared = true;
    }
    return compared ? not_operand(make(parser, E_COMPARISON, first)) : left;
}

static Expression parse_inversion(Parser *parser) {
    uint32_t first = parser->at;
    while (accept(parser, T_NOT))
        enter(parser);
    uint32_t inversions = parser->at - first;
    Expression operand = parse_comparison(parser);
    parser->depth -= (int)inversions;
    return inversions ? not_operand(make(parser, E_OPERATION, first)) : operand;
}

static Expression parse_conjunctions(Parser *parser) {
    Expression left = parse_inversion(parser);
    uint32_t first = left.outer_first;
    bool joined = false;
    while (accept(parser, T_AND)) {
        parse_inversion(parser);
        joined = true;
    }
    return joined ? not_operand(make(parser, E_OPERATION, first)) : left;
}

Expression parse_disjunction(Parser *parser) {
    Expression left = parse_conjunctions(parser);
    uint32_t first = left.outer_first;
    bool joined = false;
    while (accept(parser, T_OR)) {
        parse_conjunctions(parser);
        joined = true;
    }
    return joined ? not_operand(make(parser, E_OPERATION, first)) : left;
}

static Expression parse_lambda(Parser *parser) {
    uint32_t first = parser->at++;
    bool no_in = parser->no_in;
    int annotation_level = parser->annotation_level;
    parser->no_in = false;
    parser->annotation_level = -1;
    parse_parameters(parser, T_COLON);
    expect(parser, T_COLON);
    parser->no_in = no_in;
    parse_expression(parser);
    parser->annotation_level = annotation_level;
    return not_operand(make(parser, E_LAMBDA, first));
}

/* `body if test else orelse`, behind `body`. */
static Expression parse_conditional(Parser *parser, const Expression *body) {
    uint32_t first = body->outer_first;
    parser->at++;
    parse_disjunction(parser);
    if (!at(parser, T_ELSE) && !at(parser, T_COLON) && !at(parser, T_ERROR))
        fail_at(parser, DIAG_SYNTAX, part_range(parser, first, parser->at),
                "expected 'else' after 'if' expression");
    expect(parser, T_ELSE);
    parse_expression(parser);
    parser->operand_end = 0;
    return not_operand(make(parser, E_CONDITIONAL, first));
}

Expression parse_expression(Parser *parser) {
    enter(parser);
    Expression expression;
    if (at(parser, T_LAMBDA)) {
        expression = parse_lambda(parser);
    } else {
        uint32_t first = parser->at;
        expression = parse_disjunction(parser);
        note_legacy(parser, first);
        parser->operand_first = expression.outer_first;
        parser->operand_end = parser->at;
        if (at(parser, T_IF))
            expression = parse_conditional(parser, &expression);
    }
    leave(parser);
    return expression;
}

/* ---- assignment expressions, starred expressions, yield ---- */

static bool is_plain_name(const Expression *expression) {
    return expression->kind == E_NAME && !expression->in_parens;
}

static void rule_operand_then_no_equal(Parser *parser) {
    parse_bitwise_or(parser);
    if (at(parser, T_EQUAL) || at(parser, T_COLONEQUAL))
        fail_here(parser);
}

void check_named_equal(Parser *parser, const Expression *element, uint32_t equal) {
    ExpressionKind head = element->head;
    bool excluded = head == E_LIST || head == E_TUPLE || head == E_GENERATOR || head == E_TRUE ||
                    head == E_FALSE || head == E_NONE_VALUE;
    bool is_named = element->kind == E_NAMED && !element->in_parens;
    if (!element->is_operand || element->kind == E_STARRED || is_named)
        return;
    uint32_t here = parser->at;
    parser->at = equal + 1;
    bool alone = would_match(parser, rule_operand_then_no_equal);
    if (!alone) {
        parser->at = here;
        return;
    }
    if (is_plain_name(element)) {
        parse_bitwise_or(parser);
        fail_at(parser, DIAG_TARGET, part_range(parser, element->first, parser->at),
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    if (!excluded)
        fail_at(parser, DIAG_TARGET, part_range(parser, element->first, element->end),
                "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                kind_text(element->kind));
    parser->at = here;
}

static void rule_named_value(Parser *parser) {
    expect(parser, T_COLONEQUAL);
    parse_expression(parser);
}

void refuse_named(Parser *parser, const Expression *target) {
    if (would_match(parser, rule_named_value))
        fail_at(parser, DIAG_TARGET, part_range(parser, target->first, target->end),
                "cannot use assignment expressions with %s", kind_text(target->kind));
}

Expression parse_named_expression(Parser *parser) {
    uint32_t first = parser->at;
    if (at(parser, T_NAME) && token_ahead(parser, 1) == T_COLONEQUAL) {
        blot_name(parser, first);
        parser->at += 2;
        parse_expression(parser);
        return make(parser, E_NAMED, first);
    }
    Expression expression = parse_expression(parser);
    if (at(parser, T_COLONEQUAL))
        refuse_named(parser, &expression);
    return expression;
}

/* A star and its operand; `operand` is the rule for it. */
static Expression parse_starred(Parser *parser) {
    uint32_t first = parser->at++;
    blot_star(parser, first);
    Expression value = parse_bitwise_or(parser);
    Expression starred = make(parser, E_STARRED, first);
    starred.bad_store = value.bad_store;
    return starred;
}

Expression parse_star_named_expression(Parser *parser) {
    return at(parser, T_STAR) ? parse_starred(parser) : parse_named_expression(parser);
}

static Expression parse_star_expression(Parser *parser) {
    return at(parser, T_STAR) ? parse_starred(parser) : parse_expression(parser);
}

Expression parse_star_expressions(Parser *parser) {
    Expression element = parse_star_expression(parser);
    if (!at(parser, T_COMMA))
        return element;
    Expression tuple = make_target(parser, E_TUPLE, element.outer_first);
    tuple.is_operand = false;
    tuple.last_element = element.outer_first;
    add_element(&tuple, &element);
    while (accept(parser, T_COMMA) &&
           (starts_expression(token_kind(parser)) || at(parser, T_STAR))) {
        element = parse_star_expression(parser);
        tuple.last_element = element.outer_first;
        add_element(&tuple, &element);
    }
    finish_display(parser, &tuple);
    return tuple;
}

Expression parse_yield(Parser *parser) {
    uint32_t first = parser->at++;
    if (accept(parser, T_FROM))
        parse_expression(parser);
    else if (starts_expression(token_kind(parser)) || at(parser, T_STAR))
        parse_star_expressions(parser);
    return not_operand(make(parser, E_YIELD, first));
}

Expression parse_value(Parser *parser) {
    return at(parser, T_YIELD) ? parse_yield(parser) : parse_star_expressions(parser);
}

void parse_annotation(Parser *parser) {
    int outer = parser->annotation_level;
    parser->annotation_level = parser->tokens[parser->at ? parser->at - 1 : 0].level;
    parse_expression(parser);
    parser->annotation_level = outer;
}

/* ---- parameters ---- */

typedef struct Parameters {
    TokenKind close;
    bool any, has_default, slash, star;
} Parameters;

static bool at_parameter_end(const Parser *parser, const Parameters *state) {
    return at(parser, T_COMMA) || at(parser, state->close);
}

/* NAME [':' annotation]; `starred` allows a star in the annotation. */
static void parse_parameter_name(Parser *parser, const Parameters *state, bool starred) {
    expect_name(parser);
    if (state->close == T_COLON || !accept(parser, T_COLON))
        return;
    if (starred && at(parser, T_STAR))
        blot_star(parser, parser->at++);
    parse_annotation(parser);
}

/* `(a, b)` among the parameters, as Python 2 had it. */
static void refuse_tuple_parameter(Parser *parser, const Parameters *state) {
    uint32_t end = parser->at + 1;
    const Token *tokens = parser->tokens;
    while (tokens[end].kind == T_NAME && tokens[end + 1].kind == T_COMMA)
        end += 2;
    if (tokens[end].kind == T_NAME)
        end++;
    if (tokens[end].kind == T_RPAR && end > parser->at + 1 && !state->has_default && !state->star)
        fail_at(parser, DIAG_PARAMETER, part_range(parser, parser->at, end + 1),
                "%s parameters cannot be parenthesized",
                state->close == T_RPAR ? "Function" : "Lambda expression");
    fail_here(parser);
}

static void parse_slash(Parser *parser, Parameters *state) {
    Range here = token_range(parser, parser->at);
    if (state->star)
        fail_at(parser, DIAG_PARAMETER, here, "/ must be ahead of *");
    if (state->slash)
        fail_at(parser, DIAG_PARAMETER, here, "/ may appear only once");
    if (!state->any && token_ahead(parser, 1) == T_COMMA)
        fail_at(parser, DIAG_PARAMETER, here, "at least one argument must precede /");
    if (!state->any)
        fail_here(parser);
    parser->at++;
    if (at(parser, T_STAR))
        fail_at(parser, DIAG_PARAMETER, token_range(parser, parser->at),
                "expected comma between / and *");
    state->slash = true;
}

static void parse_star_parameter(Parser *parser, Parameters *state) {
    uint32_t star = parser->at;
    if (state->star)
        fail_at(parser, DIAG_PARAMETER, token_range(parser, star),
                "* argument may appear only once");
    state->star = true;
    parser->at++;
    TokenKind behind = token_ahead(parser, 1);
    bool bare = at(parser, state->close) ||
                (at(parser, T_COMMA) && (behind == state->close || behind == T_DOUBLESTAR));
    if (bare && state->close == T_COLON) /* of a lambda: where the parser came to a stop */
        star = at(parser, T_COMMA) ? parser->at + 1 : parser->at;
    if (bare)
        fail_at(parser, DIAG_PARAMETER, token_range(parser, star),
                "named arguments must follow bare *");
    if (at(parser, T_COMMA))
        return;
    parse_parameter_name(parser, state, true);
    if (at(parser, T_EQUAL))
        fail_at(parser, DIAG_PARAMETER, token_range(parser, parser->at),
                "var-positional argument cannot have default value");
}

static void parse_double_star_parameter(Parser *parser, Parameters *state) {
    parser->at++;
    parse_parameter_name(parser, state, false);
    if (at(parser, T_EQUAL))
        fail_at(parser, DIAG_PARAMETER, token_range(parser, parser->at),
                "var-keyword argument cannot have default value");
    if (!accept(parser, T_COMMA) || at(parser, state->close))
        return;
    if (at(parser, T_NAME) || at(parser, T_STAR) || at(parser, T_DOUBLESTAR) || at(parser, T_SLASH))
        fail_at(parser, DIAG_PARAMETER, token_range(parser, parser->at),
                "arguments cannot follow var-keyword argument");
    fail_here(parser);
}

static void parse_plain_parameter(Parser *parser, Parameters *state) {
    uint32_t first = parser->at;
    parse_parameter_name(parser, state, false);
    if (accept(parser, T_EQUAL)) {
        if (at_parameter_end(parser, state))
            fail_at(parser, DIAG_PARAMETER, token_range(parser, parser->at - 1),
                    "expected default value expression");
        parse_expression(parser);
        state->has_default |= !state->star;
    } else if (state->has_default && !state->star && at_parameter_end(parser, state)) {
        fail_at(parser, DIAG_PARAMETER, token_range(parser, first),
                "non-default argument follows default argument");
    }
}

void parse_parameters(Parser *parser, TokenKind close) {
    Parameters state = {.close = close};
    while (!at(parser, close)) {
        if (at(parser, T_DOUBLESTAR)) {
            parse_double_star_parameter(parser, &state);
            break;
        }
        if (at(parser, T_SLASH))
            parse_slash(parser, &state);
        else if (at(parser, T_STAR))
            parse_star_parameter(parser, &state);
        else if (at(parser, T_LPAR))
            refuse_tuple_parameter(parser, &state);
        else
            parse_plain_parameter(parser, &state);
        state.any = true;
        if (!accept(parser, T_COMMA))
            break;
    }
    if (!at(parser, close))
        fail_here(parser);
}
