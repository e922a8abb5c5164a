/*
 * syntax_pattern.c — the syntax checker's parser: match statements (see syntax_parser.h). `match`
 * and `case` are keywords only where a match statement can be.
 */
#include "syntax_parser.h"

#include <string.h>

static void parse_pattern(Parser *parser);

/* ---- patterns ---- */

static bool is_imaginary(const Parser *parser, uint32_t token) {
    return (parser->text[parser->tokens[token].end - 1] | 0x20) == 'j';
}

/* signed_number, or complex_number: real part, sign, imaginary part */
static void parse_number_pattern(Parser *parser) {
    accept(parser, T_MINUS);
    uint32_t real = parser->at;
    expect(parser, T_NUMBER);
    if (!accept(parser, T_PLUS) && !accept(parser, T_MINUS))
        return;
    uint32_t imaginary = parser->at;
    expect(parser, T_NUMBER);
    if (is_imaginary(parser, real))
        fail_at(parser, DIAG_PATTERN, token_range(parser, real),
                "real number required in complex literal");
    if (!is_imaginary(parser, imaginary))
        fail_at(parser, DIAG_PATTERN, token_range(parser, imaginary),
                "imaginary number required in complex literal");
}

/* The arguments of a class pattern, behind the opening parenthesis. */
static void parse_class_arguments(Parser *parser) {
    uint32_t first_positional = 0;
    bool keyword = false;
    while (!at(parser, T_RPAR)) {
        if (at(parser, T_NAME) && token_ahead(parser, 1) == T_EQUAL) {
            expect_name(parser);
            parser->at++;
            keyword = true;
        } else if (keyword && !first_positional) {
            first_positional = parser->at;
        }
        parse_pattern(parser);
        if (!accept(parser, T_COMMA))
            break;
    }
    if (at(parser, T_RPAR) && first_positional)
        fail_at(parser, DIAG_PATTERN, part_range(parser, first_positional, parser->at),
                "positional patterns follow keyword patterns");
    expect(parser, T_RPAR);
}

/* A capture, a dotted name, or a class pattern. */
static void parse_name_pattern(Parser *parser) {
    if (token_is_word(parser, parser->at, "_") && token_ahead(parser, 1) != T_DOT &&
        token_ahead(parser, 1) != T_LPAR)
        parser->at++;
    else
        expect_name(parser);
    while (accept(parser, T_DOT))
        expect_name(parser);
    if (accept(parser, T_LPAR))
        parse_class_arguments(parser);
}

static void parse_star_pattern(Parser *parser) {
    parser->at++;
    if (at_word(parser, "_"))
        parser->at++;
    else
        expect_name(parser);
}

static void parse_sequence_item(Parser *parser) {
    if (at(parser, T_STAR))
        parse_star_pattern(parser);
    else
        parse_pattern(parser);
}

/* A group or a sequence: a lone starred pattern needs a comma in parentheses. */
static void parse_sequence_pattern(Parser *parser, TokenKind close) {
    parser->at++;
    bool star = at(parser, T_STAR), comma = false;
    while (!at(parser, close)) {
        parse_sequence_item(parser);
        if (!accept(parser, T_COMMA))
            break;
        comma = true;
    }
    if (star && !comma && close == T_RPAR)
        fail_here(parser);
    expect(parser, close);
}

static void parse_mapping_key(Parser *parser) {
    switch (token_kind(parser)) {
    case T_MINUS:
    case T_NUMBER:
        parse_number_pattern(parser);
        return;
    case T_STRING:
        parse_strings(parser);
        return;
    case T_NONE:
    case T_TRUE:
    case T_FALSE:
        parser->at++;
        return;
    default:
        expect_name(parser);
        if (!at(parser, T_DOT))
            fail_here(parser);
        while (accept(parser, T_DOT))
            expect_name(parser);
    }
}

static void parse_mapping_pattern(Parser *parser) {
    parser->at++;
    while (!at(parser, T_RBRACE)) {
        if (accept(parser, T_DOUBLESTAR)) {
            if (at_word(parser, "_"))
                parser->at++, fail_here(parser);
            expect_name(parser);
            accept(parser, T_COMMA);
            break;
        }
        parse_mapping_key(parser);
        expect(parser, T_COLON);
        parse_pattern(parser);
        if (!accept(parser, T_COMMA))
            break;
    }
    expect(parser, T_RBRACE);
}

static void parse_string_pattern(Parser *parser) {
    Expression strings = parse_strings(parser);
    if (strings.kind == E_FORMAT_STRING)
        fail_at(parser, DIAG_PATTERN, part_range(parser, strings.first, strings.end),
                "patterns may only match literals and attribute lookups");
}

static void parse_closed_pattern(Parser *parser) {
    switch (token_kind(parser)) {
    case T_NUMBER:
    case T_MINUS:
        parse_number_pattern(parser);
        return;
    case T_STRING:
        parse_string_pattern(parser);
        return;
    case T_NONE:
    case T_TRUE:
    case T_FALSE:
        parser->at++;
        return;
    case T_NAME:
        parse_name_pattern(parser);
        return;
    case T_LPAR:
        parse_sequence_pattern(parser, T_RPAR);
        return;
    case T_LSQB:
        parse_sequence_pattern(parser, T_RSQB);
        return;
    case T_LBRACE:
        parse_mapping_pattern(parser);
        return;
    default:
        fail_here(parser);
    }
}

static void rule_expression(Parser *parser) {
    parse_expression(parser);
}

static void parse_as_target(Parser *parser) {
    if (at_word(parser, "_"))
        fail_at(parser, DIAG_PATTERN, token_range(parser, parser->at),
                "cannot use '_' as a target");
    if (!at(parser, T_NAME) && would_match(parser, rule_expression))
        fail_at(parser, DIAG_PATTERN, token_range(parser, parser->at), "invalid pattern target");
    expect_name(parser);
}

static void parse_pattern(Parser *parser) {
    enter(parser);
    do
        parse_closed_pattern(parser);
    while (accept(parser, T_VBAR));
    if (accept(parser, T_AS))
        parse_as_target(parser);
    leave(parser);
}

/* open_sequence_pattern | pattern */
static void parse_patterns(Parser *parser) {
    bool star = at(parser, T_STAR);
    parse_sequence_item(parser);
    if (star && !at(parser, T_COMMA))
        fail_here(parser);
    while (accept(parser, T_COMMA)) {
        if (at(parser, T_COLON) || at(parser, T_IF))
            break;
        parse_sequence_item(parser);
    }
}

/* ---- the statement ---- */

static void parse_subject(Parser *parser) {
    parser->at++; /* match */
    Expression first = parse_star_named_expression(parser);
    if (first.kind == E_STARRED && !at(parser, T_COMMA))
        fail_here(parser);
    while (accept(parser, T_COMMA))
        if (starts_expression(token_kind(parser)) || at(parser, T_STAR))
            parse_star_named_expression(parser);
}

static void rule_header(Parser *parser) {
    parse_subject(parser);
    expect(parser, T_COLON);
    expect(parser, T_NEWLINE);
}

static void rule_header_without_colon(Parser *parser) {
    parse_subject(parser);
    expect(parser, T_NEWLINE);
}

static void rule_value_line(Parser *parser) {
    parse_value(parser);
    expect(parser, T_NEWLINE);
}

static bool maybe_match(const Parser *parser) {
    TokenKind next = token_ahead(parser, 1);
    return at_word(parser, "match") && (starts_expression(next) || next == T_STAR);
}

bool at_match_statement(Parser *parser) {
    if (!maybe_match(parser))
        return false;
    if (matches(parser, rule_header))
        return true;
    if (would_match(parser, rule_header_without_colon) && !would_match(parser, rule_value_line)) {
        parse_subject(parser);
        expect_named(parser, T_COLON);
    }
    return false;
}

static void parse_case(Parser *parser) {
    uint32_t line = parser->tokens[parser->at].range.line;
    if (!at_word(parser, "case"))
        fail_here(parser);
    parser->at++;
    parse_patterns(parser);
    if (accept(parser, T_IF))
        parse_named_expression(parser);
    expect_colon(parser);
    parse_block(parser, "'case' statement", line);
}

void parse_match_statement(Parser *parser) {
    uint32_t line = parser->tokens[parser->at].range.line;
    parse_subject(parser);
    parser->at += 2; /* the colon and the newline */
    if (!accept(parser, T_INDENT))
        fail_at(parser, DIAG_INDENTATION, token_range(parser, parser->at),
                "expected an indented block after 'match' statement on line %u", line);
    parser->operand_end = 0;
    do
        parse_case(parser);
    while (!at(parser, T_DEDENT) && !at(parser, T_END));
    accept(parser, T_DEDENT);
}
