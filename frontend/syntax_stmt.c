/*
 * syntax_stmt.c — the syntax checker's parser: statements (see syntax_parser.h).
 *
 * Every statement runs under a trap of its own. After an error the parser skips to the next line,
 * and over the block and the clauses that belong to a header it could not read.
 */
#include "syntax_parser.h"

enum { MAX_ERRORS = 20 };

static void parse_statement(Parser *parser);
static void parse_simple_statements(Parser *parser);

/* ---- assignments and expression statements ---- */

static bool is_single_target(const Expression *expression) {
    return expression->kind == E_NAME || expression->kind == E_ATTRIBUTE ||
           expression->kind == E_SUBSCRIPT;
}

static bool accept_augmented(Parser *parser) {
    TokenKind kind = token_kind(parser);
    if (kind < T_PLUSEQUAL || kind > T_DOUBLESLASHEQUAL)
        return false;
    parser->at++;
    return true;
}

static void parse_annotated(Parser *parser, const Expression *target) {
    parser->at++;
    parse_annotation(parser);
    if (!is_single_target(target)) {
        bool bare = target->kind == E_TUPLE && target->head == E_NONE;
        uint32_t end = target->end;
        if (bare) /* CPython points to the first element */
            end = target->first + 1;
        Range range = part_range(parser, target->first, end);
        if (target->kind == E_LIST || target->kind == E_TUPLE)
            fail_at(parser, DIAG_TARGET, range, "only single target (not %s) can be annotated",
                    kind_text(target->kind));
        fail_at(parser, DIAG_TARGET, range, "illegal target for annotation");
    }
    if (accept(parser, T_EQUAL))
        parse_value(parser);
}

static void parse_augmented(Parser *parser, const Expression *target) {
    parse_value(parser);
    if (!is_single_target(target))
        fail_at(parser, DIAG_TARGET, part_range(parser, target->first, target->end),
                "'%s' is an illegal expression for augmented assignment", kind_text(target->kind));
}

/* A chain of targets failed. CPython first looks at the last element before the first `=`. */
static void check_first_equal(Parser *parser, const Expression *first, uint32_t equal) {
    uint32_t here = parser->at;
    bool bare_tuple = first->kind == E_TUPLE && first->head == E_NONE;
    if (first->kind == E_YIELD && !first->in_parens)
        return;
    parser->at = bare_tuple ? first->last_element : first->outer_first;
    Expression element = parse_star_named_expression(parser);
    if (parser->at == equal)
        check_named_equal(parser, &element, equal);
    parser->at = here;
}

static void parse_assignment(Parser *parser, Expression target) {
    Expression first = target;
    uint32_t first_equal = parser->at;
    while (at(parser, T_EQUAL)) {
        if (target.bad_store.kind != E_NONE) {
            check_first_equal(parser, &first, first_equal);
            if (target.kind == E_YIELD && !target.in_parens)
                fail_at(parser, DIAG_TARGET, part_range(parser, target.first, target.end),
                        "assignment to yield expression not possible");
            check_store(parser, &target);
        }
        parser->at++;
        target = parse_value(parser);
    }
}

static void parse_expression_statement(Parser *parser) {
    uint32_t legacy_end = parser->legacy_end;
    Expression expression = parse_value(parser);
    bool is_yield = expression.kind == E_YIELD && !expression.in_parens;
    if (!at(parser, T_NEWLINE) && !at(parser, T_SEMI))
        parser->legacy_end = legacy_end; /* a target is no expression */
    if (at(parser, T_EQUAL))
        parse_assignment(parser, expression);
    else if (at(parser, T_COLON) && !is_yield)
        parse_annotated(parser, &expression);
    else if (!is_yield && accept_augmented(parser))
        parse_augmented(parser, &expression);
    else if (at(parser, T_COLONEQUAL) && expression.kind != E_NAME && expression.kind != E_TUPLE)
        refuse_named(parser, &expression);
}

/* ---- other simple statements ---- */

static bool at_statement_end(const Parser *parser) {
    return at(parser, T_NEWLINE) || at(parser, T_SEMI);
}

static void parse_delete(Parser *parser) {
    parser->at++;
    Expression targets = parse_star_expressions(parser);
    Part bad = targets.bad_delete;
    if (bad.kind != E_NONE)
        fail_at(parser, DIAG_TARGET, part_range(parser, bad.first, bad.end), "cannot delete %s",
                kind_text(bad.kind));
    if (!at_statement_end(parser))
        fail_here(parser);
}

static void parse_return(Parser *parser) {
    parser->at++;
    if (!at_statement_end(parser))
        parse_star_expressions(parser);
}

static void parse_raise(Parser *parser) {
    parser->at++;
    if (at_statement_end(parser))
        return;
    parse_expression(parser);
    if (accept(parser, T_FROM))
        parse_expression(parser);
}

static void parse_assert(Parser *parser) {
    parser->at++;
    parse_expression(parser);
    if (accept(parser, T_COMMA))
        parse_expression(parser);
}

static void parse_names(Parser *parser) {
    do {
        parser->at++; /* the keyword, then the commas */
        expect_name(parser);
    } while (at(parser, T_COMMA));
}

static void parse_dotted_name(Parser *parser) {
    expect_name(parser);
    while (accept(parser, T_DOT))
        expect_name(parser);
}

static void parse_alias(Parser *parser) {
    if (accept(parser, T_AS))
        expect_name(parser);
}

static void parse_import(Parser *parser) {
    do {
        parser->at++;
        parse_dotted_name(parser);
        parse_alias(parser);
    } while (at(parser, T_COMMA));
}

static void parse_import_names(Parser *parser, bool parenthesised) {
    for (;;) {
        expect_name(parser);
        parse_alias(parser);
        if (!accept(parser, T_COMMA))
            return;
        if (parenthesised && at(parser, T_RPAR))
            return;
        if (!parenthesised && at(parser, T_NEWLINE))
            fail_at(parser, DIAG_SYNTAX, token_range(parser, parser->at),
                    "trailing comma not allowed without surrounding parentheses");
    }
}

static void parse_import_from(Parser *parser) {
    parser->at++;
    bool relative = false;
    while (accept(parser, T_DOT) || accept(parser, T_ELLIPSIS))
        relative = true;
    bool future = !relative && token_is_word(parser, parser->at, "__future__") &&
                  token_ahead(parser, 1) == T_IMPORT;
    if (!relative || !at(parser, T_IMPORT))
        parse_dotted_name(parser);
    expect(parser, T_IMPORT);
    if (future && at(parser, T_STAR)) /* tree-sitter's grammar does not know it */
        diag_report(parser->diags, DIAG_FUTURE, parser->source, token_range(parser, parser->at - 3),
                    NULL, "future feature * is not defined");
    if (accept(parser, T_STAR))
        return;
    bool parenthesised = accept(parser, T_LPAR);
    parse_import_names(parser, parenthesised);
    if (parenthesised)
        expect(parser, T_RPAR);
}

/* [T: bound, *Ts, **P] */
static void parse_type_params(Parser *parser) {
    if (!accept(parser, T_LSQB))
        return;
    do {
        bool variadic = accept(parser, T_STAR) || accept(parser, T_DOUBLESTAR);
        expect_name(parser);
        if (!variadic && accept(parser, T_COLON))
            parse_annotation(parser);
    } while (accept(parser, T_COMMA) && !at(parser, T_RSQB));
    expect(parser, T_RSQB);
}

static bool at_type_alias(const Parser *parser) {
    TokenKind behind = token_ahead(parser, 2);
    return at_word(parser, "type") && token_ahead(parser, 1) == T_NAME &&
           (behind == T_EQUAL || behind == T_LSQB);
}

static void parse_type_alias(Parser *parser) {
    parser->at++;
    expect_name(parser);
    parse_type_params(parser);
    expect(parser, T_EQUAL);
    parse_annotation(parser);
}

static void parse_simple_statement(Parser *parser) {
    switch (token_kind(parser)) {
    case T_DEL:
        parse_delete(parser);
        return;
    case T_RETURN:
        parse_return(parser);
        return;
    case T_RAISE:
        parse_raise(parser);
        return;
    case T_ASSERT:
        parse_assert(parser);
        return;
    case T_PASS:
    case T_BREAK:
    case T_CONTINUE:
        parser->at++;
        return;
    case T_GLOBAL:
    case T_NONLOCAL:
        parse_names(parser);
        return;
    case T_IMPORT:
        parse_import(parser);
        return;
    case T_FROM:
        parse_import_from(parser);
        return;
    default:
        if (at_type_alias(parser))
            parse_type_alias(parser);
        else
            parse_expression_statement(parser);
    }
}

static void parse_simple_statements(Parser *parser) {
    do
        parse_simple_statement(parser);
    while (accept(parser, T_SEMI) && !at(parser, T_NEWLINE));
    expect(parser, T_NEWLINE);
}

/* ---- blocks ---- */

/* After an error: on to the next line; over the block and the clauses of a broken header. */
static void recover(Parser *parser, uint32_t start) {
    bool at_new_line = parser->at > start && parser->tokens[parser->at - 1].kind == T_NEWLINE &&
                       !at(parser, T_INDENT);
    if (at_new_line)
        return;
    while (!at(parser, T_NEWLINE) && !at(parser, T_INDENT) && !at(parser, T_END) &&
           !at(parser, T_ERROR))
        parser->at++;
    accept(parser, T_NEWLINE);
}

static bool is_clause(TokenKind kind) {
    return kind == T_ELSE || kind == T_ELIF || kind == T_EXCEPT || kind == T_FINALLY;
}

static void parse_statements(Parser *parser, TokenKind end);

/* Statements of a block whose header was broken. */
static void parse_stray_block(Parser *parser) {
    if (!accept(parser, T_INDENT))
        return;
    parse_statements(parser, T_DEDENT);
    accept(parser, T_DEDENT);
}

/* One statement under a trap. Returns false if the rest of the file should not be read. */
static bool try_statement(Parser *parser) {
    Parser saved = *parser;
    jmp_buf trap;
    parser->trap = &trap;
    if (setjmp(trap) == 0) {
        parse_statement(parser);
        parser->trap = saved.trap;
        return true;
    }
    uint32_t at_error = parser->at;
    *parser = saved;
    parser->at = at_error;
    TokenProblem problem = parser->list->problem;
    bool reported = problem.message && problem.is_hard;
    if (reported || at(parser, T_ERROR) || diag_error_count(parser->diags) >= MAX_ERRORS)
        return false;
    recover(parser, saved.at);
    parse_stray_block(parser);
    while (is_clause(token_kind(parser))) {
        recover(parser, parser->at);
        parse_stray_block(parser);
    }
    return true;
}

static void parse_statements(Parser *parser, TokenKind end) {
    while (!at(parser, end) && !at(parser, T_END)) {
        if (at(parser, T_DEDENT)) {
            parser->at++; /* left over by a stray block */
        } else if (!try_statement(parser)) {
            parser->at = parser->list->count - 1;
            return;
        }
        if (at(parser, T_ERROR) && diag_error_count(parser->diags) > 0)
            return;
    }
}

void parse_block(Parser *parser, const char *what, uint32_t line) {
    if (!accept(parser, T_NEWLINE)) {
        parse_simple_statements(parser);
        return;
    }
    if (at(parser, T_ERROR))
        fail_here(parser);
    if (!accept(parser, T_INDENT))
        fail_at(parser, DIAG_INDENTATION, token_range(parser, parser->at),
                "expected an indented block after %s on line %u", what, line);
    parse_statements(parser, T_DEDENT);
    accept(parser, T_DEDENT);
}

/* ---- compound statements ---- */

static uint32_t line_here(const Parser *parser) {
    return parser->tokens[parser->at].range.line;
}

static void parse_condition(Parser *parser) {
    Expression condition = parse_named_expression(parser);
    if (at(parser, T_EQUAL))
        check_named_equal(parser, &condition, parser->at);
}

static void parse_else(Parser *parser) {
    uint32_t line = line_here(parser);
    if (!accept(parser, T_ELSE))
        return;
    expect_named(parser, T_COLON);
    parse_block(parser, "'else' statement", line);
}

static void parse_if(Parser *parser) {
    const char *what = "'if' statement";
    do {
        uint32_t line = line_here(parser);
        parser->at++;
        parse_condition(parser);
        expect_colon(parser);
        parse_block(parser, what, line);
        what = "'elif' statement";
    } while (at(parser, T_ELIF));
    parse_else(parser);
}

static void parse_while(Parser *parser) {
    uint32_t line = line_here(parser);
    parser->at++;
    parse_condition(parser);
    expect_colon(parser);
    parse_block(parser, "'while' statement", line);
    parse_else(parser);
}

static void parse_for(Parser *parser, uint32_t line) {
    parser->at++;
    parse_for_target(parser);
    parse_star_expressions(parser);
    expect_colon(parser);
    parse_block(parser, "'for' statement", line);
    parse_else(parser);
}

static void parse_with_item(Parser *parser) {
    parse_expression(parser);
    if (!accept(parser, T_AS))
        return;
    Expression target =
        at(parser, T_STAR) ? parse_star_named_expression(parser) : parse_expression(parser);
    if (at(parser, T_COMMA) || at(parser, T_RPAR) || at(parser, T_COLON))
        check_store(parser, &target);
}

static void parse_parenthesised_items(Parser *parser) {
    expect(parser, T_LPAR);
    do
        parse_with_item(parser);
    while (accept(parser, T_COMMA) && !at(parser, T_RPAR));
    expect(parser, T_RPAR);
}

static void rule_parenthesised_items(Parser *parser) {
    parse_parenthesised_items(parser);
    expect(parser, T_COLON);
}

/* A parenthesised list of items with an `as` among them can be nothing else. */
static bool has_inner_as(const Parser *parser) {
    uint16_t level = parser->tokens[parser->at].level;
    for (uint32_t i = parser->at + 1;
         parser->tokens[i].level >= level && i + 1 < parser->list->count; i++)
        if (parser->tokens[i].kind == T_AS && parser->tokens[i].level == level)
            return true;
    return false;
}

static void parse_with(Parser *parser, uint32_t line) {
    parser->at++;
    if (at(parser, T_LPAR) && (matches(parser, rule_parenthesised_items) || has_inner_as(parser))) {
        parse_parenthesised_items(parser);
    } else {
        do
            parse_with_item(parser);
        while (accept(parser, T_COMMA));
    }
    expect_colon(parser);
    parse_block(parser, "'with' statement", line);
}

/* `except *E` becomes `except* E` for tree-sitter. */
static void join_except_star(Parser *parser, uint32_t except) {
    const Token *token = &parser->tokens[except], *star = &parser->tokens[except + 1];
    if (star->start == token->end)
        return;
    edit_text(parser, token->end, 1, '*', true);
    blot_star(parser, except + 1);
}

static void refuse_exception_list(Parser *parser, const Expression *first) {
    if (!at(parser, T_COMMA))
        return;
    while (accept(parser, T_COMMA))
        if (starts_expression(token_kind(parser)))
            parse_expression(parser);
    uint32_t end = parser->at;
    parse_alias(parser);
    if (at(parser, T_COLON))
        fail_at(parser, DIAG_SYNTAX, part_range(parser, first->outer_first, end),
                "multiple exception types must be parenthesized");
    fail_here(parser);
}

/* Returns whether the clause is an `except*`. */
static bool parse_except(Parser *parser) {
    uint32_t line = line_here(parser), except = parser->at++;
    bool star = at(parser, T_STAR);
    if (star) {
        join_except_star(parser, except);
        parser->at++;
    }
    if (star && (at(parser, T_NEWLINE) || at(parser, T_COLON)))
        fail_at(parser, DIAG_SYNTAX, token_range(parser, parser->at),
                "expected one or more exception types");
    if (!at(parser, T_COLON) && !at(parser, T_NEWLINE)) {
        Expression type = parse_expression(parser);
        refuse_exception_list(parser, &type);
        parse_alias(parser);
    }
    expect_colon(parser);
    parse_block(parser, star ? "'except*' statement" : "'except' statement", line);
    return star;
}

static void parse_finally(Parser *parser) {
    uint32_t line = line_here(parser);
    if (!accept(parser, T_FINALLY))
        return;
    expect_named(parser, T_COLON);
    parse_block(parser, "'finally' statement", line);
}

static void parse_try(Parser *parser) {
    uint32_t line = line_here(parser);
    parser->at++;
    expect_named(parser, T_COLON);
    parse_block(parser, "'try' statement", line);
    if (!at(parser, T_EXCEPT) && !at(parser, T_FINALLY)) {
        if (at(parser, T_ERROR))
            fail_here(parser);
        fail_at(parser, DIAG_SYNTAX, token_range(parser, parser->at),
                "expected 'except' or 'finally' block");
    }
    bool first = at(parser, T_EXCEPT), star = token_ahead(parser, 1) == T_STAR;
    while (at(parser, T_EXCEPT)) {
        if (star != (token_ahead(parser, 1) == T_STAR))
            fail_at(parser, DIAG_SYNTAX, token_range(parser, parser->at),
                    "cannot have both 'except' and 'except*' on the same 'try'");
        parse_except(parser);
    }
    if (first)
        parse_else(parser);
    parse_finally(parser);
}

static void parse_def(Parser *parser) {
    uint32_t line = line_here(parser);
    parser->at++;
    expect_name(parser);
    parse_type_params(parser);
    expect_named(parser, T_LPAR);
    parse_parameters(parser, T_RPAR);
    parser->at++;
    if (at(parser, T_RARROW) && starts_expression(token_ahead(parser, 1))) {
        parser->at++;
        parse_annotation(parser);
    }
    expect_named(parser, T_COLON);
    parse_block(parser, "function definition", line);
}

static void parse_class(Parser *parser) {
    uint32_t line = line_here(parser);
    parser->at++;
    expect_name(parser);
    parse_type_params(parser);
    if (accept(parser, T_LPAR))
        parse_call_arguments(parser);
    expect_colon(parser);
    parse_block(parser, "class definition", line);
}

static void parse_async(Parser *parser) {
    uint32_t line = line_here(parser);
    parser->at++;
    switch (token_kind(parser)) {
    case T_DEF:
        parse_def(parser);
        return;
    case T_FOR:
        parse_for(parser, line);
        return;
    case T_WITH:
        parse_with(parser, line);
        return;
    default:
        fail_here(parser);
    }
}

static void parse_decorated(Parser *parser) {
    while (accept(parser, T_AT)) {
        parse_condition(parser);
        expect(parser, T_NEWLINE);
    }
    if (at(parser, T_CLASS))
        parse_class(parser);
    else if (at(parser, T_DEF))
        parse_def(parser);
    else if (at(parser, T_ASYNC) && token_ahead(parser, 1) == T_DEF)
        parse_async(parser);
    else
        fail_here(parser);
}

static void parse_statement(Parser *parser) {
    uint32_t line = line_here(parser);
    switch (token_kind(parser)) {
    case T_IF:
        parse_if(parser);
        return;
    case T_WHILE:
        parse_while(parser);
        return;
    case T_FOR:
        parse_for(parser, line);
        return;
    case T_WITH:
        parse_with(parser, line);
        return;
    case T_TRY:
        parse_try(parser);
        return;
    case T_DEF:
        parse_def(parser);
        return;
    case T_CLASS:
        parse_class(parser);
        return;
    case T_ASYNC:
        parse_async(parser);
        return;
    case T_AT:
        parse_decorated(parser);
        return;
    default:
        if (at_match_statement(parser))
            parse_match_statement(parser);
        else
            parse_simple_statements(parser);
    }
}

void parse_file(Parser *parser) {
    parse_statements(parser, T_END);
}
