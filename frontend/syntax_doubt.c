/*
 * syntax_doubt.c — see syntax_doubt.h. What type an expression has is told by its form alone, as
 * CPython's compiler does (Python/compile.c, infer_type and its users).
 */
#include "syntax_doubt.h"

#include <string.h>

static const char *constant_type(ConstantKind kind) {
    switch (kind) {
    case CONST_NONE:
        return "NoneType";
    case CONST_TRUE:
    case CONST_FALSE:
        return "bool";
    case CONST_ELLIPSIS:
        return "ellipsis";
    case CONST_INT:
    case CONST_BIGINT:
        return "int";
    case CONST_FLOAT:
        return "float";
    case CONST_COMPLEX:
        return "complex";
    case CONST_STR:
        return "str";
    case CONST_BYTES:
        return "bytes";
    default:
        return NULL;
    }
}

/* The name of the type of what `node` gives; NULL: its form does not tell. */
static const char *type_of(const AstNode *node) {
    switch (node->kind) {
    case AST_Constant:
        return constant_type(AST_CAST(Constant, node)->value.kind);
    case AST_Tuple:
        return "tuple";
    case AST_List:
    case AST_ListComp:
        return "list";
    case AST_Dict:
    case AST_DictComp:
        return "dict";
    case AST_Set:
    case AST_SetComp:
        return "set";
    case AST_GeneratorExp:
        return "generator";
    case AST_Lambda:
        return "function";
    case AST_JoinedStr:
    case AST_FormattedValue:
        return "str";
    default:
        return NULL;
    }
}

static bool is_one_of(const char *name, const char *const *names) {
    for (; name && *names; names++)
        if (!strcmp(name, *names))
            return true;
    return false;
}

bool doubt_is_literal(const AstNode *node) {
    static const char *const fine[] = {"NoneType", "bool", "ellipsis", NULL};
    if (node->kind == AST_UnaryOp && AST_CAST(UnaryOp, node)->op == OP_USub)
        return doubt_is_literal(AST_CAST(UnaryOp, node)->operand);
    if (node->kind == AST_Constant)
        return !is_one_of(type_of(node), fine);
    if (node->kind != AST_Tuple)
        return false;
    const AstNodes *items = &AST_CAST(Tuple, node)->elts;
    for (size_t i = 0; i < items->count; i++)
        if (items->items[i]->kind != AST_Constant && !doubt_is_literal(items->items[i]))
            return false;
    return true;
}

const char *doubt_call(Arena *arena, const AstCall *node) {
    const char *type = type_of(node->func);
    if (!type || node->func->kind == AST_Lambda)
        return NULL;
    return arena_printf(arena, "'%s' object is not callable; perhaps you missed a comma?", type);
}

const char *doubt_subscript(Arena *arena, const AstSubscript *node) {
    static const char *const unsubscriptable[] = {"NoneType", "bool",    "ellipsis", "int",
                                                  "float",    "complex", "set",      "generator",
                                                  "function", NULL};
    static const char *const sequences[] = {"str", "bytes", "tuple", "list", NULL};
    static const char *const indices[] = {"int", "bool", NULL};
    const char *type = type_of(node->value), *index = type_of(node->slice);
    if (node->ctx != OP_Load)
        return NULL;
    if (is_one_of(type, unsubscriptable))
        return arena_printf(arena, "'%s' object is not subscriptable; perhaps you missed a comma?",
                            type);
    if (!index || is_one_of(index, indices) || !is_one_of(type, sequences))
        return NULL;
    return arena_printf(
        arena, "%s indices must be integers or slices, not %s; perhaps you missed a comma?", type,
        index);
}
