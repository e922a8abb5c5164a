/*
 * cst.h — the concrete syntax tree of one source text, as tree-sitter-python reads it, copied into
 * plain linked nodes. cst.c is the only file that knows tree-sitter.
 */
#ifndef PYASYNCC_FRONTEND_CST_H
#define PYASYNCC_FRONTEND_CST_H

#include "diag.h"

typedef enum CstKind {
    CST_OTHER, /* a named node the reader has no use for */
    CST_TOKEN, /* a keyword, an operator, a bracket */
    CST_ERROR, /* what tree-sitter skipped to recover from an error */
#define CST(kind, name) CST_##kind,
#include "cst.def"
#undef CST
} CstKind;

typedef enum CstField {
    FIELD_NONE,
#define CST_FIELD(field, name) FIELD_##field,
#include "cst.def"
#undef CST_FIELD
} CstField;

typedef struct Cst {
    uint8_t kind;        /* CstKind */
    uint8_t field;       /* CstField: the part this node plays in its parent */
    bool is_missing;     /* tree-sitter invented it to recover from an error */
    uint32_t start, end; /* byte offsets */
    Range range;
    struct Cst *child; /* first one, comments left out */
    struct Cst *next;  /* sibling */
} Cst;

typedef struct CstTree {
    Cst *root;
    const Cst *error; /* the first ERROR or MISSING node, or NULL */
} CstTree;

/* Parses `text`, valid UTF-8 of the size of `source`, whose lines the positions are told in.
 * Returns false if the parser gave up. */
bool cst_parse(Arena *arena, const Source *source, const char *text, CstTree *tree);

#endif
