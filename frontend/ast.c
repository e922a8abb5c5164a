/*
 * ast.c — names of nodes and operators, and the generic walker over children, all expanded from
 * ast.def.
 */
#include "ast.h"

const char *ast_kind_name(AstKind kind) {
    static const char *const names[] = {
#define AST_NODE(kind, class, fields) #kind,
#include "ast.def"
#undef AST_NODE
    };
    return (size_t)kind < AST_KIND_COUNT ? names[kind] : "?";
}

const char *ast_operator_name(AstOperator op) {
    static const char *const names[] = {
#define X(name, text) #name,
        AST_OPERATORS(X)
#undef X
    };
    return names[op];
}

const char *ast_operator_text(AstOperator op) {
    static const char *const texts[] = {
#define X(name, text) text,
        AST_OPERATORS(X)
#undef X
    };
    return texts[op];
}

static void visit_list(const AstNodes *list, void (*visit)(AstNode *, void *), void *context) {
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i])
            visit(list->items[i], context);
}

#define VISIT(name)                                                                                \
    if (self->name)                                                                                \
        visit(self->name, context);
#define CHILD(name)   VISIT(name)
#define OPT(name)     VISIT(name)
#define LIST(name)    visit_list(&self->name, visit, context);
#define OPTLIST(name) visit_list(&self->name, visit, context);
#define NAME(name)
#define OPTNAME(name)
#define NAMES(name)
#define OPER(name)
#define OPERS(name)
#define INT(name)
#define CONSTANT(name)
#define SCOPE(name)
#define SYMBOL(name)

void ast_each_child(AstNode *node, void (*visit)(AstNode *child, void *context), void *context) {
    switch (node->kind) {
#define AST_NODE(Kind, class, fields)                                                              \
    case AST_##Kind: {                                                                             \
        Ast##Kind *self = AST_CAST(Kind, node);                                                    \
        (void)self;                                                                                \
        fields break;                                                                              \
    }
#include "ast.def"
#undef AST_NODE
    case AST_KIND_COUNT:
        break;
    }
}
