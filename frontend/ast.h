/*
 * ast.h — the syntax tree: arena-allocated nodes, one struct per kind, all grown from ast.def.
 *
 * Every node starts with AstNode (kind and source range). `AST_CAST(BinOp, node)` gives the
 * concrete struct. Scopes and symbols hang on the nodes that own or mention them; the scope pass
 * (scope.h) fills them in, so after frontend_check every SCOPE and SYMBOL field is set.
 */
#ifndef PYASYNCC_FRONTEND_AST_H
#define PYASYNCC_FRONTEND_AST_H

#include "base.h"

typedef struct Scope Scope;
typedef struct Symbol Symbol;

typedef enum AstKind {
#define AST_NODE(kind, class, fields) AST_##kind,
#include "ast.def"
#undef AST_NODE
    AST_KIND_COUNT
} AstKind;

typedef struct AstNode {
    AstKind kind;
    bool is_unused; /* a statement or import of the library that is not compiled (usage.h) */
    Range range;
} AstNode;

typedef struct AstNodes {
    AstNode **items;
    size_t count;
} AstNodes;

typedef struct NameList {
    const Name **items;
    size_t count;
} NameList;

/* Operators and contexts: binary, unary, comparison, boolean, expression context. */
/* clang-format off */
#define AST_OPERATORS(X)                                                                           \
    X(Add, "+") X(Sub, "-") X(Mult, "*") X(MatMult, "@") X(Div, "/") X(Mod, "%") X(Pow, "**")      \
    X(LShift, "<<") X(RShift, ">>") X(BitOr, "|") X(BitXor, "^") X(BitAnd, "&")                    \
    X(FloorDiv, "//") X(Invert, "~") X(Not, "not") X(UAdd, "+") X(USub, "-") X(Eq, "==")           \
    X(NotEq, "!=") X(Lt, "<") X(LtE, "<=") X(Gt, ">") X(GtE, ">=") X(Is, "is")                     \
    X(IsNot, "is not") X(In, "in") X(NotIn, "not in") X(And, "and") X(Or, "or") X(Load, "")        \
    X(Store, "") X(Del, "")
/* clang-format on */

typedef enum AstOperator {
#define X(name, text) OP_##name,
    AST_OPERATORS(X)
#undef X
} AstOperator;

typedef struct OperatorList {
    AstOperator *items;
    size_t count;
} OperatorList;

typedef enum ConstantKind {
    CONST_NONE,
    CONST_TRUE,
    CONST_FALSE,
    CONST_ELLIPSIS,
    CONST_INT,     /* fits 62 bits: `integer` */
    CONST_BIGINT,  /* `text`: lower-case hexadecimal digits, no prefix, non-negative */
    CONST_FLOAT,   /* `real` */
    CONST_COMPLEX, /* imaginary literal: `real` holds the imaginary part */
    CONST_STR,     /* `text`: UTF-8; lone surrogates from escapes are encoded as 3 bytes (WTF-8) */
    CONST_BYTES,   /* `text`: the bytes */
} ConstantKind;

typedef struct AstLiteral {
    ConstantKind kind;
    int64_t integer;
    double real;
    Str text;
} AstLiteral;

#define CHILD(name)    AstNode *name;
#define OPT(name)      AstNode *name;
#define LIST(name)     AstNodes name;
#define OPTLIST(name)  AstNodes name;
#define NAME(name)     const Name *name;
#define OPTNAME(name)  const Name *name;
#define NAMES(name)    NameList name;
#define OPER(name)     AstOperator name;
#define OPERS(name)    OperatorList name;
#define INT(name)      int name;
#define CONSTANT(name) AstLiteral name;
#define SCOPE(name)    Scope *name;
#define SYMBOL(name)   Symbol *name;
#define AST_NODE(kind, class, fields)                                                              \
    typedef struct Ast##kind {                                                                     \
        AstNode base;                                                                              \
        fields                                                                                     \
    } Ast##kind;
#include "ast.def"
#undef AST_NODE
#undef CHILD
#undef OPT
#undef LIST
#undef OPTLIST
#undef NAME
#undef OPTNAME
#undef NAMES
#undef OPER
#undef OPERS
#undef INT
#undef CONSTANT
#undef SCOPE
#undef SYMBOL

#define AST_CAST(Kind, node) ((Ast##Kind *)(node))

/* "BinOp", "Module", ... */
const char *ast_kind_name(AstKind kind);
/* "Add", "Load", ... and "+", ... */
const char *ast_operator_name(AstOperator op);
const char *ast_operator_text(AstOperator op);

/* Calls `visit` on each direct child of `node`, in source order of the fields; NULLs are left out.
 */
void ast_each_child(AstNode *node, void (*visit)(AstNode *child, void *context), void *context);

/* The literal as Python's repr() spells it: text in `arena`. */
Str ast_constant_repr(Arena *arena, const AstLiteral *literal);

/* The tree in the form of `ast.dump(tree, indent=2, include_attributes=False)`: new text in
 * `arena`. */
Str ast_dump(Arena *arena, const AstNode *node);
/* An expression as source text, as `from __future__ import annotations` keeps annotations. */
Str ast_unparse(Arena *arena, const AstNode *node);

#endif
