/*
 * read.h — shared by the files of the reader (read*.c), which turn a concrete syntax tree into our
 * AST. Node ranges are CPython's (lineno, col_offset, end_lineno, end_col_offset).
 *
 * tree-sitter-python's grammar differs from Python's in a few places. The syntax checker hides some
 * of them (see syntax_parser.h): starred expressions, soft keywords, subscripts in annotations. The
 * reader corrects the others: the priorities of ^ against &, of await against **, and of := against
 * a conditional expression; parenthesised with items.
 */
#ifndef PYASYNCC_FRONTEND_READ_H
#define PYASYNCC_FRONTEND_READ_H

#include "ast.h"
#include "cst.h"
#include "diag.h"

enum { MAX_TREE_DEPTH = 1500 /* nested nodes; keeps every recursive walk within the C stack */ };

typedef VEC(AstNode *) NodeVec;

typedef struct Reader {
    Arena *arena;
    NameTable *names;
    DiagSink *diags;
    const Source *source;
    const char *text;      /* of the source */
    const char *masked;    /* the text as tree-sitter read it: see syntax_check */
    const Cst *inner_star; /* which the grammar put into the target that it is in front of */
    int depth;
    bool failed; /* a message was given */
} Reader;

#define READ_NEW(reader, Kind, at)                                                                 \
    ((Ast##Kind *)read_node((reader), AST_##Kind, sizeof(Ast##Kind), (at)))

/* A zeroed node of `size` bytes. */
AstNode *read_node(Reader *reader, AstKind kind, size_t size, Range range);

/* Reports that the reader cannot make sense of `cst` (once per file) and returns a placeholder. */
AstNode *read_failure(Reader *reader, const Cst *cst);

/* Counts one more level of nesting; false, after a diagnostic, if there are too many. Each call
 * that returns true needs a read_leave. */
bool read_enter(Reader *reader, const Cst *cst);
void read_leave(Reader *reader);

AstNodes read_nodes(NodeVec vec);
Range range_join(Range first, Range last);

/* Is `cst` the literal token `text`? */
bool cst_is_token(const Reader *reader, const Cst *cst, const char *text);
/* Is one of the children the literal token `text`? */
bool cst_has_token(const Reader *reader, const Cst *parent, const char *text);
/* The first child that plays `field`, or NULL. */
const Cst *cst_field(const Cst *parent, CstField field);
/* The first child of `kind`, or NULL. */
const Cst *cst_find(const Cst *parent, CstKind kind);
/* The first child at or after `cst` that is not a literal token, or NULL. */
const Cst *cst_skip_tokens(const Cst *cst);
/* The starred item's `*` before `cst` that the syntax checker blotted out, or NULL. */
const char *read_star_before(const Reader *reader, const Cst *cst);

/* The range of `cst` with the starred item's `*` in front of it, if there is one. */
Range read_range(const Reader *reader, const Cst *cst);
/* The name spelled by `cst`; dotted names without blanks between their parts. */
const Name *read_name(Reader *reader, const Cst *cst);

/* read_expr.c */
AstNode *read_expression(Reader *reader, const Cst *cst);
/* An expression that may carry a star in front. */
AstNode *read_element(Reader *reader, const Cst *cst);
/* An assignment, loop, with or del target: the expression with its contexts set to `ctx`. */
AstNode *read_target(Reader *reader, const Cst *cst, AstOperator ctx);
/* `first`, or the tuple of `first` and its siblings if there are commas. `whole` gives the range.
 */
AstNode *read_expression_or_tuple(Reader *reader, const Cst *first, Range whole);
AstNode *read_arguments(Reader *reader, const Cst *parameters);
/* The arguments of a call or class definition. */
void read_call_arguments(Reader *reader, const Cst *list, AstNodes *args, AstNodes *keywords);
AstNode *read_identifier(Reader *reader, const Cst *cst);
AstNode *read_dotted(Reader *reader, const Cst *dotted_name);
AstNodes read_type_params(Reader *reader, const Cst *list);

/* read_literal.c */
AstNode *read_number(Reader *reader, const Cst *cst);
AstNode *read_string(Reader *reader, const Cst *cst);

/* read_pattern.c */
AstNode *read_match(Reader *reader, const Cst *cst);

/* read.c */
AstNodes read_block(Reader *reader, const Cst *block);
/* `range` extended to the end of the last of `body`. */
Range range_to_end_of(Range range, AstNodes body);

/* Reads the text of `source`, which syntax_check accepted and returned as `masked`, into a tree.
 * What the reader does not understand is reported to `diags`; then the tree is NULL. */
AstModule *read_module(Arena *arena, NameTable *names, DiagSink *diags, const Source *source,
                       const char *masked);

#endif
