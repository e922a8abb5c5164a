/*
 * follow_optional.c — imports that functions of installed packages make of other packages, for
 * features that most programs do not use: lark draws trees with rich, and rich brings pygments.
 *
 * Such functions are compiled, for packages may call them by names that nobody spells, but what
 * they import joins the program only if code that may run mentions the function. Code that may run
 * is what stands outside of functions, the user's own code, the functions of the library in use,
 * and the functions of installed packages whose names are mentioned in it: as a variable, an
 * attribute, in an import, or by a string, which may also be the beginning of the name. Where the
 * user's own code computes names of attributes, all functions of the modules that it imports itself
 * may run. An import that was left out raises ModuleNotFoundError if it runs.
 */
#include "loader.h"

#include <ctype.h>
#include <string.h>

/* ---- imports that wait ---- */

bool optional_put_off(Loader *loader, AstNode *alias, AstNode *statement) {
    Program *program = loader->program;
    if (!loader->function || !find_is_installed(loader->importer))
        return false;
    const Name *dotted = AST_CAST(Alias, alias)->name;
    if (statement->kind == AST_ImportFrom) {
        if (AST_CAST(ImportFrom, statement)->level)
            return false;
        dotted = AST_CAST(ImportFrom, statement)->module;
    }
    size_t size = strcspn(dotted->text, ".");
    const char *package = arena_copy(program->arena, dotted->text, size);
    Found found;
    if (program_find_module(program, package) || loader_is_native(loader, package) ||
        !find_module(loader, NULL, package, &found) ||
        !strstr(found.file ? found.file : found.folder, "-packages/"))
        return false;
    OptionalImport import = {alias, statement, loader->importer, loader->function,
                             loader->forgiving > 0};
    VEC_PUSH(program->arena, &loader->optional, import);
    return true;
}

/* ---- what may run ---- */

/* What code that may run mentions. */
typedef struct Reach {
    Loader *loader;
    bool is_open;               /* is all run of the module that is walked? */
    VEC(bool) names;            /* by Name.id */
    VEC(const Name *) prefixes; /* beginnings of names that strings are put together from */
    bool has_grown;
    bool is_dynamic; /* the user's own code computes names of attributes */
} Reach;

static void reach_name(Reach *reach, const Name *name) {
    while (reach->names.count <= name->id)
        VEC_PUSH(reach->loader->program->arena, &reach->names, false);
    reach->has_grown |= !reach->names.items[name->id];
    reach->names.items[name->id] = true;
}

static void reach_prefix(Reach *reach, const Name *prefix) {
    for (size_t i = 0; i < reach->prefixes.count; i++)
        if (reach->prefixes.items[i] == prefix)
            return;
    VEC_PUSH(reach->loader->program->arena, &reach->prefixes, prefix);
    reach->has_grown = true;
}

/* A string that is a name or a dotted name, or the beginning of one ("do_", "do_%s"). */
static void reach_text(Reach *reach, Str text) {
    enum { LONGEST = 64, SHORTEST_PREFIX = 3 };
    size_t size = 0, start = 0;
    if (!text.size || text.size > LONGEST)
        return;
    for (; size < text.size &&
           (isalnum((unsigned char)text.data[size]) || strchr("_.:", text.data[size]));
         size++)
        if (text.data[size] == '.' || text.data[size] == ':') {
            reach_name(reach,
                       name_intern(reach->loader->program->names, text.data + start, size - start));
            start = size + 1;
        }
    const Name *last = name_intern(reach->loader->program->names, text.data + start, size - start);
    if (size == text.size)
        reach_name(reach, last);
    if (last->size >= SHORTEST_PREFIX && last->text[last->size - 1] == '_')
        reach_prefix(reach, last);
}

/* Does Python itself ask for a method `name`, a protocol of its own or its library's? */
static bool is_of_language(const Name *name) {
    static const char *const methods[] = {
#define SPECIAL(method) #method,
#include "special.def"
#undef SPECIAL
    };
    size_t size = name->size < 5 ? 0 : name->size - 4;
    if (!size || strncmp(name->text, "__", 2) != 0 || strcmp(name->text + size + 2, "__") != 0)
        return false;
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (strlen(methods[i]) == size && !memcmp(methods[i], name->text + 2, size))
            return true;
    return false;
}

/* May the function `node` of an installed package run? */
static bool is_reached(const Reach *reach, const AstFunctionDef *node) {
    const Name *name = node->name;
    if (is_of_language(name) || (name->id < reach->names.count && reach->names.items[name->id]))
        return true;
    for (size_t i = 0; i < node->decorator_list.count; i++)
        if (!usage_only_wraps(node->decorator_list.items[i]))
            return true;
    for (size_t i = 0; i < reach->prefixes.count; i++) {
        const Name *prefix = reach->prefixes.items[i];
        if (name->size >= prefix->size && !memcmp(name->text, prefix->text, prefix->size))
            return true;
    }
    return false;
}

/* May any function of `module` run, whatever its name? */
static bool is_open(const Reach *reach, const Module *module) {
    const Program *program = reach->loader->program;
    if (!find_is_installed(module))
        return true;
    for (size_t i = 0; reach->is_dynamic && i < program->imports.count; i++) {
        const ImportEdge *edge = &program->imports.items[i];
        if (edge->module == module && edge->importer && !edge->importer->is_library &&
            !find_is_installed(edge->importer))
            return true;
    }
    return false;
}

static void find_dynamic(Reach *reach) {
    const Program *program = reach->loader->program;
    for (size_t i = 0; i < program->modules.count && !reach->is_dynamic; i++) {
        const Module *module = program->modules.items[i];
        if (module->tree && !module->is_library && !find_is_installed(module))
            reach->is_dynamic = usage_is_dynamic((AstNode *)module->tree);
    }
}

static void reach_node(AstNode *node, void *context) {
    Reach *reach = context;
    if (node->is_unused)
        return;
    switch (node->kind) {
    case AST_FunctionDef:
        if (!reach->is_open && !is_reached(reach, AST_CAST(FunctionDef, node)))
            return reach_node(AST_CAST(FunctionDef, node)->args, reach); /* the defaults */
        break;
    case AST_Name:
        reach_name(reach, AST_CAST(Name, node)->id);
        break;
    case AST_Attribute:
        reach_name(reach, AST_CAST(Attribute, node)->attr);
        break;
    case AST_Alias:
        reach_name(reach, AST_CAST(Alias, node)->name);
        break;
    case AST_Constant:
        if (AST_CAST(Constant, node)->value.kind == CONST_STR)
            reach_text(reach, AST_CAST(Constant, node)->value.text);
        break;
    default:
        break;
    }
    ast_each_child(node, reach_node, reach);
}

bool follow_optional(Loader *loader) {
    Program *program = loader->program;
    Reach reach = {.loader = loader, .has_grown = true};
    if (!loader->optional.count)
        return false;
    for (size_t i = 0; i < loader->options->called_count; i++)
        reach_name(&reach, name_cstr(program->names, loader->options->called[i]));
    find_dynamic(&reach);
    while (reach.has_grown) {
        reach.has_grown = false;
        for (size_t i = 0; i < program->modules.count; i++) {
            const Module *module = program->modules.items[i];
            reach.is_open = is_open(&reach, module);
            if (module->tree)
                ast_each_child((AstNode *)module->tree, reach_node, &reach);
        }
    }
    size_t kept = 0, count = loader->optional.count;
    for (size_t i = 0; i < count; i++) {
        OptionalImport import = loader->optional.items[i];
        if (is_open(&reach, import.importer) || is_reached(&reach, import.function))
            follow_optional_import(loader, &import);
        else
            loader->optional.items[kept++] = import;
    }
    loader->optional.count = kept;
    return kept < count;
}
