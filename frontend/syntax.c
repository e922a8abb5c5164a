/*
 * syntax.c — the syntax checker's entry, its errors and the helpers its files share (see
 * syntax_parser.h). Where errors are placed and which of two wins follows CPython's Parser/pegen.c
 * and pegen_errors.c.
 */
#include "syntax_parser.h"

#include <stdarg.h>
#include <string.h>

enum { MAX_NESTED_RULES = 3000 };

/* ---- tokens ---- */

TokenKind token_ahead(const Parser *parser, uint32_t ahead) {
    uint32_t index = parser->at + ahead;
    return index < parser->list->count ? (TokenKind)parser->tokens[index].kind : T_END;
}

bool token_is_word(const Parser *parser, uint32_t index, const char *word) {
    const Token *token = &parser->tokens[index];
    size_t size = strlen(word);
    return token->kind == T_NAME && token->end - token->start == size &&
           memcmp(parser->text + token->start, word, size) == 0;
}

bool at_word(const Parser *parser, const char *word) {
    return token_is_word(parser, parser->at, word);
}

bool accept(Parser *parser, TokenKind kind) {
    if (!at(parser, kind))
        return false;
    parser->at++;
    return true;
}

void expect(Parser *parser, TokenKind kind) {
    if (!accept(parser, kind))
        fail_here(parser);
}

Range token_range(const Parser *parser, uint32_t index) {
    return parser->tokens[index].range;
}

Range part_range(const Parser *parser, uint32_t first, uint32_t end) {
    Range start = parser->tokens[first].range,
          last = parser->tokens[end > first ? end - 1 : first].range;
    return (Range){start.line, start.column, last.end_line, last.end_column};
}

void expect_named(Parser *parser, TokenKind kind) {
    if (at(parser, T_ERROR))
        fail_here(parser);
    if (accept(parser, kind))
        return;
    forget_legacy(parser);
    fail_at(parser, DIAG_SYNTAX, token_range(parser, parser->at), "expected '%s'",
            token_text(kind));
}

void expect_colon(Parser *parser) {
    if (at(parser, T_NEWLINE))
        fail_at(parser, DIAG_SYNTAX, token_range(parser, parser->at), "expected ':'");
    expect(parser, T_COLON);
}

const char *kind_text(ExpressionKind kind) {
    static const char *const texts[] = {
#define X(kind, text) text,
        EXPRESSION_KINDS(X)
#undef X
    };
    return texts[kind];
}

/* ---- errors ---- */

static const char unexpected_indent[] = "unexpected indent";

/* A hard error of the tokenizer wins over every error of the parser before it, but for one. */
_Noreturn static void report(Parser *parser, DiagKind kind, Range range, const char *message) {
    TokenProblem problem = parser->list->problem;
    const char *prefix = parser->prefix;
    if (parser->around && parser->around->problem.message && parser->around->problem.is_hard) {
        problem = parser->around->problem;
        prefix = "";
    }
    if (problem.message && problem.is_hard && strcmp(message, unexpected_indent) != 0) {
        kind = problem.kind;
        range = problem.range;
        message = problem.message;
    }
    diag_report(parser->diags, kind, parser->source, range, NULL, "%s%s", prefix, message);
    longjmp(*parser->trap, 1);
}

/* A bracket left open before the error explains it better, if it was opened on an earlier line. */
static void prefer_unclosed(Parser *parser) {
    const TokenList *list = parser->list;
    const Token *token = &parser->tokens[parser->at];
    if (list->unclosed.line && token->range.line > list->unclosed.line)
        report(parser, DIAG_BRACKET, list->unclosed,
               arena_printf(parser->arena, "'%c' was never closed", list->unclosed_bracket));
}

/* "Missing parentheses": tokens `first` to `end` read like a statement of Python 2. */
_Noreturn static void report_legacy(Parser *parser, uint32_t first, uint32_t end) {
    const Token *token = &parser->tokens[first];
    const char *word =
        arena_copy(parser->arena, parser->text + token->start, token->end - token->start);
    report(parser, DIAG_SYNTAX, part_range(parser, first, end),
           arena_printf(parser->arena, "Missing parentheses in call to '%s'. Did you mean %s(...)?",
                        word, word));
}

_Noreturn void fail_at(Parser *parser, DiagKind kind, Range range, const char *format, ...) {
    if (parser->at > parser->furthest)
        parser->furthest = parser->at;
    if (parser->quiet)
        longjmp(*parser->trap, 1);
    va_list args;
    va_start(args, format);
    const char *message = arena_vprintf(parser->arena, format, args);
    va_end(args);
    bool is_by_string = kind == DIAG_STRING || kind == DIAG_FSTRING || kind == DIAG_LIMIT;
    prefer_unclosed(parser);
    if (parser->legacy_end && !is_by_string)
        report_legacy(parser, parser->legacy_first, parser->legacy_end);
    report(parser, kind, range, message);
}

/* What the tokenizer found, now that the parser has come to it. */
static void check_token_problem(Parser *parser) {
    TokenProblem problem = parser->list->problem;
    if (at(parser, T_ERROR))
        report(parser, problem.kind, problem.range, problem.message);
}

/* An attempt that came to the end of what can be read: that is the error. */
static void check_attempt(Parser *parser) {
    uint32_t here = parser->at;
    parser->at = parser->attempt_end;
    check_token_problem(parser);
    parser->at = here;
}

static bool is_legacy_name(const Parser *parser, uint32_t index) {
    return token_is_word(parser, index, "print") || token_is_word(parser, index, "exec");
}

static bool is_soft_keyword(const Parser *parser, uint32_t index) {
    return token_is_word(parser, index, "match") || token_is_word(parser, index, "case") ||
           token_is_word(parser, index, "_");
}

static void rule_expression(Parser *parser) {
    parse_expression(parser);
}
static void rule_star_expressions(Parser *parser) {
    parse_star_expressions(parser);
}

/* `print x`, as Python 2 had it. */
static void check_legacy(Parser *parser) {
    uint32_t name = parser->operand_first;
    if (parser->operand_end != name + 1 || !is_legacy_name(parser, name) ||
        !would_match(parser, rule_star_expressions))
        return;
    check_attempt(parser);
    prefer_unclosed(parser);
    report_legacy(parser, name, parser->attempt_end);
}

void note_legacy(Parser *parser, uint32_t first) {
    bool is_target = parser->no_in;
    if (parser->quiet || parser->legacy_end || is_target || !is_legacy_name(parser, first) ||
        parser->tokens[first + 1].kind == T_LPAR)
        return;
    uint32_t here = parser->at;
    parser->at = first + 1;
    if (would_match(parser, rule_star_expressions)) {
        parser->legacy_first = first;
        parser->legacy_end = parser->attempt_end;
    }
    parser->at = here;
}

/* Two expressions in a row inside brackets. */
static void check_comma(Parser *parser) {
    uint32_t first = parser->operand_first;
    bool name_string =
        parser->tokens[first].kind == T_NAME && parser->tokens[first + 1].kind == T_STRING;
    bool legacy = parser->operand_end == first + 1 && is_legacy_name(parser, first);
    if (name_string || is_soft_keyword(parser, first))
        return;
    bool matched = would_match(parser, rule_expression);
    check_attempt(parser);
    if (!matched || legacy)
        return;
    if (parser->tokens[parser->attempt_end - 1].level > 0 || parser->fields > 0)
        fail_at(parser, DIAG_SYNTAX, part_range(parser, first, parser->attempt_end),
                "invalid syntax. Perhaps you forgot a comma?");
}

_Noreturn void fail_here(Parser *parser) {
    if (parser->quiet)
        fail_at(parser, DIAG_SYNTAX, token_range(parser, parser->at), "invalid syntax");
    check_token_problem(parser);
    if (parser->operand_end == parser->at && parser->operand_end > 0) {
        check_legacy(parser);
        check_comma(parser);
    }
    if (parser->furthest > parser->at)
        parser->at = parser->furthest;
    check_token_problem(parser);
    Range range = token_range(parser, parser->at);
    if (at(parser, T_INDENT)) {
        range.column = range.end_column - 1;
        fail_at(parser, DIAG_INDENTATION, range, "%s", unexpected_indent);
    }
    fail_at(parser, DIAG_SYNTAX, range, "invalid syntax");
}

void check_store(Parser *parser, const Expression *target) {
    Part bad = target->bad_store;
    if (bad.kind != E_NONE)
        fail_at(parser, DIAG_TARGET, part_range(parser, bad.first, bad.end), "cannot assign to %s",
                kind_text(bad.kind));
}

bool would_match(Parser *parser, void (*rule)(Parser *parser)) {
    uint32_t furthest = parser->furthest;
    bool matched = matches(parser, rule);
    parser->furthest = furthest;
    return matched;
}

bool matches(Parser *parser, void (*rule)(Parser *parser)) {
    Parser saved = *parser;
    jmp_buf trap;
    parser->trap = &trap;
    parser->quiet++;
    bool matched = setjmp(trap) == 0;
    if (matched)
        rule(parser);
    uint32_t furthest = parser->furthest, end = parser->at;
    *parser = saved;
    parser->furthest = furthest;
    parser->attempt_end = end;
    return matched;
}

void enter(Parser *parser) {
    if (++parser->depth > MAX_NESTED_RULES)
        fail_at(parser, DIAG_LIMIT, token_range(parser, parser->at),
                "too deeply nested: more than %d levels", MAX_NESTED_RULES);
}

void leave(Parser *parser) {
    parser->depth--;
}

/* ---- tree-sitter's copy of the text ---- */

void edit_text(Parser *parser, uint32_t start, uint32_t size, char fill, bool to_end) {
    if (parser->quiet)
        return;
    Edit edit = {start, size, fill, to_end};
    VEC_PUSH(parser->arena, parser->edits, edit);
}

/* The token behind the bracket that closes the one at `open`. */
static uint32_t behind_bracket(const Token *tokens, uint32_t open) {
    int depth = 0;
    do {
        depth += tokens[open].kind == T_LPAR || tokens[open].kind == T_LSQB;
        depth -= tokens[open].kind == T_RPAR || tokens[open].kind == T_RSQB;
    } while (tokens[open++].kind != T_NEWLINE && depth > 0);
    return open;
}

/* At the start of a block a blank would shift the block's indentation. tree-sitter understands the
 * star of a target there (see read_expression_kind); anything else becomes an error it reports. */
static void blot_first_star(Parser *parser, uint32_t star) {
    const Token *tokens = parser->tokens;
    uint32_t end = star + 2;
    while (tokens[end].kind == T_DOT || tokens[end].kind == T_LPAR || tokens[end].kind == T_LSQB)
        end = tokens[end].kind == T_DOT ? end + 2 : behind_bracket(tokens, end);
    bool simple = tokens[star + 1].kind == T_NAME &&
                  (tokens[end].kind == T_COMMA || tokens[end].kind == T_EQUAL);
    if (!simple)
        edit_text(parser, tokens[star].start, 1, '1', true);
}

void blot_star(Parser *parser, uint32_t token) {
    if (token > 0 && parser->tokens[token - 1].kind == T_INDENT)
        blot_first_star(parser, token);
    else
        edit_text(parser, parser->tokens[token].start, 1, ' ', true);
}

static bool has_non_ascii(const Parser *parser, const Token *token) {
    for (uint32_t i = token->start; i < token->end; i++)
        if (parser->text[i] & 0x80)
            return true;
    return false;
}

void blot_name(Parser *parser, uint32_t index) {
    static const char *const words[] = {"print", "exec", "match", "case", "type"};
    const Token *token = &parser->tokens[index];
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (token_is_word(parser, index, words[i]))
            edit_text(parser, token->start, 1, '_', false);
    if (has_non_ascii(parser, token))
        edit_text(parser, token->start, token->end - token->start, '_', true);
}

void expect_name(Parser *parser) {
    if (!at(parser, T_NAME))
        fail_here(parser);
    blot_name(parser, parser->at++);
}

/* Blanks what stands between the tokens of one logical line. tree-sitter would take a line that
 * continues it with less indentation than its block for the end of the block. */
static void join_lines(char *text, const TokenList *list) {
    for (uint32_t i = 0; i + 1 < list->count; i++) {
        const Token *token = &list->items[i], *next = token + 1;
        bool joined = token->kind >= T_NAME && next->kind >= T_NAME;
        if (joined && token->range.end_line != next->range.line)
            memset(text + token->end, ' ', next->start - token->end);
    }
}

static const char *masked_text(const Parser *parser) {
    char *text = arena_copy(parser->arena, parser->text, parser->source->text.size);
    for (size_t i = 0; i < parser->edits->count; i++) {
        Edit edit = parser->edits->items[i];
        memset(text + edit.start, edit.fill, edit.to_end ? edit.size : 1);
    }
    join_lines(text, parser->list);
    return text;
}

const char *syntax_check(Arena *arena, DiagSink *diags, const Source *source) {
    uint32_t errors = diag_error_count(diags);
    TokenList list = token_list(arena, source);
    EditVec edits = {0};
    Parser parser = {.arena = arena,
                     .diags = diags,
                     .source = source,
                     .text = source->text.data,
                     .tokens = list.items,
                     .list = &list,
                     .edits = &edits,
                     .annotation_level = -1,
                     .prefix = ""};
    parse_file(&parser);
    return diag_error_count(diags) == errors ? masked_text(&parser) : NULL;
}
