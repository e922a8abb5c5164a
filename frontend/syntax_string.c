/*
 * syntax_string.c — the syntax checker's parser: string literals, their escapes and the replacement
 * fields of f-strings (see syntax_parser.h). CPython reports errors in a literal at the token
 * behind it, errors in the expression of a field where they are.
 */
#include "syntax_parser.h"

#include "literal.h"

#include <string.h>

enum { MAX_FIELD_DEPTH = 2 /* a field, and fields in its format specification */ };

typedef struct Literal {
    StringPrefix prefix;
    uint32_t token;
    uint32_t end; /* byte behind the contents */
} Literal;

_Noreturn static void fail_string(Parser *parser, const char *message) {
    fail_at(parser, DIAG_FSTRING, token_range(parser, parser->at), "f-string: %s", message);
}

static void check_text(Parser *parser, const Literal *literal, uint32_t start, uint32_t end) {
    const char *text = parser->text + start;
    bool plain = !memchr(text, '\\', end - start) && !literal->prefix.is_bytes;
    if (parser->quiet || plain)
        return;
    ByteVec scratch = {0};
    LiteralProblem problem = literal_decode(parser->arena, &scratch, (Str){text, end - start},
                                            &literal->prefix, literal->prefix.is_format);
    if (problem.message) {
        bool at_token = problem.message[0] == 'b';
        fail_at(parser, DIAG_STRING, token_range(parser, at_token ? literal->token : parser->at),
                "%s", problem.message);
    }
    if (problem.escape) {
        Range range = source_position(parser->source, (uint32_t)(problem.escape - parser->text));
        range.end_column += 2;
        diag_report(parser->diags, DIAG_ESCAPE, parser->source, range, NULL,
                    "invalid escape sequence '\\%c'", problem.escape[1]);
    }
}

static uint32_t check_pieces(Parser *parser, const Literal *literal, uint32_t at, int depth);

static uint32_t skip_blanks(const Parser *parser, uint32_t at, uint32_t end) {
    while (at < end && strchr(" \t\n\f", parser->text[at]))
        at++;
    return at;
}

/* Parses the expression of a field, whose tokens are `list`. */
static void check_expression(Parser *parser, const TokenList *list) {
    Parser field = *parser;
    field.tokens = list->items;
    field.list = list;
    field.around = parser->around ? parser->around : parser->list;
    field.at = field.furthest = field.operand_first = field.operand_end = field.legacy_end = 0;
    field.fields++;
    field.annotation_level = -1;
    field.no_in = false;
    field.prefix = "f-string: ";
    enter(&field);
    Expression value = parse_value(&field);
    if (!at(&field, T_END))
        fail_here(&field);
    if (value.kind == E_STARRED && !value.in_parens)
        fail_at(&field, DIAG_FSTRING, part_range(&field, value.first, value.end),
                "cannot use starred expression here");
}

static void check_field_tokens(Parser *parser, const Literal *literal, const TokenList *list,
                               uint32_t at) {
    const char *message = list->problem.message;
    if (message && list->problem.is_hard && message[0] == 'f')
        fail_at(parser, DIAG_FSTRING, token_range(parser, parser->at), "%s", message);
    if (message && list->problem.is_hard)
        fail_string(parser, message);
    if (message && list->problem.kind == DIAG_TOKEN)
        fail_at(parser, DIAG_FSTRING, token_range(parser, parser->at),
                "f-string expression part cannot include a backslash");
    if (at >= literal->end || list->unclosed.line)
        fail_string(parser, "expecting '}'");
}

/* Hides from tree-sitter the comments between bytes `at` and `end`, where there are no tokens, and
 * in a literal of one line the ends of lines. */
static void hide_layout(Parser *parser, const Literal *literal, uint32_t at, uint32_t end) {
    const char *gap = parser->text + at;
    bool comment = memchr(gap, '#', end - at);
    if (comment || (literal->prefix.quote_size == 1 && memchr(gap, '\n', end - at)))
        edit_text(parser, at, end - at, ' ', true);
}

/* The same between the tokens of a field's expression, which goes from byte `at` to byte `end`. */
static void hide_field_layout(Parser *parser, const Literal *literal, const TokenList *list,
                              uint32_t at, uint32_t end) {
    for (uint32_t i = 0; i < list->count && list->items[i].kind != T_END; i++) {
        hide_layout(parser, literal, at, list->items[i].start);
        at = list->items[i].end;
    }
    hide_layout(parser, literal, at, end);
}

/* `!r`; returns the byte behind it. */
static uint32_t check_conversion(Parser *parser, const Literal *literal, uint32_t at) {
    if (at + 1 >= literal->end)
        fail_string(parser, "expecting '}'");
    if (!strchr("sra", parser->text[at + 1]))
        fail_string(parser, "invalid conversion character: expected 's', 'r', or 'a'");
    return at + 2;
}

/* A replacement field; `at` is behind its brace. Returns the byte behind the closing brace. */
static uint32_t check_field(Parser *parser, const Literal *literal, uint32_t at, int depth) {
    const char *text = parser->text;
    if (depth >= MAX_FIELD_DEPTH)
        fail_string(parser, "expressions nested too deeply");
    uint32_t field = at, start = skip_blanks(parser, at, literal->end);
    if (start >= literal->end)
        fail_string(parser, "expecting '}'");
    if (text[start] == '!' && text[start + 1] != '=')
        fail_string(parser, "expression required before '!'");
    if (text[start] == '}' || text[start] == ':')
        fail_string(parser, "empty expression not allowed");
    at = start;
    TokenList list = token_field(parser->arena, parser->source, &at, literal->end);
    check_field_tokens(parser, literal, &list, at);
    check_expression(parser, &list);
    hide_field_layout(parser, literal, &list, field, at);
    if (text[at] == '=') {
        uint32_t behind = at + 1;
        at = skip_blanks(parser, behind, literal->end);
        hide_layout(parser, literal, behind, at);
    }
    if (at < literal->end && text[at] == '!')
        at = check_conversion(parser, literal, at);
    if (at < literal->end && text[at] == ':') {
        if (text[at + 1] == '=') /* tree-sitter would see a := */
            edit_text(parser, at + 1, 1, '-', true);
        at = check_pieces(parser, literal, at + 1, depth + 1);
    }
    if (at >= literal->end || text[at] != '}')
        fail_string(parser, "expecting '}'");
    return at + 1;
}

/* The byte behind a backslash and what it escapes, at `at`. */
static uint32_t skip_escape(const Parser *parser, const Literal *literal, uint32_t at) {
    const char *text = parser->text;
    if (literal->prefix.is_raw)
        return at + 1;
    if (text[at + 1] == 'N' && text[at + 2] == '{') {
        const char *close = memchr(text + at, '}', literal->end - at);
        return close ? (uint32_t)(close - text) + 1 : literal->end;
    }
    return text[at + 1] == '{' || text[at + 1] == '}' ? at + 1 : at + 2;
}

/* Text and fields from byte `at` on: at depth 0 to the end of the literal, deeper (in a format
 * specification) to the brace that closes the field. Returns where that is. */
static uint32_t check_pieces(Parser *parser, const Literal *literal, uint32_t at, int depth) {
    const char *text = parser->text;
    uint32_t start = at;
    while (at < literal->end) {
        char byte = text[at];
        bool doubled = depth == 0 && at + 1 < literal->end && text[at + 1] == byte;
        if (byte == '\\') {
            at = skip_escape(parser, literal, at);
        } else if ((byte == '{' || byte == '}') && doubled) {
            at += 2;
        } else if (byte == '{') {
            check_text(parser, literal, start, at);
            start = at = check_field(parser, literal, at + 1, depth);
        } else if (byte == '}') {
            if (depth == 0)
                fail_string(parser, "single '}' is not allowed");
            break;
        } else {
            at++;
        }
    }
    check_text(parser, literal, start, at < literal->end ? at : literal->end);
    return at;
}

static void check_literal(Parser *parser, uint32_t index) {
    const Token *token = &parser->tokens[index];
    Literal literal = {.prefix = literal_prefix(parser->text + token->start), .token = index};
    uint32_t start = token->start + literal.prefix.content_start;
    literal.end = token->end - literal.prefix.quote_size;
    if (literal.prefix.is_format)
        check_pieces(parser, &literal, start, 0);
    else
        check_text(parser, &literal, start, literal.end);
}

Expression parse_strings(Parser *parser) {
    uint32_t first = parser->at;
    bool bytes = false, text = false, format = false;
    for (; at(parser, T_STRING); parser->at++) {
        StringPrefix prefix = literal_prefix(parser->text + parser->tokens[parser->at].start);
        bytes |= prefix.is_bytes;
        text |= !prefix.is_bytes;
        format |= prefix.is_format;
    }
    if (bytes && text)
        fail_at(parser, DIAG_STRING, token_range(parser, first),
                "cannot mix bytes and nonbytes literals");
    for (uint32_t i = first; i < parser->at; i++)
        check_literal(parser, i);
    Expression strings = {.kind = format ? E_FORMAT_STRING : E_LITERAL,
                          .first = first,
                          .end = parser->at,
                          .outer_first = first,
                          .is_operand = true};
    strings.bad_store = strings.bad_delete = (Part){strings.kind, first, parser->at};
    return strings;
}
