/*
 * build_import.c — import statements. The modules were found when the program was read; here
 * remains when each is loaded and which names it gives.
 */
#include "build.h"

#include <string.h>

static const char *const native_names[] = {
#define NATIVE_MODULE(name, suffix) name,
#include "../rt/modules.def"
#undef NATIVE_MODULE
};

static const char *find_native(const char *dotted, size_t size) {
    for (size_t i = 0; i < sizeof native_names / sizeof *native_names; i++)
        if (strlen(native_names[i]) == size && !memcmp(native_names[i], dotted, size))
            return native_names[i];
    return NULL;
}

void build_add_native(IrProgram *program, const char *name) {
    for (size_t i = 0; i < program->natives.count; i++)
        if (!strcmp(program->natives.items[i], name))
            return;
    VEC_PUSH(program->arena, &program->natives, name);
}

/* Notes the native modules among a dotted name and its packages: the program links with them. */
static void note_native(Builder *b, const char *dotted) {
    size_t size = strlen(dotted);
    for (size_t end = 1; end <= size; end++) {
        if (end < size && dotted[end] != '.')
            continue;
        const char *native = find_native(dotted, end);
        if (native)
            build_add_native(b->program, native);
    }
}

/* May the module warn who imports it, of its being deprecated? */
static bool warns_importer(const Builder *b, const char *dotted) {
    static const char *const calls[] = {"warn(", "_deprecated("};
    const Module *module = program_find_module(b->program->source, dotted);
    if (b->module->source->is_library || !module || !module->source)
        return false;
    const Str *text = &module->source->text;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        if (memmem(text->data, text->size, calls[i], strlen(calls[i])))
            return true;
    return false;
}

static IrOp *import_module(Builder *b, const Name *name, bool wants_leaf) {
    if (warns_importer(b, name->text)) {
        IrFunction *function = b->frame ? b->frame : b->function;
        RT(b, import_site, FUNCTION_OF(function), IMMEDIATE((int64_t)b->position));
    }
    return RT(b, import, NAMED(name), IMMEDIATE(wants_leaf));
}

/* import a.b.c binds the package a; import a.b.c as x binds the leaf. */
void build_import(Builder *b, AstImport *node) {
    for (size_t i = 0; i < node->names.count; i++) {
        AstAlias *alias = AST_CAST(Alias, node->names.items[i]);
        if (alias->base.is_unused)
            continue;
        note_native(b, alias->name->text);
        build_store(b, alias->symbol, import_module(b, alias->name, alias->asname != NULL));
    }
}

/* A relative import that leads out of the program's packages fails where it runs. */
static void build_import_error(Builder *b) {
    IrOp *type = RT(b, builtin, IMMEDIATE(BUILTIN_ImportError));
    IrOp *message = build_str(b, "attempted relative import with no known parent package");
    IrOperand fixed[] = {VALUE(type), VALUE(build_null(b))};
    IrOp *error = build_rt_array(b, RUNTIME_call, fixed, 2, &message, 1);
    RT(b, raise, VALUE(error), VALUE(build_null(b)));
}

static void import_names(Builder *b, const AstNodes *names, IrOp *module) {
    for (size_t i = 0; i < names->count; i++) {
        AstAlias *alias = AST_CAST(Alias, names->items[i]);
        if (alias->base.is_unused)
            continue;
        if (!strcmp(alias->name->text, "*"))
            RT(b, import_star, MODULE_OF(b->module), VALUE(module));
        else
            build_store(b, alias->symbol, RT(b, import_from, VALUE(module), NAMED(alias->name)));
    }
}

/* Modules may be named by `from package import module` too. */
static void note_native_leaves(Builder *b, const char *package, const AstNodes *names) {
    for (size_t i = 0; i < names->count; i++) {
        const AstAlias *alias = AST_CAST(Alias, names->items[i]);
        if (!alias->base.is_unused)
            note_native(b, arena_printf(b->program->arena, "%s.%s", package, alias->name->text));
    }
}

/* Does nothing ask for what is imported? */
static bool is_unused(const AstNodes *names) {
    for (size_t i = 0; i < names->count; i++)
        if (!names->items[i]->is_unused)
            return false;
    return true;
}

void build_import_from(Builder *b, AstImportFrom *node) {
    if ((!node->level && !strcmp(node->module->text, "__future__")) || is_unused(&node->names))
        return;
    const Name *name = node->module;
    if (node->level)
        name = program_resolve_relative(b->program->source, b->module->source, node->level,
                                        node->module);
    if (!name) {
        build_import_error(b);
        return;
    }
    note_native_leaves(b, name->text, &node->names);
    import_names(b, &node->names, import_module(b, name, true));
}
