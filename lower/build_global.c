/*
 * build_global.c — the variables of modules: one slot for each name that is bound anywhere in the
 * module, and which of them are final.
 *
 * A final global is bound by one statement, at module level and outside loops, never deleted, never
 * declared `global` in a function that binds it, and no attribute of its name is assigned anywhere
 * in the program, be it by setattr or mock.patch with its name in a text, except by methods to
 * their receiver, which is no module. Reading it may borrow the reference, and a call of it may go
 * straight to the function.
 */
#include "build.h"

#include <string.h>

/* -- names that some `x.name = ...` of the program assigns, where x may be a module -- */

static void note_attribute(IrProgram *program, const Name *name) {
    while (program->stored_attributes.count <= name->id)
        VEC_PUSH(program->arena, &program->stored_attributes, false);
    program->stored_attributes.items[name->id] = true;
}

bool build_is_stored_attribute(const IrProgram *program, const Name *name) {
    return name->id < program->stored_attributes.count &&
           program->stored_attributes.items[name->id];
}

/* Who is asked for assignments: `self` is the first parameter of the method around, or NULL;
 * `reads_texts`: texts that name attributes count, which are not the library's business. */
typedef struct StoredNames {
    IrProgram *program;
    const Symbol *self;
    bool reads_texts;
} StoredNames;

static bool is_name(const AstNode *node, const char *text) {
    return node->kind == AST_Name && !strcmp(AST_CAST(Name, node)->id->text, text);
}

/* Can the first parameter of a method be nothing but an instance of its class, or the class? */
static const Symbol *receiver_of(const AstFunctionDef *method) {
    const AstArguments *args = AST_CAST(Arguments, method->args);
    const AstNodes *first = args->posonlyargs.count ? &args->posonlyargs : &args->args;
    for (size_t i = 0; i < method->decorator_list.count; i++)
        if (is_name(method->decorator_list.items[i], "staticmethod"))
            return NULL;
    const Symbol *symbol = first->count ? AST_CAST(Arg, first->items[0])->symbol : NULL;
    return symbol && symbol->bind_count == 1 ? symbol : NULL;
}

/* May a module be made an instance of the class? */
static bool is_module_class(const AstClassDef *cls) {
    for (size_t i = 0; i < cls->bases.count; i++) {
        const AstNode *base = cls->bases.items[i];
        if (is_name(base, "ModuleType") ||
            (base->kind == AST_Attribute &&
             !strcmp(AST_CAST(Attribute, base)->attr->text, "ModuleType")))
            return true;
    }
    return false;
}

static void note_stored(AstNode *node, void *context);

static void note_stored_by_class(AstClassDef *cls, const StoredNames *around) {
    for (size_t i = 0; i < cls->body.count; i++) {
        AstNode *node = cls->body.items[i];
        StoredNames inside = {.program = around->program, .reads_texts = around->reads_texts};
        if (node->kind == AST_FunctionDef && !is_module_class(cls))
            inside.self = receiver_of(AST_CAST(FunctionDef, node));
        note_stored(node, &inside);
    }
}

static bool is_receiver(const StoredNames *stored, const AstNode *object) {
    return object->kind == AST_Name && stored->self &&
           AST_CAST(Name, object)->symbol == stored->self;
}

/* Does a call of something of this name store attributes that texts name? unittest.mock's
 * patch("module.name"), patch.object(module, "name") and patch.multiple(module, name=...), and
 * setattr, also as a method of pytest's monkeypatch. */
static bool stores_by_text(const AstNode *callee) {
    static const char *const names[] = {"setattr", "delattr", "patch", "object", "multiple"};
    const Name *name = callee->kind == AST_Name        ? AST_CAST(Name, callee)->id
                       : callee->kind == AST_Attribute ? AST_CAST(Attribute, callee)->attr
                                                       : NULL;
    for (size_t i = 0; name && i < sizeof names / sizeof *names; i++)
        if (!strcmp(name->text, names[i]))
            return true;
    return false;
}

/* What stands behind the last dot of the texts, and the names of keyword arguments. */
static void note_texts(IrProgram *program, const AstCall *call) {
    for (size_t i = 0; i < call->args.count; i++) {
        const AstNode *node = call->args.items[i];
        if (node->kind != AST_Constant || AST_CAST(Constant, node)->value.kind != CONST_STR)
            continue;
        Str text = AST_CAST(Constant, node)->value.text;
        size_t start = text.size;
        while (start > 0 && text.data[start - 1] != '.')
            start--;
        note_attribute(program, name_intern(program->names, text.data + start, text.size - start));
    }
    for (size_t i = 0; i < call->keywords.count; i++) {
        const AstKeyword *keyword = AST_CAST(Keyword, call->keywords.items[i]);
        if (keyword->arg)
            note_attribute(program, keyword->arg);
    }
}

static void note_stored(AstNode *node, void *context) {
    StoredNames *stored = context;
    if (node->kind == AST_ClassDef) {
        note_stored_by_class(AST_CAST(ClassDef, node), stored);
        return;
    }
    if (node->kind == AST_Attribute && AST_CAST(Attribute, node)->ctx != OP_Load &&
        !is_receiver(stored, AST_CAST(Attribute, node)->value))
        note_attribute(stored->program, AST_CAST(Attribute, node)->attr);
    if (stored->reads_texts && node->kind == AST_Call && stores_by_text(AST_CAST(Call, node)->func))
        note_texts(stored->program, AST_CAST(Call, node));
    ast_each_child(node, note_stored, context);
}

void build_note_attributes(IrProgram *program, const Module *module) {
    StoredNames stored = {.program = program, .reads_texts = !module->is_library};
    if (module->tree)
        note_stored(&module->tree->base, &stored);
}

/* -- the table of a module -- */

IrGlobal *build_find_global(const IrModule *module, const Name *name) {
    return name->id < module->global_of_name.count ? module->global_of_name.items[name->id] : NULL;
}

IrGlobal *build_global(IrModule *module, const Name *name) {
    IrGlobal *global = build_find_global(module, name);
    if (global)
        return global;
    Arena *arena = module->program->arena;
    global = ARENA_NEW(arena, IrGlobal);
    *global = (IrGlobal){.name = name, .module = module, .index = (uint32_t)module->globals.count};
    VEC_PUSH(arena, &module->globals, global);
    while (module->global_of_name.count <= name->id)
        VEC_PUSH(arena, &module->global_of_name, NULL);
    module->global_of_name.items[name->id] = global;
    return global;
}

/* Names bound by functions through `global`. */
static void add_declared(IrModule *module, const Scope *scope) {
    for (size_t i = 0; i < scope->symbols.count; i++) {
        const Symbol *symbol = scope->symbols.items[i];
        if (symbol->binding == BIND_GLOBAL && symbol->is_bound)
            build_global(module, symbol->name)->is_final = false;
    }
    for (size_t i = 0; i < scope->children.count; i++)
        add_declared(module, scope->children.items[i]);
}

/* -- final ones -- */

/* Takes finality from what statements inside loops bind, and from what is deleted. */
static void unfinal_target(AstNode *node, void *context);

static void unfinal_name(IrModule *module, const Symbol *symbol) {
    IrGlobal *global =
        symbol && symbol->binding == BIND_GLOBAL ? build_find_global(module, symbol->name) : NULL;
    if (global)
        global->is_final = false;
}

/* The symbol a node binds, for the kinds that carry one. */
static const Symbol *bound_symbol(const AstNode *node) {
    switch (node->kind) {
    case AST_Name:
        return ((const AstName *)node)->ctx == OP_Load ? NULL : ((const AstName *)node)->symbol;
    case AST_FunctionDef:
        return ((const AstFunctionDef *)node)->symbol;
    case AST_ClassDef:
        return ((const AstClassDef *)node)->symbol;
    case AST_Alias:
        return ((const AstAlias *)node)->symbol;
    case AST_ExceptHandler:
        return ((const AstExceptHandler *)node)->symbol;
    case AST_MatchAs:
        return ((const AstMatchAs *)node)->symbol;
    case AST_MatchStar:
        return ((const AstMatchStar *)node)->symbol;
    case AST_MatchMapping:
        return ((const AstMatchMapping *)node)->symbol;
    default:
        return NULL;
    }
}

static void unfinal_target(AstNode *node, void *context) {
    unfinal_name(context, bound_symbol(node));
    if (node->kind != AST_FunctionDef && node->kind != AST_ClassDef && node->kind != AST_Lambda)
        ast_each_child(node, unfinal_target, context);
}

/* A walk over the statements of the module's own level. */
static void unfinal_statement(AstNode *node, void *context) {
    switch (node->kind) {
    case AST_FunctionDef:
    case AST_ClassDef:
    case AST_Lambda:
        return;
    case AST_For:
    case AST_While:
    case AST_Delete:
    case AST_ExceptHandler: /* its name is deleted at the end */
    case AST_AugAssign:
        unfinal_target(node, context);
        return;
    default:
        ast_each_child(node, unfinal_statement, context);
    }
}

void build_globals(IrModule *module) {
    const Module *source = module->source;
    if (!source->scope)
        return;
    for (size_t i = 0; i < source->scope->symbols.count; i++) {
        const Symbol *symbol = source->scope->symbols.items[i];
        if (!symbol->is_bound)
            continue;
        IrGlobal *global = build_global(module, symbol->name);
        global->is_final = symbol->bind_count == 1 && !source->scope->has_star_import &&
                           !build_is_stored_attribute(module->program, symbol->name);
    }
    for (size_t i = 0; i < source->scope->children.count; i++)
        add_declared(module, source->scope->children.items[i]);
    unfinal_statement(&source->tree->base, module);
    module->bound_count = module->globals.count;
}
