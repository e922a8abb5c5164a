/*
 * syntax.h — the syntax checks that decide what is a Python program: the parser that refuses what
 * CPython's parser refuses (syntax_check), and the checks on the finished tree that CPython's
 * compiler makes (syntax_check_tree).
 */
#ifndef PYASYNCC_FRONTEND_SYNTAX_H
#define PYASYNCC_FRONTEND_SYNTAX_H

#include "ast.h"
#include "diag.h"

/* Parses `source` and reports errors where CPython 3.11 does, with its words; accepts the additions
 * of Python 3.12 (type parameters, nested f-strings). Returns the text to hand to tree-sitter, of
 * the same size as the source: words and stars that its grammar would misunderstand are replaced
 * (see syntax_parser.h), and logical lines stand in one. NULL if there were errors. */
const char *syntax_check(Arena *arena, DiagSink *diags, const Source *source);

/* Checks that need the tree: return, yield, await, break outside of where they belong, starred
 * expressions, patterns, repeated keywords, __future__. Reports in CPython's words. Only the
 * program's own modules (not `is_library`) are warned of what the target lacks. */
void syntax_check_tree(Arena *arena, DiagSink *diags, const Source *source, AstModule *tree,
                       bool is_library);

/* The part of syntax_check_tree that CPython does before it looks at scopes: __future__ imports. */
void syntax_check_future(DiagSink *diags, const Source *source, AstModule *tree);

#endif
