/*
 * literal.h — the values of string and number literals, from their spelling. Used by the syntax
 * checker (to refuse bad ones where CPython does) and by the reader (for the value).
 */
#ifndef PYASYNCC_FRONTEND_LITERAL_H
#define PYASYNCC_FRONTEND_LITERAL_H

#include "ast.h"

/* The part of a string literal around its contents. */
typedef struct StringPrefix {
    bool is_bytes, is_raw, is_format;
    uint32_t quote_size;    /* 1 or 3 */
    uint32_t content_start; /* bytes from the start of the literal to its contents */
} StringPrefix;

/* Takes the prefix and opening quotes of the literal at `text` apart. */
StringPrefix literal_prefix(const char *text);

typedef VEC(char) ByteVec;

/* What is wrong with a literal: CPython's message, or NULL. `escape` is the first backslash that
 * starts no escape sequence (a warning), or NULL. */
typedef struct LiteralProblem {
    const char *message;
    const char *escape;
} LiteralProblem;

/* Appends the value of `text` (contents of a literal, or text between the fields of an f-string) to
 * `out`. With `doubled_braces`, `{{` stands for `{` and `}}` for `}`. */
LiteralProblem literal_decode(Arena *arena, ByteVec *out, Str text, const StringPrefix *prefix,
                              bool doubled_braces);

/* The value of the number literal `text`; returns CPython's message if it is refused, else NULL. */
const char *literal_number(Arena *arena, Str text, AstLiteral *value);

#endif
