/*
 * token.h — Python's tokens, exactly as CPython's tokenizer makes them (indentation, brackets, line
 * joining, literals), and the errors it finds.
 */
#ifndef PYASYNCC_FRONTEND_TOKEN_H
#define PYASYNCC_FRONTEND_TOKEN_H

#include "diag.h"

typedef enum TokenKind {
    T_END,   /* of the file */
    T_ERROR, /* what follows cannot be read: see TokenList.problem */
    T_NEWLINE,
    T_INDENT,
    T_DEDENT,
    T_NAME,
    T_NUMBER,
    T_STRING,
    T_UNKNOWN, /* a character that no token starts with */
#define TOKEN(name, text) T_##name,
#include "token.def"
#undef TOKEN
    TOKEN_KIND_COUNT
} TokenKind;

typedef struct Token {
    uint8_t kind;        /* TokenKind */
    uint16_t level;      /* brackets open behind this token */
    uint32_t start, end; /* byte offsets */
    Range range;
} Token;

/* An error of the tokenizer. A hard one counts wherever it stands; a soft one only if the parser
 * gets that far (as in CPython, where the two are raised in different places). */
typedef struct TokenProblem {
    const char *message; /* NULL: none */
    DiagKind kind;
    Range range;
    bool is_hard;
} TokenProblem;

typedef struct TokenList {
    Token *items; /* the last one is T_END or T_ERROR */
    uint32_t count;
    TokenProblem problem;
    Range unclosed; /* the innermost bracket open at the end of the file; line 0 if none */
    char unclosed_bracket;
} TokenList;

/* Splits the text of `source` into tokens. */
TokenList token_list(Arena *arena, const Source *source);

/* Splits the expression of an f-string's replacement field, from byte `*at` on, up to the `}`, `:`,
 * `!` or `=` that ends it, but not beyond byte `limit`; sets `*at` there. Newlines separate
 * nothing. */
TokenList token_field(Arena *arena, const Source *source, uint32_t *at, uint32_t limit);

/* The text of the keyword or operator `kind`. */
const char *token_text(TokenKind kind);

/* The position of byte `at` of `source`, as an empty range. */
Range source_position(const Source *source, uint32_t at);

#endif
