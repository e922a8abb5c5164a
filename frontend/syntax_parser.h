/*
 * syntax_parser.h — shared by the files of the syntax checker's parser (syntax*.c).
 *
 * A recursive-descent parser over the tokens that builds no tree: each expression it passes is
 * summed up in an Expression (its kind, where it stands, what in it could not be assigned to),
 * which is all that CPython's error messages need. The first error of a statement ends the
 * statement by longjmp; the parser then goes on with the next line.
 *
 * CPython parses a second time for its better messages, with rules named invalid_*; the messages
 * here are made at the point where the first parse fails, by looking back at what was just parsed.
 *
 * On the way the parser notes edits to the copy of the text that tree-sitter will read, all of
 * equal length: the star of a starred expression becomes a blank (the reader finds it in the
 * source), names that are keywords to tree-sitter's grammar get a `_`, a name that is subscripted
 * in an annotation becomes digits (else the grammar takes it for a generic type).
 */
#ifndef PYASYNCC_FRONTEND_SYNTAX_PARSER_H
#define PYASYNCC_FRONTEND_SYNTAX_PARSER_H

#include "syntax.h"
#include "token.h"

#include <setjmp.h>

/* Kinds of expressions as CPython's messages name them. */
#define EXPRESSION_KINDS(X)                                                                        \
    X(NONE, "")                                                                                    \
    X(NAME, "name")                                                                                \
    X(ATTRIBUTE, "attribute")                                                                      \
    X(SUBSCRIPT, "subscript")                                                                      \
    X(STARRED, "starred")                                                                          \
    X(LIST, "list")                                                                                \
    X(TUPLE, "tuple")                                                                              \
    X(LAMBDA, "lambda")                                                                            \
    X(CALL, "function call")                                                                       \
    X(OPERATION, "expression")                                                                     \
    X(GENERATOR, "generator expression")                                                           \
    X(YIELD, "yield expression")                                                                   \
    X(AWAIT, "await expression")                                                                   \
    X(LIST_COMP, "list comprehension")                                                             \
    X(SET_COMP, "set comprehension")                                                               \
    X(DICT_COMP, "dict comprehension")                                                             \
    X(DICT, "dict literal")                                                                        \
    X(SET, "set display")                                                                          \
    X(FORMAT_STRING, "f-string expression")                                                        \
    X(LITERAL, "literal")                                                                          \
    X(TRUE, "True")                                                                                \
    X(FALSE, "False")                                                                              \
    X(NONE_VALUE, "None")                                                                          \
    X(ELLIPSIS, "ellipsis")                                                                        \
    X(COMPARISON, "comparison")                                                                    \
    X(CONDITIONAL, "conditional expression")                                                       \
    X(NAMED, "named expression")

typedef enum ExpressionKind {
#define X(kind, text) E_##kind,
    EXPRESSION_KINDS(X)
#undef X
} ExpressionKind;

/* Part of an expression: tokens `first` to `end` (exclusive). */
typedef struct Part {
    ExpressionKind kind; /* E_NONE: there is none */
    uint32_t first, end;
} Part;

typedef struct Expression {
    ExpressionKind kind;
    uint32_t first, end;  /* tokens of the node: without the parentheses of a group */
    uint32_t outer_first; /* first token with them */
    bool in_parens;       /* a group: (a) */
    bool is_operand;     /* no comparison, `not`, `and`, `or`, conditional or lambda (bitwise_or) */
    ExpressionKind head; /* kind of the display or constant it starts with, else E_NONE */
    uint32_t last_element; /* E_TUPLE without parentheses: the first token of the last element */
    Part bad_store;        /* the first part that cannot be assigned to */
    Part bad_delete;       /* the first part that cannot be deleted */
} Expression;

/* One change to tree-sitter's copy of the text. */
typedef struct Edit {
    uint32_t start, size;
    char fill;   /* written to the first byte */
    bool to_end; /* written to all bytes */
} Edit;

typedef VEC(Edit) EditVec;

typedef struct Parser {
    Arena *arena;
    DiagSink *diags;
    const Source *source;
    const char *text;
    const Token *tokens;
    uint32_t at;          /* the next token */
    uint32_t furthest;    /* the furthest token at which an attempt failed */
    uint32_t attempt_end; /* where the last attempt stopped */
    const TokenList *list;
    const TokenList *around; /* of the file, in the fields of f-strings; else NULL */
    EditVec *edits;
    jmp_buf *trap;        /* where an error goes */
    int quiet;            /* inside how many attempts (errors are not reported, edits not made) */
    int depth;            /* nested rules */
    int fields;           /* inside how many f-string fields */
    bool no_in;           /* `in` ends the expression: the target of a for */
    int annotation_level; /* bracket level of the annotation that is read, or -1 */
    uint32_t operand_first, operand_end; /* the disjunction that an expression last ended with */
    uint32_t legacy_first,
        legacy_end;     /* the first expression so far like `print -1`; end 0: none */
    const char *prefix; /* of messages: "" or "f-string: " */
} Parser;

/* ---- syntax.c ---- */

static inline TokenKind token_kind(const Parser *parser) {
    return (TokenKind)parser->tokens[parser->at].kind;
}

static inline bool at(const Parser *parser, TokenKind kind) {
    return token_kind(parser) == kind;
}

/* The kind of the token `ahead` tokens on; T_END beyond the last one. */
TokenKind token_ahead(const Parser *parser, uint32_t ahead);
/* Is the next token the name `word`? */
bool at_word(const Parser *parser, const char *word);
bool token_is_word(const Parser *parser, uint32_t index, const char *word);
/* Takes the token if it is of `kind`. */
bool accept(Parser *parser, TokenKind kind);
/* Takes a token of `kind`, or fails with "invalid syntax". */
void expect(Parser *parser, TokenKind kind);
/* Takes a token of `kind`, or fails with "expected 'x'". */
void expect_named(Parser *parser, TokenKind kind);
/* Takes the colon of a compound statement; at the end of the line, "expected ':'". */
void expect_colon(Parser *parser);

Range part_range(const Parser *parser, uint32_t first, uint32_t end);
Range token_range(const Parser *parser, uint32_t index);
const char *kind_text(ExpressionKind kind);

/* Ends the statement with an error at `range`. */
_Noreturn void fail_at(Parser *parser, DiagKind kind, Range range, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Ends the statement with "invalid syntax" or something better at the next token. */
_Noreturn void fail_here(Parser *parser);
/* Remembers the expression that starts with token `first` if it reads like a statement of Python 2:
 * it is what CPython complains about should there be an error later on. */
void note_legacy(Parser *parser, uint32_t first);
/* Before an error that CPython reports at once, without a second look at what stands before. */
static inline void forget_legacy(Parser *parser) {
    parser->legacy_end = 0;
}
/* "cannot assign to X" */
void check_store(Parser *parser, const Expression *target);

/* Does `rule` match from here? Leaves the parser where it was; a failure leaves its trace in
 * `furthest`, as an alternative does that CPython tries first. */
bool matches(Parser *parser, void (*rule)(Parser *parser));
/* The same without a trace, to choose between error messages. */
bool would_match(Parser *parser, void (*rule)(Parser *parser));

/* Counts a level of nesting; too many are an error. */
void enter(Parser *parser);
void leave(Parser *parser);

void edit_text(Parser *parser, uint32_t start, uint32_t size, char fill, bool to_end);
/* Hides the star of a starred expression from tree-sitter. */
void blot_star(Parser *parser, uint32_t token);
/* Hides from tree-sitter a name that is a keyword of its grammar, or not in its alphabet. */
void blot_name(Parser *parser, uint32_t token);
/* Takes a name. */
void expect_name(Parser *parser);

/* ---- syntax_expr.c ---- */

bool starts_expression(TokenKind kind);
Expression parse_expression(Parser *parser);
Expression parse_named_expression(Parser *parser);
Expression parse_star_named_expression(Parser *parser);
Expression parse_star_expressions(Parser *parser);
/* yield_expr | star_expressions */
Expression parse_value(Parser *parser);
Expression parse_bitwise_or(Parser *parser);
Expression parse_disjunction(Parser *parser);
Expression parse_yield(Parser *parser);
/* The target of a for or a comprehension, up to `in`. */
void parse_for_target(Parser *parser);
void parse_call_arguments(Parser *parser);
/* Parameters up to (not including) `close`: `)` of a def, `:` of a lambda. */
void parse_parameters(Parser *parser, TokenKind close);
/* An annotation, with its subscripted names made harmless. */
void parse_annotation(Parser *parser);
/* Refuses `element = ...` where `element` was parsed as a named_expression. `equal` is the `=`. */
void check_named_equal(Parser *parser, const Expression *element, uint32_t equal);

/* Refuses `target := value`. */
void refuse_named(Parser *parser, const Expression *target);

/* ---- syntax_string.c ---- */

/* The adjacent string literals at the next token. */
Expression parse_strings(Parser *parser);

/* ---- syntax_pattern.c ---- */

void parse_match_statement(Parser *parser);
bool at_match_statement(Parser *parser);

/* ---- syntax_stmt.c ---- */

void parse_file(Parser *parser);
void parse_block(Parser *parser, const char *what, uint32_t line);

#endif
