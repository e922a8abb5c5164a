/*
 * follow_computed.c — follows imports by names that the program computes (computed.h) or that
 * tables have (late.h).
 */
#include "loader.h"

#include "computed.h"
#include "late.h"

#include <string.h>

/* Reads the modules in the package `parent`, or beside the main module if it is NULL, whose names
 * match the next part of `pattern`. */
static void require_matching(Loader *loader, const Module *parent, const char *pattern,
                             Range range) {
    Arena *arena = loader->program->arena;
    const char *folder = parent ? loader->folders.items[parent->index] : loader->paths.items[0];
    const char *dot = strchr(pattern, '.');
    Children children = find_children(arena, folder);
    for (size_t i = 0; i < children.count; i++) {
        const char *name = children.items[i];
        if (!strncmp(name, "__", 2) || !computed_matches(pattern, name))
            continue;
        const char *full = parent ? arena_printf(arena, "%s.%s", parent->name->text, name) : name;
        const Module *module =
            loader_require(loader, name_cstr(loader->program->names, full), range, true);
        if (module && dot)
            require_matching(loader, module, dot + 1, range);
    }
}

static void warn_computed(const Loader *loader, Range range) {
    const Module *importer = loader->importer;
    if (!importer->is_installed)
        diag_report(loader->program->diags, DIAG_IMPORT, importer->source, range,
                    "name the modules that it may be in import statements",
                    "the name of this module is computed: it is found only if the program has it "
                    "for another reason");
}

/* The code being followed imports what a variable says: see late.h. */
static void note_late(Loader *loader) {
    for (size_t i = 0; i < loader->late.count; i++)
        if (loader->late.items[i] == loader->importer)
            return;
    VEC_PUSH(loader->program->arena, &loader->late, loader->importer);
}

static bool is_late(const Loader *loader, const Module *module) {
    for (size_t i = 0; i < loader->late.count; i++)
        if (loader->late.items[i] == module)
            return true;
    return false;
}

/* Is `dotted` a module that imports what a variable says, or a package around one? */
static bool leads_to_late(const Loader *loader, const Name *dotted) {
    for (size_t i = 0; dotted && i < loader->late.count; i++)
        for (const Module *around = loader->late.items[i]; around; around = around->parent)
            if (around->name == dotted)
                return true;
    return false;
}

/* Does `module` take something from a helper that imports what a variable says? */
static bool uses_late(const Loader *loader, const Module *module) {
    if (!module->tree)
        return false;
    for (size_t i = 0; i < module->tree->body.count; i++) {
        AstNode *node = module->tree->body.items[i];
        if (node->kind == AST_ImportFrom) {
            const AstImportFrom *import = AST_CAST(ImportFrom, node);
            const Name *dotted =
                program_resolve_relative(loader->program, module, import->level, import->module);
            if (leads_to_late(loader, dotted))
                return true;
        }
        for (size_t k = 0; node->kind == AST_Import && k < AST_CAST(Import, node)->names.count; k++)
            if (leads_to_late(loader,
                              AST_CAST(Alias, AST_CAST(Import, node)->names.items[k])->name))
                return true;
    }
    return false;
}

/* Has `module` tables for itself, the package around it, or a helper in its own package? What it
 * spells is no mention then. */
static bool has_tables(const Loader *loader, const Module *module) {
    bool is_own = false;
    for (size_t i = 0; i < loader->late.count; i++)
        is_own |= loader->late.items[i]->parent == module;
    return is_late(loader, module) || is_late(loader, module->parent) ||
           (is_own && uses_late(loader, module));
}

/* require for a name that no import statement has: the module stays whole, and what of it is native
 * is listed, for lowering sees import statements alone. */
static void require_named(Loader *loader, const Name *dotted, Range range, bool optional) {
    Program *program = loader->program;
    Module *module = loader_require(loader, dotted, range, optional);
    if (module)
        usage_keep_module(loader->usage, module);
    for (const char *end = dotted->text; *end;) {
        end += strcspn(end + 1, ".") + 1;
        const char *prefix = arena_copy(program->arena, dotted->text, (size_t)(end - dotted->text));
        if (loader_is_native(loader, prefix))
            VEC_PUSH(program->arena, &program->natives, prefix);
    }
}

/* Does the package bring an importer of its own? */
static bool brings_importer(const Module *package) {
    if (!package->source)
        return false;
    Str text = package->source->text;
    return memmem(text.data, text.size, "meta_path", strlen("meta_path")) != NULL;
}

Module *follow_guess(Loader *loader, const char *dotted, Range range) {
    bool was_guess = loader->is_guess;
    loader->is_guess = true;
    loader->forgiving++;
    require_named(loader, name_cstr(loader->program->names, dotted), range, true);
    loader->forgiving--;
    loader->is_guess = was_guess;
    return program_find_module(loader->program, dotted);
}

Module *follow_redirected(Loader *loader, const Module *package, const char *name, Range range) {
    if (!package->parent || !brings_importer(package))
        return NULL;
    Arena *arena = loader->program->arena;
    const Module *around = package->parent;
    const char *folder = loader->folders.items[around->index];
    Children siblings = find_children(arena, folder);
    for (size_t i = 0; i < siblings.count; i++) {
        const char *sibling = arena_printf(arena, "%s.%s", around->name->text, siblings.items[i]);
        bool has = find_child(arena, path_join(arena, folder, siblings.items[i], ""), name);
        Module *module = NULL;
        if (has && strcmp(sibling, package->name->text) != 0)
            module = follow_guess(loader, arena_printf(arena, "%s.%s", sibling, name), range);
        if (module)
            return module;
    }
    return follow_guess(loader, name, range);
}

/* LateSink.has_child */
static bool has_child(void *context, const Module *package, const char *name) {
    const Loader *loader = context;
    const char *folder = loader->folders.items[package->index];
    return package->is_package && folder && find_child(loader->program->arena, folder, name);
}

/* LateSink.take */
static void take_late(void *context, const Name *dotted) {
    Loader *loader = context;
    loader->is_guess = true;
    require_named(loader, dotted, (Range){0}, true);
    loader->is_guess = false;
}

void follow_late(Loader *loader) {
    Program *program = loader->program;
    LateMentions mentions = {.arena = program->arena, .names = program->names};
    size_t count = program->modules.count;
    for (size_t i = 0; i < loader->late.count; i++)
        late_add_table(&mentions, loader->late.items[i]);
    for (size_t i = 0; i < count && loader->late.count; i++) {
        const Module *module = program->modules.items[i];
        if (!module->is_library && !has_tables(loader, module))
            late_mention(&mentions, module, module->is_installed);
    }
    for (size_t i = 0; i < count && loader->late.count; i++) {
        const Module *module = program->modules.items[i];
        if (!module->is_library && uses_late(loader, module))
            late_mention_defaults(&mentions, module);
    }
    for (size_t i = 0; i < count && loader->late.count; i++) {
        Module *module = program->modules.items[i];
        bool is_own = is_late(loader, module) || is_late(loader, module->parent);
        LateSink sink = {loader, !is_own, has_child, take_late};
        loader->importer = module;
        if (is_own || (!module->is_library && uses_late(loader, module)))
            late_find(&mentions, module, &sink);
    }
}

/* ComputedSink.import */
static void import_computed(void *context, const char *pattern, Range range) {
    Loader *loader = context;
    Program *program = loader->program;
    const char *hole = strchr(pattern, WILDCARD);
    if (!hole) {
        if (*pattern)
            require_named(loader, name_cstr(program->names, pattern), range, false);
        return;
    }
    while (hole > pattern && hole[-1] != '.')
        hole--;
    if (hole == pattern && (*hole == WILDCARD || strchr(pattern, '.'))) {
        note_late(loader);
        return warn_computed(loader, range);
    }
    const Module *parent = NULL;
    if (hole > pattern)
        parent = loader_require(loader,
                                name_intern(program->names, pattern, (size_t)(hole - pattern) - 1),
                                range, true);
    loader->is_guess = true;
    if (parent || hole == pattern)
        require_matching(loader, parent, hole, range);
    loader->is_guess = false;
}

/* ComputedSink.probe */
static void probe_computed(void *context, const char *name, Range range) {
    Loader *loader = context;
    require_named(loader, name_cstr(loader->program->names, name), range, true);
}

/* Reads all modules in the package `parent`, and if `deep` those in its packages. */
static void require_children(Loader *loader, const Module *parent, bool deep, Range range) {
    Arena *arena = loader->program->arena;
    Children children = find_children(arena, loader->folders.items[parent->index]);
    for (size_t i = 0; i < children.count; i++) {
        const char *full = arena_printf(arena, "%s.%s", parent->name->text, children.items[i]);
        const Module *child =
            loader_require(loader, name_cstr(loader->program->names, full), range, true);
        if (child && child->is_package && deep)
            require_children(loader, child, deep, range);
    }
}

/* ComputedSink.list */
static void list_computed(void *context, const char *package, bool deep, Range range) {
    Loader *loader = context;
    const Module *parent =
        loader_require(loader, name_cstr(loader->program->names, package), range, true);
    loader->is_guess = true;
    if (parent && parent->is_package)
        require_children(loader, parent, deep, range);
    loader->is_guess = false;
}

/* ComputedSink.distribution */
static void note_distribution(void *context, const char *pattern) {
    Loader *loader = context;
    VEC_PUSH(loader->program->arena, &loader->distributions, pattern);
}

/* ComputedSink.resources */
static void note_resources(void *context, const char *pattern) {
    Loader *loader = context;
    for (size_t i = 0; i < loader->resources.count; i++)
        if (!strcmp(loader->resources.items[i], pattern))
            return;
    VEC_PUSH(loader->program->arena, &loader->resources, pattern);
}

void follow_computed(Loader *loader, AstNode *node) {
    ComputedSink sink = {.arena = loader->program->arena,
                         .importer = loader->importer,
                         .spelled_only = loader->importer->is_library,
                         .context = loader,
                         .import = import_computed,
                         .probe = probe_computed,
                         .list = list_computed,
                         .distribution = note_distribution,
                         .resources = note_resources};
    computed_find(node, &sink);
}
