/*
 * build_module.c — the program: its modules, their variables, and their bodies.
 */
#include "build.h"

#include <string.h>

static IrModule *new_module(IrProgram *program, const Module *source) {
    IrModule *module = ARENA_NEW(program->arena, IrModule);
    module->source = source;
    module->name = source->name->text;
    module->program = program;
    module->index = (uint32_t)program->modules.count;
    VEC_PUSH(program->arena, &program->modules, module);
    return module;
}

/* from __future__ import annotations */
static bool has_future_annotations(const AstModule *tree) {
    for (size_t i = 0; i < tree->body.count; i++) {
        if (tree->body.items[i]->kind != AST_ImportFrom)
            continue;
        AstImportFrom *import = AST_CAST(ImportFrom, tree->body.items[i]);
        if (import->level || !import->module || strcmp(import->module->text, "__future__"))
            continue;
        for (size_t k = 0; k < import->names.count; k++)
            if (!strcmp(AST_CAST(Alias, import->names.items[k])->name->text, "annotations"))
                return true;
    }
    return false;
}

static void set_global(Builder *b, const char *name, IrOp *value) {
    IrOp *op = build_unary(b, IR_GLOBAL_SET, IR_TYPE_VOID, value);
    op->global = build_global(b->module, name_cstr(b->program->names, name));
}

/* The docstring and the dict of annotations, which exist before the first statement. */
static void module_prologue(Builder *b, const AstNodes *body) {
    if (body->count && body->items[0]->kind == AST_Expr) {
        AstNode *value = AST_CAST(Expr, body->items[0])->value;
        if (value->kind == AST_Constant && AST_CAST(Constant, value)->value.kind == CONST_STR)
            set_global(b, "__doc__", build_literal(b, &AST_CAST(Constant, value)->value));
    }
    if (build_has_annotations(body))
        set_global(b, "__annotations__", build_rt_array(b, RUNTIME_dict, NULL, 0, NULL, 0));
}

static void build_module(IrModule *module) {
    AstModule *tree = module->source->tree;
    if (!tree)
        return; /* a namespace package */
    Builder parent = {.program = module->program,
                      .module = module,
                      .future_annotations = has_future_annotations(tree)};
    IrFunction *function = build_new_function(&parent, module->source->scope, &tree->base);
    module->body = function;
    function->line = 1;
    Builder b;
    build_function_begin(&b, &parent, function, module->source->scope);
    module_prologue(&b, &tree->body);
    build_body(&b, &tree->body);
    build_function_end(&b);
}

IrProgram *build_program(const Program *source) {
    IrProgram *program = ARENA_NEW(source->arena, IrProgram);
    program->arena = source->arena;
    program->names = source->names;
    program->diags = source->diags;
    program->source = source;
    for (size_t i = 0; i < source->modules.count; i++) {
        build_note_attributes(program, source->modules.items[i]);
        new_module(program, source->modules.items[i]);
    }
    for (size_t i = 0; i < program->modules.count; i++)
        build_globals(program->modules.items[i]);
    for (size_t i = 0; i < program->modules.count; i++)
        build_module(program->modules.items[i]);
    for (size_t i = 0; i < source->natives.count; i++)
        build_add_native(program, source->natives.items[i]);
    return program;
}
