/*
 * build_stmt.c — statements, except those with a file of their own.
 */
#include "build.h"

/* -- definitions -- */

/* Applies decorators, evaluated from the first to the last, from the last to the first. */
static void build_definition(Builder *b, const AstNodes *decorators, AstNode *node,
                             Symbol *symbol) {
    IrOp **functions = ARENA_ARRAY(b->program->arena, IrOp *, decorators->count + 1);
    for (size_t i = 0; i < decorators->count; i++)
        functions[i] = build_expr(b, decorators->items[i]);
    IrOp *value = node->kind == AST_ClassDef ? build_class_def(b, AST_CAST(ClassDef, node))
                                             : build_function_def(b, AST_CAST(FunctionDef, node));
    for (size_t i = decorators->count; i-- > 0;) {
        build_at(b, decorators->items[i]);
        IrOperand fixed[] = {VALUE(functions[i]), VALUE(build_null(b))};
        value = build_rt_array(b, RUNTIME_call, fixed, 2, &value, 1);
    }
    build_at(b, node);
    build_store(b, symbol, value);
}

/* The function or class that a final global is bound to. */
static void note_definition(Builder *b, const Symbol *symbol, size_t decorators,
                            IrFunction *function, IrClass *cls) {
    IrGlobal *global =
        symbol->binding == BIND_GLOBAL ? build_find_global(b->module, symbol->name) : NULL;
    if (!global || !global->is_final || decorators)
        return;
    global->function = function;
    global->cls = cls;
}

static void build_def(Builder *b, AstFunctionDef *node) {
    size_t first = b->module->functions.count;
    build_definition(b, &node->decorator_list, &node->base, node->symbol);
    if (node->type_params.count)
        return; /* what the name is bound to comes out of a call */
    for (size_t i = first; i < b->module->functions.count; i++)
        if (b->module->functions.items[i]->name == node->scope->name->text)
            return note_definition(b, node->symbol, node->decorator_list.count,
                                   b->module->functions.items[i], NULL);
}

static void build_class(Builder *b, AstClassDef *node) {
    size_t index = b->module->classes.count;
    build_definition(b, &node->decorator_list, &node->base, node->symbol);
    size_t calls = node->decorator_list.count + node->keywords.count + node->type_params.count;
    note_definition(b, node->symbol, calls, NULL, b->module->classes.items[index]);
}

/* -- conditions and loops -- */

static void build_if(Builder *b, AstIf *node) {
    IrBlock *yes = build_block(b), *no = build_block(b), *done = build_block(b);
    build_condition(b, node->test, yes, no);
    b->block = yes;
    build_body(b, &node->body);
    build_jump(b, done);
    b->block = no;
    build_body(b, &node->orelse);
    build_start(b, done);
}

static void find_raise(AstNode *node, void *context) {
    bool *found = context;
    *found |= node->kind == AST_Raise || node->kind == AST_Assert || node->kind == AST_Try ||
              node->kind == AST_With;
    if (!*found && node->kind != AST_FunctionDef && node->kind != AST_ClassDef &&
        node->kind != AST_Lambda)
        ast_each_child(node, find_raise, found);
}

/* May an exception be the only way out of a part of the body? It is behind a raise, in the message
 * of an assertion, and in what `finally` and `with` run for it. */
static bool raises(const AstNodes *body) {
    bool found = false;
    for (size_t i = 0; i < body->count && !found; i++)
        find_raise(body->items[i], &found);
    return found;
}

/* The body of a loop that may be left by nothing but an exception: the iterator lives until the
 * loop is left. Otherwise a generator would be closed as soon as that is certain. */
static void build_kept_body(Builder *b, IrOp *iterator, const AstNodes *body) {
    IrBlock *outer = b->unwind, *failed = build_block(b);
    b->unwind = failed;
    build_body(b, body);
    b->unwind = outer;
    IrBlock *here = b->block;
    b->block = failed;
    build_keep(b, iterator);
    build_jump(b, outer);
    b->block = here;
}

static void build_loop_body(Builder *b, IrOp *iterator, IrBlock *next, IrBlock *exit,
                            const AstNodes *body) {
    Flow flow = {.kind = FLOW_LOOP,
                 .outer = b->flow,
                 .unwind = b->unwind,
                 .iterator = iterator,
                 .continue_block = next,
                 .break_block = exit};
    b->flow = &flow;
    if (iterator && raises(body))
        build_kept_body(b, iterator, body);
    else
        build_body(b, body);
    b->flow = flow.outer;
}

void build_while(Builder *b, AstWhile *node) {
    IrBlock *head = build_block(b), *body = build_block(b), *next = build_block(b);
    IrBlock *done = build_block(b), *exit = build_block(b);
    uint64_t position = b->position;
    b->function->has_loop = true;
    build_start(b, head);
    build_condition(b, node->test, body, done);
    b->block = body;
    build_loop_body(b, NULL, next, exit, &node->body);
    build_start(b, next);
    b->position = position;
    RT0(b, stack_check); /* a safe point: signals, the cycle collector */
    build_jump(b, head);
    b->block = done;
    build_body(b, &node->orelse);
    build_start(b, exit);
}

void build_for(Builder *b, AstFor *node) {
    Loop loop;
    IrBlock *exit = build_block(b);
    uint64_t position = b->position;
    build_loop_open(b, &loop, node->iter, node->is_async);
    IrOp *item = build_loop_item(b, &loop);
    build_assign(b, node->target, item);
    build_loop_body(b, loop.iterator, loop.next, exit, &node->body);
    b->position = position;
    build_loop_close(b, &loop);
    build_body(b, &node->orelse);
    build_start(b, exit);
}

/* -- raise, assert, return -- */

static void build_raise(Builder *b, AstRaise *node) {
    if (!node->exc) {
        build_reraise(b);
        return;
    }
    IrOp *exception = build_expr(b, node->exc);
    IrOp *cause = node->cause ? build_expr(b, node->cause) : build_null(b);
    RT(b, raise, VALUE(exception), VALUE(cause));
}

static void build_assert(Builder *b, AstAssert *node) {
    IrBlock *failed = build_block(b), *passed = build_block(b);
    build_condition(b, node->test, passed, failed);
    b->block = failed;
    IrOp *message = node->msg ? build_expr(b, node->msg) : build_null(b);
    const AstNode *place = build_last_comparison(node->test);
    build_at(b, place ? place : &node->base);
    RT(b, assert_failed, VALUE(message));
    b->block = passed;
}

static void build_return_statement(Builder *b, AstReturn *node) {
    build_return(b, node->value ? build_expr(b, node->value) : build_none(b));
}

static void build_expression(Builder *b, AstExpr *node) {
    if (node->value->kind != AST_Constant)
        build_expr(b, node->value);
}

static void build_del(Builder *b, AstDelete *node) {
    for (size_t i = 0; i < node->targets.count; i++)
        build_delete_target(b, node->targets.items[i]);
}

/* -- all of them -- */

static void build_statement_kind(Builder *b, AstNode *node) {
    switch (node->kind) {
    case AST_FunctionDef:
        return build_def(b, AST_CAST(FunctionDef, node));
    case AST_ClassDef:
        return build_class(b, AST_CAST(ClassDef, node));
    case AST_Return:
        return build_return_statement(b, AST_CAST(Return, node));
    case AST_Delete:
        return build_del(b, AST_CAST(Delete, node));
    case AST_Assign:
        return build_assign_statement(b, AST_CAST(Assign, node));
    case AST_AugAssign:
        return build_augmented(b, AST_CAST(AugAssign, node));
    case AST_AnnAssign:
        return build_annotated(b, AST_CAST(AnnAssign, node));
    case AST_For:
        return build_for(b, AST_CAST(For, node));
    case AST_While:
        return build_while(b, AST_CAST(While, node));
    case AST_If:
        return build_if(b, AST_CAST(If, node));
    case AST_With:
        return build_with(b, AST_CAST(With, node));
    case AST_Match:
        return build_match(b, AST_CAST(Match, node));
    case AST_Raise:
        return build_raise(b, AST_CAST(Raise, node));
    case AST_Try:
        return build_try(b, AST_CAST(Try, node));
    case AST_Assert:
        return build_assert(b, AST_CAST(Assert, node));
    case AST_Import:
        return build_import(b, AST_CAST(Import, node));
    case AST_ImportFrom:
        return build_import_from(b, AST_CAST(ImportFrom, node));
    case AST_Expr:
        return build_expression(b, AST_CAST(Expr, node));
    case AST_Break:
        return build_loop_exit(b, false);
    case AST_Continue:
        return build_loop_exit(b, true);
    case AST_TypeAlias:
        return build_type_alias(b, AST_CAST(TypeAlias, node));
    default: /* pass, global, nonlocal */
        return;
    }
}

void build_statement(Builder *b, AstNode *node) {
    if (node->is_unused)
        return;
    uint64_t position = b->position;
    build_at(b, node);
    build_statement_kind(b, node);
    b->position = position;
}

void build_body(Builder *b, const AstNodes *body) {
    for (size_t i = 0; i < body->count; i++)
        build_statement(b, body->items[i]);
}
