/*
 * syntax_doubt.h — expressions that are valid but cannot work, of which CPython's compiler warns.
 */
#ifndef PYASYNCC_FRONTEND_SYNTAX_DOUBT_H
#define PYASYNCC_FRONTEND_SYNTAX_DOUBT_H

#include "ast.h"

/* Is comparing with `node` by identity a mistake: is it a literal other than None, True, False and
 * `...`, or a tuple of literals? */
bool doubt_is_literal(const AstNode *node);

/* What to warn of in a call or a subscript, in CPython's words; NULL: nothing. */
const char *doubt_call(Arena *arena, const AstCall *node);
const char *doubt_subscript(Arena *arena, const AstSubscript *node);

#endif
