/*
 * known_text.c — texts that a module gives to exec as they stand (see known_text.h).
 */
#include "known_text.h"

#include "read.h"
#include "source.h"
#include "syntax.h"

#include <string.h>

/* No program can spell these names. */
static const char BODY_NAME[] = "<module>", CALL_NAME[] = "<exec>";

typedef struct Expansion {
    Arena *arena;
    NameTable *names;
} Expansion;

#define NODE_NEW(expansion, Kind, range_)                                                          \
    ((Ast##Kind *)node_init(ARENA_NEW((expansion)->arena, Ast##Kind), AST_##Kind, range_))

static void *node_init(void *node, AstKind kind, Range range) {
    *(AstNode *)node = (AstNode){.kind = kind, .range = range};
    return node;
}

/* ---- the text ---- */

static DiagSink *quiet_sink(const Expansion *expansion) {
    static const DiagOptions quiet;
    return diag_sink_new(expansion->arena, &quiet);
}

/* Reads the text; answers NULL if it is no program. Each call makes a tree of its own. */
static AstModule *read_text(const Expansion *expansion, Str text, const Source **source) {
    DiagSink *diags = quiet_sink(expansion);
    *source = source_from_bytes(expansion->arena, diags, "<string>", text.data, text.size);
    const char *masked = *source ? syntax_check(expansion->arena, diags, *source) : NULL;
    return masked ? read_module(expansion->arena, expansion->names, diags, *source, masked) : NULL;
}

/* The scope of a text that is a program, or NULL. The tree is of no further use. */
static const Scope *check_tree(const Expansion *expansion, AstModule *tree, const Source *source) {
    DiagSink *diags = quiet_sink(expansion);
    syntax_check_future(diags, source, tree);
    const Scope *scope = scope_build(expansion->arena, expansion->names, diags, source, tree);
    if (diag_error_count(diags) == 0)
        syntax_check_tree(expansion->arena, diags, source, tree, true);
    return diag_error_count(diags) == 0 ? scope : NULL;
}

/* Does it begin with a docstring, which exec would assign to __doc__? */
static bool has_docstring(const AstModule *tree) {
    const AstNode *first = tree->body.count ? tree->body.items[0] : NULL;
    return first && first->kind == AST_Expr && AST_CAST(Expr, first)->value->kind == AST_Constant;
}

/* ---- the function ---- */

static AstNode *global_of(const Expansion *expansion, const Scope *scope, Range range) {
    AstGlobal *node = NODE_NEW(expansion, Global, range);
    node->names.items = ARENA_ARRAY(expansion->arena, const Name *, scope->symbols.count + 1);
    for (size_t i = 0; i < scope->symbols.count; i++)
        if (scope->symbols.items[i]->is_bound)
            node->names.items[node->names.count++] = scope->symbols.items[i]->name;
    return node->names.count ? &node->base : &NODE_NEW(expansion, Pass, range)->base;
}

static AstNode *function_of(const Expansion *expansion, AstModule *tree, const Scope *scope,
                            Range range) {
    AstFunctionDef *node = NODE_NEW(expansion, FunctionDef, range);
    node->base.range.line = 1; /* of the text */
    node->name = name_cstr(expansion->names, BODY_NAME);
    node->args = &NODE_NEW(expansion, Arguments, range)->base;
    node->body.items = ARENA_ARRAY(expansion->arena, AstNode *, tree->body.count + 1);
    node->body.items[node->body.count++] = global_of(expansion, scope, range);
    for (size_t i = 0; i < tree->body.count; i++)
        node->body.items[node->body.count++] = tree->body.items[i];
    return &node->base;
}

static AstNodes one_node(const Expansion *expansion, AstNode *node) {
    AstNodes nodes = {ARENA_ARRAY(expansion->arena, AstNode *, 1), 1};
    nodes.items[0] = node;
    return nodes;
}

/* The definition of a function that does what the text says; NULL if there is none. */
static AstNode *define(const Expansion *expansion, Str text, Range range) {
    const Source *source;
    AstModule *tree = read_text(expansion, text, &source);
    const Scope *scope = tree ? check_tree(expansion, tree, source) : NULL;
    if (!scope || scope->has_star_import || has_docstring(tree))
        return NULL;
    AstModule *trial = NODE_NEW(expansion, Module, range);
    tree = read_text(expansion, text, &source);
    trial->body = one_node(expansion, function_of(expansion, tree, scope, range));
    if (!check_tree(expansion, trial, source))
        return NULL;
    tree = read_text(expansion, text, &source);
    return function_of(expansion, tree, scope, range);
}

/* ---- the call ---- */

/* The call that `node` is if it gives one text to what may be exec, or NULL. */
static AstCall *find_call(AstNode *node) {
    if (node->kind != AST_Expr || AST_CAST(Expr, node)->value->kind != AST_Call)
        return NULL;
    AstCall *call = AST_CAST(Call, AST_CAST(Expr, node)->value);
    if (call->args.count != 1 || call->keywords.count || call->func->kind != AST_Name ||
        strncmp(AST_CAST(Name, call->func)->id->text, "exec", strlen("exec")) != 0)
        return NULL;
    const AstNode *text = call->args.items[0];
    bool is_text = text->kind == AST_Constant && AST_CAST(Constant, text)->value.kind == CONST_STR;
    return is_text ? call : NULL;
}

static AstNode *name_of_body(const Expansion *expansion, AstOperator context, Range range) {
    AstName *node = NODE_NEW(expansion, Name, range);
    node->id = name_cstr(expansion->names, BODY_NAME);
    node->ctx = context;
    return &node->base;
}

/* try: `node`, whose call is now <exec>(callee, text, function); finally: del function */
static AstNode *call_body(const Expansion *expansion, AstNode *node, AstCall *call) {
    Range range = call->base.range;
    AstNodes args = {ARENA_ARRAY(expansion->arena, AstNode *, 3), 3};
    args.items[0] = call->func;
    args.items[1] = call->args.items[0];
    args.items[2] = name_of_body(expansion, OP_Load, range);
    AstName *callee = NODE_NEW(expansion, Name, range);
    callee->id = name_cstr(expansion->names, CALL_NAME);
    callee->ctx = OP_Load;
    call->func = &callee->base;
    call->args = args;
    AstDelete *end = NODE_NEW(expansion, Delete, range);
    end->targets = one_node(expansion, name_of_body(expansion, OP_Del, range));
    AstTry *guard = NODE_NEW(expansion, Try, range);
    guard->body = one_node(expansion, node);
    guard->finalbody = one_node(expansion, &end->base);
    return &guard->base;
}

/* ---- the module ---- */

static void expand_all(const Expansion *expansion, AstNodes *nodes);

/* The blocks of a statement that are at the module's own level as it is. */
static void expand_inside(const Expansion *expansion, AstNode *node) {
    switch (node->kind) {
    case AST_If:
        expand_all(expansion, &AST_CAST(If, node)->body);
        expand_all(expansion, &AST_CAST(If, node)->orelse);
        break;
    case AST_With:
        expand_all(expansion, &AST_CAST(With, node)->body);
        break;
    case AST_Try: {
        AstTry *guard = AST_CAST(Try, node);
        expand_all(expansion, &guard->body);
        for (size_t i = 0; i < guard->handlers.count; i++)
            expand_all(expansion, &AST_CAST(ExceptHandler, guard->handlers.items[i])->body);
        expand_all(expansion, &guard->orelse);
        expand_all(expansion, &guard->finalbody);
        break;
    }
    default:
        break;
    }
}

static void expand_all(const Expansion *expansion, AstNodes *nodes) {
    NodeVec all = {0};
    for (size_t i = 0; i < nodes->count; i++) {
        AstNode *node = nodes->items[i];
        AstCall *call = find_call(node);
        AstNode *function = NULL;
        if (call)
            function = define(expansion, AST_CAST(Constant, call->args.items[0])->value.text,
                              call->base.range);
        if (function) {
            VEC_PUSH(expansion->arena, &all, function);
            node = call_body(expansion, node, call);
        }
        expand_inside(expansion, node);
        VEC_PUSH(expansion->arena, &all, node);
    }
    if (all.count > nodes->count)
        *nodes = (AstNodes){all.items, all.count};
}

void known_text_expand(Arena *arena, NameTable *names, AstModule *tree) {
    Expansion expansion = {arena, names};
    expand_all(&expansion, &tree->body);
}

bool known_text_is_program(Arena *arena, NameTable *names, Str text) {
    Expansion expansion = {arena, names};
    const Source *source;
    return read_text(&expansion, text, &source);
}

bool known_text_is_body(const Scope *scope) {
    return scope->kind == SCOPE_FUNCTION && !strcmp(scope->name->text, BODY_NAME);
}

bool known_text_is_call(const AstCall *call) {
    return call->func->kind == AST_Name && !strcmp(AST_CAST(Name, call->func)->id->text, CALL_NAME);
}
